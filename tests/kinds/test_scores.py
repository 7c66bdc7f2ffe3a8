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
from esa_docs.kinds.pmqa.scheme import Item, PmqaScheme, Range
from esa_docs.kinds.pmqa.scores import score_levels, score_pmqa, score_range
from esa_docs.kinds.sar.answers import issues_of
from esa_docs.kinds.sar.scheme import SarScheme
from esa_docs.kinds.sar.scores import score_sar
from esa_docs.source.assets.schemes import shipped_schemes

CODES = (
    *("1.1", "1.2", "1.3"),
    *("2.1", "2.2", "2.3", "2.4", "2.5"),
    *("3.1", "3.2", "3.3", "3.4", "3.5", "3.6"),
)
"""Indicators of the edition of 2560, a line for each standard."""


@pytest.mark.parametrize(("level", "word"), [(1, "ปรับปรุง"), (5, "ดีเยี่ยม")])
def test_a_card_of_one_level_has_that_level_everywhere(level: int, word: str) -> None:
    scores = score_sar(sar({code: [level] * 6 for code in CODES}))
    assert scores.value == level
    assert scores.grade is not None
    assert scores.grade.word == word
    assert [standard.value for standard in scores.standards] == [level] * 3
    assert scores.is_whole


def test_a_mixed_card_by_hand() -> None:
    """Standards: (1, 2, 3) → 2, (1, 2, 3, 4, 5) → 3, (5, 5, 4, 4, 3, 3) → 4; the whole 3."""
    levels = [[1], [2], [3], [1], [2], [3], [4], [5], [5], [5], [4], [4], [3], [3]]
    levels_of_codes = dict(zip(CODES, levels, strict=True))
    scores = score_sar(sar(levels_of_codes))
    words = [standard.grade.word for standard in scores.standards if standard.grade]
    assert [standard.value for standard in scores.standards] == [2, 3, 4]
    assert scores.value == 3
    assert words == ["พอใช้", "ดี", "ดีมาก"]


def test_what_is_not_rated_yet_counts_for_nothing_and_is_said() -> None:
    scores = score_sar(sar({"1.2": [4, None], "1.3": [None]}))
    first_standard = scores.standards[0]
    assert [(score.value, score.rated, score.issues) for score in first_standard.indicators] == [
        (None, 0, 4),
        (4, 1, 2),
        (None, 0, 1),
    ]
    assert first_standard.value == scores.value == 4
    assert not scores.is_whole
    empty_scores = score_sar(sar({}))
    assert (empty_scores.value, empty_scores.grade, empty_scores.is_whole) == (None, None, False)


def test_the_round_of_the_report_decides_unless_another_is_named() -> None:
    issue = {"number": 1, "six_months": {"level": 2}, "twelve_months": {"level": 5}}
    indicators = [{"indicator": "1.2", "issues": [issue]}]
    report = sar({}, round="six_months", indicators=indicators)
    assert score_sar(report).value == 2
    assert score_sar(report, "twelve_months").value == 5


def scheme_with_weights(first_weight: str, second_weight: str) -> SarScheme:
    """Return the edition of 2560 with two standards of these weights in place of its own."""
    shipped_scheme = shipped_schemes(KINDS)["sar-2560"].model_dump(mode="json")
    indicators = [{"number": 1, "name": "ต"}]
    first = {"number": 1, "name": "ม", "weight": first_weight, "indicators": indicators}
    second = {"number": 2, "name": "ม", "weight": second_weight, "indicators": indicators}
    return SarScheme.model_validate({**shipped_scheme, "standards": [first, second]})


def test_weights_of_standards_count() -> None:
    """30 % of 5 and 70 % of 2: 0.3 · 5 + 0.7 · 2 = 2.9."""
    scores = score_sar(sar({"1.1": [5], "2.1": [2]}, scheme_with_weights("30", "70")))
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
    word_of_grade = grade.word if grade else ""
    assert word_of_grade == word


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


def test_of_two_ranges_with_one_id_the_last_counts() -> None:
    shipped_scheme = shipped_schemes(KINDS)["pmqa-4.0"].model_dump(mode="json")
    first = {"id": "r", "lowest": "75", "highest": "95"}
    last = {"id": "r", "lowest": "70", "highest": "90"}
    category = {"number": 7, "name": "ผลลัพธ์", "results": True, "items": [{"number": 1, "range": "r"}]}
    content = {**shipped_scheme, "ranges": [first, last], "categories": [category]}
    scheme = PmqaScheme.model_validate(content)
    scores = score_pmqa(pmqa([{"item": "7.1", "percents": [80]}], scheme))
    assert scores.value == 300


def test_of_two_grades_of_one_level_the_first_has_the_word() -> None:
    shipped_scheme = shipped_schemes(KINDS)["sar-2560"].model_dump(mode="json")
    first = {"level": 1, "word": "พอใช้", "lowest": "1"}
    last = {"level": 1, "word": "ปรับปรุง", "lowest": "0"}
    scheme = SarScheme.model_validate({**shipped_scheme, "grades": [first, last]})
    words = [facts.grade.word for facts in issues_of(sar({"1.1": [1]}, scheme)) if facts.grade]
    assert words == ["พอใช้"]


ALL_BOXES = {"basic": [1, 2, 3], "advance": [1, 2], "significance": [1, 2]}


@pytest.mark.parametrize(("boxes", "points"), [(ALL_BOXES, 500), ({}, 0)])
def test_cards_of_no_box_and_of_all_boxes(boxes: dict[str, list[int]], points: int) -> None:
    scheme: Any = shipped_schemes(KINDS)["pmqa-4.0"]
    items = [{"item": code, "boxes": boxes} for code, _category, _item in scheme.items()]
    scores = score_pmqa(pmqa(items, scheme))
    assert scores.value == points
    assert scores.is_whole
    assert scores.points is None


@pytest.mark.parametrize("scheme_id", ["pmqa-2558", "pmqa-2550"])
@pytest.mark.parametrize("percent", [100, 0])
def test_cards_of_nothing_and_of_everything(scheme_id: str, percent: int) -> None:
    scheme: Any = shipped_schemes(KINDS)[scheme_id]
    items = []
    for code, category, _item in scheme.items():
        key, factors = ("letci", LETCI) if category.results else ("adli", ADLI)
        items.append({"item": code, key: [percent] * len(factors)})
    scores = score_pmqa(pmqa(items, scheme))
    assert scores.value == percent
    assert scores.is_whole
    assert scores.points is None


def test_points_are_taken_from_the_percentage_where_every_item_has_them() -> None:
    shipped_scheme: Any = shipped_schemes(KINDS)["pmqa-2558"]
    content = shipped_scheme.model_dump(mode="json")
    items_with_points = [{"number": 1, "points": "40"}, {"number": 2, "points": "60"}]
    content["categories"] = [{"number": 1, "name": "ก", "items": items_with_points}]
    scheme = type(shipped_scheme).model_validate(content)
    items = [{"item": "1.1", "adli": [50] * 4}, {"item": "1.2", "adli": [30, 40, 50, 60]}]
    scores = score_pmqa(pmqa(items, scheme))
    category = scores.categories[0]
    assert [item.points for item in category.items] == [20, 27]
    assert scores.points == category.points == 47
    assert score_pmqa(pmqa(items[:1], scheme)).points is None
