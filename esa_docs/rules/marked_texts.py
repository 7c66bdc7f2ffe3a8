"""Texts in content of version 2: marks, page breaks, and the fields that say something of each recipient."""

from __future__ import annotations

from collections.abc import Iterator

from esa_docs.model.abilities import RecipientTable
from esa_docs.model.base import Content
from esa_docs.model.problem import Problem
from esa_docs.rules.alternative_texts import check_alternative_texts
from esa_docs.rules.cell_blocks import check_cell_blocks
from esa_docs.rules.marks import check_marks
from esa_docs.rules.own_rows import check_own_rows
from esa_docs.rules.page_breaks import check_page_breaks
from esa_docs.rules.recipient_fields import check_recipient_fields
from esa_docs.rules.unfilled_fields import check_unfilled_fields


def check_marked_texts(content: Content, table: RecipientTable | None) -> Iterator[Problem]:
    """Generate the problems of marks, page breaks, alternative texts, fields and rows of recipients.

    Args:
        content: the content.
        table: what its kind declares of recipients; None where it has none.
    """
    yield from check_page_breaks(content)
    yield from check_cell_blocks(content)
    yield from check_alternative_texts(content)
    yield from check_unfilled_fields(content)
    if table is not None and getattr(content, table.key):
        # The table could not be read, which is told: nobody knows its columns.
        yield from check_marks(content, has_recipients=True)
        return
    recipients = getattr(content, table.list_key) if table else ()
    list_key = table.list_key if table else ""
    yield from check_marks(content, has_recipients=bool(recipients))
    if recipients:
        yield from check_recipient_fields(content, recipients, list_key)
    yield from check_own_rows(content, recipients, list_key)
