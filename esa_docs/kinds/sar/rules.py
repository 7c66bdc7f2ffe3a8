"""What a SAR says fits its edition.

E661 an indicator that the edition has not · E662 an indicator or issue twice · E663 a level outside the
scale · E668 one code for two pieces of evidence.
"""

from __future__ import annotations

from collections.abc import Iterator

from esa_docs.i18n import gettext as _
from esa_docs.kinds.assessment.rules import check_codes, check_parts, repeated
from esa_docs.kinds.sar.content import Sar, SarIndicator
from esa_docs.model.office import Office
from esa_docs.model.people import KeyPath
from esa_docs.model.problem import Problem
from esa_docs.model.rounds import ROUND_MONTHS


def check_sar(sar: Sar, _office: Office) -> Iterator[Problem]:
    """Find what of a SAR does not fit its edition."""
    known = [code for code, _standard, _indicator in sar.scheme.indicators()]
    yield from check_parts([one.indicator for one in sar.indicators], known, "indicators", "indicator")
    levels = sorted(grade.level for grade in sar.scheme.grades)
    for number, one in enumerate(sar.indicators):
        yield from _check_indicator(one, levels, ("indicators", number))
    yield from check_codes(sar)


def _check_indicator(one: SarIndicator, levels: list[int], path: KeyPath) -> Iterator[Problem]:
    seen: set[int] = set()
    for number, issue in enumerate(one.issues):
        place = (*path, "issues", number)
        if issue.number in seen:
            yield repeated(str(issue.number), (*place, "number"))
        seen.add(issue.number)
        for name in ROUND_MONTHS:
            level = getattr(issue, name).level
            if level is not None and level not in levels:
                message = _("a level of the scale is expected, found {level}").format(level=level)
                hint = _("The scale has: {levels}.").format(levels=", ".join(map(str, levels)))
                yield Problem((*place, name, "level"), "E663", message, hint)
