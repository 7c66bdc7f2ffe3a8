"""Tags with the letters p, tr and tc: a paragraph, row or cell that holds one gives way to the tag alone.

docxtpl drops whatever else stands there. Here it is kept where it has a place of its own beside the tag (the
break of a page or a section, a bookmark), and refused by name where it has none.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from esa_docs.diagnostics import Diagnostic
from esa_docs.i18n import gettext as _
from esa_docs.ooxml.names import w
from esa_docs.word.templates.faults.tag_faults import TagFaultError, beside_a_tag, outside_a_table
from esa_docs.word.templates.tags.neighbours import (
    move_marks,
    neighbour_of_tags,
    section_paragraph,
)
from esa_docs.word.templates.tags.node_text import put_text_before
from esa_docs.word.templates.tags.page_breaks import (
    Breaks,
    begin_page_behind,
    breaking_paragraph,
    take_breaks,
)
from esa_docs.word.templates.tags.tags import PLACED, PRINTING_BLOCKS, Tag, tags_in
from esa_docs.word.templates.tags.whole_tags import own_elements, own_text

_ELEMENT_OF_LEVEL: Final = {"p": w("p"), "tr": w("tr"), "tc": w("tc")}
_RUN_LEVEL: Final = "r"
_PAGE: Final = "page"
_CONTROL: Final = w("sdt")
_CONTROL_CONTENT: Final = w("sdtContent")

Element = Any


def free_level_tags(root: Element, file_label: str) -> None:
    """Put the tags of paragraphs, rows and cells in place of those that hold them.

    A tag then is text between the paragraphs, rows or cells around it.

    Raises:
        TagFaultError: something beside tags would be lost (E315), or tags for rows or cells stand in no
            table (E316).
    """
    faults: list[tuple[Diagnostic, Element]] = []
    for paragraph in list(root.iter(w("p"))):
        is_gone = paragraph is not root and root not in paragraph.iterancestors()
        if is_gone:
            continue
        try:
            _free_tags_of(paragraph, file_label)
        except TagFaultError as fault:
            faults += fault.faults
    if faults:
        raise TagFaultError(faults)


def _free_tags_of(paragraph: Element, file_label: str) -> None:
    text = own_text(paragraph)
    tags = list(tags_in(text))
    levels = [tag.level for tag in tags]
    if _RUN_LEVEL in levels:
        _make_run_tags_plain(paragraph)
    for level, name in _ELEMENT_OF_LEVEL.items():
        if level not in levels:
            continue
        holder = _holder(paragraph, name)
        if holder is None:
            tag = tags[levels.index(level)]
            raise TagFaultError([(outside_a_table(tag.text, text, file_label), paragraph)])
        _replace(holder, level, paragraph, file_label)
        return


def _make_run_tags_plain(paragraph: Element) -> None:
    """Take the letter from the tags of runs: statements are cut out of their runs anyway."""
    for element in own_elements(paragraph, w("t")):
        text = element.text or ""
        for tag in tags_in(text):
            if tag.level == _RUN_LEVEL and tag.is_statement:
                element.text = (element.text or "").replace(tag.text, tag.plain_text)


def _holder(paragraph: Element, name: str) -> Element | None:
    """Return the paragraph itself, or the row or cell around it; None where there is none."""
    if name == paragraph.tag:
        return paragraph
    return next(paragraph.iterancestors(name), None)


def _replace(holder: Element, level: str, paragraph: Element, file_label: str) -> None:
    """Put the tags of a paragraph, row or cell in its place.

    Args:
        holder: the paragraph, row or cell.
        level: what it is: ``p``, ``tr`` or ``tc``.
        paragraph: the paragraph with its first tag.
        file_label: how diagnostics name the template.

    Raises:
        TagFaultError: something else stands in it that has no place beside them (E315).
    """
    tags = list(_tags_of(holder))
    (first_tag, *_further_tags) = [tag for tag in tags if tag.level == level]
    breaks = take_breaks(holder) if holder is paragraph else Breaks()
    neighbour = neighbour_of_tags(holder, _is_freed(level))
    if neighbour:
        text = " ".join(map(own_text, holder.iter(w("p"))))
        raise TagFaultError([(beside_a_tag(first_tag.text, neighbour, text, file_label), paragraph)])
    statements = [tag for tag in tags if not tag.is_comment]
    is_opening = sum(tag.change_of_depth for tag in statements) > 0
    section = section_paragraph(holder)
    if section is not None and any(tag.is_between_branches for tag in statements):
        fault = beside_a_tag(first_tag.text, _("a section break"), own_text(holder), file_label)
        raise TagFaultError([(fault, paragraph)])
    outermost = _with_control(holder)
    source = "".join([_source_of(tag, level) for tag in statements])
    marks = move_marks(holder)
    if section is not None:
        marks.append(section)
    _put_breaks(outermost, holder, breaks.before)
    _put_in_place(outermost, source, marks, is_opening=is_opening)
    if breaks.behind != [_PAGE] or not begin_page_behind(outermost):
        _put_breaks(outermost, holder, breaks.behind)
    put_text_before(outermost, outermost.tail or "")
    outermost.getparent().remove(outermost)


def _tags_of(holder: Element) -> Iterator[Tag]:
    for paragraph in holder.iter(w("p")):
        yield from tags_in(own_text(paragraph))


def _is_freed(level: str) -> frozenset[str]:
    """Return the levels of tags that may stand with one of this level: plain statements print nothing."""
    return frozenset({level, ""})


def _source_of(tag: Tag, level: str) -> str:
    """Return the source of a statement between paragraphs, rows or cells."""
    source = _without_dashes(tag.plain_text)
    if tag.word in PRINTING_BLOCKS:
        return f"{{% filter {PLACED}('{level}') %}}{source}"
    if tag.word.removeprefix("end") in PRINTING_BLOCKS:
        return f"{source}{{% endfilter %}}"
    return source


def _without_dashes(tag: str) -> str:
    """Return a tag that does not ask for blanks to be taken away: there are none around it."""
    return tag.replace("{%-", "{%").replace("-%}", "%}")


def _with_control(holder: Element) -> Element:
    """Return the outermost content control that holds nothing else, or the element itself."""
    content = holder.getparent()
    while content is not None and content.tag == _CONTROL_CONTENT and len(content) == 1:
        holder = content.getparent()
        content = holder.getparent()
    return holder


def _put_in_place(holder: Element, source: str, marks: list[Element], *, is_opening: bool) -> None:
    """Put tags and marks before an element that goes away: marks stand outside the block."""
    parent = holder.getparent()
    place = parent.index(holder)
    if not is_opening:
        put_text_before(holder, source)
    for mark in marks:
        parent.insert(place, mark)
        place += 1
    if is_opening:
        put_text_before(holder, source)


def _put_breaks(outermost: Element, paragraph: Element, sorts: list[str]) -> None:
    """Put paragraphs with breaks before an element, in the style of the paragraph in which they stood."""
    for sort in sorts:
        outermost.addprevious(breaking_paragraph(paragraph, sort))
