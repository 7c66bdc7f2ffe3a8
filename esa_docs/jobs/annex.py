"""The evidence that is bound behind the PDF of a report: read, given a divider each, and bound.

Each divider is a Word file of its own, laid out with the report: so it is set in the report's faces, whatever
the report's template, and one that takes two pages moves no other.

E690 (warning) a PDF that cannot be read · E691 (warning) a PDF that is locked · E694 (warning)
PDFs that cannot be bound together. The report is made all the same.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from esa_docs import thai
from esa_docs.diagnostics import Checked, Diagnostic, EsaDocsError, Severity
from esa_docs.i18n import gettext as _
from esa_docs.jobs.dividers import divider_of
from esa_docs.jobs.plan import Job
from esa_docs.model.base import Content
from esa_docs.model.document import AnnexFile, Document
from esa_docs.pages.pdf_merging import EncryptedPdfError, Piece, check_mergeable, merge_behind
from esa_docs.pages.pdf_reading import NotAPdfError
from esa_docs.pages.word_file import WordFile
from esa_docs.source.files import path_label
from esa_docs.word.render import render_checked

_HEADING: Final = "หลักฐาน"


@dataclass(frozen=True, slots=True)
class Opened:
    """Evidence that can be bound: which it is, its bytes, and the page before it."""

    file: AnnexFile
    pdf: bytes
    divider: WordFile


@dataclass(frozen=True, slots=True)
class Annex:
    """What is bound behind one report.

    Attributes:
        opened: the evidence that can be bound, in order.
        diagnostics: what cannot be bound, and what was noticed.
    """

    opened: tuple[Opened, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def dividers(self) -> tuple[WordFile, ...]:
        """The pages before each piece of evidence, to be laid out."""
        return tuple(one.divider for one in self.opened)


def open_annex(job: Job, today: dt.date) -> Annex:
    """Read the evidence of a report and make the dividers; nothing where no PDF is wanted.

    Args:
        job: a report, or any other document.
        today: the day on which it is made.
    """
    files = job.document.annex if job.with_pdf else ()
    opened = [_open(job, file, today) for file in files]
    told = tuple(found for one in opened for found in one.diagnostics)
    return Annex(tuple(one.value for one in opened if one.value is not None), told)


def bind_annex(
    document: Document[Content], report: bytes, annex: Annex, dividers: Sequence[bytes | None]
) -> Checked[bytes]:
    """Bind the evidence behind the finished PDF of its report.

    Args:
        document: the report.
        report: its PDF.
        annex: the evidence.
        dividers: the finished PDF of each divider; None where none could be made, which its layout has told.

    Returns:
        The report with its annex, or the report alone where its evidence cannot be bound together.
    """
    pieces = [
        Piece(one.file.code, _title(one.file, document.numerals), divider, one.pdf)
        for one, divider in zip(annex.opened, dividers, strict=True)
        if divider is not None
    ]
    try:
        return Checked(merge_behind(report, _HEADING, pieces))
    except NotAPdfError:
        first = annex.opened[0].file
        message = _("the evidence was not bound behind the report: its PDF files do not go together")
        hint = _("Print each of them to a new PDF, and name the new files.")
        told = Diagnostic("E694", message, first.place, hint, Severity.WARNING, first.field)
        return Checked(report, (told,))


def _title(file: AnnexFile, numerals: thai.Numerals) -> str:
    return thai.apply_numerals(f"{file.code} {file.name}", numerals)


def _open(job: Job, file: AnnexFile, today: dt.date) -> Checked[Opened]:
    pdf = _read(file)
    if pdf.value is None:
        return Checked(None, pdf.diagnostics)
    divider = _divider(job, file, today)
    opened = Opened(file, pdf.value, divider.value) if divider.value is not None else None
    return Checked(opened, divider.diagnostics)


def _read(file: AnnexFile) -> Checked[bytes]:
    try:
        pdf = file.path.read_bytes()
        check_mergeable(pdf)
    except EncryptedPdfError:
        message = _("the evidence '{file}' is a locked PDF and was not bound behind the report")
        hint = _("Save a copy without a password or restrictions, and name the copy.")
        return _told(file, "E691", message, hint)
    except (OSError, NotAPdfError):
        message = _("the evidence '{file}' cannot be read as PDF and was not bound behind the report")
        hint = _("Open it in a PDF reader; if it cannot be shown there, make it anew.")
        return _told(file, "E690", message, hint)
    return Checked(pdf)


def _told(file: AnnexFile, code: str, message: str, hint: str) -> Checked[bytes]:
    told = message.format(file=file.path.name)
    return Checked(None, (Diagnostic(code, told, file.place, hint, Severity.WARNING, file.field),))


def _divider(job: Job, file: AnnexFile, today: dt.date) -> Checked[WordFile]:
    document, file_label = divider_of(job.document, file), path_label(job.output)
    try:
        made = render_checked(document, file_label, today=today)
    except EsaDocsError as fault:
        return Checked(None, fault.diagnostics)
    if made.value is None:
        return Checked(None, made.diagnostics)
    divider = WordFile(file_label, made.value, document.office.font, document=document.content_key)
    return Checked(divider, made.diagnostics)
