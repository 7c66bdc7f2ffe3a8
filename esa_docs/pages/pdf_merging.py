"""PDFs of any origin merged behind a report, each behind pages that say what it is."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
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

from esa_docs.pages.pdf_reading import NotAPdfError, reading
from esa_docs.pages.pdf_scrubbing import scrub

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
    """

    label: str
    title: str
    divider: bytes
    pdf: bytes


def check_mergeable(pdf: bytes) -> bool:
    """Check that a PDF of any origin can be merged.

    Returns:
        Whether it brings something that runs, plays or lies in it, which is left out when it is merged.

    Raises:
        NotAPdfError: the bytes are no readable PDF, or it has no pages.
        EncryptedPdfError: it is locked.
    """
    with _quiet(), reading():
        reader = PdfReader(io.BytesIO(pdf))
        is_locked = reader.is_encrypted
    # Not within `reading`, which would turn the error into a NotAPdfError.
    if is_locked:
        raise EncryptedPdfError
    with _quiet(), reading():
        writer = PdfWriter()
        is_scrubbed = _append_scrubbed(writer, pdf)
        writer.write(io.BytesIO())
    if not writer.pages:
        raise NotAPdfError("no pages")
    return is_scrubbed


def merge_behind(report: bytes, heading: str, pieces: Sequence[Piece]) -> bytes:
    """Return a report with other PDFs behind it; equal input gives equal bytes.

    The properties, page labels and bookmarks of the report stay. A bookmark below ``heading`` leads to each
    divider.

    Args:
        report: a PDF made by `finish_pdf`.
        heading: bookmark above those of the pieces.
        pieces: the PDFs, in order; without any the report stays as it is.

    Raises:
        NotAPdfError: one of the PDFs is not readable.
    """
    if not pieces:
        return report
    with _quiet(), reading():
        writer = PdfWriter(clone_from=io.BytesIO(report))
        divider_pages: list[int] = []
        for piece in pieces:
            divider_pages.append(_append_piece(writer, piece))
        heading_item = writer.add_outline_item(title=heading, page_number=divider_pages[0], fit=Fit.fit())
        for piece, page in zip(pieces, divider_pages, strict=True):
            writer.add_outline_item(title=piece.title, page_number=page, parent=heading_item, fit=Fit.fit())
        writer.page_mode = "/UseOutlines"
        target = io.BytesIO()
        writer.write(target)
    return target.getvalue()


def _append_piece(writer: PdfWriter, piece: Piece) -> int:
    """Append a piece behind its divider; return the index of the divider's first page."""
    divider_page = len(writer.pages)
    _append(writer, piece.divider)
    divider_label = DictionaryObject()
    divider_label[NameObject("/P")] = TextStringObject(piece.label)
    _add_label(writer, divider_page, divider_label)
    piece_page = len(writer.pages)
    _append_scrubbed(writer, piece.pdf)
    piece_label = DictionaryObject(_DECIMAL)
    piece_label[NameObject("/P")] = TextStringObject(f"{piece.label}-")
    _add_label(writer, piece_page, piece_label)
    return divider_page


def _append(writer: PdfWriter, pdf: bytes) -> None:
    writer.append(io.BytesIO(pdf), import_outline=False)


def _append_scrubbed(writer: PdfWriter, pdf: bytes) -> bool:
    """Append a PDF of any origin without what it would run or carry; return whether it had such things."""
    reader = PdfReader(io.BytesIO(pdf))
    is_scrubbed = scrub(reader)
    writer.append(reader, import_outline=False)
    return is_scrubbed


def _add_label(writer: PdfWriter, page: int, label: DictionaryObject) -> None:
    """Begin a series of page labels at a page; the pages before it keep their labels."""
    root = writer.root_object
    # Where a PDF has labels, the first page must have one (ISO 32000-1, 12.4.2).
    if "/PageLabels" not in root:
        ranges = ArrayObject([NumberObject(0), DictionaryObject(_DECIMAL)])
        root[NameObject("/PageLabels")] = DictionaryObject({NameObject("/Nums"): ranges})
    labels = cast("DictionaryObject", root["/PageLabels"])
    cast("ArrayObject", labels["/Nums"]).extend([NumberObject(page), label])


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep the remarks of pypdf off the console."""
    # pypdf logs whatever is odd in the PDFs of others; what matters of it becomes a diagnostic.
    logger = logging.getLogger("pypdf")
    usual_level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(usual_level)
