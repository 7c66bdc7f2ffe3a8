"""Whether the words of a document are finished, true to its office and to its year: rules of every kind."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, Final

from esa_docs.model.base import Content
from esa_docs.model.kind import Kind, Kinds
from esa_docs.model.meanings import Written, written_in
from esa_docs.model.office import Office
from esa_docs.model.paper import OfficialPaper
from esa_docs.model.problem import Problem
from esa_docs.rules.evidence_places import check_evidence_places
from esa_docs.rules.meant import Meant, check_meant
from esa_docs.rules.office_texts import check_office_texts, people_of_paper
from esa_docs.rules.other_offices import check_offices_of_people, check_other_offices
from esa_docs.rules.other_years import check_other_years
from esa_docs.rules.placeholders import check_placeholders
from esa_docs.rules.scaffold_texts import check_scaffold_texts

_ADDRESSES_OF_EXAMPLES: Final = ("example.go.th",)
"""What an office that is an example may print: no such address is anybody's."""


def check_finished(
    kind: Kind[Any], content: Content, office: Office, year: int, kinds: Kinds
) -> Iterator[Problem]:
    """Generate the problems of what is not finished in a document, all of them warnings.

    A text that is the example of a new file has no second problem as a placeholder.

    Args:
        kind: kind of the document.
        content: what it says.
        office: whose document it is.
        year: fiscal year of its folder, in the Buddhist era.
        kinds: the kinds of documents.
    """
    entries = content.meant if isinstance(content, OfficialPaper) else ()
    addresses = _ADDRESSES_OF_EXAMPLES if office.is_example else ()
    meant = Meant(entries, addresses)
    texts = list(written_in(content))
    yield from _check_words(texts, office, kinds, meant)
    yield from check_office_texts(kind, content, office, meant)
    yield from check_offices_of_people(people_of_paper(content, office), office, meant)
    yield from check_other_years(_dated_texts(kind, texts), year, _day_of(content), meant)
    yield from check_evidence_places(kind, content)
    yield from check_meant(entries, meant)


def _check_words(texts: list[Written], office: Office, kinds: Kinds, meant: Meant) -> Iterator[Problem]:
    scaffold_problems = tuple(check_scaffold_texts(kinds, texts))
    yield from scaffold_problems
    scaffold_paths = {problem.path for problem in scaffold_problems}
    other_texts = [written for written in texts if written.path not in scaffold_paths]
    yield from check_placeholders(other_texts, meant)
    yield from check_other_offices(texts, office, meant)


def _dated_texts(kind: Kind[Any], texts: list[Written]) -> list[Written]:
    """Return the texts and dates to look at: the date of a paper with a number is looked at there (E606)."""
    has_numbers = bool(kind.numbers or kind.circulars)
    return [written for written in texts if not (has_numbers and written.path == ("date",))]


def _day_of(content: Content) -> dt.date | None:
    """Return the date of a document; None while it has none."""
    return content.day if isinstance(content, OfficialPaper) else None
