"""A document as the bytes of a Word file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, cast

from esa_docs.diagnostics import Checked, ContentError, Diagnostic, Location, has_errors
from esa_docs.flow.building import build_graph
from esa_docs.flow.chart import ChartPage
from esa_docs.i18n import gettext as _
from esa_docs.model.document import Context, Document
from esa_docs.ooxml.package import DOCUMENT_PART, read_package
from esa_docs.timing import Phase, measure
from esa_docs.word.context import printed_texts
from esa_docs.word.drawings import Drawing
from esa_docs.word.flow_charts import lay_out_chart
from esa_docs.word.template import CompiledTemplate, compile_template
from esa_docs.word.template_file import template_of
from esa_docs.word.theme import Look
from esa_docs.word.verify import verify


def render(document: Document[Any], *, today: dt.date) -> bytes:  # noqa: ARG001 no kind prints the day yet
    """Make the Word file of a document. Equal documents give equal bytes.

    Args:
        document: what to print; nothing else is looked up.
        today: the day on which it is made, for kinds that print it.

    Raises:
        ContentError: the template does not fit (E302 to E307).
        MachineError: the installation lacks the template (E301).
    """
    template = _compile(document)
    return _fill_in(document, template, _build(document, template))


def render_checked(document: Document[Any], file_label: str, *, today: dt.date) -> Checked[bytes]:  # noqa: ARG001 as above
    """Make the Word file of a document and check it as it would be put in place; otherwise as `render`.

    Args:
        document: what to print.
        file_label: how diagnostics name the file.
        today: the day on which it is made.
    """
    key = document.content_key
    with measure(Phase.TEMPLATE, key):
        template = _compile(document)
    with measure(Phase.RENDER, key):
        context = _build(document, template)
        data = _fill_in(document, template, context)
    with measure(Phase.VERIFY, key):
        found = (*verify(data, file_label, _texts_of(document, context)), *_told_by_drawings(context, data))
    return Checked(None if has_errors(found) else data, found)


def build_context(document: Document[Any]) -> Context:
    """Give what the template of a document is filled in with."""
    return _build(document, _compile(document))


def charts_of(document: Document[Any]) -> tuple[tuple[str, tuple[ChartPage, ...]], ...]:
    """Lay out every flow chart of a document as its Word file has it; give each with its title."""
    area, font, numerals = _compile(document).area, document.office.font, document.numerals
    procedures = document.form.procedures(document)
    return tuple(
        (title, lay_out_chart(build_graph(procedure), area, font, numerals))
        for title, procedure in procedures
    )


def texts_of(document: Document[Any]) -> tuple[str, ...]:
    """Give every text of a document's content as it must stand in its file, white space evened out."""
    return _texts_of(document, build_context(document))


def _texts_of(document: Document[Any], context: Context) -> tuple[str, ...]:
    """Leave the office's own facts out: a template prints those it needs."""
    content = [value for name, value in context.items() if name != "office"]
    return printed_texts(content, document.numerals)


def _build(document: Document[Any], template: CompiledTemplate) -> Context:
    return document.form.view(document, template.area)


def _compile(document: Document[Any]) -> CompiledTemplate:
    path = template_of(document)
    look = Look(document.office.font, document.numerals, document.office.sizes)
    return compile_template(_read_template(path), path.as_posix(), look)


def _fill_in(document: Document[Any], template: CompiledTemplate, context: Context) -> bytes:
    properties = {"title": document.form.title(document), "creator": document.office.name}
    return template.render(context, properties)


def _told_by_drawings(context: Context, data: bytes) -> Iterator[Diagnostic]:
    """Give what the drawings of a document tell, each once; one the template leaves out tells nothing."""
    drawings = cast("Sequence[Drawing]", context.get("drawings", ()))
    telling = [drawing for drawing in drawings if drawing.findings]
    text = read_package(data)[DOCUMENT_PART].decode() if telling else ""
    return iter(dict.fromkeys(one for drawing in telling if drawing.run in text for one in drawing.findings))


def _read_template(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fault:
        message = _("the template cannot be read: {reason}").format(reason=fault.strerror)
        hint = _("Close it in other programs and check that it is there.")
        raise ContentError([Diagnostic("E301", message, Location(path.as_posix()), hint)]) from fault
