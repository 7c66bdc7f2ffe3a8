"""What a workbook asks: sheets, rows and columns as a kind declares them, without any file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from esa_docs.model.cell_forms import CellForm, KeyNames


@dataclass(frozen=True, slots=True)
class Column:
    """A column to fill in.

    Attributes:
        head: its head.
        form: how its values are written.
        width: in characters.
        part: keys of its value in a part, such as an indicator or item; empty where that has none.
        issue: keys of its value in an issue; empty where that has none.
        choices: what may be chosen in it; empty where anything may be written.
        is_from_roster: ids of the roster are chosen in it.
    """

    head: str
    form: CellForm
    width: float
    part: KeyNames = ()
    issue: KeyNames = ()
    choices: tuple[str, ...] = ()
    is_from_roster: bool = False


@dataclass(frozen=True, slots=True)
class PartForm:
    """A part of the edition: an indicator or item.

    Attributes:
        code: its code, such as 1.2.
        name: its name; empty where the edition does not give it.
        issues: names of its issues by number; None where parts of this kind have none.
    """

    code: str
    name: str
    issues: Mapping[int, str] | None = None


@dataclass(frozen=True, slots=True)
class SheetForm:
    """A sheet: a standard or category.

    Attributes:
        title: name of the sheet.
        heading: what stands above the table.
        columns: columns to fill in; the first is that of names.
        parts: what stands in its rows.
    """

    title: str
    heading: str
    columns: tuple[Column, ...]
    parts: tuple[PartForm, ...]


@dataclass(frozen=True, slots=True)
class WorkbookForm:
    """How a kind of report is filled in with Excel.

    Attributes:
        code_heads: heads of the columns that say which part a row is of; two where parts have issues.
        sheets: gives the sheets, from the content of a report.
        key_order: keys of the content; one that comes in goes below those before it here.
    """

    code_heads: tuple[str, ...]
    sheets: Callable[[Any], Iterator[SheetForm]]
    key_order: KeyNames = ()

    @property
    def has_issues(self) -> bool:
        """Tell whether parts have issues."""
        return len(self.code_heads) > 1
