"""Whether the words of a document are finished, true to its office and to its year: rules of every kind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from esa_docs.model.base import Content
from esa_docs.model.kind import Kind
from esa_docs.model.meanings import written_in
from esa_docs.model.office import Office
from esa_docs.model.paper import OfficialPaper
from esa_docs.model.problem import Problem
from esa_docs.rules.evidence_places import check_evidence_places
from esa_docs.rules.other_offices import check_other_offices
from esa_docs.rules.other_years import check_other_years
from esa_docs.rules.placeholders import check_placeholders
from esa_docs.rules.scaffold_texts import check_scaffold_texts


def check_finished(kind: Kind[Any], content: Content, office: Office, year: int) -> Iterator[Problem]:
    """Generate the problems of what is not finished in a document, all of them warnings.

    A text that is the example of a new file has no second problem as a placeholder.

    Args:
        kind: kind of the document.
        content: what it says.
        office: whose document it is.
        year: fiscal year of its folder, in the Buddhist era.
    """
    texts = tuple(written_in(content))
    scaffold_problems = tuple(check_scaffold_texts(kind, texts))
    yield from scaffold_problems
    scaffold_paths = {problem.path for problem in scaffold_problems}
    other_texts = tuple(written for written in texts if written.path not in scaffold_paths)
    yield from check_placeholders(other_texts)
    yield from check_other_offices(texts, office)
    day = content.day if isinstance(content, OfficialPaper) else None
    # The date of a paper that may bear a number is looked at with its number (E606).
    has_numbers = bool(kind.numbers or kind.circulars)
    dated_texts = tuple(written for written in texts if not (has_numbers and written.path == ("date",)))
    yield from check_other_years(dated_texts, year, day)
    yield from check_evidence_places(kind, content)
