"""People are named while they serve, in units that the office has, acting as the roster says."""

from __future__ import annotations

from typing import Any

import pytest

from esa_docs.diagnostics import Severity
from esa_docs.kinds.announcement.content import Announcement
from esa_docs.kinds.manual.content import Manual
from esa_docs.kinds.order.content import Order
from esa_docs.model.office import Office
from esa_docs.model.people import Person
from esa_docs.rules.people import check_people, check_roster

Found = list[tuple[str, tuple[int | str, ...]]]


def person(name: str = "สมชาย", **more: object) -> Person:
    given = {"id": name, "prefix": "นาย", "first_name": name, "last_name": "ใจดี", "position": "นักวิชาการ"}
    return Person.model_validate(given | more)


def office(director: Person | None = None) -> Office:
    groups = [{"id": "อำนวยการ", "name": "กลุ่มอำนวยการ"}]
    given = {"name": "สำนักงาน", "short_name": "สพป.", "parent": "สพฐ.", "director": director}
    return Office.model_validate(given | {"groups": groups})


def order(member: Person, **more: Any) -> Order:
    members = [{"person": member, "role": "ประธานกรรมการ"}]
    given = {"subject": "ก", "cause": ["ด้วย"], "committees": [{"name": "ข", "members": members}]}
    return Order.model_validate(given | more)


def found(content: Order | Manual | Announcement, of: Office | None = None) -> Found:
    return [(one.code, one.path) for one in check_people(content, of or office())]


MEMBER = ("committees", 0, "members", 0, "person")


@pytest.mark.parametrize(
    ("days", "date", "expected"),
    [
        ({"until": "30 กันยายน 2569"}, "30 กันยายน 2569", []),
        ({"until": "30 กันยายน 2569"}, "1 ตุลาคม 2569", [("E620", MEMBER)]),
        ({"since": "1 ตุลาคม 2569"}, "1 ตุลาคม 2569", []),
        ({"since": "1 ตุลาคม 2569"}, "30 กันยายน 2569", [("E620", MEMBER)]),
        ({}, "30 กันยายน 2569", []),
    ],
)
def test_a_member_serves_on_the_date_of_the_order(days: dict[str, str], date: str, expected: Found) -> None:
    assert found(order(person(**days), date=date, number="1")) == expected


def test_a_draft_with_a_date_is_checked_and_one_without_is_not() -> None:
    gone = person(until="30 กันยายน 2568")

    assert found(order(gone, date="1 ตุลาคม 2568")) == [("E620", MEMBER)]
    assert found(order(gone, number="1")) == []


def test_messages_say_the_name_and_the_days() -> None:
    left = next(check_people(order(person(until="30 กันยายน 2569"), date="2 ตุลาคม 2569"), office()))
    comes = next(check_people(order(person(since="1 ตุลาคม 2570"), date="2 ตุลาคม 2569"), office()))

    assert [text in left.message for text in ("นายสมชาย ใจดี", "30 กันยายน 2569", "2 ตุลาคม 2569")] == [True] * 3
    assert [text in comes.message for text in ("นายสมชาย ใจดี", "1 ตุลาคม 2570", "2 ตุลาคม 2569")] == [True] * 3
    assert left.message != comes.message


def test_who_signs_an_announcement_serves_on_its_date_too() -> None:
    gone = person("สมหมาย", until="30 กันยายน 2568")
    given = {"subject": "ก", "text": ["ข"], "date": "2 ตุลาคม 2569"}

    assert found(Announcement.model_validate(given), office(gone)) == [("E620", ("date",))]
    signature = {"by": person(), "for_position": "ผู้อำนวยการ"}
    acting = Announcement.model_validate({**given, "signature": signature})
    assert found(acting, office(gone)) == [("E629", ("signature", "for_position"))]


