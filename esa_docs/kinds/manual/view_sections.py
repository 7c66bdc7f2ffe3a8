"""The sections of a work as the template of a manual prints them: headings, numbers, and their place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TypeAlias

from esa_docs.kinds.manual.content import Manual, ScopeItem, Standard, Work
from esa_docs.kinds.manual.sections import HEADINGS, USUAL_SECTIONS, Section, SectionName
from esa_docs.model.document import Context
from esa_docs.model.prose.blocks import Paragraphs
from esa_docs.model.prose.passage import labelled, with_below
from esa_docs.word.context.replaceable import ReplaceableWords

Numbers: TypeAlias = dict[SectionName, int]
"""Numbers of the sections that a work has, by their names."""

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
            "paragraphs": list(section.paragraphs),
            **_CONTENT_OF_SECTION[section.name],
        }


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


def numbers_of(manual: Manual, work: Work) -> Numbers:
    """Return the numbers of the usual sections that a work has."""
    numbers: Numbers = {}
    for section in manual.sections_of(work):
        if section.name is not None:
            numbers[section.name] = section.number
    return numbers


def clauses(number: int | None, pieces: Paragraphs) -> list[Context]:
    """Return the paragraphs of a section, numbered where there are several; none of a section left out.

    Args:
        number: number of the section; None for one that is left out.
        pieces: its texts, and blocks between them.
    """
    if number is None:
        return []
    return [{"label": label, "text": piece} for label, piece in labelled(pieces, f"{number}.{{}}")]


def forms(number: int | None, pieces: Paragraphs) -> list[Context]:
    """Return the forms of a work, as `clauses` does; a dash where there are none."""
    if number is None or pieces:
        return clauses(number, pieces)
    return [{"label": "", "text": NOTHING}]


def references(number: int | None, pieces: Paragraphs) -> list[Context]:
    """Return the references of a work, each with a number; a dash where there are none."""
    if number is None or not pieces:
        return forms(number, pieces)
    all_labelled = labelled(pieces, f"{number}.{{}}", numbers_single=True)
    return [{"label": label, "text": piece} for label, piece in all_labelled]


def scope(number: int | None, items: tuple[ScopeItem, ...]) -> Iterator[Context]:
    """Generate the items of the scope with their standards; none of a section left out."""
    texts = clauses(number, tuple(item.text for item in items))
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
