"""The states of papers in the reader's language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from esa_docs.i18n import gettext as _
from esa_docs.model.life import State

if TYPE_CHECKING:
    from esa_docs.model.history import History, Scan


def state_word(state: State) -> str:
    """Return the word for a state."""
    words = {
        State.DRAFT: _("draft"),
        State.FOR_SIGNATURE: _("for signature"),
        State.ISSUED: _("issued"),
        State.SENT: _("sent"),
    }
    return words[state]


def kept_lines(history: History) -> Iterator[str]:
    """Generate a line on the kept version that holds, with the day of sending, and one for each scan."""
    from esa_docs import thai  # noqa: PLC0415 keeps --help fast

    version = history.last
    if version is not None and version.sent is not None:
        day = thai.format_date(version.sent.date, "long", "arabic")
        yield _("version {number} is kept, sent on {day}").format(number=version.number, day=day)
    elif version is not None:
        yield _("version {number} is kept, not sent").format(number=version.number)
    for scan in history.scans:
        yield _scan_line(scan)


def _scan_line(scan: Scan) -> str:
    line = _("signed scan {file} (SHA-256 {hash})").format(file=scan.path.as_posix(), hash=scan.sha256)
    return f"{line}: {scan.note}" if scan.note else line
