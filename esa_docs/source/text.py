"""Reading a content file as text: the encoding is UTF-8, anything else is named, never guessed."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from esa_docs.diagnostics import Checked, Diagnostic, Location
from esa_docs.i18n import gettext as _
from esa_docs.thai import is_thai

_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_LAST_ASCII = 0x7F
_MOSTLY = 0.8
"""Share of the bytes above ASCII that are letters of TIS-620 in a file written in it."""
_UTF8_LENGTH = 3
"""Bytes of a Thai letter in UTF-8."""
_THAI_BYTES = re.compile(rb"[\xa1-\xda\xdf-\xfb]{2,}")


def read_text(path: Path, file_label: str) -> Checked[str]:
    """Read a UTF-8 file; a byte order mark and Windows line ends are nothing special.

    Args:
        path: the file.
        file_label: how diagnostics name it.
    """
    try:
        data = path.read_bytes()
    except OSError as fault:
        return Checked(None, (unreadable(fault, Location(file_label, 1, 1)),))
    return decode_text(data, file_label)


def unreadable(fault: OSError, place: Location) -> Diagnostic:
    """Tell that a file cannot be read (E110)."""
    message = _("the file cannot be read: {reason}").format(reason=fault.strerror)
    hint = _("Close it in other programs and check that it is there.")
    return Diagnostic("E110", message, place, hint)


def decode_text(data: bytes, file_label: str) -> Checked[str]:
    """Decode the bytes of a content file."""
    if _is_utf16(data):
        return _failed(
            "E102",
            _("UTF-8 is expected, the file is {encoding}").format(encoding="UTF-16"),
            file_label,
            hint=_("In Notepad choose Save As and the encoding UTF-8."),
        )
    data = data.removeprefix(codecs.BOM_UTF8).replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as fault:
        return _not_utf8(data, fault.start, file_label)
    return _checked_characters(text, file_label)


def salvage_text(path: Path) -> str:
    """Decode a faulty file as well as can be: good enough to look up one key, not to print."""
    try:
        data = path.read_bytes()
    except OSError:
        return ""
    encoding = "utf-16" if data.startswith(_UTF16_MARKS) else "cp874" if _is_cp874(data) else "utf-8"
    return data.decode(encoding, "ignore").replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")


def place_in(text: str, index: int) -> tuple[int, int]:
    """Give line and column, from 1, of a character index."""
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


def _is_utf16(data: bytes) -> bool:
    """Tell UTF-16 by its mark, or by the high bytes of Latin (00) and Thai (0E) letters on one side only."""
    if data.startswith(_UTF16_MARKS):
        return True
    head = data[:200].replace(b"\x0e", b"\0")
    seen = len(head) // 2
    evens, odds = head[0::2].count(0), head[1::2].count(0)
    return seen > 1 and max(evens, odds) > seen * 0.3 and min(evens, odds) < seen * 0.1


def _not_utf8(data: bytes, start: int, file_label: str) -> Checked[str]:
    line = data.count(b"\n", 0, start) + 1
    begin = data.rfind(b"\n", 0, start) + 1
    column = len(data[begin:start].decode("utf-8")) + 1
    where = Location(file_label, line, column)
    if _is_cp874(data):
        return _failed(
            "E103",
            _("UTF-8 is expected, the file looks like TIS-620 (Windows-874)"),
            where,
            hint=_("In Notepad choose Save As and the encoding UTF-8."),
        )
    return _failed(
        "E101",
        _("UTF-8 is expected, byte 0x{byte:02X} is not UTF-8").format(byte=data[start]),
        where,
        hint=_("Save the file again with the encoding UTF-8."),
    )


def _is_cp874(data: bytes) -> bool:
    """Tell TIS-620: nearly all bytes above ASCII are its letters, and few of them make Thai in UTF-8."""
    high = sum(byte > _LAST_ASCII for byte in data)
    thai = sum(map(len, _THAI_BYTES.findall(data)))
    damaged_utf8 = sum(map(is_thai, data.decode("utf-8", "ignore")))
    return thai > _MOSTLY * high and damaged_utf8 * _UTF8_LENGTH < high / 2


def _checked_characters(text: str, file_label: str) -> Checked[str]:
    if not text.strip():
        return _failed(
            "E104",
            _("content is expected, the file is empty"),
            file_label,
            hint=_("Fill it in, or delete the file."),
        )
    bad = _CONTROL.search(text)
    if bad:
        return _failed(
            "E105",
            _("text is expected, found the control character U+{code:04X}").format(code=ord(bad[0])),
            Location(file_label, *place_in(text, bad.start())),
            hint=_("Delete the invisible character at this place and type the text again."),
        )
    return Checked(text)


def _failed(code: str, message: str, where: str | Location, hint: str = "") -> Checked[str]:
    location = where if isinstance(where, Location) else Location(where, 1, 1)
    return Checked(None, (Diagnostic(code, message, location, hint),))
