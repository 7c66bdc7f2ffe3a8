"""The view of an operations manual that its template prints: labels worked out, nothing left to compute."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from esa_docs import thai
from esa_docs.flow.building import build_graph
from esa_docs.kinds.manual.content import Definition, Manual, ScopeItem, Step, Substep, TableRow, Topic, Work
from esa_docs.model.area import Area
from esa_docs.model.document import Context, Document
from esa_docs.word.drawings import Drawing, drawing_mark
from esa_docs.word.flow_charts import draw_chart

Labelled = dict[str, str]
_NOTHING = "-"


def build_context(document: Document[Manual], area: Area) -> Context:
    """Give the template everything a manual prints.

    Args:
        document: the manual.
        area: room for text on its pages.
    """
    manual, office = document.content, document.office
    numerals = document.numerals
    drawings: list[Drawing] = []
    return {
        "office": {"name": office.name, "short_name": office.short_name, "parent": office.parent},
        "manual": {
            "title": manual.title,
            "foreword": list(manual.foreword),
            "date": thai.format_date(manual.date, "long", numerals) if manual.date else "",
        },
        "author": {"name": manual.author.full_name, "position": manual.author.post},
        "works": [_work(work, _draw(work, document, area, drawings)) for work in manual.works],
        "drawings": drawings,
    }


def _draw(work: Work, document: Document[Manual], area: Area, drawings: list[Drawing]) -> list[str]:
    """Draw the chart of a work and give the marks that stand for its pages."""
    office, first = document.office, len(drawings)
    graph = build_graph(work)
    drawings += draw_chart(graph, work.name, area, office.font, document.numerals, first)
    return [drawing_mark(number) for number in range(first, len(drawings))]


def _work(work: Work, chart: list[str]) -> Context:
    return {
        "name": work.name,
        "title": "\n".join(work.title_lines or (work.name,)),
        "objectives": list(_clauses("2", work.objectives)),
        "scope": list(_scope(work.scope)),
        "definitions": [_definition(one) for one in work.definitions],
        "steps": [_step(number, step) for number, step in enumerate(work.steps, 1)],
        "chart": chart,
        "table": [_row(number, row) for number, row in enumerate(work.table, 1)],
        "forms": list(_clauses("8", work.forms or (_NOTHING,))),
        "references": list(_numbered(work.references, "9.{}")) or [{"label": "", "text": _NOTHING}],
    }


def _clauses(section: str, texts: tuple[str, ...]) -> Iterator[Labelled]:
    """Give the paragraphs of a section numbers when there are several; one alone has none."""
    if len(texts) == 1:
        return iter([{"label": "", "text": texts[0]}])
    return _numbered(texts, section + ".{}")


def _numbered(texts: Iterable[str], form: str = "{}.") -> Iterator[Labelled]:
    for number, text in enumerate(texts, 1):
        yield {"label": form.format(number), "text": text}


def _scope(items: tuple[ScopeItem, ...]) -> Iterator[Context]:
    clauses = _clauses("3", tuple(item.text for item in items))
    for clause, item in zip(clauses, items, strict=True):
        standards = [
            {
                "label": f"มาตรฐานที่ {number}",
                "text": standard.name,
                "indicators": list(_numbered(standard.indicators, "ตัวบ่งชี้ที่ {}")),
            }
            for number, standard in enumerate(item.standards, 1)
        ]
        yield {**clause, "standards": standards}


def _definition(definition: Definition) -> Labelled:
    return {"term": definition.term, "note": definition.note or "", "meaning": definition.meaning}


def _step(number: int, step: Step) -> Context:
    return {
        "label": f"{number}.",
        "text": step.text,
        "substeps": [_substep(f"{number}.{part}", substep) for part, substep in enumerate(step.substeps, 1)],
        "lead": step.lead or "",
        "topics": list(_topics(step.topics, "{}.")),
        "categories": list(_topics(step.categories, "หมวดที่ {}")),
    }


def _substep(label: str, substep: Substep) -> Context:
    return {
        "label": label,
        "text": substep.text,
        "duty": substep.duty or "",
        "composition": substep.composition or "",
        "bullets": list(substep.bullets),
    }


def _topics(topics: tuple[Topic, ...], form: str) -> Iterator[Labelled]:
    for number, topic in enumerate(topics, 1):
        yield {"label": form.format(number), "name": topic.name, "text": topic.text}


def _row(number: int, row: TableRow) -> Context:
    return {
        "label": f"{number}.",
        "step": row.step,
        "detail": row.detail.split("\n"),
        "time": row.time or "",
        "quality": (row.quality or "").split("\n"),
        "owner": row.owner,
    }
