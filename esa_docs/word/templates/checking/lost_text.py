"""Text of a template that is not printed, since the tag beside it takes its paragraph, row or cell (E330)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from esa_docs import thai
from esa_docs.i18n import gettext as _
from esa_docs.word.runs import unescape
from esa_docs.word.templates.checking.findings import Finding
from esa_docs.word.templates.checking.reading import Tag, texts_between
from esa_docs.word.templates.paragraphs import TemplateParagraph

_BOUNDARY: Final = "\x00"
_TAG: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_PARAGRAPH_OR_TAG: Final = re.compile(r"<w:p[ >]|</w:p>|\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_WRAPPING: Final = re.compile(r"\{%-?\s*(?:filter runs\d+|endfilter)\s*%\}")
_XML: Final = re.compile(r"<[^>]*>")
_UNSEEN: Final = re.compile(r"\s+|\u00a0")


def check_lost_text(
    paragraphs: Sequence[TemplateParagraph], tags: Iterable[Tag], source: str
) -> Iterator[Finding]:
    """Generate the paragraphs of which a text does not come into the Jinja source of their part.

    Args:
        paragraphs: the paragraphs of the part.
        tags: their tags.
        source: what the compiler made of the part.
    """
    tags_of_paragraph: dict[TemplateParagraph, list[Tag]] = {}
    for tag in tags:
        tags_of_paragraph.setdefault(tag.paragraph, []).append(tag)
    texts = {paragraph: _literals(paragraph, tags_of_paragraph) for paragraph in paragraphs}
    counts = _counts_of(texts.values())
    printed_text = _printed_text(source)
    for paragraph, literals in texts.items():
        for literal in literals:
            if printed_text.count(literal) < counts[literal] and _may_lose(paragraph, tags_of_paragraph):
                yield _lost(literal, paragraph)


def _counts_of(texts: Iterable[list[str]]) -> Counter[str]:
    """Return how often each text stands in the part, also as a piece of another."""
    all_texts: list[str] = []
    for literals in texts:
        all_texts += literals
    whole_text = _BOUNDARY.join(all_texts)
    return Counter({literal: whole_text.count(literal) for literal in set(all_texts)})


def _literals(paragraph: TemplateParagraph, tags: dict[TemplateParagraph, list[Tag]]) -> list[str]:
    """Return the texts of a paragraph between its tags that somebody sees."""
    if paragraph.text == paragraph.source:
        pieces = list(texts_between(tags.get(paragraph, []), paragraph))
    else:
        pieces = _TAG.split(paragraph.text)
    literals = [_comparable(piece) for piece in pieces if not _TAG.search(piece)]
    return [literal for literal in literals if literal]


def _printed_text(source: str) -> str:
    """Return the text of a Jinja source without tags, a boundary between paragraphs and beside each tag."""
    text = _WRAPPING.sub("", source)
    text = _PARAGRAPH_OR_TAG.sub(f"{_BOUNDARY}<x>", text)
    return _comparable(unescape(_XML.sub("", text)))


def _comparable(text: str) -> str:
    """Return a text without blanks and in Arabic digits: the compiler changes both."""
    return _UNSEEN.sub("", thai.to_arabic_digits(text))


def _may_lose(paragraph: TemplateParagraph, tags: dict[TemplateParagraph, list[Tag]]) -> bool:
    """Return whether a tag that takes its surroundings stands in a paragraph, or in its row."""
    for other_paragraph, tags_of_other in tags.items():
        prefixes = {tag.prefix for tag in tags_of_other} - {""}
        if other_paragraph == paragraph and prefixes:
            return True
        if prefixes & {"tr", "tc"} and _is_same_row(other_paragraph, paragraph):
            return True
    return False


def _is_same_row(first: TemplateParagraph, second: TemplateParagraph) -> bool:
    if not first.cells or len(second.cells) < len(first.cells):
        return False
    outer_first, outer_second = first.cells[:-1], second.cells[: len(first.cells) - 1]
    row = second.cells[len(first.cells) - 1]
    last = first.cells[-1]
    return outer_first == outer_second and (row.table, row.row) == (last.table, last.row)


def _lost(literal: str, paragraph: TemplateParagraph) -> Finding:
    message = _("the text '{text}' is lost: the tag beside it takes the whole paragraph, row or cell")
    hint = _("Put the tag into a paragraph or a row of its own, or leave away its letters p, tr or tc.")
    return Finding("E330", message.format(text=literal[:40]), hint, paragraph)
