"""What an exported workbook remembers, in a hidden sheet: what it is of, and each cell as it was."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from esa_docs.workbook.layout import Address

RECORD_SHEET: Final = "esa-docs"
"""Name of the hidden sheet."""
_FORMAT: Final = "1"
_DIGITS: Final = 16

Place = tuple[str, str]
"""Sheet and cell, such as ``("มาตรฐาน 1", "D3")``."""


@dataclass(frozen=True, slots=True)
class Record:
    """What was exported.

    Attributes:
        document: name of the document.
        year: fiscal year in the Buddhist era.
        edition: id of its scheme.
        files: SHA-256 of each content file, by its path below the year's folder.
        cells: cells to fill in: where each belongs, and the digest of its text at export.
        texts: cells that are not to be changed, and their texts.
    """

    document: str
    year: int
    edition: str
    files: dict[str, str] = field(default_factory=dict)
    cells: dict[Place, tuple[Address, str]] = field(default_factory=dict)
    texts: dict[Place, str] = field(default_factory=dict)

    def rows(self) -> Iterator[tuple[str, ...]]:
        """Give the rows of the hidden sheet."""
        yield ("format", _FORMAT)
        yield ("document", self.document)
        yield ("year", str(self.year))
        yield ("edition", self.edition)
        yield from (("file", *one) for one in self.files.items())
        yield from (("text", *place, text) for place, text in self.texts.items())
        for place, ((code, issue, keys), digest) in self.cells.items():
            yield ("cell", *place, code, "" if issue is None else str(issue), ".".join(keys), digest)


def read_record(rows: Iterable[Sequence[str]]) -> Record | None:
    """Read the rows of the hidden sheet; None where they are not those of an export."""
    by_name: dict[str, list[Sequence[str]]] = {}
    for name, *rest in rows:
        by_name.setdefault(name, []).append(rest)
    try:
        (form, *_), (document, *_), (year, *_), (edition, *_) = (
            by_name[name][0] for name in ("format", "document", "year", "edition")
        )
        files = {path: digest for path, digest, *_ in by_name["file"]}
        texts = {(sheet, cell): text for sheet, cell, text, *_ in by_name["text"]}
        cells = {
            (sheet, cell): ((code, int(issue) if issue else None, tuple(keys.split("."))), digest)
            for sheet, cell, code, issue, keys, digest, *_ in by_name["cell"]
        }
    except (KeyError, ValueError):
        return None
    return Record(document, int(year), edition, files, cells, texts) if form == _FORMAT else None


def digest_of(text: str) -> str:
    """Give a short checksum by which a text of a cell is known again; white space at its ends is nothing."""
    return hashlib.sha256(text.strip().encode()).hexdigest()[:_DIGITS]
