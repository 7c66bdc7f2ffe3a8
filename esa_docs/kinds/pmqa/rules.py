"""What a PMQA report says fits its edition.

E661 an item or question that the edition has not · E662 one twice · E664 (warning) a box ticked above an
unticked lower one · E665 a box that the item has not · E666 answers of another way of scoring · E667 a range
that the edition has not · E668 one code for two pieces of evidence.
"""

from __future__ import annotations

from collections.abc import Iterator

from esa_docs.diagnostics import Severity
from esa_docs.hints import nearest_hint
from esa_docs.i18n import gettext as _
from esa_docs.kinds.assessment.rules import check_codes, check_parts
from esa_docs.kinds.pmqa.content import Boxes, Pmqa, PmqaItem
from esa_docs.kinds.pmqa.scheme import Item, PmqaScheme
from esa_docs.model.office import Office
from esa_docs.model.people import KeyPath
from esa_docs.model.problem import Problem


def check_pmqa(pmqa: Pmqa, _office: Office) -> Iterator[Problem]:
    """Find what of a PMQA report does not fit its edition."""
    scheme: PmqaScheme = pmqa.scheme
    items = {code: item for code, _category, item in scheme.items()}
    yield from check_parts([one.item for one in pmqa.items], list(items), "items", "item")
    questions = [str(one.number) for group in scheme.profile for one in group.questions]
    asked = [str(one.question) for one in pmqa.profile]
    yield from check_parts(asked, questions, "profile", "question")
    for number, one in enumerate(pmqa.items):
        if one.item in items:
            yield from _check_item(one, items[one.item], scheme, ("items", number))
    yield from check_codes(pmqa)


def _check_item(one: PmqaItem, item: Item, scheme: PmqaScheme, path: KeyPath) -> Iterator[Problem]:
    other = ("adli", "letci") if scheme.scoring == "boxes" else ("boxes",)
    for key in other:
        if getattr(one, key) is not None:
            message = _("the edition {edition} is not scored in this way").format(edition=scheme.edition)
            hint = _("Delete '{key}', or name another edition at 'scheme:'.").format(key=key)
            yield Problem((*path, key), "E666", message, hint)
    if scheme.scoring == "boxes" and one.boxes is not None:
        yield from _check_boxes(one.boxes, item, scheme, (*path, "boxes"))
    known = [each.id for each in scheme.ranges]
    for number, measure in enumerate(one.measures):
        if measure.range is not None and measure.range not in known:
            message = _("a range of the edition is expected, found '{text}'").format(text=measure.range)
            yield Problem(
                (*path, "measures", number, "range"), "E667", message, nearest_hint(measure.range, known)
            )


def _check_boxes(boxes: Boxes, item: Item, scheme: PmqaScheme, path: KeyPath) -> Iterator[Problem]:
    gate = ""
    for level in scheme.box_levels:
        ticked: tuple[int, ...] = getattr(boxes, level.id)
        count = scheme.boxes_of(item, level.id)
        for number, box in enumerate(ticked):
            if box > count:
                message = _("a box from 1 to {count} is expected, found {box}").format(count=count, box=box)
                hint = _("Look at the boxes of this item in the edition.")
                yield Problem((*path, level.id, number), "E665", message, hint)
        if ticked and gate:
            message = _("boxes of {level} count only where all of {gate} are ticked")
            hint = _("Tick the lower boxes if they are fulfilled; until then these score nothing.")
            told = message.format(level=level.name, gate=gate)
            yield Problem((*path, level.id), "E664", told, hint, Severity.WARNING)
        if not gate and len({box for box in ticked if box <= count}) < count:
            gate = level.name
