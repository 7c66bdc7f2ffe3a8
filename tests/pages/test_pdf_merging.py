"""PDFs merged behind a report: pages, labels and bookmarks as other readers see them; PDFs that cannot be."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace

import pypdfium2
import pytest
from pypdf import PdfReader, PdfWriter

from esa_docs.pages.pdf import OutlineEntry, PdfInfo, finish_pdf
from esa_docs.pages.pdf_merging import EncryptedPdfError, Piece, check_mergeable, merge_behind
from esa_docs.pages.pdf_reading import NotAPdfError

A4, WIDE = (595, 842), (842, 595)


def pdf_of(sizes: Sequence[tuple[int, int]], *, bookmark: str = "", locked: bool = False) -> bytes:
    writer = PdfWriter()
    for width, height in sizes:
        writer.add_blank_page(width, height)
    if bookmark:
        writer.add_outline_item(title=bookmark, page_number=0)
        writer.add_named_destination("place", 0)
    if locked:
        writer.encrypt("ลับ", algorithm="RC4-128")
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def with_objects(*objects: bytes) -> bytes:
    """Return a PDF written by hand; the first object is its catalogue."""
    lines = [b"%d 0 obj %s endobj" % (number, content) for number, content in enumerate(objects, 1)]
    return b"%PDF-1.4\n" + b"\n".join(lines) + b"\ntrailer <</Root 1 0 R>>\nstartxref\n0\n%%EOF"


REPORT = finish_pdf(
    pdf_of([A4] * 4),
    PdfInfo("รายงาน", "สำนักงานสมมติ"),
    labels=("", "ก", "1", "2"),
    outline=[OutlineEntry("บทที่หนึ่ง", 3)],
)
FIRST = Piece("E-1", "E-1 รายงาน", pdf_of([A4]), pdf_of([WIDE, WIDE, WIDE], bookmark="ของเขา"))
SECOND = Piece("E-2", "E-2 ภาพ", pdf_of([A4, A4]), pdf_of([A4]))


def test_pieces_stand_behind_the_report_in_order_each_behind_its_divider() -> None:
    with pypdfium2.PdfDocument(merge_behind(REPORT, "หลักฐาน", [FIRST, SECOND])) as document:
        sizes = [(round(page.get_width()), round(page.get_height())) for page in document]
    assert sizes == [A4] * 4 + [A4, WIDE, WIDE, WIDE] + [A4, A4, A4]


def test_labels_name_the_evidence_and_leave_those_of_the_report() -> None:
    with pypdfium2.PdfDocument(merge_behind(REPORT, "หลักฐาน", [FIRST, SECOND])) as document:
        labels = [document.get_page_label(index) for index in range(len(document))]
    assert labels[:4] == ["", "ก", "1", "2"]
    assert labels[4:8] == ["E-1", "E-1-1", "E-1-2", "E-1-3"]
    assert (labels[8], labels[10]) == ("E-2", "E-2-1")


def test_a_report_without_labels_counts_its_pages() -> None:
    plain = finish_pdf(pdf_of([A4] * 2), PdfInfo("รายงาน", "สำนักงานสมมติ"))
    with pypdfium2.PdfDocument(merge_behind(plain, "หลักฐาน", [FIRST])) as document:
        assert [document.get_page_label(index) for index in range(4)] == ["1", "2", "E-1", "E-1-1"]


def test_bookmarks_lead_to_the_dividers_and_those_of_the_evidence_stay_out() -> None:
    with pypdfium2.PdfDocument(merge_behind(REPORT, "หลักฐาน", [FIRST, SECOND])) as document:
        entries: list[tuple[int, str, int]] = []
        for bookmark in document.get_toc():
            destination = bookmark.get_dest()
            assert destination is not None
            entries.append((bookmark.level, bookmark.get_title(), destination.get_index()))
    assert entries == [(0, "บทที่หนึ่ง", 2), (0, "หลักฐาน", 4), (1, "E-1 รายงาน", 4), (1, "E-2 ภาพ", 8)]


def test_properties_of_the_report_stay() -> None:
    reader = PdfReader(io.BytesIO(merge_behind(REPORT, "หลักฐาน", [FIRST])))
    assert reader.metadata is not None
    assert reader.metadata.title == "รายงาน"
    assert reader.metadata.author == "สำนักงานสมมติ"
    assert str(reader.root_object["/Lang"]) == "th-TH"
    assert reader.page_mode == "/UseOutlines"
    assert reader.xmp_metadata is not None
    assert reader.xmp_metadata.dc_creator == ["สำนักงานสมมติ"]


def test_equal_input_gives_equal_bytes() -> None:
    assert merge_behind(REPORT, "ห", [FIRST, SECOND]) == merge_behind(REPORT, "ห", [FIRST, SECOND])


def test_without_pieces_the_report_stays_as_it_is() -> None:
    assert merge_behind(REPORT, "หลักฐาน", []) is REPORT


def test_a_sound_pdf_can_be_bound() -> None:
    check_mergeable(FIRST.pdf)


def test_a_locked_pdf_is_told_apart() -> None:
    with pytest.raises(EncryptedPdfError):
        check_mergeable(pdf_of([A4], locked=True))


_CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"


@pytest.mark.parametrize(
    "pdf",
    [
        b"",
        bytes(1000),
        b"<html>not found</html>",
        FIRST.pdf[:-200],
        pdf_of([]),
        with_objects(_CATALOGUE, b"<</Type/Pages/Kids[2 0 R]/Count 1>>"),
        with_objects(_CATALOGUE, b"<</Type/Pages/Kids[3 0 R]/Count 1>>"),
    ],
    ids=["nothing", "zeros", "a web page", "cut off", "no pages", "pages in a circle", "a page not there"],
)
def test_what_is_no_sound_pdf_is_told(pdf: bytes, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(NotAPdfError):
        check_mergeable(pdf)
    assert capfd.readouterr() == ("", "")


def test_a_page_without_text_written_by_hand_is_sound() -> None:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"
    check_mergeable(with_objects(_CATALOGUE, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page))


def test_a_piece_between_pages_moves_none_of_their_labels_and_bookmarks() -> None:
    between = replace(FIRST, before_page=3)
    merged = PdfReader(io.BytesIO(merge_behind(REPORT, "ภาคผนวก", [between, SECOND])))
    sizes = [(int(page.mediabox.width), int(page.mediabox.height)) for page in merged.pages]
    # Two pages of the report, the divider and three pages, two pages of the report, the second piece.
    assert sizes == [A4] * 2 + [A4, WIDE, WIDE, WIDE] + [A4] * 2 + [A4, A4, A4]
    labels = merged.page_labels
    assert labels[:2] + labels[6:8] == ["", "ก", "1", "2"]
    assert labels[2:6] == ["E-1", "E-1-1", "E-1-2", "E-1-3"]
    assert (labels[8], labels[10]) == ("E-2", "E-2-1")
    titles = {}
    for entry in merged.outline:
        if not isinstance(entry, list):
            titles[entry.title] = merged.get_destination_page_number(entry)
    assert titles == {"บทที่หนึ่ง": 6, "ภาคผนวก": 2}
