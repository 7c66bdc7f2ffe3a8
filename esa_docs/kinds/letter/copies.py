"""A document for each recipient of a letter, where each has a file of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from esa_docs.kinds.letter.content import Addressee, Letter
from esa_docs.kinds.letter.filling import letters_by_addressee
from esa_docs.model.document import Document
from esa_docs.model.file_names import as_file_name, name_from_text


def letters_of(document: Document[Letter]) -> tuple[Document[Letter], ...]:
    """Return a document for each recipient in a folder of the letter's name, or the letter itself."""
    if not document.content.separate_files:
        return (document,)
    return tuple(_separate_letters(document))


def file_key(addressee: Addressee) -> str:
    """Return the name of the file of a recipient, without its ending.

    It hangs on the recipient alone, not on the others or their order: a recipient who goes or comes renames
    no file.
    """
    field = key_field(addressee)
    if field == "key":
        return str(addressee.key)
    return name_from_text(str(getattr(addressee, field)))


def key_field(addressee: Addressee) -> str:
    """Return the field that names the file of a recipient: the key, else the short name, else the name."""
    if addressee.key:
        return "key"
    # A short name of nothing but signs, such as "...", names no file.
    if addressee.short and as_file_name(addressee.short):
        return "short"
    return "to"


def _separate_letters(document: Document[Letter]) -> Iterator[Document[Letter]]:
    for addressee, letter in letters_by_addressee(document.content):
        only_recipient = {"recipients": (addressee,), "recipients_from": None, "to": None}
        content = letter.model_copy(update=only_recipient)
        name = f"{document.name}/{file_key(addressee)}"
        yield replace(document, name=name, content=content, copy_of=document.name)
