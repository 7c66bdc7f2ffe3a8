"""The workbook of a self-assessment as a plain value: its sheets and rows, each with the file it comes from.

E688 a text is too long for a cell · E689 no file holds an indicator or item yet.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from esa_docs.diagnostics import Checked, Diagnostic, Location, Severity
from esa_docs.i18n import gettext as _
from esa_docs.model.base import parse_number
from esa_docs.model.document import Document
from esa_docs.model.scheme import SarScheme, Scheme
from esa_docs.source import tree as yaml_tree
from esa_docs.source.files import shown_path
from esa_docs.source.parsing import parse_yaml
from esa_docs.source.parts import PART_LISTS
from esa_docs.source.sheet_columns import Column, KeyNames, columns_of
from esa_docs.source.text import read_text
from esa_docs.source.tree import to_plain
from esa_docs.source.yaml_text import Value

SHEET_KINDS: Final = ("sar", "pmqa")
"""Kinds of documents that have a workbook."""
CODE_KEYS: Final = {"sar": "indicator", "pmqa": "item"}
"""The key that says which indicator or item a part is."""
LONGEST_CELL: Final = 32_767
"""Characters that Excel keeps in a cell."""
_ENDINGS: Final = (".yaml", ".yml")

Address = tuple[str, int | None, KeyNames]
"""Where a value belongs, whatever file it is in: code, number of the issue, keys."""


@dataclass(frozen=True, slots=True)
class Part:
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

    part: Part
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
class FormSheet:
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
class Form:
    """The workbook of a document.

    Attributes:
        document: whose it is.
        sheets: its sheets.
        files: content files that it is made from.
    """

    document: Document
    sheets: tuple[FormSheet, ...]
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


def make_form(document: Document) -> Checked[Form]:
    """Lay out the workbook of a sound document of one of SHEET_KINDS, by what its files say."""
    files = tuple(path for path in document.sources if path.suffix.lower() in _ENDINGS)
    parts = {part.code: part for part in _parts(document, files)}
    sheets = tuple(_sheets(document.content.scheme, parts))
    form = Form(document, sheets, files)
    return Checked(form, (*_without_file(document, parts), *_too_long(form)))


def read_values(path: Path) -> dict[str, Value]:
    """Read what a sound content file says."""
    text = read_text(path, shown_path(path)).value
    tree = parse_yaml(text, shown_path(path)).value if text else None
    return dict(to_plain(tree)) if tree else {}  # type: ignore[arg-type]  # a mapping gives a dict


def _parts(document: Document, files: tuple[Path, ...]) -> Iterator[Part]:
    listed, key = PART_LISTS[document.kind], CODE_KEYS[document.kind]
    main, *others = files
    own = read_values(main).get(listed)
    for number, values in enumerate(own if isinstance(own, list) else []):
        if isinstance(values, dict):
            yield Part(str(values[key]).strip(), main, (listed, number), values)
    for path in others:
        values = read_values(path)
        yield Part(str(values[key]).strip(), path, (), values)


def _sheets(scheme: Scheme, parts: dict[str, Part]) -> Iterator[FormSheet]:
    if isinstance(scheme, SarScheme):
        for standard in scheme.standards:
            rows: list[Row] = []
            for one in standard.indicators:
                part = parts.get(f"{standard.number}.{one.number}")
                named = {issue.number: issue.name or "" for issue in one.issues}
                rows += [Row(part, None, one.name), *_issues(part, named)] if part else []
            title = f"มาตรฐาน {standard.number}"
            yield FormSheet(
                title, f"มาตรฐานที่ {standard.number} {standard.name}", columns_of(scheme), tuple(rows)
            )
        return
    for category in scheme.categories:
        items = [(parts.get(f"{category.number}.{one.number}"), one.name or "") for one in category.items]
        title = f"หมวด {category.number}"
        columns = columns_of(scheme, results=category.results)
        listed = tuple(Row(part, None, name) for part, name in items if part)
        yield FormSheet(title, f"{title} {category.name}", columns, listed)


def _issues(part: Part, named: dict[int, str]) -> Iterator[Row]:
    """Give the issues of the edition and of the office, and a row for one more."""
    own = part.values.get("issues")
    numbers = {issue_number(one) for one in own if isinstance(one, dict)} if isinstance(own, list) else set()
    known = sorted(numbers | named.keys())
    for number in (*known, max(known, default=0) + 1):
        yield Row(part, number, named.get(number, ""))


def _without_file(document: Document, parts: dict[str, Part]) -> Iterator[Diagnostic]:
    scheme: Scheme = document.content.scheme
    known = scheme.indicators() if isinstance(scheme, SarScheme) else scheme.items()
    for code, *_rest in known:
        if code not in parts:
            message = _("no content file holds {code} yet; the workbook leaves it out").format(code=code)
            hint = _("Write a file with '{part}: {name}' and '{key}: {code}', then export again.")
            named = hint.format(
                part="part_of", name=document.name, key=CODE_KEYS[document.kind], code=f"'{code}'"
            )
            place = Location(shown_path(document.sources[0]))
            yield Diagnostic("E689", message, place, named, Severity.WARNING)


def _too_long(form: Form) -> Iterator[Diagnostic]:
    for (_code, _issue, keys), (row, column) in form.cells().items():
        length = len(column.form.show(row.value(keys)))
        if length > LONGEST_CELL:
            message = _("a cell of Excel holds {most} characters, this text has {length}")
            hint = _("Change this text in the content file; it cannot go through Excel.")
            place = Location(shown_path(row.part.path))
            told = message.format(most=LONGEST_CELL, length=length)
            yield Diagnostic("E688", told, place, hint, field=".".join(keys))
