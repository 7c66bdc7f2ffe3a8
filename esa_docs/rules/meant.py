"""ตั้งใจ: words that a paper says are meant as they stand, though the check asks about them.

W511 an entry of ``meant`` about which nobody asks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from esa_docs import thai
from esa_docs.diagnostics import Severity
from esa_docs.i18n import gettext as _
from esa_docs.model.problem import Problem


class Meant:
    """The words that are meant, and which of them were asked about.

    Args:
        entries: what a paper says under ``meant``.
        addresses: addresses of an invented office, about which nobody need ask.
    """

    def __init__(self, entries: Sequence[str] = (), addresses: Sequence[str] = ()) -> None:
        self._entries = tuple(_key(entry) for entry in entries)
        self._addresses = tuple(_key(entry) for entry in addresses)
        self._needed_indexes: set[int] = set()

    def hold(self, words: str) -> bool:
        """Return whether words are meant: an entry is or holds them, in either digits, however spaced."""
        key = _key(words)
        indexes = [index for index, entry in enumerate(self._entries) if key in entry]
        self._needed_indexes.update(indexes)
        return bool(indexes) or any(key in entry for entry in self._addresses)

    def unasked(self) -> Iterable[int]:
        """Return the index of each entry that held nothing."""
        return [index for index in range(len(self._entries)) if index not in self._needed_indexes]


def check_meant(entries: Sequence[str], meant: Meant) -> Iterator[Problem]:
    """Generate a problem for each entry about which the other rules did not ask.

    Args:
        entries: what stands under ``meant``.
        meant: the same, after all rules have asked.
    """
    for index in meant.unasked():
        message = _("nothing in this paper needs '{words}' under 'meant:'").format(words=entries[index])
        hint = _("Delete the line, or write the words as the message of W506, W507 or W508 quotes them.")
        yield Problem(("meant", index), "W511", message, hint, Severity.WARNING)


def _key(words: str) -> str:
    return "".join(thai.to_arabic_digits(words).split())
