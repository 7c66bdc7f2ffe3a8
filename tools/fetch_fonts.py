"""Fetches the real TH Sarabun families for the tests that look at pages.

    python3 tools/fetch_fonts.py

They come from a Python package on PyPI, checked by its hash, into the folder .fonts of the checkout; nothing
is installed. Licence of the 13 national fonts: free use and copying.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path, PurePosixPath

PACKAGE = "odoo-addon-l10n-th-base-utils==19.0.2.0.0"
SHA256 = "3fd5a9f84c339c1f9dc671002690d2d3cd4fa22fba88476cf818273205dd8746"
FOLDERS = ("THSarabun", "THSarabunNew")
TARGET = Path(__file__).parents[1] / ".fonts"
FACES = 8


def main() -> None:
    """Fetch the fonts unless they are here."""
    if len(list(TARGET.glob("*.ttf"))) == FACES:
        return
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", folder, PACKAGE]
        subprocess.run(command, check=True)  # noqa: S603 fixed arguments
        (wheel,) = Path(folder).glob("*.whl")
        if hashlib.sha256(wheel.read_bytes()).hexdigest() != SHA256:
            raise SystemExit(f"{wheel.name} is not the file these fonts were checked in")
        unpack(wheel)


def unpack(wheel: Path) -> None:
    """Take the font files out of the package."""
    TARGET.mkdir(exist_ok=True)
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            path = PurePosixPath(name)
            if path.suffix == ".ttf" and path.parent.name in FOLDERS:
                (TARGET / path.name).write_bytes(archive.read(name))


if __name__ == "__main__":
    main()
