"""What lays out pages: one small protocol, whatever stands behind it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from esa_docs.pages.layout_copy import LayoutCopy

ENGINE_FAILED = "E721"
WRONG_FONTS = "E722"


@dataclass(frozen=True, slots=True)
class LaidOut:
    """The pages of a copy.

    Attributes:
        bookmarks: physical page, from 1, of each bookmark and of each section's mark. What the engine cannot
            place with certainty is not in it.
        page_count: number of pages.
        pdf: the pages as PDF; empty from an engine that makes none, or where none was asked for.
    """

    bookmarks: Mapping[str, int]
    page_count: int
    pdf: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class EngineFault:
    """Why an engine could not lay out a copy.

    Attributes:
        words: what happened, with the engine's own last words.
        code: code of the finding that tells it.
    """

    words: str
    code: str = ENGINE_FAILED


class Engine(Protocol):
    """Lays out copies of Word files."""

    @property
    def name(self) -> str:
        """Give its name and version, for readers."""

    @property
    def identity(self) -> str:
        """Give what a fingerprint needs to know: equal identities lay out equally."""

    @property
    def limits(self) -> str:
        """Tell readers what it cannot do; empty for the engine others are measured by."""

    @property
    def draws(self) -> bool:
        """Tell whether it draws letters: it then makes PDFs, and needs faces with outlines."""

    def lay_out(
        self, copies: Mapping[str, LayoutCopy], *, with_pdf: bool
    ) -> Mapping[str, LaidOut | EngineFault]:
        """Lay out copies, each under a key of the caller's; every key is answered.

        Nothing is raised for a copy or a machine at fault.
        """
