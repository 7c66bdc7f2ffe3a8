"""The tags of a part of a template, read from its paragraphs; what is no whole tag is told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from esa_docs.diagnostics import Severity
from esa_docs.hints import did_you_mean
from esa_docs.i18n import gettext as _
from esa_docs.word.templates.checking.findings import Finding
from esa_docs.word.templates.checking.meant_words import first_word, meant_body, written_tag, wrong_words
from esa_docs.word.templates.checking.stray_braces import stray_braces
from esa_docs.word.templates.faults.paragraphs import TemplateParagraph
from esa_docs.word.templates.tags.tag_spelling import end_of_tag, respelled
from esa_docs.word.templates.tags.tags import END_OF_RAW, SIGN

_OPENING: Final = re.compile(r"\{[{%#]")
_CLOSINGS: Final = {"{{": "}}", "{%": "%}", "{#": "#}"}
_PREFIX: Final = re.compile(r"(?P<prefix>tr|tc|p|r)\s+")
_NEARLY_A_PREFIX: Final = re.compile(
    r"\s*(?P<prefix>tr|tc|p|r)(?:\s+(?=\w)|(?=(?:for|if|elif|else|endfor|endif)\b))", re.IGNORECASE
)
"""Letters with a blank before them, capital ones, or without a blank behind them."""
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
        match = _PREFIX.match(body)
        is_nearly = False
        if match is None and sort is TagSort.STATEMENT:
            match = _NEARLY_A_PREFIX.match(body)
            is_nearly = match is not None
        prefix = match["prefix"].lower() if match else ""
        body_start = match.end() if match else 0
        body = respelled(body[body_start:]).strip()
        word = ""
        if sort is TagSort.STATEMENT:
            body = self._meant(prefix, body, text, paragraph, is_nearly=is_nearly)
            word = first_word(body)
            # The letter of runs changes nothing.
            prefix = prefix.removeprefix("r")
        if word == "raw":
            self._is_raw = True
            return
        self.tags.append(Tag(sort, text, prefix, body, word, paragraph, start, end))

    def _meant(
        self, prefix: str, body: str, text: str, paragraph: TemplateParagraph, *, is_nearly: bool
    ) -> str:
        """Return a statement as it was meant; report its letters and its word where they are not right.

        Args:
            prefix: letters of docxtpl.
            body: the statement behind them.
            text: the tag as it is typed.
            paragraph: where it stands.
            is_nearly: whether the letters are not written as they must be.
        """
        meant = meant_body(body)
        hint = did_you_mean([written_tag(prefix, meant or body)])
        if meant and meant != body:
            message = _("a tag cannot begin with the word '{word}'").format(word=wrong_words(body, meant))
            self.findings.append(Finding("E303", message, hint, paragraph, text))
        elif is_nearly:
            message = _("'{prefix}' stands directly behind {opening}, in small letters, and before a blank")
            words = message.format(prefix=prefix, opening="{%")
            self.findings.append(Finding("E303", words, hint, paragraph, text))
        return meant or body

    def _tell_stray_braces(self, texts: Sequence[str], paragraph: TemplateParagraph) -> None:
        for signs, cure in stray_braces(texts):
            message = _("'{signs}' looks like a part of a tag, and is printed as it is").format(signs=signs)
            self.findings.append(Finding("E336", message, cure, paragraph, signs, Severity.WARNING))
