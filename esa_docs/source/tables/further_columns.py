"""Columns of a table of recipients beyond those by which they are named: what fields of a text print."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from esa_docs import thai
from esa_docs.model.recipient_columns import column_key
from esa_docs.source.tables.table_file import BLANKS, Cell, has_text, is_filled
from esa_docs.source.yaml_files.tree import Entry, Scalar
from esa_docs.thai.dates import CE_TO_BE

_NUMBER: Final = re.compile(r"[0-9]+")
_LETTER: Final = re.compile(r"[A-Za-zก-ฮ]")
_NUMBERS_OF_A_DATE: Final = 3
_NUMBERS_BESIDE_A_MONTH: Final = 2
"""Numbers of a date whose month is a word: day and year."""
_SHORT_YEAR: Final = re.compile(r"[0-9]{1,2}(?:[/.-][0-9]{1,2}[/.-]|\s*[ก-๎.]+\s*)[0-9]{2}")
"""A date with a year of two digits, such as 31/3/69 or 31 มี.ค. 69; 12.50 looks like one too."""
_TYPED_DATE: Final = re.compile(r"[0-9]+-[0-9]+-[0-9]+")
"""How a cell of Excel has a date as it is typed."""


def keys_of(heads: Mapping[int, str]) -> dict[int, str]:
    """Return the key of each column."""
    return {column: column_key(head) for column, head in heads.items()}


def further_columns(
    head: Sequence[Cell], fields: Mapping[int, str], named_columns: frozenset[str]
) -> tuple[dict[int, str], list[Cell]]:
    """Return the heads of the further columns that the document names, and of those that it does not.

    Of a document that names none, the recipients have none.
    """
    further: dict[int, str] = {}
    unused: list[Cell] = []
    if not named_columns:
        return further, unused
    for column, cell in enumerate(head):
        if column in fields or not has_text([cell]):
            continue
        if column_key(cell.text) in named_columns:
            further[column] = on_one_line(cell.text)
        else:
            unused.append(cell)
    return further, unused


def cells_of_columns(cells: Sequence[Cell], heads: Mapping[int, str]) -> dict[str, Cell]:
    """Return the cells of the further columns of a row, empty ones too: they say where a value is missing."""
    row: dict[str, Cell] = {}
    for column, head in heads.items():
        if column < len(cells):
            row.setdefault(head, _with_whole_year(cells[column]))
    return row


def text_of_column(cell: Cell) -> str:
    """Return what a cell of a further column says, on one line; empty where it says nothing.

    A number is a value in any format. The format Accounting of Excel shows 0 as a dash, which is printed as
    it is seen; of a 0 that a format hides the figure is printed.

    Args:
        cell: the cell.
    """
    is_number = cell.plain not in BLANKS
    if is_number:
        return on_one_line(cell.text or cell.plain)
    return on_one_line(cell.text) if is_filled(cell) else ""


def _with_whole_year(cell: Cell) -> Cell:
    """Return a cell; a date of Excel that is shown with another year than papers have has that of papers."""
    text = thai.to_arabic_digits(cell.text)
    is_date = _TYPED_DATE.fullmatch(cell.plain) is not None
    if is_date and cell.has_christian_year:
        text_of_papers = cell.plain if _is_whole_date(text) else _in_buddhist_era(text, cell.plain)
        return replace(cell, text=text_of_papers, has_christian_year=False, shown_date=cell.text)
    if is_date and _SHORT_YEAR.fullmatch(text):
        return replace(cell, text=cell.plain)
    return cell


def _is_whole_date(text: str) -> bool:
    """Return whether a date is shown with its day, and without a time."""
    numbers = _NUMBER.findall(text)
    if _LETTER.search(text):
        return len(numbers) == _NUMBERS_BESIDE_A_MONTH
    return len(numbers) == _NUMBERS_OF_A_DATE


def _in_buddhist_era(text: str, plain: str) -> str:
    """Return a month, a year, or a date with a time as it is shown, with the year of the Buddhist era.

    Args:
        text: what is shown.
        plain: the date as it is typed: year of the Buddhist era, month, day.
    """
    year = plain.partition("-")[0]
    christian_year = str(int(year) - CE_TO_BE)
    if christian_year in text:
        return text.replace(christian_year, year)
    # A year of two digits is the last of a month and a year.
    return re.sub(rf"{christian_year[-2:]}(?!.*{christian_year[-2:]})", year[-2:], text)


def empty_entries(heads: Sequence[Cell], keys: Collection[str]) -> Iterator[Entry]:
    """Generate an entry without a value for each column that is not read: hints name it.

    Args:
        heads: heads of the columns.
        keys: keys that the recipient has already.
    """
    seen_keys = set(keys)
    for cell in heads:
        head = on_one_line(cell.text)
        if head not in seen_keys:
            seen_keys.add(head)
            yield Entry(head, cell.place, Scalar("", cell.place))


def on_one_line(text: str) -> str:
    """Return the text of a cell on one line, with even blanks."""
    return unicodedata.normalize("NFC", " ".join(text.split()))
