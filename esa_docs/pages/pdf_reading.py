"""What a PDF says of itself: its fonts and its text, page by page.

pypdf reads and writes: pure Python, so it installs everywhere, and it keeps what it does not know. It gives
the text that the glyphs themselves carry and passes over replacement texts, as some viewers do.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, NumberObject, PdfObject, StreamObject

from esa_docs.diagnostics import Diagnostic, Location, Severity
from esa_docs.i18n import gettext as _

_DAMAGE: Final = (PyPdfError, ArithmeticError, AssertionError, AttributeError, LookupError, OSError)
_DAMAGED_VALUES: Final = (RecursionError, TypeError, ValueError)
"""What pypdf raises for damaged bytes, beside its own errors."""
_SUBSET_PREFIX: Final = re.compile(r"^[A-Z]{6}\+")
_FONT_FILES: Final = ("/FontFile", "/FontFile2", "/FontFile3")
_MAPPED: Final = re.compile(rb"<([0-9A-Fa-f]+)>\s*<[0-9A-Fa-f]+>")
_NO_GLYPH: Final = 0


class NotAPdfError(ValueError):
    """The bytes are no readable PDF."""


@contextmanager
def reading() -> Iterator[None]:
    """Turn whatever pypdf raises for damaged bytes into one error.

    Raises:
        NotAPdfError: the bytes are no readable PDF.
    """
    try:
        yield
    except (*_DAMAGE, *_DAMAGED_VALUES) as fault:
        raise NotAPdfError(str(fault)) from fault


def fonts_of(pdf: bytes) -> frozenset[str]:
    """Give the names of all fonts, those of drawings too, without the six letters that mark a subset.

    Raises:
        NotAPdfError: the bytes are no readable PDF.
    """
    with reading():
        return frozenset(map(font_name, _fonts(PdfReader(io.BytesIO(pdf)))))


def unembedded_fonts(pdf: bytes) -> frozenset[str]:
    """Give the names of the fonts that a reader's machine would have to have.

    Raises:
        NotAPdfError: the bytes are no readable PDF.
    """
    with reading():
        fonts = _fonts(PdfReader(io.BytesIO(pdf)))
        return frozenset(font_name(font) for font in fonts if not _is_embedded(font))


def text_of(pdf: bytes) -> tuple[str, ...]:
    """Give the text of each page as a search finds it, lines apart by a line feed.

    Raises:
        NotAPdfError: the bytes are no readable PDF.
    """
    with reading():
        return tuple(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def check_pdf_text(pdf: bytes, place: str) -> Iterator[Diagnostic]:
    """Look for fonts with glyphs that carry no text: what they show can be read, but not searched or copied.

    Args:
        pdf: the file.
        place: its path as readers know it.

    Raises:
        NotAPdfError: the bytes are no readable PDF.
    """
    with reading():
        silent = {font_name(font) for font in _fonts(PdfReader(io.BytesIO(pdf))) if not _speaks(font)}
    for name in sorted(silent):
        message = _("in the PDF, some letters set in the font {name} carry no text").format(name=name)
        hint = _("The PDF prints as it should, but searching and copying may miss words. Use TH SarabunPSK.")
        yield Diagnostic("E725", message, Location(place), hint, Severity.WARNING)


def _fonts(reader: PdfReader) -> Iterator[DictionaryObject]:
    seen: set[int] = set()
    for page in reader.pages:
        yield from _fonts_below(page, seen)


def _fonts_below(holder: DictionaryObject, seen: set[int]) -> Iterator[DictionaryObject]:
    """Walk over the fonts of a page or drawing, and of the drawings in it; each is met once."""
    resources = _entry(holder, "/Resources")
    for font in _entry(resources, "/Font").values():
        found = font.get_object()
        if isinstance(found, DictionaryObject) and id(found) not in seen:
            seen.add(id(found))
            yield found
    for kind in ("/XObject", "/Pattern"):
        for one in _entry(resources, kind).values():
            inner = one.get_object()
            if isinstance(inner, DictionaryObject) and id(inner) not in seen:
                seen.add(id(inner))
                yield from _fonts_below(inner, seen)


def _entry(holder: DictionaryObject, key: str) -> DictionaryObject:
    found = holder.get(key, DictionaryObject()).get_object()
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def font_name(font: DictionaryObject) -> str:
    """Give a font's name without the six letters that mark a subset."""
    return _SUBSET_PREFIX.sub("", str(font.get("/BaseFont", "")).removeprefix("/"))


def _is_embedded(font: DictionaryObject) -> bool:
    if font.get("/Subtype") == "/Type3":  # its glyphs are drawings in the file
        return True
    descriptor = _entry(_descendant(font), "/FontDescriptor")
    return any(key in descriptor for key in _FONT_FILES)


def _descendant(font: DictionaryObject) -> DictionaryObject:
    inner: PdfObject | None = font.get("/DescendantFonts", ArrayObject()).get_object()
    first = inner[0].get_object() if isinstance(inner, ArrayObject) and inner else font
    return first if isinstance(first, DictionaryObject) else font


def _speaks(font: DictionaryObject) -> bool:
    """Tell whether the font maps its glyphs to text; with codes of two bytes only whether it maps any."""
    table = _entry(font, "/ToUnicode")
    if not isinstance(table, StreamObject):
        return False
    first, last = font.get("/FirstChar"), font.get("/LastChar")
    if not isinstance(first, NumberObject) or not isinstance(last, NumberObject):
        return True
    codes = range(first, last + 1)
    mapped = {int(match[1], 16) for match in _MAPPED.finditer(table.get_data())}
    return set(codes) <= mapped | {_NO_GLYPH}
