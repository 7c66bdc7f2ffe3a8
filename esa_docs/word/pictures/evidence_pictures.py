"""A document without those pictures of its evidence that cannot be printed; they stay in its index."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from esa_docs.diagnostics import has_errors
from esa_docs.model.document import Document
from esa_docs.word.pictures.broken_pictures import UnprintedPicturesError


def without_evidence(document: Document[Any], fault: UnprintedPicturesError) -> Document[Any]:
    """Return a document without the pictures of a fault, which are all evidence.

    Args:
        document: the document.
        fault: which of its pictures cannot be printed.

    Raises:
        UnprintedPicturesError: one of them is more than evidence.
    """
    if has_errors(fault.diagnostics):
        raise fault
    pictures = {name: file for name, file in document.pictures.items() if name not in fault.names}
    return replace(document, pictures=pictures)
