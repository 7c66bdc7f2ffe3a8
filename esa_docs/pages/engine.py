"""The protocol of engines that lay out pages, and what they answer."""

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
        bookmarks: physical page, from 1, of each bookmark and of each section's mark. A bookmark whose page
            is not certain is missing.
        page_count: number of pages.
        pdf: the pages as PDF. Empty where the engine makes no PDF, or the caller did not want one.
        replaced_fonts: families of Word files in the paper in whose place the machine put others.
    """

    bookmarks: Mapping[str, int]
    page_count: int
    pdf: bytes = field(default=b"", repr=False)
    replaced_fonts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EngineFault:
    """Why an engine could not lay out a copy.

    Attributes:
        words: what happened, with the engine's own last words.
        code: code of the diagnostic that reports it.
    """

    words: str
    code: str = ENGINE_FAILED


class Engine(Protocol):
    """Lays out copies of Word files."""

    @property
    def name(self) -> str:
        """Its name and version, for readers."""

    @property
    def identity(self) -> str:
        """What a fingerprint needs to know: engines of equal identity lay out equally."""

    @property
    def limits(self) -> str:
        """What it cannot do, for readers. Empty for LibreOffice: its pages are the measure."""

    @property
    def draws(self) -> bool:
        """Whether it draws letters. Such an engine makes PDFs, and needs faces with outlines."""

    def lay_out(
        self, copies: Mapping[str, LayoutCopy], *, with_pdf: bool
    ) -> Mapping[str, LaidOut | EngineFault]:
        """Lay out copies.

        A fault of a copy or of the machine is an answer, not an exception.

        Args:
            copies: the copies, each under a key of the caller's.
            with_pdf: whether the caller wants PDFs; an engine that draws nothing makes none.

        Returns:
            An answer under every key.
        """
