"""LibreOffice on this machine: its program and its version."""

from __future__ import annotations

import configparser
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

_NAMES: Final = ("soffice", "libreoffice")
_WINDOWS_OFFICE: Final = "LibreOffice/program/soffice.exe"
_WINDOWS_FOLDERS: Final = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
_MAC_OFFICE: Final = "/Applications/LibreOffice.app/Contents/MacOS/soffice"
_BARE_NAME: Final = "LibreOffice"


def find_office_suite() -> Path | None:
    """Return the program of LibreOffice; None where it is not installed."""
    for name in _NAMES:
        path = shutil.which(name)
        if path:
            return Path(path)
    # The installers of Windows and macOS do not put LibreOffice on the PATH.
    for program in _installed_programs():
        # One in a folder that this user may not enter is none for him.
        with suppress(OSError):
            if program.is_file():
                return program
    return None


def _installed_programs() -> Iterator[Path]:
    """Generate the paths at which installers put LibreOffice on Windows and macOS."""
    for variable in _WINDOWS_FOLDERS:
        folder = os.environ.get(variable)
        if folder:
            yield Path(folder) / _WINDOWS_OFFICE
    yield Path(_MAC_OFFICE)


def console_program(program: Path) -> Path:
    """Return the program that runs without a window. It differs from ``program`` on Windows alone.

    Not tried on Windows.
    """
    if sys.platform != "win32":
        return program
    # Unlike soffice.exe, soffice.com waits for the end of LibreOffice and writes its faults to the console.
    waiting_program = program.with_suffix(".com")
    return waiting_program if waiting_program.is_file() else program


def read_product(program: Path) -> tuple[str, str]:
    """Return name with version, and build, such as ``("LibreOffice 7.4", "40(Build:2)")``.

    Where they cannot be read, the name has no version and the build is empty. They are read from the files
    beside the program, for that is much quicker than to start it.
    """
    folder = program.resolve().parent
    name = _read_setting(folder, "bootstrap", "Bootstrap", "ProductKey")
    build = _read_setting(folder, "version", "Version", "buildid")
    return name or _BARE_NAME, build


def _read_setting(folder: Path, file: str, section: str, key: str) -> str:
    """Return a value of a settings file of LibreOffice; empty where it cannot be read."""
    reader = configparser.RawConfigParser(strict=False)
    linux_path = folder / f"{file}rc"
    windows_path = folder / f"{file}.ini"
    mac_path = folder.parent / "Resources" / f"{file}rc"
    try:
        reader.read((linux_path, windows_path, mac_path), encoding="utf-8")
        return reader.get(section, key, fallback="")
    except (OSError, UnicodeDecodeError, configparser.Error):
        return ""
