"""Scores of a SAR: issue to indicator to standard to whole, by the weights of the edition."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from esa_docs.assess.numbers import grade_of, mean, weighted_mean
from esa_docs.kinds.sar.content import Sar, SarIndicator
from esa_docs.kinds.sar.scheme import Indicator, SarScheme, Standard
from esa_docs.model.edition import Grade
from esa_docs.model.rounds import Round


@dataclass(frozen=True, slots=True)
class IndicatorScore:
    """Score of an indicator.

    Attributes:
        code: standard and number, such as 1.2.
        indicator: what the edition says of it.
        value: mean of the levels of its issues; None while none is known.
        rated: how many issues have a level.
        issues: how many issues there are, in the edition or opened by the office.
        grade: level and word of the value.
    """

    code: str
    indicator: Indicator
    value: Fraction | None
    rated: int
    issues: int
    grade: Grade | None


@dataclass(frozen=True, slots=True)
class StandardScore:
    """Score of a standard: mean of its indicators by their weights."""

    standard: Standard
    indicators: tuple[IndicatorScore, ...]
    value: Fraction | None
    grade: Grade | None


@dataclass(frozen=True, slots=True)
class SarScores:
    """Scores of the whole: mean of the standards by their weights.

    Attributes:
        standards: scores by standard.
        value: score of the whole; None while nothing is known.
        grade: level and word of the value.
        is_whole: every issue has a level.
    """

    standards: tuple[StandardScore, ...]
    value: Fraction | None
    grade: Grade | None
    is_whole: bool


def score_sar(sar: Sar, which: Round | None = None) -> SarScores:
    """Score a SAR: what is not known yet counts for nothing, and the scores say so.

    Args:
        sar: the report.
        which: round whose levels count; the report's own if none is named.
    """
    scheme: SarScheme = sar.scheme
    answers = sar.answers()
    chosen = which or sar.round
    standards = tuple(_score_standard(one, answers, scheme, chosen) for one in scheme.standards)
    value = weighted_mean([(one.value, one.standard.weight) for one in standards])
    scores = [indicator for standard in standards for indicator in standard.indicators]
    is_whole = all(one.rated == one.issues > 0 for one in scores)
    return SarScores(standards, value, _grade(value, scheme), is_whole)


def _score_standard(
    standard: Standard, answers: dict[str, SarIndicator], scheme: SarScheme, which: Round
) -> StandardScore:
    scores = tuple(
        _score_indicator(f"{standard.number}.{one.number}", one, answers, scheme, which)
        for one in standard.indicators
    )
    value = weighted_mean([(one.value, one.indicator.weight) for one in scores])
    return StandardScore(standard, scores, value, _grade(value, scheme))


def _score_indicator(
    code: str, indicator: Indicator, answers: dict[str, SarIndicator], scheme: SarScheme, which: Round
) -> IndicatorScore:
    answer = answers.get(code)
    issues = answer.issues if answer else ()
    levels = [one.in_round(which).level for one in issues]
    known = [Fraction(level) for level in levels if level is not None]
    numbers = {one.number for one in indicator.issues} | {one.number for one in issues}
    value = mean(known)
    return IndicatorScore(code, indicator, value, len(known), len(numbers), _grade(value, scheme))


def _grade(value: Fraction | None, scheme: SarScheme) -> Grade | None:
    return grade_of(value, scheme.grades) if value is not None else None
