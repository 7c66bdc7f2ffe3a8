"""What a SAR says fits its edition.

E661 an indicator that the edition does not have · E662 an indicator or issue twice · E663 a level outside the
scale · E668 one code for two pieces of evidence · E222 (warning) words that the edition gives otherwise ·
W509 a level without evidence; W531 in `centre_rules.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from esa_docs.diagnostics import Severity
from esa_docs.i18n import gettext as _
from esa_docs.kinds.assessment.rules import (
    check_codes,
    check_parts,
    check_scores_without_evidence,
    is_shown,
    repeated,
)
from esa_docs.kinds.sar.centre_rules import check_centre_files
from esa_docs.kinds.sar.content import RoundResult, Sar, SarIndicator, SarIssue
from esa_docs.model.office import Office
from esa_docs.model.people import KeyPath
from esa_docs.model.problem import Problem, unprinted
from esa_docs.model.rounds import ROUND_MONTHS, Round


def check_sar(sar: Sar, _office: Office) -> Iterator[Problem]:
    """Find the places where a SAR does not fit its edition."""
    edition_codes = [code for code, _standard, _indicator in sar.scheme.indicators()]
    codes = [indicator.indicator for indicator in sar.indicators]
    yield from check_parts(codes, edition_codes, "indicators", "indicator")
    names = _names_of_issues(sar)
    levels = sorted(grade.level for grade in sar.scheme.grades)
    for index, indicator in enumerate(sar.indicators):
        yield from _check_issues(indicator, levels, ("indicators", index, "issues"))
        yield from _check_names(indicator, names, ("indicators", index, "issues"))
    yield from _find_later_results(sar)
    yield from check_codes(sar)
    yield from check_centre_files(sar)
    yield from check_scores_without_evidence(sar.scheme, _levels_without_evidence(sar))


def _levels_without_evidence(sar: Sar) -> Iterator[tuple[KeyPath, str]]:
    """Generate key path and name of each issue with a level in a round of the report, and no evidence."""
    rounds: tuple[Round, ...] = ("six_months",)
    if sar.round == "twelve_months":
        rounds = ("six_months", "twelve_months")
    for index, indicator in enumerate(sar.indicators):
        for issue_index, issue in enumerate(indicator.issues):
            has_level = any(issue.in_round(round_name).level is not None for round_name in rounds)
            if has_level and not is_shown(sar.scheme, issue.evidence):
                path = ("indicators", index, "issues", issue_index)
                yield path, f"ตัวบ่งชี้ที่ {indicator.indicator} ประเด็นที่ {issue.number}"


def _check_issues(indicator: SarIndicator, levels: list[int], path: KeyPath) -> Iterator[Problem]:
    seen_numbers: set[int] = set()
    for index, issue in enumerate(indicator.issues):
        place = (*path, index)
        if issue.number in seen_numbers:
            yield repeated(str(issue.number), (*place, "number"))
        seen_numbers.add(issue.number)
        yield from _check_levels(issue, levels, place)


def _names_of_issues(sar: Sar) -> dict[tuple[str, int], str]:
    """Return the words of the issues that the edition gives, by indicator and number of the issue."""
    names: dict[tuple[str, int], str] = {}
    for code, _standard, indicator in sar.scheme.indicators():
        names |= {(code, issue.number): issue.name for issue in indicator.issues if issue.name}
    return names


def _check_names(
    indicator: SarIndicator, names: Mapping[tuple[str, int], str], path: KeyPath
) -> Iterator[Problem]:
    """Generate a problem of each issue with other words than those of the edition."""
    for index, issue in enumerate(indicator.issues):
        name = names.get((indicator.indicator, issue.number))
        if issue.name and name and issue.name != name:
            message = _("the words of the edition are printed in place of these: '{name}'").format(name=name)
            hint = _("Delete 'name:'; the edition gives the words of this issue.")
            yield unprinted((*path, index, "name"), message, hint)


def _find_later_results(sar: Sar) -> Iterator[Problem]:
    """Generate, at its first place in each indicator, that a report of six months prints none of twelve."""
    if sar.round == "twelve_months":
        return
    for index, indicator in enumerate(sar.indicators):
        later_issues = []
        for issue_index, issue in enumerate(indicator.issues):
            if issue.twelve_months != RoundResult():
                later_issues.append(issue_index)
        if later_issues:
            message = _("a report of six months does not print the results of twelve ({count} issues)")
            hint = _("They will be printed with 'round: twelve_months'; nothing need be done.")
            path = ("indicators", index, "issues", later_issues[0], "twelve_months")
            yield unprinted(path, message.format(count=len(later_issues)), hint, Severity.INFO)


def _check_levels(issue: SarIssue, levels: list[int], path: KeyPath) -> Iterator[Problem]:
    for round_name in ROUND_MONTHS:
        level = issue.in_round(round_name).level
        if level is not None and level not in levels:
            message = _("a level of the scale is expected, found {level}").format(level=level)
            hint = _("The scale has: {levels}.").format(levels=", ".join(map(str, levels)))
            yield Problem((*path, round_name, "level"), "E663", message, hint)
