"""The register of numbers: read from the documents of all years and from the files of ``registers/``.

A document with faults counts too: its number is taken all the same.
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
from esa_docs.source.disk import Sort, look_at
from esa_docs.source.faults import describe_fault
from esa_docs.source.files import path_label
from esa_docs.source.named_files import file_fault, list_folder
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
"""The field that stands below each heading of a column."""


@dataclass(frozen=True, slots=True)
class Register:
    """The numbers that are taken.

    Attributes:
        entries: every document that has or will have a number or a date of issue.
        faulty: ``year/name`` of documents whose number is another's.
        diagnostics: what is wrong with numbers, and with register files.
    """

    entries: tuple[NumberEntry, ...]
    faulty: frozenset[str]
    diagnostics: tuple[Diagnostic, ...]


def register_file(numbers: NumberSeries) -> str:
    """Return the name of the register file that notes documents of a series that were made elsewhere."""
    return f"{REGISTERS_FOLDER}/{numbers.register}.csv"


def load_register(
    root: Path, kinds: Kinds, files: Iterable[ParsedFile], subjects: Mapping[str, str]
) -> Register:
    """Return the numbers of a project.

    Args:
        root: project folder.
        kinds: the kinds of documents.
        files: its content files of all years, also those with faults.
        subjects: subjects of the documents without faults, by ``year/name``: a memo may take its subject from
            what it proposes.
    """
    entries = list(_project_entries(files, kinds, subjects))
    identities = {_identity(entry) for entry in entries}
    diagnostics: list[Diagnostic] = []
    for numbers in kinds.series().values():
        noted_entries = _read_file(root, numbers)
        diagnostics += noted_entries.diagnostics
        if noted_entries.value:
            entries += [entry for entry in noted_entries.value if _identity(entry) not in identities]
    faulty: set[str] = set()
    for entry, diagnostic in check_numbers(entries):
        diagnostics.append(diagnostic)
        if diagnostic.is_error and entry.folder:
            faulty.add(entry.source)
    return Register(tuple(entries), frozenset(faulty), tuple(diagnostics))


def _project_entries(
    files: Iterable[ParsedFile], kinds: Kinds, subjects: Mapping[str, str]
) -> Iterator[NumberEntry]:
    """Generate an entry for each file whose kind has numbers, or is signed on a date."""
    for file in files:
        kind = kinds.by_name.get(file.kind)
        if kind is None:
            continue
        if kind.numbers or issubclass(kind.content, Signed):
            yield _entry_of(file, kind, subjects)


def _identity(entry: NumberEntry) -> tuple[object, ...]:
    """Return what a document and the line of a register file that notes it have in common."""
    return entry.series, entry.key, entry.date, entry.subject


def _entry_of(parsed_file: ParsedFile, kind: Kind[Any], subjects: Mapping[str, str]) -> NumberEntry:
    """Return the entry of a document of the project, which may have faults."""
    tree, file = parsed_file.tree, parsed_file.file
    circular = tree.text("circular") or ""
    is_circular = circular.lower() == "true"
    numbers = kind.circulars if is_circular else kind.numbers
    series_name = numbers.name if numbers else f"/{kind.name}"
    number = _text(tree, "number") or None
    subject = _text(tree, "subject")
    if not subject:
        subject = subjects.get(file.key, "")
    number_place, _field = locate(tree, ("number",))
    date_place, _field = locate(tree, ("date",))
    date = _date(_text(tree, "date"))
    return NumberEntry(series_name, number, date, subject, file.key, file.year, number_place, date_place)


def _text(tree: yaml_tree.Mapping, key: str) -> str:
    """Return the text of a key without spaces at its ends; empty where no text stands there."""
    return unicodedata.normalize("NFC", tree.text(key) or "").strip()


def _date(text: str) -> dt.date | None:
    """Return the date that a text names; None of any other text."""
    try:
        return thai.parse_date(text)
    except thai.DateError:
        # Validation of the content finds it too, and its diagnostic suffices.
        return None


def _read_file(root: Path, numbers: NumberSeries) -> Checked[tuple[NumberEntry, ...]]:
    """Return the entries of a register file; none where there is no file."""
    path = root / register_file(numbers)
    file_label = path_label(path)
    text = _read_text(root, path)
    if not text.value:
        return Checked((), text.diagnostics)
    entries: list[NumberEntry] = []
    diagnostics: list[Diagnostic] = []
    for row in _rows(text.value, numbers, file_label):
        if isinstance(row, NumberEntry):
            entries.append(row)
        else:
            diagnostics.append(row)
    return Checked(tuple(entries), tuple(diagnostics))


def _read_text(root: Path, path: Path) -> Checked[str]:
    """Return the text of a register file; empty where there is no file.

    None where its folder cannot be read: `whole.check_registers` tells that once for all registers.
    """
    if list_folder(root, path.parent).value is None:
        return Checked(None)
    fault = file_fault(root, path)
    if fault:
        return Checked(None, (fault,))
    if look_at(path).sort is Sort.MISSING:
        return Checked("")
    return read_text(path, path_label(path))


def _rows(text: str, numbers: NumberSeries, file_label: str) -> Iterator[NumberEntry | Diagnostic]:
    """Generate the entry of each line of a register file, or the diagnostics of a faulty line."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        head = [_field_of(heading) for heading in next(reader)]
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


def _field_of(heading: str) -> str:
    """Return the field below a heading; empty where the column is not read."""
    plain_heading = unicodedata.normalize("NFC", heading).strip().lower()
    return _COLUMNS.get(plain_heading, "")


def _without_columns(place: Location) -> Diagnostic:
    message = _("columns for number, date and subject are expected in the first line")
    return Diagnostic("E607", message, place, _("Make the first line: เลขที่,ลงวันที่,เรื่อง"))


def _row(
    head: list[str], cells: list[str], numbers: NumberSeries, place: Location
) -> Iterator[NumberEntry | Diagnostic]:
    cells_beyond_head = cells[len(head) :]
    if any(cell.strip() for cell in cells_beyond_head):
        message = _("{expected} columns are expected, found {found}")
        hint = _("Put a text that contains a comma in quotation marks.")
        yield Diagnostic("E607", message.format(expected=len(head), found=len(cells)), place, hint)
        return
    texts = dict(zip(head, cells, strict=False))
    try:
        row = RegisterRow.model_validate({name: texts.get(name) for name in RegisterRow.model_fields})
    except ValidationError as fault:
        for detail in fault.errors(include_url=False):
            field = str(detail["loc"][0])
            yield describe_fault(detail, detail.get("ctx", {}), place, field)
        return
    source = register_file(numbers)
    yield NumberEntry(numbers.name, row.number, row.date, row.subject, source, None, place, place)
