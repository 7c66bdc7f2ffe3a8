"""Titles that the office breaks into lines by hand, on a cover or at the head of a paper.

Lists, names of files and tables of contents have the whole title.
"""

from __future__ import annotations

from typing import Annotated, Final, TypeAlias

from pydantic import Field
from pydantic_core import PydanticCustomError

from esa_docs import thai
from esa_docs.model.base import Text

TitleLines: TypeAlias = Annotated[tuple[Text, ...], Field(min_length=1)]
"""The lines of a title; empty by default, where it is not broken by hand."""

_KEY: Final = "title_lines"


def check_title_lines(lines: TitleLines, title: str | None, key: str) -> None:
    """Refuse lines that are not the title, but for blanks and the set of digits.

    Args:
        lines: the lines; empty for none.
        title: the title; None where none is written.
        key: key of the title in content.

    Raises:
        PydanticCustomError: ``title_differs`` or ``title_lines_alone``, at the lines.
    """
    if not lines:
        return
    if title is None:
        raise PydanticCustomError("title_lines_alone", "no title", {"key": _KEY, "title_key": key})
    if _letters_of("".join(lines)) != _letters_of(title):
        raise PydanticCustomError("title_differs", "title lines", {"key": _KEY, "title": title})


def _letters_of(title: str) -> str:
    """Return a title as two are compared: a paper prints numbers in its own digits."""
    return thai.to_arabic_digits(title).replace(" ", "")


def title_in_lines(lines: TitleLines, title: str) -> str:
    """Return a title with line ends where it is broken by hand."""
    return "\n".join(lines) or title
