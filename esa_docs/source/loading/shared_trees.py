"""office.yaml and the roster as trees: where a problem stands that papers have from there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from esa_docs.diagnostics import Diagnostic
from esa_docs.model.people import Roster
from esa_docs.model.problem import Problem
from esa_docs.source.binding.binding import diagnose
from esa_docs.source.folders.files import OFFICE_FILE, path_label
from esa_docs.source.yaml_files.parsing import parse_yaml
from esa_docs.source.yaml_files.text import read_text
from esa_docs.source.yaml_files.tree import Mapping as Tree


@dataclass(frozen=True)
class SharedTrees:
    """The files that all documents share.

    Attributes:
        root: project folder.
        roster_tree: the file of the roster; None where it cannot be read.
        roster: the people in it; None where they are faulty.
    """

    root: Path
    roster_tree: Tree | None
    roster: Roster | None

    def diagnose(self, tree: Tree, problem: Problem) -> Diagnostic:
        """Return the diagnostic of a problem of a document, in the file in which it is mended.

        One of a person whom the roster does not have is told in the document.

        Args:
            tree: the document.
            problem: what a rule found.
        """
        if problem.cause == "office" and self._office_tree:
            return diagnose(self._office_tree, problem)
        if problem.cause == "roster" and self.roster_tree:
            _people, person_id, *path_below = problem.path
            index = self._index_by_id.get(str(person_id))
            if index is not None:
                return diagnose(self.roster_tree, replace(problem, path=("people", index, *path_below)))
        return diagnose(tree, problem)

    @cached_property
    def _office_tree(self) -> Tree | None:
        """The tree of office.yaml, which is read only where it has such a problem."""
        path = self.root / OFFICE_FILE
        label = path_label(path)
        text = read_text(path, label)
        if text.value is None:
            return None
        return parse_yaml(text.value, label).value

    @cached_property
    def _index_by_id(self) -> dict[str, int]:
        """The place of each person in the list of the roster, by id."""
        people = self.roster.people if self.roster else ()
        return {person.id: index for index, person in enumerate(people)}


def of_shared_files(problems: Iterable[Problem], diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the diagnostics of those problems that are mended in office.yaml or in the roster.

    Args:
        problems: what the rules found in a document.
        diagnostics: the diagnostic of each.
    """
    pairs = zip(problems, diagnostics, strict=True)
    return tuple(diagnostic for problem, diagnostic in pairs if problem.cause != "document")
