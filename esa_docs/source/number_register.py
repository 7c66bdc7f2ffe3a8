"""The register of numbers: read from the documents of all years and from the files of ``registers/``.

A document counts although other things in it are wrong: its number is taken all the same.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from esa_docs import thai
from esa_docs.diagnostics import Checked, Diagnostic, Location
from esa_docs.i18n import gettext as _
from esa_docs.model.abilities import NumberSeries
from esa_docs.model.kind import Kind, Kinds
from esa_docs.model.number_register import NumberEntry, RegisterRow
from esa_docs.model.signing import Signed
from esa_docs.rules.numbering import check_numbers
from esa_docs.source import tree as yaml_tree
from esa_docs.source.binding import locate
from esa_docs.source.faults import describe_fault
from esa_docs.source.files import path_label
from esa_docs.source.parts import ParsedFile
from esa_docs.source.text import read_text

REGISTERS_FOLDER: Final = "registers"
_COLUMNS: Final = {
    "number": "number",
    "เลขที่": "number",
    "ที่": "number",
    "date": "date",
    "ลงวันที่": "date",
    "วันที่": "date",
    "subject": "subject",
    "เรื่อง": "subject",
}
"""Headings of the columns, and what stands below them."""


@dataclass(frozen=True, slots=True)
class Register:
    """What numbers are taken.

    Attributes:
        entries: every document that has or will have a number or a date of issue.
        faulty: ``year/name`` of documents whose number is another's.
        diagnostics: what was found.
    """

    entries: tuple[NumberEntry, ...]
    faulty: frozenset[str]
    diagnostics: tuple[Diagnostic, ...]


def register_file(numbers: NumberSeries) -> str:
    """Return the file of a project in which documents of a series that were made elsewhere are noted."""
    return f"{REGISTERS_FOLDER}/{numbers.register}.csv"


def load_register(
    root: Path, kinds: Kinds, files: Iterable[ParsedFile], subjects: Mapping[str, str]
) -> Register:
    """Gather the numbers of a project.

    Args:
        root: project folder.
        kinds: the kinds of documents.
        files: its content files of all years, faulty ones too.
        subjects: of documents without faults, by ``year/name``: a memo may take its from what it proposes.
    """
    dated = {kind.name: kind for kind in kinds if kind.numbers or issubclass(kind.content, Signed)}
    made_here = tuple(_entry_of(file, dated[file.kind], subjects) for file in files if file.kind in dated)
    elsewhere = [_read_file(root, numbers) for numbers in kinds.series().values()]
    known = {_identity(one) for one in made_here}
    noted = (one for read in elsewhere for one in read.value or () if _identity(one) not in known)
    entries = (*made_here, *noted)
    told = tuple(check_numbers(entries))
    faulty = frozenset(entry.source for entry, found in told if found.is_error and entry.folder)
    found = (*(one for read in elsewhere for one in read), *(one for _entry, one in told))
    return Register(entries, faulty, found)


def _identity(entry: NumberEntry) -> tuple[object, ...]:
    """Give what tells that a line of a register file notes a document of the project."""
    return entry.series, entry.key, entry.date, entry.subject


def _entry_of(parsed: ParsedFile, kind: Kind[Any], subjects: Mapping[str, str]) -> NumberEntry:
    tree, file = parsed.tree, parsed.file
    is_circular = (tree.text("circular") or "").lower() == "true"
    numbers = kind.circulars if is_circular else kind.numbers
    return NumberEntry(
        numbers.name if numbers else f"/{kind.name}",
        _text(tree, "number") or None,
        _date(_text(tree, "date")),
        _text(tree, "subject") or subjects.get(file.key, ""),
        file.key,
        file.year,
        locate(tree, ("number",))[0],
        locate(tree, ("date",))[0],
    )


def _text(tree: yaml_tree.Mapping, key: str) -> str:
    return unicodedata.normalize("NFC", tree.text(key) or "").strip()


def _date(text: str) -> dt.date | None:
    try:
        return thai.parse_date(text)
    except thai.DateError:  # told where the content is validated
        return None


def _read_file(root: Path, numbers: NumberSeries) -> Checked[tuple[NumberEntry, ...]]:
    path = root / register_file(numbers)
    if not path.exists():
        return Checked(())
    file_label = path_label(path)
    text = read_text(path, file_label)
    if text.value is None:
        return Checked(None, text.diagnostics)
    read = tuple(_rows(text.value, numbers, file_label))
    entries = tuple(one for one in read if isinstance(one, NumberEntry))
    return Checked(entries, tuple(one for one in read if isinstance(one, Diagnostic)))


def _rows(text: str, numbers: NumberSeries, file_label: str) -> Iterator[NumberEntry | Diagnostic]:
    """Read a register file line by line; a faulty line does not keep the others from being read."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        head = [_COLUMNS.get(unicodedata.normalize("NFC", cell).strip().lower(), "") for cell in next(reader)]
        if not set(_COLUMNS.values()) <= set(head):
            yield _without_columns(Location(file_label, 1, 1))
            return
        line = reader.line_num + 1
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield from _row(head, cells, numbers, Location(file_label, line, 1))
            line = reader.line_num + 1
    except csv.Error:
        message = _("columns are expected, the line cannot be read on from here")
        hint = _("Look for a quotation mark that is not closed.")
        yield Diagnostic("E607", message, Location(file_label, line, 1), hint)


def _without_columns(place: Location) -> Diagnostic:
    message = _("columns for number, date and subject are expected in the first line")
    return Diagnostic("E607", message, place, _("Make the first line: เลขที่,ลงวันที่,เรื่อง"))


def _row(
    head: list[str], cells: list[str], numbers: NumberSeries, place: Location
) -> Iterator[NumberEntry | Diagnostic]:
    if len(cells) > len(head) and any(cell.strip() for cell in cells[len(head) :]):
        message = _("{expected} columns are expected, found {found}")
        hint = _("Put a text that contains a comma in quotation marks.")
        yield Diagnostic("E607", message.format(expected=len(head), found=len(cells)), place, hint)
        return
    written = dict(zip(head, cells, strict=False))
    try:
        row = RegisterRow.model_validate({name: written.get(name) for name in RegisterRow.model_fields})
    except ValidationError as fault:
        for one in fault.errors(include_url=False):
            yield describe_fault(one, one.get("ctx", {}), place, str(one["loc"][0]))
        return
    source = register_file(numbers)
    yield NumberEntry(numbers.name, row.number, row.date, row.subject, source, None, place, place)
