"""Fields where nothing fills them in: in addresses, paths, names and the words of pictures.

E120 ``{field:COLUMN}`` in a text that is not printed as a text, or in the address of a link.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from esa_docs.i18n import gettext as _
from esa_docs.model.base import Content
from esa_docs.model.inner_values import inner_values
from esa_docs.model.meanings import written_in
from esa_docs.model.people import KeyPath
from esa_docs.model.problem import Problem, Spot
from esa_docs.model.prose.prose import Link, Note, Prose
from esa_docs.model.recipient_columns import Recipient

_FIELD: Final = "{field:"
_PASSED_BY: Final = frozenset({"meant"})
"""Keys of texts that quote others."""


def check_unfilled_fields(content: Content) -> Iterator[Problem]:
    """Generate the fields in texts that no copy fills in, in papers with recipients and without."""
    texts = list(_texts_with_fields(content, ()))
    if not texts:
        return
    # Fields in printed texts are told by `marks.py` and `recipient_fields.py`, or filled in.
    printed_texts = frozenset(written.path for written in written_in(content))
    for path, text in texts:
        if isinstance(text, Prose):
            yield from _fields_in_addresses(path, text)
        elif path not in printed_texts:
            yield _unfilled(path, text, 0)


def _fields_in_addresses(path: KeyPath, text: Prose) -> Iterator[Problem]:
    for address in _addresses_in(text):
        if _FIELD in address:
            yield _unfilled(path, text.source, max(text.source.find(address), 0))


def _unfilled(path: KeyPath, text: str, start: int) -> Problem:
    """Return the problem of a field.

    Args:
        path: key path of the text.
        text: the text as typed.
        start: index behind which the field stands.
    """
    index = max(text.find(_FIELD, start), 0)
    mark = text[index:].partition("}")[0] + "}"
    message = _(
        "'{mark}' stands where nothing fills it in: in an address, a path, a name or the words of 'alt'"
    )
    hint = _("Delete it, or write what it is to say into a paragraph of 'text'.")
    return Problem(path, "E120", message.format(mark=mark), hint, spot=Spot(text, index))


def _addresses_in(prose: Prose) -> Iterator[str]:
    """Generate the addresses of the links of a text and of its notes."""
    for span in prose.spans:
        if isinstance(span.mark, Link):
            yield span.mark.address
        elif isinstance(span.mark, Note):
            yield from _addresses_in(span.mark.text)


def _texts_with_fields(value: object, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    """Generate every text of content in which a field is typed, printed or not, with its key path.

    What recipients say is printed as it is.
    """
    if isinstance(value, str):
        if _FIELD in _typed(value):
            yield path, value
        return
    if isinstance(value, Recipient):
        return
    for step, inner in inner_values(value):
        if step not in _PASSED_BY:
            yield from _texts_with_fields(inner, (*path, step))


def _typed(text: str) -> str:
    return text.source if isinstance(text, Prose) else text
