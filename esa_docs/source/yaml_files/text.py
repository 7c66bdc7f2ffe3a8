"""Reading a content file as text: the encoding is UTF-8, anything else is named, never guessed."""

from __future__ import annotations

import codecs
import errno
import re
from pathlib import Path

from esa_docs.diagnostics import Checked, ContentError, Diagnostic, Location
from esa_docs.i18n import gettext as _
from esa_docs.refused_signs import refusal_of
from esa_docs.source.folders.disk import MOST_BYTES, read_bytes
from esa_docs.source.folders.files import path_label
from esa_docs.system_words import reason_in_words
from esa_docs.thai import is_thai

_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Other characters that content may not hold may stand in comments: `thai.refused_characters` looks at values.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_LAST_ASCII = 0x7F
_UTF16_SAMPLE = 200
"""Bytes at the beginning of a file that are looked at for UTF-16."""
_LEAST_HIGH_BYTES = 0.3
"""Share of the letters whose high byte is 00 or 0E, at least, in a file of UTF-16."""
_MOST_LOW_BYTES = 0.1
"""Share of the letters whose low byte is 00 or 0E, at most, in such a file."""
_LEAST_THAI_BYTES = 0.8
"""Share of the bytes above ASCII that are letters of TIS-620 in a file written in it."""
_UTF8_LENGTH = 3
"""Bytes of a Thai letter in UTF-8."""
_THAI_BYTES = re.compile(rb"[\xa1-\xda\xdf-\xfb]{2,}")
"""Two letters of TIS-620 or more, one after another."""


def read_text(path: Path, file_label: str) -> Checked[str]:
    r"""Return the text of a UTF-8 file, without a byte order mark and with ``\n`` as line end.

    Args:
        path: the file.
        file_label: how diagnostics name it.
    """
    data = read_data(path, file_label)
    if data.value is None:
        return Checked(None, data.diagnostics)
    return decode_text(data.value, file_label)


def read_data(path: Path, file_label: str) -> Checked[bytes]:
    """Return what a file holds, or why it cannot be read (E110).

    Args:
        path: the file.
        file_label: how diagnostics name it.
    """
    try:
        return Checked(read_bytes(path))
    except OSError as fault:
        return Checked(None, (unreadable(fault, Location(file_label, 1, 1)),))


def read_or_raise(path: Path, most_bytes: int = MOST_BYTES) -> bytes:
    """Return what a file holds.

    Args:
        path: the file.
        most_bytes: bytes of the largest file that is read.

    Raises:
        ContentError: it cannot be read, is no file, or is too large (E110).
    """
    try:
        return read_bytes(path, most_bytes)
    except OSError as fault:
        raise ContentError([unreadable(fault, Location(path_label(path)))]) from fault


def unreadable(fault: OSError, place: Location) -> Diagnostic:
    """Return the diagnostic of a file that cannot be read (E110)."""
    message = _("the file cannot be read: {reason}").format(reason=reason_in_words(fault))
    hint = _("Close it in other programs and check that it is there.")
    if fault.errno == errno.ENOENT:
        hint = _("Put the file there, or correct its name: capital letters, blanks and the ending count.")
    if fault.errno == errno.EFBIG:
        hint = _("No paper of an office is that large: look whether it is the right file.")
    return Diagnostic("E110", message, place, hint)


def decode_text(data: bytes, file_label: str) -> Checked[str]:
    """Return the bytes of a content file as text.

    Args:
        data: the bytes.
        file_label: how diagnostics name the file.
    """
    if _is_utf16(data):
        return _failed(
            "E102",
            _("UTF-8 is expected, the file is {encoding}").format(encoding="UTF-16"),
            Location(file_label, 1, 1),
            hint=_("In Notepad choose Save As and the encoding UTF-8."),
        )
    data = data.removeprefix(codecs.BOM_UTF8).replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as fault:
        return _not_utf8(data, fault.start, file_label)
    return _checked_characters(text, file_label)


def salvage_text(path: Path) -> str:
    """Return the text of a faulty file as well as can be: good enough to look up one key, not to print.

    Empty where the file cannot be read.
    """
    try:
        data = read_bytes(path)
    except OSError:
        return ""
    text = data.decode(_likely_encoding(data), "ignore")
    return text.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")


