"""Runs of a text with marks: bold and other styles, links, and the places of notes.

Digits, no-break spaces and scripts are decided on the whole text without its signs, so a mark within a word
changes none of them. Then the text is cut at the signs and where the script changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, assert_never
from urllib.parse import quote

from esa_docs import thai
from esa_docs.model.prose.prose import Style
from esa_docs.word.mark_styles import MarkStyles
from esa_docs.word.prose_signs import (
    LINK,
    LINK_END,
    NOTE,
    SIGN,
    STYLE_OF_BEGINNING,
    STYLE_OF_END,
    from_bytes,
)
from esa_docs.word.runs import Properties, RunStyle, escape, printed_text, text_run


def _properties_of(style: Style) -> Properties:
    """Return the properties of a style for both scripts: Word keeps those of Thai apart."""
    match style:
        case Style.BOLD:
            return (("b", "<w:b/>"), ("bCs", "<w:bCs/>"))
        case Style.ITALIC:
            return (("i", "<w:i/>"), ("iCs", "<w:iCs/>"))
        case Style.UNDERLINE:
            return (("u", '<w:u w:val="single"/>'),)
        case Style.SUPERSCRIPT:
            return (("vertAlign", '<w:vertAlign w:val="superscript"/>'),)
        case Style.SUBSCRIPT:
            return (("vertAlign", '<w:vertAlign w:val="subscript"/>'),)
        case _:
            # mypy, and the import of this module, tell of a style without a case.
            assert_never(style)


_OF_STYLE: Final = {style: _properties_of(style) for style in Style}
_RAISED: Final = '<w:vertAlign w:val="superscript"/>'
_FIELD_CHAR: Final = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
_END_OF_FIELD, _END_OF_INNER_LINK = _FIELD_CHAR.format("end"), "</w:hyperlink>"
_INNER: Final = "#"
"""Begins the address of a place in the document itself, such as a caption."""
_LOOK_OF_TEXT: Final[Properties] = (("color", '<w:color w:val="auto"/>'), ("u", '<w:u w:val="none"/>'))
"""The number of a caption looks like the text around it, though it bears the style of links: without that
style LibreOffice 7.4 makes no link of it in the PDF (measured)."""
_NOT_IN_INSTRUCTIONS: Final = str.maketrans({'"': "%22", "\\": "%5C", " ": "%20"})
_NOT_ASCII: Final = re.compile(r"[^\x00-\x7f]+")


@dataclass(frozen=True, slots=True)
class _Sign:
    """A sign of a text.

    Attributes:
        index: its place in the text without signs.
        sign: the sign.
        signs_of_bytes: what it says besides.
    """

    index: int
    sign: str
    signs_of_bytes: str


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a text between two signs, in one script."""

    text: str
    is_thai: bool


class MarkedRuns:
    """Writes texts with marks in one style."""

    def __init__(self, style: RunStyle, numerals: thai.Numerals, styles: MarkStyles) -> None:
        """Take how texts are written.

        Args:
            style: style of the letters without marks.
            numerals: digits of the document.
            styles: styles in which marks are printed.
        """
        self._style = style
        self._numerals = numerals
        note = f'<w:rStyle w:val="{styles.note_reference}"/>'
        self._note_style = style.bearing((("rStyle", note), ("vertAlign", _RAISED)))
        # LibreOffice 7.4 makes live links in its PDF of those alone that have a character style (measured).
        self._link_properties: Properties = (("rStyle", f'<w:rStyle w:val="{styles.link}"/>'),)

    def write(self, text: str) -> str:
        """Return the XML of the runs of a text with signs.

        Args:
            text: the text, not escaped.
        """
        plain_text, signs = _apart(text)
        runs = _Runs()
        styles: dict[Style, None] = {}
        end_of_link = ""
        for item in _in_order(printed_text(plain_text, self._numerals), signs):
            if isinstance(item, _Piece):
                style = self._bearing(styles, end_of_link)
                runs.add_text(style.opening(complex_script=item.is_thai), item.text)
            elif item.sign in STYLE_OF_BEGINNING:
                styles[STYLE_OF_BEGINNING[item.sign]] = None
            elif item.sign in STYLE_OF_END:
                styles.pop(STYLE_OF_END[item.sign], None)
            elif item.sign in {LINK, LINK_END}:
                runs.add(end_of_link)
                beginning, end_of_link = _link(item)
                runs.add(beginning)
            else:
                runs.add(self._place(item))
        # A filter of a template may have cut a text within a link.
        runs.add(end_of_link)
        return runs.xml()

    def _bearing(self, styles: Iterable[Style], end_of_link: str) -> RunStyle:
        """Return the style of letters that bear marks.

        Args:
            styles: the styles among them.
            end_of_link: what ends the link in which the letters stand; empty outside a link.
        """
        style = self._style
        if end_of_link:
            style = style.bearing(self._link_properties)
        if end_of_link == _END_OF_INNER_LINK:
            style = style.bearing(_LOOK_OF_TEXT)
        for mark in styles:
            style = style.bearing(_OF_STYLE[mark])
        return style

    def _place(self, sign: _Sign) -> str:
        """Return the run with a sign on which a later step acts, when ids and numbers are known."""
        style = self._note_style if sign.sign == NOTE else self._style
        opening = style.opening(complex_script=False)
        signs = f"{sign.sign}{sign.signs_of_bytes}"
        return f"{opening}{signs}</w:r>" if sign.sign == NOTE else f"{opening}<w:t>{signs}</w:t></w:r>"


