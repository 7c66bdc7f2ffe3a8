"""Documents that amend each other, over all years; and a document as on the day of one that refers to it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from pydantic_core import PydanticCustomError

from esa_docs import thai
from esa_docs.diagnostics import Checked, Diagnostic
from esa_docs.model.abilities import Amendments
from esa_docs.model.amended_kind import AmendedKind, number_and_year
from esa_docs.model.base import Content
from esa_docs.model.committee_history import Revocation
from esa_docs.model.document import Document
from esa_docs.model.faulty_documents import FaultyDocuments, NumberAndYear
from esa_docs.model.kind import Kinds
from esa_docs.model.people_on import people_on
from esa_docs.model.problem import Problem
from esa_docs.source.binding.binding import checked_value, diagnose
from esa_docs.source.loading.parts import ParsedFile
from esa_docs.source.yaml_files.tree import Mapping as Tree
from esa_docs.source.yaml_files.tree import Sequence as TreeSequence


def amend_documents(
    amendments: Amendments[Any],
    parsed_files: Sequence[ParsedFile],
    documents: dict[str, Checked[Document[Content]]],
    unreadable: Collection[str] = (),
) -> AmendedKind:
    """Let documents of a kind take what they need from those that they amend, and put them back.

    A document that does not fit the one that it amends becomes faulty.

    Args:
        amendments: how documents of the kind amend each other.
        parsed_files: their files, of all years.
        documents: all documents by ``year/name``; those of the kind are changed here.
        unreadable: ``year/name`` of the documents whose file cannot be read.
    """
    faulty_files = _faulty_files(parsed_files, documents)
    faulty_documents = FaultyDocuments(_by_number(faulty_files), tuple(sorted(unreadable)))
    amended = amendments.amended(_contents(parsed_files, documents), faulty_documents)
    problems_by_key: dict[str, list[Problem]] = {}
    for key, problem in amended.problems:
        problems_by_key.setdefault(key, []).append(problem)
    for parsed_file in parsed_files:
        key = parsed_file.owner
        problems = problems_by_key.get(key, ())
        diagnostics = tuple(diagnose(parsed_file.tree, problem) for problem in problems)
        documents[key] = _with_content(documents[key], amended.contents.get(key), diagnostics)
    faulty_files = _faulty_files(parsed_files, documents)
    return AmendedKind(amended, faulty_amendments(faulty_files, amendments))


def _faulty_files(
    parsed_files: Sequence[ParsedFile], documents: Mapping[str, Checked[Document[Content]]]
) -> list[ParsedFile]:
    return [parsed_file for parsed_file in parsed_files if documents[parsed_file.owner].value is None]


def _by_number(faulty_files: Iterable[ParsedFile]) -> dict[NumberAndYear, str]:
    """Return ``year/name`` of documents with errors, by number and year as far as these can be read."""
    names: dict[NumberAndYear, str] = {}
    for parsed_file in faulty_files:
        number = _number_in(parsed_file.tree)
        if number is not None:
            names[number] = parsed_file.owner
    return names


def _contents(
    parsed_files: Sequence[ParsedFile], documents: Mapping[str, Checked[Document[Content]]]
) -> dict[str, Content]:
    """Return the contents of the documents without errors, by ``year/name``."""
    contents: dict[str, Content] = {}
    for parsed_file in parsed_files:
        document = documents[parsed_file.owner].value
        if document:
            contents[parsed_file.owner] = document.content
    return contents


def _with_content(
    checked: Checked[Document[Content]], content: Content | None, diagnostics: tuple[Diagnostic, ...]
) -> Checked[Document[Content]]:
    """Return a document with its full content and further diagnostics."""
    document = checked.value
    if document and content:
        document = replace(document, content=content)
    return checked_value(document, (*checked.diagnostics, *diagnostics))


def document_as_on(content: Content, day: dt.date, kinds: Mapping[str, AmendedKind]) -> Content:
    """Return a document as on a day: its people, and its committees after what amends it by then.

    Args:
        content: the document.
        day: the day.
        kinds: the kinds whose documents amend each other, by name.

    Raises:
        PydanticCustomError: ``revoked_document`` where it is revoked by then, ``faulty_document`` where
            a document that amends or revokes it has errors.
    """
    amended_kind = kinds.get(getattr(content, "kind", ""))
    if amended_kind is None:
        return people_on(content, day)
    history = amended_kind.amended.history(content)
    if history.revocation and history.is_revoked(day):
        raise _revoked(history.revocation, day)
    for faulty_name in amended_kind.faulty_amendments(content):
        raise PydanticCustomError("faulty_document", "faulty document", {"text": faulty_name})
    as_amended = content.model_copy(update={"committees": history.committees_on(day)})
    return people_on(as_amended, day)


def _revoked(revocation: Revocation, day: dt.date) -> PydanticCustomError:
    details = {
        "number": f"{revocation.order.number}/{thai.buddhist_year(revocation.order.date)}",
        "date": _long_date(revocation.order.date),
        "since": _long_date(revocation.since),
        "day": _long_date(day),
    }
    return PydanticCustomError("revoked_document", "revoked document", details)


def faulty_amendments(
    faulty_files: Iterable[ParsedFile], amendments: Amendments[Any]
) -> dict[NumberAndYear, tuple[str, ...]]:
    """Return ``year/name`` of documents with errors, by what they amend or revoke, as far as it can be read.

    Args:
        faulty_files: the files of the documents with errors.
        amendments: how documents of their kind amend each other.
    """
    names: dict[NumberAndYear, tuple[str, ...]] = {}
    for parsed_file in faulty_files:
        for cited in _cited_in(parsed_file.tree, amendments):
            number = _number_in(cited)
            if number is not None:
                names[number] = (*names.get(number, ()), parsed_file.owner)
    return names


def with_faulty_files(
    amended_kinds: Mapping[str, AmendedKind], faulty_files: Iterable[ParsedFile], kinds: Kinds
) -> dict[str, AmendedKind]:
    """Return kinds whose documents amend each other, with all documents that have errors at the end.

    Args:
        amended_kinds: the kinds by name, as their documents were bound.
        faulty_files: the files of documents with errors, also those found later, such as a number that
            another document bears.
        kinds: the kinds of documents.
    """
    files_by_kind: dict[str, list[ParsedFile]] = {}
    for parsed_file in faulty_files:
        files_by_kind.setdefault(parsed_file.kind, []).append(parsed_file)
    full_kinds: dict[str, AmendedKind] = {}
    for name, amended_kind in amended_kinds.items():
        amendments = kinds.by_name[name].amendments
        if amendments:
            names = faulty_amendments(files_by_kind.get(name, ()), amendments)
            full_kinds[name] = replace(amended_kind, faulty=names)
    return full_kinds


def _cited_in(tree: Tree, amendments: Amendments[Any]) -> Iterator[Tree]:
    """Generate what a document says of each document that it amends or revokes."""
    for key in (amendments.key, amendments.revoking_key):
        entry = tree.get(key)
        value = entry.value if entry else None
        items = value.items if isinstance(value, TreeSequence) else (value,)
        for item in items:
            if isinstance(item, Tree):
                yield item


def _number_in(tree: Tree) -> NumberAndYear | None:
    """Return the number and the year that stand in a tree; None where one of them cannot be read."""
    number = tree.text("number")
    try:
        date = thai.parse_date(tree.text("date") or "")
    except ValueError:
        return None
    return number_and_year(number, date) if number else None


def _long_date(day: dt.date) -> str:
    return thai.format_date(day, "long", "arabic")
