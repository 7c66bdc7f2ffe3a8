"""ตั้งใจ: words that a paper says are meant as they stand, though the check asks about them.

W511 an entry of ``meant`` about which nobody asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from esa_docs import thai
from esa_docs.diagnostics import Severity
from esa_docs.i18n import gettext as _
from esa_docs.model.problem import Problem

_LOOSE_BLANKS: Final = re.compile("(?<![0-9]) | (?![0-9])")
_FIGURE: Final = re.compile("[0-9]")


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
        """Return whether words are meant: an entry is or holds them, in either digits, however spaced.

        A number in them is a whole one: เขต 10 does not hold เขต 1.
        """
        pattern = _pattern(words)
        indexes = [index for index, entry in enumerate(self._entries) if pattern.search(entry)]
        self._needed_indexes.update(indexes)
        return bool(indexes) or any(pattern.search(address) for address in self._addresses)

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
    """Return words without blanks but one between two numbers."""
    return _LOOSE_BLANKS.sub("", " ".join(thai.to_arabic_digits(words).split()))


def _pattern(words: str) -> re.Pattern[str]:
    """Return the pattern that finds words in a key, where no further figure stands beside their figures."""
    signs = _key(words).replace(" ", "")
    before = r"(?<![0-9])" if _FIGURE.match(signs) else ""
    behind = r"(?![0-9])" if _FIGURE.match(signs[-1:]) else ""
    return re.compile(before + " ?".join(map(re.escape, signs)) + behind)
