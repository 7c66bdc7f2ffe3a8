"""The tags of a part of a template, read from its paragraphs; what is no whole tag is told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from esa_docs.diagnostics import Severity
from esa_docs.i18n import gettext as _
from esa_docs.word.templates.checking.findings import Finding
from esa_docs.word.templates.checking.statement_words import WORDS
from esa_docs.word.templates.checking.stray_braces import stray_braces
from esa_docs.word.templates.paragraphs import TemplateParagraph
from esa_docs.word.templates.tag_spelling import end_of_tag, respelled
from esa_docs.word.templates.tags import END_OF_RAW, SIGN

_OPENING: Final = re.compile(r"\{[{%#]")
_CLOSINGS: Final = {"{{": "}}", "{%": "%}", "{#": "#}"}
_PREFIX: Final = re.compile(r"(?P<prefix>tr|tc|p|r)\s+")
_GLUED_PREFIX: Final = re.compile(rf"^(?P<prefix>tr|tc|p)(?P<word>{'|'.join(WORDS)})\b")
_SPACED_PREFIX: Final = re.compile(r"\s+(?P<prefix>tr|tc|p|r)\s+\w")
_WORD: Final = re.compile(r"\w+")
_SIGNS: Final = re.compile(rf"\A{SIGN}|{SIGN}\Z")


class TagSort(StrEnum):
    """What a tag does: print a value, or steer."""

    EXPRESSION = "expression"
    STATEMENT = "statement"


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag of a template.

    Attributes:
        sort: what it does.
        text: the tag as it is typed.
        prefix: letters of docxtpl, such as ``tr``; empty for none.
        body: what Jinja reads of it, with plain quotes.
        word: first word of a statement; empty for an expression.
        paragraph: where it stands.
        start: where it begins in the source of its paragraph.
        end: where it ends there.
    """

    sort: TagSort
    text: str
    prefix: str
    body: str
    word: str
    paragraph: TemplateParagraph
    start: int
    end: int


class TagReader:
    """Reads the tags of a part.

    Attributes:
        tags: the tags in their order; comments, and what stands between raw and endraw, are left out.
        findings: what is no whole tag.
    """

    def __init__(self, paragraphs: Sequence[TemplateParagraph]) -> None:
        self.tags: list[Tag] = []
        self.findings: list[Finding] = []
        self._is_raw = False
        for paragraph in paragraphs:
            self._read(paragraph)

    def _read(self, paragraph: TemplateParagraph) -> None:
        source = paragraph.source
        position = 0
        texts: list[str] = []
        while position < len(source):
            if self._is_raw:
                position = self._skip_raw(source, position)
                texts.append("")
                continue
            opening = _OPENING.search(source, position)
            start = opening.start() if opening else len(source)
            texts.append(source[position:start])
            if opening is None:
                break
            position = self._read_tag(opening[0], start, paragraph)
            if position == len(source):
                texts.append("")
        self._tell_stray_braces(texts, paragraph)

    def _skip_raw(self, source: str, position: int) -> int:
        end = END_OF_RAW.search(source, position)
        if end is None:
            return len(source)
        self._is_raw = False
        return end.end()

    def _read_tag(self, opening: str, start: int, paragraph: TemplateParagraph) -> int:
        """Read the tag at a place of a paragraph; return where it ends."""
        source = paragraph.source
        closing = _CLOSINGS[opening]
        closing_start = end_of_tag(source, start) - len(closing)
        inner = source[start + len(opening) : max(closing_start, 0)]
        is_comment = opening == "{#"
        holds_another = not is_comment and ("{{" in inner or "{%" in inner)
        is_open = closing_start < 0 or holds_another
        if is_open:
            message = _("the tag is not closed with {closing}").format(closing=closing)
            hint = _("Write the whole tag in one paragraph, with both pairs of braces.")
            self.findings.append(Finding("E303", message, hint, paragraph, source[start : start + 20]))
            return start + len(opening)
        end = closing_start + len(closing)
        if not is_comment:
            self._add(opening, inner, (start, end), paragraph)
        return end

    def _add(self, opening: str, inner: str, span: tuple[int, int], paragraph: TemplateParagraph) -> None:
        start, end = span
        sort = TagSort.EXPRESSION if opening == "{{" else TagSort.STATEMENT
        text = paragraph.source[start:end]
        body = _SIGNS.sub("", inner)
        if sort is TagSort.STATEMENT:
            self._refuse_spaced_prefix(body, text, paragraph)
            self._refuse_glued_prefix(body, text, paragraph)
            body = body.lstrip() if _SPACED_PREFIX.match(body) else body
            body = _GLUED_PREFIX.sub(r"\g<prefix> \g<word>", body.lstrip(), count=1)
        match = _PREFIX.match(body)
        prefix = match["prefix"] if match else ""
        if prefix == "r" and sort is TagSort.STATEMENT:
            # The letter of runs changes nothing.
            prefix = ""
        body_start = match.end() if match else 0
        body = respelled(body[body_start:]).strip()
        first_word = _WORD.match(body)
        word = first_word[0] if first_word and sort is TagSort.STATEMENT else ""
        if word == "raw":
            self._is_raw = True
            return
        self.tags.append(Tag(sort, text, prefix, body, word, paragraph, start, end))

    def _refuse_spaced_prefix(self, body: str, text: str, paragraph: TemplateParagraph) -> None:
        match = _SPACED_PREFIX.match(body)
        if match is None:
            return
        prefix = match["prefix"]
        message = _("a blank stands before '{prefix}' in the tag").format(prefix=prefix)
        hint = _("Write {opening} without a blank.").format(opening=f"{{%{prefix}")
        self.findings.append(Finding("E303", message, hint, paragraph, text))

    def _refuse_glued_prefix(self, body: str, text: str, paragraph: TemplateParagraph) -> None:
        match = _GLUED_PREFIX.match(body.lstrip())
        if match is None:
            return
        prefix, word = match["prefix"], match["word"]
        message = _("no blank stands behind '{prefix}' in the tag").format(prefix=prefix)
        hint = _("Write {opening}, with a blank between.").format(opening=f"{{%{prefix} {word}")
        self.findings.append(Finding("E303", message, hint, paragraph, text))

    def _tell_stray_braces(self, texts: Sequence[str], paragraph: TemplateParagraph) -> None:
        for signs, cure in stray_braces(texts):
            message = _("'{signs}' looks like a part of a tag, and is printed as it is").format(signs=signs)
            self.findings.append(Finding("E336", message, cure, paragraph, signs, Severity.WARNING))


def texts_between(tags: Sequence[Tag], paragraph: TemplateParagraph) -> Iterator[str]:
    """Generate the texts of a paragraph before, between and behind its tags; some may be empty."""
    end = 0
    for tag in tags:
        yield paragraph.source[end : tag.start]
        end = tag.end
    yield paragraph.source[end:]
