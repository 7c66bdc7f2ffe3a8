"""Committees over time: an order with the orders that amend and revoke it, day by day."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterable, Sequence
from itertools import permutations
from typing import Any

import pytest

from esa_docs.kinds.order.changes_rules import amended_orders
from esa_docs.kinds.order.content import Order
from esa_docs.kinds.order.history import histories_of
from esa_docs.model.committee import Committee
from esa_docs.model.faulty_documents import FaultyDocuments
from esa_docs.model.people import Person, References
from esa_docs.model.person_names import People

STEERING, WORKING = "คณะกรรมการอำนวยการ", "คณะทำงานเอกสาร"
POSTS = {"ก": "ผู้อำนวยการ", "ข": "รองผู้อำนวยการ", "ค": "นักวิชาการศึกษา", "ง": "ครู", "จ": "ศึกษานิเทศก์"}


def roster() -> References:
    people: list[Person] = []
    for letter, position in POSTS.items():
        facts = {"id": letter, "prefix": "นาย", "first_name": f"คน{letter}", "last_name": "ใจดี"}
        people.append(Person.model_validate(facts | {"position": position}))
    return References(People.of(people))


def order(number: str | None, date: str | None, **keys: Any) -> Order:
    """Return an order; its references are those of the roster."""
    content = {"subject": "แต่งตั้ง", "number": number, "date": date, "cause": ["ด้วย"], **keys}
    return Order.model_validate({key: value for key, value in content.items() if value}, context=roster())


def members(*texts: str) -> list[dict[str, str]]:
    """Return members from texts such as ``ก:กรรมการ``."""
    rows: list[dict[str, str]] = []
    for text in texts:
        person, _colon, role = text.partition(":")
        rows.append({"person": person, "role": role})
    return rows


def committee(name: str, *texts: str) -> dict[str, Any]:
    return {"name": name, "members": members(*texts), "duties": ["ทำงาน"]}


BASE = order(
    "12",
    "16 มีนาคม 2569",
    committees=[
        committee(STEERING, "ก:ประธานกรรมการ", "ข:กรรมการ", "ค:กรรมการและเลขานุการ"),
        committee("คณะกรรมการเอกสาร", "ค:ประธานกรรมการ", "ง:กรรมการ"),
    ],
)
AMENDS = {"number": "12", "date": "16 มีนาคม 2569", "subject": "แต่งตั้ง"}


def amending(number: str | None, date: str | None, *changes: dict[str, Any], **keys: Any) -> Order:
    return order(number, date, amends=AMENDS, changes=list(changes), **keys)


def change(
    leave: Sequence[Any] = (), join: Sequence[str] = (), name: str | None = STEERING
) -> dict[str, Any]:
    keys = {"committee": name, "leave": list(leave), "join": members(*join)}
    return {key: value for key, value in keys.items() if value}


def ids(committees: Sequence[Committee], name: str = STEERING) -> str:
    """Return the ids of the members of a committee in their order; empty where there is no such committee."""
    for each_committee in committees:
        if each_committee.name == name:
            return "".join(member.person.id for member in each_committee.members if member.person)
    return ""


def committee_on(base: Order, later_orders: Iterable[Order], on: dt.date) -> tuple[Committee, ...]:
    """Return the committees of an order as on a day, after all orders that amend it."""
    orders = {"": base}
    for number, later_order in enumerate(later_orders):
        orders[str(number)] = later_order
    return histories_of(orders).of(base).committees_on(on)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


SECRETARY_LEAVES = amending("30", "1 มิถุนายน 2569", change(["ค"], ["ง:กรรมการและเลขานุการ"]))
MEMBER_JOINS = amending("41", "1 สิงหาคม 2569", change(join=["จ:กรรมการ"]))


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2026-03-01", "กขค"),
        ("2026-03-16", "กขค"),
        ("2026-05-31", "กขค"),
        ("2026-06-01", "กขง"),
        ("2026-07-31", "กขง"),
        ("2026-08-01", "กขจง"),
        ("2060-01-01", "กขจง"),
    ],
)
def test_the_members_of_a_day_come_from_the_order_and_its_amendments(on: str, expected: str) -> None:
    """A successor takes the place of who leaves; another member stands behind the last of the same rank."""
    for orders in permutations([SECRETARY_LEAVES, MEMBER_JOINS]):
        committees = committee_on(BASE, orders, day(on))
        assert ids(committees) == expected
        assert ids(committees, "คณะกรรมการเอกสาร") == "คง"


@pytest.mark.parametrize(
    "draft",
    [
        amending(None, "1 มิถุนายน 2569", change(["ค"])),
        amending("30", None, change(["ค"])),
        order("30", "1 มิถุนายน 2569", amends=AMENDS | {"number": "13"}, changes=[change(["ค"])]),
        order("30", "1 มิถุนายน 2569", amends=AMENDS | {"date": "16 มีนาคม 2568"}, changes=[change(["ค"])]),
    ],
)
def test_a_draft_and_an_order_that_amends_another_change_nothing(draft: Order) -> None:
    assert ids(committee_on(BASE, [draft], day("2060-01-01"))) == "กขค"


@pytest.mark.parametrize(
    ("effect", "first_day"),
    [
        ("ตั้งแต่บัดนี้เป็นต้นไป", "2026-09-20"),
        ("ตั้งแต่วันที่ 1 ตุลาคม 2569 เป็นต้นไป", "2026-10-01"),
        ("ตั้งแต่วันที่ ๑ ตุลาคม พ.ศ. ๒๕๖๙ เป็นต้นไป", "2026-10-01"),
        ("ตั้งแต่วันที่ลงนามเป็นต้นไป", "2026-09-20"),
    ],
)
def test_an_amendment_holds_from_the_day_of_its_effect(effect: str, first_day: str) -> None:
    later_order = amending("30", "20 กันยายน 2569", change(["ค"]), effect=effect)
    before = day(first_day) - dt.timedelta(days=1)

    assert ids(committee_on(BASE, [later_order], before)) == "กขค"
    assert ids(committee_on(BASE, [later_order], day(first_day))) == "กข"


REVOKING = order("50", "1 กันยายน 2569", clauses=["ก"], revokes=[AMENDS])


@pytest.mark.parametrize(("on", "count"), [("2026-08-31", 2), ("2026-09-01", 0), ("2027-01-01", 0)])
def test_a_revoked_order_has_no_committee_from_that_day(on: str, count: int) -> None:
    assert len(committee_on(BASE, [REVOKING, SECRETARY_LEAVES], day(on))) == count


def test_an_amendment_that_is_revoked_falls_and_the_others_stay() -> None:
    revokes = [{"number": "30", "date": "1 มิถุนายน 2569", "subject": "ก"}]
    revoking = order("60", "1 ตุลาคม 2569", clauses=["ก"], revokes=revokes)
    orders = [SECRETARY_LEAVES, MEMBER_JOINS, revoking]

    assert ids(committee_on(BASE, orders, day("2026-09-30"))) == "กขจง"
    assert ids(committee_on(BASE, orders, day("2026-10-01"))) == "กขจค"
    history = histories_of({str(number): each for number, each in enumerate([BASE, *orders])}).of(BASE)
    assert [cited.number for cited in history.amendments_on(day("2026-09-30"))] == ["30", "41"]
    assert [cited.number for cited in history.amendments_on(day("2026-10-01"))] == ["41"]


def test_an_order_that_amends_an_amending_order_amends_the_first_one() -> None:
    amends = {"number": "30", "date": "1 มิถุนายน 2569", "subject": "ก"}
    later_order = order(
        "70", "1 กรกฎาคม 2569", amends=amends, changes=[change(["ง"], ["จ:กรรมการและเลขานุการ"])]
    )
    assert ids(committee_on(BASE, [later_order, SECRETARY_LEAVES], day("2026-07-01"))) == "กขจ"


@pytest.mark.parametrize(
    ("clause", "steering", "documents"),
    [
        ("ให้นายคนค ใจดี พ้นจากการเป็นกรรมการและเลขานุการ ในคณะกรรมการอำนวยการ", "กข", "คง"),
        ("ให้นายคนค ใจดี พ้นจากการเป็นกรรมการ", "กข", "ง"),
        ("ให้นายคนค ใจดี เป็นกรรมการต่อไป", "กขค", "คง"),
    ],
)
def test_a_clause_in_plain_words_still_takes_somebody_out(clause: str, steering: str, documents: str) -> None:
    later_order = order("30", "1 มิถุนายน 2569", amends=AMENDS, clauses=[clause])
    committees = committee_on(BASE, [later_order], day("2026-06-01"))
    assert (ids(committees), ids(committees, "คณะกรรมการเอกสาร")) == (steering, documents)


Problems = list[tuple[str, str, tuple[int | str, ...]]]


def places_and_codes(*orders: Order) -> Problems:
    """Return order, code and path of each problem of orders that amend the base."""
    by_name = {"base": BASE} | {f"{each.number}": each for each in orders}
    problems = amended_orders(by_name, FaultyDocuments()).problems
    return [(name, problem.code, problem.path) for name, problem in problems]


@pytest.mark.parametrize(
    ("later_change", "code", "path"),
    [
        (change(["ง"]), "E617", ("leave", 0)),
        (change(["ค", "ค"]), "E617", ("leave", 1)),
        (change(["นายไม่มี ในคณะ"]), "E617", ("leave", 0)),
        (change(["ค"], name=None), "E617", ("committee",)),
        (change(["ค"], name="คณะอื่น"), "E617", ("committee",)),
        (change(join=["ข:กรรมการ"]), "E618", ("join", 0)),
        (change(join=["จ:กรรมการ", "จ:กรรมการ"]), "E618", ("join", 1)),
        (change(join=["จ:ประธานกรรมการ"]), "E630", ()),
        (change(join=["จ:คณะทำงาน"]), "E634", ()),
    ],
)
def test_what_does_not_fit_is_told_at_its_place(
    later_change: dict[str, Any], code: str, path: tuple[int | str, ...]
) -> None:
    fitting_change = change(["ง"], name="คณะกรรมการเอกสาร")
    later_order = amending("30", "1 มิถุนายน 2569", fitting_change, later_change)
    draft = amending(None, None, fitting_change, later_change)

    assert places_and_codes(later_order) == [("30", code, ("changes", 1, *path))]
    assert places_and_codes(draft) == [("None", code, ("changes", 1, *path))]


def test_who_left_before_is_no_member_any_more_and_may_join_again() -> None:
    again = amending("31", "2 มิถุนายน 2569", change(["ค"]))
    back = amending("32", "3 มิถุนายน 2569", change(["ง"], ["ค:กรรมการและเลขานุการ"]))

    assert places_and_codes(SECRETARY_LEAVES, back) == []
    assert places_and_codes(SECRETARY_LEAVES, again, back) == [("31", "E617", ("changes", 0, "leave", 0))]


def test_a_role_changes_where_somebody_leaves_and_joins() -> None:
    later_order = amending("30", "1 มิถุนายน 2569", change(["ค"], ["ค:กรรมการ"]))
    assert places_and_codes(later_order) == []
    (steering, _documents) = committee_on(BASE, [later_order], day("2026-06-01"))
    assert [member.role for member in steering.members] == ["ประธานกรรมการ", "กรรมการ", "กรรมการ"]


def test_an_order_made_elsewhere_is_amended_with_all_that_is_to_be_said() -> None:
    elsewhere = AMENDS | {"number": "999", "subject": "เรื่องของที่อื่น"}
    short = order("30", "1 มิถุนายน 2569", amends=elsewhere, changes=[change(["ค"], name=None)])
    leaver = {"person": "ค", "role": "กรรมการ"}
    long = order("31", "1 มิถุนายน 2569", amends=elsewhere, changes=[change([leaver])])

    assert places_and_codes(short, long) == [
        ("30", "E617", ("changes", 0, "committee")),
        ("30", "E617", ("changes", 0, "leave", 0)),
    ]


@pytest.mark.parametrize("leaver", ["ค", {"person": "ค"}, "นายคนค ใจดี", {"name": "นาย คนค ใจดี"}])
def test_who_leaves_is_named_by_id_or_by_name(leaver: object) -> None:
    later_order = amending("30", "1 มิถุนายน 2569", change([leaver]))
    assert ids(committee_on(BASE, [later_order], day("2026-06-01"))) == "กข"


def test_members_by_post_alone_and_written_out_leave_too() -> None:
    written_members = [
        {"person": "ก", "role": "ประธานกรรมการ"},
        {"position": "ผู้อำนวยการกลุ่มแผน", "role": "กรรมการ"},
        {"name": "ดร.สมศรี นามนอก", "position": "ผู้ทรงคุณวุฒิ", "role": "กรรมการ"},
    ]
    base = order("12", "16 มีนาคม 2569", committees=[{"name": STEERING, "members": written_members}])
    leavers = [{"position": "ผู้อำนวยการกลุ่มแผน"}, "นางสมศรี นามนอก"]
    later_order = amending("30", "1 มิถุนายน 2569", change(leavers, name=None))

    (steering,) = committee_on(base, [later_order], day("2026-06-01"))
    assert ids([steering]) == "ก"
    assert len(steering.members) == 1


def test_two_orders_with_one_number_keep_their_own_members() -> None:
    """The number that stands twice is an error of its own (E605)."""
    twin = order("12", "20 มีนาคม 2569", committees=[committee(STEERING, "จ:ประธานกรรมการ")])

    assert ids(committee_on(BASE, [twin], day("2026-06-01"))) == "กขค"
    assert ids(committee_on(twin, [BASE], day("2026-06-01"))) == "จ"


def many_orders(count: int) -> dict[str, Order]:
    """Return orders of one committee each: half of the amendments amend the first, the others one each."""
    date = "16 มีนาคม 2569"
    orders: dict[str, Order] = {}
    for number in range(1, count + 1):
        base_committee = committee(STEERING, "ก:ประธานกรรมการ", "ข:กรรมการ")
        orders[f"base{number}"] = order(f"{number}", date, committees=[base_committee])
        for amended in (1, number):
            # In turn ค takes the place of ข, and ข that of ค.
            leaver, joiner = ("ข", "ค") if number % 2 == 0 else ("ค", "ข")
            amends = {"number": f"{amended}", "date": date, "subject": "ก"}
            changes = [change([leaver], [f"{joiner}:กรรมการ"])]
            name = f"{number + 10_000 * (amended + 1)}"
            orders[name] = order(name, "1 มิถุนายน 2569", amends=amends, changes=changes)
    return orders


def calls_of(orders: dict[str, Order]) -> int:
    """Count the calls of functions that it takes to work out the histories of orders."""
    count = 0

    def note(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(note)
    try:
        histories_of(orders)
    finally:
        sys.setprofile(None)
    return count


def test_the_work_grows_with_the_orders_and_not_with_their_square() -> None:
    few, many = many_orders(20), many_orders(160)
    assert calls_of(many) < 9 * calls_of(few)
