"""What a PMQA report says fits its edition.

E661 an item or question that the edition does not have · E662 one twice · E664 (warning) a box ticked above
an unticked lower one · E665 a box that the item does not have · E666 answers of another way of scoring · E667
a range that the edition does not have · E668 one code for two pieces of evidence · W509 a score without
evidence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from esa_docs.diagnostics import Severity
from esa_docs.hints import nearest_hint
from esa_docs.i18n import gettext as _
from esa_docs.kinds.assessment.rules import check_codes, check_parts, check_scores_without_evidence, is_shown
from esa_docs.kinds.pmqa.content import Boxes, Pmqa, PmqaItem
from esa_docs.kinds.pmqa.scheme import BoxLevel, Item, PmqaScheme
from esa_docs.model.office import Office
from esa_docs.model.people import KeyPath
from esa_docs.model.problem import Problem


def check_pmqa(pmqa: Pmqa, _office: Office) -> Iterator[Problem]:
    """Find the places where a PMQA report does not fit its edition."""
    scheme: PmqaScheme = pmqa.scheme
    items = {code: item for code, _category, item in scheme.items()}
    yield from check_parts([answer.item for answer in pmqa.items], list(items), "items", "item")
    yield from _check_questions(pmqa, scheme)
    for index, answer in enumerate(pmqa.items):
        if answer.item in items:
            yield from _check_item(answer, items[answer.item], scheme, ("items", index))
    yield from check_codes(pmqa)
    yield from check_scores_without_evidence(scheme, _scores_without_evidence(pmqa))


def _scores_without_evidence(pmqa: Pmqa) -> Iterator[tuple[KeyPath, str]]:
    """Generate key path and name of each item that is scored and has no evidence."""
    for index, answer in enumerate(pmqa.items):
        has_boxes = answer.boxes is not None and answer.boxes != Boxes()
        has_percentages = answer.adli is not None or answer.letci is not None
        has_measures = any(measure.percent is not None for measure in answer.measures)
        if (has_boxes or has_percentages or has_measures) and not is_shown(pmqa.scheme, answer.evidence):
            yield ("items", index), f"หัวข้อ {answer.item}"


def _check_questions(pmqa: Pmqa, scheme: PmqaScheme) -> Iterator[Problem]:
    questions: list[str] = []
    for group in scheme.profile:
        questions.extend(str(question.number) for question in group.questions)
    answered = [str(answer.question) for answer in pmqa.profile]
    return check_parts(answered, questions, "profile", "question")


def _check_item(answer: PmqaItem, item: Item, scheme: PmqaScheme, path: KeyPath) -> Iterator[Problem]:
    yield from _check_way_of_scoring(answer, scheme, path)
    if scheme.scoring == "boxes" and answer.boxes is not None:
        yield from _check_boxes(answer.boxes, item, scheme, (*path, "boxes"))
    range_ids = [scale.id for scale in scheme.ranges]
    for index, measure in enumerate(answer.measures):
        if measure.range is not None and measure.range not in range_ids:
            message = _("a range of the edition is expected, found '{text}'").format(text=measure.range)
            hint = nearest_hint(measure.range, range_ids)
            yield Problem((*path, "measures", index, "range"), "E667", message, hint)


def _check_way_of_scoring(answer: PmqaItem, scheme: PmqaScheme, path: KeyPath) -> Iterator[Problem]:
    keys_of_other_way = ("adli", "letci") if scheme.scoring == "boxes" else ("boxes",)
    for key in keys_of_other_way:
        if getattr(answer, key) is not None:
            message = _("the edition {edition} is not scored in this way").format(edition=scheme.edition)
            hint = _("Delete '{key}', or name another edition at 'scheme:'.").format(key=key)
            yield Problem((*path, key), "E666", message, hint)


def _check_boxes(boxes: Boxes, item: Item, scheme: PmqaScheme, path: KeyPath) -> Iterator[Problem]:
    gate: BoxLevel | None = None  # the lowest level that is not whole: nothing counts above it
    for level in scheme.box_levels:
        ticked: tuple[int, ...] = getattr(boxes, level.id)
        count = scheme.boxes_of(item, level.id)
        yield from _check_box_numbers(ticked, count, (*path, level.id))
        if ticked and gate is not None:
            message = _("boxes of {level} count only where all of {gate} are ticked")
            message = message.format(level=level.name, gate=gate.name)
            hint = _("Tick the lower boxes if they are fulfilled; until then these score nothing.")
            yield Problem((*path, level.id), "E664", message, hint, Severity.WARNING)
        different_boxes = {box for box in ticked if box <= count}
        is_whole = len(different_boxes) == count
        if gate is None and not is_whole:
            gate = level


def _check_box_numbers(ticked: Sequence[int], count: int, path: KeyPath) -> Iterator[Problem]:
    for index, box in enumerate(ticked):
        if box > count:
            message = _("a box from 1 to {count} is expected, found {box}").format(count=count, box=box)
            hint = _("Look at the boxes of this item in the edition.")
            yield Problem((*path, index), "E665", message, hint)
