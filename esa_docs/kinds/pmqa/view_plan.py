"""What follows from a PMQA assessment: strengths and opportunities, the plan, the results of each round."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from esa_docs import thai
from esa_docs.kinds.assessment.content import PlanStep
from esa_docs.kinds.assessment.view import NOTHING
from esa_docs.kinds.pmqa.content import PmqaItem
from esa_docs.kinds.pmqa.scores import ItemScore
from esa_docs.model.document import Context
from esa_docs.model.people import Person
from esa_docs.model.prose.blocks import Block, Paragraphs
from esa_docs.model.prose.numbered_blocks import numbered_captions
from esa_docs.model.prose.passage import Passage, Piece, labelled, with_below
from esa_docs.model.prose.prose import with_words
from esa_docs.model.rounds import Round

_NO_OWNER: Final = "ยังไม่ได้กำหนด"
_NO_TIME: Final = "ยังไม่ได้กำหนด"
_LONGEST: Final = 400
"""Characters that a narrow column holds in some ten lines; a longer paragraph stands with its item alone."""
_MOST_ITEMS: Final = 1000
"""More than any category has."""
_STATUS: Final = {
    (True, True): "รายงานครบ",
    (True, False): "ขาดรอบ 12 เดือน",
    (False, True): "ขาดรอบ 6 เดือน",
    (False, False): "ยังไม่รายงาน",
}
"""Words by whether results of 6 months and of 12 months are there."""


def improvement_rows(scores: Iterable[ItemScore], table_numbers: Iterator[int]) -> list[Context]:
    """Return the strengths, opportunities and steps of each item, numbered within the item.

    Args:
        scores: scores of the items of a category; they carry the answers.
        table_numbers: numbers of the report's tables, in print order; each table with a caption takes the
            next.
    """
    return [_improvement(score.answer, table_numbers) for score in scores]


def _improvement(answer: PmqaItem, table_numbers: Iterator[int]) -> Context:
    plan = answer.plan
    return {
        "item": answer.item,
        "strengths": _numbered(numbered_captions(answer.strengths, table_numbers)),
        "improve": _numbered(numbered_captions(answer.improve, table_numbers)),
        "plan": _steps(plan, table_numbers),
        "owner": _numbered([_owner(step, answer) for step in plan]),
        "time": _numbered([step.time or _NO_TIME for step in plan]),
    }


def _numbered(pieces: Sequence[Piece]) -> list[Piece]:
    if not pieces:
        return [NOTHING]
    numbered: list[Piece] = []
    for label, piece in labelled(pieces, "{}) "):
        if isinstance(piece, str):
            numbered.append(with_words(piece, label))
        else:
            numbered.append(piece)
    return numbered


def _steps(plan: Sequence[PlanStep], table_numbers: Iterator[int]) -> list[str | Passage]:
    """Return the steps with their numbers, and what stands below them. The plan of the report has it not."""
    if not plan:
        return [NOTHING]
    labels = labelled([step.text for step in plan], "{}) ")
    steps = []
    for step, (label, _text) in zip(plan, labels, strict=True):
        text = with_words(step.text, label)
        steps.append(with_below(text, numbered_captions(step.paragraphs, table_numbers)))
    return steps


def _owner(step: PlanStep, answer: PmqaItem) -> str:
    """Return who does a step: the owner that it names, else the owner of the item."""
    if step.owner:
        return step.owner
    if answer.owner:
        return _in_two_lines(answer.owner)
    return _NO_OWNER


def _in_two_lines(person: Person) -> str:
    """Return a name for a narrow column; it breaks before the family name and not inside it."""
    first_line = thai.format_name(person.prefix, person.first_name, "")
    return f"{first_line}\n{person.last_name}"


def plan_rows(scores: Iterable[ItemScore]) -> list[Context]:
    """Return every step of the plan, numbered through the report.

    Args:
        scores: scores of all items; they carry the answers.
    """
    rows: list[Context] = []
    for score in scores:
        for step in score.answer.plan:
            rows.append(_plan_row(len(rows) + 1, step, score.answer))
    return rows


def _plan_row(number: int, step: PlanStep, answer: PmqaItem) -> Context:
    return {
        "label": str(number),
        "item": answer.item,
        "text": step.text,
        "owner": _owner(step, answer),
        "time": step.time or _NO_TIME,
    }


def monitoring_rows(scores: Iterable[ItemScore], round_name: Round) -> list[Context]:
    """Return for each item what it reports by round, and what is missing in the round of the report.

    Of several paragraphs only the first stands here, and only if it is short. The row names the page of the
    others.

    Args:
        scores: scores of all items; they carry the answers.
        round_name: the round of the report.
    """
    return [_monitoring_row(score.answer, round_name) for score in scores]


def item_mark(code: str) -> int:
    """Return the number in the name of an item's bookmark, such as 1002 for item 1.2."""
    category, number = map(int, code.split("."))
    return category * _MOST_ITEMS + number


def _monitoring_row(answer: PmqaItem, round_name: Round) -> Context:
    has_six_months = bool(answer.six_months)
    has_twelve_months = bool(answer.twelve_months)
    if round_name == "six_months":
        has_twelve_months = has_six_months  # a report of 6 months does not ask for the later round
    return {
        "item": answer.item,
        "mark": item_mark(answer.item),
        "rounds": [_results(answer.six_months), _results(answer.twelve_months)],
        "status": _STATUS[has_six_months, has_twelve_months],
    }


def _results(results: Paragraphs) -> Context:
    if not results:
        return {"text": NOTHING, "goes_on": False}
    first = results[0]
    if isinstance(first, Block) or len(first) > _LONGEST:
        return {"text": "", "goes_on": True}
    return {"text": first, "goes_on": len(results) > 1}
