"""Where a fault of a template stands: from the line of its Jinja source to the paragraph that Word shows.

Only the tags of a line are still as somebody typed them. The paragraph is the one with the same tag: of equal
tags the second stands in the second place in the source too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from esa_docs.ooxml.names import w
from esa_docs.ooxml.xml_parts import parse_part
from esa_docs.word.templates.faults.paragraphs import TemplateParagraph, paragraphs_of
from esa_docs.word.templates.faults.source_lines import lines_of
from esa_docs.word.templates.loops.copies import NOTE_PARTS
from esa_docs.word.templates.tags.cell_tags import CELL_FILL, CELL_SPAN
from esa_docs.word.templates.tags.own_names import OWN_FILTERS, own_name_in
from esa_docs.word.templates.tags.tag_spelling import respelled

_XML: Final = re.compile(r"<[^>]+>")
_CELL_VALUE: Final = re.compile(rf"\((?P<value>.*)\)\|(?P<filter>{CELL_FILL}|{CELL_SPAN})", re.DOTALL)
_CELL_TAGS: Final = {CELL_FILL: "cellbg", CELL_SPAN: "colspan"}
"""Tags of docxtpl for cells, by the filters that the compiler puts in their place."""
_OF_COMPILER: Final = (
    rf"\{{%-?\s*(?:filter (?:{OWN_FILTERS.pattern})|endfilter)\b.*?%\}}"
    r"|\{[{%](?:(?![}%]\}).)*\b_copies\b.*?[}%]\}"
)
"""Tags that the compiler puts around the text and the tags of a template."""
_FILTERS: Final = re.compile(_OF_COMPILER, re.DOTALL)
_NOTE: Final = re.compile(r"\{% filter copy_note\(_copies, '(?P<kind>\w+)', (?P<id>-?[0-9]+)\) %\}")
"""What the compiler puts before a note at its reference."""
_TAG: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_WORD: Final = re.compile(r"\w+")
_DELIMITERS: Final = re.compile(r"^\{[{%]-?\s*(?:(?:p|tr|tc|r)\s)?|-?[}%]\}$")
_ENTITIES: Final = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&"))


@dataclass(frozen=True, slots=True)
class PartSource:
    """A part of a template that is filled in.

    Attributes:
        name: its name in the package.
        prepared: its XML before its tags were compiled; empty where nobody has it.
        source: its Jinja source.
        notes: XML of the parts of notes, by their names, where the source has the notes at their references.
    """

    name: str
    prepared: str
    source: str
    notes: Mapping[str, str] = field(default_factory=dict)

    def paragraphs(self) -> dict[int, TemplateParagraph]:
        """Return the paragraphs that have text or tags, by their number in the part."""
        paragraphs = paragraphs_of(parse_part(self.prepared.encode(), self.name), self.name)
        return {paragraph.number: paragraph for paragraph in paragraphs}

    def line(self, number: int) -> str:
        """Return the text and tags of a line, without XML; empty where there is no such line."""
        return " ".join(_XML.sub("", self._without_filters(number)).split())

    def tags(self, number: int, word: str = "") -> list[str]:
        """Return the tags of a line as the office wrote them, also those in attributes.

        Args:
            number: the number of the line, from 1.
            word: a word of the tag that is meant: where some have it, those alone are returned.
        """
        text = _XML.sub(_tags_in_xml, self._without_filters(number))
        tags = [_as_typed(tag) for tag in _TAG.findall(" ".join(text.split()))]
        tags_with_word = [tag for tag in tags if word and word in _WORD.findall(tag)]
        return tags_with_word or tags

    def _without_filters(self, number: int) -> str:
        """Return a line without the filters of the compiler; empty where there is no such line."""
        lines = lines_of(self.source)
        if not 1 <= number <= len(lines):
            return ""
        return _FILTERS.sub("", lines[number - 1])

    def paragraph_with(self, pattern: re.Pattern[str]) -> TemplateParagraph | None:
        """Return the first paragraph whose source matches a pattern; None where none does."""
        for paragraph in self.paragraphs().values():
            if pattern.search(paragraph.source):
                return paragraph
        return None

    def paragraph(self, number: int, word: str = "") -> TemplateParagraph | None:
        """Return the paragraph that became a line; None where it cannot be told.

        Args:
            number: the number of the line, from 1.
            word: a word of the tag that is meant, where the line has several.
        """
        if not self.prepared:
            return None
        earlier_lines = "\n".join(lines_of(self.source)[: number - 1])
        note = _note_around(earlier_lines)
        if note is None:
            paragraphs = list(self.paragraphs().values())
        else:
            kind, key, start = note
            paragraphs = _paragraphs_of_note(self.notes.get(NOTE_PARTS[kind], ""), kind, key)
            earlier_lines = earlier_lines[start:]
        tags = self.tags(number, word)
        if not tags:
            return _paragraph_with(self.line(number), paragraphs)
        tag = _plain(tags[0])
        earlier_tags = [_plain(earlier_tag) for earlier_tag in _TAG.findall(earlier_lines)]
        return _nth_with_tag(tag, earlier_tags.count(tag), paragraphs)


def _note_around(text: str) -> tuple[str, str, int] | None:
    """Return kind and id of the note that is open behind a text, and where it begins; None for none."""
    notes = list(_NOTE.finditer(text))
    if not notes or f"</w:{notes[-1]['kind']}>" in text[notes[-1].end() :]:
        return None
    return notes[-1]["kind"], notes[-1]["id"], notes[-1].start()


def _paragraphs_of_note(prepared: str, kind: str, key: str) -> list[TemplateParagraph]:
    """Return the paragraphs of a note that have text or tags; none where its part is not known."""
    if not prepared:
        return []
    part = NOTE_PARTS[kind]
    root = parse_part(prepared.encode(), part)
    numbers = set()
    for number, paragraph in enumerate(root.iter(w("p")), 1):
        note = next(paragraph.iterancestors(w(kind)), None)
        if note is not None and note.get(w("id")) == key:
            numbers.add(number)
    return [paragraph for paragraph in paragraphs_of(root, part) if paragraph.number in numbers]


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
    words = " ".join(_DELIMITERS.sub("", text).split())
    match = _CELL_VALUE.fullmatch(words)
    if match is None:
        return words
    return f"{_CELL_TAGS[match['filter']]} {match['value']}"


def _tags_in_xml(match: re.Match[str]) -> str:
    """Return the tags of the office in the attributes of an element."""
    tags = [tag for tag in _TAG.findall(match[0]) if tag.startswith("{{") and not own_name_in(tag)]
    return " ".join(tags)


def _as_typed(tag: str) -> str:
    """Return a tag as the office typed it, where the compiler put another one in its place."""
    words = _plain(tag)
    if words.split(" ")[0] in _CELL_TAGS.values():
        return f"{{% {words} %}}"
    return tag
