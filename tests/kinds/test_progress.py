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
SHOWN = (Evidence(code="E-1", name="หลักฐาน"),)
TODAY = dt.date(2026, 9, 16)


def person(name: str) -> Person:
    return Person(id=name, prefix="นาย", first_name=name, last_name="ตัวอย่าง", position="ตัวอย่าง")


A, B = person("ก"), person("ข")


def sar(*issues: SarIssue, **more: Any) -> Sar:
    """Give a report with the issues of indicator 1.1, which A answers for."""
    indicator = SarIndicator(indicator="1.1", owner=A, issues=issues)
    return Sar(scheme=SAR_SCHEME, indicators=(indicator,), **{"due": DUE, **more})


def issue(number: int = 1, **more: Any) -> SarIssue:
    return SarIssue(number=number, **{"six_months": DONE, "twelve_months": DONE, "evidence": SHOWN, **more})


def progress_use(report: Sar | Pmqa) -> ProgressUse[Any]:
    use = KINDS.by_name[report.kind].progress
    assert use is not None
    return use


def progress_of(report: Sar | Pmqa, today: dt.date = TODAY) -> Progress:
    return progress_use(report).of(report, today)


def gaps_of(report: Sar | Pmqa) -> tuple[Gap, ...]:
    return gaps_in(progress_of(report), progress_use(report).words)


def part(report: Sar | Pmqa, place: int = 0, today: dt.date = TODAY) -> PartState:
    return progress_of(report, today).parts[place]


def test_parts_are_the_issues_known_or_opened_and_indicators_without_any() -> None:
    parts = progress_of(sar(issue(3), issue(1))).parts
    assert [(one.code, one.issue) for one in parts] == [("1.1", 1), ("1.1", 2), ("1.1", 3), ("1.2", None)]
    assert [one.is_filled for one in parts] == [True, False, True, False]
    assert [one.owner for one in parts] == [A, A, A, None]


def test_counts_of_all_and_of_each_owner() -> None:
    bare = issue(2, owner=B, evidence=(), twelve_months=RoundResult(results=("ทำแล้ว",)))
    whole = progress_of(sar(issue(1), bare))
    assert (len(whole.parts), whole.filled, whole.open, whole.late) == (3, 1, 2, 2)
    assert (whole.without_evidence, whole.without_owner, whole.unanswered) == (1, 1, ())
    shares = [
        (owner, len(one.parts), one.filled, one.open, one.late, one.without_evidence)
        for owner, one in whole.by_owner()
    ]
    assert shares == [(A, 1, 1, 0, 0, 0), (B, 1, 0, 1, 1, 1), (None, 1, 0, 1, 1, 0)]


@pytest.mark.parametrize(
    ("there", "expected"),
    [
        (DONE, (True, True, True)),
        (RoundResult(results=("ทำแล้ว",)), (True, False, False)),
        (RoundResult(level=2), (False, True, False)),
        (RoundResult(), (False, False, False)),
    ],
)
def test_a_round_is_filled_in_with_results_and_level(
    there: RoundResult, expected: tuple[bool, bool, bool]
) -> None:
    _six, twelve = part(sar(issue(twelve_months=there))).rounds
    assert (twelve.has_results, twelve.has_rating, twelve.is_filled) == expected


@pytest.mark.parametrize(("day", "late"), [(14, False), (15, False), (16, True)])
def test_it_is_late_on_the_day_after_and_not_on_the_day_it_is_due(day: int, *, late: bool) -> None:
    missing = part(sar(issue(twelve_months=RoundResult())), today=dt.date(2026, 9, day))
    assert missing.is_late is late
    assert [one.is_late for one in missing.rounds] == [False, late]


def test_what_is_filled_in_is_never_late() -> None:
    assert part(sar(issue()), today=dt.date(2030, 1, 1)).is_late is False


def test_without_a_day_nothing_is_late() -> None:
    missing = part(sar(issue(twelve_months=RoundResult()), due=Due()), today=dt.date(2030, 1, 1))
    assert (missing.is_late, [one.due for one in missing.rounds]) == (False, [None, None])


