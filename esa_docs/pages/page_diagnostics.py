"""Diagnostics of page numbers and PDFs that could not be had."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from esa_docs.diagnostics import Diagnostic, Location, Severity
from esa_docs.fonts.state import look_at_family
from esa_docs.fonts.state import missing_family as family_missing
from esa_docs.i18n import gettext as _
from esa_docs.pages.engine import WRONG_FONTS, EngineFault
from esa_docs.pages.word_file import WordFile

_NAMED: int = 5
"""How many bookmarks a finding names."""


def missing_family(file: WordFile) -> Diagnostic:
    """Tell that a PDF needs faces this machine does not have (E906)."""
    return family_missing(look_at_family(file.family))


def engine_failed(file: WordFile, engine: str, fault: EngineFault, weight: Severity) -> Diagnostic:
    """Tell that an engine could not lay out a file (E721), or not in its fonts (E722)."""
    message = _("{engine} could not lay out the pages: {words}").format(engine=engine, words=fault.words)
    hint = (
        _("Use only the font family of the document and signs it has, or change the document's font.")
        if fault.code == WRONG_FONTS
        else _("Build again; if it happens again, open the Word file in LibreOffice and see what it says.")
    )
    return Diagnostic(fault.code, message, Location(file.name), hint, weight)


def no_drawing_engine(file: WordFile) -> Diagnostic:
    """Tell that nothing on this machine makes PDFs (E726)."""
    message = _("no PDF was made: only LibreOffice makes PDFs, and this machine does not have it")
    hint = _("Install LibreOffice, or save the Word file as PDF in Word.")
    return Diagnostic("E726", message, Location(file.name), hint)


def no_numbers(file: WordFile, wanted: Collection[str], reason: str) -> Iterator[Diagnostic]:
    """Tell why a file has no page numbers at all (E723)."""
    if wanted:
        why = reason or _("this machine has no program that lays out pages")
        message = _("no page numbers were printed: {reason}").format(reason=why)
        yield _warning("E723", message, file)


def left_out(
    file: WordFile, wanted: Collection[str], numbers: Collection[str], withheld: Collection[str]
) -> Iterator[Diagnostic]:
    """Tell which numbers are missing: their pages are not known (E723), or would not stand still (E724)."""
    unknown = [name for name in wanted if name not in numbers and name not in withheld]
    if unknown:
        text = _("{count} of {all} page numbers were left out, for it is not certain which they are: {names}")
        yield _warning("E723", text.format(count=len(unknown), all=len(wanted), names=_few(unknown)), file)
    if withheld:
        text = _("{count} of {all} page numbers were left out, for writing them moved their pages: {names}")
        moved = [name for name in wanted if name in withheld]
        yield _warning("E724", text.format(count=len(moved), all=len(wanted), names=_few(moved)), file)


def family_unknown(file: WordFile) -> str:
    """Give the reason that nothing is known of a family."""
    return _("nothing is known of the font family {name}").format(name=file.family)


def no_engine_could() -> str:
    """Give the reason that every engine failed."""
    return _("no program on this machine could lay out the pages")


def _warning(code: str, message: str, file: WordFile) -> Diagnostic:
    hint = _("Open the file in Word, put the cursor in the table of contents, press F9 and save it.")
    return Diagnostic(code, message, Location(file.name), hint, Severity.WARNING)


def _few(names: Collection[str]) -> str:
    listed = list(names)[:_NAMED]
    return ", ".join(listed) + (" …" if len(names) > _NAMED else "")
