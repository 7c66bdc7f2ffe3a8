"""Sections that an order names and that have nothing in them print a dash, and that is told (E235)."""

from __future__ import annotations

from collections.abc import Iterator

from esa_docs.diagnostics import Severity
from esa_docs.i18n import gettext as _
from esa_docs.kinds.manual.content import Manual, Work
from esa_docs.kinds.manual.sections import HEADINGS, Section, numbered_sections
from esa_docs.model.people import KeyPath
from esa_docs.model.problem import Problem


def check_empty_sections(manual: Manual) -> Iterator[Problem]:
    """Generate the sections that an order of the office names and that print a dash.

    The usual order has all nine sections, whether a work has something in them or not: of it nothing is told.
    """
    for index, work in enumerate(manual.works):
        for place, section in enumerate(numbered_sections(work.sections)):
            if work.sections and work.prints_dash_in(section):
                yield _dash(section, ("works", index, "sections", place), Severity.WARNING)
    if manual.sections:
        yield from _in_order_of_manual(manual)


def _in_order_of_manual(manual: Manual) -> Iterator[Problem]:
    """Generate the sections of the order of a manual that print a dash in its works.

    A section that some of the works fill in belongs to the manual: for the other works it is an information.
    """
    works = [(index, work) for index, work in enumerate(manual.works) if not work.sections]
    for place, section in enumerate(numbered_sections(manual.sections)):
        paths = list(_paths_of_dashes(works, section))
        if paths and len(paths) == len(works):
            yield _dash(section, ("sections", place), Severity.WARNING)
            continue
        for path in paths:
            yield _dash(section, path, Severity.INFO)


def _paths_of_dashes(works: list[tuple[int, Work]], section: Section) -> Iterator[KeyPath]:
    """Generate the works in which a section prints a dash."""
    for index, work in works:
        if work.prints_dash_in(section):
            yield "works", index


def _dash(section: Section, path: KeyPath, severity: Severity) -> Problem:
    heading = section.title or ""
    key = ""
    if section.name is not None:
        key = section.name
        heading = heading or HEADINGS[section.name]
    message = _("the section '{name}' has nothing in it, and a dash is printed below its heading")
    hint = _(
        "Add '{key}:' to the work, or leave the section out of 'sections:' of the manual or of the work."
    )
    return Problem(path, "E235", message.format(name=heading), hint.format(key=key), severity)
