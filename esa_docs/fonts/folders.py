"""Folders of faces: this program's own, those of this user's fonts and of the whole machine's.

The folders of Windows and macOS are written from their documentation and were not tried there.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from platformdirs import user_cache_path

FONTS_VARIABLE: Final = "ESA_DOCS_FONTS"
"""Environment variable that names another folder for the faces kept for layout."""

Environment = Mapping[str, str]


def kept_folder(environment: Environment = os.environ) -> Path:
    """Return the folder of the faces this program keeps for layout; it need not exist."""
    chosen_folder = environment.get(FONTS_VARIABLE)
    if chosen_folder:
        return Path(chosen_folder)
    return user_cache_path("esa-docs", appauthor=False) / "fonts"


def user_folder(platform: str = sys.platform, environment: Environment = os.environ) -> Path:
    """Return the folder into which faces are installed for this user. No administrator is needed for it.

    Args:
        platform: as in ``sys.platform``.
        environment: the variables of the process.
    """
    if platform == "win32":
        return _local_data(environment) / "Microsoft" / "Windows" / "Fonts"
    if platform == "darwin":
        return Path.home() / "Library" / "Fonts"
    return _shared_data(environment) / "fonts" / "esa-docs"


def installed_folders(
    platform: str = sys.platform, environment: Environment = os.environ
) -> tuple[Path, ...]:
    """Return the folders in which programs of this machine look for fonts, this user's before the machine's.

    Args:
        platform: as in ``sys.platform``.
        environment: the variables of the process.
    """
    if platform == "win32":
        windows = Path(environment.get("WINDIR", "C:/Windows"))
        return user_folder(platform, environment), windows / "Fonts"
    if platform == "darwin":
        return (
            user_folder(platform, environment),
            Path("/Library/Fonts"),
            Path("/Network/Library/Fonts"),
            Path("/System/Library/Fonts"),
        )
    return (
        _shared_data(environment) / "fonts",
        Path.home() / ".fonts",
        Path("/usr/local/share/fonts"),
        Path("/usr/share/fonts"),
    )


def _local_data(environment: Environment) -> Path:
    """Return the folder in which Windows programs keep data of this user on this machine."""
    folder = environment.get("LOCALAPPDATA")
    if folder:
        return Path(folder)
    return Path.home() / "AppData" / "Local"


def _shared_data(environment: Environment) -> Path:
    """Return the folder of this user's data by the XDG Base Directory Specification."""
    folder = environment.get("XDG_DATA_HOME")
    if folder:
        return Path(folder)
    return Path.home() / ".local" / "share"
