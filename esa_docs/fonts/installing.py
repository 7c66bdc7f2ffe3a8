"""Putting faces in place: into the folder kept for layout, or among this user's fonts.

The Windows and macOS parts are written from their documentation and were not tried there.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from esa_docs.diagnostics import Diagnostic, Location, MachineError
from esa_docs.fonts.folders import kept_folder, user_folder
from esa_docs.fonts.made_faces import FaceName
from esa_docs.fonts.reading import Face
from esa_docs.fonts.writing import write_all
from esa_docs.i18n import gettext as _
from esa_docs.system_words import reason_in_words

_SECONDS: Final = 60


def keep_faces(faces: Iterable[Face]) -> Path:
    """Put faces into the folder kept for layout, and return the folder.

    Raises:
        MachineError: they cannot be put there (E909).
    """
    return _put(faces, kept_folder())


def install_faces(faces: Sequence[Face]) -> Path:
    """Install faces for this user and return their folder. Word finds them when it is started next.

    Raises:
        MachineError: they cannot be put there, or the system cannot be told of them (E909).
    """
    folder = _put(faces, user_folder())
    files = {}
    for face in faces:
        full_name = FaceName(face.family.name, face.style).full
        files[full_name] = _place(face, folder)
    try:
        _announce(files, folder)
    except OSError as fault:
        raise _fault(fault, folder) from fault
    return folder


def _put(faces: Iterable[Face], folder: Path) -> Path:
    try:
        write_all({_place(face, folder): face.data for face in faces})
    except OSError as fault:
        raise _fault(fault, folder) from fault
    return folder


def _place(face: Face, folder: Path) -> Path:
    return folder / face.family.files[face.style]


def _announce(files: dict[str, Path], folder: Path) -> None:
    """Make new fonts known to the system.

    Args:
        files: file of each face, by the full name of the face.
        folder: the folder of the files.
    """
    if sys.platform == "win32":
        _register(files)
    else:
        _refresh_font_cache(folder)


def _refresh_font_cache(folder: Path) -> None:
    program = shutil.which("fc-cache")
    if program is None:
        return
    # Programs refresh the cache of fontconfig themselves when they start: if this fails, only time is lost.
    with suppress(OSError, subprocess.TimeoutExpired):
        command = [program, str(folder)]
        subprocess.run(command, check=False, capture_output=True, timeout=_SECONDS)  # noqa: S603 fixed


if sys.platform == "win32":
    import ctypes
    import winreg

    _KEY = r"Software\Microsoft\Windows NT\CurrentVersion\Fonts"
    _EVERY_WINDOW, _FONTS_CHANGED, _SKIP_HUNG_WINDOWS, _MILLISECONDS = 0xFFFF, 0x001D, 0x0002, 1000

    def _register(files: dict[str, Path]) -> None:
        """Enter the files among this user's fonts, and announce them to running programs."""
        # Windows has fonts of a user since Windows 10 1809.
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _KEY) as key:
            for name, path in files.items():
                winreg.SetValueEx(key, f"{name} (TrueType)", 0, winreg.REG_SZ, str(path))
        for path in files.values():
            ctypes.windll.gdi32.AddFontResourceW(str(path))
        message = (_EVERY_WINDOW, _FONTS_CHANGED, 0, 0, _SKIP_HUNG_WINDOWS, _MILLISECONDS, None)
        ctypes.windll.user32.SendMessageTimeoutW(*message)


def _fault(fault: OSError, folder: Path) -> MachineError:
    message = _("the fonts cannot be put in place: {reason}").format(reason=reason_in_words(fault))
    hint = _("Look at the free space and the rights of the folder; close Word if it has the fonts in use.")
    return MachineError([Diagnostic("E909", message, Location(folder.as_posix()), hint)])
