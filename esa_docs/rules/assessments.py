"""What a self-assessment says fits its edition.

E661 an indicator, item or question that the edition has not · E662 one twice · E663 a level outside the
scale · E664 (warning) a box ticked above an unticked lower one · E665 a box that the item has not · E666
answers of another way of scoring · E667 a range that the edition has not · E668 one code for two pieces of
evidence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from esa_docs.diagnostics import Severity
from esa_docs.hints import nearest_hint
from esa_docs.i18n import gettext as _
from esa_docs.model.office import Office
from esa_docs.model.people import KeyPath
from esa_docs.model.pmqa import Boxes, Pmqa, PmqaItem
from esa_docs.model.sar import Sar, SarIndicator
from esa_docs.model.scheme import Item, PmqaScheme
from esa_docs.rules.finding import Finding

_ROUNDS: Final = ("six_months", "twelve_months")


def check_sar(sar: Sar, _office: Office) -> Iterator[Finding]:
    """Find what of a SAR does not fit its edition."""
    known = [code for code, _standard, _indicator in sar.scheme.indicators()]
    yield from _known_once([one.indicator for one in sar.indicators], known, "indicators", "indicator")
    levels = sorted(grade.level for grade in sar.scheme.grades)
    for number, one in enumerate(sar.indicators):
        yield from _check_indicator(one, levels, ("indicators", number))
    yield from _codes(sar)


def _check_indicator(one: SarIndicator, levels: list[int], path: KeyPath) -> Iterator[Finding]:
    seen: set[int] = set()
    for number, issue in enumerate(one.issues):
        place = (*path, "issues", number)
        if issue.number in seen:
            yield _twice(str(issue.number), (*place, "number"))
        seen.add(issue.number)
        for name in _ROUNDS:
            level = getattr(issue, name).level
            if level is not None and level not in levels:
                message = _("a level of the scale is expected, found {level}").format(level=level)
                hint = _("The scale has: {levels}.").format(levels=", ".join(map(str, levels)))
                yield Finding((*place, name, "level"), "E663", message, hint)


def check_pmqa(pmqa: Pmqa, _office: Office) -> Iterator[Finding]:
    """Find what of a PMQA report does not fit its edition."""
    scheme: PmqaScheme = pmqa.scheme
    items = {code: item for code, _category, item in scheme.items()}
    yield from _known_once([one.item for one in pmqa.items], list(items), "items", "item")
    questions = [str(one.number) for group in scheme.profile for one in group.questions]
    asked = [str(one.question) for one in pmqa.profile]
    yield from _known_once(asked, questions, "profile", "question")
    for number, one in enumerate(pmqa.items):
        if one.item in items:
            yield from _check_item(one, items[one.item], scheme, ("items", number))
    yield from _codes(pmqa)


def _check_item(one: PmqaItem, item: Item, scheme: PmqaScheme, path: KeyPath) -> Iterator[Finding]:
    other = ("adli", "letci") if scheme.scoring == "boxes" else ("boxes",)
    for key in other:
        if getattr(one, key) is not None:
            message = _("the edition {edition} is not scored in this way").format(edition=scheme.edition)
            hint = _("Delete '{key}', or name another edition at 'scheme:'.").format(key=key)
            yield Finding((*path, key), "E666", message, hint)
    if scheme.scoring == "boxes" and one.boxes is not None:
        yield from _check_boxes(one.boxes, item, scheme, (*path, "boxes"))
    known = [each.id for each in scheme.ranges]
    for number, measure in enumerate(one.measures):
        if measure.range is not None and measure.range not in known:
            message = _("a range of the edition is expected, found '{text}'").format(text=measure.range)
            yield Finding(
                (*path, "measures", number, "range"), "E667", message, nearest_hint(measure.range, known)
            )


def _check_boxes(boxes: Boxes, item: Item, scheme: PmqaScheme, path: KeyPath) -> Iterator[Finding]:
    gate = ""
    for level in scheme.box_levels:
        ticked: tuple[int, ...] = getattr(boxes, level.id)
        count = scheme.boxes_of(item, level.id)
        for number, box in enumerate(ticked):
            if box > count:
                message = _("a box from 1 to {count} is expected, found {box}").format(count=count, box=box)
                hint = _("Look at the boxes of this item in the edition.")
                yield Finding((*path, level.id, number), "E665", message, hint)
        if ticked and gate:
            message = _("boxes of {level} count only where all of {gate} are ticked")
            hint = _("Tick the lower boxes if they are fulfilled; until then these score nothing.")
            told = message.format(level=level.name, gate=gate)
            yield Finding((*path, level.id), "E664", told, hint, Severity.WARNING)
        if not gate and len({box for box in ticked if box <= count}) < count:
            gate = level.name


def _known_once(named: Sequence[str], known: list[str], listed: str, key: str) -> Iterator[Finding]:
    seen: set[str] = set()
    for number, name in enumerate(named):
        place = (listed, number, key)
        if name not in known:
            message = _("a number of the edition is expected, found '{name}'").format(name=name)
            yield Finding(place, "E661", message, nearest_hint(name, known))
        elif name in seen:
            yield _twice(name, place)
        seen.add(name)


def _twice(name: str, path: KeyPath) -> Finding:
    message = _("'{name}' stands here again").format(name=name)
    return Finding(path, "E662", message, _("Join the two, or correct the number."))


def _codes(content: Sar | Pmqa) -> Iterator[Finding]:
    """Find a code that stands for two different pieces of evidence; citing one twice is no fault."""
    seen: dict[str, object] = {}
    for path, one in content.evidence():
        if seen.setdefault(one.code, one) != one:
            message = _("the code '{code}' already stands for other evidence").format(code=one.code)
            yield Finding(
                (*path, "code"), "E668", message, _("Give each piece of evidence a code of its own.")
            )
