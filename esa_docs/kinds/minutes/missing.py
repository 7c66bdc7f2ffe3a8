"""What minutes lack: the meeting has to be held first."""

from __future__ import annotations

from collections.abc import Iterator

from esa_docs.i18n import gettext as _
from esa_docs.kinds.minutes.content import Minutes
from esa_docs.model.missing import Missing
from esa_docs.model.office import Office


def missing_in_minutes(minutes: Minutes, _office: Office) -> Iterator[Missing]:
    """Generate the end of a meeting that has not been held yet."""
    if minutes.ends is None:
        message = _("the meeting has not been held yet: 'ends' is missing")
        yield Missing(("ends",), message)
