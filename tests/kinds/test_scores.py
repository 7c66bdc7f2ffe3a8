"""Scores by hand: all ones, a mixed card, all fives; gates; weights; rounding at the limits."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from reports import ADLI, LETCI, pmqa, sar

from esa_docs.assess.numbers import grade_of, mean, round_half_up, weighted_mean
from esa_docs.kinds import KINDS
from esa_docs.kinds.pmqa.content import Boxes
from esa_docs.kinds.pmqa.scheme import Item, Range
from esa_docs.kinds.pmqa.scores import score_levels, score_pmqa, score_range
from esa_docs.kinds.sar.scheme import SarScheme
from esa_docs.kinds.sar.scores import score_sar
from esa_docs.source.schemes import shipped_schemes

CODES = ["1.1", "1.2", "1.3", *(f"2.{n}" for n in range(1, 6)), *(f"3.{n}" for n in range(1, 7))]


@pytest.mark.parametrize(("level", "word"), [(1, "ปรับปรุง"), (5, "ดีเยี่ยม")])
def test_a_card_of_one_level_has_that_level_everywhere(level: int, word: str) -> None:
    scores = score_sar(sar({code: [level] * 6 for code in CODES}))
    assert scores.value == level
    assert scores.grade is not None
    assert scores.grade.word == word
    assert [one.value for one in scores.standards] == [level] * 3
    assert scores.is_whole


def test_a_mixed_card_by_hand() -> None:
    """Standards: (1, 2, 3) → 2, (1, 2, 3, 4, 5) → 3, (5, 5, 4, 4, 3, 3) → 4; the whole 3."""
    values = [1, 2, 3, 1, 2, 3, 4, 5, 5, 5, 4, 4, 3, 3]
    scores = score_sar(sar({code: [value] for code, value in zip(CODES, values, strict=True)}))
    assert [one.value for one in scores.standards] == [2, 3, 4]
    assert scores.value == 3
    assert [one.grade.word for one in scores.standards if one.grade] == ["พอใช้", "ดี", "ดีมาก"]


def test_what_is_not_rated_yet_counts_for_nothing_and_is_said() -> None:
    scores = score_sar(sar({"1.2": [4, None], "1.3": [None]}))
    first = scores.standards[0]
    assert [(one.value, one.rated, one.issues) for one in first.indicators] == [
        (None, 0, 4),
        (4, 1, 2),
        (None, 0, 1),
    ]
    assert first.value == scores.value == 4
    assert not scores.is_whole
    empty = score_sar(sar({}))
    assert (empty.value, empty.grade, empty.is_whole) == (None, None, False)


def test_the_round_of_the_report_decides_unless_another_is_named() -> None:
    issue = {"number": 1, "six_months": {"level": 2}, "twelve_months": {"level": 5}}
    indicators = [{"indicator": "1.2", "issues": [issue]}]
    report = sar({}, round="six_months", indicators=indicators)
    assert score_sar(report).value == 2
    assert score_sar(report, "twelve_months").value == 5


def weighted(first: str, second: str) -> SarScheme:
    shipped = shipped_schemes(KINDS)["sar-2560"].model_dump(mode="json")
    standards = [
        {"number": n, "name": "ม", "weight": weight, "indicators": [{"number": 1, "name": "ต"}]}
        for n, weight in ((1, first), (2, second))
    ]
    return SarScheme.model_validate({**shipped, "standards": standards})


def test_weights_of_standards_count() -> None:
    """30 % of 5 and 70 % of 2: 0.3 · 5 + 0.7 · 2 = 2.9."""
    scores = score_sar(sar({"1.1": [5], "2.1": [2]}, weighted("30", "70")))
    assert scores.value == Fraction(29, 10)


@pytest.mark.parametrize(
    ("value", "word"),
    [
        (Fraction(4499, 1000), "ดีเยี่ยม"),
        (Fraction(4494, 1000), "ดีมาก"),
        (Fraction(349, 100), "ดี"),
        (Fraction(3495, 1000), "ดีมาก"),
        (Fraction(1), "ปรับปรุง"),
        (Fraction(99, 100), ""),
    ],
)
def test_a_limit_is_compared_after_rounding_half_up_to_its_places(value: Fraction, word: str) -> None:
    scheme = shipped_schemes(KINDS)["sar-2560"]
    assert isinstance(scheme, SarScheme)
    grade = grade_of(value, scheme.grades)
    assert (grade.word if grade else "") == word


@pytest.mark.parametrize(
    ("value", "places", "rounded"),
    [
        (Fraction(5, 2), 0, "3"),
        (Fraction(7, 2), 0, "4"),
        (Fraction(2675, 1000), 2, "2.68"),
        (Fraction(1, 3), 2, "0.33"),
        (Fraction(2, 3), 2, "0.67"),
        (Fraction(-5, 2), 0, "-3"),
        (Fraction(10**30 * 2 + 1, 2), 0, str(10**30 + 1)),
    ],
)
def test_a_half_goes_up(value: Fraction, places: int, rounded: str) -> None:
    assert str(round_half_up(value, places)) == rounded


def test_means_pass_over_what_is_not_there() -> None:
    assert mean([Fraction(1), None, Fraction(2)]) == Fraction(3, 2)
    assert mean([None]) is None
    assert weighted_mean([(Fraction(4), Decimal(30)), (None, Decimal(70))]) == 4


BOXES: list[tuple[dict[str, list[int]], int]] = [
    ({}, 0),
    ({"basic": [1]}, 100),
    ({"basic": [1, 1, 1]}, 100),
    ({"basic": [1, 2, 3]}, 300),
    ({"basic": [1, 2, 3], "advance": [1]}, 300),
    ({"basic": [1, 2, 3], "advance": [2, 1]}, 400),
    ({"basic": [1, 2], "advance": [1, 2], "significance": [1, 2]}, 200),
    ({"basic": [1, 2, 3], "significance": [1, 2]}, 300),
    ({"basic": [1, 2, 3], "advance": [1], "significance": [1, 2]}, 300),
    ({"basic": [1, 2, 3], "advance": [1, 2], "significance": [1]}, 400),
    ({"basic": [1, 2, 3], "advance": [1, 2], "significance": [1, 2]}, 500),
]


@pytest.mark.parametrize(("boxes", "points"), BOXES)
def test_a_level_counts_only_above_whole_lower_ones(boxes: dict[str, list[int]], points: int) -> None:
    scheme: Any = shipped_schemes(KINDS)["pmqa-4.0"]
    levels = score_levels(Boxes.model_validate(boxes), Item(number=1), scheme)
    assert sum(level.points for level in levels) == points


def test_an_item_may_have_boxes_of_its_own_number() -> None:
    scheme: Any = shipped_schemes(KINDS)["pmqa-4.0"]
    item = Item.model_validate({"number": 1, "boxes": {"basic": 5}})
    levels = score_levels(Boxes(basic=(1, 2, 3)), item, scheme)
    assert sum(level.points for level in levels) == 180


@pytest.mark.parametrize(
    ("percent", "lowest", "highest", "points"),
    [
        ("74.99", "75", "95", 0),
        ("75", "75", "95", 100),
        ("80.5", "75", "95", 210),
        ("95", "75", "95", 500),
        ("120", "75", "95", 500),
        ("20", "20", "100", 100),
        ("60", "20", "100", 300),
        ("96", "94", "98", 300),
        ("80", "60", "100", 300),
        ("80", "70", "90", 300),
    ],
)
def test_results_by_their_range(percent: str, lowest: str, highest: str, points: int) -> None:
    """Slopes as published: 20 for 75–95, 5 for 20–100, 100 for 94–98, 10 for 60–100, 20 for 70–90."""
    scale = Range(id="r", lowest=Decimal(lowest), highest=Decimal(highest))
    assert score_range(Decimal(percent), scale) == points


@pytest.mark.parametrize("scheme", ["pmqa-4.0", "pmqa-2558", "pmqa-2550"])
@pytest.mark.parametrize("best", [True, False])
def test_cards_of_nothing_and_of_everything(scheme: str, best: bool) -> None:
    known: Any = shipped_schemes(KINDS)[scheme]
    items = []
    for code, category, _item in known.items():
        if known.scoring == "percent":
            key, names = ("letci", LETCI) if category.results else ("adli", ADLI)
            items.append({"item": code, key: [100 if best else 0] * len(names)})
        else:
            levels = {"basic": [1, 2, 3], "advance": [1, 2], "significance": [1, 2]} if best else {}
            items.append({"item": code, "boxes": levels})
    scores = score_pmqa(pmqa(items, scheme))
    most = 500 if known.scoring == "boxes" else 100
    assert scores.value == (most if best else 0)
    assert scores.is_whole
    assert scores.points is None


def test_points_are_taken_from_the_percentage_where_every_item_has_them() -> None:
    shipped: Any = shipped_schemes(KINDS)["pmqa-2558"]
    content = shipped.model_dump(mode="json")
    content["categories"] = [
        {"number": 1, "name": "ก", "items": [{"number": 1, "points": "40"}, {"number": 2, "points": "60"}]}
    ]
    scheme = type(shipped).model_validate(content)
    both = [{"item": "1.1", "adli": [50] * 4}, {"item": "1.2", "adli": [30, 40, 50, 60]}]
    scores = score_pmqa(pmqa(both, scheme))
    assert [one.points for one in scores.categories[0].items] == [20, 27]
    assert scores.points == scores.categories[0].points == 47
    assert score_pmqa(pmqa(both[:1], scheme)).points is None
