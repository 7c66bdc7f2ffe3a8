"""A document as the bytes of a Word file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

from esa_docs.diagnostics import Checked, ContentError, Diagnostic, Location, has_errors
from esa_docs.flow.building import build_graph
from esa_docs.flow.chart import ChartPage
from esa_docs.i18n import gettext as _
from esa_docs.model.document import Context, Document
from esa_docs.ooxml.package import DOCUMENT_PART, read_package
from esa_docs.system_words import reason_in_words
from esa_docs.timing import Phase, measure
from esa_docs.word.context import printed_texts
from esa_docs.word.drawings import Drawing
from esa_docs.word.flow_charts import lay_out_chart
from esa_docs.word.pictures.broken_pictures import UnprintedPicturesError
from esa_docs.word.pictures.evidence_pictures import without_evidence
from esa_docs.word.printed_context import PrintedContext, print_context
from esa_docs.word.templates.compiling import compile_template
from esa_docs.word.templates.filling.compiled_template import CompiledTemplate
from esa_docs.word.templates.filling.filled_parts import FilledParts
from esa_docs.word.templates.reading.template_file import template_of
from esa_docs.word.theme import Look
from esa_docs.word.verify import verify


def render(document: Document[Any], *, today: dt.date) -> bytes:  # noqa: ARG001 no kind prints the day yet
    """Return the Word file of a document. Equal documents give equal bytes.

    Args:
        document: what to print; nothing else is looked up.
        today: the day on which it is made, for kinds that print it.

    Raises:
        ContentError: the template does not fit, or it cannot be filled in (E228, E302 to E322).
        MachineError: the installation lacks the template (E301).
    """
    try:
        return _render(document)
    except UnprintedPicturesError as fault:
        return _render(without_evidence(document, fault))


def _render(document: Document[Any]) -> bytes:
    template = _compile(document)
    printed, filled = _filled(document, template, _view(document, template))
    data, _remarks = _finish(document, template, printed, filled)
    return data


def render_checked(document: Document[Any], file_label: str, *, today: dt.date) -> Checked[bytes]:  # noqa: ARG001 as above
    """Return the Word file of a document and what is wrong with it.

    The file is None where a diagnostic is an error. Warnings leave it as it is.

    Args:
        document: what to print.
        file_label: how diagnostics name the file.
        today: the day on which it is made.

    Raises:
        ContentError: the template does not fit, or it cannot be filled in (E228, E302 to E322).
        MachineError: the installation lacks the template (E301).
    """
    try:
        checked = _render_without_broken_evidence(document, file_label)
    except ContentError as fault:
        raise ContentError(_with_command(fault.diagnostics, document)) from fault
    return Checked(checked.value, _with_command(checked.diagnostics, document))


def _render_without_broken_evidence(document: Document[Any], file_label: str) -> Checked[bytes]:
    try:
        return _render_checked(document, file_label)
    except UnprintedPicturesError as fault:
        checked = _render_checked(without_evidence(document, fault), file_label)
        return Checked(checked.value, (*fault.diagnostics, *checked.diagnostics))


def _render_checked(document: Document[Any], file_label: str) -> Checked[bytes]:
    key = document.content_key
    with measure(Phase.TEMPLATE, key):
        template = _compile(document)
    with measure(Phase.RENDER, key):
        context = _view(document, template)
        printed, filled = _filled(document, template, context)
        data, remarks = _finish(document, template, printed, filled)
    with measure(Phase.VERIFY, key):
        texts = _texts_of_context(printed.readable(), document)
        diagnostics = (
            *template.diagnostics,
            *remarks,
            *verify(data, file_label, texts),
            *_diagnostics_of_drawings(context, data),
        )
    if has_errors(diagnostics):
        return Checked(None, diagnostics)
    return Checked(data, diagnostics)


def build_context(document: Document[Any]) -> Context:
    """Return what the template of a document is filled in with."""
    return _view(document, _compile(document))


def charts_of(document: Document[Any]) -> tuple[tuple[str, tuple[ChartPage, ...]], ...]:
    """Return title and pages of every flow chart of a document, laid out as its Word file has them."""
    area = _compile(document).area
    charts = []
    for title, procedure in document.form.procedures(document):
        graph = build_graph(procedure)
        pages = lay_out_chart(graph, area, document.office.font, document.numerals)
        charts.append((title, pages))
    return tuple(charts)


def texts_of(document: Document[Any]) -> tuple[str, ...]:
    """Return every text of a document's content as it must stand in its file, with even white space."""
    template = _compile(document)
    printed, _parts = _filled(document, template, _view(document, template))
    return _texts_of_context(printed.readable(), document)


