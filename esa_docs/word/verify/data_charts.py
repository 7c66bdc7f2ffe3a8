"""Rules about charts of numbers: parts of their own, whose texts do not take their font from the document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from esa_docs.diagnostics import Diagnostic
from esa_docs.i18n import gettext as _
from esa_docs.ooxml.names import A, C
from esa_docs.word.verify.chart_numbers import printed_numbers
from esa_docs.word.verify.parsed_file import Element, PackagePart, ParsedWordFile

_PROPERTIES: Final = (f"{{{A}}}rPr", f"{{{A}}}defRPr", f"{{{A}}}endParaRPr")
_FACES: Final = (f"{{{A}}}latin", f"{{{A}}}cs")
"""The elements of run properties that name the font for Latin and for Thai."""
_TEXT: Final = f"{{{A}}}t"
_RICH_TEXT: Final = f"{{{C}}}rich"
_NUMBERS: Final = f"{{{C}}}numCache"
_CACHED_VALUE: Final = f"{{{C}}}v"
_THEME_FONT_START: Final = "+"
"""A name such as ``+mn-lt``, which begins with it, stands for a font of the theme."""


def chart_text(part: PackagePart) -> str:
    """Return all texts of a chart: title, names and numbers; the lines of each run together.

    Numbers stand there as they are kept, and as they are printed where the chart names a form for them.
    """
    texts = []
    for rich_text in part.root.iter(_RICH_TEXT):
        texts.append("".join(rich_text.itertext(_TEXT)))
    for value in part.root.iter(_CACHED_VALUE):
        texts.append((value.text or "").replace("\n", ""))
    for cache in part.root.iter(_NUMBERS):
        texts += printed_numbers(cache)
    return " ".join(texts)


def half_named_fonts(document: ParsedWordFile) -> Iterator[Diagnostic]:
    """Generate E707: a text of a chart names its font for one script only, or through the theme."""
    for part in document.charts:
        if any(_is_half_named(properties) for properties in part.root.iter(*_PROPERTIES)):
            message = _("a text of a chart does not name its font for Latin and for Thai")
            yield part.diagnostic("E707", message, _("Choose the font for the whole chart in Word."))


def _is_half_named(properties: Element) -> bool:
    for tag in _FACES:
        face = properties.find(tag)
        name = "" if face is None else face.get("typeface", "")
        if not name or name.startswith(_THEME_FONT_START):
            return True
    return False


RULES: Final = (half_named_fonts,)
