"""The bytes of a CSV file as text: what Excel and other programs of an office save is read, and told once.

Excel's type CSV on a Thai Windows is TIS-620 (Windows-874), its type Unicode Text UTF-16 with a mark. Files
of content are UTF-8 alone, see `text`: there a guess could go wrong unseen, and people write them by hand.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from esa_docs.diagnostics import Checked, Diagnostic, Location, Severity
from esa_docs.i18n import gettext as _
from esa_docs.source.yaml_files.text import decode_text, is_damaged_utf8, read_data

_MARKS: Final = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_WINDOWS_874: Final = "cp874"
_UTF8: Final = "utf-8"


@dataclass(frozen=True, slots=True)
class CsvEncoding:
    """How a CSV file is written: the mark at its beginning, which may be empty, and its encoding."""

    mark: bytes
    name: str


def encoding_of(data: bytes) -> CsvEncoding:
    """Return how a CSV file is written; UTF-8 also where it is in no encoding that is read."""
    for mark, name in _MARKS.items():
        if data.startswith(mark) and _can_read(data[len(mark) :], name):
            return CsvEncoding(mark, name)
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    is_utf8 = _can_read(data, _UTF8)
    if not is_utf8 and not mark and _can_read(data, _WINDOWS_874) and not is_damaged_utf8(data):
        return CsvEncoding(b"", _WINDOWS_874)
    return CsvEncoding(mark, _UTF8)


def read_csv_text(path: Path, file_label: str) -> Checked[str]:
    r"""Return the text of a CSV file, without a byte order mark and with ``\n`` as line end.

    Another encoding than UTF-8 is told as an info (E102, E103).

    Args:
        path: the file.
        file_label: how diagnostics name it.
    """
    data = read_data(path, file_label)
    if data.value is None:
        return Checked(None, data.diagnostics)
    encoding = encoding_of(data.value)
    if encoding.name == _UTF8:
        return decode_text(data.value, file_label)
    text = decode_text(data.value.removeprefix(encoding.mark).decode(encoding.name).encode(), file_label)
    return Checked(text.value, (_note(encoding, file_label), *text.diagnostics))


def _note(encoding: CsvEncoding, file_label: str) -> Diagnostic:
    """Return the info that a file was read in another encoding."""
    is_thai = encoding.name == _WINDOWS_874
    code = "E103" if is_thai else "E102"
    words = "TIS-620 (Windows-874)" if is_thai else "UTF-16"
    message = _("the file is {encoding}, and was read as that").format(encoding=words)
    hint = _("Nothing needs to be done where the Thai is right; in Excel the type CSV UTF-8 is safe.")
    return Diagnostic(code, message, Location(file_label, 1, 1), hint, Severity.INFO)


def _can_read(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
