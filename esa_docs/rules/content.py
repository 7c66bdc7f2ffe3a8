"""The check of the content of a document: the rules of its kind, then those of all kinds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from esa_docs.model.base import Content
from esa_docs.model.kind import Kind, Rule
from esa_docs.model.office import Office
from esa_docs.model.problem import Problem
from esa_docs.rules.paper_numbers import check_paper_number
from esa_docs.rules.people import check_people

RULES_OF_ALL: Final[tuple[Rule[Content], ...]] = (check_people,)
"""Rules for documents of every kind."""


def check_content(kind: Kind[Any], content: Content, office: Office) -> Iterator[Problem]:
    """Generate the problems that the rules find in the content of a document.

    Args:
        kind: kind of the document.
        content: what the document says.
        office: whose document it is.
    """
    for rule in (*kind.rules, *RULES_OF_ALL):
        yield from rule(content, office)
    yield from check_paper_number(kind, content, office)
