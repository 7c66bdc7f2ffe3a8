"""Ids written into a roster: from then on nobody is known by a name that another may come to bear."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from esa_docs.diagnostics import ContentError, Diagnostic, Location, MachineError
from esa_docs.i18n import gettext as _
from esa_docs.jobs.changes.files import in_use, lock_file
from esa_docs.jobs.changes.project_changes import FileChange, hold_project, write_changes
from esa_docs.model.people import Person
from esa_docs.model.person_names import ids_to_write
from esa_docs.source.folders.disk import Sort, look_at
from esa_docs.source.folders.files import OFFICE_FILE, PEOPLE_FILE, path_label
from esa_docs.source.folders.no_project import no_project
from esa_docs.source.people.roster import find_roster, load_roster
from esa_docs.source.people.roster_ids import id_columns, people_with_ids
from esa_docs.source.tables.csv_changing import fill_csv_column
from esa_docs.source.tables.table_column import ColumnToFill
from esa_docs.source.yaml_files.text import read_or_raise

_CSV: Final = ".csv"


@dataclass(frozen=True, slots=True)
class WrittenIds:
    """The ids that were written into a roster.

    Attributes:
        path: the file of the roster.
        people: those who got an id, with it. Empty where everybody had one already.
    """

    path: Path
    people: tuple[tuple[str, Person], ...]


def roster_of(root: Path) -> tuple[Person, ...]:
    """Return the people of the roster of a project.

    Raises:
        ContentError: the roster has errors.
        MachineError: the folder is no project (E902).
    """
    _refuse_other_folder(root)
    loaded = load_roster(root)
    if loaded.roster is None:
        raise ContentError(loaded.diagnostics)
    return loaded.roster.people


def write_ids(root: Path, *, today: dt.date) -> WrittenIds:
    """Write an id for everybody who has none into the roster of a project; all else in its file stays.

    Args:
        root: project folder.
        today: the day of today.

    Raises:
        ContentError: the roster has errors, such as two people of one name and no ids (E604); a cell for an
            id holds a formula without a value (E625); or people.yaml is written in a way that does not let it
            be changed (E687).
        MachineError: the folder is no project (E902); the file is open in another program (E401), or cannot
            be written (E405).
    """
    with hold_project(root, today):
        path, _faults = find_roster(root)
        before = read_or_raise(path)
        people = roster_of(root)
        ids = ids_to_write(people)
        if ids:
            _refuse_open_file(path)
            change = FileChange(path, before, _with_ids(path, before, ids))
            write_changes(root, [change])
    people_without_id = [person for person in people if not person.has_written_id]
    return WrittenIds(path, tuple((ids[person.id], person) for person in people_without_id))


def _refuse_other_folder(root: Path) -> None:
    if look_at(root / OFFICE_FILE).sort is not Sort.FILE:
        raise MachineError([no_project(root)])


def _refuse_open_file(path: Path) -> None:
    """Refuse a roster that is open in Excel or LibreOffice: what is typed there would overwrite the ids."""
    if lock_file(path):
        raise MachineError([in_use(path, _("Close it there, then run the command again."))])


def _with_ids(path: Path, data: bytes, ids: Mapping[str, str]) -> bytes:
    """Return a roster with ids.

    Args:
        path: its file, without faults.
        data: what it holds.
        ids: the ids to write, by those made from the names.
    """
    if path.name == PEOPLE_FILE:
        return _yaml_with_ids(path, data, ids)
    columns = id_columns(path, path_label(path), ids)
    if columns.value is None:
        raise ContentError(columns.diagnostics)
    if path.suffix == _CSV:
        (column,) = columns.value
        return fill_csv_column(data, column)
    return _workbook_with_ids(path, data, columns.value)


def _workbook_with_ids(path: Path, data: bytes, columns: Sequence[ColumnToFill]) -> bytes:
    from esa_docs.workbook.sheet_cells import CellHasFormulaError  # noqa: PLC0415 needs lxml
    from esa_docs.workbook.sheet_column import fill_sheet_columns  # noqa: PLC0415 needs lxml

    try:
        return fill_sheet_columns(data, columns)
    except CellHasFormulaError as fault:
        message = _("an id is to be written, and the cell holds a formula without a value")
        place = Location(f"{path_label(path)}!{fault.cell}")
        hint = _("Open the file in Excel and save it, so that the formula has a value, or clear the cell.")
        raise ContentError([Diagnostic("E625", message, place, hint)]) from fault


def _yaml_with_ids(path: Path, data: bytes, ids: Mapping[str, str]) -> bytes:
    changed = people_with_ids(data, ids)
    if changed is None:
        label = path_label(path)
        message = _("{file} is written in a way that does not let this be changed alone").format(file=label)
        hint = _("Write 'id:' of each person there by hand.")
        raise ContentError([Diagnostic("E687", message, Location(label), hint)])
    return changed
