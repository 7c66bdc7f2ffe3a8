"""The view of an operations manual that its template prints: all labels are worked out here."""

from __future__ import annotations

from esa_docs import thai
from esa_docs.flow.building import build_graph
from esa_docs.kinds.manual.content import Definition, Manual, TableRow, Work
from esa_docs.kinds.manual.view_repeated import works_as_printed
from esa_docs.kinds.manual.view_sections import (
    Places,
    clauses,
    forms,
    places_of,
    references,
    scope,
    section_contexts,
)
from esa_docs.kinds.manual.view_steps import step_context
from esa_docs.kinds.manual.view_table import form_head, summary_table
from esa_docs.model.area import Area
from esa_docs.model.document import Context, Document
from esa_docs.model.prose.passage import with_below
from esa_docs.model.prose.text_or_list import paragraphs_of
from esa_docs.model.title_lines import title_in_lines
from esa_docs.word.context.replaceable import ReplaceableWords
from esa_docs.word.context.signing import draft_mark
from esa_docs.word.drawings import Drawing, drawing_mark
from esa_docs.word.flow_charts import draw_chart


def build_context(document: Document[Manual], area: Area) -> Context:
    """Return everything that the template of a manual prints.

    Args:
        document: the manual.
        area: room for text on its pages.
    """
    manual, office = document.content, document.office
    date = thai.format_date(manual.date, "long", document.numerals) if manual.date else ""
    drawings: list[Drawing] = []
    works = [_work(document, work, area, drawings) for work in works_as_printed(manual)]
    return {
        "office": {"name": office.name, "short_name": office.short_name, "parent": office.parent},
        "manual": {
            "draft": draft_mark(document),
            # The cover prints it, perhaps in lines: an own template need not print it again.
            "name": ReplaceableWords(manual.title),
            "title": title_in_lines(manual.title_lines, manual.title),
            "foreword": list(manual.foreword),
            "date": date,
        },
        "author": {"name": manual.author.full_name, "position": manual.author.post},
        "works": works,
        "drawings": drawings,
    }


def _draw(
    work: Work, document: Document[Manual], area: Area, drawings: list[Drawing], places: Places
) -> list[str]:
    """Draw the chart of a work and add its pages to the drawings.

    Returns:
        The marks by which the text says where each page of the chart stands; none of a section left out.
    """
    if "flow" not in places:
        return []
    first_number = len(drawings)
    graph = build_graph(work)
    drawings += draw_chart(graph, work.name, area, document.office.font, document.numerals, first_number)
    return [drawing_mark(number) for number in range(first_number, len(drawings))]


def _work(document: Document[Manual], work: Work, area: Area, drawings: list[Drawing]) -> Context:
    """Return a work; a section that is left out prints nothing."""
    manual = document.content
    places = places_of(manual, work)
    return {
        "name": work.name,
        "title": title_in_lines(work.title_lines, work.name),
        "sections": list(section_contexts(manual, work)),
        "objectives": clauses(places.get("objectives"), work.objectives),
        "scope": list(scope(places.get("scope"), work.scope)),
        "definitions": _definitions(work, places),
        "steps": _steps(work, places),
        "chart": _draw(work, document, area, drawings, places),
        **_table(document, work, area, drawings, places),
        "forms": forms(work, places.get("forms")),
        "references": references(work, places.get("references")),
    }


def _table(
    document: Document[Manual], work: Work, area: Area, drawings: list[Drawing], places: Places
) -> Context:
    """Return the summary table: one of the office's own, or the rows for that of the template."""
    if "table" not in places:
        return {"form_head": "", "summary": "", "table": []}
    rows = () if document.content.columns else work.table
    return {
        "form_head": form_head(document, work, area),
        "summary": summary_table(document, work, area, drawings),
        "table": [_row(number, row) for number, row in enumerate(rows, 1)],
    }


def _definitions(work: Work, places: Places) -> list[Context]:
    if "definitions" not in places:
        return []
    return [_definition(definition) for definition in work.definitions]


def _definition(definition: Definition) -> Context:
    meaning = with_below(definition.meaning, definition.paragraphs)
    return {"term": definition.term, "note": definition.note or "", "meaning": meaning}


def _steps(work: Work, places: Places) -> list[Context]:
    if "steps" not in places:
        return []
    return [step_context(number, step) for number, step in enumerate(work.steps, 1)]


def _row(number: int, row: TableRow) -> Context:
    return {
        "label": f"{number}.",
        "step": row.step,
        "detail": list(paragraphs_of(row.detail)),
        "time": row.time or "",
        "quality": list(paragraphs_of(row.quality)),
        "owner": row.owner,
    }
