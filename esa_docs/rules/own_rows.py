"""Tables whose rows belong to recipients (``rows_of``): each recipient has rows, each row a recipient.

E233 a column that the table lacks · E234 a table of recipients in a paper that has none · W521 a recipient
without rows · W522 rows that belong to nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from esa_docs.diagnostics import Severity
from esa_docs.hints import nearest_hint
from esa_docs.i18n import gettext as _
from esa_docs.model.base import Content
from esa_docs.model.filled_copies import RowsByOwner, own_rows_of, tables_in
from esa_docs.model.people import KeyPath
from esa_docs.model.problem import Problem
from esa_docs.model.prose.table_block import TableBlock
from esa_docs.model.recipient_columns import Recipient


def check_own_rows(content: Content, recipients: Sequence[Recipient], list_key: str) -> Iterator[Problem]:
    """Generate the problems of the tables of some content whose rows belong to recipients.

    Args:
        content: the content.
        recipients: its recipients.
        list_key: key of their list.
    """
    for path, table in tables_in(content):
        place = (*path, "rows_of")
        # A file that cannot be read is told of where it is named.
        if table.file is not None:
            continue
        if not recipients:
            message = _("rows of recipients are expected, and the paper has no list of recipients")
            hint = _("List them under 'recipients:' or 'recipients_from:', or delete 'rows_of'.")
            yield Problem(place, "E234", message, hint)
            continue
        rows = own_rows_of(table)
        if rows.place is None and not table.row_values:
            column = table.rows_of or ""
            message = _("the table has no column '{column}'").format(column=column)
            yield Problem(place, "E233", message, nearest_hint(column, list(table.columns)))
            continue
        yield from _recipients_without_rows(table, rows, recipients, list_key)
        yield from _rows_of_nobody(path, table, rows, recipients)


def _recipients_without_rows(
    table: TableBlock, rows: RowsByOwner, recipients: Sequence[Recipient], list_key: str
) -> Iterator[Problem]:
    for index, recipient in enumerate(recipients):
        value = recipient.value_of_rows(table.rows_of or "")
        if value not in rows.indexes:
            message = _(
                "no row of the table belongs to the recipient '{recipient}' (column '{column}': {value})"
            )
            text = message.format(recipient=getattr(recipient, "to", ""), column=table.rows_of, value=value)
            hint = _("Add its rows to the table, or correct the value; its letter prints a row of dashes.")
            yield Problem((list_key, index), "W521", text, hint, Severity.WARNING)


def _rows_of_nobody(
    path: KeyPath, table: TableBlock, rows: RowsByOwner, recipients: Sequence[Recipient]
) -> Iterator[Problem]:
    """Generate the rows whose value is that of no recipient: one problem for each value, at its first row."""
    values = {recipient.value_of_rows(table.rows_of or "") for recipient in recipients}
    for value, indexes in rows.indexes.items():
        if value in values:
            continue
        message = _(
            "rows of the table belong to no recipient, {count} of them: column '{column}' says '{value}'"
        )
        text = message.format(count=len(indexes), column=table.rows_of, value=value or "-")
        hint = _("They are in no letter. Correct the value, add the recipient, or delete the rows.")
        yield Problem((*path, "rows", indexes[0]), "W522", text, hint, Severity.WARNING)
