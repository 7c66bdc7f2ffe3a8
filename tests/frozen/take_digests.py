"""Build the frozen content and write the digests of its Word files. Run this after a change that is meant.

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
    """Build every year of every project, each into a folder with the name of its project."""
    for project, year in PROJECTS:
        arguments = ("build", "-C", str(FOLDER / project), "--year", year, "--out", str(out / project))
        subprocess.run([sys.executable, "-m", "esa_docs.cli", *arguments], check=True, capture_output=True)


def digest_of(path: Path) -> str:
    """Return the digest of a Word file: of names and bytes of its parts, in their order.

    The parts are hashed, not the file: how well they are packed depends on the zlib of the machine.
    """
    digest = hashlib.sha256()
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            part = package.read(name)
            digest.update(f"{name}\0{len(part)}\0".encode())
            digest.update(part)
    return digest.hexdigest()


def digests_in(out: Path) -> list[str]:
    """Return a line for every Word file below a folder: its digest and its name there."""
    names = sorted(path.relative_to(out).as_posix() for path in out.rglob("*.docx"))
    return [f"{digest_of(out / name)}  {name}" for name in names]


def main() -> None:
    """Build the projects and write the digests of their Word files."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        build_all(out)
        lines = [f"{digest}\n" for digest in digests_in(out)]
    # On Windows Python would write CRLF, and every line of the file would differ.
    DIGESTS.write_text("".join(lines), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
