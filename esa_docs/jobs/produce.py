"""One document made and checked: what a worker process does."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from esa_docs.diagnostics import Diagnostic, EsaDocsError, has_errors
from esa_docs.jobs.plan import Job
from esa_docs.source.files import shown_path


@dataclass(frozen=True, slots=True)
class Produced:
    """The bytes of a Word file, or None with the reasons."""

    data: bytes | None
    diagnostics: tuple[Diagnostic, ...] = ()


def produce(job: Job, today: dt.date) -> Produced:
    """Make the Word file of a document and check it before anyone sees it."""
    from esa_docs.word.render import render, texts_of  # noqa: PLC0415 a build that makes nothing does not load it
    from esa_docs.word.verify import verify  # noqa: PLC0415

    try:
        data = render(job.document, today=today)
    except EsaDocsError as fault:
        return Produced(None, fault.diagnostics)
    found = verify(data, shown_path(job.output), texts_of(job.document))
    return Produced(None if has_errors(found) else data, found)
