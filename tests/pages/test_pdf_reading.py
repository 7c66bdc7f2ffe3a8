"""Fonts and text of small PDFs written by hand, object by object."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

import pypdfium2
import pytest

from esa_docs.diagnostics import Diagnostic, Severity
from esa_docs.pages.pdf import (
    NotAPdfError,
    PdfInfo,
    check_pdf_text,
    finish_pdf,
    fonts_of,
    text_of,
    unembedded_fonts,
)

INFO = PdfInfo("ทดสอบ", "สพป.เลย เขต 3")
PAGE = (
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R"
    b"/Resources<</Font<</F1 5 0 R>>/XObject<</X1 6 0 R>>>>>>"
)
DESCRIPTOR = (
    b"<</Type/FontDescriptor/FontName/ABCDEF+THSarabunPSK/Flags 4/FontBBox[0 0 1 1]/ItalicAngle 0"
    b"/Ascent 850/Descent -250/CapHeight 700/StemV 80/FontFile2 10 0 R>>"
)


def stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(data), data)


def pdf_of(objects: Sequence[bytes]) -> bytes:
    """Return a PDF: numbered objects, the cross-reference table and the trailer."""
    target = io.BytesIO(b"%PDF-1.7\n")
    target.seek(0, io.SEEK_END)
    places: list[int] = []
    for number, content in enumerate(objects, 1):
        places.append(target.tell())
        target.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    start = target.tell()
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    target.write(b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, rows))
    target.write(b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))
    return target.getvalue()


def simple_font(name: bytes, last: int) -> bytes:
    """Return an embedded font with codes of one byte and glyphs 500 wide; objects 7 and 8 belong to it."""
    widths = b" ".join([b"500"] * (last + 1))
    return (
        b"<</Type/Font/Subtype/TrueType/BaseFont/%s/FirstChar 0/LastChar %d/Widths[%s]"
        b"/FontDescriptor 7 0 R/ToUnicode 8 0 R>>" % (name, last, widths)
    )


def text_table(mappings: Sequence[tuple[int, str]]) -> bytes:
    """Return a table of the text of each glyph code."""
    rows: list[bytes] = []
    for code, text in mappings:
        digits = text.encode("utf-16-be").hex().upper()
        rows.append(b"<%02X> <%s>" % (code, digits.encode()))
    return stream(
        b"/CIDInit/ProcSet findresource begin 12 dict begin begincmap\n"
        b"1 begincodespacerange\n<00> <FF>\nendcodespacerange\n"
        b"%d beginbfchar\n%s\nendbfchar\nendcmap end end" % (len(rows), b"\n".join(rows))
    )


def small_pdf(content: bytes, mappings: Sequence[tuple[int, str]], *, last: int | None = None) -> bytes:
    """Return one page in an embedded subset, with a drawing that names a font of the reader's machine.

    Args:
        content: operations that show text.
        mappings: the glyph codes from 1 on, with their texts.
        last: the last code of the font; None for the last one of ``mappings``.
    """
    if last is None:
        last = len(mappings)
    drawing = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F1 9 0 R>>>>"
    return pdf_of(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            PAGE,
            stream(content),
            simple_font(b"ABCDEF+THSarabunPSK", last),
            stream(b"", drawing),
            DESCRIPTOR,
            text_table(mappings),
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
            stream(b""),
        ]
    )


def show_line(codes: str) -> bytes:
    """Return the operations that show glyphs, from their codes in hexadecimal digits."""
    return b"BT /F1 16 Tf 20 100 Td <%s> Tj ET" % codes.encode()


WORD = [(1, "ที่"), (2, "\u00a0"), (3, "๑")]
LETTERS = [(1, "ก"), (2, "ข"), (3, "ฃ"), (4, "ค"), (5, "ฅ"), (6, " "), (7, "้")]


def test_fonts_are_named_without_the_mark_of_a_subset() -> None:
    assert fonts_of(small_pdf(show_line("0102"), WORD)) == {"THSarabunPSK", "Helvetica"}


def test_a_font_of_the_readers_machine_is_found_in_a_drawing() -> None:
    assert unembedded_fonts(small_pdf(show_line("0102"), WORD)) == {"Helvetica"}


def test_binding_spaces_become_plain_ones() -> None:
    pdf = small_pdf(show_line("010203"), WORD)

    assert text_of(pdf) == ("ที่\u00a0๑",)
    assert text_of(finish_pdf(pdf, INFO)) == ("ที่ ๑",)


def test_digits_drawn_as_thai_ones_are_copied_as_such() -> None:
    pdf = small_pdf(show_line("0102"), [(1, "1"), (2, "0")])

    assert text_of(finish_pdf(pdf, INFO, thai_digits_in="TH SarabunPSK")) == ("๑๐",)
    assert text_of(finish_pdf(pdf, INFO, thai_digits_in="ESA Sarabun Thai Digits")) == ("10",)
    assert text_of(finish_pdf(pdf, INFO)) == ("10",)


def test_a_code_that_looks_like_a_binding_space_is_no_text() -> None:
    mappings = [(code, chr(0x0E00 + code % 0x20 + 1)) for code in range(1, 0xA1)]
    pdf = small_pdf(show_line("A0"), mappings)

    assert text_of(finish_pdf(pdf, INFO)) == text_of(pdf) == ("ก",)


def test_each_piece_of_a_line_gets_its_own_text() -> None:
    """The first carries the text of all, the others an empty one: PDFium then reads the others twice."""
    pieces = [(b"<FEFF0E010E020E030E04>", 20, b"0102"), (b"()", 36, b"0304")]
    number = b" BT /F1 16 Tf 20 180 Td <0505> Tj ET"
    pdf = small_pdf(show_pieces(pieces) + number, LETTERS)

    assert pdfium_text(pdf).split() == ["กขฃคฃค", "ฅฅ"]
    assert pdfium_text(finish_pdf(pdf, INFO)).split() == ["กขฃค", "ฅฅ"]


def test_a_space_that_is_a_piece_of_its_own_stays() -> None:
    """PDFium passes over a space that is drawn alone, and sees the gap only by chance."""
    pieces = [(b"<FEFF0E010E490020>", 20, b"0107"), (b"()", 28, b"06"), (b"()", 32, b"0304")]
    finished = finish_pdf(small_pdf(show_pieces(pieces), LETTERS), INFO)

    assert pdfium_text(finished) == text_of(finished)[0] == "ก้ ฃค"


def show_pieces(pieces: Sequence[tuple[bytes, int, bytes]]) -> bytes:
    """Return the operations that show pieces of a line.

    Args:
        pieces: the replacement text, the place in points and the glyph codes of each piece.
    """
    operations = [
        b"/Span<</ActualText %s>>BDC BT /F1 16 Tf %d 100 Td [<%s>] TJ ET EMC" % piece for piece in pieces
    ]
    return b" ".join(operations)


def test_a_replacement_text_that_holds_for_its_piece_alone_stays() -> None:
    content = b"/Span<</ActualText <FEFF0E490E33>>>BDC %s EMC" % show_line("0102")
    pdf = small_pdf(content, [(1, "ก"), (2, "ข")])

    assert pdfium_text(finish_pdf(pdf, INFO)) == pdfium_text(pdf) == "้ำ"


def pdfium_text(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        text: str = document[0].get_textpage().get_text_range()
        return text


def test_a_font_with_a_glyph_that_carries_no_text_is_a_warning() -> None:
    complete = small_pdf(show_line("0102"), WORD)
    with_a_gap = small_pdf(show_line("0104"), WORD, last=4)

    assert diagnostics_of_sarabun(complete) == []
    (diagnostic,) = diagnostics_of_sarabun(with_a_gap)
    assert (diagnostic.code, diagnostic.severity) == ("E725", Severity.WARNING)
    assert diagnostic.location.path == "คู่มือ.pdf"


def diagnostics_of_sarabun(pdf: bytes) -> list[Diagnostic]:
    diagnostics = check_pdf_text(pdf, "คู่มือ.pdf")
    return [diagnostic for diagnostic in diagnostics if "THSarabunPSK" in diagnostic.message]


def test_a_font_without_any_text_is_a_warning() -> None:
    (diagnostic,) = check_pdf_text(small_pdf(show_line("01"), WORD), "คู่มือ.pdf")

    assert "Helvetica" in diagnostic.message
    assert diagnostic.code == "E725"


@pytest.mark.parametrize(
    "read", [fonts_of, unembedded_fonts, text_of, lambda pdf: list(check_pdf_text(pdf, "x"))]
)
@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n%%EOF", b"\xff" * 300])
def test_what_is_no_pdf_is_named_so(read: Callable[[bytes], object], data: bytes) -> None:
    with pytest.raises(NotAPdfError):
        read(data)
