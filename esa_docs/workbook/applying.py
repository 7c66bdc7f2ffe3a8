"""Changes of a workbook in the content files they belong to, and faults of those files at their cells.

E687 a file is written in a way that does not let it be changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from esa_docs.diagnostics import Checked, Diagnostic, Location
from esa_docs.i18n import gettext as _
from esa_docs.model.cell_forms import KeyNames, Value
from esa_docs.source.changing import change_to
from esa_docs.source.files import path_label
from esa_docs.source.tree import Path as KeyPath
from esa_docs.source.tree import format_path
from esa_docs.workbook.changes import Change
from esa_docs.workbook.layout import issue_number, issue_place, read_values


@dataclass(frozen=True, slots=True)
class Applied:
    """Content files with the changes of a workbook.

    Attributes:
        files: what each changed file is to hold.
        places: cells by file and key path, as diagnostics name both.
    """

    files: dict[Path, bytes]
    places: dict[tuple[str, str], Location]


def apply_changes(changes: Sequence[Change], order: KeyNames) -> Checked[Applied]:
    """Put changes into the content files they belong to; nothing is written.

    Args:
        changes: the cells that were changed.
        order: keys of the content; a new one goes below those before it here.
    """
    files: dict[Path, bytes] = {}
    places: dict[tuple[str, str], Location] = {}
    found: list[Diagnostic] = []
    for path in dict.fromkeys(change.row.part.path for change in changes):
        mine = [change for change in changes if change.row.part.path == path]
        wanted = read_values(path)
        for change in mine:
            _put(_target(wanted, change, order), change.keys, change.value, order)
        places |= {(path_label(path), format_path(_path_of(wanted, change))): change.place for change in mine}
        data = change_to(path.read_bytes(), wanted)
        if data is None:
            found += [_unwritable(change) for change in mine]
        else:
            files[path] = data
    return Checked(Applied(files, places), tuple(found))


def at_cells(found: Iterable[Diagnostic], places: dict[tuple[str, str], Location]) -> Iterator[Diagnostic]:
    """Move what is told of changed content files to the cells it comes from.

    Args:
        found: what the check of the changed files tells.
        places: cells by file and key path.

    Yields:
        What is about a cell, at the cell; of the rest the errors, where they are.
    """
    for one in found:
        cell = next((place for key, place in places.items() if _is_within(one, key)), None)
        if cell:
            yield replace(one, location=cell)
        elif one.is_error:
            yield one


def _is_within(one: Diagnostic, key: tuple[str, str]) -> bool:
    path, field = key
    return one.location.path == path and (
        one.field == field or one.field.startswith((f"{field}.", f"{field}["))
    )


def _part_in(wanted: dict[str, Value], change: Change) -> dict[str, Value]:
    """Give the indicator or item in what its file is to hold."""
    prefix = change.row.part.prefix
    if not prefix:
        return wanted
    listed, number = prefix
    items = wanted[str(listed)]
    found = items[int(number)] if isinstance(items, list) else None
    if not isinstance(found, dict):
        raise TypeError(f"no indicator or item at {format_path(prefix)}")
    return found


def _target(wanted: dict[str, Value], change: Change, order: KeyNames) -> dict[str, Value]:
    """Give the indicator, item or issue that a change is of; an issue that is not there is opened."""
    part, number = _part_in(wanted, change), change.row.issue
    if number is None:
        return part
    listed = part.get("issues")
    issues = listed if isinstance(listed, list) else []
    place = issue_place(part, number)
    if place is None:
        new: dict[str, Value] = {"number": number}
        place = sum(issue_number(one) < number for one in issues if isinstance(one, dict))
        _put(part, ("issues",), [*issues[:place], new, *issues[place:]], order)
        return new
    found = issues[place]
    return found if isinstance(found, dict) else {}


def _path_of(wanted: dict[str, Value], change: Change) -> KeyPath:
    """Give the key path of a changed value in its file, once all changes are in place."""
    part, number = change.row.part, change.row.issue
    place = None if number is None else issue_place(_part_in(wanted, change), number)
    return (*part.prefix, *(() if place is None else ("issues", place)), *change.keys)


def _put(values: dict[str, Value], keys: Sequence[str], value: Value, order: KeyNames) -> None:
    """Set a value, in its place among the others; without one its key goes, and those left empty by that."""
    first, *rest = keys
    if rest:
        there = values.get(first)
        inner = dict(there) if isinstance(there, dict) else {}
        _put(inner, rest, value, order)
        _put(values, (first,), inner or None, order)
    elif value is None:
        values.pop(first, None)
    elif first in values:
        values[first] = value
    else:
        _insert(values, first, value, order)


def _insert(values: dict[str, Value], key: str, value: Value, order: KeyNames) -> None:
    later = order[order.index(key) :] if key in order else ()
    after = {other: values.pop(other) for other in list(values) if other in later}
    values[key] = value
    values |= after


def _unwritable(change: Change) -> Diagnostic:
    message = _("{file} is written in a way that does not let this be changed alone")
    hint = _("Change it there by hand; the cell then says the same.")
    told = message.format(file=path_label(change.row.part.path))
    return Diagnostic("E687", told, change.place, hint)
