"""The day as of which a paper names people and their posts: read before its content is bound."""

from __future__ import annotations

import datetime as dt

from esa_docs import thai
from esa_docs.model.kind import Kinds
from esa_docs.source.loading.parts import ParsedFile


def day_of(parsed_file: ParsedFile, kinds: Kinds, today: dt.date) -> dt.date:
    """Return the day of a paper: the one at the key that its kind declares, else today.

    Where only a month is known, it is the last day of the month. A day that cannot be read has a diagnostic
    of its own when the content is bound.

    Args:
        parsed_file: the file of the paper; a part of a report has no day of its own.
        kinds: the kinds of documents.
        today: the day of papers without a day, and of those of an unknown kind.
    """
    kind = kinds.by_name.get(parsed_file.kind)
    text = parsed_file.tree.text(kind.day_key) if kind else None
    if not text:
        return today
    try:
        return thai.last_day_of(thai.parse_date_or_month(text))
    except ValueError:
        return today
