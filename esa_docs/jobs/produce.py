"""One document made and checked: what a worker process does."""

from __future__ import annotations

import datetime as dt

from esa_docs.diagnostics import Checked, EsaDocsError
from esa_docs.jobs.plan import Job
from esa_docs.source.files import shown_path


def produce(job: Job, today: dt.date) -> Checked[bytes]:
    """Make the Word file of a document and check it before anyone sees it."""
    from esa_docs.word.render import render_checked  # noqa: PLC0415 a build that makes nothing does not load it

    try:
        return render_checked(job.document, shown_path(job.output), today=today)
    except EsaDocsError as fault:
        return Checked(None, fault.diagnostics)
