"""Finished PDFs: what an engine made, with title, language, page labels and outline, alike on every day."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    Fit,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    TextStringObject,
)
from pypdf.xmp import XmpInformation

from esa_docs.pages.pdf_reading import (
    NotAPdfError,
    check_pdf_text,
    fonts_of,
    reading,
    text_of,
    unembedded_fonts,
)
from esa_docs.pages.pdf_text import mend_text

__all__ = [
    "NotAPdfError",
    "OutlineEntry",
    "PdfInfo",
    "check_pdf_text",
    "finish_pdf",
    "fonts_of",
    "text_of",
    "unembedded_fonts",
]

_CREATOR: Final = "esa-docs"


@dataclass(frozen=True, slots=True)
class PdfInfo:
    """What a PDF says of the document it shows.

    Attributes:
        title: shown in the viewer's title bar.
        author: who answers for the text.
        office: the office that publishes it.
        subject: what it is about.
        keywords: words to be found by.
        language: of the text, as BCP 47 names it.
    """

    title: str
    author: str
    office: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    language: str = "th-TH"


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """One bookmark.

    Attributes:
        title: its text.
        page: physical page, from 1.
        level: depth, from 1; a deeper one stands below the last shallower one before it.
    """

    title: str
    page: int
    level: int = 1


def finish_pdf(
    pdf: bytes,
    info: PdfInfo,
    *,
    labels: Sequence[str] = (),
    outline: Sequence[OutlineEntry] = (),
    thai_digits_in: str = "",
) -> bytes:
    """Give an engine's PDF its properties and a text that can be searched; equal input gives equal bytes.

    Links, fonts and the engine's own outline stay. Dates and the file identifier go, since they tell only
    when the engine ran.

    Args:
        pdf: as the engine made it.
        info: its properties.
        labels: the number of each page as it is printed, in order, empty for a page without one; none at all
            leaves the labels as they are.
        outline: used where the engine made none.
        thai_digits_in: family whose faces draw ๐-๙ for 0-9, for page numbers; their text becomes Thai too.

    Raises:
        NotAPdfError: the bytes are no readable PDF.
        ValueError: not as many labels as pages.
    """
    with reading():
        reader = PdfReader(io.BytesIO(pdf))
        writer = PdfWriter()
        writer.clone_reader_document_root(reader)
        writer.pdf_header = reader.pdf_header
        producer = (reader.metadata and reader.metadata.producer) or ""
    if labels and len(labels) != len(writer.pages):
        raise ValueError(f"{len(labels)} labels for {len(writer.pages)} pages")
    with reading():
        mend_text(writer, thai_digits_in)
        _set_properties(writer, info, producer)
        _set_view(writer, info)
        if labels:
            writer.root_object[NameObject("/PageLabels")] = _page_labels(labels)
        _set_outline(writer, outline)
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def _set_properties(writer: PdfWriter, info: PdfInfo, producer: str) -> None:
    """Say the same in the document information and in the XMP packet."""
    entries = {
        "/Title": info.title,
        "/Author": info.author,
        "/Subject": info.subject,
        "/Keywords": ", ".join(info.keywords),
        "/Company": info.office,
        "/Creator": _CREATOR,
        "/Producer": producer,
    }
    writer.metadata = {key: value for key, value in entries.items() if value}
    writer.xmp_metadata = None
    writer.xmp_metadata = _xmp(info, producer)
    if isinstance(packet := writer.root_object.get("/Metadata", NullObject()).get_object(), DictionaryObject):
        packet.update(
            {NameObject("/Type"): NameObject("/Metadata"), NameObject("/Subtype"): NameObject("/XML")}
        )


def _xmp(info: PdfInfo, producer: str) -> XmpInformation:
    xmp = XmpInformation.create()
    xmp.dc_title = {"x-default": info.title, info.language: info.title}
    xmp.dc_creator = [info.author]
    xmp.dc_language = [info.language]
    xmp.xmp_creator_tool = _CREATOR
    xmp.pdf_producer = producer or None
    if info.office:
        xmp.dc_publisher = [info.office]
    if info.subject:
        xmp.dc_description = {"x-default": info.subject, info.language: info.subject}
    if info.keywords:
        xmp.dc_subject = list(info.keywords)
        xmp.pdf_keywords = ", ".join(info.keywords)
    return xmp


def _set_view(writer: PdfWriter, info: PdfInfo) -> None:
    root = writer.root_object
    root[NameObject("/Lang")] = TextStringObject(info.language)
    preferences = root.get("/ViewerPreferences", DictionaryObject()).get_object()
    shown = DictionaryObject({**preferences, NameObject("/DisplayDocTitle"): BooleanObject(value=True)})
    root[NameObject("/ViewerPreferences")] = shown


def _page_labels(labels: Sequence[str]) -> DictionaryObject:
    """Write labels as PDF knows them: Arabic numbers that count on as one range, all others page by page.

    PDF has no style for Thai digits or letters, but any text can be a page's prefix.
    """
    ranges = ArrayObject()
    before = ""
    for index, label in enumerate(labels):
        counts_on = _is_number(label) and _is_number(before) and int(label) == int(before) + 1
        if not counts_on:
            ranges.extend([NumberObject(index), _page_label(label)])
        before = label
    return DictionaryObject({NameObject("/Nums"): ranges})


def _page_label(label: str) -> DictionaryObject:
    if not _is_number(label):
        return DictionaryObject({NameObject("/P"): TextStringObject(label)})
    return DictionaryObject({NameObject("/S"): NameObject("/D"), NameObject("/St"): NumberObject(int(label))})


def _is_number(label: str) -> bool:
    return label.isascii() and label.isdigit() and not label.startswith("0")


def _set_outline(writer: PdfWriter, outline: Sequence[OutlineEntry]) -> None:
    if not _first_bookmark(writer):
        _make_outline(writer, outline)
    if first := _first_bookmark(writer):
        _straighten_titles(first)
        writer.page_mode = "/UseOutlines"


def _first_bookmark(writer: PdfWriter) -> DictionaryObject | None:
    root = writer.root_object.get("/Outlines", DictionaryObject()).get_object()
    first = root.get("/First") if isinstance(root, DictionaryObject) else None
    return first.get_object() if first else None


def _make_outline(writer: PdfWriter, outline: Sequence[OutlineEntry]) -> None:
    parents: list[tuple[int, IndirectObject]] = []
    for entry in outline:
        parents = [one for one in parents if one[0] < entry.level]
        parent = parents[-1][1] if parents else None
        item = writer.add_outline_item(
            title=entry.title, page_number=entry.page - 1, parent=parent, fit=Fit.fit()
        )
        parents.append((entry.level, item))


def _straighten_titles(first: DictionaryObject) -> None:
    """Put each bookmark on one line with plain spaces: rdocx keeps line breaks, all keep binding spaces."""
    level: DictionaryObject | None = first
    while level is not None:
        level[NameObject("/Title")] = TextStringObject(" ".join(str(level.get("/Title", "")).split()))
        if below := level.get("/First"):
            _straighten_titles(below.get_object())
        after = level.get("/Next")
        level = after.get_object() if after else None
