"""Posts over time: which one prints on a day, the post beside the list, and what overlaps."""

from __future__ import annotations

import datetime as dt
from itertools import permutations
from typing import Any

import pytest
from pydantic import ValidationError

from esa_docs.model.office import Office
from esa_docs.model.people import Person
from esa_docs.rules.people import check_roster
from esa_docs.rules.posts import check_director_terms

PLAN = {"position": "นักวิเคราะห์นโยบายและแผน", "level": "ชำนาญการ", "until": "31 มีนาคม 2569"}
HEAD = {"position": "ผู้อำนวยการกลุ่มนโยบายและแผน", "since": "1 พฤษภาคม 2569", "until": "30 กันยายน 2569"}
DEPUTY = {"position": "รองผู้อำนวยการ", "since": "1 ตุลาคม 2569"}


def person(**facts: Any) -> Person:
    """Return a person; the facts beside the name are those given."""
    name = {"id": "ก", "prefix": "นาย", "first_name": "สมชาย", "last_name": "ใจดี"}
    return Person.model_validate(name | facts)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2020-01-01", "นักวิเคราะห์นโยบายและแผนชำนาญการ"),
        ("2026-03-31", "นักวิเคราะห์นโยบายและแผนชำนาญการ"),
        ("2026-04-15", "นักวิเคราะห์นโยบายและแผนชำนาญการ"),
        ("2026-04-30", "นักวิเคราะห์นโยบายและแผนชำนาญการ"),
        ("2026-05-01", "ผู้อำนวยการกลุ่มนโยบายและแผน"),
        ("2026-09-30", "ผู้อำนวยการกลุ่มนโยบายและแผน"),
        ("2026-10-01", "รองผู้อำนวยการ"),
        ("2060-01-01", "รองผู้อำนวยการ"),
    ],
)
def test_the_post_of_a_day_prints_in_whatever_order_the_posts_stand(on: str, expected: str) -> None:
    """A day of the gap in April prints the post before it."""
    posts = {person(posts=order).on(day(on)).post for order in permutations([PLAN, HEAD, DEPUTY])}
    assert posts == {expected}


def test_a_day_before_the_first_post_prints_the_first() -> None:
    assert person(posts=[DEPUTY, HEAD]).on(day("2026-01-01")).post == "ผู้อำนวยการกลุ่มนโยบายและแผน"


def test_somebody_with_one_post_is_the_same_on_every_day() -> None:
    teacher = person(position="ครู")
    assert teacher.on(day("2026-01-01")) is teacher


@pytest.mark.parametrize(
    ("posts", "days_and_posts"),
    [
        ([PLAN], {"2026-03-31": "นักวิเคราะห์นโยบายและแผนชำนาญการ", "2026-04-01": "ครู"}),
        ([DEPUTY], {"2026-09-30": "ครู", "2026-10-01": "รองผู้อำนวยการ"}),
        (
            [DEPUTY, PLAN],
            {"2026-03-31": "นักวิเคราะห์นโยบายและแผนชำนาญการ", "2026-04-01": "ครู", "2026-09-30": "ครู"},
        ),
        ([PLAN, HEAD], {"2026-04-15": "นักวิเคราะห์นโยบายและแผนชำนาญการ", "2026-10-01": "ครู"}),
        (
            [PLAN, {"position": "ครู", "since": "1 พฤษภาคม 2569"}],
            {"2026-04-30": "นักวิเคราะห์นโยบายและแผนชำนาญการ", "2026-05-01": "ครู"},
        ),
    ],
)
def test_a_post_beside_the_list_has_the_days_that_are_left(
    posts: list[dict[str, str]], days_and_posts: dict[str, str]
) -> None:
    somebody = person(position="ครู", posts=posts)
    assert {on: somebody.on(day(on)).post for on in days_and_posts} == days_and_posts


def test_a_person_as_on_a_day_can_be_asked_for_another() -> None:
    somebody = person(position="ครู", posts=[PLAN])
    for on, expected in (("2026-04-01", "ครู"), ("2026-03-31", "นักวิเคราะห์นโยบายและแผนชำนาญการ")):
        assert somebody.on(day("2026-03-01")).on(day("2027-01-01")).on(day(on)).post == expected


