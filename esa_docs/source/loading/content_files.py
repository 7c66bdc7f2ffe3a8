"""The content files of all years, read: their trees and texts, and which of them have faults."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from esa_docs.diagnostics import Checked, has_errors
from esa_docs.source.folders.files import ContentFile
from esa_docs.source.loading.parts import ParsedFile, owner_of, parse_file

CheckedFiles = Mapping[ContentFile, Checked[ParsedFile]]


@dataclass(frozen=True, slots=True)
class ContentFiles:
    """The content files of all years.

    Attributes:
        checked: every file with its faults.
        documents: files that are documents.
        parts: files that belong to a document.
        names: ``year/name`` of every document there is a file for.
        faulty: ``year/name`` of documents with a faulty file.
    """

    checked: CheckedFiles
    documents: tuple[ParsedFile, ...]
    parts: tuple[ParsedFile, ...]
    names: frozenset[str]
    faulty: frozenset[str]


def read_content_files(content_files: Collection[ContentFile], drafts: Mapping[Path, bytes]) -> ContentFiles:
    """Return content files, read.

    Args:
        content_files: the files that there are.
        drafts: what is read in place of what a file holds, by its path.
    """
    checked_files = {file: parse_file(file, drafts.get(file.path)) for file in content_files}
    parsed_files = [checked.value for checked in checked_files.values() if checked.value]
    part_files = tuple(parsed for parsed in parsed_files if parsed.is_part)
    document_files = tuple(parsed for parsed in parsed_files if not parsed.is_part)
    part_names = {part_file.file.key for part_file in part_files}
    names = frozenset(file.key for file in content_files) - part_names
    faulty = frozenset(_owners_of_faulty_files(checked_files))
    return ContentFiles(checked_files, document_files, part_files, names, faulty)


def _owners_of_faulty_files(files: CheckedFiles) -> Iterator[str]:
    """Generate ``year/name`` of the document of each file with errors."""
    for file, checked in files.items():
        if has_errors(checked):
            yield owner_of(file, checked)
