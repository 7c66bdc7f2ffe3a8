"""Rules about languages and settings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from esa_docs.diagnostics import Diagnostic
from esa_docs.i18n import gettext as _
from esa_docs.ooxml.names import w
from esa_docs.word.verify.parsed_file import SETTINGS_PART, STYLES_PART, ParsedWordFile

_THAI_LANGUAGE: Final = "th-TH"
_WORD_2013: Final = "15"


def languages(document: ParsedWordFile) -> Iterator[Diagnostic]:
    """E712: Thai is named once, in the defaults; runs name no language and are never kept from proofing."""
    for part in document.stories:
        if any(True for _one in part.all("lang", "noProof")):
            message = _("runs carry a language of their own or are kept from proofing")
            yield part.finding("E712", message, _("Build the document again from a clean template."))
    styles = document.parts.get(STYLES_PART)
    path = f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}/{w('lang')}"
    default = None if styles is None else styles.root.find(path)
    if default is None or default.get(w("bidi")) != _THAI_LANGUAGE:
        message = _("the default language for complex script is not Thai")
        yield document.main.finding(
            "E712",
            message,
            _("Set the template's language to Thai; without it Word breaks Thai lines badly."),
        )
    settings = document.parts.get(SETTINGS_PART)
    theme = None if settings is None else settings.root.find(w("themeFontLang"))
    if theme is None or theme.get(w("bidi")) != _THAI_LANGUAGE:
        yield document.main.finding("E712", _("the theme's language for complex script is not Thai"))


def word_settings(document: ParsedWordFile) -> Iterator[Diagnostic]:
    """E713: compatibility mode 15 once; nothing that makes Word ask the reader on opening."""
    settings = document.parts.get(SETTINGS_PART)
    root = None if settings is None else settings.root
    modes = [] if root is None else _compatibility_modes(root)
    if modes != [_WORD_2013]:
        message = _("compatibility mode 15 is expected, found {found}").format(found=", ".join(modes) or "-")
        yield document.main.finding(
            "E713",
            message,
            _("Save the template as .docx in today's Word; else Word breaks Thai lines only at spaces."),
        )
    if root is not None and root.find(w("updateFields")) is not None:
        message = _("Word is told to update fields on opening and would ask the reader")
        yield document.main.finding("E713", message)
    for part in document.stories:
        if any(char.get(w("dirty")) for char in part.all("fldChar", "fldSimple")):
            yield part.finding("E713", _("a field is marked as out of date: Word would ask the reader"))


def _compatibility_modes(settings: object) -> list[str]:
    found = settings.iter(w("compatSetting"))  # type: ignore[attr-defined]
    return [one.get(w("val"), "") for one in found if one.get(w("name")) == "compatibilityMode"]


RULES: Final = (languages, word_settings)
