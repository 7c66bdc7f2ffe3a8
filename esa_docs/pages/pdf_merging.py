"""Other PDFs merged behind one of ours, each behind a page that says what it is."""

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

_DECIMAL: Final = {NameObject("/S"): NameObject("/D")}


class EncryptedPdfError(ValueError):
    """The PDF is locked with a password, or its owner forbids changes."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A PDF that is merged behind a report.

    Attributes:
        label: short name, which the labels of its pages begin with.
        title: its bookmark.
        divider: PDF of the pages before it.
        pdf: the PDF itself, as `check_mergeable` lets it through.
    """

    label: str
    title: str
    divider: bytes
    pdf: bytes


def check_mergeable(pdf: bytes) -> None:
    """See that a PDF of any origin can be merged.

    Raises:
        NotAPdfError: the bytes are no readable PDF, or it has no pages.
        EncryptedPdfError: it is locked.
    """
    with _quiet(), reading():
        reader = PdfReader(io.BytesIO(pdf))
        locked = reader.is_encrypted
    if locked:
        raise EncryptedPdfError
    with _quiet(), reading():
        writer = PdfWriter()
        _append(writer, pdf)
        writer.write(io.BytesIO())
    if not writer.pages:
        raise NotAPdfError("no pages")


def merge_behind(report: bytes, heading: str, pieces: Sequence[Piece]) -> bytes:
    """Merge PDFs behind a finished one; equal input gives equal bytes.

    Its properties, page labels and bookmarks stay; a bookmark below ``heading`` leads to each divider.

    Args:
        report: a PDF made by `finish_pdf`.
        heading: bookmark above those of the pieces.
        pieces: what is merged, in order; without any the report stays as it is.

    Raises:
        NotAPdfError: something is no readable PDF.
    """
    if not pieces:
        return report
    with _quiet(), reading():
        writer = PdfWriter(clone_from=io.BytesIO(report))
        places = [_append_piece(writer, piece) for piece in pieces]
        above = writer.add_outline_item(title=heading, page_number=places[0], fit=Fit.fit())
        for piece, page in zip(pieces, places, strict=True):
            writer.add_outline_item(title=piece.title, page_number=page, parent=above, fit=Fit.fit())
        writer.page_mode = "/UseOutlines"
        target = io.BytesIO()
        writer.write(target)
    return target.getvalue()


def _append_piece(writer: PdfWriter, piece: Piece) -> int:
    """Append a piece behind its divider; give the index of the divider's page."""
    page = len(writer.pages)
    _append(writer, piece.divider)
    _label(writer, page, DictionaryObject({NameObject("/P"): TextStringObject(piece.label)}))
    behind = len(writer.pages)
    _append(writer, piece.pdf)
    prefix = {NameObject("/P"): TextStringObject(f"{piece.label}-")}
    _label(writer, behind, DictionaryObject({**_DECIMAL, **prefix}))
    return page


def _append(writer: PdfWriter, pdf: bytes) -> None:
    writer.append(io.BytesIO(pdf), import_outline=False)


def _label(writer: PdfWriter, page: int, label: DictionaryObject) -> None:
    """Let the labels from a page on be another series; those before it are the report's."""
    root = writer.root_object
    if "/PageLabels" not in root:
        ranges = ArrayObject([NumberObject(0), DictionaryObject(_DECIMAL)])
        root[NameObject("/PageLabels")] = DictionaryObject({NameObject("/Nums"): ranges})
    labels = cast("DictionaryObject", root["/PageLabels"])
    cast("ArrayObject", labels["/Nums"]).extend([NumberObject(page), label])


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep pypdf's remarks about the PDFs of others off the console: what matters is told as a finding."""
    logger = logging.getLogger("pypdf")
    before = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(before)
