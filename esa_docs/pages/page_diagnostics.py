"""Diagnostics of page numbers and PDFs that could not be made."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from esa_docs.diagnostics import Diagnostic, Location, Severity
from esa_docs.fonts import state as font_state
from esa_docs.fonts.families import FAMILIES
from esa_docs.i18n import gettext as _
from esa_docs.pages.engine import WRONG_FONTS, EngineFault
from esa_docs.pages.word_file import WordFile

_MOST_NAMES: Final = 5
"""How many bookmarks a diagnostic names."""


def missing_family(file: WordFile) -> Diagnostic:
    """Report that a PDF needs faces that this machine does not have (E906)."""
    return font_state.missing_family(font_state.look_at_family(file.family))


def engine_failure(file: WordFile, engine: str, fault: EngineFault, severity: Severity) -> Diagnostic:
    """Report that an engine could not lay out a file (E721), or not in its fonts (E722)."""
    message = _("{engine} could not lay out the pages: {words}").format(engine=engine, words=fault.words)
    if fault.code == WRONG_FONTS:
        message = _("no pages were laid out in {engine}: {words}").format(engine=engine, words=fault.words)
        hint = _(
            "A PDF is made in the font of office.yaml alone, here {family}: set the text in it, or make "
            "the PDF in Word. Fonts for office.yaml: {families}."
        ).format(family=file.family, families=", ".join(FAMILIES))
    else:
        hint = _("Build again; if it happens again, open the Word file in LibreOffice and see what it says.")
    return Diagnostic(fault.code, message, Location(file.name), hint, severity)


def no_drawing_engine(file: WordFile) -> Diagnostic:
    """Report that no program on this machine makes PDFs (E726)."""
    message = _("no PDF was made: only LibreOffice makes PDFs, and this machine does not have it")
    hint = _("Install LibreOffice, or save the Word file as PDF in Word.")
    return Diagnostic("E726", message, Location(file.name), hint)


def no_numbers(file: WordFile, bookmarks: Collection[str], reason: str) -> Iterator[Diagnostic]:
    """Report why a file has no page numbers at all (E723).

    Args:
        file: the file.
        bookmarks: bookmarks whose page numbers it prints; nothing is reported where there are none.
        reason: why, for readers; empty for the reason that this machine has no engine.
    """
    if not bookmarks:
        return
    if not reason:
        reason = _("this machine has no program that lays out pages")
    message = _("no page numbers were printed: {reason}").format(reason=reason)
    yield _warning("E723", message, file)


def left_out_numbers(
    file: WordFile, bookmarks: Collection[str], numbers: Collection[str], withheld: Collection[str]
) -> Iterator[Diagnostic]:
    """Report numbers that were left out: their pages are unknown (E723), or writing them moved pages (E724).

    Args:
        file: the file.
        bookmarks: bookmarks whose page numbers it prints.
        numbers: those of them that have a number.
        withheld: those of them whose numbers moved their pages.
    """
    total = len(bookmarks)
    unknown_names = [name for name in bookmarks if name not in numbers and name not in withheld]
    if unknown_names:
        text = _("{count} of {all} page numbers were left out, for it is not certain which they are: {names}")
        message = text.format(count=len(unknown_names), all=total, names=_first_names(unknown_names))
        yield _warning("E723", message, file)
    if withheld:
        text = _("{count} of {all} page numbers were left out, for writing them moved their pages: {names}")
        moved_names = [name for name in bookmarks if name in withheld]
        message = text.format(count=len(moved_names), all=total, names=_first_names(moved_names))
        yield _warning("E724", message, file)


def replaced_fonts(file: WordFile, families: Sequence[str]) -> Iterator[Diagnostic]:
    """Report that Word files in a paper are set in fonts that this machine lacks (E345).

    Args:
        file: the paper.
        families: the fonts; nothing is reported without any.
    """
    if families:
        message = _("this machine lacks fonts of annexed Word files ({names}): the PDF has that of the paper")
        hint = _("Install the fonts, or make the PDF in Word on a machine that has them.")
        text = message.format(names=", ".join(families))
        yield Diagnostic("E345", text, Location(file.name), hint, Severity.INFO)


def unknown_family(file: WordFile) -> str:
    """Return the reason that nothing is known of a family."""
    return _("nothing is known of the font family {name}").format(name=file.family)


def all_engines_failed() -> str:
    """Return the reason that every engine failed."""
    return _("no program on this machine could lay out the pages")


def _warning(code: str, message: str, file: WordFile) -> Diagnostic:
    hint = _("Open the file in Word, put the cursor in the table of contents, press F9 and save it.")
    return Diagnostic(code, message, Location(file.name), hint, Severity.WARNING)


def _first_names(names: Sequence[str]) -> str:
    text = ", ".join(names[:_MOST_NAMES])
    is_cut = len(names) > _MOST_NAMES
    return f"{text} …" if is_cut else text