def test_a_signer_serves_on_the_date_of_the_order() -> None:
    gone = person("สมหมาย", until="30 กันยายน 2568")
    content = order(person(), date="2 ตุลาคม 2569", signature={"by": gone})

    assert found(content) == [("E620", ("signature", "by"))]


def test_a_director_who_signs_unnamed_serves_on_the_date() -> None:
    """A new director in office.yaml must not sign the orders of the one before."""
    director = person("ผอ", since="1 ตุลาคม 2569")
    dated = {"date": "30 กันยายน 2569", "number": "1"}

    assert found(order(person(), **dated), office(director)) == [("E620", ("date",))]
    assert found(order(person(), **dated, signature={"by": person("เดิม")}), office(director)) == []
    assert found(order(person()), office(director)) == []


def test_the_author_of_a_manual_serves_on_its_date() -> None:
    work = {
        "name": "ก",
        "objectives": ["ก"],
        "scope": [{"text": "ก"}],
        "steps": [{"text": "ก"}],
        "table": [{"step": "ก", "detail": "ก", "owner": "ก"}],
    }
    given = {"title": "ก", "foreword": ["ก"], "works": [work], "date": "2 ตุลาคม 2569"}
    manual = Manual.model_validate(given | {"author": person(until="30 กันยายน 2569")})

    assert found(manual) == [("E620", ("author",))]


def test_a_post_acted_for_needs_the_words_of_acting() -> None:
    signature = {"by": person(), "for_position": "ผู้อำนวยการ"}

    assert found(order(person(), signature=signature)) == [("E629", ("signature", "for_position"))]
    assert found(order(person(), signature=signature | {"acting": "รักษาราชการแทน"})) == []


@pytest.mark.parametrize(
    ("words", "date", "expected"),
    [
        ("รักษาราชการแทน", "1 มีนาคม 2569", []),
        ("ปฏิบัติราชการแทน", "1 มีนาคม 2569", [("E629", ("signature", "acting"))]),
        ("รักษาราชการแทน", "1 เมษายน 2569", [("E629", ("signature", "acting"))]),
        ("รักษาราชการแทน", None, []),
    ],
)
def test_the_words_of_acting_are_those_of_the_roster(words: str, date: str | None, expected: Found) -> None:
    acting = {"how": "รักษาราชการแทน", "position": "ผู้อำนวยการ", "until": "31 มีนาคม 2569"}
    signer = person("รอง", acting=[acting])
    content = order(person(), date=date, signature={"by": signer, "acting": words})

    findings = list(check_people(content, office()))

    assert [(one.code, one.path) for one in findings] == expected
    assert {one.severity for one in findings} <= {Severity.WARNING}


def test_a_roster_that_says_nothing_of_acting_is_not_asked() -> None:
    assert found(order(person(), signature={"by": person(), "acting": "รักษาราชการแทน"})) == []


@pytest.mark.parametrize("group", ["อำนวยการ", "กลุ่มอำนวยการ", None])
def test_a_unit_may_be_given_by_id_or_name(group: str | None) -> None:
    assert list(check_roster([person(group=group)], office())) == []


def test_an_unknown_unit_is_told_with_the_one_probably_meant() -> None:
    (one,) = check_roster([person(), person("ข", group="กลุ่มอำนวยกา")], office())

    assert (one.code, one.path) == ("E627", ("people", 1, "group"))
    assert "'กลุ่มอำนวยการ'" in one.hint


def test_a_time_that_ends_before_it_begins_is_told() -> None:
    days = {"since": "2 มีนาคม 2569", "until": "1 มีนาคม 2569"}
    acting = {"how": "รักษาราชการแทน", "position": "ก"} | days
    same_day = person(since="2 มีนาคม 2569", until="2 มีนาคม 2569")

    wrong = check_roster([same_day, person("ข", **days, acting=[acting])], office())

    assert [(one.code, one.path) for one in wrong] == [
        ("E628", ("people", 1, "until")),
        ("E628", ("people", 1, "acting", 0, "until")),
    ]
