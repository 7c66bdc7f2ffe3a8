"""The version of content: what its texts mean. Content of an older version is read as it was meant then."""

from __future__ import annotations

from typing import Annotated, Final

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from esa_docs import thai
from esa_docs.model.base import parse_number

OLDEST: Final = 1
NEWEST: Final = 2
FIRST_WITH_MARKS: Final = 2
"""The version from which on marks in texts, such as ``**bold**``, mean something."""
_VERSIONS: Final = range(OLDEST, NEWEST + 1)


def _parse_version(value: object) -> object:
    """Return a version as a number.

    Raises:
        PydanticCustomError: ``unknown_version``.
    """
    by_text = {str(version): version for version in _VERSIONS}
    text = str(parse_number(value))
    if text not in by_text:
        written_text = "" if value is None else str(value)
        details = {"text": written_text, "versions": list(_VERSIONS)}
        raise PydanticCustomError("unknown_version", "unknown version", details)
    return by_text[text]


def _written_versions() -> list[int | str]:
    """Return the versions as content may write them: numbers, and texts of either digit set."""
    texts = [str(version) for version in _VERSIONS]
    return [*_VERSIONS, *texts, *map(thai.to_thai_digits, texts)]


ContentVersion = Annotated[
    int,
    BeforeValidator(_parse_version),
    WithJsonSchema({"enum": _written_versions()}),
]
"""A version of content, in either digit set. Version 1 is that of content written before there were any."""
