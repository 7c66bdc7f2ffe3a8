"""The finishing of an engine's PDF: title, language, page labels, outline; the same bytes on every day."""

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
    NameObject,
    NullObject,
    NumberObject,
    TextStringObject,
)
from pypdf.xmp import XmpInformation

from esa_docs.pages.pdf_outline import OutlineEntry, set_outline
from esa_docs.pages.pdf_reading import (
    NotAPdfError,
    check_pdf_text,
    fonts_of,
    reading,
    text_of,
    unembedded_fonts,
)
from esa_docs.pages.pdf_text import mend_page_texts

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
    """The properties of a PDF.

    Attributes:
        title: shown in the viewer's title bar.
        author: who answers for the text.
        office: the office that publishes it.
        subject: what it is about.
        keywords: words by which it is found.
        language: language of the text, as BCP 47 names it.
    """

    title: str
    author: str
    office: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    language: str = "th-TH"


def finish_pdf(
    pdf: bytes,
    info: PdfInfo,
    *,
    labels: Sequence[str] = (),
    outline: Sequence[OutlineEntry] = (),
    thai_digits_in: str = "",
) -> bytes:
    """Return an engine's PDF with properties, and with a text that can be searched.

    Links, fonts and the engine's own outline stay. Dates and the file identifier go, for they tell no more
    than when the engine ran. Equal input gives equal bytes.

    Args:
        pdf: as the engine made it.
        info: its properties.
        labels: the printed number of each page, in order; an empty text for a page without a number. No
            labels at all leave those of the engine.
        outline: used where the engine made no outline.
        thai_digits_in: family whose faces draw ๐-๙ for 0-9, for page numbers. The text of these numbers
            becomes Thai too. Empty where no such family is used.

    Raises:
        NotAPdfError: the bytes are no readable PDF.
        ValueError: not as many labels as pages.
    """
    with reading():
        reader = PdfReader(io.BytesIO(pdf))
        writer = PdfWriter()
        writer.clone_reader_document_root(reader)
        writer.pdf_header = reader.pdf_header
        producer = _producer(reader)
    # Not within `reading`, which would turn the error into a NotAPdfError.
    if labels and len(labels) != len(writer.pages):
        raise ValueError(f"{len(labels)} labels for {len(writer.pages)} pages")
    with reading():
        mend_page_texts(writer, thai_digits_in)
        _set_properties(writer, info, producer)
        _set_view(writer, info)
        if labels:
            writer.root_object[NameObject("/PageLabels")] = _page_labels(labels)
        set_outline(writer, outline)
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def _producer(reader: PdfReader) -> str:
    """Return the name of the program that made a PDF; empty where the PDF does not name it."""
    metadata = reader.metadata
    if metadata is None:
        return ""
    return metadata.producer or ""


def _set_properties(writer: PdfWriter, info: PdfInfo, producer: str) -> None:
    """Write the properties into the document information and into the XMP packet."""
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
    # Otherwise pypdf writes into the packet that the engine made. It gives a new packet no type.
    writer.xmp_metadata = None
    writer.xmp_metadata = _xmp(info, producer)
    packet = writer.root_object.get("/Metadata", NullObject()).get_object()
    if isinstance(packet, DictionaryObject):
        packet[NameObject("/Type")] = NameObject("/Metadata")
        packet[NameObject("/Subtype")] = NameObject("/XML")


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
    old_preferences = root.get("/ViewerPreferences", DictionaryObject()).get_object()
    preferences = DictionaryObject(old_preferences)
    preferences[NameObject("/DisplayDocTitle")] = BooleanObject(value=True)
    root[NameObject("/ViewerPreferences")] = preferences


def _page_labels(labels: Sequence[str]) -> DictionaryObject:
    """Return labels as a PDF holds them: Arabic numbers in sequence as one range, all others page by page."""
    ranges = ArrayObject()
    previous_label = ""
    for index, label in enumerate(labels):
        if not _follows(label, previous_label):
            ranges.extend([NumberObject(index), _page_label(label)])
        previous_label = label
    return DictionaryObject({NameObject("/Nums"): ranges})


def _follows(label: str, previous_label: str) -> bool:
    if not _is_number(label) or not _is_number(previous_label):
        return False
    return int(label) == int(previous_label) + 1


def _page_label(label: str) -> DictionaryObject:
    entry = DictionaryObject()
    if _is_number(label):
        entry[NameObject("/S")] = NameObject("/D")
        entry[NameObject("/St")] = NumberObject(int(label))
    else:
        # PDF has no style for Thai digits or letters, but any text can be the prefix of a label.
        entry[NameObject("/P")] = TextStringObject(label)
    return entry


def _is_number(label: str) -> bool:
    """Return whether a label is an Arabic number from 1 without leading zeros, as viewers count pages."""
    return label.isascii() and label.isdigit() and not label.startswith("0")
