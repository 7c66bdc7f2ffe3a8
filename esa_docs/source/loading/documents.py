"""The documents of a project: each content file as its model, references resolved, rules checked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from typing import Any

from esa_docs.diagnostics import Checked, Diagnostic, Location, has_errors, noting
from esa_docs.hints import did_you_mean
from esa_docs.i18n import gettext as _
from esa_docs.model.acting_signers import with_acting_words
from esa_docs.model.amended_kind import AmendedKind
from esa_docs.model.base import Content
from esa_docs.model.document import Document
from esa_docs.model.history import History
from esa_docs.model.kind import Kind, Kinds
from esa_docs.model.office import Office
from esa_docs.model.people import References
from esa_docs.model.problem import Problem
from esa_docs.rules.content import check_content
from esa_docs.rules.finished import check_finished
from esa_docs.rules.paper_numbers import ABOUT_WAY_OF_NUMBERING
from esa_docs.rules.scaffold_texts import missing_words
from esa_docs.source.assets.attachments import check_attachments
from esa_docs.source.assets.evidence import check_evidence
from esa_docs.source.binding.binding import bind
from esa_docs.source.folders.files import OFFICE_FILE, path_label
from esa_docs.source.kept.kept_series import is_numbered_as_kept
from esa_docs.source.loading.amended import amend_documents, document_as_on
from esa_docs.source.loading.document_pictures import pictures_of
from esa_docs.source.loading.equal_warnings import told_once
from esa_docs.source.loading.joined_trees import joined_tree
from esa_docs.source.loading.missing_places import with_places
from esa_docs.source.loading.paper_annexes import check_paper_annexes, with_annexes
from esa_docs.source.loading.paper_day import day_of
from esa_docs.source.loading.parts import ParsedFile
from esa_docs.source.loading.shared import Shared
from esa_docs.source.loading.shared_trees import of_shared_files
from esa_docs.source.scaffolds.scaffold_marks import marked_examples
from esa_docs.source.yaml_files.key_words import kind_hint, nearest_keys
from esa_docs.source.yaml_files.tree import value_place


@dataclass(frozen=True, slots=True)
class BoundDocuments:
    """The documents of all years.

    Attributes:
        documents: each by its ``year/name``.
        amended_kinds: the kinds whose documents amend each other, by name.
    """

    documents: Mapping[str, Checked[Document[Content]]]
    amended_kinds: Mapping[str, AmendedKind]


def bind_documents(
    files: Iterable[ParsedFile], part_files: Iterable[ParsedFile], shared: Shared
) -> BoundDocuments:
    """Return the documents of all years.

    Args:
        files: files that are documents.
        part_files: files that belong to one of them.
        shared: what every document needs.
    """
    part_files_by_owner: dict[str, list[ParsedFile]] = {}
    for part_file in part_files:
        part_files_by_owner.setdefault(part_file.owner, []).append(part_file)
    contents = _unreadable_contents(shared)
    documents: dict[str, Checked[Document[Content]]] = {}
    amended_kinds: dict[str, AmendedKind] = {}
    as_on = partial(document_as_on, kinds=amended_kinds)
    ordered_files = _in_order_of_binding(files, shared.kinds)
    for rank, files_of_kind in groupby(ordered_files, key=partial(_rank, kinds=shared.kinds)):
        parsed_files = tuple(files_of_kind)
        for parsed_file in parsed_files:
            year, name = parsed_file.file.year, parsed_file.file.name
            same_year = contents.setdefault(year, {})
            day = day_of(parsed_file, shared.kinds, shared.today)
            references = References(
                shared.people, same_year, shared.schemes, day=day, as_on=as_on, reads_marks=shared.reads_marks
            )
            last_year = contents.get(year - 1, {}).get(name)
            parts = part_files_by_owner.get(parsed_file.owner, [])
            with noting(parsed_file.owner):
                document = _bind_document(parsed_file, parts, shared, references, last_year)
            documents[parsed_file.owner] = document
            same_year[name] = document.value.content if document.value else None
        kind = shared.kinds.declared[rank]
        if kind.amendments:
            amended_kinds[kind.name] = amend_documents(
                kind.amendments, parsed_files, documents, shared.unreadable
            )
            _refresh(contents, parsed_files, documents)
    return BoundDocuments(documents, amended_kinds)


def _refresh(
    contents: dict[int, dict[str, Content | None]],
    parsed_files: Iterable[ParsedFile],
    documents: Mapping[str, Checked[Document[Content]]],
) -> None:
    """Put the contents of documents as they are now into the contents that others refer to."""
    for parsed_file in parsed_files:
        document = documents[parsed_file.owner].value
        contents[parsed_file.file.year][parsed_file.file.name] = document.content if document else None


def _unreadable_contents(shared: Shared) -> dict[int, dict[str, Content | None]]:
    """Return None for each document that cannot be read, by year and name."""
    contents: dict[int, dict[str, Content | None]] = {}
    for key in shared.unreadable:
        year, _slash, name = key.partition("/")
        contents.setdefault(int(year), {})[name] = None
    return contents


def _in_order_of_binding(files: Iterable[ParsedFile], kinds: Kinds) -> list[ParsedFile]:
    """Return the files in the order of their kinds, and within a kind in the order of their years.

    A document refers to documents of kinds before its own, and to its namesake of last year: they are bound
    before it.
    """
    return sorted(files, key=lambda parsed_file: (_rank(parsed_file, kinds), parsed_file.file.year))


def _rank(parsed_file: ParsedFile, kinds: Kinds) -> int:
    """Return the place of the kind of a file in the order of the kinds; 0 also for an unknown kind."""
    return kinds.names.index(parsed_file.kind) if parsed_file.kind in kinds.by_name else 0


def _bind_document(
    parsed_file: ParsedFile,
    part_files: list[ParsedFile],
    shared: Shared,
    references: References,
    last_year: Content | None,
) -> Checked[Document[Content]]:
    kind = shared.kinds.by_name.get(parsed_file.kind)
    if kind is None:
        return Checked(None, (_unknown_kind(parsed_file, shared.kinds),))
    included = joined_tree(parsed_file, part_files, kind, shared.files, reads_columns=shared.reads_marks)
    tree, all_files = included.tree, (parsed_file, *part_files)
    texts = {each_file.file.file_label: each_file.text for each_file in all_files}
    content = bind(tree, kind.content, references, texts)
    diagnostics = (*included.diagnostics, *content.diagnostics)
    if content.value is None or shared.office is None:
        return Checked(None, diagnostics)
    office, full_content = _on_its_day(shared.office, content.value, references.day or shared.today)
    pictures = pictures_of(full_content, kind, tree, shared, texts)
    checked = _check(kind, full_content, parsed_file, shared, office)
    problems = (*marked_examples(tree, texts), *checked, *pictures.problems)
    diagnostics_of_problems = tuple(shared.trees.diagnose(tree, problem) for problem in problems)
    diagnostics = told_once((*diagnostics, *diagnostics_of_problems))
    if has_errors(diagnostics) or shared.templates.are_faulty(kind):
        return Checked(None, diagnostics)
    document = replace(
        kind.document(parsed_file.file.name, parsed_file.file.year, full_content, office),
        templates=shared.templates.of(kind),
        sources=(*(each_file.file.path for each_file in all_files), *included.paths),
        emblem=shared.emblem,
        office_place=Location(path_label(shared.root / OFFICE_FILE)),
        shared_warnings=of_shared_files(problems, diagnostics_of_problems),
        last_year=_of_same_kind(last_year, kind),
        pictures=pictures.files,
    )
    annexed = with_annexes(document, kind, tree, shared)
    return Checked(with_places(annexed, tree, missing_words(problems)), diagnostics)


def _of_same_kind(last_year: Content | None, kind: Kind[Any]) -> Content | None:
    """Return the content of last year; None where the document of that name was of another kind."""
    return last_year if isinstance(last_year, kind.content) else None


def _on_its_day(office: Office, content: Content, day: dt.date) -> tuple[Office, Content]:
    """Return office and content of a paper as on its day."""
    office_on_day = office.on(day)
    return office_on_day, with_acting_words(content, office_on_day, day)


def _check(
    kind: Kind[Any], content: Content, parsed_file: ParsedFile, shared: Shared, office: Office
) -> Iterator[Problem]:
    """Generate what the rules find, and what is wrong with the files that the content names."""
    history = shared.histories.get(parsed_file.file.key, History())
    is_right_as_kept = is_numbered_as_kept(content, history)
    for problem in check_content(kind, content, office, shared.today):
        if problem.code != ABOUT_WAY_OF_NUMBERING or not is_right_as_kept:
            yield problem
    yield from check_finished(kind, content, office, parsed_file.file.year, shared.kinds)
    if shared.reads_marks:
        # As the reader of marks, the rules are loaded for content that has them alone.
        from esa_docs.rules.marked_texts import check_marked_texts  # noqa: PLC0415

        yield from check_marked_texts(content, kind.recipients)
    if kind.attachments:
        year = str(parsed_file.file.year)
        yield from check_attachments(kind.attachments(content), shared.files, year, shared.names)
    yield from check_paper_annexes(content, parsed_file.file, shared)
    if kind.evidence:
        yield from check_evidence(content, kind.evidence, shared.files)


def _unknown_kind(parsed_file: ParsedFile, kinds: Kinds) -> Diagnostic:
    entry = parsed_file.tree.get("kind")
    hint = kind_hint(parsed_file.kind, kinds)
    if entry is None:
        message = _("the key '{key}' is missing").format(key="kind")
        for other_entry in parsed_file.tree.entries:
            if nearest_keys(other_entry.key, ["kind"]):
                hint = did_you_mean(["kind"])
                return Diagnostic("E214", message, other_entry.key_place, hint, field="kind")
        return Diagnostic("E214", message, parsed_file.tree.place, hint, field="kind")
    message = _("a kind of document is expected, found '{kind}'").format(kind=parsed_file.kind)
    return Diagnostic("E214", message, value_place(entry), hint, field="kind")
