"""The states of papers in the reader's language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from esa_docs.hints import few_names
from esa_docs.i18n import gettext as _
from esa_docs.model.life import State

if TYPE_CHECKING:
    from esa_docs.api import Paper
    from esa_docs.model.history import History, Scan, Version


def state_word(state: State) -> str:
    """Return the word for a state."""
    words = {
        State.DRAFT: _("draft"),
        State.FOR_SIGNATURE: _("for signature"),
        State.ISSUED: _("issued"),
        State.SENT: _("sent"),
    }
    return words[state]


def title_of(paper: Paper) -> str:
    """Return what a paper is about; of one with errors that it has some, beside the title of its record."""
    if not paper.is_faulty:
        return paper.title or ""
    if paper.title is None:
        return _("has errors")
    return _("{title} (has errors)").format(title=paper.title)


def kept_lines(history: History) -> Iterator[str]:
    """Generate a line on the kept version that holds, with what was sent of it, and one for each scan."""
    from esa_docs import thai  # noqa: PLC0415 keeps --help fast

    version = history.last
    if version is not None and history.sent_on is not None:
        day = thai.format_date(history.sent_on, "long", "arabic")
        yield _("version {number} is kept, sent on {day}").format(number=version.number, day=day)
    elif version is not None and history.sent_files:
        yield _copies_line(version.number, history)
    elif version is not None:
        yield _("version {number} is kept, not sent").format(number=version.number)
        if history.last_sent is not None:
            yield _sent_before(history.last_sent)
    for scan in history.scans:
        yield _scan_line(scan)


def _copies_line(number: int, history: History) -> str:
    """Return the line on a circular of which only some copies were sent."""
    sent_count, names = len(history.sent_files), history.unsent_names
    words = _("version {number} is kept, {sent} of {all} copies sent, not yet: {names}")
    all_count = sent_count + len(names)
    return words.format(number=number, sent=sent_count, all=all_count, names=few_names(names))


def _sent_before(version: Version) -> str:
    """Return the line on the version that those outside have, where a later one is kept."""
    from esa_docs import thai  # noqa: PLC0415 keeps --help fast

    day = thai.format_date(version.sent.date, "long", "arabic") if version.sent else "-"
    return _("version {number} was sent on {day}").format(number=version.number, day=day)


def _scan_line(scan: Scan) -> str:
    line = _("signed scan {file} (SHA-256 {hash})").format(file=scan.path.as_posix(), hash=scan.sha256)
    return f"{line}: {scan.note}" if scan.note else line
