"""Text as Word runs: digits of the document's set, no-break spaces, Thai and other script apart.

Thai is complex script: a run with Thai carries ``w:cs``, a run without any does not (Word takes font, size
and spelling of a run from it). Runs are split where Word itself splits them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from esa_docs import thai
from esa_docs.ooxml.names import RPR_ORDER

_AFTER_CS: Final = frozenset(RPR_ORDER[RPR_ORDER.index("cs") + 1 :])
_SPACES: Final = " \n\t"

_REMEMBERED: Final = 4096

RunWriter = Callable[[str], str]
"""Turns text, escaped as in XML, into the XML of its runs."""


@dataclass(frozen=True, slots=True)
class RunStyle:
    """Properties of a run, as XML: ``before`` and ``after`` the place where ``w:cs`` belongs."""

    before: str = ""
    after: str = ""

    @classmethod
    def of(cls, properties: list[tuple[str, str]]) -> RunStyle:
        """Make a style from (local name, XML) of each child of ``w:rPr``, in schema order, without ``cs``."""
        before = "".join(xml for name, xml in properties if name not in _AFTER_CS)
        return cls(before, "".join(xml for name, xml in properties if name in _AFTER_CS))

    def opening(self, *, complex_script: bool) -> str:
        """Give the XML that opens a run of this style."""
        inner = f"{self.before}{'<w:cs/>' if complex_script else ''}{self.after}"
        return f"<w:r><w:rPr>{inner}</w:rPr>" if inner else "<w:r>"


def escape(text: str) -> str:
    """Write text so that XML reads it back."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def unescape(text: str) -> str:
    """Give the text that escaped text stands for."""
    if "&" not in text:
        return str(text)
    plain = str(text).replace("&#34;", '"').replace("&#39;", "'").replace("&lt;", "<").replace("&gt;", ">")
    return plain.replace("&amp;", "&")


def printed(text: str, numerals: thai.Numerals) -> str:
    """Give the text as the document prints it."""
    return thai.bind_spaces(thai.apply_numerals(text, numerals))


def make_splitter(style: RunStyle) -> RunWriter:
    """Make the function that writes text in one style just as it is, split by script."""
    latin, complex_script = style.opening(complex_script=False), style.opening(complex_script=True)

    def split(text: str) -> str:
        runs = thai.script_runs(text)
        return "".join(
            [f"{complex_script if is_thai else latin}{_text(piece)}</w:r>" for piece, is_thai in runs]
        )

    return split


def _text(piece: str) -> str:
    """Write a text element; XML readers may drop spaces at the ends of one that does not say to keep them."""
    keeps = ' xml:space="preserve"' if piece.strip(_SPACES) != piece or "  " in piece else ""
    return f"<w:t{keeps}>{piece}</w:t>"


def make_run_writer(style: RunStyle, numerals: thai.Numerals) -> RunWriter:
    """Make the function that writes text in one style as the document prints it.

    It remembers what it wrote: names, posts and table words recur in a document and through a year.
    """
    split = make_splitter(style)

    @lru_cache(maxsize=_REMEMBERED)
    def write_runs(text: str) -> str:
        # Codes of signs look like Latin names: as they stand they would shield digits next to them.
        shown = printed(unescape(text), numerals)
        xml = split(escape(shown) if "&" in text else shown)
        return _with_breaks(xml) if "\n" in text or "\t" in text else xml

    return write_runs


def _with_breaks(xml: str) -> str:
    """Write line breaks and tabs inside a text as Word's elements."""
    opening = '<w:t xml:space="preserve">'
    xml = xml.replace("<w:t>", opening)
    for sign, element in (("\n", "<w:br/>"), ("\t", "<w:tab/>")):
        xml = xml.replace(sign, f"</w:t>{element}{opening}")
    return xml.replace(f"{opening}</w:t>", "")
