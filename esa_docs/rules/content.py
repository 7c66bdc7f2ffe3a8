"""Everything that the rules of a kind, and those of all kinds, find in the content of a document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from esa_docs.model.base import Content
from esa_docs.model.kind import Kind, Rule
from esa_docs.model.office import Office
from esa_docs.model.problem import Problem
from esa_docs.rules.people import check_people

RULES_OF_ALL: Final[tuple[Rule[Content], ...]] = (check_people,)
"""Rules for documents of every kind."""


def check_content(kind: Kind[Any], content: Content, office: Office) -> Iterator[Problem]:
    """Give everything that rules find in content.

    Args:
        kind: its kind.
        content: what the document says.
        office: whose document it is.
    """
    for rule in (*kind.rules, *RULES_OF_ALL):
        yield from rule(content, office)
