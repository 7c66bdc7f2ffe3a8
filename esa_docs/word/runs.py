"""Text as Word runs: digits of the document's set, no-break spaces, Thai and other script apart.

Thai is complex script. A run with Thai carries ``w:cs``; a run without any does not. Word takes font, size
and spelling of a run from it: with the wrong mark it underlines correct English, or takes Thai words for
errors and breaks lines badly. Runs are split where Word itself splits them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, TypeAlias

from esa_docs import thai
from esa_docs.ooxml.names import RPR_ORDER
from esa_docs.word.mark_styles import MarkStyles
from esa_docs.word.prose_signs import ANY_SIGN

_AFTER_CS: Final = frozenset(RPR_ORDER[RPR_ORDER.index("cs") + 1 :])
"""Properties that the schema puts behind ``w:cs``."""
_SPACES: Final = " \n\t"
_SIGNS: Final = re.compile(r"([\a\f])")
"""Signs that begin a paragraph or a page; a later step acts on them."""
_REMEMBERED_TEXTS: Final = 4096
_NO_MARK_STYLES: Final = MarkStyles()

RunWriter = Callable[[str], str]
"""A function that turns text, escaped as in XML, into the XML of its runs."""
Properties: TypeAlias = tuple[tuple[str, str], ...]
"""Local name and XML of each property of a run."""


@dataclass(frozen=True, slots=True)
class RunStyle:
    """Properties of a run, as XML: each by name, and those ``before`` and ``after`` the place of ``w:cs``."""

    before: str = ""
    after: str = ""
    properties: Properties = ()

    @classmethod
    def of(cls, properties: Iterable[tuple[str, str]]) -> RunStyle:
        """Return a style.

        Args:
            properties: local name and XML of each property, in the order of the schema and without ``cs``.
        """
        before = ""
        after = ""
        all_properties = tuple(properties)
        for name, xml in all_properties:
            if name in _AFTER_CS:
                after += xml
            else:
                before += xml
        return cls(before, after, all_properties)

    @classmethod
    def of_size(cls, points: float) -> RunStyle:
        """Return a style that sets the size alone, alike for both scripts: Word keeps that of Thai apart."""
        half_points = round(points * 2)
        return cls.of(
            [("sz", f'<w:sz w:val="{half_points}"/>'), ("szCs", f'<w:szCs w:val="{half_points}"/>')]
        )

    def bearing(self, properties: Properties) -> RunStyle:
        """Return the style with further properties, in place of its own of the same names."""
        by_name = {**dict(self.properties), **dict(properties)}
        return RunStyle.of(sorted(by_name.items(), key=_place_in_order))

    def opening(self, *, complex_script: bool) -> str:
        """Return the XML that opens a run of this style, without properties where it has none."""
        mark = "<w:cs/>" if complex_script else ""
        properties = f"{self.before}{mark}{self.after}"
        if not properties:
            return "<w:r>"
        return f"<w:r><w:rPr>{properties}</w:rPr>"


def _place_in_order(named_property: tuple[str, str]) -> int:
    """Return the place of a property in the order of the schema; one that it does not have comes last."""
    name, _xml = named_property
    return RPR_ORDER.index(name) if name in RPR_ORDER else len(RPR_ORDER)


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


def make_run_writer(
    style: RunStyle, numerals: thai.Numerals, mark_styles: MarkStyles = _NO_MARK_STYLES
) -> RunWriter:
    """Return the function that writes text in one style as the document prints it.

    It remembers the runs of a text: names, posts and table words recur in a document and through a year.

    Args:
        style: style of the text.
        numerals: digits of the document.
        mark_styles: styles in which marks are printed.
    """
    split = make_splitter(style)

    @lru_cache(maxsize=_REMEMBERED_TEXTS)
    def write_runs(text: str) -> str:
        if "\a" in text or "\f" in text:
            return _with_signs(text, write_runs)
        if ANY_SIGN.search(text):
            return _with_marks(text, style, numerals, mark_styles)
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


def _with_marks(text: str, style: RunStyle, numerals: thai.Numerals, mark_styles: MarkStyles) -> str:
    """Return the runs of a text with signs of marks."""
    from esa_docs.word.marked_runs import MarkedRuns  # noqa: PLC0415 most documents have no marks

    return MarkedRuns(style, numerals, mark_styles).write(unescape(text))


def text_run(opening: str, text: str) -> str:
    """Return a run of text.

    Args:
        opening: XML that opens the run.
        text: its text, as it is printed.
    """
    xml = f"{opening}{_text_element(escape(text))}</w:r>"
    if "\n" in text or "\t" in text:
        return _with_breaks(xml)
    return xml


def _with_breaks(xml: str) -> str:
    """Return runs whose line breaks and tabs are elements: inside ``w:t`` both are white space to Word."""
    opening = '<w:t xml:space="preserve">'
    xml = xml.replace("<w:t>", opening)
    for sign, element in (("\n", "<w:br/>"), ("\t", "<w:tab/>")):
        xml = xml.replace(sign, f"</w:t>{element}{opening}")
    # Where a sign stood at either end of a text, or beside another sign, an empty text is left.
    empty_text = f"{opening}</w:t>"
    return xml.replace(empty_text, "")
