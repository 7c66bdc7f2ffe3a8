"""The table of contents: a real TOC field whose entries come from the TC fields of the document.

When Word updates the field, it gathers the same TC fields, so the entries stay. Page numbers are empty until
they are known.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from esa_docs import thai
from esa_docs.word.prose_signs import without_signs
from esa_docs.word.runs import (
    RunStyle,
    RunWriter,
    escape,
    make_instruction_writer,
    make_run_writer,
    printed_text,
)

PLACEHOLDER: Final = "\x01"
"""Stands in the rendered text where the entries go: a control character, which content cannot hold."""

LIST_OF_TABLES: Final = "t"
r"""The list of a TC field of a table's caption; a template asks for it by ``TOC \f t``."""
LIST_OF_FIGURES: Final = "g"
r"""The list of a TC field of a picture's or a chart's caption; a template asks for it by ``TOC \f g``."""
CAPTION_LISTS: Final = frozenset({LIST_OF_TABLES, LIST_OF_FIGURES})

_FIRST_ENTRY_ID: Final = 1000
"""Bookmark id of the first entry."""
_FIRST_TEMPLATE_ID: Final = 1_000_000
"""Bookmark id of the first bookmark named by tags of the template. Ids of entries never come so high."""
_DEFAULT_LIST: Final = "C"
"""The list of a TC or TOC field that names none (ECMA-376 part 1, 17.16.5)."""
_INSTRUCTION: Final = re.compile(r'\s*TC\s+["“](?P<text>.*)["”](?P<switches>[^"“”]*)', re.DOTALL)
_LEVEL: Final = re.compile(r"\\l\s*\"?([1-9])")
_IDENTIFIER: Final = re.compile(r"\\f\s*\"?([A-Za-z])")


@dataclass(frozen=True, slots=True)
class CaptionList:
    """A TOC field that lists captions.

    Attributes:
        instruction: its instruction.
        ends_field: whether the field ends with its entries, and not behind them in the template.
    """

    instruction: str
    ends_field: bool


@dataclass(frozen=True, slots=True)
class TcField:
    """A TC field of a template: text with its tags, level from 1, and the list it belongs to."""

    text: str
    level: int
    identifier: str

    @classmethod
    def parse(cls, instruction: str) -> TcField | None:
        r"""Read a field instruction such as ``TC "ขอบเขต" \f m \l 2``; return None for other fields."""
        match = _INSTRUCTION.fullmatch(instruction)
        if match is None:
            return None
        switches = match["switches"]
        return cls(match["text"], _level_of(switches), identifier_of(switches))


@dataclass(frozen=True, slots=True)
class TocEntry:
    """An entry of the table of contents: text, level and list, with the bookmark at its heading."""

    text: str
    level: int
    identifier: str
    bookmark: str


@dataclass(slots=True)
class Contents:
    """The entries of one rendering, gathered while its text is filled in.

    Attributes:
        numerals: digits of the document.
        styles: paragraph style id of each level.
        entries: the entries so far, in the order of the text.
    """

    numerals: thai.Numerals
    styles: Mapping[int, str]
    entries: list[TocEntry] = field(default_factory=list)
    _template_bookmarks: dict[str, int] = field(default_factory=dict)

    def bookmark_id(self, name: str) -> int:
        """Return the id of a bookmark whose name has tags in the template; a name always has the same id."""
        next_id = _FIRST_TEMPLATE_ID + len(self._template_bookmarks)
        return self._template_bookmarks.setdefault(name, next_id)

    def add(self, text: str, level: int, identifier: str) -> str:
        """Add an entry and return the XML that stands at its heading: a bookmark around the TC field."""
        number = _FIRST_ENTRY_ID + len(self.entries)
        bookmark = f"_Toc{number:09d}"
        text = without_signs(text)
        self.entries.append(TocEntry(text, level, identifier, bookmark))
        # In the instruction of a field a quotation mark ends the text, and a backslash begins a switch.
        quoted = printed_text(text, self.numerals).replace("\\", "\\\\").replace('"', '\\"')
        tc_field = (
            _field_char("begin")
            + _instruction(f' TC "{quoted}" \\f {identifier} \\l {level} ')
            + _field_char("end")
        )
        return (
            f'<w:bookmarkStart w:id="{number}" w:name="{bookmark}"/>'
            f"{tc_field}"
            f'<w:bookmarkEnd w:id="{number}"/>'
        )

    def paragraphs(self, instruction: str, *, ends_field: bool = False) -> str:
        """Return the XML of the entries of a TOC field, a paragraph each.

        The first paragraph begins the field with its instruction. Without entries it stands alone: the field
        must begin, because its end stays in the template.

        Args:
            instruction: that of the field.
            ends_field: whether the last paragraph ends the field; else its end stands behind the entries.
        """
        identifier = identifier_of(instruction)
        write_runs = make_run_writer(RunStyle(), self.numerals)
        opening = _toc_opening(instruction)
        closing = _field_char("end") if ends_field else ""
        paragraphs = []
        for entry in self.entries:
            if entry.identifier == identifier:
                style = self.styles.get(entry.level, self.styles[1])
                paragraphs.append(_paragraph(style, opening + _link(entry, write_runs)))
                opening = ""
        if not paragraphs:
            return _paragraph(self.styles[1], opening + closing)
        paragraphs[-1] = paragraphs[-1].replace("</w:hyperlink>", f"</w:hyperlink>{closing}")
        return "".join(paragraphs)


def caption_list_of(instruction: str) -> str:
    """Return the list of captions that a TOC field asks for; empty for the contents."""
    identifier = identifier_of(instruction)
    return identifier if identifier in CAPTION_LISTS else ""


def identifier_of(switches: str) -> str:
    r"""Return the list that a TC or TOC field belongs to: its ``\f`` switch, C where it has none."""
    match = _IDENTIFIER.search(switches)
    return match[1] if match else _DEFAULT_LIST


def _level_of(switches: str) -> int:
    r"""Return the level of a TC field: its ``\l`` switch, 1 where it has none."""
    match = _LEVEL.search(switches)
    return int(match[1]) if match else 1


def _paragraph(style: str, runs: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>'


def _link(entry: TocEntry, write_runs: RunWriter) -> str:
    text = write_runs(escape(entry.text))
    page = _page_reference(entry.bookmark)
    return (
        f'<w:hyperlink w:anchor="{entry.bookmark}" w:history="1">'
        f"{text}<w:r><w:tab/></w:r>{page}</w:hyperlink>"
    )


def _page_reference(bookmark: str) -> str:
    """Return a reference to the page of a bookmark; its result stays empty until pages are known."""
    return (
        _field_char("begin")
        + f'<w:r><w:instrText xml:space="preserve"> PAGEREF {bookmark} \\h </w:instrText></w:r>'
        + _field_char("separate")
        + _field_char("end")
    )


def _toc_opening(instruction: str) -> str:
    return _field_char("begin") + _instruction(instruction) + _field_char("separate")


def _field_char(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def _instruction(text: str) -> str:
    write_runs = make_instruction_writer(RunStyle())
    return write_runs(escape(text))
