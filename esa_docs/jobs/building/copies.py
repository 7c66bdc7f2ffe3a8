"""The documents that one content file makes: as many as its kind says, usually one."""

from __future__ import annotations

from dataclasses import replace

from esa_docs.model.base import Content
from esa_docs.model.document import AnnexGroup, Document
from esa_docs.model.kind import Kinds


def copies_of(document: Document[Content], kinds: Kinds) -> tuple[Document[Content], ...]:
    """Return every document that is made of one content file. Several go into a folder of its name.

    Args:
        document: the document as its content file says it.
        kinds: the kinds of documents.
    """
    make_copies = kinds.of(document).copies
    if make_copies is None:
        return (document,)
    return tuple(map(_without_annexes_of_others, make_copies(document)))


def _without_annexes_of_others(copy: Document[Content]) -> Document[Content]:
    """Return a document without annexes where it is another paper than that of the content file."""
    if copy.form.name == copy.kind or not copy.annex_sources:
        return copy
    evidence = tuple(file for file in copy.annex if file.group is AnnexGroup.EVIDENCE)
    return replace(copy, annex=evidence, annex_sources=())
