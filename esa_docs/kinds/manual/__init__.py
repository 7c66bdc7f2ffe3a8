"""คู่มือการปฏิบัติงาน: an operations manual, one or more works of nine sections each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from esa_docs.kinds.manual.content import Manual
from esa_docs.kinds.manual.example import EXAMPLES
from esa_docs.kinds.manual.rules import check_depth, check_flows, check_order
from esa_docs.model.abilities import Parts
from esa_docs.model.area import Area
from esa_docs.model.document import Context, Document, Form
from esa_docs.model.flow import Procedure
from esa_docs.model.kind import Kind


def _view(document: Document[Manual], area: Area) -> Context:
    # Loaded when something is printed: a check needs neither fonts nor lxml.
    from esa_docs.kinds.manual.view import build_context

    return build_context(document, area)


def _printed() -> type[Any]:
    from esa_docs.kinds.manual.printed import Printed

    return Printed


def _title(manual: Manual) -> str:
    return manual.title


def _author(document: Document[Manual]) -> str:
    return document.content.author.full_name


def _procedures(document: Document[Manual]) -> Iterator[tuple[str, Procedure]]:
    for work in document.content.works:
        # An order of sections may leave out both the table and the chart.
        if work.table or work.flow.nodes:
            yield work.name, work


KIND: Final = Kind(
    name="manual",
    thai_name="คู่มือการปฏิบัติงาน",
    content=Manual,
    title=_title,
    forms=(Form("manual", _view, author=_author, procedures=_procedures, printed=_printed),),
    numerals="arabic",
    rules=(check_flows, check_order, check_depth),
    examples=EXAMPLES,
    parts=Parts("works"),
)
