"""The order of the sections of a work fits what the work says (E235)."""

from __future__ import annotations

from collections.abc import Iterator

from esa_docs.i18n import gettext as _
from esa_docs.kinds.manual.content import Manual, Work
from esa_docs.kinds.manual.empty_sections_rules import check_empty_sections
from esa_docs.kinds.manual.sections import (
    HEADINGS,
    MAY_BE_EMPTY,
    USUAL_SECTIONS,
    SectionName,
    SectionOrder,
    has_words,
)
from esa_docs.model.people import KeyPath
from esa_docs.model.problem import Problem


def check_sections(manual: Manual) -> Iterator[Problem]:
    """Generate sections that stand twice, that have nothing in them, or whose content is not printed."""
    yield from _check_order(manual.sections, ("sections",))
    if manual.sections and all(work.sections for work in manual.works):
        message = _("no work has this order of sections: each has one of its own")
        yield Problem(("sections",), "E235", message, _("Delete it here, or in the works."))
    for index, work in enumerate(manual.works):
        path = ("works", index)
        yield from _check_order(work.sections, (*path, "sections"))
        yield from _check_work(manual, work, path)
    yield from check_empty_sections(manual)


def _check_work(manual: Manual, work: Work, path: KeyPath) -> Iterator[Problem]:
    """Generate the sections of a work that have nothing in them, and content without a section."""
    names = {section.name for section in manual.sections_of(work)}
    for name in USUAL_SECTIONS:
        if name in names:
            yield from _empty_section(work, name, path)
        elif _is_unprinted(manual, work, name):
            yield _left_out(name, (*path, name))
    if work.form_head is not None and "table" not in names:
        yield _left_out("table", (*path, "form_head"))
    if "flow" not in names and _has_chart_in_table(manual, names):
        yield from _steps_without_row(work, path)


def _check_order(order: SectionOrder, path: KeyPath) -> Iterator[Problem]:
    """Generate the sections of an order that stand twice, and own ones with nothing in them."""
    names: set[str] = set()
    for index, entry in enumerate(order):
        name = entry.section or entry.title or ""
        if name in names:
            message = _("the section '{name}' stands here again").format(name=_words(name))
            yield Problem((*path, index), "E235", message, _("Delete one of the two."))
        if entry.section is None and not has_words(entry.paragraphs):
            yield _nothing_in_it(name, "paragraphs", (*path, index))
        names.add(name)


def _words(name: str) -> str:
    """Return the heading of a usual section; of an own one its name is its heading."""
    for usual_name, heading in HEADINGS.items():
        if usual_name == name:
            return heading
    return name


def _empty_section(work: Work, name: SectionName, path: KeyPath) -> Iterator[Problem]:
    """Generate the problem of a section that stands in the order and has nothing in it."""
    if name in MAY_BE_EMPTY or (name == "flow" and not _lacks_chart(work)):
        return
    if name != "flow" and getattr(work, name):
        return
    key = "table" if name == "flow" else name
    yield _nothing_in_it(HEADINGS[name], key, path)


def _nothing_in_it(heading: str, key: str, path: KeyPath) -> Problem:
    message = _("the section '{name}' has nothing in it: the key '{key}' is missing")
    hint = _("Add '{key}:', or leave the section out of 'sections:' of the manual or of the work.")
    return Problem(path, "E235", message.format(name=heading, key=key), hint.format(key=key))


def _lacks_chart(work: Work) -> bool:
    """Return whether neither rows nor steps of its own draw the flow chart of a work."""
    return not work.table and not work.flow.nodes


def _is_unprinted(manual: Manual, work: Work, name: SectionName) -> bool:
    """Return whether a work has content for a section that is left out, which nothing else prints."""
    names = {section.name for section in manual.sections_of(work)}
    if name == "table":
        # The rows are the steps of the flow chart too.
        return bool(work.table) and "flow" not in names
    if name == "flow":
        return "flow" in work.model_fields_set and not _has_chart_in_table(manual, names)
    return bool(getattr(work, name))


def _has_chart_in_table(manual: Manual, names: set[SectionName | None]) -> bool:
    return "table" in names and any(column.column == "chart" for column in manual.columns)


def _steps_without_row(work: Work, path: KeyPath) -> Iterator[Problem]:
    """Generate the steps that only the flow chart has: the one in the table draws rows alone."""
    ids_of_rows = {str(number) for number in range(1, len(work.table) + 1)}
    for index, node in enumerate(work.flow.nodes):
        if node.id not in ids_of_rows:
            message = _("the chart in the table draws its rows alone, and this step is none of them")
            hint = _("Make it a row of the table, or put '{key}' among the sections.").format(key="flow")
            yield Problem((*path, "flow", "nodes", index), "E235", message, hint)


def _left_out(name: SectionName, path: KeyPath) -> Problem:
    message = _("the section '{name}' is left out by 'sections:', and this is not printed")
    hint = _("Put '{key}' among the sections, or delete this.")
    return Problem(path, "E235", message.format(name=HEADINGS[name]), hint.format(key=name))
