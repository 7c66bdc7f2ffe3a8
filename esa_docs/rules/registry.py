"""Which rules look at which kind of document."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from esa_docs.rules.finding import Finding
from esa_docs.rules.flows import check_flows

Rule = Callable[[Any], Iterator[Finding]]

RULES: Final[dict[str, tuple[Rule, ...]]] = {"manual": (check_flows,)}
"""Rules by kind of document."""


def check_content(kind: str, content: object) -> Iterator[Finding]:
    """Give everything the rules of a kind find in its content."""
    return (found for rule in RULES.get(kind, ()) for found in rule(content))
