"""The documents that one content file makes: what its kind says, else itself alone."""

from __future__ import annotations

from esa_docs.model.base import Content
from esa_docs.model.document import Document
from esa_docs.model.kind import Kinds


def copies_of(document: Document[Content], kinds: Kinds) -> tuple[Document[Content], ...]:
    """Return every document that is made of one: several go into a folder of its name.

    Args:
        document: what a content file says.
        kinds: the kinds of documents.
    """
    make = kinds.of(document).copies
    return make(document) if make else (document,)
