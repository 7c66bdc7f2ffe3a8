"""The workbook of a self-assessment as a plain value: its sheets and rows, each with the file it comes from.

E688 a text is too long for a cell · E689 no file holds an indicator or item yet.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from esa_docs.diagnostics import Checked, Diagnostic, Location, Severity
from esa_docs.i18n import gettext as _
from esa_docs.model.abilities import Parts
from esa_docs.model.base import Content, parse_number
from esa_docs.model.cell_forms import KeyNames, Value
from esa_docs.model.document import Document
from esa_docs.model.kind import Kind
from esa_docs.model.workbook_form import Column, PartForm, SheetForm, WorkbookForm
from esa_docs.source import tree as yaml_tree
from esa_docs.source.files import path_label
from esa_docs.source.parsing import parse_yaml
from esa_docs.source.parts import PART_KEY
from esa_docs.source.text import read_text
from esa_docs.source.tree import to_plain

LONGEST_CELL: Final = 32_767
"""Characters that Excel keeps in a cell."""
_ENDINGS: Final = (".yaml", ".yml")

Address = tuple[str, int | None, KeyNames]
"""Where a value belongs, whatever file it is in: code, number of the issue, keys."""


@dataclass(frozen=True, slots=True)
class WrittenPart:
    """An indicator or item.

    Attributes:
        code: its code, such as 1.2.
        path: file that holds it.
        prefix: key path that leads to it in the file.
        values: what it says.
    """

    code: str
    path: Path
    prefix: yaml_tree.Path
    values: dict[str, Value]

    def issue(self, number: int) -> dict[str, Value]:
        """Give what it says of an issue; nothing for one that it has not."""
        place = issue_place(self.values, number)
        issues = self.values.get("issues")
        found = issues[place] if place is not None and isinstance(issues, list) else {}
        return found if isinstance(found, dict) else {}


@dataclass(frozen=True, slots=True)
class Row:
    """A row: an indicator or item, or one of its issues.

    Attributes:
        part: the indicator or item.
        issue: number of the issue; None for the indicator or item itself.
        name: its name, where the edition gives it.
    """

    part: WrittenPart
    issue: int | None
    name: str

    def keys(self, column: Column) -> KeyNames:
        """Give the keys of its value in a column; empty where nothing is to be filled in."""
        if self.issue is None:
            return column.part
        return () if column.issue == ("name",) and self.name else column.issue

    def value(self, keys: KeyNames) -> Value:
        """Give its value; None where it has none."""
        value: Value = self.part.values if self.issue is None else self.part.issue(self.issue)
        for key in keys:
            value = value.get(key) if isinstance(value, dict) else None
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
        document: whose it is.
        form: what its kind asks.
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
        """Give every cell to fill in."""
        return {
            (row.part.code, row.issue, keys): (row, column)
            for sheet in self.sheets
            for row in sheet.rows
            for column in sheet.columns
            if (keys := row.keys(column))
        }


def issue_number(issue: dict[str, Value]) -> int:
    """Give the number of an issue of a sound file, written in either digit set."""
    return int(str(parse_number(str(issue["number"]))))


def issue_place(values: dict[str, Value], number: int) -> int | None:
    """Give the place of an issue in the list of an indicator; None for one that is not there."""
    issues = values.get("issues")
    for place, one in enumerate(issues if isinstance(issues, list) else []):
        if isinstance(one, dict) and issue_number(one) == number:
            return place
    return None


def lay_out_workbook(document: Document[Content], kind: Kind[Any]) -> Checked[Layout]:
    """Lay out the workbook of a sound document, by what its files say.

    Args:
        document: whose workbook.
        kind: its kind, which has parts and a workbook.
    """
    form, parts = kind.workbook, kind.parts
    if form is None or parts is None:
        raise ValueError(f"the kind {kind.name} has no workbook of parts")
    files = tuple(path for path in document.sources if path.suffix.lower() in _ENDINGS)
    written = {part.code: part for part in _written_parts(files, parts)}
    asked = tuple(form.sheets(document.content))
    sheets = tuple(_sheet(sheet, written) for sheet in asked)
    edition = kind.scheme.of(document.content).id if kind.scheme else ""
    layout = Layout(document, form, edition, sheets, files)
    codes = [part.code for sheet in asked for part in sheet.parts if part.code not in written]
    missing = (_without_file(document, parts, code) for code in codes)
    return Checked(layout, (*missing, *_too_long(layout)))


def read_values(path: Path) -> dict[str, Value]:
    """Read what a sound content file says."""
    text = read_text(path, path_label(path)).value
    tree = parse_yaml(text, path_label(path)).value if text else None
    return dict(to_plain(tree)) if tree else {}  # type: ignore[arg-type]  # a mapping gives a dict


def _written_parts(files: tuple[Path, ...], parts: Parts) -> Iterator[WrittenPart]:
    """Give the parts that are written: those in the main file, then each file of a part."""
    main, *others = files
    own = read_values(main).get(parts.key)
    for number, values in enumerate(own if isinstance(own, list) else []):
        if isinstance(values, dict):
            yield WrittenPart(str(values[parts.code_key]).strip(), main, (parts.key, number), values)
    for path in others:
        values = read_values(path)
        yield WrittenPart(str(values[parts.code_key]).strip(), path, (), values)


def _sheet(asked: SheetForm, written: dict[str, WrittenPart]) -> Sheet:
    rows = tuple(
        row for part in asked.parts if part.code in written for row in _rows(part, written[part.code])
    )
    return Sheet(asked.title, asked.heading, asked.columns, rows)


def _rows(asked: PartForm, part: WrittenPart) -> Iterator[Row]:
    """Give the row of a part, then its issues, of the edition and of the office, and a row for one more."""
    yield Row(part, None, asked.name)
    if asked.issues is None:
        return
    own = part.values.get("issues")
    numbers = (
        {issue_number(issue) for issue in own if isinstance(issue, dict)} if isinstance(own, list) else set()
    )
    listed = sorted(numbers | asked.issues.keys())
    for number in (*listed, max(listed, default=0) + 1):
        yield Row(part, number, asked.issues.get(number, ""))


def _without_file(document: Document[Content], parts: Parts, code: str) -> Diagnostic:
    message = _("no content file holds {code} yet; the workbook leaves it out").format(code=code)
    hint = _("Write a file with '{part}: {name}' and '{key}: {code}', then export again.")
    cure = hint.format(part=PART_KEY, name=document.name, key=parts.code_key, code=f"'{code}'")
    place = Location(path_label(document.sources[0]))
    return Diagnostic("E689", message, place, cure, Severity.WARNING)


def _too_long(layout: Layout) -> Iterator[Diagnostic]:
    for (_code, _issue, keys), (row, column) in layout.cells().items():
        length = len(column.form.show(row.value(keys)))
        if length > LONGEST_CELL:
            message = _("a cell of Excel holds {most} characters, this text has {length}")
            hint = _("Change this text in the content file; it cannot go through Excel.")
            place = Location(path_label(row.part.path))
            told = message.format(most=LONGEST_CELL, length=length)
            yield Diagnostic("E688", told, place, hint, field=".".join(keys))
