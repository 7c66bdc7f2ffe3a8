"""The errors of each document that cannot be made, gathered from the steps that found them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from esa_docs.diagnostics import Checked, Diagnostic
from esa_docs.model.base import Content
from esa_docs.model.document import Document
from esa_docs.source.folders.files import ContentFile
from esa_docs.source.loading.parts import ParsedFile, owner_of


def errors_by_document(
    files: Mapping[ContentFile, Checked[ParsedFile]],
    documents: Mapping[str, Checked[Document[Content]]],
    of_numbers: Iterable[Diagnostic],
) -> dict[str, tuple[Diagnostic, ...]]:
    """Return the errors of documents by ``year/name``. A document without errors is left out.

    Args:
        files: the content files as read.
        documents: the documents as bound.
        of_numbers: what is wrong with numbers; a finding in a content file is of its document.
    """
    errors: dict[str, list[Diagnostic]] = {}
    for key, diagnostic in _keyed(files, documents, of_numbers):
        if diagnostic.is_error:
            errors.setdefault(key, []).append(diagnostic)
    return {key: tuple(of_document) for key, of_document in errors.items()}


def _keyed(
    files: Mapping[ContentFile, Checked[ParsedFile]],
    documents: Mapping[str, Checked[Document[Content]]],
    of_numbers: Iterable[Diagnostic],
) -> Iterator[tuple[str, Diagnostic]]:
    """Generate every finding with the key of its document."""
    owners = {file.file_label: owner_of(file, parsed) for file, parsed in files.items()}
    findings_in_files = chain.from_iterable(files.values())
    for key, document in documents.items():
        for diagnostic in document:
            yield key, diagnostic
    for diagnostic in chain(findings_in_files, of_numbers):
        if diagnostic.location.path in owners:
            yield owners[diagnostic.location.path], diagnostic
