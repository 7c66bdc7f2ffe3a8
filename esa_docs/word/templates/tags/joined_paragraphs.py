"""Statements with a dash that join paragraphs: ``{%-`` with the one before, ``-%}`` with the one behind.

So a long line can be written as several. A dash inside a line takes the blanks there.
"""

from __future__ import annotations

from typing import Any, Final

from esa_docs.ooxml.names import XML, w
from esa_docs.word.templates.tags.tags import Tag, tags_in
from esa_docs.word.templates.tags.whole_tags import own_elements, own_text

_P: Final = w("p")
_PROPERTIES: Final = w("pPr")
_SECTION: Final = f"{_PROPERTIES}/{w('sectPr')}"

Element = Any


def join_paragraphs(root: Element) -> None:
    """Join the paragraphs of a part that statements with a dash ask for, in place."""
    dashed_paragraphs = list(filter(_has_dashes, root.iter(_P)))
    if not dashed_paragraphs:
        return
    previous_of = _pairs(dashed_paragraphs)
    # All that joins one paragraph goes there at once: text that moved from each to the next would move often.
    target_of: dict[Element, Element] = {}
    for paragraph in [paragraph for paragraph in root.iter(_P) if paragraph in previous_of]:
        previous = previous_of[paragraph]
        target_of[paragraph] = target_of.get(previous, previous)
        _move_content(paragraph, target_of[paragraph])
    targets = [target_of.get(paragraph, paragraph) for paragraph in dashed_paragraphs]
    for target in dict.fromkeys(targets):
        _take_blanks(target)


def _has_dashes(paragraph: Element) -> bool:
    text = own_text(paragraph)
    return "{%-" in text or "-%}" in text


def _pairs(dashed_paragraphs: list[Element]) -> dict[Element, Element]:
    """Return the paragraphs that join the one before, each with that one; take the dashes between them."""
    previous_of: dict[Element, Element] = {}
    for paragraph in dashed_paragraphs:
        previous, following = paragraph.getprevious(), paragraph.getnext()
        if _begins_with_a_dash(paragraph) and _can_join(previous, paragraph):
            _take_dashes(paragraph, at_start=True)
            previous_of[paragraph] = previous
        if _ends_with_a_dash(paragraph) and _can_join(paragraph, following):
            _take_dashes(paragraph, at_start=False)
            if _begins_with_a_dash(following):
                _take_dashes(following, at_start=True)
            previous_of[following] = paragraph
    return previous_of


def _statements(paragraph: Element) -> tuple[str, list[Tag]]:
    """Return the text of a paragraph and the plain statements in it."""
    text = own_text(paragraph)
    return text, [tag for tag in tags_in(text) if tag.is_statement and not tag.level]


def _begins_with_a_dash(paragraph: Element) -> bool:
    text, tags = _statements(paragraph)
    return bool(tags) and tags[0].text.startswith("{%-") and not text[: tags[0].start].strip()


def _ends_with_a_dash(paragraph: Element) -> bool:
    text, tags = _statements(paragraph)
    return bool(tags) and tags[-1].text.endswith("-%}") and not text[tags[-1].end :].strip()


def _take_dashes(paragraph: Element, *, at_start: bool) -> None:
    """Take the dash at the start or the end of a paragraph, and the blanks outside it."""
    elements = own_elements(paragraph, w("t"))
    if not at_start:
        elements.reverse()
    for element in elements:
        text = element.text or ""
        if at_start:
            text = text.lstrip().replace("{%-", "{%", 1)
        else:
            text = _without_last_dash(text.rstrip())
        is_changed = text != ""
        element.text = text
        if is_changed:
            return


def _without_last_dash(text: str) -> str:
    before, dash, behind = text.rpartition("-%}")
    return f"{before}%}}{behind}" if dash else text


def _can_join(first: Element | None, second: Element | None) -> bool:
    """Return whether two elements are paragraphs that end no section and do not give way to a tag."""
    for paragraph in (first, second):
        if paragraph is None or paragraph.tag != _P:
            return False
        if paragraph.find(_SECTION) is not None:
            return False
        if any(tag.level in {"p", "tr", "tc"} for tag in tags_in(own_text(paragraph))):
            return False
    return True


def _move_content(source: Element, target: Element) -> None:
    """Move the content of a paragraph to the end of another, and remove it."""
    for child in list(source):
        if child.tag != _PROPERTIES:
            target.append(child)
    source.getparent().remove(source)


def _take_blanks(paragraph: Element) -> None:
    """Take away the blanks on the side of each dash of a statement, and the dash."""
    elements = own_elements(paragraph, w("t"))
    for place, element in enumerate(elements):
        dashed_tags = [tag for tag in tags_in(element.text or "") if _has_dash(tag)]
        for tag in dashed_tags:
            before, _tag, behind = (element.text or "").partition(tag.text)
            if tag.text.startswith("{%-"):
                before = before.rstrip()
                _strip_end(elements, place, is_empty=not before)
            if tag.text.endswith("-%}"):
                behind = behind.lstrip()
                _strip_start(elements, place, is_empty=not behind)
            plain_tag = _without_last_dash(tag.text.replace("{%-", "{%", 1))
            element.text = before + plain_tag + behind
            element.set(f"{{{XML}}}space", "preserve")


def _has_dash(tag: Tag) -> bool:
    is_dashed = tag.text.startswith("{%-") or tag.text.endswith("-%}")
    return tag.is_statement and not tag.level and is_dashed


def _strip_end(elements: list[Element], place: int, *, is_empty: bool) -> None:
    """Take the blanks from the end of the text before a place, where nothing but blanks stands between."""
    while is_empty and place > 0:
        place -= 1
        elements[place].text = (elements[place].text or "").rstrip()
        is_empty = not elements[place].text


def _strip_start(elements: list[Element], place: int, *, is_empty: bool) -> None:
    """Take the blanks from the start of the text behind a place, where nothing but blanks stands between."""
    while is_empty and place < len(elements) - 1:
        place += 1
        elements[place].text = (elements[place].text or "").lstrip()
        is_empty = not elements[place].text
