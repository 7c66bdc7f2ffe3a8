"""References of one document to another of the same year, resolved while content is loaded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BeforeValidator, InstanceOf, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from esa_docs.model.base import check_reference
from esa_docs.model.people import References


@dataclass(frozen=True, slots=True)
class Linked:
    """A document that another one refers to.

    Attributes:
        name: its path below the year's folder without the ending.
        content: what it says.
    """

    name: str
    content: Any


def find_linked(value: object, kind: str, references: object) -> Linked | None:
    """Give the document of a kind that a value of content refers to; None where none is without faults."""
    if isinstance(value, Linked):
        return value
    if not isinstance(value, str) or not isinstance(references, References):
        return None
    content = references.documents.get(value.strip())
    return Linked(value.strip(), content) if content is not None and content.kind == kind else None


def _find(kind: str) -> Callable[[object, ValidationInfo], object]:
    def find(value: object, info: ValidationInfo) -> object:
        if not isinstance(info.context, References):
            return value
        text = check_reference(value)
        known = info.context.documents
        if known.get(text, "") is None:
            raise PydanticCustomError("faulty_document", "faulty document", {"text": text})
        choices = sorted(name for name, one in known.items() if one is not None and one.kind == kind)
        if text not in choices:
            raise PydanticCustomError(
                "unknown_document", "unknown document", {"text": text, "kind": kind, "choices": choices}
            )
        return Linked(text, known[text])

    return find


OrderRef = Annotated[
    InstanceOf[Linked], BeforeValidator(_find("order")), WithJsonSchema({"type": "string", "title": "Order"})
]
"""An order of the same year, given in content by its name, such as orders/pmqa-steering."""

MeetingRef = Annotated[
    InstanceOf[Linked],
    BeforeValidator(_find("minutes")),
    WithJsonSchema({"type": "string", "title": "Meeting"}),
]
"""A meeting of the same year, given in content by the name of its minutes, such as minutes/pmqa-1."""
