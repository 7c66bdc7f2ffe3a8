"""Small templates and what the check finds in them."""

from __future__ import annotations

from word_files import paragraph

from esa_docs.api.projects import every_form
from esa_docs.diagnostics import Diagnostic
from esa_docs.model.printed.shape import Shape, read_shape
from esa_docs.word.templates.checking.check import check_template

LABEL = "templates_docx/order.docx"
FORMS = {form.name: form for form in every_form()}


def shape_of(form: str) -> Shape:
    declaration = FORMS[form].printed
    assert declaration is not None
    return read_shape(declaration())


def check(data: bytes, form: str = "order") -> tuple[Diagnostic, ...]:
    """Return what the check finds, without what the template does not print."""
    diagnostics = check_template(data, LABEL, shape_of(form))
    return tuple(diagnostic for diagnostic in diagnostics if diagnostic.code not in {"E334", "E341"})


def codes_and_places(data: bytes) -> list[tuple[str, str]]:
    return [(diagnostic.code, diagnostic.field) for diagnostic in check(data)]


def cell(*paragraphs: str) -> str:
    return f"<w:tc><w:tcPr/>{''.join(map(paragraph, paragraphs))}</w:tc>"


def table(*rows: str) -> str:
    rows_xml = "".join(f"<w:tr>{cells}</w:tr>" for cells in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{rows_xml}</w:tbl>"
