"""Builds the frozen content and writes the digests of its Word files: run it after a change that is meant.

python tests/frozen/take_digests.py
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent
DIGESTS: Final = FOLDER / "digests.txt"
PROJECTS: Final = (("content", "2568"), ("content", "2569"), ("secondary-office", "2569"))
"""Projects of this folder, and the years of each."""


def build_all(out: Path) -> None:
    """Build every year of every project, each into a folder of its project's name."""
    for project, year in PROJECTS:
        words = ("build", "-C", str(FOLDER / project), "--year", year, "--out", str(out / project))
        subprocess.run([sys.executable, "-m", "esa_docs.cli", *words], check=True, capture_output=True)


def digest_of(path: Path) -> str:
    """Hash names and bytes of the parts of a Word file in their order."""
    digest = hashlib.sha256()
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            part = package.read(name)
            digest.update(f"{name}\0{len(part)}\0".encode())
            digest.update(part)
    return digest.hexdigest()


def digests_in(out: Path) -> list[str]:
    """Give a line for every Word file below a folder: its digest and its name there."""
    files = sorted(path.relative_to(out).as_posix() for path in out.rglob("*.docx"))
    return [f"{digest_of(out / name)}  {name}" for name in files]


def main() -> None:
    """Build and write."""
    with tempfile.TemporaryDirectory() as folder:
        build_all(Path(folder))
        DIGESTS.write_text("\n".join((*digests_in(Path(folder)), "")), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
