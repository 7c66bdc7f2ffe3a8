"""Text as Word runs: digits of the document's set, no-break spaces, Thai and other script apart.

Thai is complex script. A run with Thai carries ``w:cs``; a run without any does not. Word takes font, size
and spelling of a run from it: with the wrong mark it underlines correct English, or takes Thai words for
errors and breaks lines badly. Runs are split where Word itself splits them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from esa_docs import thai
from esa_docs.ooxml.names import RPR_ORDER

_AFTER_CS: Final = frozenset(RPR_ORDER[RPR_ORDER.index("cs") + 1 :])
"""Properties that the schema puts behind ``w:cs``."""
_SPACES: Final = " \n\t"
_SIGNS: Final = re.compile(r"([\a\f])")
"""Signs that begin a paragraph or a page; a later step acts on them."""
_REMEMBERED_TEXTS: Final = 4096

RunWriter = Callable[[str], str]
"""A function that turns text, escaped as in XML, into the XML of its runs."""


@dataclass(frozen=True, slots=True)
class RunStyle:
    """Properties of a run, as XML: ``before`` and ``after`` the place where ``w:cs`` belongs."""

    before: str = ""
    after: str = ""

    @classmethod
    def of(cls, properties: list[tuple[str, str]]) -> RunStyle:
        """Return a style.

        Args:
            properties: local name and XML of each property, in the order of the schema and without ``cs``.
        """
        before = ""
        after = ""
        for name, xml in properties:
            if name in _AFTER_CS:
                after += xml
            else:
                before += xml
        return cls(before, after)

    @classmethod
    def of_size(cls, points: float) -> RunStyle:
        """Return a style that sets the size alone, alike for both scripts: Word keeps that of Thai apart."""
        half_points = round(points * 2)
        return cls.of(
            [("sz", f'<w:sz w:val="{half_points}"/>'), ("szCs", f'<w:szCs w:val="{half_points}"/>')]
        )

    def opening(self, *, complex_script: bool) -> str:
        """Return the XML that opens a run of this style, without properties where it has none."""
        mark = "<w:cs/>" if complex_script else ""
        properties = f"{self.before}{mark}{self.after}"
        if not properties:
            return "<w:r>"
        return f"<w:r><w:rPr>{properties}</w:rPr>"


def escape(text: str) -> str:
    """Return text as it stands between the tags of XML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def unescape(text: str) -> str:
    """Return the text that escaped text stands for."""
    # Jinja passes Markup, a str that would escape again whatever is put into it.
    plain = str(text)
    if "&" not in plain:
        return plain
    plain = plain.replace("&#34;", '"').replace("&#39;", "'")
    plain = plain.replace("&lt;", "<").replace("&gt;", ">")
    # The ampersand comes last: "&amp;lt;" stands for "&lt;", not for "<".
    return plain.replace("&amp;", "&")


def printed_text(text: str, numerals: thai.Numerals) -> str:
    """Return the text as a document with these digits prints it."""
    return thai.bind_spaces(thai.apply_numerals(text, numerals))


def make_splitter(style: RunStyle) -> RunWriter:
    """Return the function that writes text in one style just as it is, split by script."""
    latin_opening = style.opening(complex_script=False)
    thai_opening = style.opening(complex_script=True)

    def split(text: str) -> str:
        runs = []
        has_codes = "&" in text
        # The codes of signs are no letters: a Thai mark behind &amp; stands on the & alone.
        for piece, is_thai in thai.script_runs(unescape(text)):
            xml = escape(piece) if has_codes else piece
            opening = thai_opening if is_thai else latin_opening
            runs.append(f"{opening}{_text_element(xml)}</w:r>")
        return "".join(runs)

    return split


def _text_element(piece: str) -> str:
    # XML readers may drop the spaces of an element that does not ask to keep them.
    has_spaces_to_keep = piece.strip(_SPACES) != piece or "  " in piece
    attribute = ' xml:space="preserve"' if has_spaces_to_keep else ""
    return f"<w:t{attribute}>{piece}</w:t>"


def make_instruction_writer(style: RunStyle) -> RunWriter:
    """Return the function that writes instructions of fields in one style, split by script as any text."""
    split = make_splitter(style)

    def write_runs(text: str) -> str:
        # The opening tag of a text ends with ">", or goes on with an attribute.
        runs = split(text).replace("<w:t ", "<w:instrText ").replace("<w:t>", "<w:instrText>")
        return runs.replace("</w:t>", "</w:instrText>")

    return write_runs


def make_run_writer(style: RunStyle, numerals: thai.Numerals) -> RunWriter:
    """Return the function that writes text in one style as the document prints it.

    It remembers the runs of a text: names, posts and table words recur in a document and through a year.
    """
    split = make_splitter(style)

    @lru_cache(maxsize=_REMEMBERED_TEXTS)
    def write_runs(text: str) -> str:
        if "\a" in text or "\f" in text:
            return _with_signs(text, write_runs)
        # Codes of signs such as &amp; look like Latin names, and digits beside Latin names stay Arabic.
        output_text = printed_text(unescape(text), numerals)
        # Escaped text holds < and > as codes only: without an ampersand there is nothing to escape.
        # A filter of Jinja such as urlize makes tags of its own: they are text here.
        if "&" in text or "<" in text:
            output_text = escape(output_text)
        xml = split(output_text)
        if "\n" in text or "\t" in text:
            return _with_breaks(xml)
        return xml

    return write_runs


def _with_signs(text: str, write_runs: RunWriter) -> str:
    """Return the runs of a text, with the signs for a new paragraph and a new page between them."""
    pieces = _SIGNS.split(text)
    # The pattern has a group, so re.split returns in turn a text and a sign.
    for place in range(0, len(pieces), 2):
        pieces[place] = write_runs(pieces[place])
    return "".join(pieces)


def _with_breaks(xml: str) -> str:
    """Return runs whose line breaks and tabs are elements: inside ``w:t`` both are white space to Word."""
    opening = '<w:t xml:space="preserve">'
    xml = xml.replace("<w:t>", opening)
    for sign, element in (("\n", "<w:br/>"), ("\t", "<w:tab/>")):
        xml = xml.replace(sign, f"</w:t>{element}{opening}")
    # Where a sign stood at either end of a text, or beside another sign, an empty text is left.
    empty_text = f"{opening}</w:t>"
    return xml.replace(empty_text, "")
