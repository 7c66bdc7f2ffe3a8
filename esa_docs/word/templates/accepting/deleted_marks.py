"""Paragraphs whose mark, the sign at their end, was deleted: their text joins the paragraph that follows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from esa_docs.ooxml.names import w
from esa_docs.word.templates.accepting.emptied_elements import has_content, is_properties, remove_emptied
from esa_docs.word.templates.loops.ranges import BOOKMARK_MARKS

_MARK_DELETED: Final = (f"{w('pPr')}/{w('rPr')}/{w('del')}", f"{w('pPr')}/{w('rPr')}/{w('moveFrom')}")
_PARAGRAPH: Final = w("p")
_ALWAYS_EMPTY: Final = w("sdtContent")
"""A content control may lose its last paragraph: the control goes with it."""

Element = Any


def paragraphs_without_mark(root: Element) -> list[Element]:
    """Return the paragraphs whose mark is deleted or moved away, in the order of the part."""
    paragraphs = []
    for paragraph in root.iter(_PARAGRAPH):
        if any(paragraph.find(path) is not None for path in _MARK_DELETED):
            paragraphs.append(paragraph)
    return paragraphs


def join_paragraphs(paragraphs: list[Element]) -> None:
    """Join each paragraph with the one behind it, whose properties hold; remove it if it is empty.

    Word deletes no mark before a table, nor the last one of a cell: there a paragraph with text stays.

    Args:
        paragraphs: the paragraphs without a mark, in the order of the part.
    """
    for chain, next_block in _chains(paragraphs):
        target = next_block
        if next_block is None or next_block.tag != _PARAGRAPH:
            target = chain.pop()
        # From the last one on each text moves once, to the beginning of the paragraph that stays.
        for paragraph in reversed(chain):
            _move_content(paragraph, target)
            remove_emptied(paragraph)
        if target is not next_block and not has_content(target) and _may_go(target, next_block):
            remove_emptied(target)


def _chains(paragraphs: list[Element]) -> Iterator[tuple[list[Element], Element | None]]:
    """Generate the paragraphs that stand one behind the other, and the block behind the last of them."""
    chain: list[Element] = []
    next_block: Element | None = None
    for paragraph in paragraphs:
        if chain and paragraph is not next_block:
            yield chain, next_block
            chain = []
        if paragraph.getparent() is None:
            continue
        chain.append(paragraph)
        next_block = _neighbour(paragraph, preceding=False)
    if chain:
        yield chain, next_block


def _neighbour(paragraph: Element, *, preceding: bool) -> Element | None:
    """Return the block before or behind a paragraph, past marks of bookmarks; None where there is none."""
    for sibling in paragraph.itersiblings(preceding=preceding):
        if is_properties(sibling):
            return None
        if sibling.tag not in BOOKMARK_MARKS:
            return sibling
    return None


def _move_content(paragraph: Element, target: Element) -> None:
    """Move the text of a paragraph to the beginning of another."""
    properties = target.find(w("pPr"))
    place = 0 if properties is None else target.index(properties) + 1
    content = [child for child in paragraph if child.tag != w("pPr")]
    target[place:place] = content


def _may_go(paragraph: Element, next_block: Element | None) -> bool:
    """Return whether an empty paragraph may be removed: its parent holds other text, or goes with it."""
    if next_block is not None or paragraph.getparent().tag == _ALWAYS_EMPTY:
        return True
    previous_block = _neighbour(paragraph, preceding=True)
    return previous_block is not None and previous_block.tag == _PARAGRAPH
