"""The roster of a project: people.yaml, or the office's own people.xlsx or people.csv, never two of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from esa_docs.diagnostics import Checked, Diagnostic, Location, has_errors
from esa_docs.i18n import gettext as _
from esa_docs.model.office import Office
from esa_docs.model.people import Roster
from esa_docs.model.problem import Problem
from esa_docs.rules.people import check_roster
from esa_docs.source.binding import locate
from esa_docs.source.files import PEOPLE_FILE, path_label
from esa_docs.source.listed_file import bind_listed
from esa_docs.source.parsing import parse_yaml
from esa_docs.source.roster_table import read_roster_table
from esa_docs.source.text import read_text
from esa_docs.source.tree import Mapping

_TABLES: Final = ("people.xlsx", "people.csv")


@dataclass(frozen=True, slots=True)
class LoadedRoster:
    """The roster as read.

    Attributes:
        roster: the people; None when their file is faulty.
        tree: its file as a tree, to find the place of what is wrong.
        diagnostics: what was found while reading.
    """

    roster: Roster | None
    tree: Mapping | None
    diagnostics: tuple[Diagnostic, ...]

    def checked_with(self, office: Office | None) -> LoadedRoster:
        """Look at it together with its office: units that are not there make it faulty too."""
        if self.roster is None or self.tree is None or office is None:
            return self
        tree = self.tree
        found = tuple(_diagnose(tree, one) for one in check_roster(self.roster.people, office))
        roster = None if has_errors(found) else self.roster
        return LoadedRoster(roster, tree, (*self.diagnostics, *found))


def load_roster(root: Path) -> LoadedRoster:
    """Read the roster of a project folder; where there is none, people.yaml is told to be missing."""
    path, faults = find_roster(root)
    if faults:
        return LoadedRoster(None, None, faults)
    file_label = path_label(path)
    texts: dict[str, str] = {}
    tree = (
        _read_yaml(path, file_label, texts)
        if path.name == PEOPLE_FILE
        else read_roster_table(path, file_label)
    )
    if tree.value is None:
        return LoadedRoster(None, None, tree.diagnostics)
    bound = bind_listed(tree.value, Roster, None, "people", texts)
    found = (*tree, *bound)
    return LoadedRoster(None if has_errors(found) else bound.value, tree.value, found)


def find_roster(root: Path) -> tuple[Path, tuple[Diagnostic, ...]]:
    """Find the file of the roster; a second one is a fault (E608)."""
    here = [root / name for name in (PEOPLE_FILE, *_TABLES) if (root / name).is_file()]
    message = _("one file with the people is expected; {other} is there too")
    hint = _("Keep one of them; move the others out of the project folder.")
    faults = tuple(
        Diagnostic("E608", message.format(other=path_label(here[0])), Location(path_label(path)), hint)
        for path in here[1:]
    )
    return (here[0] if here else root / PEOPLE_FILE), faults


def _read_yaml(path: Path, file_label: str, texts: dict[str, str]) -> Checked[Mapping]:
    text = read_text(path, file_label)
    if text.value is None:
        return Checked(None, text.diagnostics)
    texts[file_label] = text.value
    return parse_yaml(text.value, file_label)


def _diagnose(tree: Mapping, finding: Problem) -> Diagnostic:
    place, field = locate(tree, finding.path)
    return Diagnostic(finding.code, finding.message, place, finding.hint, finding.severity, field)