def test_a_day_of_its_own_goes_before_that_of_the_report_round_by_round() -> None:
    own = Due(twelve_months=dt.date(2026, 8, 1))
    indicator = SarIndicator(indicator="1.2", due=own)
    report = Sar(scheme=SAR_SCHEME, due=DUE, indicators=(indicator,))
    assert [one.due for one in part(report, 2).rounds] == [MARCH, dt.date(2026, 8, 1)]
    assert [one.due for one in part(report, 0).rounds] == [MARCH, SEPTEMBER]


def test_a_report_of_six_months_asks_for_that_round_alone() -> None:
    done = part(sar(issue(twelve_months=RoundResult()), round="six_months"), today=dt.date(2026, 12, 1))
    assert [one.round for one in done.rounds] == ["six_months"]
    assert (done.is_filled, done.is_late) == (True, False)


def test_evidence_is_missed_where_something_is_claimed() -> None:
    assert part(sar(issue(evidence=()))).lacks_evidence is True
    assert part(sar(issue())).lacks_evidence is False
    empty = issue(six_months=RoundResult(), twelve_months=RoundResult(level=2), evidence=())
    assert part(sar(empty)).lacks_evidence is False


ADLI = Adli(approach=Decimal(50), deployment=Decimal(50), learning=Decimal(50), integration=Decimal(50))


def pmqa(item: PmqaItem, **more: Any) -> Pmqa:
    return Pmqa(scheme=PMQA_SCHEME, due=DUE, items=(item,), **more)


@pytest.mark.parametrize(
    ("which", "rated", "expected"),
    [
        ("twelve_months", True, [(True, None, True), (True, True, True)]),
        ("twelve_months", False, [(True, None, True), (True, False, False)]),
        ("six_months", True, [(True, True, True)]),
        ("six_months", False, [(True, False, False)]),
    ],
)
def test_an_item_is_scored_once_in_the_round_reported(
    which: str, expected: list[tuple[bool, bool | None, bool]], *, rated: bool
) -> None:
    item = PmqaItem(item="1.2", six_months=("ก",), twelve_months=("ข",), adli=ADLI if rated else None)
    rounds = part(pmqa(item, round=which), 1).rounds
    assert [(one.has_results, one.has_rating, one.is_filled) for one in rounds] == expected


def test_items_without_a_file_are_there_and_questions_without_an_answer_are_told() -> None:
    report = pmqa(PmqaItem(item="1.2", owner=B), profile=(Answer(question=2, text=("ตอบ",)),))
    found = progress_of(report)
    assert [(one.code, one.issue, one.owner) for one in found.parts] == [
        ("1.1", None, None),
        ("1.2", None, B),
    ]
    assert found.unanswered == (1, 3)


def test_gaps_of_issues_that_lack_the_same_are_one() -> None:
    missing = RoundResult()
    report = sar(
        *(issue(number, twelve_months=missing) for number in (1, 2, 3)), issue(5, evidence=()), issue(6)
    )
    found = [(gap.where, gap.missing, gap.due, gap.is_late) for gap in gaps_of(report)]
    both = ("ผลการดำเนินงาน", "ระดับคุณภาพ")
    assert found == [
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
    missing = RoundResult(level=2)
    done = [number for number in (1, 2) if number not in numbers]
    report = sar(*(issue(n, twelve_months=missing) for n in numbers), *map(issue, done))
    first = gaps_of(report)[0]
    assert (first.part, first.missing) == (f"ตัวบ่งชี้ที่ 1.1 ประเด็นที่ {words}", ("ผลการดำเนินงาน",))


def test_the_gap_of_an_item_names_its_score() -> None:
    report = pmqa(PmqaItem(item="1.1", six_months=("ก",), evidence=SHOWN))
    assert [(gap.where, gap.missing) for gap in gaps_of(report)][:1] == [
        ("หัวข้อ 1.1 รอบ 12 เดือน", ("ผลการดำเนินงาน", "คะแนน"))
    ]
