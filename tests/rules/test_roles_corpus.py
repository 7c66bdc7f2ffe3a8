"""Every order of roles of the corpus is accepted, or refused for the reason it gives."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from esa_docs.diagnostics import Severity
from esa_docs.model.committee import Committee, CommitteeKind
from esa_docs.rules.committees import check_committee

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[1] / "corpus" / "roles.yaml").read_text(encoding="utf-8")
)
WARNINGS = {"E631"}


def found_in(case: dict[str, Any]) -> list[tuple[str, int, Severity]]:
    """Give code, member (from 1; 0 for the list) and severity of all that is found."""
    members = [{"position": f"ตำแหน่งที่ {n}", "role": role} for n, role in enumerate(case["roles"], 1)]
    committee = Committee.model_validate(
        {"name": "คณะ", "kind": case["kind"], "members": members, "duties": ["ก"]}
    )
    return [
        (one.code, int(one.path[1]) + 1 if len(one.path) > 1 else 0, one.severity)
        for one in check_committee(committee, ())
    ]


def test_every_kind_has_accepted_and_refused_orders_of_each_sort() -> None:
    assert [one for one in CASES if set(one) != {"kind", "roles", "found", "why"} or not one["why"]] == []
    for kind in get_args(CommitteeKind):
        codes = {text.split()[0] for one in CASES if one["kind"] == kind for text in one["found"]}
        assert codes == {"E630", "E631", "E632", "E634"}, kind
        assert len([one for one in CASES if one["kind"] == kind and not one["found"]]) >= 2


@pytest.mark.parametrize("case", CASES, ids=lambda case: "-".join(case["roles"])[:60])
def test_an_order_of_roles(case: dict[str, Any]) -> None:
    expected = []
    for text in case["found"]:
        code, number = text.split()
        expected.append((code, int(number), Severity.WARNING if code in WARNINGS else Severity.ERROR))
    assert found_in(case) == expected, case["why"]
