"""Folders that are meant as those of a year and are not read, such as ``69``.

E461 the name of a folder with content is nearly that of a year.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Final

from esa_docs import thai
from esa_docs.diagnostics import Diagnostic, Severity
from esa_docs.i18n import gettext as _
from esa_docs.source.folders.disk import Entry, Sort, scan_folder
from esa_docs.source.folders.files import YEAR_NAME
from esa_docs.source.folders.named_files import folder_place
from esa_docs.source.folders.walking import CONTENT_ENDINGS, PASSED_OVER

_WHOLE_YEAR: Final = re.compile(r"(?<![0-9๐-๙])[0-9๐-๙]{4}(?![0-9๐-๙])")
_WORDS_OF_YEAR: Final = r"(?:ปีงบประมาณ|ปีงบ|ปี|พ\.?ศ\.?|fy|year|[\s._-])*"
_BARE_YEAR: Final = re.compile(
    rf"{_WORDS_OF_YEAR}(?P<year>[0-9๐-๙]{{4}}|[0-9๐-๙]{{2}}){_WORDS_OF_YEAR}", re.IGNORECASE
)
"""A name that says a year, whole or by its last two digits, and nothing else."""
_YEAR_FIRST: Final = re.compile(rf"{_WORDS_OF_YEAR}[0-9๐-๙]{{4}}(?![0-9๐-๙])", re.IGNORECASE)
"""The beginning of a name that says its year first; any other may be that of a copy that somebody keeps."""
_CENTURY: Final = 2500


def check_year_folders(entries: Iterable[Entry], years: Collection[int]) -> Iterator[Diagnostic]:
    """Generate the diagnostic of each folder that is not read and that is meant as one of a year.

    Args:
        entries: what the project folder holds.
        years: fiscal years that have a folder.
    """
    for entry in entries:
        yield from _of_folder(entry, years)


def _of_folder(entry: Entry, years: Collection[int]) -> Iterator[Diagnostic]:
    """Generate the diagnostic of a folder with content, the name of which nearly is that of a year (E461)."""
    name = entry.path.name
    is_other = entry.sort is not Sort.FOLDER or name.startswith(PASSED_OVER) or YEAR_NAME.fullmatch(name)
    if is_other:
        return
    year = _meant_year(name)
    if year is None or not _holds_content(entry.path):
        return
    message = _("the folder '{name}' is not read: it is not named by a year, such as {year}")
    text = message.format(name=name, year=year)
    if year in years:
        hint = _("Move its content into the folder {year}, or the folder out of the project.")
        is_meant = _BARE_YEAR.fullmatch(name) is not None
    else:
        hint = _("Rename the folder to {year}.")
        is_meant = _BARE_YEAR.fullmatch(name) is not None or _YEAR_FIRST.match(name) is not None
    hint = hint.format(year=year)
    severity = Severity.ERROR if is_meant else Severity.INFO
    yield Diagnostic("E461", text, folder_place(entry.path), hint, severity)


def _meant_year(name: str) -> int | None:
    """Return the fiscal year that the name of a folder holds; None where it holds none.

    Two digits are one only where nothing else stands beside them: a list, a room or a day has them too.
    """
    bare_year = _BARE_YEAR.fullmatch(name)
    whole_year = _WHOLE_YEAR.search(name)
    if bare_year:
        digits = bare_year["year"]
    elif whole_year:
        digits = whole_year[0]
    else:
        return None
    number = int(thai.to_arabic_digits(digits))
    for year in (number, number + _CENTURY, number + thai.CE_TO_BE):
        if thai.FIRST_YEAR <= year <= thai.LAST_YEAR:
            return year
    return None


def _holds_content(folder: Path) -> bool:
    """Return whether a file of content lies in a folder, or in a folder of it."""
    try:
        entries = scan_folder(folder)
    except OSError:
        return True
    for entry in entries:
        if _is_content(entry):
            return True
        if entry.sort is Sort.FOLDER and _holds_content_itself(entry.path):
            return True
    return False


def _holds_content_itself(folder: Path) -> bool:
    try:
        return any(_is_content(entry) for entry in scan_folder(folder))
    except OSError:
        return True


def _is_content(entry: Entry) -> bool:
    name = entry.path.name.lower()
    return entry.sort is Sort.FILE and name.endswith(CONTENT_ENDINGS) and not name.startswith(PASSED_OVER)
