"""References of one document to another of the same year, resolved while content is loaded.

A kind does not know another kind. Each protocol here says what a document has to offer, and a reference may
name any document that offers it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Generic, Protocol, TypeVar, runtime_checkable

from pydantic import BeforeValidator, InstanceOf, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from esa_docs.model.base import DateOrMonth, check_reference
from esa_docs.model.committee import Committee
from esa_docs.model.file_names import meant_name
from esa_docs.model.people import References
from esa_docs.model.prose.blocks import Paragraphs
from esa_docs.model.typed_scalars import TEXT

T_co = TypeVar("T_co", covariant=True)


@runtime_checkable
class Appointing(Protocol):
    """Content that appoints committees, such as คำสั่งแต่งตั้งคณะกรรมการ."""

    @property
    def subject(self) -> str:
        """What it is about."""

    @property
    def number(self) -> str | None:
        """Its number; None while it has none."""

    @property
    def date(self) -> DateOrMonth | None:
        """Its date; None while it has none. A month alone leaves the day for the pen."""

    @property
    def is_issued(self) -> bool:
        """Whether it has its number and its date."""

    @property
    def committees(self) -> tuple[Committee, ...]:
        """The committees it appoints."""


@runtime_checkable
class Proposable(Appointing, Protocol):
    """Content that can be put before the director to be signed."""

    @property
    def proposed_subject(self) -> str:
        """เรื่อง of a document that proposes it."""

    @property
    def cause(self) -> Paragraphs:
        """Why it is given, paragraph by paragraph."""

    @property
    def power(self) -> tuple[str, ...]:
        """Ids of the powers it rests on."""


@runtime_checkable
class Meeting(Protocol):
    """Content that people can be invited to."""

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
        """Whether a paper with its agenda is made."""


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
    """Return the content of the document that a value refers to. None for a faulty or unknown document.

    Args:
        value: a name from a content file, or a document that is linked already.
        references: the references of the project. Anything else knows no documents.
    """
    if isinstance(value, Linked):
        return value.content
    if not isinstance(value, str) or not isinstance(references, References):
        return None
    name = meant_name(value.strip(), references.documents)
    return references.documents[name] if name else None


def _resolver(
    protocol: type, expected: str, *, is_as_on_day: bool = False
) -> Callable[[object, ValidationInfo], object]:
    """Return a validator that replaces the name of a document by the document.

    Args:
        protocol: protocol that the content of the document must follow.
        expected: what the error for an unknown document says is expected: ``appointing`` for an order,
            ``meeting`` for the minutes of a meeting.
        is_as_on_day: whether the document is seen as on the day of the one that refers to it: with the people
            of that day, and with what amends it by then.
    """

    def resolve(value: object, info: ValidationInfo) -> object:
        # Content made in Python has no references; it holds the linked documents themselves.
        if not isinstance(info.context, References):
            return value
        documents = info.context.documents
        written_name = check_reference(value)
        name = meant_name(written_name, documents) or written_name
        if name in documents and documents[name] is None:
            raise PydanticCustomError("faulty_document", "faulty document", {"text": name})
        choices = _names_of(protocol, documents)
        if name not in choices:
            details = {"text": name, "wanted": expected, "choices": choices}
            raise PydanticCustomError("unknown_document", "unknown document", details)
        content = documents[name]
        if is_as_on_day and content is not None and info.context.day is not None:
            content = info.context.as_on(content, info.context.day)
        return Linked(name, content)

    return resolve


def _names_of(protocol: type, documents: Mapping[str, object]) -> list[str]:
    names = [name for name, content in documents.items() if isinstance(content, protocol)]
    return sorted(names)


AppointingRef = Annotated[
    InstanceOf[Linked[Appointing]],
    BeforeValidator(_resolver(Appointing, "appointing", is_as_on_day=True)),
    WithJsonSchema(TEXT),
]
"""An order of the same year, given in content by its name, such as orders/pmqa-steering.

Its committees are those of the day of the document that refers to it.
"""

ProposableRef = Annotated[
    InstanceOf[Linked[Proposable]],
    BeforeValidator(_resolver(Proposable, "appointing")),
    WithJsonSchema(TEXT),
]
"""What can be proposed, of the same year, given in content by its name, such as orders/pmqa-steering."""

MeetingRef = Annotated[
    InstanceOf[Linked[Meeting]],
    BeforeValidator(_resolver(Meeting, "meeting")),
    WithJsonSchema(TEXT),
]
"""A meeting of the same year, given in content by the name of its minutes, such as minutes/pmqa-1."""
