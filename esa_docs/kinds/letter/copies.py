"""A document for each recipient of a letter, where each has a file of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from esa_docs.kinds.letter.content import Addressee, Letter
from esa_docs.model.document import Document
from esa_docs.model.file_names import as_file_name

_LONGEST_SHORT_NAME: Final = 60
"""Characters of a short name that go into the name of a file."""


def letters_of(document: Document[Letter]) -> tuple[Document[Letter], ...]:
    """Return a document for each recipient in a folder of the letter's name, or the letter itself."""
    if not document.content.separate_files:
        return (document,)
    return tuple(_separate_letters(document))


def _separate_letters(document: Document[Letter]) -> Iterator[Document[Letter]]:
    letter = document.content
    for number, addressee in enumerate(letter.addressees, 1):
        only_recipient = {"recipients": (addressee,), "recipients_from": None, "to": None}
        content = letter.model_copy(update=only_recipient)
        name = f"{document.name}/{number:03d}{_name_ending(addressee)}"
        yield replace(document, name=name, content=content, copy_of=document.name)


def _name_ending(addressee: Addressee) -> str:
    """Return the short name of an addressee as the end of a file's name. Empty where there is none."""
    short_name = addressee.short or ""
    name_ending = as_file_name(short_name[:_LONGEST_SHORT_NAME])
    return f"-{name_ending}" if name_ending else ""
