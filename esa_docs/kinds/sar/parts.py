"""New part files of a SAR: one for each indicator, with the issues that the edition names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from esa_docs.i18n import gettext as _
from esa_docs.kinds.assessment.parts import (
    DOTS,
    TABLE,
    TEXT,
    conclusion_lines,
    evidence_lines,
    list_of_one,
    switched_off,
)
from esa_docs.kinds.sar.scheme import Indicator, SarScheme, SchemeIssue
from esa_docs.model.abilities import PartScaffold
from esa_docs.model.rounds import ROUND_MONTHS

_INDENT: Final = "    "
"""Blanks before a key of an issue."""


def part_scaffolds(scheme: SarScheme) -> Iterator[PartScaffold]:
    """Generate the new part files of an edition: one for each indicator, with the issues that it names."""
    for code, standard, indicator in scheme.indicators():
        heading = f"มาตรฐานที่ {standard.number} ตัวบ่งชี้ที่ {indicator.number} {indicator.name}"
        lines = (*_indicator(code, indicator, scheme), *conclusion_lines())
        yield PartScaffold(code, heading, lines)


def _indicator(code: str, indicator: Indicator, scheme: SarScheme) -> Iterator[str]:
    scale = " ".join(f"{grade.level} = {grade.word}" for grade in scheme.grades)
    yield f"# ระดับคุณภาพ {scale}"
    if not indicator.issues:
        note = _("The issues of this indicator are not known here: add each with its number.")
        yield f"# {note}"
        yield from switched_off(["issues:", *_issue(code, SchemeIssue(number=1), scheme)])
        return
    yield "issues:"
    for issue in indicator.issues:
        yield from _issue_of_edition(code, issue, scheme)


def _issue_of_edition(code: str, issue: SchemeIssue, scheme: SarScheme) -> Iterator[str]:
    """Generate an issue of the edition: its number is in use, everything else stands behind ``#``."""
    number_line, *answer_lines = _issue(code, issue, scheme)
    yield f"  # ประเด็นที่ {issue.number} {issue.name or DOTS}"
    yield number_line
    for line in answer_lines:
        yield f"{_INDENT}# {line.removeprefix(_INDENT)}"


def _issue(code: str, issue: SchemeIssue, scheme: SarScheme) -> Iterator[str]:
    yield f"  - number: {issue.number}"
    if issue.name is None:
        yield f"{_INDENT}name: {TEXT}"
    for round_name in ROUND_MONTHS:
        yield f"{_INDENT}{round_name}:"
        yield f"{_INDENT}  results:"
        yield f"{_INDENT}    - {TEXT}"
        yield f"{_INDENT}  level: {scheme.grades[0].level}"
    table_lines = list_of_one("tables", TABLE)
    for line in (*table_lines, *evidence_lines(f"E-{code}-{issue.number:02d}")):
        yield f"{_INDENT}{line}"
