"""Orders that cite other orders of the project: by their own date and subject, and never themselves."""

from __future__ import annotations

from typing import Any

import pytest

from esa_docs.diagnostics import Severity
from esa_docs.kinds.order.citing_rules import check_citing
from esa_docs.kinds.order.content import Order
from esa_docs.model.faulty_documents import FaultyDocuments
from esa_docs.model.problem import Problem

SUBJECT = "แต่งตั้งคณะกรรมการพัฒนาคุณภาพการบริหารจัดการภาครัฐ"
CITED_ORDER = {"number": "1", "date": "5 มกราคม 2569", "subject": SUBJECT}
LATER = {"number": "9", "date": "2 มีนาคม 2569", "subject": "แก้ไขเพิ่มเติม"}
CHANGE = {"committee": "คณะกรรมการ", "leave": [{"name": "นายก ข", "role": "กรรมการ"}]}


def order(facts: dict[str, str], **keys: Any) -> Order:
    return Order.model_validate({"cause": ["ด้วย"], **facts, **keys})


def problems_of(*orders: Order) -> list[Problem]:
    """Return the problems of orders whose names are their places."""
    by_name = {str(place): each_order for place, each_order in enumerate(orders)}
    return [problem for _name, problem in check_citing(by_name, FaultyDocuments()).problems]


def rows_of(*orders: Order) -> list[tuple[str, str, tuple[int | str, ...]]]:
    """Return severity, code and path of each problem."""
    return [(str(problem.severity), problem.code, problem.path) for problem in problems_of(*orders)]


@pytest.mark.parametrize(
    ("difference", "severity", "key"),
    [
        ({"date": "6 มกราคม 2569"}, "error", "date"),
        ({"date": "9 กุมภาพันธ์ 2569", "subject": "เรื่องอื่น"}, "error", "date"),
        ({"subject": "เรื่องอื่น"}, "error", "subject"),
        ({"subject": "จัดซื้อครุภัณฑ์คอมพิวเตอร์"}, "error", "subject"),
        ({"subject": "แต่งตั้งคณะกรรมการพัฒนาคุณภาพฯ"}, "warning", "subject"),
        ({"subject": f"{SUBJECT} (ฉบับที่ 2)"}, "warning", "subject"),
        ({"subject": SUBJECT.replace("คุณภาพ", "คุณภาภ")}, "warning", "subject"),
        ({"number": "2"}, "warning", "number"),
        ({"date": "5 มกราคม 2568"}, "warning", "date"),
    ],
)
def test_a_cited_order_is_compared_with_the_order_itself(
    difference: dict[str, str], severity: str, key: str
) -> None:
    cited = CITED_ORDER | difference
    assert rows_of(order(CITED_ORDER), order(LATER, amends=cited)) == [(severity, "E640", ("amends", key))]
    assert rows_of(order(CITED_ORDER), order(LATER, revokes=[cited])) == [
        (severity, "E640", ("revokes", 0, key))
    ]


@pytest.mark.parametrize(
    "cited",
    [
        CITED_ORDER,
        CITED_ORDER | {"number": "๑/๒๕๖๙", "date": "๕ มกราคม ๒๕๖๙"},
        CITED_ORDER | {"subject": f"เรื่อง  {SUBJECT}"},
        CITED_ORDER | {"subject": SUBJECT.replace("คุณภาพ", "คุณภาพ ")},
        {"number": "77", "date": "1 มิถุนายน 2567", "subject": SUBJECT},
        {"number": "2", "date": "5 มกราคม 2569", "subject": "เรื่องของที่อื่น"},
    ],
)
def test_a_cited_order_that_is_so_or_is_not_in_the_project_has_no_problem(cited: dict[str, str]) -> None:
    assert rows_of(order(CITED_ORDER), order(LATER, amends=cited, revokes=[cited])) == []


def test_the_message_has_both_values_and_the_hint_the_right_number() -> None:
    (date_problem,) = problems_of(
        order(CITED_ORDER), order(LATER, amends=CITED_ORDER | {"date": "6 มกราคม 2569"})
    )
    for words in ("1/2569", "5 มกราคม 2569", "6 มกราคม 2569"):
        assert words in date_problem.message

    (subject_problem,) = problems_of(
        order(CITED_ORDER), order(LATER, amends=CITED_ORDER | {"subject": "เรื่องอื่น"})
    )
    for words in (SUBJECT, "เรื่องอื่น"):
        assert words in subject_problem.message

    other_order = order({"number": "2", "date": "12 มกราคม 2569", "subject": "เรื่องที่สอง"})
    (number_problem,) = problems_of(
        order(CITED_ORDER), other_order, order(LATER, amends=CITED_ORDER | {"number": "2"})
    )
    assert (number_problem.code, number_problem.path) == ("E640", ("amends", "date"))
    assert "1/2569" in number_problem.hint

    (warning,) = problems_of(order(CITED_ORDER), order(LATER, amends=CITED_ORDER | {"number": "2"}))
    assert "1/2569" in warning.message


def test_an_order_neither_amends_nor_revokes_itself_or_a_later_one() -> None:
    itself = order(CITED_ORDER, amends=CITED_ORDER, revokes=[CITED_ORDER | {"subject": "เรื่องอื่น"}])
    assert rows_of(itself) == [("error", "E640", ("amends",)), ("error", "E640", ("revokes", 0))]

    earlier = order(CITED_ORDER, revokes=[LATER])
    assert rows_of(earlier, order(LATER)) == [("error", "E640", ("revokes", 0, "date"))]


def test_an_order_that_cites_wrongly_is_unsound_and_a_warning_does_not_make_it_so() -> None:
    orders = {
        "base": order(CITED_ORDER),
        "wrong": order(LATER, amends=CITED_ORDER | {"date": "6 มกราคม 2569"}),
        "short": order(LATER | {"number": "10"}, amends=CITED_ORDER | {"subject": "แต่งตั้งคณะกรรมการ"}),
    }
    citing = check_citing(orders, FaultyDocuments())
    assert list(citing.sound_orders) == ["base", "short"]


def test_who_amends_an_order_with_errors_has_one_error_and_so_have_those_that_amend_it() -> None:
    amending = order(LATER, amends=CITED_ORDER, changes=[CHANGE])
    amending_again = order(LATER | {"number": "10"}, amends=LATER, changes=[CHANGE])
    faulty = FaultyDocuments({("1", 2569): "2569/orders/a"})
    citing = check_citing(
        {"b": amending, "c": amending_again, "d": order(LATER, revokes=[CITED_ORDER])}, faulty
    )

    places = [(name, problem.code, problem.path) for name, problem in citing.problems]
    assert places == [("b", "E641", ("amends",)), ("c", "E641", ("amends",))]
    messages = [problem.message for _name, problem in citing.problems]
    assert "2569/orders/a" in messages[0]
    assert {problem.severity for _name, problem in citing.problems} == {Severity.ERROR}
    assert list(citing.sound_orders) == ["d"]
