"""Text as Word runs: digits of the document's set, no-break spaces, Thai and other script apart.

Thai is complex script: a run with Thai carries ``w:cs``, a run without any does not (Word takes font, size
and spelling of a run from it). Runs are split where Word itself splits them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from esa_docs import thai
from esa_docs.ooxml.names import RPR_ORDER

_AFTER_CS: Final = frozenset(RPR_ORDER[RPR_ORDER.index("cs") + 1 :])
_CLOSE: Final = "</w:t></w:r>"

RunWriter = Callable[[str], str]
"""Turns plain text into the XML of its runs."""


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
        """Give the XML that opens a text run of this style."""
        inner = f"{self.before}{'<w:cs/>' if complex_script else ''}{self.after}"
        properties = f"<w:rPr>{inner}</w:rPr>" if inner else ""
        return f'<w:r>{properties}<w:t xml:space="preserve">'


def escape(text: str) -> str:
    """Write text so that XML reads it back."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def printed(text: str, numerals: thai.Numerals) -> str:
    """Give the text as the document prints it."""
    return thai.bind_spaces(thai.apply_numerals(text, numerals))


def make_splitter(style: RunStyle) -> RunWriter:
    """Make the function that writes text in one style just as it is, split by script."""
    opening = {flag: style.opening(complex_script=flag) for flag in (False, True)}

    def split(text: str) -> str:
        pieces = [
            f"{opening[is_thai]}{escape(piece)}{_CLOSE}" for piece, is_thai in thai.script_runs(text)
        ]
        return "".join(pieces)

    return split


def make_run_writer(style: RunStyle, numerals: thai.Numerals) -> RunWriter:
    """Make the function that writes text in one style as the document prints it."""
    split = make_splitter(style)

    def write_runs(text: str) -> str:
        xml = split(printed(text, numerals))
        return _with_breaks(xml) if "\n" in text or "\t" in text else xml

    return write_runs


def _with_breaks(xml: str) -> str:
    """Write line breaks and tabs inside a text as Word's elements."""
    reopened = '<w:t xml:space="preserve">'
    broken = xml.replace("\n", f"</w:t><w:br/>{reopened}").replace("\t", f"</w:t><w:tab/>{reopened}")
    return broken.replace(f"{reopened}</w:t>", "")
