"""Who signs, where the office names no director to sign for it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from esa_docs.kinds import KINDS
from esa_docs.kinds.announcement.content import Announcement
from esa_docs.model.office import Office
from esa_docs.model.people import Person
from esa_docs.model.problem import Problem
from esa_docs.rules.content import check_content

PERSON = Person(id="ก", prefix="นาย", first_name="สมมติ", last_name="นามตัวอย่าง", position="รองผู้อำนวยการ")


def problems_in(signature: dict[str, Any] | None, director: Person | None = None) -> list[Problem]:
    """Return the problems of an announcement; None stands for no signature of its own, or no director."""
    facts = {"name": "สำนักงานตัวอย่าง", "short_name": "สต.", "parent": "ต้นสังกัด", "director": director}
    content = {"subject": "เรื่อง", "text": ["ด้วยเหตุ"], "signature": signature}
    office = Office.model_validate(facts)
    announcement = Announcement.model_validate(content)
    return list(check_content(KINDS.by_name["announcement"], announcement, office, dt.date(2026, 11, 30)))


@pytest.mark.parametrize(
    ("signature", "path"),
    [(None, ()), ({"by": PERSON, "acting": "รักษาราชการแทน"}, ("signature", "acting"))],
)
def test_without_a_director_the_signer_or_the_post_acted_for_is_wanted(
    signature: dict[str, Any] | None, path: tuple[str, ...]
) -> None:
    (problem,) = problems_in(signature)
    assert (problem.code, problem.path) == ("E659", path)
    assert problems_in(signature, PERSON) == []


@pytest.mark.parametrize(
    "signature",
    [{"by": PERSON}, {"by": PERSON, "acting": "รักษาราชการแทน", "for_position": "ผู้อำนวยการ"}],
)
def test_what_is_said_is_enough(signature: dict[str, Any]) -> None:
    assert problems_in(signature) == []
