"""The fonts of a PDF, and its text, page by page.

pypdf reads and writes PDFs. It is pure Python, so it installs everywhere, and it keeps what it does not
know. It returns the text that the glyphs themselves carry, and passes over replacement texts, as some
viewers do.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from pypdf import PasswordType, PdfReader
from pypdf.errors import DependencyError, PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, NumberObject, PdfObject, StreamObject

from esa_docs.diagnostics import Diagnostic, Location, Severity
from esa_docs.i18n import gettext as _

_DAMAGE: Final = (
    *(PyPdfError, ArithmeticError, AssertionError, AttributeError, LookupError, OSError),
    *(MemoryError, RecursionError, TypeError, ValueError),
)
"""What pypdf raises for damaged bytes: its own errors, and errors of Python."""
_SUBSET_PREFIX: Final = re.compile(r"^[A-Z]{6}\+")
_FONT_FILES: Final = ("/FontFile", "/FontFile2", "/FontFile3")
_MAPPING: Final = re.compile(rb"<([0-9A-Fa-f]+)>\s*<[0-9A-Fa-f]+>")
_NO_GLYPH: Final = 0
_HEADER: Final = b"%PDF-"
_HEADER_WITHIN: Final = 1024
"""Bytes among which readers look for the header of a PDF."""


class NotAPdfError(ValueError):
    """The bytes are no readable PDF."""


@contextmanager
def reading() -> Iterator[None]:
    """Turn all errors that pypdf raises for damaged bytes into one.

    Raises:
        NotAPdfError: the bytes are no readable PDF.
    """
    try:
        yield
    except _DAMAGE as fault:
        raise NotAPdfError(str(fault)) from fault


def fonts_of(pdf: bytes) -> frozenset[str]:
    """Return the names of all fonts, also in drawings, without the six letters that mark a subset.

    Raises:
        NotAPdfError: the bytes are no readable PDF.
    """
    with reading():
        return frozenset(font_name(font) for font in _fonts(pdf))


def unembedded_fonts(pdf: bytes) -> frozenset[str]:
    """Return the names of the fonts that are not embedded, which a reader's machine would need.

    Raises:
        NotAPdfError: the bytes are no readable PDF.
    """
    with reading():
        return frozenset(font_name(font) for font in _fonts(pdf) if not _is_embedded(font))


def text_of(pdf: bytes) -> tuple[str, ...]:
    """Return the text of each page as a search finds it, lines separated by line feeds.

    Raises:
        NotAPdfError: the bytes are no readable PDF.
    """
    with reading():
        reader = PdfReader(io.BytesIO(pdf))
        return tuple(page.extract_text() for page in reader.pages)


def check_pdf(pdf: bytes) -> None:
    """Refuse bytes that are no PDF with a page.

    Raises:
        NotAPdfError: the bytes have no header of a PDF, are no readable PDF, or have no page.
    """
    # pypdf also reads bytes without a header, which other readers refuse.
    if _HEADER not in pdf[:_HEADER_WITHIN]:
        raise NotAPdfError("no header")
    with reading():
        reader = PdfReader(io.BytesIO(pdf))
        # The pages of a locked PDF cannot be counted without its password.
        if not reader.is_encrypted and not reader.pages:
            raise NotAPdfError("no page")


def is_locked(pdf: bytes) -> bool:
    """Return whether a PDF cannot be read without a password. One that only forbids changes can be read.

    Raises:
        NotAPdfError: the bytes are no readable PDF.
    """
    with reading():
        reader = PdfReader(io.BytesIO(pdf))
        if not reader.is_encrypted:
            return False
        try:
            return reader.decrypt("") == PasswordType.NOT_DECRYPTED
        except DependencyError:
            # The newest way of locking needs a package that is not there: nobody here can look at the pages.
            return True


def check_pdf_text(pdf: bytes, place: str) -> Iterator[Diagnostic]:
    """Look for fonts with glyphs that carry no text: they can be read, but not searched or copied (E725).

    Args:
        pdf: the file.
        place: its path as readers know it.

    Raises:
        NotAPdfError: the bytes are no readable PDF.
    """
    with reading():
        names = {font_name(font) for font in _fonts(pdf) if not _carries_text(font)}
    for name in sorted(names):
        message = _("in the PDF, some letters set in the font {name} carry no text").format(name=name)
        hint = _("The PDF prints as it should, but searching and copying may miss words. Use TH SarabunPSK.")
        yield Diagnostic("E725", message, Location(place), hint, Severity.WARNING)


def _fonts(pdf: bytes) -> Iterator[DictionaryObject]:
    """Generate the fonts of a PDF, each once."""
    reader = PdfReader(io.BytesIO(pdf))
    seen_ids: set[int] = set()
    for page in reader.pages:
        yield from _fonts_below(page, seen_ids)


def _fonts_below(holder: DictionaryObject, seen_ids: set[int]) -> Iterator[DictionaryObject]:
    """Generate the fonts of a page or drawing, and of the drawings in it.

    Args:
        holder: the page or drawing.
        seen_ids: the ids of the fonts and drawings that were met before, which are passed over; changed.
    """
    resources = _dictionary(holder, "/Resources")
    yield from _new_entries(resources, "/Font", seen_ids)
    for kind in ("/XObject", "/Pattern"):
        for drawing in _new_entries(resources, kind, seen_ids):
            yield from _fonts_below(drawing, seen_ids)


def _new_entries(resources: DictionaryObject, kind: str, seen_ids: set[int]) -> Iterator[DictionaryObject]:
    """Generate the resources of a kind that were not met before, and note their ids."""
    for reference in _dictionary(resources, kind).values():
        entry = reference.get_object()
        if isinstance(entry, DictionaryObject) and id(entry) not in seen_ids:
            seen_ids.add(id(entry))
            yield entry


def _dictionary(holder: DictionaryObject, key: str) -> DictionaryObject:
    """Return an entry that is a dictionary; an empty one where it is missing or something else."""
    entry = holder.get(key, DictionaryObject()).get_object()
    return entry if isinstance(entry, DictionaryObject) else DictionaryObject()


def font_name(font: DictionaryObject) -> str:
    """Return a font's name without the six letters that mark a subset."""
    name = str(font.get("/BaseFont", "")).removeprefix("/")
    return _SUBSET_PREFIX.sub("", name)


