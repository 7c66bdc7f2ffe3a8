"""The divider: the page before a piece of evidence that is bound behind its report."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from esa_docs.model.area import Area
from esa_docs.model.base import Content
from esa_docs.model.document import AnnexFile, Context, Document, Form


def _view(document: Document[Any], area: Area) -> Context:
    from esa_docs.word.context.evidence_divider import build_context  # noqa: PLC0415 loads fonts and lxml

    return build_context(document, area)


def _printed() -> type[Any]:
    from esa_docs.model.printed.program_forms import PrintedDivider  # noqa: PLC0415 only templates need it

    return PrintedDivider


def _view_of_sheet(document: Document[Any], area: Area) -> Context:
    from esa_docs.word.context.evidence_divider import build_sheet  # noqa: PLC0415 as above

    return build_sheet(document, area)


DIVIDER: Final[Form[Any]] = Form("evidence-divider", _view, printed=_printed)
"""How a divider looks: always as shipped, because `divider_of` drops the office's own templates."""
_SHEET: Final = replace(DIVIDER, view=_view_of_sheet)
"""A divider that names nothing: its marks of secrecy alone."""


def sheet_of(document: Document[Content], file: AnnexFile) -> Document[Content]:
    """Return a page that bears the mark of secrecy alone: it is laid over each page that is bound.

    Args:
        document: the paper.
        file: a piece that is bound behind it.
    """
    return replace(document, form=_SHEET, templates={}, annex=(file,))


def divider_of(document: Document[Content], file: AnnexFile) -> Document[Content]:
    """Return the divider of a piece of evidence as a document.

    Args:
        document: the report.
        file: the evidence.
    """
    return replace(document, form=DIVIDER, templates={}, annex=(file,))
