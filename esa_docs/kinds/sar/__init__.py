"""รายงานการประเมินตนเอง (SAR) ตามมาตรฐานสำนักงานเขตพื้นที่การศึกษา."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from esa_docs.kinds.assessment.content import report_round, report_title
from esa_docs.kinds.assessment.evidence_looks import has_codes, is_bound, picture_columns
from esa_docs.kinds.assessment.progress import secretary_of
from esa_docs.kinds.assessment.rules import check_evidence_pictures, check_link_lengths
from esa_docs.kinds.assessment.table_rules import check_tables
from esa_docs.kinds.sar.answers import citations_of, issue_title
from esa_docs.kinds.sar.content import Sar, SarIndicator
from esa_docs.kinds.sar.copies import files_of
from esa_docs.kinds.sar.example import EXAMPLES
from esa_docs.kinds.sar.missing import WORDS, missing_in_sar
from esa_docs.kinds.sar.parts import part_scaffolds
from esa_docs.kinds.sar.progress import progress_of
from esa_docs.kinds.sar.rules import check_sar
from esa_docs.kinds.sar.scheme import SarScheme
from esa_docs.kinds.sar.workbook import SAR_WORKBOOK
from esa_docs.model.abilities import EvidenceUse, Parts, ProgressUse, SchemeUse
from esa_docs.model.area import Area
from esa_docs.model.document import Context, Document, Form
from esa_docs.model.field_text import FilledForm
from esa_docs.model.kind import Kind
from esa_docs.rules.signing import check_signer_of_day


def _view(document: Document[Sar], area: Area) -> Context:
    from esa_docs.kinds.sar.view import build_context

    return build_context(document, area)


def _issue_view(document: Document[Sar], area: Area) -> Context:
    from esa_docs.kinds.sar.view_issue import build_issue_context

    return build_issue_context(document, area)


def _printed() -> type[Any]:
    from esa_docs.kinds.sar.printed import Printed

    return Printed


def _printed_issue() -> type[Any]:
    from esa_docs.kinds.sar.printed import PrintedIssue

    return PrintedIssue


_ISSUE: Final = Form("sar-issue", _issue_view, issue_title, printed=_printed_issue)


def _copies(document: Document[Sar]) -> tuple[Document[Sar], ...]:
    return files_of(document, _ISSUE)


def _field_texts(document: Document[Sar]) -> tuple[FilledForm, ...]:
    from esa_docs.kinds.sar.field_texts import fill_in_forms

    return fill_in_forms(document, _ISSUE)


def _scheme(sar: Sar) -> SarScheme:
    return sar.scheme


KIND: Final = Kind(
    name="sar",
    thai_name="รายงานการประเมินตนเอง",
    content=Sar,
    title=report_title,
    forms=(Form("sar", _view, printed=_printed, own_annexes=3), _ISSUE),
    numerals="arabic",
    rules=(check_signer_of_day, check_sar, check_tables, check_evidence_pictures, check_link_lengths),
    missing=missing_in_sar,
    examples=EXAMPLES,
    parts=Parts("indicators", SarIndicator, "sar-indicator", "indicator", part_scaffolds),
    copies=_copies,
    tables=(("general", "tables"), ("indicators", "issues", "tables")),
    evidence=EvidenceUse(Sar.evidence, is_bound, citations_of, picture_columns, has_codes),
    scheme=SchemeUse(SarScheme, _scheme, "sar-2560", Path(__file__).parent / "schemes"),
    progress=ProgressUse(progress_of, report_round, secretary_of, WORDS),
    workbook=SAR_WORKBOOK,
    field_texts=_field_texts,
)
