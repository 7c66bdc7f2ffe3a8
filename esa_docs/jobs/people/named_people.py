"""People named on a command line: found in the roster, and told what content would be told of them."""

from __future__ import annotations

from esa_docs.diagnostics import ContentError, Diagnostic, Location, has_errors
from esa_docs.model.people import Person
from esa_docs.model.person_names import People
from esa_docs.model.problem import Problem
from esa_docs.model.project import Project
from esa_docs.rules.people import check_in_office
from esa_docs.rules.person_ids import first_name_problem
from esa_docs.source.binding.reference_faults import tell_several_people, tell_unknown_person
from esa_docs.source.folders.files import path_label
from esa_docs.source.people.roster import find_roster


def find_person(project: Project, reference: str) -> Person:
    """Return a person of the roster by id or name; a first name does where a single person has it.

    Raises:
        ContentError: the roster is faulty, or the reference means nobody (E601) or several people (E600).
    """
    if not project.people:
        # A faulty roster has no people. The project has its diagnostics.
        raise ContentError(project.diagnostics)
    path, _faults = find_roster(project.root)
    people = People.of(project.people, path.name)
    matches = people.matching(reference)
    if len(matches) == 1:
        return matches[0]
    if matches:
        code, message, hint = tell_several_people({"text": reference, "people": matches})
    else:
        code, message, hint = tell_unknown_person({"text": reference, "people": people})
    raise ContentError([Diagnostic(code, message, Location(path_label(path)), hint)])


def who_acts_today(project: Project, reference: str) -> tuple[Person, tuple[Diagnostic, ...]]:
    """Return the person of today whom a reference means, and the warnings that content would get for it.

    Args:
        project: the project of the person.
        reference: an id, a name, or a first name that a single person has (E602).

    Raises:
        ContentError: as `find_person`; or the person is not in office any more (E620).
    """
    person = find_person(project, reference)
    problems: list[Problem] = []
    if People.of(project.people).is_first_name(reference):
        problems.append(first_name_problem(reference, person, ()))
    problems += check_in_office(person, project.today)
    path, _faults = find_roster(project.root)
    place = Location(path_label(path))
    diagnostics: list[Diagnostic] = []
    for problem in problems:
        diagnostics.append(Diagnostic(problem.code, problem.message, place, problem.hint, problem.severity))
    if has_errors(diagnostics):
        raise ContentError(diagnostics)
    return person, tuple(diagnostics)
