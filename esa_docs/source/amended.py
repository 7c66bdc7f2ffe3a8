"""Documents that amend each other, over all years; and a document as on the day of one that refers to it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from pydantic_core import PydanticCustomError

from esa_docs import thai
from esa_docs.diagnostics import Checked, Diagnostic
from esa_docs.model.abilities import Amended, Amendments
from esa_docs.model.base import Content
from esa_docs.model.committee_history import Revocation
from esa_docs.model.document import Document
from esa_docs.model.number_register import number_key
from esa_docs.model.people_on import people_on
from esa_docs.model.problem import Problem
from esa_docs.source.binding import checked_value, diagnose
from esa_docs.source.parts import ParsedFile
from esa_docs.source.tree import Mapping as Tree

NumberAndYear: TypeAlias = tuple[str, int]
"""Number of a document, and its calendar year."""


@dataclass(frozen=True, slots=True)
class AmendedKind:
    """The documents of a kind whose documents amend each other.

    Attributes:
        amended: those without errors.
        faulty: names of those with errors, by number and year of the document that they amend.
    """

    amended: Amended[Any]
    faulty: Mapping[NumberAndYear, str]


def amend_documents(
    amendments: Amendments[Any],
    parsed_files: Sequence[ParsedFile],
    documents: dict[str, Checked[Document[Content]]],
) -> AmendedKind:
    """Let documents of a kind take what they need from those that they amend, and put them back.

    A document that does not fit the one that it amends becomes faulty.

    Args:
        amendments: how documents of the kind amend each other.
        parsed_files: their files, of all years.
        documents: all documents by ``year/name``; those of the kind are changed here.
    """
    amended = amendments.amended(_contents(parsed_files, documents))
    problems_by_key: dict[str, list[Problem]] = {}
    for key, problem in amended.problems:
        problems_by_key.setdefault(key, []).append(problem)
    faulty_trees: list[tuple[str, Tree]] = []
    for parsed_file in parsed_files:
        key = parsed_file.owner
        problems = problems_by_key.get(key, ())
        diagnostics = tuple(diagnose(parsed_file.tree, problem) for problem in problems)
        documents[key] = _with_content(documents[key], amended.contents.get(key), diagnostics)
        if documents[key].value is None:
            faulty_trees.append((parsed_file.file.name, parsed_file.tree))
    return AmendedKind(amended, dict(faulty_amendments(faulty_trees, amendments.key)))


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
            a document that amends it has errors.
    """
    amended_kind = kinds.get(getattr(content, "kind", ""))
    if amended_kind is None:
        return people_on(content, day)
    history = amended_kind.amended.history(content)
    if history.revocation and history.is_revoked(day):
        raise _revoked(history.revocation, day)
    faulty_name = amended_kind.faulty.get(_number_and_year(content))
    if faulty_name:
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


def _number_and_year(content: Any) -> NumberAndYear:
    year = thai.buddhist_year(content.date) if content.date else 0
    return number_key(content.number or ""), year


def faulty_amendments(trees: Iterable[tuple[str, Tree]], key: str) -> Iterator[tuple[NumberAndYear, str]]:
    """Generate what each faulty document amends, as far as that can be read, and its name.

    Args:
        trees: the faulty documents by name.
        key: key that names the document that is amended.
    """
    for name, tree in trees:
        entry = tree.get(key)
        if entry is None or not isinstance(entry.value, Tree):
            continue
        try:
            date = thai.parse_date(entry.value.text("date") or "")
        except ValueError:
            continue
        yield (number_key(entry.value.text("number") or ""), thai.buddhist_year(date)), name


def _long_date(day: dt.date) -> str:
    return thai.format_date(day, "long", "arabic")
