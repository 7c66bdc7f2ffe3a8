"""Where a fault of a template stands: from the line of its Jinja source to the paragraph that Word shows.

Only the tags of a line are still as somebody typed them. The paragraph is the one with the same tag: of equal
tags the second stands in the second place in the source too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from esa_docs.ooxml.xml_parts import parse_part
from esa_docs.word.templates.paragraphs import TemplateParagraph, paragraphs_of
from esa_docs.word.templates.source_lines import lines_of
from esa_docs.word.templates.tag_spelling import respelled

_XML_AND_FILTERS: Final = re.compile(
    r"<[^>]+>|\{%-?\s*(?:filter|endfilter)\b.*?%\}|\{[{%](?:(?![}%]\}).)*\b_copies\b.*?[}%]\}", re.DOTALL
)
"""What the compiler puts around the text and the tags of a template."""
_TAG: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_DELIMITERS: Final = re.compile(r"^\{[{%]-?\s*(?:(?:p|tr|tc|r)\s)?|-?[}%]\}$")
_ENTITIES: Final = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&"))


@dataclass(frozen=True, slots=True)
class PartSource:
    """A part of a template that is filled in.

    Attributes:
        name: its name in the package.
        prepared: its XML before its tags were compiled; empty where nobody has it.
        source: its Jinja source.
    """

    name: str
    prepared: str
    source: str

    def paragraphs(self) -> dict[int, TemplateParagraph]:
        """Return the paragraphs that have text or tags, by their number in the part."""
        paragraphs = paragraphs_of(parse_part(self.prepared.encode(), self.name), self.name)
        return {paragraph.number: paragraph for paragraph in paragraphs}

    def line(self, number: int) -> str:
        """Return the text and tags of a line, without XML; empty where there is no such line."""
        lines = lines_of(self.source)
        if not 1 <= number <= len(lines):
            return ""
        return " ".join(_XML_AND_FILTERS.sub("", lines[number - 1]).split())

    def tags(self, number: int) -> list[str]:
        """Return the tags of a line as the office wrote them."""
        return _TAG.findall(self.line(number))

    def paragraph(self, number: int) -> TemplateParagraph | None:
        """Return the paragraph that became a line; None where it cannot be told."""
        if not self.prepared:
            return None
        paragraphs = list(self.paragraphs().values())
        tags = self.tags(number)
        if not tags:
            return _paragraph_with(self.line(number), paragraphs)
        tag = _plain(tags[0])
        earlier_lines = "\n".join(lines_of(self.source)[: number - 1])
        earlier_tags = [_plain(earlier_tag) for earlier_tag in _TAG.findall(earlier_lines)]
        return _nth_with_tag(tag, earlier_tags.count(tag), paragraphs)


def says_the_same(tag: str, other_tag: str) -> bool:
    """Return whether two tags differ in letters of docxtpl, kinds of quotes and blanks alone."""
    return _plain(tag) == _plain(other_tag)


def _nth_with_tag(
    tag: str, earlier_count: int, paragraphs: Sequence[TemplateParagraph]
) -> TemplateParagraph | None:
    places = list(_paragraphs_with_tag(tag, paragraphs))
    if not places:
        return None
    return places[min(earlier_count, len(places) - 1)]


def _paragraphs_with_tag(tag: str, paragraphs: Sequence[TemplateParagraph]) -> Iterator[TemplateParagraph]:
    """Generate the paragraph of each tag that is equal to this."""
    for paragraph in paragraphs:
        for other_tag in _TAG.findall(paragraph.source):
            if _plain(other_tag) == tag:
                yield paragraph


def _paragraph_with(words: str, paragraphs: Sequence[TemplateParagraph]) -> TemplateParagraph | None:
    """Return the first paragraph of these words; None without words, or where none has them."""
    plain_words = _plain(words)
    for paragraph in paragraphs:
        if plain_words and plain_words in _plain(paragraph.source):
            return paragraph
    return None


def _plain(tag: str) -> str:
    """Return what a tag says: without braces and the letters of docxtpl, in plain quotes, single blanks."""
    text = respelled(tag)
    for entity, sign in _ENTITIES:
        text = text.replace(entity, sign)
    return " ".join(_DELIMITERS.sub("", text).split())
