"""The record of an export, in a hidden sheet of the workbook: its document, and each cell as it was."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from esa_docs import thai
from esa_docs.workbook.layout import Address

RECORD_SHEET: Final = "esa-docs"
"""Name of the hidden sheet."""
_FORMAT: Final = "1"
"""Version of the rows of the hidden sheet."""
_DIGITS: Final = 16
"""Hexadecimal digits of a digest."""

Place = tuple[str, str]
"""Sheet and cell, such as ``("มาตรฐาน 1", "D3")``."""


@dataclass(frozen=True, slots=True)
class Record:
    """The record of an export.

    Attributes:
        document: name of the document.
        year: fiscal year in the Buddhist era.
        edition: id of its scheme; empty where its kind has none.
        files: SHA-256 of each content file, by its path below the year's folder.
        cells: the cells to fill in: the address of the value, and the digest of the text at export.
        texts: the texts of the cells that are not to be changed.
    """

    document: str
    year: int
    edition: str
    files: dict[str, str] = field(default_factory=dict)
    cells: dict[Place, tuple[Address, str]] = field(default_factory=dict)
    texts: dict[Place, str] = field(default_factory=dict)

    def rows(self) -> Iterator[tuple[str, ...]]:
        """Generate the rows of the hidden sheet."""
        yield ("format", _FORMAT)
        yield ("document", self.document)
        yield ("year", str(self.year))
        yield ("edition", self.edition)
        for path, digest in self.files.items():
            yield ("file", path, digest)
        for (sheet, cell), text in self.texts.items():
            yield ("text", sheet, cell, text)
        for (sheet, cell), (address, digest) in self.cells.items():
            issue = "" if address.issue is None else str(address.issue)
            keys = ".".join(address.keys)
            yield ("cell", sheet, cell, address.code, issue, keys, digest)


def read_record(rows: Iterable[Sequence[str]]) -> Record | None:
    """Return the record in the rows of the hidden sheet; None where they are not those of an export."""
    rows_by_name: dict[str, list[Sequence[str]]] = {}
    for name, *cells in rows:
        rows_by_name.setdefault(name, []).append(cells)
    try:
        version = _first_cell(rows_by_name["format"])
        document = _first_cell(rows_by_name["document"])
        year = thai.whole_number(_first_cell(rows_by_name["year"]))
        edition = _first_cell(rows_by_name["edition"])
        files = {path: digest for path, digest, *_ in rows_by_name["file"]}
        texts = {(sheet, cell): text for sheet, cell, text, *_ in rows_by_name["text"]}
        open_cells = dict(_open_cells(rows_by_name["cell"]))
    except (KeyError, ValueError):
        return None
    if version != _FORMAT or year is None:
        return None
    return Record(document, year, edition, files, open_cells, texts)


def _first_cell(rows: Sequence[Sequence[str]]) -> str:
    """Return the first cell of the first row, behind its name.

    Raises:
        ValueError: the row has no cells.
    """
    first_row = rows[0]
    cell, *_ = first_row
    return cell


def _open_cells(rows: Iterable[Sequence[str]]) -> Iterator[tuple[Place, tuple[Address, str]]]:
    """Generate each cell to fill in, with the address of its value and the digest of its text.

    Raises:
        ValueError: a row has too few cells, or the number of its issue is none.
    """
    for sheet, cell, code, issue, keys, digest, *_ in rows:
        number = int(issue) if issue else None
        address = Address(code, number, tuple(keys.split(".")))
        yield (sheet, cell), (address, digest)


def digest_of(text: str) -> str:
    """Return a short checksum of the text of a cell, without the white space at its ends."""
    full_digest = hashlib.sha256(text.strip().encode()).hexdigest()
    return full_digest[:_DIGITS]