def _texts_of_context(context: Context, document: Document[Any]) -> tuple[str, ...]:
    # A template prints those facts of the office that it needs, but all of the content.
    content = [value for name, value in context.items() if name != "office"]
    return printed_texts(content, document.numerals)


def _view(document: Document[Any], template: CompiledTemplate) -> Context:
    context = document.form.view(document, template.area)
    if not document.annexes:
        return context
    from esa_docs.word.annexes.context import with_annexes  # noqa: PLC0415 few papers have annexes

    return with_annexes(context, document)


def _compile(document: Document[Any]) -> CompiledTemplate:
    path = template_of(document)
    look = Look(document.office.font, document.numerals, document.office.sizes)
    data, label = _read_template(path), path.as_posix()
    try:
        return compile_template(data, label, look)
    except ContentError as fault:
        from esa_docs.word.templates.checking.faults_in_build import faults_of_template  # noqa: PLC0415 faults only

        raise ContentError(faults_of_template(data, label, look)) from fault


def _with_command(diagnostics: Sequence[Diagnostic], document: Document[Any]) -> tuple[Diagnostic, ...]:
    """Return diagnostics; those of an own template name the command that tells more."""
    if document.template is None or not has_errors(diagnostics):
        return tuple(diagnostics)
    from esa_docs.word.templates.checking.faults_in_build import with_command  # noqa: PLC0415 faults only

    return with_command(diagnostics, document.template.as_posix())


def _filled(
    document: Document[Any], template: CompiledTemplate, context: Context
) -> tuple[PrintedContext, FilledParts]:
    """Return the context, its captions numbered in the order of the paper, and the filled-in parts."""
    printed = print_context(context, document.pictures)
    filled = template.fill(printed.values)
    in_order = printed.in_order_of(filled.xml_of_part[DOCUMENT_PART])
    if in_order is not printed:
        # References bear the numbers of captions, so they are printed anew.
        filled = template.fill(in_order.values)
    return in_order, filled


def _finish(
    document: Document[Any], template: CompiledTemplate, printed: PrintedContext, filled: FilledParts
) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """Return the Word file, and what is told of Word files that are put into it."""
    properties = {"title": document.form.title(document), "creator": document.office.name}
    data = template.finish(filled, printed.values, properties, printed)
    if all(annex.is_bound for annex in document.annexes):
        return data, ()
    from esa_docs.word.annexes.finishing import finish_annexes  # noqa: PLC0415 few papers have annexes

    finished = finish_annexes(data, document)
    return finished.value or data, finished.diagnostics


def _diagnostics_of_drawings(context: Context, data: bytes) -> tuple[Diagnostic, ...]:
    """Return the diagnostics of the drawings that stand in a file, each once.

    A drawing that the template leaves out reports nothing.
    """
    drawings = cast("Sequence[Drawing]", context.get("drawings", ()))
    with_diagnostics = [drawing for drawing in drawings if drawing.diagnostics]
    if not with_diagnostics:
        return ()
    document_xml = read_package(data)[DOCUMENT_PART].decode()
    diagnostics: dict[Diagnostic, None] = {}
    for drawing in with_diagnostics:
        if drawing.run in document_xml:
            diagnostics.update(dict.fromkeys(drawing.diagnostics))
    return tuple(diagnostics)


def _read_template(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fault:
        message = _("the template cannot be read: {reason}").format(reason=reason_in_words(fault))
        hint = _("Close it in other programs and check that it is there.")
        raise ContentError([Diagnostic("E301", message, Location(path.as_posix()), hint)]) from fault
