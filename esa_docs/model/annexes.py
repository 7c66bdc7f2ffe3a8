"""ภาคผนวก: what stands behind a paper, each annex on pages of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from pathlib import PurePosixPath
from typing import Annotated, ClassVar, Final, Literal, Self, TypeAlias

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from esa_docs.model.base import Content, Text
from esa_docs.model.counting_letters import letter
from esa_docs.model.meanings import Meaning, Meanings
from esa_docs.model.other_words import OtherWords
from esa_docs.model.printed_fields import STEERS, SteeringText
from esa_docs.model.prose.block_id import BlockId
from esa_docs.model.prose.blocks import Block, Paragraphs
from esa_docs.model.prose.picture_block import PictureBlock, PictureItem
from esa_docs.model.prose.shape_errors import refuse_empty

PICTURE_ENDINGS: Final = (
    *(".jpg", ".jpeg", ".jpe", ".jfif", ".mpo", ".png", ".gif", ".bmp", ".dib", ".tif", ".tiff", ".webp"),
    *(".heic", ".heif", ".avif"),
)
"""Endings of the names of pictures; those of the last line are told as pictures that cannot be printed."""
HEADING: Final = "ภาคผนวก"
"""What stands above an annex, before its letter (usage, not verified)."""
_HEADERS_IN_THAI: Final = {"ของไฟล์": "own", "ของเอกสาร": "paper"}

AnnexHeaders: TypeAlias = Literal["own", "paper"]


class AnnexSort(Enum):
    """What an annex is made of."""

    CONTENT = "content"
    """Paragraphs and blocks."""
    PDF = "pdf"
    """Pages of a PDF, bound behind the PDF of the paper."""
    PICTURE = "picture"
    """A picture on a page."""
    WORD = "word"
    """A Word file, put in as it is."""
    DOCUMENT = "document"
    """The signed scan of another paper, bound as a PDF."""
    OTHER = "other"
    """A file that cannot be an annex."""


SORT_OF_ENDING: Final = {
    ".pdf": AnnexSort.PDF,
    ".docx": AnnexSort.WORD,
    **dict.fromkeys(PICTURE_ENDINGS, AnnexSort.PICTURE),
}


class Annex(Content):
    """ภาคผนวก: an annex, which begins on a new page behind the paper."""

    needs_one_of: ClassVar[tuple[str, ...]] = ("paragraphs", "file", "document")
    """Keys of which it has exactly one."""
    meanings: ClassVar[Meanings] = {"title": Meaning.CITATION, "paragraphs": Meaning.FORM}

    title: Text
    """What it is; it stands below the word ภาคผนวก and its letter."""
    id: BlockId | None = None
    """A short name by which {ref:…} in a text refers to its letter."""
    paragraphs: Paragraphs = ()
    """What it says: paragraphs, tables, lists."""
    file: SteeringText | None = None
    """A file from the project folder: a Word file (.docx), a picture (JPEG, PNG, GIF, BMP, TIFF, WebP), or a
    PDF, whose pages are bound behind the PDF of the paper."""
    headers: Annotated[AnnexHeaders | None, STEERS, OtherWords(_HEADERS_IN_THAI)] = None
    """Heads and feet of the pages of a Word file: own, or paper for those of the paper; own without it."""
    document: SteeringText | None = None
    """Name of a paper of this year, such as orders/x: its signed scan is bound behind the PDF."""

    @model_validator(mode="after")
    def _has_one_source(self) -> Self:
        refuse_empty(self, ("paragraphs",))
        filled_keys = [key for key in self.needs_one_of if getattr(self, key) not in (None, ())]
        if len(filled_keys) != 1:
            raise PydanticCustomError("one_of", "exactly one", {"choices": list(self.needs_one_of)})
        return self

    @property
    def content(self) -> Paragraphs:
        """What stands below its title in the Word file: its paragraphs, or its picture."""
        if self.picture is not None:
            return (Block(picture=PictureBlock(file=self.picture.file, alt=self.picture.alt)),)
        return self.paragraphs

    @property
    def picture(self) -> PictureItem | None:
        """The picture that it is, whose title says what is to be seen; None for any other annex."""
        if self.sort is not AnnexSort.PICTURE or self.file is None:
            return None
        return PictureItem(file=self.file, alt=self.title)

    @property
    def sort(self) -> AnnexSort:
        """What it is made of."""
        if self.document is not None:
            return AnnexSort.DOCUMENT
        if self.file is None:
            return AnnexSort.CONTENT
        ending = PurePosixPath(self.file.replace("\\", "/")).suffix.lower()
        return SORT_OF_ENDING.get(ending, AnnexSort.OTHER)

    @property
    def is_bound(self) -> bool:
        """Whether its pages are those of a PDF, which stand in the PDF of the paper alone."""
        return self.sort in {AnnexSort.PDF, AnnexSort.DOCUMENT}


def letters_of(annexes: Sequence[Annex], own_annexes: int) -> Iterator[str]:
    """Generate the letter of each annex; a single one has none.

    Args:
        annexes: the annexes of a paper.
        own_annexes: how many annexes its form prints before them.
    """
    if own_annexes + len(annexes) == 1:
        yield ""
        return
    for number in range(1, len(annexes) + 1):
        yield letter(own_annexes + number)


def heading_of(annex_letter: str) -> str:
    """Return what stands above an annex.

    Args:
        annex_letter: its letter; empty for a single annex.
    """
    return f"{HEADING} {annex_letter}".strip()
