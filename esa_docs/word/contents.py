"""The table of contents: a real TOC field whose entries come from the TC fields of the document.

Word, asked to update the field, gathers the same TC fields and so keeps the same entries. Page numbers
stay empty until they are known.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from esa_docs import thai
from esa_docs.word.runs import RunStyle, escape, make_run_writer, make_splitter, printed

PLACEHOLDER: Final = "\x01"
"""Stands in the rendered text where the entries go: a control character, which content cannot hold."""

_FIRST_BOOKMARK_ID: Final = 1000
_FIRST_CITED_ID: Final = 1_000_000
"""Above those of every entry, so that bookmarks of both kinds are numbered as they come."""
_INSTRUCTION: Final = re.compile(r'\s*TC\s+["“](?P<text>.*)["”](?P<switches>[^"“”]*)', re.DOTALL)
_LEVEL: Final = re.compile(r"\\l\s*\"?([1-9])")
_IDENTIFIER: Final = re.compile(r"\\f\s*\"?([A-Za-z])")


@dataclass(frozen=True, slots=True)
class TcField:
    """A TC field of a template: text with its tags, level from 1, and the list it belongs to."""

    text: str
    level: int
    identifier: str

    @classmethod
    def parse(cls, instruction: str) -> TcField | None:
        r"""Read a field instruction such as ``TC "ขอบเขต" \f m \l 2``; None for other fields."""
        match = _INSTRUCTION.fullmatch(instruction)
        if not match:
            return None
        level = _LEVEL.search(match["switches"])
        return cls(match["text"], int(level[1]) if level else 1, identifier_of(match["switches"]))


@dataclass(frozen=True, slots=True)
class TocEntry:
    """One entry of the table of contents."""

    text: str
    level: int
    identifier: str
    bookmark: str


@dataclass(slots=True)
class Contents:
    """Gathers the entries of one rendering.

    Attributes:
        numerals: digits of the document.
        styles: paragraph style id of each level.
    """

    numerals: thai.Numerals
    styles: Mapping[int, str]
    entries: list[TocEntry] = field(default_factory=list)
    _cited: dict[str, int] = field(default_factory=dict)

    def bookmark_id(self, name: str) -> int:
        """Give the number of a bookmark whose name the template makes with tags: one for each name."""
        return self._cited.setdefault(name, _FIRST_CITED_ID + len(self._cited))

    def add(self, text: str, level: int, identifier: str) -> str:
        """Note an entry and give the XML that stands at its heading: a bookmark around the TC field."""
        number = _FIRST_BOOKMARK_ID + len(self.entries)
        entry = TocEntry(text, level, identifier, f"_Toc{number:09d}")
        self.entries.append(entry)
        quoted = printed(text, self.numerals).replace("\\", "\\\\").replace('"', '\\"')
        return (
            f'<w:bookmarkStart w:id="{number}" w:name="{entry.bookmark}"/>'
            + _field_char("begin")
            + _instruction(f' TC "{quoted}" \\f {identifier} \\l {level} ')
            + _field_char("end")
            + f'<w:bookmarkEnd w:id="{number}"/>'
        )

    def paragraphs(self, instruction: str) -> str:
        """Give the XML of the entries; the first of them begins the TOC field with its instruction."""
        write = make_run_writer(RunStyle(), self.numerals)
        listed = [entry for entry in self.entries if entry.identifier == identifier_of(instruction)]
        lines = [
            f'<w:hyperlink w:anchor="{entry.bookmark}" w:history="1">{write(escape(entry.text))}'
            f"<w:r><w:tab/></w:r>{_page_reference(entry.bookmark)}</w:hyperlink>"
            for entry in listed
        ]
        styles = [self.styles.get(entry.level, self.styles[1]) for entry in listed] or [self.styles[1]]
        lines = [_toc_opening(instruction) + "".join(lines[:1]), *lines[1:]]
        return "".join(
            f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{line}</w:p>'
            for style, line in zip(styles, lines, strict=True)
        )


def _page_reference(bookmark: str) -> str:
    """Write a reference to the page of a bookmark; its result stays empty until pages are known."""
    return (
        _field_char("begin")
        + f'<w:r><w:instrText xml:space="preserve"> PAGEREF {bookmark} \\h </w:instrText></w:r>'
        + _field_char("separate")
        + _field_char("end")
    )


def identifier_of(switches: str) -> str:
    r"""Give the list a TC or TOC field belongs to: its ``\f`` switch, C where it has none."""
    match = _IDENTIFIER.search(switches)
    return match[1] if match else "C"


def _toc_opening(instruction: str) -> str:
    return _field_char("begin") + _instruction(instruction) + _field_char("separate")


def _field_char(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def _instruction(text: str) -> str:
    runs = make_splitter(RunStyle())(escape(text))
    for end in (" ", ">"):
        runs = runs.replace(f"<w:t{end}", f"<w:instrText{end}")
    return runs.replace("</w:t>", "</w:instrText>")
