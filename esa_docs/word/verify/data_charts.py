"""Rules about charts of numbers: parts of their own, whose texts do not take their font from the document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from esa_docs.diagnostics import Diagnostic
from esa_docs.i18n import gettext as _
from esa_docs.ooxml.names import A, C
from esa_docs.word.verify.parsed_file import PackagePart, ParsedWordFile

_PROPERTIES: Final = tuple(f"{{{A}}}{name}" for name in ("rPr", "defRPr", "endParaRPr"))
_OF_THE_THEME: Final = "+"


def chart_text(part: PackagePart) -> str:
    """Give all that is written in a chart: titles, names and numbers; the lines of each run together."""
    title = ("".join(one.itertext(f"{{{A}}}t")) for one in part.root.iter(f"{{{C}}}rich"))
    cells = ((one.text or "").replace("\n", "") for one in part.root.iter(f"{{{C}}}v"))
    return " ".join([*title, *cells])


def half_named_fonts(document: ParsedWordFile) -> Iterator[Diagnostic]:
    """E707: a text of a chart whose font is named for one script only, or through the theme."""
    for part in document.charts:
        for properties in part.root.iter(*_PROPERTIES):
            faces = [properties.find(f"{{{A}}}{script}") for script in ("latin", "cs")]
            names = ["" if face is None else face.get("typeface", "") for face in faces]
            if any(not name or name.startswith(_OF_THE_THEME) for name in names):
                message = _("a text of a chart does not name its font for Latin and for Thai")
                yield part.finding("E707", message, _("Choose the font for the whole chart in Word."))
                break


RULES: Final = (half_named_fonts,)
