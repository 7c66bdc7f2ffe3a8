"""Warnings that say the same of many cells of a column of a table file are told once, with their count."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Final

from esa_docs.diagnostics import Diagnostic, Location
from esa_docs.i18n import gettext as _

_TABLE_FILES: Final = frozenset({".csv", ".xlsx"})
_ROW_OF_CELL: Final = re.compile(r"(?<=[A-Z])[0-9]+$")
_INDEX_OF_ROW: Final = re.compile(r"\[[0-9]+\](?!$)")
"""The indexes in a key path but for one at its end, which is that of the column."""
_PLACES: Final = 3
"""How many cells are named."""


def told_once(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return diagnostics; warnings that say the same of cells of one column are one, at the first of them.

    Args:
        diagnostics: what is said of a document and of the table files that it names.
    """
    groups: dict[object, list[Diagnostic]] = {}
    for diagnostic in diagnostics:
        key = diagnostic if diagnostic.is_error else _column_of(diagnostic)
        groups.setdefault(key, []).append(diagnostic)
    return tuple(_joined(group) for group in groups.values())


def _column_of(diagnostic: Diagnostic) -> object:
    """Return what warnings of one column that say the same have in common; the warning itself elsewhere."""
    place = diagnostic.location
    if PurePosixPath(place.file).suffix.lower() not in _TABLE_FILES:
        return diagnostic
    column = _ROW_OF_CELL.sub("", place.path)
    if column == place.file:
        column += _INDEX_OF_ROW.sub("[]", diagnostic.field)
    return diagnostic.code, diagnostic.message, diagnostic.hint, diagnostic.severity, column


def _joined(group: Sequence[Diagnostic]) -> Diagnostic:
    first = group[0]
    places = list(dict.fromkeys(diagnostic.location for diagnostic in group))
    if len(places) == 1:
        return first
    names = ", ".join(map(_name_of, places[:_PLACES]))
    if len(places) > _PLACES:
        names += " …"
    count = _("{count} times in this column: {places}").format(count=len(places), places=names)
    return replace(first, message=f"{first.message} ({count})")


def _name_of(place: Location) -> str:
    """Return the name of a cell in its column: C7 of a workbook, its line in a CSV file."""
    if place.line:
        return _("line {line}").format(line=place.line)
    return place.path.rpartition("!")[2]
