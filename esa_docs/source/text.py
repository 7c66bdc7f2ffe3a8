"""Reading a content file as text: the encoding is UTF-8, anything else is named, never guessed."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from esa_docs.diagnostics import Checked, Diagnostic, Location
from esa_docs.i18n import gettext as _

_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_LAST_ASCII = 0x7F
_MOSTLY = 0.8
"""Share of the bytes above ASCII that are letters of TIS-620 in a file written in it."""
_THAI_BYTES = re.compile(rb"[\xa1-\xda\xdf-\xfb]{2,}")


def read_text(path: Path, shown: str) -> Checked[str]:
    """Read a UTF-8 file; a byte order mark and Windows line ends are nothing special.

    Args:
        path: the file.
        shown: how diagnostics name it.
    """
    try:
        data = path.read_bytes()
    except OSError as fault:
        return _failed("E110", _("the file cannot be read: {reason}").format(reason=fault.strerror), shown)
    return decode_text(data, shown)


def decode_text(data: bytes, shown: str) -> Checked[str]:
    """Decode the bytes of a content file."""
    wide = _wide_encoding(data)
    if wide:
        return _failed(
            "E102",
            _("UTF-8 is expected, the file is {encoding}").format(encoding=wide),
            shown,
            hint=_("In Notepad choose Save As and the encoding UTF-8."),
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        return _not_utf8(data, fault.start, shown)
    return _checked_characters(text.replace("\r\n", "\n").replace("\r", "\n"), shown)


def place_in(text: str, index: int) -> tuple[int, int]:
    """Give line and column, from 1, of a character index."""
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


def _wide_encoding(data: bytes) -> str:
    if data.startswith(_UTF16_MARKS):
        return "UTF-16"
    evens, odds = data[0:200:2].count(0), data[1:200:2].count(0)
    seen = min(len(data), 200) // 2
    return "UTF-16" if seen > 1 and max(evens, odds) > seen * 0.3 and min(evens, odds) < seen * 0.1 else ""


def _not_utf8(data: bytes, start: int, shown: str) -> Checked[str]:
    line = data.count(b"\n", 0, start) + 1
    begin = data.rfind(b"\n", 0, start) + 1
    column = len(data[begin:start].decode("utf-8", "replace").lstrip("\ufeff")) + 1
    where = Location(shown, line, column)
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
    high = [byte for byte in data if byte > _LAST_ASCII]
    thai = sum(map(len, _THAI_BYTES.findall(data)))
    return thai > _MOSTLY * len(high)


def _checked_characters(text: str, shown: str) -> Checked[str]:
    if not text.strip():
        return _failed(
            "E104",
            _("content is expected, the file is empty"),
            shown,
            hint=_("Fill it in, or delete the file."),
        )
    bad = _CONTROL.search(text)
    if bad:
        return _failed(
            "E105",
            _("text is expected, found the control character U+{code:04X}").format(code=ord(bad[0])),
            Location(shown, *place_in(text, bad.start())),
            hint=_("Delete the invisible character at this place and type the text again."),
        )
    return Checked(text)


def _failed(code: str, message: str, where: str | Location, hint: str = "") -> Checked[str]:
    location = where if isinstance(where, Location) else Location(where, 1, 1)
    return Checked(None, (Diagnostic(code, message, location, hint),))