def _is_embedded(font: DictionaryObject) -> bool:
    # The glyphs of a Type 3 font are drawings in the file.
    if font.get("/Subtype") == "/Type3":
        return True
    descriptor = _dictionary(_font_with_descriptor(font), "/FontDescriptor")
    return any(key in descriptor for key in _FONT_FILES)


def _font_with_descriptor(font: DictionaryObject) -> DictionaryObject:
    """Return the font that holds the descriptor: that inside a composite font, or the font itself."""
    inner_fonts: PdfObject | None = font.get("/DescendantFonts", ArrayObject()).get_object()
    if not isinstance(inner_fonts, ArrayObject) or not inner_fonts:
        return font
    inner_font = inner_fonts[0].get_object()
    return inner_font if isinstance(inner_font, DictionaryObject) else font


def _carries_text(font: DictionaryObject) -> bool:
    """Return whether a font maps all its glyphs to text.

    A font with codes of two bytes does not list them: it counts as mapped where it has a table of texts.
    """
    text_table = _dictionary(font, "/ToUnicode")
    if not isinstance(text_table, StreamObject):
        return False
    first, last = font.get("/FirstChar"), font.get("/LastChar")
    if not isinstance(first, NumberObject) or not isinstance(last, NumberObject):
        return True
    codes = set(range(first, last + 1))
    mapped_codes = {int(mapping[1], 16) for mapping in _MAPPING.finditer(text_table.get_data())}
    return codes <= mapped_codes | {_NO_GLYPH}
