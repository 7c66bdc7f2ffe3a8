"""References of one document to another of the same year, resolved while content is loaded.

A kind does not know another kind: it says what the other has to offer. Whatever offers it may be named.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Generic, Protocol, TypeVar, runtime_checkable

from pydantic import BeforeValidator, InstanceOf, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from esa_docs.model.base import check_reference
from esa_docs.model.committee import Committee
from esa_docs.model.people import References

T_co = TypeVar("T_co", covariant=True)


@runtime_checkable
class Appointing(Protocol):
    """What appoints committees, such as คำสั่งแต่งตั้งคณะกรรมการ."""

    @property
    def subject(self) -> str:
        """What it is about."""

    @property
    def number(self) -> str | None:
        """Its number; None while it has none."""

    @property
    def date(self) -> dt.date | None:
        """Its date; None while it has none."""

    @property
    def committees(self) -> tuple[Committee, ...]:
        """The committees it appoints."""


@runtime_checkable
class Proposable(Appointing, Protocol):
    """What can be put before the director to be signed."""

    @property
    def proposed_subject(self) -> str:
        """เรื่อง of what proposes it."""

    @property
    def cause(self) -> tuple[str, ...]:
        """Why it is given, paragraph by paragraph."""

    @property
    def power(self) -> tuple[str, ...]:
        """Ids of the powers it rests on."""


@runtime_checkable
class Meeting(Protocol):
    """What people can be invited to."""

    @property
    def invitation_subject(self) -> str:
        """เรื่อง of an invitation to it."""

    @property
    def which_meeting(self) -> str:
        """Who meets, and for which time in the calendar year."""

    @property
    def date(self) -> dt.date:
        """Day of the meeting."""

    @property
    def begins(self) -> dt.time:
        """When it begins."""

    @property
    def place(self) -> str:
        """Where it is held."""

    @property
    def has_agenda(self) -> bool:
        """Tell whether a paper with its agenda is made."""


@dataclass(frozen=True, slots=True)
class Linked(Generic[T_co]):
    """A document that another one refers to.

    Attributes:
        name: its path below the year's folder without the ending.
        content: what it says.
    """

    name: str
    content: T_co


def linked_content(value: object, references: object) -> object:
    """Return what the document says that a value refers to; None where there is none without faults.

    Args:
        value: what stands in the content.
        references: what references are resolved against.
    """
    if isinstance(value, Linked):
        return value.content
    if not isinstance(value, str) or not isinstance(references, References):
        return None
    return references.documents.get(value.strip())


def _find(offering: type, wanted: str) -> Callable[[object, ValidationInfo], object]:
    def find(value: object, info: ValidationInfo) -> object:
        if not isinstance(info.context, References):
            return value
        text = check_reference(value)
        documents = info.context.documents
        if text in documents and documents[text] is None:
            raise PydanticCustomError("faulty_document", "faulty document", {"text": text})
        choices = sorted(name for name, content in documents.items() if isinstance(content, offering))
        if text not in choices:
            raise PydanticCustomError(
                "unknown_document", "unknown document", {"text": text, "wanted": wanted, "choices": choices}
            )
        return Linked(text, documents[text])

    return find


AppointingRef = Annotated[
    InstanceOf[Linked[Appointing]],
    BeforeValidator(_find(Appointing, "appointing")),
    WithJsonSchema({"type": "string", "title": "Order"}),
]
"""An order of the same year, given in content by its name, such as orders/pmqa-steering."""

ProposableRef = Annotated[
    InstanceOf[Linked[Proposable]],
    BeforeValidator(_find(Proposable, "appointing")),
    WithJsonSchema({"type": "string", "title": "Order"}),
]
"""What can be proposed, of the same year, given in content by its name, such as orders/pmqa-steering."""

MeetingRef = Annotated[
    InstanceOf[Linked[Meeting]],
    BeforeValidator(_find(Meeting, "meeting")),
    WithJsonSchema({"type": "string", "title": "Meeting"}),
]
"""A meeting of the same year, given in content by the name of its minutes, such as minutes/pmqa-1."""
