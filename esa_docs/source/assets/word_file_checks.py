"""Whether a file that is to be put into a paper is a Word file: looked at by its beginning and its directory.

E483 it is no Word file · E484 it is locked with a password · E485 it holds macros · E486 it is too large.
A build, which reads all of it, may find more (E344).
"""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path
from typing import Final

from esa_docs.i18n import gettext as _
from esa_docs.model.people import KeyPath
from esa_docs.model.problem import Problem
from esa_docs.source.folders.disk import MOST_BYTES, open_file, reason_of
from esa_docs.source.folders.named_files import unreadable_words

_ZIP: Final = b"PK"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Begins a file of an old Word (.doc), and also a new one that a password locks."""
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
_TYPES_PART: Final = "[Content_Types].xml"
_MACRO_PART: Final = "vbaproject.bin"
_WORD: Final = b"wordprocessingml.document.main+xml"
_OTHER_WORD: Final = (b"wordprocessingml.template.main+xml",)
_WITH_MACROS: Final = b"macroenabled"
_LONGEST_TYPES: Final = 4 * 1024 * 1024
_MOST_UNPACKED: Final = 512 * 1024 * 1024
_MEGABYTE: Final = 1024 * 1024
_UNREADABLE: Final = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, ValueError)


def check_word_file(path: KeyPath, name: str, file: Path) -> Problem | None:
    """Return why a file cannot be put into a paper; None where nothing speaks against it.

    Args:
        path: key path of its name.
        name: the file as written.
        file: where it lies.
    """
    try:
        with open_file(file) as opened:
            size = opened.seek(0, io.SEEK_END)
            opened.seek(0)
            if size > MOST_BYTES:
                return _too_large(path, name, size)
            return _check_bytes(path, name, opened)
    except OSError as fault:
        message, hint = unreadable_words(name, reason_of(fault))
        return Problem(path, "E438", message, hint)


def _check_bytes(path: KeyPath, name: str, opened: io.BufferedReader) -> Problem | None:
    beginning = opened.read(len(_OLE))
    if not beginning:
        message = _("the file '{file}' is empty").format(file=name)
        hint = _("Save it again in Word, or name another file.")
        return Problem(path, "E483", message, hint)
    if beginning == _OLE:
        return _check_old_container(path, name, opened.read())
    if not beginning.startswith(_ZIP):
        return _no_word_file(path, name)
    opened.seek(0)
    try:
        with zipfile.ZipFile(opened) as archive:
            return _check_package(path, name, archive)
    except _UNREADABLE:
        message = _("the Word file '{file}' is damaged").format(file=name)
        hint = _("Open it in Word, which may mend it, and save it anew as .docx.")
        return Problem(path, "E483", message, hint)


def _check_old_container(path: KeyPath, name: str, data: bytes) -> Problem:
    if _LOCKED in data:
        message = _("the Word file '{file}' is locked with a password").format(file=name)
        hint = _("In Word: File, Info, Protect Document, take the password off; save a copy and name that.")
        return Problem(path, "E484", message, hint)
    message = _("'{file}' is a file of an old Word (.doc)").format(file=name)
    hint = _("Open it in Word and save it as Word Document (.docx); then name the new file.")
    return Problem(path, "E483", message, hint)


def _check_package(path: KeyPath, name: str, archive: zipfile.ZipFile) -> Problem | None:
    infos = archive.infolist()
    size = sum(info.file_size for info in infos)
    if size > _MOST_UNPACKED:
        return _too_large(path, name, size)
    names = {info.filename.rpartition("/")[2].lower() for info in infos}
    types = _content_types(archive).lower()
    if _MACRO_PART in names or _WITH_MACROS in types:
        message = _("the Word file '{file}' holds macros, which an official paper must not carry")
        hint = _("Save it in Word as 'Word Document (*.docx)', which leaves the macros out.")
        return Problem(path, "E485", message.format(file=name), hint)
    if _WORD not in types and not any(other in types for other in _OTHER_WORD):
        return _no_word_file(path, name)
    return None


def _content_types(archive: zipfile.ZipFile) -> bytes:
    """Return the content types of a package; empty where it has none."""
    if _TYPES_PART not in archive.namelist():
        return b""
    with archive.open(_TYPES_PART) as part:
        return part.read(_LONGEST_TYPES)


def _no_word_file(path: KeyPath, name: str) -> Problem:
    message = _("'{file}' is no Word file, though its name ends in .docx").format(file=name)
    hint = _("Open it in the program that made it, and save it there as Word Document (.docx).")
    return Problem(path, "E483", message, hint)


def _too_large(path: KeyPath, name: str, size: int) -> Problem:
    message = _("the Word file '{file}' is too large to be put into a paper: {size} MB")
    hint = _("In Word make its pictures smaller (Picture Format, Compress Pictures), or name it as a PDF.")
    text = message.format(file=name, size=round(size / _MEGABYTE))
    return Problem(path, "E486", text, hint)
