"""Lay out the workbook of a self-assessment as a plain value: sheets and rows, each with its content file.

E688 a text is too long for a cell · E689 no file holds an indicator or item yet.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any, Final, NamedTuple

from esa_docs.diagnostics import Checked, Diagnostic, Location, Severity
from esa_docs.i18n import gettext as _
from esa_docs.model.abilities import Parts
from esa_docs.model.base import Content
from esa_docs.model.cell_forms import KeyNames, Value
from esa_docs.model.document import Document
from esa_docs.model.kind import Kind
from esa_docs.model.workbook_form import Column, PartForm, SheetForm, WorkbookForm
from esa_docs.source.folders.files import path_label
from esa_docs.source.loading.parts import PART_KEY
from esa_docs.workbook.written_parts import WrittenPart, issue_number, issues_in, written_parts

LONGEST_CELL: Final = 32_767
"""Characters that Excel keeps in a cell."""
_ENDINGS: Final = (".yaml", ".yml")


class Address(NamedTuple):
    """The place of a value in a report, whatever file holds it.

    Attributes:
        code: code of the indicator or item.
        issue: number of the issue; None for the indicator or item itself.
        keys: keys of the value.
    """

    code: str
    issue: int | None
    keys: KeyNames


@dataclass(frozen=True, slots=True)
class Row:
    """A row: an indicator or item, or one of its issues.

    Attributes:
        part: the indicator or item.
        issue: number of the issue; None for the indicator or item itself.
        name: its name; empty where the edition does not give it.
    """

    part: WrittenPart
    issue: int | None
    name: str

    def keys(self, column: Column) -> KeyNames:
        """Return the keys of its value in a column; empty where nothing is to be filled in."""
        if self.issue is None:
            return column.part
        is_named_by_edition = column.issue == ("name",) and self.name != ""
        return () if is_named_by_edition else column.issue

    def value(self, keys: KeyNames) -> Value:
        """Return its value; None where it has none."""
        value: Value = self.part.values if self.issue is None else self.part.issue(self.issue)
        for key in keys:
            if not isinstance(value, dict):
                return None
            value = value.get(key)
        return value


@dataclass(frozen=True, slots=True)
class Sheet:
    """A standard or category.

    Attributes:
        title: name of the sheet.
        heading: what stands above the table.
        columns: columns to fill in.
        rows: its rows.
    """

    title: str
    heading: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """The workbook of a document.

    Attributes:
        document: the document.
        form: how its kind declares the workbook.
        edition: id of the edition it is assessed by; empty where its kind has none.
        sheets: its sheets.
        files: content files that it is made from.
    """

    document: Document[Content]
    form: WorkbookForm
    edition: str
    sheets: tuple[Sheet, ...]
    files: tuple[Path, ...]

    def cells(self) -> dict[Address, tuple[Row, Column]]:
        """Return the row and the column of every cell to fill in, by the address of its value."""
        cells: dict[Address, tuple[Row, Column]] = {}
        for sheet in self.sheets:
            for row, column in product(sheet.rows, sheet.columns):
                keys = row.keys(column)
                if keys:
                    address = Address(row.part.code, row.issue, keys)
                    cells[address] = (row, column)
        return cells


def lay_out_workbook(document: Document[Content], kind: Kind[Any]) -> Checked[Layout]:
    """Lay out the workbook of a sound document, by its content files of today.

    Args:
        document: whose workbook.
        kind: its kind, which has parts and a workbook.

    Returns:
        The layout, with the parts that no file holds yet (E689) and the texts that are too long (E688).

    Raises:
        ValueError: the kind has no workbook of parts.
    """
    form, parts = kind.workbook, kind.parts
    if form is None or parts is None:
        raise ValueError(f"the kind {kind.name} has no workbook of parts")
    files = tuple(path for path in document.sources if path.suffix.lower() in _ENDINGS)
    parts_by_code = {part.code: part for part in written_parts(files, parts)}
    sheet_forms = tuple(form.sheets(document.content))
    sheets = tuple(_sheet(sheet_form, parts_by_code) for sheet_form in sheet_forms)
    edition = kind.scheme.of(document.content).id if kind.scheme else ""
    layout = Layout(document, form, edition, sheets, files)
    diagnostics: list[Diagnostic] = []
    for sheet_form in sheet_forms:
        missing_codes = [part.code for part in sheet_form.parts if part.code not in parts_by_code]
        diagnostics += [_without_file(document, parts, code) for code in missing_codes]
    diagnostics += _too_long(layout)
    return Checked(layout, tuple(diagnostics))


def _sheet(form: SheetForm, parts_by_code: dict[str, WrittenPart]) -> Sheet:
    rows: list[Row] = []
    for part_form in form.parts:
        if part_form.code in parts_by_code:
            rows += _rows(part_form, parts_by_code[part_form.code])
    return Sheet(form.title, form.heading, form.columns, tuple(rows))


def _rows(form: PartForm, part: WrittenPart) -> Iterator[Row]:
    """Generate the row of a part, the rows of its issues by number, and a row for a new issue."""
    yield Row(part, None, form.name)
    if form.issues is None:
        return
    numbers = set(form.issues)
    for issue in issues_in(part.values):
        if isinstance(issue, dict):
            numbers.add(issue_number(issue))
    next_number = max(numbers, default=0) + 1
    for number in (*sorted(numbers), next_number):
        yield Row(part, number, form.issues.get(number, ""))


def _without_file(document: Document[Content], parts: Parts, code: str) -> Diagnostic:
    message = _("no content file holds {code} yet; the workbook leaves it out").format(code=code)
    hint = _("Write a file with '{part}: {name}' and '{key}: {code}', then export again.")
    cure = hint.format(part=PART_KEY, name=document.name, key=parts.code_key, code=f"'{code}'")
    place = Location(path_label(document.sources[0]))
    return Diagnostic("E689", message, place, cure, Severity.WARNING)


def _too_long(layout: Layout) -> Iterator[Diagnostic]:
    for address, (row, column) in layout.cells().items():
        text = column.form.show(row.value(address.keys))
        if len(text) > LONGEST_CELL:
            message = _("a cell of Excel holds {most} characters, this text has {length}")
            message = message.format(most=LONGEST_CELL, length=len(text))
            hint = _("Change this text in the content file; it cannot go through Excel.")
            place = Location(path_label(row.part.path))
            yield Diagnostic("E688", message, place, hint, field=".".join(address.keys))
