"""LibreOffice on this machine: where it is and which one."""

from __future__ import annotations

import configparser
import os
import shutil
import sys
from pathlib import Path
from typing import Final

_NAMES: Final = ("soffice", "libreoffice")
_WINDOWS_OFFICE: Final = ("LibreOffice/program/soffice.exe",)
_WINDOWS_FOLDERS: Final = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
_MAC_OFFICE: Final = "/Applications/LibreOffice.app/Contents/MacOS/soffice"
_UNNAMED: Final = "LibreOffice"


def find_office_suite() -> Path | None:
    """Find LibreOffice: on the PATH, or where it is installed on Windows and macOS."""
    for name in _NAMES:
        found = shutil.which(name)
        if found:
            return Path(found)
    folders = [os.environ.get(name) for name in _WINDOWS_FOLDERS]
    places = [Path(folder) / one for folder in folders if folder for one in _WINDOWS_OFFICE]
    places.append(Path(_MAC_OFFICE))
    return next((place for place in places if place.is_file()), None)


def console_program(program: Path) -> Path:
    """Give the program to run without a window: on Windows ``soffice.com``, which waits and tells its faults.

    Not tried on Windows.
    """
    beside = program.with_suffix(".com")
    return beside if sys.platform == "win32" and beside.is_file() else program


def read_product(program: Path) -> tuple[str, str]:
    """Read name with version, and build, from the files beside the program: much quicker than to start it.

    Returns:
        Such as ``("LibreOffice 7.4", "40(Build:2)")``; the bare name and nothing where they cannot be read.
    """
    folder = program.resolve().parent
    name = _read(folder, "bootstrap", "Bootstrap", "ProductKey") or _UNNAMED
    return name, _read(folder, "version", "Version", "buildid")


def _read(folder: Path, file: str, section: str, key: str) -> str:
    """Read one value: from ``…rc`` on Linux and, in another folder, macOS, from ``….ini`` on Windows."""
    reader = configparser.RawConfigParser(strict=False)
    places = (folder / f"{file}rc", folder / f"{file}.ini", folder.parent / "Resources" / f"{file}rc")
    try:
        reader.read(places, encoding="utf-8")
        return reader.get(section, key, fallback="")
    except (OSError, UnicodeDecodeError, configparser.Error):
        return ""