def _likely_encoding(data: bytes) -> str:
    if data.startswith(_UTF16_MARKS):
        return "utf-16"
    if _is_cp874(data):
        return "cp874"
    return "utf-8"


def place_in(text: str, index: int) -> tuple[int, int]:
    """Return line and column, from 1, of a character index."""
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


def _is_utf16(data: bytes) -> bool:
    """Return whether bytes are UTF-16, with or without its mark."""
    if data.startswith(_UTF16_MARKS):
        return True
    # A letter is two bytes. Its high byte is 00 in Latin and 0E in Thai, and stands always first or always
    # second.
    sample = data[:_UTF16_SAMPLE].replace(b"\x0e", b"\0")
    letters = len(sample) // 2
    zeros_first, zeros_second = sample[0::2].count(0), sample[1::2].count(0)
    high_bytes, low_bytes = max(zeros_first, zeros_second), min(zeros_first, zeros_second)
    return letters > 1 and high_bytes > letters * _LEAST_HIGH_BYTES and low_bytes < letters * _MOST_LOW_BYTES


def _not_utf8(data: bytes, start: int, file_label: str) -> Checked[str]:
    """Return the diagnostic of bytes that are not UTF-8.

    Args:
        data: the bytes.
        start: index of the first that is not.
        file_label: how diagnostics name the file.
    """
    line = data.count(b"\n", 0, start) + 1
    line_start = data.rfind(b"\n", 0, start) + 1
    column = len(data[line_start:start].decode("utf-8")) + 1
    place = Location(file_label, line, column)
    if _is_cp874(data):
        return _failed(
            "E103",
            _("UTF-8 is expected, the file looks like TIS-620 (Windows-874)"),
            place,
            hint=_("In Notepad choose Save As and the encoding UTF-8."),
        )
    return _failed(
        "E101",
        _("UTF-8 is expected, byte 0x{byte:02X} is not UTF-8").format(byte=data[start]),
        place,
        hint=_("Save the file again with the encoding UTF-8."),
    )


def _is_cp874(data: bytes) -> bool:
    """Return whether bytes are TIS-620: nearly all above ASCII are its letters, few make Thai in UTF-8."""
    high_bytes = sum(byte > _LAST_ASCII for byte in data)
    thai_bytes = sum(map(len, _THAI_BYTES.findall(data)))
    return thai_bytes > _LEAST_THAI_BYTES * high_bytes and not is_damaged_utf8(data)


def is_damaged_utf8(data: bytes) -> bool:
    """Return whether bytes that are not UTF-8 are so but for a few: most of them make Thai in it.

    It is not TIS-620, though most of its bytes are letters of that too.
    """
    high_bytes = sum(byte > _LAST_ASCII for byte in data)
    thai_letters_in_utf8 = sum(map(is_thai, data.decode("utf-8", "ignore")))
    return thai_letters_in_utf8 * _UTF8_LENGTH >= high_bytes / 2


def _checked_characters(text: str, file_label: str) -> Checked[str]:
    if not text.strip():
        return _failed(
            "E104",
            _("content is expected, the file is empty"),
            Location(file_label, 1, 1),
            hint=_("Fill it in, or delete the file."),
        )
    control_character = _CONTROL.search(text)
    if control_character is None:
        return Checked(text)
    line, column = place_in(text, control_character.start())
    return Checked(None, (_control_fault(text, control_character[0], Location(file_label, line, column)),))


def control_fault(text: str, place: Location) -> Diagnostic | None:
    """Return the diagnostic of the first control character of a text (E105); None where it has none."""
    control_character = _CONTROL.search(text)
    if control_character is None:
        return None
    return _control_fault(text, control_character[0], place)


def _control_fault(text: str, character: str, place: Location) -> Diagnostic:
    refusal = refusal_of(character, text)
    return Diagnostic("E105", refusal.message, place, refusal.hint)


def _failed(code: str, message: str, place: Location, hint: str) -> Checked[str]:
    return Checked(None, (Diagnostic(code, message, place, hint),))
