"""Put the changes of a workbook into its content files, and move faults of those files to their cells.

E209 a cell holds a character that content may not hold ·
E687 a file is written in a way that does not let it be changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from esa_docs.diagnostics import Checked, Diagnostic, Location
from esa_docs.i18n import gettext as _
from esa_docs.model.cell_forms import KeyNames, Value
from esa_docs.refused_signs import Refusal, first_refusal
from esa_docs.source.folders.disk import read_bytes
from esa_docs.source.folders.files import path_label
from esa_docs.source.yaml_files.tree import Path as KeyPath
from esa_docs.source.yaml_files.tree import format_path
from esa_docs.source.yaml_files.yaml_changing import change_to
from esa_docs.workbook.changes import Change
from esa_docs.workbook.written_parts import (
    issue_index,
    issue_number,
    issues_in,
    read_values,
)


@dataclass(frozen=True, slots=True)
class Applied:
    """Content files with the changes of a workbook.

    Attributes:
        files: the new bytes of each changed file.
        earlier_files: the bytes from which they were worked out.
        places: the cell of each changed value, by file and key path as diagnostics name them.
    """

    files: dict[Path, bytes]
    earlier_files: dict[Path, bytes]
    places: dict[tuple[str, str], Location]


def apply_changes(changes: Sequence[Change], order: KeyNames) -> Checked[Applied]:
    """Work out the new bytes of the content files that changes belong to. Nothing is written.

    Args:
        changes: the cells that were changed.
        order: keys of the content; a new one goes below those before it here.
    """
    files: dict[Path, bytes] = {}
    earlier_files: dict[Path, bytes] = {}
    places: dict[tuple[str, str], Location] = {}
    diagnostics: list[Diagnostic] = []
    diagnostics += _refused_texts(changes)
    sound_changes = [change for change in changes if _refusal_in(change.value) is None]
    for path, changes_of_file in _changes_by_file(sound_changes).items():
        earlier_files[path] = read_bytes(path)
        content = read_values(path)
        for change in changes_of_file:
            values = _values_to_change(content, change, order)
            _set_value(values, change.keys, change.value, order)
        # An issue that is added moves the next ones, so key paths are known only after all changes.
        for change in changes_of_file:
            key_path = format_path(_key_path(content, change))
            places[path_label(path), key_path] = change.place
        data = change_to(earlier_files[path], content)
        if data is None:
            diagnostics += [_not_changeable(change) for change in changes_of_file]
        else:
            files[path] = data
    return Checked(Applied(files, earlier_files, places), tuple(diagnostics))


def _refused_texts(changes: Iterable[Change]) -> Iterator[Diagnostic]:
    """Generate a diagnostic of each cell with a character that content may not hold (E209)."""
    for change in changes:
        refusal = _refusal_in(change.value)
        if refusal:
            field = format_path((*change.row.part.prefix, *change.keys))
            yield Diagnostic("E209", refusal.message, change.place, refusal.hint, field=field)


def _refusal_in(value: Value) -> Refusal | None:
    """Return what is said of the first refused character in the texts of a value; None without one."""
    if isinstance(value, str):
        return first_refusal(value)
    inner_values: Iterable[Value] = ()
    if isinstance(value, list):
        inner_values = value
    elif isinstance(value, dict):
        inner_values = value.values()
    refusals = (_refusal_in(inner_value) for inner_value in inner_values)
    return next(filter(None, refusals), None)


def at_cells(
    diagnostics: Iterable[Diagnostic], places: dict[tuple[str, str], Location]
) -> Iterator[Diagnostic]:
    """Move diagnostics of changed content files to the cells that they are about.

    Args:
        diagnostics: what the check of the changed files found.
        places: the cell of each changed value, by file and key path.

    Yields:
        Diagnostics about a cell, at the cell. Of the others only the errors, where they are.
    """
    for diagnostic in diagnostics:
        cell = _cell_of(diagnostic, places)
        if cell is not None:
            yield replace(diagnostic, location=cell)
        elif diagnostic.is_error:
            yield diagnostic


def _changes_by_file(changes: Iterable[Change]) -> dict[Path, list[Change]]:
    changes_by_file: dict[Path, list[Change]] = {}
    for change in changes:
        changes_by_file.setdefault(change.row.part.path, []).append(change)
    return changes_by_file


def _cell_of(diagnostic: Diagnostic, places: dict[tuple[str, str], Location]) -> Location | None:
    """Return the cell that a diagnostic is about; None where it is about no changed cell."""
    for (path, field), cell in places.items():
        if diagnostic.location.path == path and _is_within(diagnostic.field, field):
            return cell
    return None


def _is_within(field: str, outer_field: str) -> bool:
    """Return whether a key path is another one, or leads on from it."""
    return field == outer_field or field.startswith((f"{outer_field}.", f"{outer_field}["))


def _part_in(content: dict[str, Value], change: Change) -> dict[str, Value]:
    """Return the indicator or item of a change in the content of its file."""
    prefix = change.row.part.prefix
    if not prefix:
        return content
    key, number = prefix
    parts = content[str(key)]
    part = parts[int(number)] if isinstance(parts, list) else None
    if not isinstance(part, dict):
        raise TypeError(f"no indicator or item at {format_path(prefix)}")
    return part


def _values_to_change(content: dict[str, Value], change: Change, order: KeyNames) -> dict[str, Value]:
    """Return the keys and values of the indicator, item or issue of a change.

    An issue that is not there yet is added.
    """
    part = _part_in(content, change)
    number = change.row.issue
    if number is None:
        return part
    index = issue_index(part, number)
    if index is None:
        return _add_issue(part, number, order)
    issue = issues_in(part)[index]
    return issue if isinstance(issue, dict) else {}


def _add_issue(part: dict[str, Value], number: int, order: KeyNames) -> dict[str, Value]:
    """Add an issue to an indicator, behind those with a smaller number, and return it."""
    issues = issues_in(part)
    new_issue: dict[str, Value] = {"number": number}
    index = 0
    for issue in issues:
        if isinstance(issue, dict) and issue_number(issue) < number:
            index += 1
    new_issues = [*issues[:index], new_issue, *issues[index:]]
    _set_value(part, ("issues",), new_issues, order)
    return new_issue


def _key_path(content: dict[str, Value], change: Change) -> KeyPath:
    """Return the key path of a changed value in its file."""
    key_path = change.row.part.prefix
    number = change.row.issue
    if number is not None:
        index = issue_index(_part_in(content, change), number)
        if index is not None:
            key_path = (*key_path, "issues", index)
    return (*key_path, *change.keys)


def _set_value(values: dict[str, Value], keys: Sequence[str], value: Value, order: KeyNames) -> None:
    """Set the value that keys lead to, in its place among the others.

    Without a value its key is removed, and every outer key that holds nothing else.

    Args:
        values: what is changed.
        keys: keys that lead to the value.
        value: the value; None to remove it.
        order: keys of the content in their order.
    """
    key, *inner_keys = keys
    if inner_keys:
        inner_value = values.get(key)
        inner_values = dict(inner_value) if isinstance(inner_value, dict) else {}
        _set_value(inner_values, inner_keys, value, order)
        _set_value(values, (key,), inner_values or None, order)
    elif value is None:
        values.pop(key, None)
    elif key in values:
        values[key] = value
    else:
        _insert(values, key, value, order)


def _insert(values: dict[str, Value], key: str, value: Value, order: KeyNames) -> None:
    """Insert a new key before those that come later in the order; at the end where the order lacks it."""
    later_keys = order[order.index(key) :] if key in order else ()
    later_values: dict[str, Value] = {}
    for other_key in list(values):
        if other_key in later_keys:
            later_values[other_key] = values.pop(other_key)
    values[key] = value
    values.update(later_values)


def _not_changeable(change: Change) -> Diagnostic:
    message = _("{file} is written in a way that does not let this be changed alone")
    hint = _("Change it there by hand; the cell then says the same.")
    text = message.format(file=path_label(change.row.part.path))
    return Diagnostic("E687", text, change.place, hint)
