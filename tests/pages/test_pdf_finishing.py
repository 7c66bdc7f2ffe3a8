"""A finished PDF: properties, labels and outline as other readers see them, the same bytes every time."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any

import pypdfium2
import pytest
from lxml import etree
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Link
from pypdf.generic import ArrayObject, ByteStringObject, NameObject, TextStringObject

from esa_docs.pages.pdf import NotAPdfError, OutlineEntry, PdfInfo, finish_pdf

INFO = PdfInfo(
    title="คู่มือปฏิบัติงาน <กลุ่มอำนวยการ> & คณะ",
    author="นางสาวพิมพ์ น้ำใส",
    office="สำนักงานเขตพื้นที่การศึกษาประถมศึกษาเลย เขต 3",
    subject="คู่มือ",
    keywords=("งานสารบรรณ", "PMQA"),
)
NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xmp": "http://ns.adobe.com/xap/1.0/",
}


def engine_pdf(
    pages: int = 6, *, day: str = "D:20260916", identifier: bytes = b"1" * 16, titles: Sequence[str] = ()
) -> bytes:
    """Return a PDF as an engine makes it: a date, an identifier, a link, a named destination, bookmarks."""
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(595, 842)
    writer.metadata = {"/Producer": "LibreOffice 7.4", "/CreationDate": day, "/Title": "Untitled"}
    writer._ID = ArrayObject([ByteStringObject(identifier)] * 2)
    writer.add_named_destination("_Toc1", pages - 1)
    writer.add_annotation(0, Link(rect=(10, 10, 90, 30), target_page_index=pages - 1))
    writer.root_object[NameObject("/Lang")] = TextStringObject("en-US")
    for number, title in enumerate(titles):
        writer.add_outline_item(title=title, page_number=number)
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def labels_in_pdfium(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [document.get_page_label(index) for index in range(len(document))]


def outline_in_pdfium(pdf: bytes) -> list[tuple[int, str, int]]:
    """Return level, title and index of the page of each bookmark."""
    entries: list[tuple[int, str, int]] = []
    with pypdfium2.PdfDocument(pdf) as document:
        for bookmark in document.get_toc():
            destination = bookmark.get_dest()
            assert destination is not None
            entries.append((bookmark.level, bookmark.get_title(), destination.get_index()))
    return entries


def metadata_in_pdfium(pdf: bytes) -> Mapping[str, str]:
    with pypdfium2.PdfDocument(pdf) as document:
        metadata: dict[str, str] = document.get_metadata_dict(skip_empty=True)
        return metadata


def catalogue(pdf: bytes) -> Any:
    """Return the root of a PDF; pypdf has no types for its entries."""
    return PdfReader(io.BytesIO(pdf)).root_object


def xmp_of(pdf: bytes) -> etree._Element:
    packet = catalogue(pdf)["/Metadata"]
    assert (packet["/Type"], packet["/Subtype"]) == ("/Metadata", "/XML")
    return etree.fromstring(packet.get_data())


def test_another_reader_finds_the_properties() -> None:
    assert metadata_in_pdfium(finish_pdf(engine_pdf(), INFO)) == {
        "Title": INFO.title,
        "Author": INFO.author,
        "Subject": "คู่มือ",
        "Keywords": "งานสารบรรณ, PMQA",
        "Creator": "esa-docs",
        "Producer": "LibreOffice 7.4",
    }


@pytest.mark.parametrize(
    ("path", "texts"),
    [
        ("dc:title/rdf:Alt/rdf:li", [INFO.title, INFO.title]),
        ("dc:creator/rdf:Seq/rdf:li", [INFO.author]),
        ("dc:publisher/rdf:Bag/rdf:li", [INFO.office]),
        ("dc:description/rdf:Alt/rdf:li", [INFO.subject, INFO.subject]),
        ("dc:subject/rdf:Bag/rdf:li", ["งานสารบรรณ", "PMQA"]),
        ("dc:language/rdf:Bag/rdf:li", ["th-TH"]),
        ("pdf:Keywords", ["งานสารบรรณ, PMQA"]),
        ("pdf:Producer", ["LibreOffice 7.4"]),
        ("xmp:CreatorTool", ["esa-docs"]),
    ],
)
def test_the_xmp_packet_says_the_same(path: str, texts: list[str]) -> None:
    packet = xmp_of(finish_pdf(engine_pdf(), INFO))
    elements = packet.iterfind(f".//rdf:Description/{path}", NAMESPACES)

    assert [element.text for element in elements] == texts


def test_what_is_not_known_is_not_said() -> None:
    finished = finish_pdf(engine_pdf(), PdfInfo("คำสั่ง", "สพป.เลย เขต 3"))

    assert set(metadata_in_pdfium(finished)) == {"Title", "Author", "Creator", "Producer"}
    assert xmp_of(finished).find(".//dc:publisher", NAMESPACES) is None


def test_viewers_are_told_language_and_title() -> None:
    root = catalogue(finish_pdf(engine_pdf(), INFO))

    assert root["/Lang"] == "th-TH"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True


def test_the_day_and_the_run_of_the_engine_leave_no_trace() -> None:
    first = finish_pdf(engine_pdf(day="D:20260916"), INFO)
    second = finish_pdf(engine_pdf(day="D:20301231", identifier=b"2" * 16), INFO)

    assert first == second
    assert b"Date" not in first
    assert b"/ID" not in first


def test_another_title_gives_other_bytes() -> None:
    assert finish_pdf(engine_pdf(), INFO) != finish_pdf(engine_pdf(), PdfInfo("อื่น", INFO.author))


def test_finishing_twice_changes_nothing_more() -> None:
    labels = ["", "", "1", "2", "3", "4"]
    once = finish_pdf(engine_pdf(titles=["บทนำ"]), INFO, labels=labels)
    twice = finish_pdf(once, INFO, labels=labels)

    assert labels_in_pdfium(twice) == labels_in_pdfium(once)
    assert outline_in_pdfium(twice) == outline_in_pdfium(once)
    assert metadata_in_pdfium(twice) == metadata_in_pdfium(once)


@pytest.mark.parametrize(
    "labels",
    [
        ["", "", "1", "2", "3", "4"],
        ["ก", "ข", "๑", "๒", "๑", "๑๐"],
        ["i", "ii", "1", "2", "1", "2"],
        ["- 1 -", "007", "9", "10", "12", "13"],
        ["1", "2", "", "", "3", "4"],
    ],
)
def test_pages_carry_the_numbers_that_are_printed_on_them(labels: list[str]) -> None:
    assert labels_in_pdfium(finish_pdf(engine_pdf(), INFO, labels=labels)) == labels


def test_numbers_that_count_on_are_one_range() -> None:
    finished = finish_pdf(engine_pdf(), INFO, labels=["", "", "1", "2", "3", "4"])

    assert catalogue(finished)["/PageLabels"]["/Nums"] == [
        0,
        {"/P": ""},
        1,
        {"/P": ""},
        2,
        {"/S": "/D", "/St": 1},
    ]


def test_without_labels_those_of_the_engine_stay() -> None:
    labelled = finish_pdf(engine_pdf(), INFO, labels=list("กขคงจฉ"))

    assert labels_in_pdfium(finish_pdf(labelled, INFO)) == list("กขคงจฉ")


def test_labels_for_another_number_of_pages_are_refused() -> None:
    with pytest.raises(ValueError, match="5 labels for 6 pages"):
        finish_pdf(engine_pdf(), INFO, labels=["1", "2", "3", "4", "5"])


def test_the_outline_of_the_engine_stays_with_titles_on_one_line() -> None:
    pdf = engine_pdf(titles=["งานการประเมิน\nตามมาตรการ", "พ.ศ.\u00a02569"])
    finished = finish_pdf(pdf, INFO, outline=[OutlineEntry("ไม่ใช้", 3)])

    assert outline_in_pdfium(finished) == [(0, "งานการประเมิน ตามมาตรการ", 0), (0, "พ.ศ. 2569", 1)]
    assert PdfReader(io.BytesIO(finished)).page_mode == "/UseOutlines"


def test_an_outline_is_made_where_the_engine_made_none() -> None:
    entries = [
        OutlineEntry("งานที่หนึ่ง", 1, 1),
        OutlineEntry("1. ชื่องาน", 2, 2),
        OutlineEntry("ข้อย่อย", 2, 4),
        OutlineEntry("2. วัตถุประสงค์", 3, 2),
        OutlineEntry("งานที่สอง", 6, 1),
    ]
    finished = finish_pdf(engine_pdf(), INFO, outline=entries)

    assert outline_in_pdfium(finished) == [
        (0, "งานที่หนึ่ง", 0),
        (1, "1. ชื่องาน", 1),
        (2, "ข้อย่อย", 1),
        (1, "2. วัตถุประสงค์", 2),
        (0, "งานที่สอง", 5),
    ]
    assert PdfReader(io.BytesIO(finished)).page_mode == "/UseOutlines"


def test_without_any_outline_the_viewer_shows_no_panel() -> None:
    assert PdfReader(io.BytesIO(finish_pdf(engine_pdf(), INFO))).page_mode is None


def test_links_and_named_destinations_stay() -> None:
    reader = PdfReader(io.BytesIO(finish_pdf(engine_pdf(), INFO)))
    annotations: Any = reader.pages[0]["/Annots"]
    (annotation,) = annotations
    link = annotation.get_object()
    destination = reader.named_destinations["_Toc1"]
    assert reader.get_destination_page_number(destination) == 5
    assert link["/Dest"][0] in {reader.pages[5].indirect_reference, 5}


@pytest.mark.parametrize(
    "data",
    [b"", b"%PDF-1.7", b"PK\x03\x04", engine_pdf()[:200], b"\x00" * 4096, "ไม่ใช่".encode()],
    ids=["nothing", "header", "zip", "beginning", "zeros", "text"],
)
def test_what_is_no_pdf_is_named_so(data: bytes) -> None:
    with pytest.raises(NotAPdfError):
        finish_pdf(data, INFO)
