"""What stands above an annex, and how references print it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

ANNEXES: Final = "_annexes"
"""Name of the annexes among the values of a document; no tag of a template begins so."""
NEXT_TABLE: Final = "_next_table"
"""Name of the number of the first table in the annexes, in papers whose view numbers the tables itself."""
_FIRST_BOOKMARK_ID: Final = 6_000_000
"""Ids of the bookmarks of annexes: above those of captions, below those of copies in loops."""


@dataclass(frozen=True, slots=True)
class AnnexLabel:
    """The letter of an annex, and the place to which references lead.

    Attributes:
        number: which annex of the paper it is, from 1.
        letter: its letter; empty for a single annex.
        id: the name by which texts refer to it; empty where it has none.
        is_printed: whether it stands in the Word file; pages of a PDF stand in the PDF alone.
    """

    number: int
    letter: str
    id: str
    is_printed: bool

    @property
    def printed_number(self) -> str:
        """What a reference prints."""
        return self.letter

    @property
    def bookmark(self) -> str:
        """Name of the bookmark around its heading; empty where it does not stand in the Word file."""
        return bookmark_of_annex(self.number) if self.is_printed else ""

    def around(self, runs: str) -> str:
        """Return the runs of the heading with the bookmark around them."""
        number = _FIRST_BOOKMARK_ID + self.number
        start = f'<w:bookmarkStart w:id="{number}" w:name="{self.bookmark}"/>'
        return f'{start}{runs}<w:bookmarkEnd w:id="{number}"/>'


def bookmark_of_annex(number: int) -> str:
    """Return the name of the bookmark around the heading of an annex.

    Args:
        number: which annex of the paper it is, from 1.
    """
    return f"_Ref{_FIRST_BOOKMARK_ID + number}"
