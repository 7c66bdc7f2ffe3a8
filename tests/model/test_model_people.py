"""A person's post with its level, the days in office, who a member is, and where content names people."""

from __future__ import annotations

import datetime as dt

import pytest

from esa_docs.kinds.order.content import Order
from esa_docs.model.committee import Member
from esa_docs.model.people import Acting, Person, people_in

SPECIALIST = "นักวิเคราะห์นโยบายและแผน"


def person(**changes: object) -> Person:
    """Return a person; ``changes`` replace or extend the facts."""
    facts = {"id": "ก", "prefix": "นาย", "first_name": "สมชาย", "last_name": "ใจดี", "position": SPECIALIST}
    return Person.model_validate(facts | changes)


@pytest.mark.parametrize(
    ("position", "level", "post"),
    [
        (SPECIALIST, None, SPECIALIST),
        (SPECIALIST, "ชำนาญการ", "นักวิเคราะห์นโยบายและแผนชำนาญการ"),
        (SPECIALIST, "ระดับชำนาญการพิเศษ", "นักวิเคราะห์นโยบายและแผนชำนาญการพิเศษ"),
        ("ครู", "วิทยฐานะ ชำนาญการพิเศษ", "ครูชำนาญการพิเศษ"),
        ("เจ้าพนักงานธุรการ", "อาวุโส", "เจ้าพนักงานธุรการอาวุโส"),
        ("เจ้าพนักงานธุรการชำนาญงาน", "ชำนาญงาน", "เจ้าพนักงานธุรการชำนาญงาน"),
        ("ครูชำนาญการพิเศษ", "ชำนาญการ", "ครูชำนาญการพิเศษ"),
        ("ผู้อำนวยการกลุ่มอำนวยการ", "ชำนาญการพิเศษ", "ผู้อำนวยการกลุ่มอำนวยการ"),
        ("รองผู้อำนวยการสำนักงาน", "ชำนาญการพิเศษ", "รองผู้อำนวยการสำนักงาน"),
        ("ช่างไม้", "ลูกจ้างประจำ", "ช่างไม้"),
        ("ครู", "ชำนาญการ พิเศษ", "ครูชำนาญการพิเศษ"),
        ("ครู", "ชำนานการ", "ครู"),
    ],
)
def test_the_level_is_printed_where_it_is_part_of_the_post_and_never_twice(
    position: str, level: str | None, post: str
) -> None:
    assert person(position=position, level=level).post == post


@pytest.mark.parametrize(
    ("since", "until", "day", "serves"),
    [
        (None, None, "2569-03-16", True),
        ("1 ตุลาคม 2568", None, "2568-10-01", True),
        ("1 ตุลาคม 2568", None, "2568-09-30", False),
        (None, "30 กันยายน 2569", "2569-09-30", True),
        (None, "30 กันยายน 2569", "2569-10-01", False),
        ("1 ตุลาคม 2568", "30 กันยายน 2569", "2569-03-16", True),
    ],
)
def test_first_and_last_day_in_office_count(
    since: str | None, until: str | None, day: str, serves: bool
) -> None:
    buddhist_year, month, day_of_month = map(int, day.split("-"))
    date = dt.date(buddhist_year - 543, month, day_of_month)

    assert person(since=since, until=until).in_office(date) is serves
    acting = {"how": "รักษาราชการแทน", "position": "ผู้อำนวยการ", "since": since, "until": until}
    assert Acting.model_validate(acting).lasts_on(date) is serves


@pytest.mark.parametrize(
    ("content", "name", "post"),
    [
        ({"person": person()}, "นายสมชาย ใจดี", SPECIALIST),
        ({"person": person(level="ชำนาญการ")}, "นายสมชาย ใจดี", "นักวิเคราะห์นโยบายและแผนชำนาญการ"),
        ({"name": "นางสมศรี นามนอก", "position": "ผู้แทน"}, "นางสมศรี นามนอก", "ผู้แทน"),
        ({"name": "นางสมศรี นามนอก"}, "นางสมศรี นามนอก", ""),
        ({"position": "ผู้แทน"}, "", "ผู้แทน"),
    ],
)
def test_a_member_has_a_name_a_post_or_both(content: dict[str, object], name: str, post: str) -> None:
    member = Member.model_validate({**content, "role": "กรรมการ"})

    assert (member.full_name.replace("\u00a0", " "), member.post) == (name, post)


def test_a_member_is_the_person_of_the_same_id() -> None:
    member = Member(person=person(id="ก"), role="กรรมการ")
    member_by_name = Member(name="นายสมชาย ใจดี", role="กรรมการ")

    assert member.is_person(person(id="ก", last_name="อื่น"))
    assert not member.is_person(person(id="ข"))
    assert not member_by_name.is_person(person(id="ก"))


def test_people_are_found_in_content_of_any_kind_with_their_key_paths() -> None:
    member, signer = person(id="ก"), person(id="ข")
    content = {
        "subject": "ก",
        "cause": ["ด้วย"],
        "signature": {"by": signer},
        "committees": [
            {"name": "คณะที่ 1", "members": [{"position": "ผู้แทน", "role": "กรรมการ"}]},
            {"name": "คณะที่ 2", "members": [{"person": member, "role": "กรรมการ"}]},
        ],
    }

    assert dict(people_in(Order.model_validate(content))) == {
        ("signature", "by"): signer,
        ("committees", 1, "members", 0, "person"): member,
    }
