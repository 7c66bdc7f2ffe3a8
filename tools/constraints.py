"""Write ``constraints.txt``: the versions CI installs. Run it with Python 3.11; commit the file it writes.

    python3.11 tools/constraints.py

It asks pip what it would install for ``.[test,lint]`` into an empty environment, so these are the newest
versions that the bounds of pyproject.toml allow; nothing is installed. The lowest Python decides, since later
ones can have what it can have.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).parents[1]
CONSTRAINTS: Final = ROOT / "constraints.txt"
HEADER: Final = "# Written by tools/constraints.py: the versions with which CI tests.\n"
LOWEST_PYTHON: Final = (3, 11)
_PROGRAMS: Final = "Scripts" if sys.platform == "win32" else "bin"


def resolve(requirement: str, folder: Path) -> Mapping[str, Any]:
    """Ask pip what it would install into an empty environment.

    Args:
        requirement: what to install, as for ``pip install``.
        folder: where to make the environment; it need not exist.

    Returns:
        pip's installation report.

    Raises:
        subprocess.CalledProcessError: pip found no versions that fit; its reasons stand on standard error.
    """
    venv.create(folder, with_pip=True)
    options = ("--quiet", "--disable-pip-version-check", "--dry-run", "--report", "-")
    command = [str(folder / _PROGRAMS / "python"), "-m", "pip", "install", *options, requirement]
    process = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE)  # noqa: S603 our own command
    report: Mapping[str, Any] = json.loads(process.stdout)
    return report


def constraints(report: Mapping[str, Any]) -> str:
    """Return the text of the file: names and versions, without the places they come from.

    Args:
        report: pip's installation report.
    """
    lines = sorted(_lines(report), key=str.casefold)
    return HEADER + "".join(f"{line}\n" for line in lines)


def _lines(report: Mapping[str, Any]) -> Iterator[str]:
    for package in report["install"]:
        is_esa_docs_itself = "dir_info" in package["download_info"]
        if not is_esa_docs_itself:
            metadata = package["metadata"]
            yield f"{metadata['name']}=={metadata['version']}"


def main() -> None:
    """Write the file."""
    if sys.version_info[:2] != LOWEST_PYTHON:
        lowest = ".".join(map(str, LOWEST_PYTHON))
        sys.exit(f"Run it with Python {lowest}, the lowest that esa-docs supports.")
    with tempfile.TemporaryDirectory() as folder:
        report = resolve(".[test,lint]", Path(folder) / "venv")
    CONSTRAINTS.write_text(constraints(report), encoding="utf-8")


if __name__ == "__main__":
    main()
