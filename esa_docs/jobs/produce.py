"""Documents made and checked, with true page numbers: what a worker process does."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from esa_docs import thai
from esa_docs.diagnostics import Checked, Diagnostic, EsaDocsError, noting
from esa_docs.jobs.plan import Job
from esa_docs.source.files import path_label
from esa_docs.timing import Phase, measure

if TYPE_CHECKING:
    from esa_docs.jobs.annex import Annex
    from esa_docs.pages.paginate import Paginated
    from esa_docs.pages.word_file import WordFile


@dataclass(frozen=True, slots=True)
class Produced:
    """What was made of one job.

    Attributes:
        word: the Word file; None where it may not be written.
        pdf: its PDF; None where none was asked for or none could be made.
        engine: name of what laid out its pages; empty where nothing needed to be laid out.
        diagnostics: what was noticed.
    """

    word: bytes | None
    pdf: bytes | None = None
    engine: str = ""
    diagnostics: tuple[Diagnostic, ...] = ()

    def files(self, job: Job) -> tuple[bytes | None, ...]:
        """Give what goes into each file of the job."""
        return (self.word, self.pdf) if job.with_pdf else (self.word,)


def produce(jobs: Sequence[Job], today: dt.date) -> tuple[Produced, ...]:
    """Make the Word files, and the PDFs asked for, and check them before anyone sees them.

    Pages of all of them are laid out together, which is much faster than one by one.
    """
    rendered = [_render(job, today) for job in jobs]
    sound = [(job, one.value) for job, one in zip(jobs, rendered, strict=True) if one.value is not None]
    numbered = iter(_number_pages(sound, today))
    return tuple(
        Produced(None, diagnostics=one.diagnostics) if one.value is None else _joined(one, next(numbered))
        for one in rendered
    )


def _render(job: Job, today: dt.date) -> Checked[bytes]:
    from esa_docs.word.render import render_checked  # noqa: PLC0415 a build that makes nothing does not load it

    try:
        with noting(job.document.key):
            return render_checked(job.document, path_label(job.output), today=today)
    except EsaDocsError as fault:
        return Checked(None, fault.diagnostics)


def _number_pages(sound: Sequence[tuple[Job, bytes]], today: dt.date) -> tuple[Produced, ...]:
    from esa_docs.jobs.annex import open_annex  # noqa: PLC0415 as above
    from esa_docs.pages.available_engines import open_engines  # noqa: PLC0415
    from esa_docs.pages.paginate import paginate  # noqa: PLC0415

    files = [_word_file(job, data) for job, data in sound]
    annexes = [open_annex(job, today) for job, _data in sound]
    dividers = [one for annex in annexes for one in annex.dividers]
    with_pdf = any(job.with_pdf for job, _data in sound)
    with open_engines() as engines:
        paginated = iter(paginate([*files, *dividers], engines, with_pdf=with_pdf))
    reports = list(islice(paginated, len(files)))
    return tuple(
        _finish(job, report, annex, tuple(islice(paginated, len(annex.dividers))))
        for (job, _data), report, annex in zip(sound, reports, annexes, strict=True)
    )


def _word_file(job: Job, data: bytes) -> WordFile:
    from esa_docs.pages.word_file import WordFile  # noqa: PLC0415 as above

    document = job.document
    return WordFile(path_label(job.output), data, document.office.font, document=document.content_key)


def _finish(job: Job, report: Paginated, annex: Annex, dividers: Sequence[Paginated]) -> Produced:
    """Give the PDF, where there is one, its properties, a text that can be searched, and its annex."""
    noted = (*report.diagnostics, *(found for one in dividers for found in one.diagnostics))
    told = tuple(dict.fromkeys((*noted, *annex.diagnostics)))
    if report.pdf is None:
        return Produced(report.data, None, report.engine, told)
    from esa_docs.jobs.annex import bind_annex  # noqa: PLC0415 as above
    from esa_docs.pages.pdf import check_pdf_text  # noqa: PLC0415

    with measure(Phase.PDF, job.document.content_key):
        pdf = _finish_pdf(job, report.pdf, report.labels)
        found = check_pdf_text(pdf, path_label(job.files[-1]))
        finished = [_finish_pdf(job, one.pdf, ()) if one.pdf else None for one in dividers]
        bound = bind_annex(job.document, pdf, annex, finished)
    return Produced(report.data, bound.value, report.engine, (*told, *found, *bound))


def _finish_pdf(job: Job, pdf: bytes, labels: Sequence[str]) -> bytes:
    from esa_docs.pages.layout_fonts import find_layout_fonts  # noqa: PLC0415 as above
    from esa_docs.pages.pdf import PdfInfo, finish_pdf  # noqa: PLC0415

    document = job.document
    author = thai.normalise_spaces(document.form.author(document))
    info = PdfInfo(document.form.title(document), author, document.office.name)
    fonts = find_layout_fonts(document.office.font)
    digits = fonts.page_digits.name if fonts else ""
    return finish_pdf(pdf, info, labels=labels, thai_digits_in=digits)


def _joined(rendered: Checked[bytes], numbered: Produced) -> Produced:
    return replace(numbered, diagnostics=(*rendered.diagnostics, *numbered.diagnostics))
