"""Where faces lie: this program's own folder, this user's fonts, those of the whole machine.

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
    """Give the folder of the faces this program keeps for layout; it need not exist."""
    chosen = environment.get(FONTS_VARIABLE)
    return Path(chosen) if chosen else user_cache_path("esa-docs", appauthor=False) / "fonts"


def user_folder(platform: str = sys.platform, environment: Environment = os.environ) -> Path:
    """Give the folder into which faces are installed for this user; it needs no administrator.

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
    """Give the folders in which programs of this machine look for fonts, this user's before the machine's.

    Args:
        platform: as in ``sys.platform``.
        environment: the variables of the process.
    """
    if platform == "win32":
        windows = Path(environment.get("WINDIR", "C:/Windows"))
        return user_folder(platform, environment), windows / "Fonts"
    if platform == "darwin":
        machine = (Path("/Library/Fonts"), Path("/Network/Library/Fonts"), Path("/System/Library/Fonts"))
        return user_folder(platform, environment), *machine
    mine = (_shared_data(environment) / "fonts", Path.home() / ".fonts")
    return *mine, Path("/usr/local/share/fonts"), Path("/usr/share/fonts")


def _local_data(environment: Environment) -> Path:
    return Path(environment.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")


def _shared_data(environment: Environment) -> Path:
    return Path(environment.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
