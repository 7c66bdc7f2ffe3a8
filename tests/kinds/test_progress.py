"""Progress of small reports, counted by hand."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from esa_docs.assess.gaps import Gap, gaps_in
from esa_docs.kinds import KINDS
from esa_docs.kinds.assessment.content import Due
from esa_docs.kinds.pmqa.content import Adli, Answer, Pmqa, PmqaItem
from esa_docs.kinds.pmqa.scheme import PmqaScheme
from esa_docs.kinds.sar.content import RoundResult, Sar, SarIndicator, SarIssue
from esa_docs.kinds.sar.scheme import SarScheme
from esa_docs.model.abilities import ProgressUse
from esa_docs.model.evidence import Evidence
from esa_docs.model.people import Person
from esa_docs.model.progress import PartState, Progress

SAR_SCHEME = SarScheme.model_validate(
    {
        "id": "small",
        "name": "มาตรฐานตัวอย่าง",
        "edition": "ตัวอย่าง",
        "source": "ตัวอย่าง",
        "certainty": "not_verified",
        "grades": [{"level": 2, "word": "ดี", "lowest": 2}, {"level": 1, "word": "พอใช้", "lowest": 1}],
        "standards": [
            {
                "number": 1,
                "name": "ตัวอย่าง",
                "indicators": [
                    {"number": 1, "name": "หนึ่ง", "issues": [{"number": 1}, {"number": 2}]},
                    {"number": 2, "name": "สอง"},
                ],
            }
        ],
    }
)
PMQA_SCHEME = PmqaScheme.model_validate(
    {
        "id": "small",
        "name": "เกณฑ์ตัวอย่าง",
        "edition": "ตัวอย่าง",
        "source": "ตัวอย่าง",
        "certainty": "not_verified",
        "scoring": "percent",
        "profile": [{"heading": "ตัวอย่าง", "questions": [{"number": 1}, {"number": 2}, {"number": 3}]}],
        "categories": [{"number": 1, "name": "ตัวอย่าง", "items": [{"number": 1}, {"number": 2}]}],
    }
)
MARCH, SEPTEMBER = dt.date(2026, 3, 31), dt.date(2026, 9, 15)
DUE = Due(six_months=MARCH, twelve_months=SEPTEMBER)
DONE = RoundResult(results=("ทำแล้ว",), level=2)
EVIDENCE = (Evidence(code="E-1", name="หลักฐาน"),)
TODAY = dt.date(2026, 9, 16)


def person(name: str) -> Person:
    return Person(id=name, prefix="นาย", first_name=name, last_name="ตัวอย่าง", position="ตัวอย่าง")


A, B = person("ก"), person("ข")


def sar(*issues: SarIssue, **fields: Any) -> Sar:
    """Return a report with the issues of indicator 1.1, which A answers for, and further fields."""
    indicator = SarIndicator(indicator="1.1", owner=A, issues=issues)
    values = {"due": DUE, **fields}
    return Sar(scheme=SAR_SCHEME, indicators=(indicator,), **values)


def issue(number: int = 1, **fields: Any) -> SarIssue:
    """Return an issue that is filled in with evidence, but for the fields that are passed."""
    values = {"six_months": DONE, "twelve_months": DONE, "evidence": EVIDENCE, **fields}
    return SarIssue(number=number, **values)


def progress_use(report: Sar | Pmqa) -> ProgressUse[Any]:
    use = KINDS.by_name[report.kind].progress
    assert use is not None
    return use


def progress_of(report: Sar | Pmqa, today: dt.date = TODAY) -> Progress:
    return progress_use(report).of(report, today)


def gaps_of(report: Sar | Pmqa) -> tuple[Gap, ...]:
    return gaps_in(progress_of(report), progress_use(report).words)


def part(report: Sar | Pmqa, index: int = 0, today: dt.date = TODAY) -> PartState:
    return progress_of(report, today).parts[index]


def due_days(state: PartState) -> list[dt.date | None]:
    return [round_state.due for round_state in state.rounds]


def test_parts_are_the_issues_known_or_opened_and_indicators_without_any() -> None:
    parts = progress_of(sar(issue(3), issue(1))).parts
    assert [(state.code, state.issue) for state in parts] == [
        ("1.1", 1),
        ("1.1", 2),
        ("1.1", 3),
        ("1.2", None),
    ]
    assert [state.is_filled for state in parts] == [True, False, True, False]
    assert [state.owner for state in parts] == [A, A, A, None]


def test_counts_of_all_and_of_each_owner() -> None:
    bare_issue = issue(2, owner=B, evidence=(), twelve_months=RoundResult(results=("ทำแล้ว",)))
    progress = progress_of(sar(issue(1), bare_issue))
    assert (len(progress.parts), progress.filled, progress.open, progress.late) == (3, 1, 2, 2)
    assert (progress.without_evidence, progress.without_owner, progress.unanswered) == (1, 1, ())
    shares = [
        (owner, len(share.parts), share.filled, share.open, share.late, share.without_evidence)
        for owner, share in progress.by_owner()
    ]
    assert shares == [(A, 1, 1, 0, 0, 0), (B, 1, 0, 1, 1, 1), (None, 1, 0, 1, 1, 0)]


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        (DONE, (True, True, True)),
        (RoundResult(results=("ทำแล้ว",)), (True, False, False)),
        (RoundResult(level=2), (False, True, False)),
        (RoundResult(), (False, False, False)),
    ],
)
def test_a_round_is_filled_in_with_results_and_level(
    result: RoundResult, expected: tuple[bool, bool, bool]
) -> None:
    _six_months, twelve_months = part(sar(issue(twelve_months=result))).rounds
    state = (twelve_months.has_results, twelve_months.has_rating, twelve_months.is_filled)
    assert state == expected


@pytest.mark.parametrize(("day", "late"), [(14, False), (15, False), (16, True)])
def test_it_is_late_on_the_day_after_and_not_on_the_day_it_is_due(day: int, *, late: bool) -> None:
    state = part(sar(issue(twelve_months=RoundResult())), today=dt.date(2026, 9, day))
    assert state.is_late is late
    assert [round_state.is_late for round_state in state.rounds] == [False, late]


def test_what_is_filled_in_is_never_late() -> None:
    assert part(sar(issue()), today=dt.date(2030, 1, 1)).is_late is False


def test_without_a_day_nothing_is_late() -> None:
    report = sar(issue(twelve_months=RoundResult()), due=Due())
    state = part(report, today=dt.date(2030, 1, 1))
    assert (state.is_late, due_days(state)) == (False, [None, None])


def test_a_day_of_its_own_goes_before_that_of_the_report_round_by_round() -> None:
    august = dt.date(2026, 8, 1)
    indicator = SarIndicator(indicator="1.2", due=Due(twelve_months=august))
    report = Sar(scheme=SAR_SCHEME, due=DUE, indicators=(indicator,))
    assert due_days(part(report, 2)) == [MARCH, august]
    assert due_days(part(report, 0)) == [MARCH, SEPTEMBER]


def test_a_report_of_six_months_asks_for_that_round_alone() -> None:
    report = sar(issue(twelve_months=RoundResult()), round="six_months")
    state = part(report, today=dt.date(2026, 12, 1))
    assert [round_state.round for round_state in state.rounds] == ["six_months"]
    assert (state.is_filled, state.is_late) == (True, False)


def test_evidence_is_missed_where_something_is_claimed() -> None:
    assert part(sar(issue(evidence=()))).lacks_evidence is True
    assert part(sar(issue())).lacks_evidence is False
    issue_without_results = issue(six_months=RoundResult(), twelve_months=RoundResult(level=2), evidence=())
    assert part(sar(issue_without_results)).lacks_evidence is False


ADLI = Adli(approach=Decimal(50), deployment=Decimal(50), learning=Decimal(50), integration=Decimal(50))


def pmqa(item: PmqaItem, **fields: Any) -> Pmqa:
    return Pmqa(scheme=PMQA_SCHEME, due=DUE, items=(item,), **fields)


@pytest.mark.parametrize(
    ("reported_round", "adli", "expected"),
    [
        ("twelve_months", ADLI, [(True, None, True), (True, True, True)]),
        ("twelve_months", None, [(True, None, True), (True, False, False)]),
        ("six_months", ADLI, [(True, True, True)]),
        ("six_months", None, [(True, False, False)]),
    ],
)
def test_an_item_is_scored_once_in_the_round_reported(
    reported_round: str, adli: Adli | None, expected: list[tuple[bool, bool | None, bool]]
) -> None:
    item = PmqaItem(item="1.2", six_months=("ก",), twelve_months=("ข",), adli=adli)
    rounds = part(pmqa(item, round=reported_round), 1).rounds
    states = [(state.has_results, state.has_rating, state.is_filled) for state in rounds]
    assert states == expected


def test_items_without_a_file_are_there_and_questions_without_an_answer_are_told() -> None:
    report = pmqa(PmqaItem(item="1.2", owner=B), profile=(Answer(question=2, text=("ตอบ",)),))
    progress = progress_of(report)
    assert [(state.code, state.issue, state.owner) for state in progress.parts] == [
        ("1.1", None, None),
        ("1.2", None, B),
    ]
    assert progress.unanswered == (1, 3)


def test_gaps_of_issues_that_lack_the_same_are_one() -> None:
    issues_without_results = [issue(number, twelve_months=RoundResult()) for number in (1, 2, 3)]
    report = sar(*issues_without_results, issue(5, evidence=()), issue(6))
    gaps = [(gap.where, gap.missing, gap.due, gap.is_late) for gap in gaps_of(report)]
    both = ("ผลการดำเนินงาน", "ระดับคุณภาพ")
    assert gaps == [
        ("ตัวบ่งชี้ที่ 1.1 ประเด็นที่ 1 ถึง 3 รอบ 12 เดือน", both, SEPTEMBER, True),
        ("ตัวบ่งชี้ที่ 1.1 ประเด็นที่ 5", ("หลักฐาน",), None, False),
        ("ตัวบ่งชี้ที่ 1.2 รอบ 6 เดือน", both, MARCH, True),
        ("ตัวบ่งชี้ที่ 1.2 รอบ 12 เดือน", both, SEPTEMBER, True),
    ]


@pytest.mark.parametrize(
    ("numbers", "words"),
    [((1,), "1"), ((1, 2), "1 และ 2"), ((1, 3, 4), "1 3 และ 4"), ((2, 3, 4, 5), "2 ถึง 5")],
)
def test_issues_are_named_by_their_numbers(numbers: tuple[int, ...], words: str) -> None:
    issues_without_results = [issue(number, twelve_months=RoundResult(level=2)) for number in numbers]
    filled_issues = [issue(number) for number in (1, 2) if number not in numbers]
    report = sar(*issues_without_results, *filled_issues)
    first_gap = gaps_of(report)[0]
    assert first_gap.part == f"ตัวบ่งชี้ที่ 1.1 ประเด็นที่ {words}"
    assert first_gap.missing == ("ผลการดำเนินงาน",)


def test_the_gap_of_an_item_names_its_score() -> None:
    report = pmqa(PmqaItem(item="1.1", six_months=("ก",), evidence=EVIDENCE))
    first_gap = gaps_of(report)[0]
    assert first_gap.where == "หัวข้อ 1.1 รอบ 12 เดือน"
    assert first_gap.missing == ("ผลการดำเนินงาน", "คะแนน")
