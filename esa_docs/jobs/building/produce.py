"""Making and checking documents, with true page numbers: the work of a worker process."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from esa_docs import thai
from esa_docs.diagnostics import Diagnostic, EsaDocsError, noting
from esa_docs.jobs.building.fingerprint import fingerprint, kept_fingerprint
from esa_docs.jobs.building.fonts_of_template import with_places_in_template
from esa_docs.jobs.building.plan import Job
from esa_docs.jobs.kept.frozen import with_family_of
from esa_docs.model.history import KeptFile
from esa_docs.source.folders.files import path_label
from esa_docs.source.kept.kept_files import read_kept
from esa_docs.timing import Phase, measure

if TYPE_CHECKING:
    from esa_docs.jobs.building.annex import Annex
    from esa_docs.pages.paginate import Paginated
    from esa_docs.pages.word_file import WordFile


@dataclass(frozen=True, slots=True)
class ProducedDocument:
    """The files that were made for one job, before they are put in place.

    Attributes:
        word: the Word file; None where it must not be written.
        pdf: its PDF; None where no PDF was wanted or none could be made.
        engine: name of the engine that laid out its pages; empty where nothing needed to be laid out.
        diagnostics: findings about the document.
    """

    word: bytes | None
    pdf: bytes | None = None
    engine: str = ""
    diagnostics: tuple[Diagnostic, ...] = ()

    def files(self, job: Job) -> tuple[bytes | None, ...]:
        """Return the bytes of each file, in the order of `Job.files`; None for a file that was not made."""
        if job.with_pdf:
            return (self.word, self.pdf)
        return (self.word,)


@dataclass(frozen=True, slots=True)
class _RenderedJob:
    """A job whose Word file is made and checked, without page numbers yet.

    Attributes:
        job: the job.
        word: the Word file.
        diagnostics: warnings that came up on the way.
    """

    job: Job
    word: bytes
    diagnostics: tuple[Diagnostic, ...]


def produce(jobs: Sequence[Job], today: dt.date) -> tuple[ProducedDocument, ...]:
    """Make the Word files, and the PDFs that are wanted, and check them before anyone sees them.

    The pages of all documents are laid out together, which is much faster than one by one.

    Returns:
        The document of each job, in order.
    """
    renderings = [_render(job, today) for job in jobs]
    rendered_jobs = [rendering for rendering in renderings if isinstance(rendering, _RenderedJob)]
    numbered_documents = iter(_number_pages(rendered_jobs, today))
    documents: list[ProducedDocument] = []
    for rendering in renderings:
        if isinstance(rendering, _RenderedJob):
            documents.append(next(numbered_documents))
        else:
            documents.append(rendering)
    return tuple(documents)


def _render(job: Job, today: dt.date) -> _RenderedJob | ProducedDocument:
    """Make the Word file of a job. Return a document without files where it must not be written."""
    if job.kept_file is not None:
        return _open_kept(job, job.kept_file)
    from esa_docs.word.render import render_checked  # noqa: PLC0415 a build that makes nothing does not load it

    try:
        with noting(job.document.key):
            word = render_checked(job.document, path_label(job.output), today=today)
    except EsaDocsError as fault:
        return ProducedDocument(None, diagnostics=fault.diagnostics)
    if word.value is None:
        return ProducedDocument(None, diagnostics=word.diagnostics)
    return _RenderedJob(job, word.value, word.diagnostics)


def _open_kept(job: Job, file: KeptFile) -> _RenderedJob | ProducedDocument:
    """Read the kept file of a job. It is finished, unless a PDF is to be laid out from it."""
    try:
        word = read_kept(file)
    except EsaDocsError as fault:
        return ProducedDocument(None, diagnostics=fault.diagnostics)
    if not job.with_pdf:
        return ProducedDocument(word)
    return _RenderedJob(replace(job, document=with_family_of(job.document, word)), word, ())


def inputs_of(job: Job, engine: str) -> str:
    """Return the fingerprint of what the files of a job are made from; see `fingerprint`."""
    if job.kept_file is not None:
        return kept_fingerprint(job.kept_file.sha256, engine)
    return fingerprint(job.document, engine)


def _number_pages(rendered_jobs: Sequence[_RenderedJob], today: dt.date) -> list[ProducedDocument]:
    """Lay out all documents together, with the dividers of their evidence, and return them finished."""
    from esa_docs.jobs.building.annex import open_annex  # noqa: PLC0415 as above
    from esa_docs.pages.available_engines import open_engines  # noqa: PLC0415
    from esa_docs.pages.paginate import paginate  # noqa: PLC0415

    word_files = [_word_file(rendered) for rendered in rendered_jobs]
    annexes = [open_annex(rendered.job, today) for rendered in rendered_jobs]
    dividers: list[WordFile] = []
    for annex in annexes:
        dividers += annex.dividers
    with_pdf = any(rendered.job.with_pdf for rendered in rendered_jobs)
    with open_engines() as engines:
        paginated_files = paginate([*word_files, *dividers], engines, with_pdf=with_pdf)
    reports = paginated_files[: len(word_files)]
    paginated_dividers = iter(paginated_files[len(word_files) :])
    documents: list[ProducedDocument] = []
    for rendered, report, annex in zip(rendered_jobs, reports, annexes, strict=True):
        dividers_of_report = list(islice(paginated_dividers, len(annex.dividers)))
        documents.append(_finish(rendered, report, annex, dividers_of_report))
    return documents


def _word_file(rendered: _RenderedJob) -> WordFile:
    from esa_docs.pages.word_file import WordFile  # noqa: PLC0415 as above

    file_label = path_label(rendered.job.output)
    document = rendered.job.document
    return WordFile(file_label, rendered.word, document.office.font, document=document.content_key)


def _finish(
    rendered: _RenderedJob, report: Paginated, annex: Annex, dividers: Sequence[Paginated]
) -> ProducedDocument:
    """Finish the PDF of a document, if there is one: its properties, searchable text and evidence."""
    job = rendered.job
    layout = with_places_in_template(_layout_diagnostics(report, dividers, annex), job.document)
    diagnostics = (*rendered.diagnostics, *layout)
    # The page numbers of a kept file stay as they were printed.
    word = rendered.word if job.kept_file else report.data
    if report.pdf is None:
        return ProducedDocument(word, None, report.engine, diagnostics)
    from esa_docs.jobs.building.annex import bind_annex  # noqa: PLC0415 as above
    from esa_docs.pages.pdf import check_pdf_text  # noqa: PLC0415

    with measure(Phase.PDF, job.document.content_key):
        pdf = _finish_pdf(job, report.pdf, report.labels)
        pdf_path = job.files[-1]
        text_diagnostics = check_pdf_text(pdf, path_label(pdf_path))
        divider_pdfs = [_finish_divider(job, divider) for divider in dividers]
        bound_pdf = bind_annex(job.document, pdf, annex, divider_pdfs, report.bookmarks)
    diagnostics = (*diagnostics, *text_diagnostics, *bound_pdf)
    return ProducedDocument(word, bound_pdf.value, report.engine, diagnostics)


def _layout_diagnostics(report: Paginated, dividers: Sequence[Paginated], annex: Annex) -> list[Diagnostic]:
    """Return the findings of the layout and of the evidence, each once."""
    diagnostics = list(report.diagnostics)
    for divider in dividers:
        diagnostics += divider.diagnostics
    diagnostics += annex.diagnostics
    # A divider has the file label and the font family of its report: what the family lacks is found for both.
    return list(dict.fromkeys(diagnostics))


def _finish_divider(job: Job, divider: Paginated) -> bytes | None:
    if divider.pdf is None:
        return None
    return _finish_pdf(job, divider.pdf, ())


def _finish_pdf(job: Job, pdf: bytes, labels: Sequence[str]) -> bytes:
    from esa_docs.pages.layout_fonts import find_layout_fonts  # noqa: PLC0415 as above
    from esa_docs.pages.pdf import PdfInfo, finish_pdf  # noqa: PLC0415

    document = job.document
    title = document.form.title(document)
    author = thai.normalise_spaces(document.form.author(document))
    info = PdfInfo(title, author, document.office.name)
    fonts = find_layout_fonts(document.office.font)
    digit_face = fonts.page_digits.name if fonts else ""
    return finish_pdf(pdf, info, labels=labels, thai_digits_in=digit_face)
