"""A meeting is of a committee that its order appoints, and those absent are its members."""

from __future__ import annotations

from typing import Any

import pytest

from esa_docs.diagnostics import Severity
from esa_docs.kinds.minutes.content import Minutes
from esa_docs.kinds.minutes.rules import check_meeting
from esa_docs.kinds.order.content import Order
from esa_docs.model.linked import Linked
from esa_docs.model.office import Office
from esa_docs.model.people import Person
from esa_docs.model.problem import Problem

CodesAndPaths = list[tuple[str, tuple[int | str, ...]]]


@pytest.fixture(autouse=True)
def in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")


def person(name: str) -> Person:
    return Person(id=name, prefix="นาย", first_name=name, last_name="ใจดี", position="นักวิชาการ")


CHAIR, GUEST = person("สมชาย"), person("สมคิด")
MEMBERS = [
    {"person": CHAIR, "role": "ประธานกรรมการ"},
    {"position": "หัวหน้ากลุ่ม", "role": "กรรมการ"},
    {"name": "นางสมศรี นามนอก", "position": "ผู้ทรงคุณวุฒิ", "role": "กรรมการ"},
]


def order(*committee_names: str, **changes: Any) -> Linked[Order]:
    """Return an order that appoints committees of these names; ``changes`` replace or extend its keys."""
    committees = [{"name": name, "members": MEMBERS} for name in committee_names]
    content = {"subject": "ก", "cause": ["ด้วย"], "clauses": ["ข"], "committees": committees, **changes}
    return Linked("orders/a", Order.model_validate(content))


def minutes(**changes: Any) -> Minutes:
    """Return minutes of a committee of an order; ``changes`` replace or extend their keys."""
    content = {
        "number": "1",
        "date": "9 มีนาคม 2569",
        "begins": "09.30 น.",
        "place": "ห้องประชุม",
        "order": order("คณะกรรมการ"),
        "recorder": CHAIR,
        **changes,
    }
    return Minutes.model_validate(content)


def problems_in(content: Minutes, agenda_form: str = "five") -> list[Problem]:
    """Return the problems of minutes; ``agenda_form`` is that of the office."""
    office = {"name": "สำนักงาน", "short_name": "สพป.", "parent": "สพฐ.", "agenda_form": agenda_form}
    return list(check_meeting(content, Office.model_validate(office)))


def codes_and_paths(content: Minutes, agenda_form: str = "five") -> CodesAndPaths:
    problems = problems_in(content, agenda_form)
    return [(problem.code, problem.path) for problem in problems]


def test_a_meeting_of_the_one_committee_of_its_order_is_right() -> None:
    absent = [{"person": CHAIR}, {"member": "หัวหน้ากลุ่ม"}, {"member": "นางสมศรี นามนอก"}]

    assert codes_and_paths(minutes(absent=absent, ends="12.00 น.")) == []


@pytest.mark.parametrize(
    ("committees", "committee", "message"),
    [
        (
            ("หนึ่ง", "สอง"),
            None,
            "the order appoints several committees, and it is not said which of them meets",
        ),
        ((), None, "the order appoints no committee"),
        (("หนึ่ง",), "สอง", "the name of a committee of the order is expected, found 'สอง'"),
        (("หนึ่ง", "สอง"), "สาม", "the name of a committee of the order is expected, found 'สาม'"),
    ],
)
def test_the_committee_must_be_one_of_the_order(
    committees: tuple[str, ...], committee: str | None, message: str
) -> None:
    content = minutes(order=order(*committees), committee=committee, absent=[{"person": GUEST}])
    (problem,) = problems_in(content)

    assert (problem.code, problem.path, problem.message) == ("E650", ("committee",), message)
    for name in committees:
        assert name in problem.hint


def test_a_committee_may_be_named() -> None:
    assert codes_and_paths(minutes(order=order("หนึ่ง", "สอง"), committee="สอง")) == []


def test_who_is_absent_is_a_member() -> None:
    absent = [{"person": GUEST}, {"member": "หัวหน้างาน"}, {"member": "ผู้ทรงคุณวุฒิ"}]

    assert codes_and_paths(minutes(absent=absent)) == [
        ("E651", ("absent", 0, "person")),
        ("E651", ("absent", 1, "member")),
    ]


def test_a_member_is_absent_once_by_whatever_name() -> None:
    absent = [{"member": "ผู้ทรงคุณวุฒิ"}, {"member": "นางสมศรี นามนอก"}]

    assert codes_and_paths(minutes(absent=absent)) == [("E652", ("absent", 1, "member"))]


@pytest.mark.parametrize(
    ("form_of_meeting", "form_of_office", "expected"),
    [
        (None, "five", [("E653", ("continued",))]),
        (None, "six", []),
        ("six", "five", []),
        ("five", "six", [("E653", ("continued",))]),
    ],
)
def test_matters_that_go_on_need_the_agenda_of_six_parts(
    form_of_meeting: str | None, form_of_office: str, expected: CodesAndPaths
) -> None:
    content = minutes(continued=[{"title": "ก"}], agenda_form=form_of_meeting)
    assert codes_and_paths(content, form_of_office) == expected


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        ("09.31 น.", []),
        ("09.30 น.", [("E654", ("ends",))]),
        ("09.29 น.", [("E654", ("ends",))]),
        (None, []),
    ],
)
def test_a_meeting_ends_after_it_begins(ends: str | None, expected: CodesAndPaths) -> None:
    assert codes_and_paths(minutes(ends=ends)) == expected


@pytest.mark.parametrize(("body", "expected"), [(None, [("E655", ())]), ("คณะทำงาน", [])])
def test_who_meets_must_be_said_where_no_order_does(body: str | None, expected: CodesAndPaths) -> None:
    assert codes_and_paths(minutes(order=None, members=MEMBERS, body=body)) == expected


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("10 มีนาคม 2569", [("E656", ("date",), Severity.WARNING)]),
        ("9 มีนาคม 2569", []),
        (None, []),
    ],
)
def test_a_meeting_before_its_order_is_told_and_does_no_harm(date: str | None, expected: list[Any]) -> None:
    problems = problems_in(minutes(order=order("คณะกรรมการ", date=date, number="1")))

    assert [(problem.code, problem.path, problem.severity) for problem in problems] == expected
