"""Fields in a text, ``{field:COLUMN}``: each names a column of the recipients, all of whom have a value.

E120 a column that no recipient has, or a field in a text that has no marks · E201 a misspelt key of a
recipient · E232 a recipient without a value · W503 a date that is not certain · E623 two columns of one
head · E624 (info) a column of the list that no text names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from esa_docs.diagnostics import Severity
from esa_docs.hints import did_you_mean, nearest, nearest_hint
from esa_docs.i18n import gettext as _
from esa_docs.model.base import Content
from esa_docs.model.filled_copies import used_columns
from esa_docs.model.meanings import written_in
from esa_docs.model.people import KeyPath
from esa_docs.model.problem import Problem, Spot
from esa_docs.model.prose.filled_fields import columns_in
from esa_docs.model.prose.placed_marks import placed_marks
from esa_docs.model.prose.prose import FieldValue, Prose
from esa_docs.model.recipient_columns import HEADS_OF_RECIPIENTS, Recipient, column_key, is_doubtful_date

_NAMES_OF_FIELDS: Final[Mapping[str, str]] = {"to": "เรียน", "key": "รหัส", "short": "ชื่อย่อ"}
"""Heads by which messages and hints name the fields of a recipient."""


def check_recipient_fields(
    content: Content, recipients: Sequence[Recipient], list_key: str
) -> Iterator[Problem]:
    """Generate the problems of the fields of a paper that has recipients.

    Args:
        content: the content.
        recipients: its recipients.
        list_key: key of their list.
    """
    heads = _heads(recipients)
    heads_of_fields: dict[str, str] = {}
    for path, column, spot in placed_fields(content):
        key = column_key(column)
        if key in heads:
            heads_of_fields[key] = heads[key]
        else:
            yield replace(_no_column(path, column, recipients), spot=spot)
    yield from _check_values(heads_of_fields, recipients, list_key)
    yield from _unused_columns(used_columns(content), recipients, list_key)
    yield from _repeated_columns(recipients, list_key)
    yield from _fields_in_plain_texts(content)


def _heads(recipients: Sequence[Recipient]) -> dict[str, str]:
    """Return the heads of all columns by their keys: what the list has, then what names recipients."""
    heads: dict[str, str] = {}
    for recipient in recipients:
        for head in recipient.further_columns:
            heads.setdefault(column_key(head), head)
    for head, field in HEADS_OF_RECIPIENTS.items():
        if any(getattr(recipient, field, None) for recipient in recipients):
            heads[head] = field
    return heads


def placed_fields(content: object, path: KeyPath = ()) -> Iterator[tuple[KeyPath, str, Spot]]:
    """Generate the column of each field in prose, with the key path of the text and its place there.

    Args:
        content: content of a paper, or a part of it.
        path: key path of the content.
    """
    for written in written_in(content, path):
        if isinstance(written.value, Prose) and next(columns_in(written.value), None) is not None:
            for column, spot in _placed_columns(written.value.source):
                yield written.path, column, spot


def _placed_columns(source: str) -> Iterator[tuple[str, Spot]]:
    """Generate the column of each field in a text, with its place."""
    for mark, start in placed_marks(source):
        if isinstance(mark, FieldValue):
            yield mark.column, Spot(source, start)


def _no_column(path: KeyPath, column: str, recipients: Sequence[Recipient]) -> Problem:
    message = _("no recipient has the column '{column}' that the text names")
    names: dict[str, None] = {}
    for recipient in recipients:
        names.update(dict.fromkeys(recipient.further_columns))
    for field, head in _NAMES_OF_FIELDS.items():
        if any(getattr(recipient, field, None) for recipient in recipients):
            names[head] = None
    return Problem(path, "E120", message.format(column=column), nearest_hint(column, list(names)))


def _check_values(heads: dict[str, str], recipients: Sequence[Recipient], list_key: str) -> Iterator[Problem]:
    """Generate each recipient that has nothing in a column that a text names, or a doubtful date."""
    for index, recipient in enumerate(recipients):
        values = recipient.columns()
        typed_heads = {column_key(head): head for head in recipient.further_columns}
        for key, head in heads.items():
            path = (list_key, index, typed_heads.get(key, head))
            column = _NAMES_OF_FIELDS.get(head, head)
            value = values.get(key)
            if not value:
                yield _no_value(path, getattr(recipient, "to", ""), column)
            elif is_doubtful_date(value):
                yield _doubtful_date(path, value, column)


def _no_value(path: KeyPath, name: str, column: str) -> Problem:
    message = _("the recipient '{recipient}' has nothing in the column '{column}', which the text prints")
    hint = _("Fill in the value; 'ไม่มี' or 0 where there is nothing.")
    return Problem(path, "E232", message.format(recipient=name, column=column), hint)


def _doubtful_date(path: KeyPath, value: str, column: str) -> Problem:
    message = _("'{value}' in the column '{column}' reads like a date, and its day is not certain")
    hint = _(
        "It is printed as typed. Write day, month and the year of the Buddhist era in full: 16 กันยายน 2569."
    )
    return Problem(path, "W503", message.format(value=value, column=column), hint, Severity.WARNING)


def _unused_columns(
    named_keys: set[str], recipients: Sequence[Recipient], list_key: str
) -> Iterator[Problem]:
    """Generate the first recipient of each further column that no text names."""
    seen_keys: set[str] = set()
    for index, recipient in enumerate(recipients):
        for head, value in recipient.further_columns.items():
            key = column_key(head)
            # Of a table the reader tells it, and leaves the value out.
            if not value or key in named_keys or key in seen_keys:
                continue
            seen_keys.add(key)
            yield _unused_column((list_key, index, head), head, recipient)


def _repeated_columns(recipients: Sequence[Recipient], list_key: str) -> Iterator[Problem]:
    """Generate the further columns of a recipient whose heads are the same but for blanks and case."""
    for index, recipient in enumerate(recipients):
        heads: dict[str, str] = {}
        for head in recipient.further_columns:
            first_head = heads.setdefault(column_key(head), head)
            if first_head != head:
                message = _("a second column for '{column}' stands here").format(column=first_head)
                yield Problem((list_key, index, head), "E623", message, _("Rename or delete one of the two."))


def _unused_column(path: KeyPath, head: str, recipient: Recipient) -> Problem:
    near_keys = nearest(head, list(type(recipient).model_fields))
    if near_keys:
        message = _("the key '{key}' is not known here").format(key=head)
        return Problem(path, "E201", message, did_you_mean(near_keys))
    message = _("these columns are not read: {columns}").format(columns=head)
    hint = _("Nothing needs to be done, unless a text is to print it: {field}").format(
        field=f"{{field:{head}}}"
    )
    return Problem(path, "E624", message, hint, Severity.INFO)


def _fields_in_plain_texts(content: Content) -> Iterator[Problem]:
    """Generate the fields in texts that are the same for all recipients, such as the subject."""
    for written in written_in(content):
        text = written.value
        if isinstance(text, Prose) or not isinstance(text, str) or "{field:" not in text:
            continue
        for column, spot in _placed_columns(text):
            message = _("'{mark}' stands in a text that is the same for all recipients").format(
                mark=f"{{field:{column}}}"
            )
            hint = _("Move it into a paragraph of 'text', or delete it.")
            yield Problem(written.path, "E120", message, hint, spot=spot)
