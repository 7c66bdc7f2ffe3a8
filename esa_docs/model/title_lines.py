"""Titles that the office breaks into lines by hand, on a cover or at the head of a paper.

Lists, names of files and tables of contents have the whole title.
"""

from __future__ import annotations

from typing import Final, TypeAlias

from pydantic_core import PydanticCustomError

from esa_docs.model.base import Text

TitleLines: TypeAlias = tuple[Text, ...]
"""The lines of a title; empty where it is not broken by hand."""

_KEY: Final = "title_lines"


def check_title_lines(lines: TitleLines, title: str | None, key: str) -> None:
    """Refuse lines that are not the title, but for blanks.

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
    if "".join(lines).replace(" ", "") != title.replace(" ", ""):
        raise PydanticCustomError("title_differs", "title lines", {"key": _KEY, "title": title})


def title_in_lines(lines: TitleLines, title: str) -> str:
    """Return a title with line ends where it is broken by hand."""
    return "\n".join(lines) or title
