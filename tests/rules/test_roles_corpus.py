"""Every order of roles of the corpus is accepted, or refused for the reason that the corpus gives."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from esa_docs.diagnostics import Severity
from esa_docs.model.committee import Committee, CommitteeKind
from esa_docs.model.problem import Problem
from esa_docs.rules.committees import check_committee

CORPUS_FILE = Path(__file__).parents[1] / "corpus" / "roles.yaml"
CASES: list[dict[str, Any]] = yaml.safe_load(CORPUS_FILE.read_text(encoding="utf-8"))
WARNINGS = {"E631"}


def problems_in(case: dict[str, Any]) -> list[tuple[str, int, Severity]]:
    """Return code, member and severity of each problem; members count from 1, and 0 is the whole list."""
    members = []
    for number, role in enumerate(case["roles"], start=1):
        members.append({"position": f"ตำแหน่งที่ {number}", "role": role})
    content = {"name": "คณะ", "kind": case["kind"], "members": members, "duties": ["ก"]}
    committee = Committee.model_validate(content)
    problems = check_committee(committee, ())
    return [(problem.code, member_of(problem), problem.severity) for problem in problems]


def member_of(problem: Problem) -> int:
    """Return the member of whom a problem is, counted from 1; 0 if it is of the whole list."""
    if len(problem.path) < 2:
        return 0
    return int(problem.path[1]) + 1


def test_every_case_says_what_is_found_and_why() -> None:
    for case in CASES:
        assert set(case) == {"kind", "roles", "found", "why"}
        assert case["why"]


@pytest.mark.parametrize("kind", get_args(CommitteeKind))
def test_every_kind_has_accepted_and_refused_orders_of_each_sort(kind: str) -> None:
    cases_of_kind = [case for case in CASES if case["kind"] == kind]
    accepted_cases = [case for case in cases_of_kind if not case["found"]]
    codes: set[str] = set()
    for case in cases_of_kind:
        codes.update(text.split()[0] for text in case["found"])
    assert codes == {"E630", "E631", "E632", "E634"}
    assert len(accepted_cases) >= 2


@pytest.mark.parametrize("case", CASES, ids=lambda case: "-".join(case["roles"])[:60])
def test_an_order_of_roles(case: dict[str, Any]) -> None:
    expected = []
    for text in case["found"]:
        code, number = text.split()
        severity = Severity.WARNING if code in WARNINGS else Severity.ERROR
        expected.append((code, int(number), severity))
    assert problems_in(case) == expected, case["why"]
