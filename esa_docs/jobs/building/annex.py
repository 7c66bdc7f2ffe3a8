"""The evidence and the annexes that are bound behind the PDF of a paper, each behind a page that names it.

A divider is a Word file of its own, laid out together with the report. It is therefore set in the faces of
the report, whatever the report's template, and a divider of two pages moves no other page.

E690 (warning) a PDF that cannot be read · E691 (warning) a PDF that is locked · E694 (warning)
PDFs that cannot be bound together · E478 (info) scripts and files within a PDF, which are left out · E450 a
scan that is not the one that was filed. The report is made all the same.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from esa_docs import thai
from esa_docs.diagnostics import Checked, ContentError, Diagnostic, EsaDocsError, Severity
from esa_docs.i18n import gettext as _
from esa_docs.jobs.building.dividers import divider_of, sheet_of
from esa_docs.jobs.building.pdf_faults import tell_pdf
from esa_docs.jobs.building.plan import Job
from esa_docs.model.base import Content
from esa_docs.model.document import AnnexFile, AnnexGroup, Document
from esa_docs.pages.pdf_merging import EncryptedPdfError, Piece, check_mergeable, merge_behind
from esa_docs.pages.pdf_reading import NotAPdfError
from esa_docs.pages.word_file import WordFile
from esa_docs.source.folders.disk import MOST_BYTES_OF_PDF, read_bytes
from esa_docs.source.folders.files import path_label
from esa_docs.source.kept.kept_files import read_logged
from esa_docs.word.annexes.labels import bookmark_of_annex
from esa_docs.word.render import render, render_checked

_NO_BOOKMARKS: Final[Mapping[str, int]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class AnnexPiece:
    """A piece of evidence that can be bound.

    Attributes:
        file: which evidence it is.
        pdf: the bytes of its PDF.
        divider: the page before it, not yet laid out.
    """

    file: AnnexFile
    pdf: bytes
    divider: WordFile


@dataclass(frozen=True, slots=True)
class Annex:
    """The evidence that is bound behind one report.

    Attributes:
        pieces: the evidence that can be bound, in the order of the report.
        diagnostics: the evidence that cannot be bound, and findings about the dividers.
        sheet: a page with the marks that each of their pages must bear, not yet laid out; None without marks.
    """

    pieces: tuple[AnnexPiece, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    sheet: WordFile | None = None

    @property
    def dividers(self) -> tuple[WordFile, ...]:
        """The page before each piece of evidence, to be laid out; behind them the page with the marks."""
        dividers = [piece.divider for piece in self.pieces]
        if self.sheet is not None:
            dividers.append(self.sheet)
        return tuple(dividers)


def open_annex(job: Job, today: dt.date) -> Annex:
    """Read the evidence of a report and make its dividers.

    Args:
        job: a report, or any other document.
        today: the day on which the report is made.

    Returns:
        The annex; an empty one where the job has no PDF or the document no evidence.
    """
    if not job.with_pdf:
        return Annex()
    pieces: list[AnnexPiece] = []
    diagnostics: list[Diagnostic] = []
    for file in job.document.annex:
        piece = _open_piece(job, file, today)
        diagnostics += piece.diagnostics
        if piece.value is not None:
            pieces.append(piece.value)
    marked_files = [piece.file for piece in pieces if piece.file.mark]
    if not marked_files:
        return Annex(tuple(pieces), tuple(diagnostics))
    sheet = _make_sheet(job, marked_files[0], today)
    diagnostics += sheet.diagnostics
    if sheet.value is None:
        # Nothing is bound whose pages would lack the mark.
        return Annex((), tuple(diagnostics))
    return Annex(tuple(pieces), tuple(diagnostics), sheet.value)


def bind_annex(
    document: Document[Content],
    report: bytes,
    annex: Annex,
    divider_pdfs: Sequence[bytes | None],
    bookmarks: Mapping[str, int] = _NO_BOOKMARKS,
) -> Checked[bytes]:
    """Bind the evidence behind the finished PDF of its report.

    Args:
        document: the report.
        report: its PDF.
        annex: the evidence.
        divider_pdfs: the finished PDF of each of its dividers. None where none could be made: its piece is
            not bound, and nothing without the page with the marks. The diagnostics of the layout say why.
        bookmarks: page, from 1, of each bookmark of the report.

    Returns:
        The report with its annex, or the report alone where its evidence cannot be bound together (E694).
    """
    pieces_by_group: dict[AnnexGroup, list[Piece]] = {}
    sheet = divider_pdfs[-1] if annex.sheet is not None else None
    if annex.sheet is not None and sheet is None:
        return Checked(report)
    for piece, divider_pdf in zip(annex.pieces, divider_pdfs[: len(annex.pieces)], strict=True):
        if divider_pdf is not None:
            bookmark = _bookmark_text(piece.file, document.numerals)
            pieces = pieces_by_group.setdefault(piece.file.group, [])
            page = bookmarks.get(bookmark_of_annex(piece.file.before))
            pieces.append(Piece(piece.file.code, bookmark, divider_pdf, piece.pdf, page))
    bound = report
    try:
        for group, pieces in pieces_by_group.items():
            bound = merge_behind(bound, group.value, pieces, sheet)
    except NotAPdfError:
        return Checked(report, (_not_mergeable(annex),))
    return Checked(bound)


def _bookmark_text(file: AnnexFile, numerals: thai.Numerals) -> str:
    return thai.apply_numerals(f"{file.code} {file.name}", numerals)


def _not_mergeable(annex: Annex) -> Diagnostic:
    message = _("the PDF files were not bound behind the paper: they do not go together")
    hint = _("Print each of them to a new PDF, and name the new files.")
    first_file = annex.pieces[0].file
    return Diagnostic("E694", message, first_file.place, hint, Severity.WARNING, first_file.field)


def _open_piece(job: Job, file: AnnexFile, today: dt.date) -> Checked[AnnexPiece]:
    checked_pdf = _read_pdf(file)
    if checked_pdf.value is None:
        return Checked(None, checked_pdf.diagnostics)
    divider = _make_divider(job, file, today)
    if divider.value is None:
        return Checked(None, divider.diagnostics)
    piece = AnnexPiece(file, checked_pdf.value, divider.value)
    return Checked(piece, (*checked_pdf.diagnostics, *divider.diagnostics))


def _read_pdf(file: AnnexFile) -> Checked[bytes]:
    try:
        if file.sha256:
            pdf = read_logged(file.path, file.sha256)
        else:
            pdf = read_bytes(file.path, MOST_BYTES_OF_PDF)
        is_scrubbed = check_mergeable(pdf)
    except ContentError as fault:
        return Checked(None, fault.diagnostics)
    except EncryptedPdfError:
        return Checked(None, (tell_pdf(file, "E691"),))
    except (OSError, NotAPdfError):
        return Checked(None, (tell_pdf(file, "E690"),))
    if is_scrubbed:
        return Checked(pdf, (_left_out(file),))
    return Checked(pdf)


def _left_out(file: AnnexFile) -> Diagnostic:
    message = _("scripts, forms that send, files within or links to files were left out of '{file}'")
    text = message.format(file=file.path.name)
    hint = _("Nothing is to be done: the pages are bound as they are. The file itself stays as it is.")
    return Diagnostic("E478", text, file.place, hint, Severity.INFO, file.field)


def _make_divider(job: Job, file: AnnexFile, today: dt.date) -> Checked[WordFile]:
    document = divider_of(job.document, file)
    file_label = path_label(job.output)
    try:
        word = render_checked(document, file_label, today=today)
    except EsaDocsError as fault:
        return Checked(None, fault.diagnostics)
    if word.value is None:
        return Checked(None, word.diagnostics)
    divider = WordFile(file_label, word.value, document.office.font, document=document.content_key)
    return Checked(divider, word.diagnostics)


def _make_sheet(job: Job, file: AnnexFile, today: dt.date) -> Checked[WordFile]:
    """Return the page with the marks alone. It is not looked at as a paper is: that it is empty is meant."""
    document = sheet_of(job.document, file)
    try:
        data = render(document, today=today)
    except EsaDocsError as fault:
        return Checked(None, fault.diagnostics)
    return Checked(
        WordFile(path_label(job.output), data, document.office.font, document=document.content_key)
    )
