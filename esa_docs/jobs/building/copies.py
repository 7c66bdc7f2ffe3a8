"""The documents that one content file makes: as many as its kind says, usually one."""

from __future__ import annotations

from esa_docs.model.base import Content
from esa_docs.model.document import Document
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
    return make_copies(document)
