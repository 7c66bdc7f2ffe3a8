"""People are named while they serve, in units that the office has, acting as the roster says."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from esa_docs.diagnostics import Severity
from esa_docs.kinds.announcement.content import Announcement
from esa_docs.kinds.manual.content import Manual
from esa_docs.kinds.order.content import Order
from esa_docs.model.office import Office
from esa_docs.model.people import Person
from esa_docs.rules.people import check_people, check_roster

TODAY = dt.date(2026, 11, 30)
"""30 พฤศจิกายน 2569."""
CodesAndPaths = list[tuple[str, tuple[int | str, ...]]]


def person(name: str = "สมชาย", **changes: object) -> Person:
    """Return a person; ``changes`` replace or extend the facts."""
    facts = {"id": name, "prefix": "นาย", "first_name": name, "last_name": "ใจดี", "position": "นักวิชาการ"}
    return Person.model_validate(facts | changes)


def office(director: Person | None = None) -> Office:
    """Return an office with a unit and a director; None for no director."""
    groups = [{"id": "อำนวยการ", "name": "กลุ่มอำนวยการ"}]
    facts = {"name": "สำนักงาน", "short_name": "สพป.", "parent": "สพฐ.", "director": director}
    return Office.model_validate(facts | {"groups": groups})


def order(member: Person, **changes: Any) -> Order:
    """Return an order that appoints a committee of one member; ``changes`` replace or extend its keys."""
    members = [{"person": member, "role": "ประธานกรรมการ"}]
    content = {"subject": "ก", "cause": ["ด้วย"], "committees": [{"name": "ข", "members": members}]}
    return Order.model_validate(content | changes)


def codes_and_paths(content: Order | Manual | Announcement, of_office: Office | None = None) -> CodesAndPaths:
    """Return code and path of each problem with the people of a content."""
    if of_office is None:
        of_office = office()
    problems = check_people(content, of_office, TODAY)
    return [(problem.code, problem.path) for problem in problems]


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
def test_a_member_serves_on_the_date_of_the_order(
    days: dict[str, str], date: str, expected: CodesAndPaths
) -> None:
    assert codes_and_paths(order(person(**days), date=date, number="1")) == expected


def test_a_draft_is_checked_against_its_date_and_without_one_against_today() -> None:
    left_a_year_ago = person(until="30 กันยายน 2568")
    leaves_today = person(until="30 พฤศจิกายน 2569")
    comes_tomorrow = person(since="1 ธันวาคม 2569")

    assert codes_and_paths(order(left_a_year_ago, date="1 ตุลาคม 2568")) == [("E620", MEMBER)]
    assert codes_and_paths(order(left_a_year_ago, date="30 กันยายน 2568")) == []
    assert codes_and_paths(order(left_a_year_ago, number="1")) == [("E620", MEMBER)]
    assert codes_and_paths(order(comes_tomorrow)) == [("E620", MEMBER)]
    assert codes_and_paths(order(leaves_today)) == []


def test_who_is_yet_to_come_may_serve_on_the_day_that_a_document_gets() -> None:
    """Without a date it is a warning: the date will be today or later."""
    severities: list[Severity] = []
    for content in (
        order(person(since="1 ธันวาคม 2569")),
        order(person(since="1 ธันวาคม 2569"), date="30 พฤศจิกายน 2569"),
        order(person(until="29 พฤศจิกายน 2569")),
    ):
        (problem,) = check_people(content, office(), TODAY)
        severities.append(problem.severity)
    assert severities == [Severity.WARNING, Severity.ERROR, Severity.ERROR]


def test_a_director_who_has_left_signs_nothing_without_a_date() -> None:
    content = order(person())
    assert codes_and_paths(content, office(person("ผอ", until="29 พฤศจิกายน 2569"))) == [("E620", ("date",))]
    assert codes_and_paths(content, office(person("ผอ", until="30 พฤศจิกายน 2569"))) == []


def test_without_a_date_the_message_says_today() -> None:
    (problem,) = check_people(order(person(until="31 มีนาคม 2569")), office(), TODAY)
    for text in ("นายสมชาย ใจดี", "31 มีนาคม 2569", "30 พฤศจิกายน 2569"):
        assert text in problem.message


def test_messages_say_the_name_and_the_days() -> None:
    order_of_former = order(person(until="30 กันยายน 2569"), date="2 ตุลาคม 2569")
    order_of_future = order(person(since="1 ตุลาคม 2570"), date="2 ตุลาคม 2569")
    (problem_of_former,) = check_people(order_of_former, office(), TODAY)
    (problem_of_future,) = check_people(order_of_future, office(), TODAY)

    for text in ("นายสมชาย ใจดี", "30 กันยายน 2569", "2 ตุลาคม 2569"):
        assert text in problem_of_former.message
    for text in ("นายสมชาย ใจดี", "1 ตุลาคม 2570", "2 ตุลาคม 2569"):
        assert text in problem_of_future.message
    assert problem_of_former.message != problem_of_future.message


def test_who_signs_an_announcement_serves_on_its_date_too() -> None:
    office_of_former_director = office(person("สมหมาย", until="30 กันยายน 2568"))
    content = {"subject": "ก", "text": ["ข"], "date": "2 ตุลาคม 2569"}
    signature = {"by": person(), "for_position": "ผู้อำนวยการ"}
    by_director = Announcement.model_validate(content)
    by_somebody_else = Announcement.model_validate({**content, "signature": signature})

    assert codes_and_paths(by_director, office_of_former_director) == [("E620", ("date",))]
    assert codes_and_paths(by_somebody_else, office_of_former_director) == [
        ("E629", ("signature", "for_position"))
    ]


def test_a_signer_serves_on_the_date_of_the_order() -> None:
    former_signer = person("สมหมาย", until="30 กันยายน 2568")
    content = order(person(), date="2 ตุลาคม 2569", signature={"by": former_signer})

    assert codes_and_paths(content) == [("E620", ("signature", "by"))]


def test_a_director_who_signs_unnamed_serves_on_the_date() -> None:
    """A new director in office.yaml must not sign the orders of the one before."""
    office_of_new_director = office(person("ผอ", since="1 ตุลาคม 2569"))
    number_and_date = {"date": "30 กันยายน 2569", "number": "1"}
    signed_by_name = order(person(), **number_and_date, signature={"by": person("เดิม")})

    assert codes_and_paths(order(person(), **number_and_date), office_of_new_director) == [
        ("E620", ("date",))
    ]
    assert codes_and_paths(signed_by_name, office_of_new_director) == []
    assert codes_and_paths(order(person()), office_of_new_director) == []


def test_the_author_of_a_manual_serves_on_its_date() -> None:
    work = {
        "name": "ก",
        "objectives": ["ก"],
        "scope": [{"text": "ก"}],
        "steps": [{"text": "ก"}],
        "table": [{"step": "ก", "detail": "ก", "owner": "ก"}],
    }
    content = {
        "title": "ก",
        "foreword": ["ก"],
        "works": [work],
        "date": "2 ตุลาคม 2569",
        "author": person(until="30 กันยายน 2569"),
    }

    assert codes_and_paths(Manual.model_validate(content)) == [("E620", ("author",))]


def test_a_post_acted_for_needs_the_words_of_acting() -> None:
    signature = {"by": person(), "for_position": "ผู้อำนวยการ"}

    assert codes_and_paths(order(person(), signature=signature)) == [("E629", ("signature", "for_position"))]
    assert codes_and_paths(order(person(), signature=signature | {"acting": "รักษาราชการแทน"})) == []


@pytest.mark.parametrize(
    ("words", "date", "expected"),
    [
        ("รักษาราชการแทน", "1 มีนาคม 2569", []),
        ("ปฏิบัติราชการแทน", "1 มีนาคม 2569", [("E629", ("signature", "acting"))]),
        ("รักษาราชการแทน", "1 เมษายน 2569", [("E629", ("signature", "acting"))]),
        ("รักษาราชการแทน", None, [("E629", ("signature", "acting"))]),
    ],
)
def test_the_words_of_acting_are_those_of_the_roster(
    words: str, date: str | None, expected: CodesAndPaths
) -> None:
    acting = {"how": "รักษาราชการแทน", "position": "ผู้อำนวยการ", "until": "31 มีนาคม 2569"}
    signer = person("รอง", acting=[acting])
    content = order(person(), date=date, signature={"by": signer, "acting": words})

    assert codes_and_paths(content) == expected
    for problem in check_people(content, office(), TODAY):
        assert problem.severity is Severity.WARNING


def test_a_roster_that_says_nothing_of_acting_is_not_asked() -> None:
    assert codes_and_paths(order(person(), signature={"by": person(), "acting": "รักษาราชการแทน"})) == []


@pytest.mark.parametrize("group", ["อำนวยการ", "กลุ่มอำนวยการ", None])
def test_a_unit_may_be_given_by_id_or_name(group: str | None) -> None:
    assert list(check_roster([person(group=group)], office())) == []


def test_an_unknown_unit_is_told_with_the_one_probably_meant() -> None:
    (problem,) = check_roster([person(), person("ข", group="กลุ่มอำนวยกา")], office())

    assert (problem.code, problem.path) == ("E627", ("people", 1, "group"))
    assert "'กลุ่มอำนวยการ'" in problem.hint


def test_a_time_that_ends_before_it_begins_is_told() -> None:
    days = {"since": "2 มีนาคม 2569", "until": "1 มีนาคม 2569"}
    acting = {"how": "รักษาราชการแทน", "position": "ก"} | days
    same_day = person(since="2 มีนาคม 2569", until="2 มีนาคม 2569")

    problem_of_person, problem_of_acting = check_roster(
        [same_day, person("ข", **days, acting=[acting])], office()
    )

    assert (problem_of_person.code, problem_of_person.path) == ("E628", ("people", 1, "until"))
    assert (problem_of_acting.code, problem_of_acting.path) == ("E628", ("people", 1, "acting", 0, "until"))
