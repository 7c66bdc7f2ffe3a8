"""The documents of all years of a project, their numbers, and what of them cannot be read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path

from esa_docs.diagnostics import Checked, Diagnostic
from esa_docs.model.amended_kind import AmendedKind
from esa_docs.model.base import Content
from esa_docs.model.document import Document
from esa_docs.model.kind import Kinds
from esa_docs.model.number_register import NumberEntry
from esa_docs.model.numbering import series_of_office
from esa_docs.source.folders.conflict_copies import check_conflict_copies, is_told_copy, mark_conflict_copies
from esa_docs.source.folders.copied_names import check_copied_names
from esa_docs.source.folders.files import find_content, list_root, years_in
from esa_docs.source.folders.other_copies import check_other_copies
from esa_docs.source.folders.whole import (
    check_registers,
    conflict_copies,
    errors_in,
    unread_files,
    unread_registers,
    without_next_number,
)
from esa_docs.source.folders.year_folders import check_year_folders
from esa_docs.source.kept.compared_records import compare_with_records
from esa_docs.source.kept.kept_history import Histories
from esa_docs.source.loading.amended import with_faulty_files
from esa_docs.source.loading.content_files import ContentFiles, read_content_files
from esa_docs.source.loading.document_errors import errors_by_document
from esa_docs.source.loading.documents import BoundDocuments, bind_documents
from esa_docs.source.loading.parts import ParsedFile, lost_parts
from esa_docs.source.loading.shared import Shared
from esa_docs.source.registers.hidden_numbers import SeriesOfFaults, series_of_faults, uncertain_faults
from esa_docs.source.registers.number_register import Register, load_register

CheckedDocuments = Mapping[str, Checked[Document[Content]]]
"""Documents by ``year/name``."""


@dataclass(frozen=True, slots=True)
class LoadedYears:
    """The documents of all years.

    Attributes:
        documents: documents that can be made.
        faulty: ``year/name`` of those that cannot be made.
        register: their numbers.
        misnumbered: documents whose only errors are about their number.
        errors: the errors of those that cannot be made, by ``year/name``.
        numbers: fiscal years that have a folder, ascending.
        diagnostics: what is wrong with any of them, with folders, registers and kept versions.
        unread: errors of all that may hold numbers and cannot be read.
        hidden_series: names of the series that such an error concerns; every series where it is not there.
        amended_kinds: the kinds whose documents amend each other, by name.
    """

    documents: tuple[Document[Content], ...]
    faulty: tuple[str, ...]
    register: tuple[NumberEntry, ...]
    misnumbered: tuple[Document[Content], ...]
    errors: Mapping[str, tuple[Diagnostic, ...]]
    numbers: tuple[int, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    unread: tuple[Diagnostic, ...] = ()
    hidden_series: SeriesOfFaults = field(default_factory=dict)
    amended_kinds: Mapping[str, AmendedKind] = field(default_factory=dict)


def load_years(shared: Shared, drafts: Mapping[Path, bytes], histories: Histories) -> LoadedYears:
    """Return the documents of all years.

    Args:
        shared: what every document needs.
        drafts: what is read in place of what a content file holds, by its path.
        histories: the kept versions of papers.
    """
    years, year_faults = _find_years(shared.root)
    content = find_content(shared.root, years)
    folder_faults = (*year_faults, *content.diagnostics, *_faults_of_registers(shared))
    files = read_content_files(mark_conflict_copies(content.files), drafts)
    shared = replace(shared, names=files.names, unreadable=files.faulty, histories=histories.by_key)
    bound = bind_documents(files.documents, files.parts, shared)
    register = _register(files, bound, shared, histories)
    loaded = _sort_documents(files, bound.documents, register, histories)
    loaded = _without_taken_names(loaded, files.names, shared.kinds)
    diagnostics = (
        *folder_faults,
        *_diagnostics(files, bound.documents, register),
        *histories.diagnostics,
        *_beside_records(files, register, histories),
        *check_conflict_copies(shared.root),
        *loaded.diagnostics,
    )
    unread = (
        *errors_in(folder_faults),
        *histories.unread,
        *unread_files(files.checked),
        *unread_registers(shared.root, register.diagnostics),
        *conflict_copies(diagnostics),
    )
    loaded = _with_amended_kinds(loaded, bound, files, shared.kinds)
    loaded = replace(loaded, numbers=tuple(years), diagnostics=diagnostics)
    loaded = _with_unread(loaded, unread, register, shared)
    return replace(loaded, diagnostics=(*loaded.diagnostics, *_other_copies(shared, files)))


def _find_years(root: Path) -> tuple[dict[int, Path], tuple[Diagnostic, ...]]:
    """Return the folders of fiscal years, in order, and what is wrong with them or with other folders."""
    entries = list_root(root)
    years, faults = years_in(entries.value or [])
    other_folders = check_year_folders(entries.value or [], years)
    return years, (*entries.diagnostics, *faults, *other_folders)


def _with_unread(
    loaded: LoadedYears, faults: Iterable[Diagnostic], register: Register, shared: Shared
) -> LoadedYears:
    """Return the documents with what of all that may hold numbers cannot be read.

    Args:
        loaded: the documents.
        faults: what cannot be read; one error may hide numbers in more than one way.
        register: their numbers.
        shared: what every document needs.
    """
    unread = tuple(dict.fromkeys(faults))
    hidden_series = series_of_faults(shared.root, shared.kinds, shared.office, unread, register.strays)
    uncertain = frozenset(uncertain_faults(register.counted_in, unread, hidden_series, shared.office))
    diagnostics = tuple(without_next_number(loaded.diagnostics, uncertain))
    return replace(loaded, diagnostics=diagnostics, unread=unread, hidden_series=hidden_series)


def _register(files: ContentFiles, bound: BoundDocuments, shared: Shared, histories: Histories) -> Register:
    subjects = _subjects(bound.documents)
    return load_register(shared, _without_copies(files.documents), subjects, histories)


def _with_amended_kinds(
    loaded: LoadedYears, bound: BoundDocuments, files: ContentFiles, kinds: Kinds
) -> LoadedYears:
    faulty_files = [parsed for parsed in files.documents if parsed.owner in loaded.faulty]
    amended_kinds = with_faulty_files(bound.amended_kinds, faulty_files, kinds)
    return replace(loaded, amended_kinds=amended_kinds)


def _other_copies(shared: Shared, files: ContentFiles) -> Iterator[Diagnostic]:
    """Generate the conflict copies of files that hold no number: they keep none from being given."""
    return check_other_copies(shared.files, _texts(files))


def _texts(files: ContentFiles) -> Iterator[str]:
    """Generate the texts of the content files."""
    for parsed in chain(files.documents, files.parts):
        yield parsed.text


def _beside_records(files: ContentFiles, register: Register, histories: Histories) -> Iterator[Diagnostic]:
    """Generate what the clerk should know of papers whose content and kept versions do not go together."""
    copies = [parsed.file.key for parsed in files.documents if is_told_copy(parsed.file)]
    faulty_keys = {*copies, *register.renamed, *register.renamed.values()}
    return compare_with_records(register.entries, histories.by_key, files.names, faulty_keys)


def _without_copies(documents: Iterable[ParsedFile]) -> list[ParsedFile]:
    """Return content files without sure conflict copies, whose numbers are those of their originals.

    While such a copy is there, no number is given at all.
    """
    return [parsed for parsed in documents if not is_told_copy(parsed.file, for_sure=True)]


def _faults_of_registers(shared: Shared) -> Iterator[Diagnostic]:
    """Generate what is wrong with the folder of registers, apart from what stands in them."""
    if shared.office is None:
        return check_registers(shared.root, None)
    series = series_of_office(shared.kinds, shared.office).values()
    return check_registers(shared.root, [numbers.register for numbers in series])


def _without_taken_names(loaded: LoadedYears, names: Collection[str], kinds: Kinds) -> LoadedYears:
    """Return the documents without those whose copies would take the place of another document."""
    taken_names = tuple(check_copied_names(loaded.documents, names, kinds))
    keys = {key for key, _diagnostic in taken_names}
    documents = tuple(document for document in loaded.documents if document.key not in keys)
    diagnostics = tuple(diagnostic for _key, diagnostic in taken_names)
    faulty = tuple(sorted({*loaded.faulty, *keys}))
    return replace(loaded, documents=documents, faulty=faulty, diagnostics=diagnostics)


def _as_issued(document: Document[Content], histories: Histories) -> Document[Content]:
    """Return a document; it is no draft any more where its record says that it was issued anyway."""
    history = histories.by_key.get(document.key)
    if history is None or history.record is None or not history.record.anyway:
        return document
    return replace(document, is_issued_anyway=True)


def _subjects(documents: CheckedDocuments) -> dict[str, str]:
    """Return the titles of the documents without faults, by ``year/name``."""
    return {key: checked.value.title for key, checked in documents.items() if checked.value}


def _diagnostics(
    files: ContentFiles, documents: CheckedDocuments, register: Register
) -> Iterator[Diagnostic]:
    yield from chain.from_iterable(files.checked.values())
    # What many papers have from office.yaml or the roster is told once.
    yield from dict.fromkeys(chain.from_iterable(documents.values()))
    yield from lost_parts(files.parts, files.names)
    yield from register.diagnostics


def _sort_documents(
    files: ContentFiles, checked_documents: CheckedDocuments, register: Register, histories: Histories
) -> LoadedYears:
    """Return the documents by what can be done with them."""
    # Papers whose kept versions cannot be trusted are not made anew.
    hidden_keys = {key for key in files.names if histories.hides(key)}
    faulty = {*files.faulty, *hidden_keys}
    documents: list[Document[Content]] = []
    misnumbered: list[Document[Content]] = []
    for parsed in files.documents:
        document = checked_documents[parsed.owner].value
        if document is None:
            faulty.add(parsed.owner)
        elif parsed.owner in faulty:
            continue
        elif parsed.owner in register.faulty:
            misnumbered.append(document)
        else:
            documents.append(_as_issued(document, histories))
    return LoadedYears(
        documents=tuple(documents),
        faulty=tuple(sorted(faulty | register.faulty)),
        register=register.entries,
        misnumbered=tuple(misnumbered),
        errors=errors_by_document(files.checked, checked_documents, register.diagnostics),
    )
