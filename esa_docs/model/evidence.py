"""หลักฐาน: what shows a result."""

from __future__ import annotations

from typing import ClassVar, Self

from pydantic import field_validator, model_validator
from pydantic_core import PydanticCustomError

from esa_docs.links import LinkSort, scheme_of, sort_of_link
from esa_docs.model.base import Content, Text
from esa_docs.model.meanings import Meaning, Meanings
from esa_docs.model.printed_fields import SteeringText


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
        sort = sort_of_link(link or "")
        if sort is LinkSort.PLACE:
            raise PydanticCustomError("link_place", "a place of one machine", {"link": link})
        if sort is LinkSort.OTHER:
            raise PydanticCustomError(
                "link_scheme", "no page and no address", {"scheme": scheme_of(link or "")}
            )
        return link

    @model_validator(mode="after")
    def _at_most_one_place(self) -> Self:
        if self.file is not None and self.link is not None:
            raise PydanticCustomError("at_most_one", "at most one", {"choices": ["file", "link"]})
        return self