def test_level_and_unit_belong_to_the_post() -> None:
    promoted = person(
        position="นักวิชาการศึกษา",
        level="ชำนาญการพิเศษ",
        group="นิเทศ",
        posts=[{"position": "นักวิชาการศึกษา", "level": "ชำนาญการ", "group": "แผน", "until": "31 มีนาคม 2569"}],
    )
    before, after = promoted.on(day("2026-03-31")), promoted.on(day("2026-04-01"))

    assert (before.post, before.group) == ("นักวิชาการศึกษาชำนาญการ", "แผน")
    assert (after.post, after.group) == ("นักวิชาการศึกษาชำนาญการพิเศษ", "นิเทศ")


def test_a_post_of_the_list_that_is_the_plain_one_has_its_level() -> None:
    somebody = person(
        position="นักวิชาการศึกษา",
        level="ชำนาญการ",
        posts=[
            {"position": "ครู", "until": "31 มีนาคม 2569"},
            {"position": "นักวิชาการศึกษา", "since": "1 เมษายน 2569"},
        ],
    )
    assert somebody.on(day("2026-04-01")).post == "นักวิชาการศึกษาชำนาญการ"
    assert somebody.on(day("2026-03-31")).level is None


def test_without_any_post_the_key_is_missing() -> None:
    with pytest.raises(ValidationError) as fault:
        person(posts=[])
    assert [(error["type"], error["loc"]) for error in fault.value.errors()] == [("missing", ("position",))]


def test_posts_are_no_part_of_what_a_paper_is_made_from() -> None:
    """A post of next year in the roster makes no paper of this year anew; the post that prints does."""
    with_next_post = person(position="ครู", posts=[DEPUTY]).on(day("2026-01-01"))
    after = person(position="ครู", posts=[DEPUTY]).on(day("2026-12-01"))

    assert with_next_post.model_dump_json() == person(position="ครู").model_dump_json()
    assert after.model_dump_json() != with_next_post.model_dump_json()


CodesAndPaths = list[tuple[str, tuple[int | str, ...]]]


def codes_and_paths(**facts: Any) -> CodesAndPaths:
    """Return code and path of each problem of a roster with one person."""
    office = Office.model_validate({"name": "ก", "short_name": "ก", "parent": "ก"})
    return [(problem.code, problem.path) for problem in check_roster([person(**facts)], office)]


START = ("people", 0, "posts", 1, "since")


@pytest.mark.parametrize(
    ("until", "since", "expected"),
    [
        ("31 มีนาคม 2569", "31 มีนาคม 2569", [("E610", START)]),
        ("31 มีนาคม 2569", "1 เมษายน 2569", []),
        ("31 มีนาคม 2569", "1 มิถุนายน 2569", []),
        (None, "1 เมษายน 2569", [("E610", START)]),
        ("31 มีนาคม 2569", None, [("E610", START[:-1])]),
    ],
)
def test_posts_that_overlap_are_told(until: str | None, since: str | None, expected: CodesAndPaths) -> None:
    posts = [{"position": "ก", "until": until}, {"position": "ข", "since": since}]
    assert codes_and_paths(posts=posts) == expected


def test_both_posts_and_their_days_stand_in_the_message() -> None:
    office = Office.model_validate({"name": "ก", "short_name": "ก", "parent": "ก"})
    posts = [{"position": "ครู", "until": "31 มีนาคม 2569"}, {"position": "ศึกษานิเทศก์", "since": "1 มีนาคม 2569"}]
    (problem,) = check_roster([person(posts=posts)], office)

    for words in ("นายสมชาย ใจดี", "ครู", "31 มีนาคม 2569", "ศึกษานิเทศก์", "1 มีนาคม 2569"):
        assert words in problem.message


def test_a_long_post_overlaps_with_each_that_lies_in_it() -> None:
    inside = [
        {"position": "ข", "since": "1 มกราคม 2569", "until": "31 มกราคม 2569"},
        {"position": "ค", "since": "1 มีนาคม 2569", "until": "31 มีนาคม 2569"},
    ]
    paths = [("people", 0, "posts", 1, "since"), ("people", 0, "posts", 2, "since")]
    assert codes_and_paths(posts=[{"position": "ก", "since": "1 ตุลาคม 2568"}, *inside]) == [
        ("E610", path) for path in paths
    ]


def test_a_plain_post_without_a_day_of_its_own_is_told() -> None:
    posts = [{"position": "ข", "until": "31 มีนาคม 2569"}, {"position": "ค", "since": "1 เมษายน 2569"}]
    assert codes_and_paths(position="ก", posts=posts) == [("E610", ("people", 0, "position"))]


