"""The view of an operations manual that its template prints: all labels are worked out here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from esa_docs import thai
from esa_docs.flow.building import build_graph
from esa_docs.kinds.manual.content import (
    Definition,
    Manual,
    ScopeItem,
    Standard,
    Step,
    Substep,
    TableRow,
    Topic,
    Work,
)
from esa_docs.model.area import Area
from esa_docs.model.document import Context, Document
from esa_docs.model.prose.prose import as_prose
from esa_docs.word.context.signing import draft_mark
from esa_docs.word.drawings import Drawing, drawing_mark
from esa_docs.word.flow_charts import draw_chart

Texts = dict[str, str]
"""Texts of a paragraph or row by name, such as its label and what follows the label."""
_NOTHING = "-"
"""Text of a section without content."""


def build_context(document: Document[Manual], area: Area) -> Context:
    """Return everything that the template of a manual prints.

    Args:
        document: the manual.
        area: room for text on its pages.
    """
    manual, office = document.content, document.office
    date = thai.format_date(manual.date, "long", document.numerals) if manual.date else ""
    drawings: list[Drawing] = []
    works = []
    for work in manual.works:
        chart = _draw(work, document, area, drawings)
        works.append(_work(work, chart))
    return {
        "office": {"name": office.name, "short_name": office.short_name, "parent": office.parent},
        "manual": {
            "draft": draft_mark(document),
            "title": manual.title,
            "foreword": list(manual.foreword),
            "date": date,
        },
        "author": {"name": manual.author.full_name, "position": manual.author.post},
        "works": works,
        "drawings": drawings,
    }


def _draw(work: Work, document: Document[Manual], area: Area, drawings: list[Drawing]) -> list[str]:
    """Draw the chart of a work and add its pages to the drawings.

    Returns:
        The marks by which the text says where each page of the chart stands.
    """
    first_number = len(drawings)
    graph = build_graph(work)
    drawings += draw_chart(graph, work.name, area, document.office.font, document.numerals, first_number)
    return [drawing_mark(number) for number in range(first_number, len(drawings))]


def _work(work: Work, chart: list[str]) -> Context:
    title_lines = work.title_lines or (work.name,)
    forms = work.forms or (_NOTHING,)
    return {
        "name": work.name,
        "title": "\n".join(title_lines),
        "objectives": list(_clauses("2", work.objectives)),
        "scope": list(_scope(work.scope)),
        "definitions": [_definition(definition) for definition in work.definitions],
        "steps": [_step(number, step) for number, step in enumerate(work.steps, 1)],
        "chart": chart,
        "table": [_row(number, row) for number, row in enumerate(work.table, 1)],
        "forms": list(_clauses("8", forms)),
        "references": _references(work),
    }


def _references(work: Work) -> list[Texts]:
    if not work.references:
        return [{"label": "", "text": _NOTHING}]
    return list(_numbered(work.references, "9.{}"))


def _clauses(section: str, texts: Sequence[str]) -> Iterator[Texts]:
    """Generate the paragraphs of a section, numbered where there are several."""
    if len(texts) == 1:
        yield {"label": "", "text": texts[0]}
    else:
        yield from _numbered(texts, section + ".{}")


def _numbered(texts: Iterable[str], label_format: str) -> Iterator[Texts]:
    for number, text in enumerate(texts, 1):
        yield {"label": label_format.format(number), "text": text}


def _scope(items: tuple[ScopeItem, ...]) -> Iterator[Context]:
    clauses = _clauses("3", [item.text for item in items])
    for clause, item in zip(clauses, items, strict=True):
        standards = [_standard(number, standard) for number, standard in enumerate(item.standards, 1)]
        yield {**clause, "standards": standards}


def _standard(number: int, standard: Standard) -> Context:
    return {
        "label": f"มาตรฐานที่ {number}",
        "text": standard.name,
        "indicators": list(_numbered(standard.indicators, "ตัวบ่งชี้ที่ {}")),
    }


def _definition(definition: Definition) -> Texts:
    return {"term": definition.term, "note": definition.note or "", "meaning": definition.meaning}


def _step(number: int, step: Step) -> Context:
    return {
        "label": f"{number}.",
        "text": step.text,
        "substeps": list(_substeps(number, step)),
        "lead": step.lead or "",
        "topics": list(_topics(step.topics, "{}.")),
        "categories": list(_topics(step.categories, "หมวดที่ {}")),
    }


def _substeps(step_number: int, step: Step) -> Iterator[Context]:
    for number, substep in enumerate(step.substeps, 1):
        yield _substep(f"{step_number}.{number}", substep)


def _substep(label: str, substep: Substep) -> Context:
    return {
        "label": label,
        "text": substep.text,
        "duty": substep.duty or "",
        "composition": substep.composition or "",
        "bullets": list(substep.bullets),
    }


def _topics(topics: tuple[Topic, ...], label_format: str) -> Iterator[Texts]:
    for number, topic in enumerate(topics, 1):
        yield {"label": label_format.format(number), "name": topic.name, "text": topic.text}


def _row(number: int, row: TableRow) -> Context:
    return {
        "label": f"{number}.",
        "step": row.step,
        "detail": list(row.detail.lines()),
        "time": row.time or "",
        "quality": list(as_prose(row.quality or "").lines()),
        "owner": row.owner,
    }