class _Runs:
    """XML of runs; neighbours with equal properties are one run."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._opening = ""
        self._text = ""

    def add_text(self, opening: str, text: str) -> None:
        """Add text in a run that is opened by some XML."""
        if opening != self._opening:
            self._end_run()
            self._opening = opening
        self._text += text

    def add(self, xml: str) -> None:
        """Add XML beside the runs of text; nothing for empty XML."""
        if xml:
            self._end_run()
            self._pieces.append(xml)

    def xml(self) -> str:
        """Return all of it."""
        self._end_run()
        return "".join(self._pieces)

    def _end_run(self) -> None:
        if self._text:
            self._pieces.append(text_run(self._opening, self._text))
        self._opening = ""
        self._text = ""


def _apart(text: str) -> tuple[str, list[_Sign]]:
    """Return a text without its signs, and the signs."""
    pieces = []
    signs = []
    length = 0
    end = 0
    for match in SIGN.finditer(text):
        piece = text[end : match.start()]
        pieces.append(piece)
        length += len(piece)
        signs.append(_Sign(length, match["sign"], match["bytes"]))
        end = match.end()
    pieces.append(text[end:])
    return "".join(pieces), signs


def _in_order(text: str, signs: Sequence[_Sign]) -> Iterator[_Piece | _Sign]:
    """Generate the pieces of a text and its signs, in their order."""
    number = 0
    start = 0
    for run, is_thai in thai.script_runs(text):
        end = start + len(run)
        while number < len(signs) and signs[number].index < end:
            sign = signs[number]
            if start < sign.index:
                yield _Piece(text[start : sign.index], is_thai)
            yield sign
            start = sign.index
            number += 1
        yield _Piece(text[start:end], is_thai)
        start = end
    yield from signs[number:]


def _link(sign: _Sign) -> tuple[str, str]:
    """Return what begins a link and what ends it; empty both for the sign that ends one."""
    if sign.sign == LINK_END:
        return "", ""
    address = from_bytes(sign.signs_of_bytes).translate(_NOT_IN_INSTRUCTIONS)
    if address.startswith(_INNER):
        name = escape(address.removeprefix(_INNER))
        return f'<w:hyperlink w:anchor="{name}" w:history="1">', _END_OF_INNER_LINK
    # A run with Thai letters is of complex script (E710); an instruction is of none.
    address = _NOT_ASCII.sub(_in_percents, address)
    instruction = escape(f' HYPERLINK "{address}" ')
    text = f'<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>'
    return f"{_FIELD_CHAR.format('begin')}{text}{_FIELD_CHAR.format('separate')}", _END_OF_FIELD


def _in_percents(match: re.Match[str]) -> str:
    """Return letters as an address holds them: each byte of UTF-8 behind a percent sign (RFC 3986, 2.5)."""
    return quote(match[0])
