"""The roster of a project: people.yaml, or the office's own people.xlsx or people.csv, never two of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from esa_docs.diagnostics import Checked, Diagnostic, Location, has_errors
from esa_docs.i18n import gettext as _
from esa_docs.model.office import Office
from esa_docs.model.people import Roster
from esa_docs.rules.people import check_roster
from esa_docs.rules.person_ids import check_ids
from esa_docs.source.binding.binding import bind, checked_value, diagnose
from esa_docs.source.folders.disk import is_there
from esa_docs.source.folders.files import PEOPLE_FILE, path_label
from esa_docs.source.folders.named_files import file_fault
from esa_docs.source.folders.no_project import lines_of_roster
from esa_docs.source.loading.unfilled_values import unfilled_values
from esa_docs.source.people.listed_file import repeated_ids
from esa_docs.source.people.roster_table import read_roster_table
from esa_docs.source.yaml_files.parsing import parse_yaml
from esa_docs.source.yaml_files.text import read_text
from esa_docs.source.yaml_files.tree import Mapping, Node, Scalar, Sequence

_TABLES: Final = ("people.xlsx", "people.csv")
_OTHER_TABLES: Final = ("people.xls", "people.xlsm", "people.xlsb", "people.ods")
"""Tables of other formats that stand where the roster is looked for."""


@dataclass(frozen=True, slots=True)
class LoadedRoster:
    """The roster as read.

    Attributes:
        roster: the people; None when their file is faulty.
        tree: its file as a tree, to find the places of problems; None when the file cannot be read.
        diagnostics: what is wrong with it.
        read_roster: the people as far as they were read, so that all that is wrong is told at once; None when
            their file cannot be taken as a roster at all.
    """

    roster: Roster | None
    tree: Mapping | None
    diagnostics: tuple[Diagnostic, ...]
    read_roster: Roster | None = None

    @property
    def file_name(self) -> str:
        """The name of its file."""
        if self.tree is None:
            return PEOPLE_FILE
        # A cell of a workbook stands behind its file: people.xlsx!Sheet1!D2.
        file_label, _mark, _cell = self.tree.place.path.partition("!")
        return Path(file_label).name

    def checked_with(self, office: Office | None) -> LoadedRoster:
        """Return the roster looked at together with its office: a unit that is not there is a fault too.

        Args:
            office: the office; None where it is faulty: then units are not looked at.
        """
        if self.read_roster is None or self.tree is None:
            return self
        problems = check_roster(self.read_roster.people, office)
        diagnostics = [diagnose(self.tree, problem) for problem in problems]
        roster = None if has_errors(diagnostics) else self.roster
        return LoadedRoster(roster, self.tree, (*self.diagnostics, *diagnostics), self.read_roster)


def load_roster(root: Path) -> LoadedRoster:
    """Return the roster of a project folder; where there is none, a diagnostic names people.yaml."""
    path, faults_of_further_files = find_roster(root)
    if faults_of_further_files:
        return LoadedRoster(None, None, faults_of_further_files)
    fault = _fault_of_place(root, path)
    if fault:
        return LoadedRoster(None, None, (fault,))
    file_label = path_label(path)
    tree, texts = _read_tree(path, file_label)
    if tree.value is None:
        return LoadedRoster(None, None, tree.diagnostics)
    roster = bind(tree.value, Roster, None, texts)
    faults_of_tree = (*tree, *repeated_ids(tree.value, "people"), *unfilled_values(tree.value))
    if roster.value is None:
        return LoadedRoster(None, tree.value, (*faults_of_tree, *roster))
    diagnostics = [*faults_of_tree, *roster]
    if not has_errors(diagnostics):
        problems = check_ids(roster.value.people)
        diagnostics += [diagnose(tree.value, problem) for problem in problems]
    sound_roster = checked_value(roster.value, tuple(diagnostics))
    return LoadedRoster(sound_roster.value, tree.value, sound_roster.diagnostics, roster.value)


def _fault_of_place(root: Path, path: Path) -> Diagnostic | None:
    """Return the diagnostic of a roster that must not be read, or is missing (E110); None of any other."""
    fault = file_fault(root, path)
    if fault is not None or is_there(path):
        return fault
    message = _("the roster of people is missing: there is no people.yaml, people.xlsx or people.csv")
    hint = _("Put it back if it was there; else make people.yaml with {lines}, or people.xlsx from a list.")
    place = Location(path_label(path), 1, 1)
    return Diagnostic("E110", message, place, hint.format(lines=lines_of_roster()))


def find_roster(root: Path) -> tuple[Path, tuple[Diagnostic, ...]]:
    """Return the file of the roster, and a diagnostic of each further one (E608).

    Where there is none, the file is people.yaml; a table of another format is told (E621).
    """
    paths = [root / name for name in (PEOPLE_FILE, *_TABLES)]
    files = [path for path in paths if is_there(path)]
    if not files:
        return root / PEOPLE_FILE, tuple(_other_tables(root))
    first, *further_files = files
    message = _("one file with the people is expected; {other} is there too").format(other=path_label(first))
    hint = _("Keep one of them; move the others out of the project folder.")
    faults = [Diagnostic("E608", message, Location(path_label(path)), hint) for path in further_files]
    return first, tuple(faults)


def _other_tables(root: Path) -> Iterator[Diagnostic]:
    """Generate the error of each table with people that is saved in a format that is not read (E621)."""
    for name in _OTHER_TABLES:
        path = root / name
        if is_there(path):
            message = _("the list of people is expected as people.xlsx, found {name}").format(name=name)
            cure = _("Open it in Excel or LibreOffice and save it as .xlsx.")
            yield Diagnostic("E621", message, Location(path_label(path)), cure)


def _read_tree(path: Path, file_label: str) -> tuple[Checked[Mapping], dict[str, str]]:
    """Return the roster as a tree, and the text of its file by label; a table has no text."""
    if path.name != PEOPLE_FILE:
        return read_roster_table(path, file_label), {}
    text = read_text(path, file_label)
    if text.value is None:
        return Checked(None, text.diagnostics), {}
    tree = parse_yaml(text.value, file_label)
    if tree.value is None:
        return tree, {}
    return Checked(_without_empty_ids(tree.value), tree.diagnostics), {file_label: text.value}


def _without_empty_ids(tree: Mapping) -> Mapping:
    """Return a roster in which an ``id:`` with nothing behind it counts as none, like an empty cell."""
    entries = []
    for entry in tree.entries:
        if entry.key == "people" and isinstance(entry.value, Sequence):
            items = tuple(map(_without_empty_id, entry.value.items))
            entries.append(replace(entry, value=replace(entry.value, items=items)))
        else:
            entries.append(entry)
    return replace(tree, entries=tuple(entries))


def _without_empty_id(item: Node) -> Node:
    if not isinstance(item, Mapping):
        return item
    entry = item.get("id")
    has_empty_id = entry is not None and isinstance(entry.value, Scalar) and not entry.value.text
    return item.without("id") if has_empty_id else item
