"""What a content file says of a recipient's copy, apart from what roster, office and template add to it.

A copy that was sent is the same copy while this is equal: a transfer or a new template touches it no more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from esa_docs.jobs.building.fingerprint import hash_bytes
from esa_docs.jobs.kept.frozen import kept_name
from esa_docs.model.base import Content
from esa_docs.model.document import Document
from esa_docs.model.linked import Linked
from esa_docs.model.people import Person


def contents_of(document: Document[Content], copies: Mapping[str, Document[Content]]) -> dict[str, str]:
    """Return a fingerprint of what content says of each copy of a paper, by the name of its kept file.

    Args:
        document: the paper as its content file says it.
        copies: what a build makes of it. Where the paper itself is among them they are forms of one paper,
            none of which stays alone: the result is empty.
    """
    if kept_name(document, document) in copies:
        return {}
    return {name: _fingerprint(copy) for name, copy in copies.items()}


def _fingerprint(copy: Document[Content]) -> str:
    text = "\0".join(_words_in(copy.content, ""))
    return hash_bytes(f"{copy.kind}\0{text}".encode())


def _words_in(value: object, place: str) -> Iterator[str]:
    """Generate each value of content with its place.

    A field that is left at its default is passed over, so a field that a later version of the program adds
    changes nothing. Of a paper that content refers to only the name is said here.
    """
    if isinstance(value, Person):
        # The reference is of the content file; name and post are of the roster.
        yield f"{place}={value.id}"
    elif isinstance(value, Linked):
        yield f"{place}={value.name}"
    elif isinstance(value, BaseModel):
        yield from _words_in_fields(value, place)
    elif isinstance(value, tuple):
        for number, part in enumerate(value):
            yield from _words_in(part, f"{place}.{number}")
    else:
        yield f"{place}={value!r}"


def _words_in_fields(model: BaseModel, place: str) -> Iterator[str]:
    for name, model_field in type(model).model_fields.items():
        part = getattr(model, name)
        if part != model_field.default:
            yield from _words_in(part, f"{place}.{name}")
