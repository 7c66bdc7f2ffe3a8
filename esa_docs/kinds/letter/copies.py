"""A letter for each recipient, where each is to be a file of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from esa_docs.kinds.letter.content import Addressee, Letter
from esa_docs.model.document import Document
from esa_docs.model.file_names import as_file_name

_LONGEST: Final = 60
"""Letters of a short name that go into the name of a file."""


def letters_of(document: Document[Letter]) -> tuple[Document[Letter], ...]:
    """Return a document for each recipient in a folder of the letter's name, or the letter itself."""
    letter = document.content
    if not letter.separate_files:
        return (document,)
    return tuple(
        _letter_to(addressee, number, document) for number, addressee in enumerate(letter.addressees, 1)
    )


def _letter_to(addressee: Addressee, number: int, document: Document[Letter]) -> Document[Letter]:
    content = document.content.model_copy(
        update={"recipients": (addressee,), "recipients_from": None, "to": None}
    )
    name = f"{document.name}/{number:03d}{_ending(addressee)}"
    return replace(document, name=name, content=content, copy_of=document.name)


def _ending(addressee: Addressee) -> str:
    """Return the short name of an addressee as the end of a file's name, as every system allows it."""
    short = as_file_name((addressee.short or "")[:_LONGEST])
    return f"-{short}" if short else ""
