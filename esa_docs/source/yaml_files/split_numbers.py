"""Numbers between brackets that their comma of thousands makes several values of (E116)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from esa_docs.i18n import gettext as _

_BEFORE_COMMA: Final = re.compile(r"(?:^|[^0-9๐-๙])[0-9๐-๙]{1,3}$")
_BEHIND_COMMA: Final = re.compile(r"[0-9๐-๙]{3}(?![0-9๐-๙])")


@dataclass(frozen=True, slots=True)
class SplitNumber:
    """A text with a number that is read as several values.

    Attributes:
        index: where it begins in the file.
        typed: the text as it was typed, without quotation marks.
    """

    index: int
    typed: str

    @property
    def message(self) -> str:
        """What is wrong."""
        return _("'{number}' between brackets is read as several values").format(number=self.typed)

    @property
    def hint(self) -> str:
        """What to do about it."""
        hint = _('Put it all in quotes: "{number}"; several values have a blank behind each comma.')
        return hint.format(number=self.typed)


def split_numbers(node: Any, text: str) -> Iterator[SplitNumber]:
    """Generate the numbers that are split between the brackets of a list or mapping, each once and whole.

    Args:
        node: the list or mapping, as PyYAML composes it.
        text: the file.
    """
    pieces: list[Any] = []
    for item, next_item in pairwise(_texts_in(node)):
        if _is_split(item, next_item, text):
            pieces = [*(pieces or [item]), next_item]
        elif pieces:
            yield _joined(pieces)
            pieces = []
    if pieces:
        yield _joined(pieces)


def _texts_in(node: Any) -> Iterator[Any]:
    """Generate what stands between brackets one after another: items, or keys and values."""
    for item in node.value:
        if isinstance(item, tuple):
            yield from item
        else:
            yield item


def _joined(pieces: list[Any]) -> SplitNumber:
    typed = ",".join(piece.value for piece in pieces)
    return SplitNumber(pieces[0].start_mark.index, typed)


def _is_split(item: Any, next_item: Any, text: str) -> bool:
    """Return whether only the comma of a number stands between two values.

    A second value in quotation marks is meant: other programs write no blank before it.
    """
    if not isinstance(item.value, str) or not isinstance(next_item.value, str) or next_item.style:
        return False
    if text[item.end_mark.index : next_item.start_mark.index] != ",":
        return False
    is_before = _BEFORE_COMMA.search(item.value) is not None
    return is_before and _BEHIND_COMMA.match(next_item.value) is not None
