"""New minutes: whose meeting they are begun for."""

from __future__ import annotations

from typing import Any

import pytest
from invented_office import AREA_OFFICE, DIRECTOR, document_of

from esa_docs.kinds import KINDS


def order_with(committees: int) -> Any:
    members = [{"person": DIRECTOR, "role": "ประธานกรรมการ"}]
    rows = [{"name": f"คณะที่ {number}", "members": members} for number in range(1, committees + 1)]
    content = {"subject": "แต่งตั้ง", "cause": ["ด้วย"], "committees": rows, "clauses": ["ให้ดำเนินการ"]}
    return document_of("order", content, AREA_OFFICE, name="orders/a")


@pytest.mark.parametrize(
    ("committees", "examples"),
    [
        (1, {"Minutes.order": "orders/a"}),
        (0, {"Minutes.body": "", "Minutes.members": ""}),
        (2, {"Minutes.body": "", "Minutes.members": ""}),
    ],
)
def test_an_order_of_one_committee_is_taken(committees: int, examples: dict[str, str]) -> None:
    """With two the clerk would have to choose, so the members are written out."""
    of_project = KINDS.by_name["minutes"].examples.of_project
    assert of_project(None, [order_with(committees)]) == examples


def test_an_announcement_appoints_nobody() -> None:
    announcement = document_of("announcement", {"subject": "แจ้ง", "text": ["แจ้ง"]}, AREA_OFFICE)
    of_project = KINDS.by_name["minutes"].examples.of_project
    assert of_project(None, [announcement]) == {"Minutes.body": "", "Minutes.members": ""}
