"""Documents built to PDF by the command itself, from the shipped project or a copy of it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

from PIL import Image

ROOT: Final = Path(__file__).parents[2]
CM: Final = 72 / 2.54
"""A centimetre in points."""
MILLIMETRE: Final = CM / 10
TEXT_LEFT: Final = 3 * CM
TEXT_RIGHT: Final = 19 * CM
MIDDLE: Final = (TEXT_LEFT + TEXT_RIGHT) / 2
BOTTOM: Final = (29.7 - 2) * CM
"""Left, right and lower edge of the text of issued documents on A4, and its middle: in points, from the left
and the top edge of the paper."""


def build(content: Path, out: Path, *names: str) -> Path:
    """Build documents of 2569 to PDF with the real faces; return the folder of the year."""
    command = [sys.executable, "-m", "esa_docs.cli", "build", "--pdf", *names]
    environment = {**os.environ, "ESA_DOCS_FONTS": str(ROOT / ".fonts"), "ESA_DOCS_LANG": "en"}
    process = subprocess.run(
        [*command, "-C", str(content), "--out", str(out)],
        env=environment,
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert process.returncode == 0, process.stdout + process.stderr
    return out / "2569"


def project_with_emblem(place: Path, emblem: Image.Image | None = None) -> Path:
    """Copy the shipped project without its documents, with a picture as its emblem; return its folder.

    Args:
        place: the folder of the copy.
        emblem: the picture; None for a grey one.
    """
    content = Path(shutil.copytree(ROOT / "content", place / "content"))
    shutil.rmtree(content / "2569")
    if emblem is None:
        emblem = Image.new("RGB", (300, 330), (30, 30, 30))
    emblem.save(content / "emblem.png")
    with (content / "office.yaml").open("a", encoding="utf-8") as office:
        office.write("emblem: emblem.png\n")
    return content


def put(content: Path, name: str, text: str) -> None:
    """Write a document of 2569 into a project."""
    path = content / "2569" / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
