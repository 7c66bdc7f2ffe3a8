"""Scores of a SAR: issue to indicator to standard to whole, by the weights of the edition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from esa_docs.assess.numbers import grade_of, mean, weighted_mean
from esa_docs.kinds.sar.answers import AnsweredIndicator, answered_indicators
from esa_docs.kinds.sar.content import Sar
from esa_docs.kinds.sar.scheme import SarScheme, Standard
from esa_docs.model.edition import Grade
from esa_docs.model.rounds import Round


@dataclass(frozen=True, slots=True)
class IndicatorScore:
    """Score of an indicator, with the answer that it is the score of.

    Attributes:
        indicator: the indicator with what the office wrote of it.
        value: mean of the levels of its issues; None while none is known.
        rated: how many issues have a level.
        issues: how many issues there are, in the edition or opened by the office.
        grade: level and word of the value; None while the value is, and below all limits.
    """

    indicator: AnsweredIndicator
    value: Fraction | None
    rated: int
    issues: int
    grade: Grade | None

    @property
    def is_whole(self) -> bool:
        """Whether there are issues, and every issue has a level."""
        return self.issues > 0 and self.rated == self.issues


@dataclass(frozen=True, slots=True)
class StandardScore:
    """Score of a standard: mean of its indicators by their weights.

    Attributes:
        standard: the standard in the edition.
        indicators: scores of its indicators.
        value: the mean; None while nothing is known.
        grade: level and word of the value; None while the value is, and below all limits.
    """

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
        grade: level and word of the value; None while the value is, and below all limits.
    """

    standards: tuple[StandardScore, ...]
    value: Fraction | None
    grade: Grade | None

    @property
    def indicators(self) -> tuple[IndicatorScore, ...]:
        """Scores of all indicators, in the order of the edition."""
        scores: list[IndicatorScore] = []
        for standard in self.standards:
            scores.extend(standard.indicators)
        return tuple(scores)

    @property
    def is_whole(self) -> bool:
        """Whether there are issues in every indicator, and every issue has a level."""
        return all(score.is_whole for score in self.indicators)


def score_sar(sar: Sar, round_name: Round | None = None) -> SarScores:
    """Score a SAR. An issue without a level counts for nothing.

    Args:
        sar: a report that fits its edition.
        round_name: the round whose levels count; None for that of the report.
    """
    scheme: SarScheme = sar.scheme
    round_name = round_name or sar.round
    scores: dict[int, list[IndicatorScore]] = {standard.number: [] for standard in scheme.standards}
    for indicator in answered_indicators(sar):
        score = _score_indicator(indicator, scheme, round_name)
        scores[indicator.standard.number].append(score)
    standards = [_score_standard(standard, scores[standard.number], scheme) for standard in scheme.standards]
    value = weighted_mean([(score.value, score.standard.weight) for score in standards])
    return SarScores(tuple(standards), value, _grade(value, scheme))


def _score_standard(standard: Standard, scores: Sequence[IndicatorScore], scheme: SarScheme) -> StandardScore:
    value = weighted_mean([(score.value, score.indicator.definition.weight) for score in scores])
    return StandardScore(standard, tuple(scores), value, _grade(value, scheme))


def _score_indicator(indicator: AnsweredIndicator, scheme: SarScheme, round_name: Round) -> IndicatorScore:
    levels = []
    for issue in indicator.issues:
        level = issue.answer.in_round(round_name).level
        if level is not None:
            levels.append(Fraction(level))
    value = mean(levels)
    return IndicatorScore(indicator, value, len(levels), len(indicator.issues), _grade(value, scheme))


def _grade(value: Fraction | None, scheme: SarScheme) -> Grade | None:
    if value is None:
        return None
    return grade_of(value, scheme.grades)
