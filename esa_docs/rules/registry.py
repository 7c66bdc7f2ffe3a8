"""Which rules look at which kind of document."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from esa_docs.model.office import Office
from esa_docs.rules.assessments import check_pmqa, check_sar
from esa_docs.rules.committees import check_committees
from esa_docs.rules.correspondence import check_correspondence, check_letter, check_memo
from esa_docs.rules.fact_tables import check_tables
from esa_docs.rules.finding import Finding
from esa_docs.rules.flows import check_flows
from esa_docs.rules.meetings import check_meeting
from esa_docs.rules.orders import check_order
from esa_docs.rules.people import check_people
from esa_docs.rules.signing import check_signer

Rule = Callable[[Any, Office], Iterator[Finding]]
"""Looks at the content of a document and at the facts of its office."""

RULES: Final[dict[str, tuple[Rule, ...]]] = {
    "manual": (check_flows,),
    "order": (check_signer, check_order, check_committees),
    "announcement": (check_signer,),
    "sar": (check_sar, check_tables),
    "pmqa": (check_pmqa, check_tables),
    "minutes": (check_meeting,),
    "memo": (check_signer, check_correspondence, check_memo),
    "letter": (check_signer, check_correspondence, check_letter),
}
"""Rules by kind of document."""

RULES_OF_ALL: Final[tuple[Rule, ...]] = (check_people,)
"""Rules for documents of every kind."""


def check_content(kind: str, content: object, office: Office) -> Iterator[Finding]:
    """Give everything the rules of a kind, and those of all kinds, find in its content."""
    return (found for rule in (*RULES.get(kind, ()), *RULES_OF_ALL) for found in rule(content, office))
