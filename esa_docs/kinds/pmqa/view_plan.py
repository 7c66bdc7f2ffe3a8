"""What follows from a PMQA assessment: strengths and opportunities, the plan, what was reported by round."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from esa_docs import thai
from esa_docs.kinds.assessment.content import PlanStep
from esa_docs.kinds.assessment.view import NOTHING
from esa_docs.kinds.pmqa.content import Pmqa, PmqaItem
from esa_docs.model.document import Context
from esa_docs.model.people import Person

_NO_OWNER: Final = "ยังไม่ได้กำหนด"
_NO_TIME: Final = "ยังไม่ได้กำหนด"
_LONGEST: Final = 400
"""Letters of a paragraph that a narrow column holds in some ten lines."""
_MOST_ITEMS: Final = 1000
"""No category has as many."""
_STATUS: Final = {
    (True, True): "รายงานครบ",
    (True, False): "ขาดรอบ 12 เดือน",
    (False, True): "ขาดรอบ 6 เดือน",
    (False, False): "ยังไม่รายงาน",
}


def improvement_rows(codes: Sequence[str], answers: dict[str, PmqaItem]) -> list[Context]:
    """Give for each item its strengths, opportunities and steps; those of one item are numbered together."""
    return [_improvement(code, answers.get(code) or PmqaItem(item=code)) for code in codes]


def _improvement(code: str, item: PmqaItem) -> Context:
    return {
        "item": code,
        "strengths": _numbered(item.strengths),
        "improve": _numbered(item.improve),
        "plan": _numbered([step.text for step in item.plan]),
        "owner": _numbered([_owner(step, item) for step in item.plan]),
        "time": _numbered([step.time or _NO_TIME for step in item.plan]),
    }


def _numbered(texts: Sequence[str]) -> list[str]:
    if len(texts) == 1:
        return list(texts)
    return [f"{number}) {text}" for number, text in enumerate(texts, 1)] or [NOTHING]


def _owner(step: PlanStep, item: PmqaItem) -> str:
    """Give who does a step: the one it names, else the owner of the item."""
    return step.owner or (_in_two_lines(item.owner) if item.owner else _NO_OWNER)


def _in_two_lines(person: Person) -> str:
    """Give a name for a narrow column, so that it breaks before the family name and not inside it."""
    return f"{thai.format_name(person.prefix, person.first_name, '')}\n{person.last_name}"


def plan_rows(codes: Sequence[str], answers: dict[str, PmqaItem]) -> list[Context]:
    """Give every step of the plan, numbered through the report."""
    steps = [(answers[code], step) for code in codes if code in answers for step in answers[code].plan]
    return [
        {
            "label": str(number),
            "item": item.item,
            "text": step.text,
            "owner": _owner(step, item),
            "time": step.time or _NO_TIME,
        }
        for number, (item, step) in enumerate(steps, 1)
    ]


def monitoring_rows(pmqa: Pmqa, answers: dict[str, PmqaItem]) -> list[Context]:
    """Give for each item what was reported by round, and what is missing in the round of the report.

    Of several paragraphs the first stands here unless it is long, with the page where the rest is.
    """
    codes = [code for code, _category, _item in pmqa.scheme.items()]
    return [_monitored(code, answers.get(code) or PmqaItem(item=code), pmqa) for code in codes]


def item_mark(code: str) -> int:
    """Give the number by which the bookmark of an item is named, such as 1002 for item 1.2."""
    category, number = map(int, code.split("."))
    return category * _MOST_ITEMS + number


def _monitored(code: str, item: PmqaItem, pmqa: Pmqa) -> Context:
    six, twelve = bool(item.six_months), bool(item.twelve_months)
    is_whole = pmqa.round == "twelve_months"
    return {
        "item": code,
        "mark": item_mark(code),
        "rounds": [_reported(item.six_months), _reported(item.twelve_months)],
        "status": _STATUS[six, twelve] if is_whole else _STATUS[six, six],
    }


def _reported(results: Sequence[str]) -> Context:
    if not results:
        return {"text": NOTHING, "goes_on": False}
    first = results[0] if len(results[0]) <= _LONGEST else ""
    return {"text": first, "goes_on": not first or len(results) > 1}
