"""PDFs of any origin merged behind a report, each behind pages that say what it is."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, cast

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    Fit,
    NameObject,
    NumberObject,
    TextStringObject,
)

from esa_docs.pages.paper_size import fit_on_paper
from esa_docs.pages.pdf_marking import MarkedSheet
from esa_docs.pages.pdf_reading import NotAPdfError, reading
from esa_docs.pages.pdf_scrubbing import scrub
from esa_docs.pages.quiet_pypdf import quiet

_DECIMAL: Final = {NameObject("/S"): NameObject("/D")}


class EncryptedPdfError(ValueError):
    """The PDF is locked with a password, or its owner forbids changes."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A PDF that is merged behind a report.

    Attributes:
        label: short name, with which the labels of its pages begin.
        title: title of its bookmark.
        divider: PDF of the pages before it.
        pdf: the PDF itself, checked by `check_mergeable`.
        before_page: page of the report, from 1, before which it stands; None where it stands behind all.
    """

    label: str
    title: str
    divider: bytes
    pdf: bytes
    before_page: int | None = None


def check_mergeable(pdf: bytes) -> bool:
    """Check that a PDF of any origin can be merged.

    Returns:
        Whether it brings something that runs, plays or lies in it, which is left out when it is merged.

    Raises:
        NotAPdfError: the bytes are no readable PDF, or it has no pages.
        EncryptedPdfError: it is locked.
    """
    with quiet(), reading():
        reader = PdfReader(io.BytesIO(pdf))
        is_locked = reader.is_encrypted
    # Not within `reading`, which would turn the error into a NotAPdfError.
    if is_locked:
        raise EncryptedPdfError
    with quiet(), reading():
        writer = PdfWriter()
        is_scrubbed = _append_scrubbed(writer, pdf)
        writer.write(io.BytesIO())
    if not writer.pages:
        raise NotAPdfError("no pages")
    return is_scrubbed


def merge_behind(report: bytes, heading: str, pieces: Sequence[Piece], sheet: bytes | None = None) -> bytes:
    """Return a report with other PDFs behind it; equal input gives equal bytes.

    The properties, page labels and bookmarks of the report stay. A bookmark below ``heading`` leads to each
    divider.

    Args:
        report: a PDF made by `finish_pdf`.
        heading: bookmark above those of the pieces.
        pieces: the PDFs, in order, those behind all pages last; without any the report stays as it is.
        sheet: PDF of a page with the marks that each of their pages must bear; None where they bear none.

    Raises:
        NotAPdfError: one of the PDFs is not readable.
    """
    if not pieces:
        return report
    with quiet(), reading():
        writer = PdfWriter(clone_from=io.BytesIO(report))
        if any(piece.before_page is not None for piece in pieces):
            _label_each_page(writer, report)
        marks = MarkedSheet(sheet) if sheet is not None else None
        divider_pages: list[int] = []
        pages_between = 0
        for piece in pieces:
            pages_before = len(writer.pages)
            if piece.before_page is None:
                divider_pages.append(_put_piece(writer, piece, pages_before, marks))
                continue
            place = piece.before_page - 1 + pages_between
            divider_pages.append(_put_piece(writer, piece, place, marks))
            pages_between += len(writer.pages) - pages_before
        heading_item = writer.add_outline_item(title=heading, page_number=divider_pages[0], fit=Fit.fit())
        for piece, page in zip(pieces, divider_pages, strict=True):
            writer.add_outline_item(title=piece.title, page_number=page, parent=heading_item, fit=Fit.fit())
        writer.page_mode = "/UseOutlines"
        target = io.BytesIO()
        writer.write(target)
    return target.getvalue()


def _put_piece(writer: PdfWriter, piece: Piece, place: int, marks: MarkedSheet | None) -> int:
    """Put a piece behind its divider; return the index of the divider's first page.

    Args:
        writer: the report.
        piece: the piece.
        place: index of the page before which they stand.
        marks: what its pages must bear; the divider bears it itself.
    """
    pages_before = len(writer.pages)
    writer.merge(place, io.BytesIO(piece.divider), import_outline=False)
    piece_page = place + len(writer.pages) - pages_before
    pages_with_divider = len(writer.pages)
    _put_scrubbed(writer, piece.pdf, piece_page)
    if marks is not None:
        marks.lay_over(writer, piece_page, len(writer.pages) - pages_with_divider)
    _shift_labels(writer, place, len(writer.pages) - pages_before)
    divider_label = DictionaryObject()
    divider_label[NameObject("/P")] = TextStringObject(piece.label)
    _add_label(writer, place, divider_label)
    piece_label = DictionaryObject(_DECIMAL)
    piece_label[NameObject("/P")] = TextStringObject(f"{piece.label}-")
    _add_label(writer, piece_page, piece_label)
    return place


def _append_scrubbed(writer: PdfWriter, pdf: bytes) -> bool:
    """Append a PDF of any origin without what it would run or carry; return whether it had such things."""
    return _put_scrubbed(writer, pdf, len(writer.pages))


def _put_scrubbed(writer: PdfWriter, pdf: bytes, place: int) -> bool:
    """Put a PDF before a page as `_append_scrubbed` appends it.

    Args:
        writer: the report.
        pdf: the PDF.
        place: index of the page.
    """
    reader = PdfReader(io.BytesIO(pdf))
    is_scrubbed = scrub(reader)
    writer.merge(place, reader, import_outline=False)
    fit_on_paper(writer, writer.pages[place : place + len(reader.pages)])
    return is_scrubbed


def _label_each_page(writer: PdfWriter, report: bytes) -> None:
    """Write a label of its own for each page: what comes between pages then changes none."""
    numbers = ArrayObject()
    for page, text in enumerate(PdfReader(io.BytesIO(report)).page_labels):
        label = DictionaryObject()
        label[NameObject("/P")] = TextStringObject(text)
        numbers.extend([NumberObject(page), label])
    writer.root_object[NameObject("/PageLabels")] = DictionaryObject({NameObject("/Nums"): numbers})


def _shift_labels(writer: PdfWriter, place: int, count: int) -> None:
    """Move the labels of pages behind which others were put.

    Args:
        writer: the report.
        place: index of the first page that was put in.
        count: how many were.
    """
    labels = cast("DictionaryObject", writer.root_object.get("/PageLabels", DictionaryObject()))
    numbers = cast("ArrayObject", labels.get("/Nums", ArrayObject()))
    for index in range(0, len(numbers), 2):
        page = int(cast("NumberObject", numbers[index]))
        if page >= place:
            numbers[index] = NumberObject(page + count)


def _add_label(writer: PdfWriter, page: int, label: DictionaryObject) -> None:
    """Begin a series of page labels at a page; the pages before it keep their labels."""
    root = writer.root_object
    # Where a PDF has labels, the first page must have one (ISO 32000-1, 12.4.2).
    if "/PageLabels" not in root:
        ranges = ArrayObject([NumberObject(0), DictionaryObject(_DECIMAL)])
        root[NameObject("/PageLabels")] = DictionaryObject({NameObject("/Nums"): ranges})
    labels = cast("DictionaryObject", root["/PageLabels"])
    numbers = cast("ArrayObject", labels["/Nums"])
    index = len(numbers)
    # The pages of a number tree stand in their order (ISO 32000-1, 7.9.7).
    while index > 0 and int(cast("NumberObject", numbers[index - 2])) > page:
        index -= 2
    numbers[index:index] = [NumberObject(page), label]
