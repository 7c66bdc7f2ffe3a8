"""หลักฐาน: what shows a result."""

from __future__ import annotations

import re
from typing import ClassVar, Final, Self

from pydantic import field_validator, model_validator
from pydantic_core import PydanticCustomError

from esa_docs.model.base import Content, Text
from esa_docs.model.meanings import Meaning, Meanings
from esa_docs.model.printed_fields import SteeringText

_SCHEMES_OF_LINKS: Final = frozenset({"http", "https", "mailto"})
_SCHEME: Final = re.compile(r"\s*(?P<scheme>[A-Za-z][A-Za-z0-9+.\-]+):(?![\d\s])")
"""The scheme of an address. A port (``a.go.th:8080``), a drive and a word before a colon are none."""


class Evidence(Content):
    """หลักฐาน: a file or a link that shows a result."""

    meanings: ClassVar[Meanings] = {"name": Meaning.CITATION}

    code: Text
    """Code by which the report cites it, such as E-1.1-01; one code is one thing."""
    name: Text
    """What it is."""
    file: SteeringText | None = None
    """Path of the file from the project folder; the check tells if it is not there."""
    link: Text | None = None
    """Address of what is kept elsewhere."""
    sha256: SteeringText | None = None
    """Checksum of the file when it was looked at; the check tells if the file has changed since."""

    @field_validator("link", mode="after")
    @classmethod
    def _is_page_or_address(cls, link: str | None) -> str | None:
        """Refuse an address that runs something, or that leads to a file of one machine."""
        match = _SCHEME.match(link or "")
        if match is not None and match["scheme"].lower() not in _SCHEMES_OF_LINKS:
            raise PydanticCustomError("link_scheme", "no page and no address", {"scheme": match["scheme"]})
        return link

    @model_validator(mode="after")
    def _at_most_one_place(self) -> Self:
        if self.file is not None and self.link is not None:
            raise PydanticCustomError("at_most_one", "at most one", {"choices": ["file", "link"]})
        return self
