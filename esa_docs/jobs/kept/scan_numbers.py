"""The number that the name of a scan, or a line of its text, says behind the word of the kind of its paper.

E454 it is the number of another paper of the kind.

Only a number with its year counts, directly behind the word: a date, a phone number or a page is none.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Any, Final

from esa_docs import thai
from esa_docs.diagnostics import ContentError, Diagnostic, Location
from esa_docs.i18n import gettext as _
from esa_docs.model.kind import Kind
from esa_docs.model.record import Record
from esa_docs.source.folders.files import path_label

# A zero before the number is that of a month: 03-2569.
_NUMBER: Final = r"(?P<number>[1-9][0-9]{0,4})"
_YEAR: Final = r"(?P<year>2[456][0-9]{2})"
_BETWEEN: Final = r"(?:[\s_.-]|เลขที่|ที่|no)*"
"""What a name may have between the word and the number."""
_WORD_OF_NUMBER: Final = r"(?:(?<!วัน)(?<!เดือน)(?<!ครั้ง)(?<!ภาคเรียน)ที่|no\.?)"
_SEPARATOR: Final = r"\s*[/_. -]\s*"
_NO_DATE: Final = r"(?![0-9])(?!\s*[/_.-]\s*[0-9])"
_FIGURES: Final = re.compile(r"[0-9]+")


def refuse_number_in_name(file: Path, kind: Kind[Any], record: Record) -> None:
    """Refuse a scan whose name says number and year of another paper.

    Args:
        file: the scan.
        kind: the kind of the paper.
        record: the record of the version that is kept of the paper.

    Raises:
        ContentError: it does (E454).
    """
    pattern = rf"{_words_of(kind)}{_BETWEEN}{_NUMBER}{_SEPARATOR}{_YEAR}{_NO_DATE}"
    other_number = _other_number(pattern, file.stem, record)
    if other_number:
        message = _("the name of the file says number {other}, and the paper '{name}' has number {number}")
        hint = _("Open the file and look which paper it shows; attach it to that paper.")
        raise ContentError([_of_another(message, hint, other_number, file, record)])


def refuse_number_in_text(text: str, file: Path, kind: Kind[Any], record: Record) -> None:
    """Refuse a scan with a line that begins with the word of the kind and ends with another number.

    Args:
        text: text of its first page.
        file: the scan.
        kind: the kind of the paper.
        record: the record of the version that is kept of the paper.

    Raises:
        ContentError: it has one, and none with the number of the paper (E454).
    """
    pattern = rf"^\s*{_words_of(kind)}[^0-9\n]{{0,100}}?{_WORD_OF_NUMBER}\s*{_NUMBER}\s*/\s*{_YEAR}\s*$"
    other_number = _other_number(pattern, text, record)
    if other_number:
        message = _("the file says number {other}, and the paper '{name}' has number {number}")
        hint = _("Attach the scan of this paper; if it is, make the scan anew as a picture.")
        raise ContentError([_of_another(message, hint, other_number, file, record)])


def _words_of(kind: Kind[Any]) -> str:
    return f"(?:{re.escape(kind.thai_name)}|{re.escape(kind.name)})"


def _other_number(pattern: str, text: str, record: Record) -> str:
    """Return the first number that a text says; empty where it says none, or that of the paper too."""
    if record.number is None or record.date is None:
        return ""
    own_figures = _FIGURES.findall(thai.to_arabic_digits(record.number))
    # Clerks name files by either year.
    own_years = {str(thai.buddhist_year(record.date)), str(record.year)}
    plain_text = thai.to_arabic_digits(unicodedata.normalize("NFC", text)).replace("\u00a0", " ")
    numbers: list[str] = []
    for match in re.finditer(pattern, plain_text, re.IGNORECASE | re.MULTILINE):
        if match["number"] in own_figures and match["year"] in own_years:
            return ""
        numbers.append(f"{match['number']}/{match['year']}")
    return numbers[0] if numbers else ""


def _of_another(message: str, hint: str, other_number: str, file: Path, record: Record) -> Diagnostic:
    year = record.year
    if record.date is not None:
        year = thai.buddhist_year(record.date)
    text = message.format(other=other_number, name=record.name, number=f"{record.number}/{year}")
    return Diagnostic("E454", text, Location(path_label(file)), hint)
