"""Where the office's own template names a font in which no PDF is made (E722)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Final

from esa_docs.diagnostics import Diagnostic, Location
from esa_docs.i18n import gettext as _
from esa_docs.model.document import Document
from esa_docs.source.folders.files import path_label

_WRONG_FONTS: Final = "E722"


def with_places_in_template(
    diagnostics: Iterable[Diagnostic], document: Document[Any]
) -> tuple[Diagnostic, ...]:
    """Return diagnostics; those of wrong fonts are about the own template, with the places of the fonts.

    Args:
        diagnostics: what was found while the pages were laid out.
        document: the paper; one of a shipped template has its diagnostics as they are.
    """
    before = tuple(diagnostics)
    has_wrong_fonts = any(diagnostic.code == _WRONG_FONTS for diagnostic in before)
    if document.template is None or not has_wrong_fonts:
        return before
    from esa_docs.word.templates.checking.pdf_fonts import font_places  # noqa: PLC0415 faults only

    label = path_label(document.template)
    places = font_places(document.template.read_bytes(), label, document.office.font)
    if not places:
        return before
    words = _("in the template: {places}").format(places=", ".join(places))
    return tuple(_with_words(diagnostic, words, label) for diagnostic in before)


def _with_words(diagnostic: Diagnostic, words: str, label: str) -> Diagnostic:
    if diagnostic.code != _WRONG_FONTS:
        return diagnostic
    return replace(diagnostic, message=f"{diagnostic.message}; {words}", location=Location(label))
