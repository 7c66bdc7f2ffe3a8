"""The emblem of an office that none names: a frame stands in its place in the papers that print it (E501)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from esa_docs.diagnostics import Diagnostic, Severity
from esa_docs.hints import no_emblem_words
from esa_docs.model.document import Document
from esa_docs.model.kind import Kinds


def check_emblem(documents: Iterable[Document[Any]], kinds: Kinds) -> Iterator[Diagnostic]:
    """Generate the warning of an office without emblem, once, where one of its papers prints it (E501).

    It equals the one that drawing such a paper gives, so a list of both has it once.

    Args:
        documents: the papers.
        kinds: the kinds of documents.
    """
    message, hint = no_emblem_words()
    for document in documents:
        if document.emblem is None and kinds.of(document).prints_emblem:
            yield Diagnostic("E501", message, document.office_place, hint, Severity.WARNING, "emblem")
            return
