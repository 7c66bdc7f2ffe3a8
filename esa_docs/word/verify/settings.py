"""Rules about languages and settings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from esa_docs.diagnostics import Diagnostic
from esa_docs.i18n import gettext as _
from esa_docs.ooxml.names import w
from esa_docs.ooxml.styles import path_to
from esa_docs.word.verify.parsed_file import Element, ParsedWordFile
from esa_docs.word.verify.places import cut

_THAI_LANGUAGE: Final = "th-TH"
_WORD_2013: Final = "15"
"""Compatibility mode of Word 2013 and later."""


def languages(document: ParsedWordFile) -> Iterator[Diagnostic]:
    """Generate E712: Thai is not named in the defaults and the theme, or runs name a language of their own.

    Word breaks lines by its Thai dictionary where the defaults say th-TH.
    """
    for part in document.stories:
        own_languages = list(part.elements("lang", "noProof"))
        if own_languages:
            message = _("runs carry a language of their own or are kept from proofing")
            yield part.diagnostic("E712", message, _("Build the document again from a clean template."))
    default_language = path_to("docDefaults", "rPrDefault", "rPr", "lang")
    if not _is_thai(_find(document, "styles", default_language)):
        message = _("the default language for complex script is not Thai")
        hint = _("Set the template's language to Thai; without it Word breaks Thai lines badly.")
        yield document.main.diagnostic("E712", message, hint)
    if not _is_thai(_find(document, "settings", path_to("themeFontLang"))):
        yield document.main.diagnostic("E712", _("the theme's language for complex script is not Thai"))


def _find(document: ParsedWordFile, kind: str, path: str) -> Element | None:
    """Return the first element at a path in the part of a kind; None where element or part is missing."""
    part = document.part_of(kind)
    if part is None:
        return None
    return part.root.find(path)


def _is_thai(language: Element | None) -> bool:
    return language is not None and language.get(w("bidi")) == _THAI_LANGUAGE


def word_settings(document: ParsedWordFile) -> Iterator[Diagnostic]:
    """Generate E713: compatibility mode 15 does not stand once, or Word would ask the reader on opening."""
    modes = _compatibility_modes(document)
    # In a lower mode Word breaks Thai at spaces only.
    if modes != [_WORD_2013]:
        found_modes = ", ".join(modes) or "-"
        message = _("compatibility mode 15 is expected, found {found}").format(found=cut(found_modes))
        hint = _("Save the template as .docx in today's Word; else Word breaks Thai lines only at spaces.")
        yield document.main.diagnostic("E713", message, hint)
    if _find(document, "settings", path_to("updateFields")) is not None:
        message = _("Word is told to update fields on opening and would ask the reader")
        yield document.main.diagnostic("E713", message)
    for part in document.stories:
        if any(field.get(w("dirty")) for field in part.elements("fldChar", "fldSimple")):
            yield part.diagnostic("E713", _("a field is marked as out of date: Word would ask the reader"))


def _compatibility_modes(document: ParsedWordFile) -> list[str]:
    """Return every compatibility mode that the settings name; a sound file names one."""
    settings = document.part_of("settings")
    if settings is None:
        return []
    modes = []
    for setting in settings.root.iter(w("compatSetting")):
        if setting.get(w("name")) == "compatibilityMode":
            modes.append(setting.get(w("val"), ""))
    return modes


RULES: Final = (languages, word_settings)
