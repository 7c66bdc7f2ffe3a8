"""The sections of a work as the template of a manual prints them: headings, numbers, and their place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TypeAlias

from esa_docs.kinds.manual.content import Manual, ScopeItem, Standard, Work
from esa_docs.kinds.manual.sections import HEADINGS, USUAL_SECTIONS, Section, SectionName
from esa_docs.model.document import Context
from esa_docs.model.prose.blocks import Block, Paragraphs
from esa_docs.model.prose.passage import labelled, with_below
from esa_docs.word.context.replaceable import ReplaceableWords

Places: TypeAlias = dict[SectionName, Section]
"""The usual sections that a work has, by their names."""

NOTHING: Final = "-"
"""Text of a section without content."""
_WITHOUT_ENTRY: Final = frozenset({"definitions", "forms", "references"})
"""Sections that the contents of the reference manual leave out."""
_ON_A_NEW_PAGE: Final = frozenset({"flow", "table"})
_CONTENT_OF_SECTION: Final[dict[SectionName | None, dict[str, bool]]] = {}
"""Which content stands in each section, as the template asks for it; none in one of the office's own."""
for _section_name in (*USUAL_SECTIONS, None):
    _CONTENT_OF_SECTION[_section_name] = {f"is_{name}": name == _section_name for name in USUAL_SECTIONS}


def section_contexts(manual: Manual, work: Work) -> Iterator[Context]:
    """Generate the sections of a work behind its name, in order."""
    is_usual = not (manual.sections or work.sections)
    for section in manual.sections_of(work):
        heading = f"{section.number}. {_title(section, work)}"
        if is_usual:
            heading = ReplaceableWords(heading)
        yield {
            "heading": heading,
            "contents": _entry(section, is_usual=is_usual),
            "new_page": section.name in _ON_A_NEW_PAGE,
            "paragraphs": list(_paragraphs(section, work)),
            **_CONTENT_OF_SECTION[section.name],
        }


def _paragraphs(section: Section, work: Work) -> Iterator[str | Block]:
    """Generate what stands in a section before its usual content; a dash where definitions have neither.

    Forms and references say their dash themselves: a template from before the order of sections prints it.
    """
    yield from section.paragraphs
    if section.name == "definitions" and work.prints_dash_in(section):
        # That template has no place for it.
        yield ReplaceableWords(NOTHING)


def _title(section: Section, work: Work) -> str:
    if section.title is not None or section.name is None:
        return section.title or ""
    if section.name == "table":
        return f"สรุปมาตรฐาน {work.name}"
    return HEADINGS[section.name]


def _entry(section: Section, *, is_usual: bool) -> str:
    """Return what stands in the table of contents; empty for a section that it leaves out."""
    if section.name is None or section.title is not None:
        return section.title or ""
    words = "" if section.name in _WITHOUT_ENTRY else HEADINGS[section.name]
    return ReplaceableWords(words) if is_usual else words


def places_of(manual: Manual, work: Work) -> Places:
    """Return the usual sections that a work has."""
    places: Places = {}
    for section in manual.sections_of(work):
        if section.name is not None:
            places[section.name] = section
    return places


def clauses(section: Section | None, pieces: Paragraphs) -> list[Context]:
    """Return the paragraphs of a section, numbered where there are several; none of a section left out.

    Args:
        section: the section; None for one that is left out.
        pieces: its texts, and blocks between them.
    """
    if section is None:
        return []
    return [{"label": label, "text": piece} for label, piece in labelled(pieces, f"{section.number}.{{}}")]


def forms(work: Work, section: Section | None) -> list[Context]:
    """Return the forms of a work, as `clauses` does; a dash where there are none.

    Args:
        work: the work.
        section: the section of its forms; None where it is left out.
    """
    return _clauses_or_dash(work, section, work.forms, numbers_single=False)


def references(work: Work, section: Section | None) -> list[Context]:
    """Return the references of a work, each with a number; a dash where there are none.

    Args:
        work: the work.
        section: the section of its references; None where it is left out.
    """
    return _clauses_or_dash(work, section, work.references, numbers_single=True)


def _clauses_or_dash(
    work: Work, section: Section | None, pieces: Paragraphs, *, numbers_single: bool
) -> list[Context]:
    if section is None:
        return []
    if work.prints_dash_in(section):
        return [{"label": "", "text": NOTHING}]
    all_labelled = labelled(pieces, f"{section.number}.{{}}", numbers_single=numbers_single)
    return [{"label": label, "text": piece} for label, piece in all_labelled]


def scope(section: Section | None, items: tuple[ScopeItem, ...]) -> Iterator[Context]:
    """Generate the items of the scope with their standards; none of a section left out."""
    texts = clauses(section, tuple(item.text for item in items))
    for clause, item in zip(texts, items, strict=False):
        standards = [_standard(place, standard) for place, standard in enumerate(item.standards, 1)]
        text = with_below(item.text, item.paragraphs)
        yield {"label": clause["label"], "text": text, "standards": standards}


def _standard(number: int, standard: Standard) -> Context:
    indicators = labelled(standard.indicators, "ตัวบ่งชี้ที่ {}", numbers_single=True)
    return {
        "label": f"มาตรฐานที่ {number}",
        "text": standard.name,
        "indicators": [{"label": label, "text": text} for label, text in indicators],
    }