def test_a_post_that_ends_before_it_begins_and_an_unknown_unit_are_told() -> None:
    post = {"position": "ก", "group": "ไม่มี", "since": "2 มีนาคม 2569", "until": "1 มีนาคม 2569"}
    place = ("people", 0, "posts", 0)
    assert codes_and_paths(position="ข", posts=[post]) == [
        ("E627", (*place, "group")),
        ("E628", (*place, "until")),
    ]


IN_PLACE, DELEGATED = "รักษาราชการแทน", "ปฏิบัติราชการแทน"


def acting(how: str, **days: str) -> dict[str, str]:
    return {"how": how, "position": "ผู้อำนวยการ", **days}


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        (
            [acting(IN_PLACE, until="31 มีนาคม 2569"), acting(IN_PLACE, since="1 เมษายน 2569")],
            [],
        ),
        (
            [acting(IN_PLACE, until="31 มีนาคม 2569"), acting(IN_PLACE, since="31 มีนาคม 2569")],
            [("E610", ("people", 0, "acting", 1, "since"))],
        ),
        (
            [acting(IN_PLACE, since="1 เมษายน 2569"), acting(IN_PLACE)],
            [("E610", ("people", 0, "acting", 0, "since"))],
        ),
        ([acting(DELEGATED), acting(IN_PLACE, since="1 เมษายน 2569")], []),
    ],
)
def test_terms_of_acting_for_one_post_overlap_in_one_way_of_acting(
    terms: list[dict[str, str]], expected: CodesAndPaths
) -> None:
    """A deputy may have delegated powers, and act in absence, at one time."""
    assert codes_and_paths(position="รองผู้อำนวยการ", acting=terms) == expected


OLD, NEW = person(position="ผู้อำนวยการ"), person(id="ข", position="ผู้อำนวยการ")


def office_with(*terms: dict[str, Any]) -> Office:
    facts = {"name": "ก", "short_name": "ก", "parent": "ก", "director": list(terms)}
    return Office.model_validate(facts)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2026-04-30", "ก"),
        ("2026-05-01", None),
        ("2026-05-31", None),
        ("2026-06-01", "ข"),
        ("2020-01-01", "ก"),
    ],
)
def test_the_office_has_the_director_of_a_day(on: str, expected: str | None) -> None:
    office = office_with(
        {"person": NEW, "since": "1 มิถุนายน 2569"}, {"person": OLD, "until": "30 เมษายน 2569"}
    )
    director = office.on(day("2030-01-01")).on(day(on)).director
    director_id = director.id if director else None
    assert director_id == expected


def test_a_director_has_the_post_of_the_day() -> None:
    promoted = person(
        posts=[
            {"position": "รองผู้อำนวยการ", "until": "31 มีนาคม 2569"},
            {"position": "ผู้อำนวยการ", "since": "1 เมษายน 2569"},
        ]
    )
    facts = {"name": "ก", "short_name": "ก", "parent": "ก", "director": promoted}
    director = Office.model_validate(facts).on(day("2026-03-31")).director
    assert director is not None
    assert director.post == "รองผู้อำนวยการ"


@pytest.mark.parametrize(
    ("until", "since", "expected"),
    [
        ("31 พฤษภาคม 2569", "1 มิถุนายน 2569", []),
        ("1 มิถุนายน 2569", "1 มิถุนายน 2569", [("E619", ("director", 1, "since"), "error")]),
        ("30 เมษายน 2569", "1 มิถุนายน 2569", [("E619", ("director", 1, "since"), "info")]),
        (None, "1 มิถุนายน 2569", [("E619", ("director", 1, "since"), "error")]),
    ],
)
def test_directors_at_one_time_are_an_error_and_a_time_without_any_is_told(
    until: str | None, since: str, expected: list[tuple[str, tuple[int | str, ...], str]]
) -> None:
    office = office_with({"person": OLD, "until": until}, {"person": NEW, "since": since})
    problems = check_director_terms(office)
    assert [(problem.code, problem.path, problem.severity.value) for problem in problems] == expected


def test_a_term_that_ends_before_it_begins_is_told() -> None:
    office = office_with({"person": OLD, "since": "2 มกราคม 2569", "until": "1 มกราคม 2569"})
    assert [(problem.code, problem.path) for problem in check_director_terms(office)] == [
        ("E628", ("director", 0, "until"))
    ]
