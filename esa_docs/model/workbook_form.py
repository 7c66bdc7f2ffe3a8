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
        head: text in its head.
        form: how its values are written.
        width: width in characters.
        part: keys of its value in a part, such as an indicator or item. Empty where a part has no such value.
        issue: keys of its value in an issue. Empty where an issue has no such value.
        choices: values that may be chosen in it. Empty where anything may be written.
        is_from_roster: whether ids of the roster are chosen in it.
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
        name: its name. Empty where the edition does not have it.
        issues: names of its issues by number. None where parts of this kind have no issues.
    """

    code: str
    name: str
    issues: Mapping[int, str] | None = None


@dataclass(frozen=True, slots=True)
class SheetForm:
    """A sheet: a standard or category.

    Attributes:
        title: name of the sheet.
        heading: text above the table.
        columns: columns to fill in. The first is that of names.
        parts: the parts that its rows are for.
    """

    title: str
    heading: str
    columns: tuple[Column, ...]
    parts: tuple[PartForm, ...]


@dataclass(frozen=True, slots=True)
class WorkbookForm:
    """The form of the workbook in which a kind of report is filled in.

    Attributes:
        code_heads: heads of the columns that say which part a row is for; two where parts have issues.
        sheets: generates the sheets, from the content of a report.
        key_order: order of the keys in the content. A new key is written below those before it here.
    """

    code_heads: tuple[str, ...]
    sheets: Callable[[Any], Iterator[SheetForm]]
    key_order: KeyNames = ()

    @property
    def has_issues(self) -> bool:
        """Whether parts have issues."""
        return len(self.code_heads) > 1
