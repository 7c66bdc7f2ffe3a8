"""New part files of a SAR: one for each indicator of its edition, known issues numbered."""

from __future__ import annotations

from collections.abc import Iterator

from esa_docs.i18n import gettext as _
from esa_docs.kinds.assessment.parts import (
    DOTS,
    TABLE,
    TEXT,
    conclusion_lines,
    evidence_lines,
    listed,
    switched_off,
)
from esa_docs.kinds.sar.scheme import Indicator, SarScheme, SchemeIssue
from esa_docs.model.abilities import PartScaffold


def part_scaffolds(scheme: SarScheme) -> Iterator[PartScaffold]:
    """Give the new part files of an edition: one for each indicator, known issues numbered."""
    for code, standard, indicator in scheme.indicators():
        heading = f"มาตรฐานที่ {standard.number} ตัวบ่งชี้ที่ {indicator.number} {indicator.name}"
        yield PartScaffold(code, heading, (*_indicator(code, indicator, scheme), *conclusion_lines()))


def _indicator(code: str, indicator: Indicator, scheme: SarScheme) -> Iterator[str]:
    scale = " ".join(f"{grade.level} = {grade.word}" for grade in scheme.grades)
    yield f"# ระดับคุณภาพ {scale}"
    if not indicator.issues:
        note = _("The issues of this indicator are not known here: add each with its number.")
        yield f"# {note}"
        yield from switched_off(("issues:", *_issue(code, SchemeIssue(number=1), scheme)))
        return
    yield "issues:"
    for issue in indicator.issues:
        yield from _known_issue(code, issue, scheme)


def _known_issue(code: str, issue: SchemeIssue, scheme: SarScheme) -> Iterator[str]:
    """Write an issue of the edition: its number is in use, the rest stands behind ``#``."""
    first, *rest = _issue(code, issue, scheme)
    yield f"  # ประเด็นที่ {issue.number} {issue.name or DOTS}"
    yield first
    yield from (f"    # {line[4:]}" for line in rest)


def _issue(code: str, issue: SchemeIssue, scheme: SarScheme) -> Iterator[str]:
    yield f"  - number: {issue.number}"
    if issue.name is None:
        yield f"    name: {TEXT}"
    for which in ("six_months", "twelve_months"):
        yield from (f"    {which}:", "      results:", f"        - {TEXT}")
        yield f"      level: {scheme.grades[0].level}"
    shown = (*listed("tables", TABLE), *evidence_lines(f"E-{code}-{issue.number:02d}"))
    yield from (f"    {line}" for line in shown)
