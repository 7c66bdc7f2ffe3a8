"""การพัฒนาคุณภาพการบริหารจัดการภาครัฐ (PMQA): profile, self-assessment by category, plan, monitoring."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from esa_docs.kinds.assessment.content import report_round, report_title
from esa_docs.kinds.assessment.evidence_looks import has_codes, is_bound, picture_columns
from esa_docs.kinds.assessment.progress import secretary_of
from esa_docs.kinds.assessment.rules import check_evidence_pictures, check_link_lengths
from esa_docs.kinds.assessment.table_rules import check_tables
from esa_docs.kinds.pmqa.content import Pmqa, PmqaItem
from esa_docs.kinds.pmqa.example import EXAMPLES
from esa_docs.kinds.pmqa.missing import WORDS, missing_in_pmqa
from esa_docs.kinds.pmqa.parts import part_scaffolds
from esa_docs.kinds.pmqa.progress import progress_of
from esa_docs.kinds.pmqa.rules import check_pmqa
from esa_docs.kinds.pmqa.scheme import PmqaScheme
from esa_docs.kinds.pmqa.workbook import PMQA_WORKBOOK
from esa_docs.model.abilities import EvidenceUse, Parts, ProgressUse, SchemeUse
from esa_docs.model.area import Area
from esa_docs.model.document import Context, Document, Form
from esa_docs.model.kind import Kind
from esa_docs.rules.signing import check_signer_of_day


def _view(document: Document[Pmqa], area: Area) -> Context:
    from esa_docs.kinds.pmqa.view import build_context

    return build_context(document, area)


def _printed() -> type[Any]:
    from esa_docs.kinds.pmqa.printed import Printed

    return Printed


def _citations(pmqa: Pmqa, code: str) -> Iterator[str]:
    for item in pmqa.items:
        if any(evidence.code == code for evidence in item.evidence):
            yield f"หัวข้อ {item.item}"


def _scheme(pmqa: Pmqa) -> PmqaScheme:
    return pmqa.scheme


KIND: Final = Kind(
    name="pmqa",
    thai_name="รายงานการพัฒนาคุณภาพการบริหารจัดการภาครัฐ",
    content=Pmqa,
    title=report_title,
    forms=(Form("pmqa", _view, printed=_printed, own_annexes=2),),
    numerals="arabic",
    rules=(check_signer_of_day, check_pmqa, check_tables, check_evidence_pictures, check_link_lengths),
    missing=missing_in_pmqa,
    examples=EXAMPLES,
    parts=Parts("items", PmqaItem, "pmqa-item", "item", part_scaffolds),
    tables=(("general", "tables"), ("items", "tables")),
    evidence=EvidenceUse(Pmqa.evidence, is_bound, _citations, picture_columns, has_codes),
    scheme=SchemeUse(PmqaScheme, _scheme, "pmqa-4.0", Path(__file__).parent / "schemes"),
    progress=ProgressUse(progress_of, report_round, secretary_of, WORDS),
    workbook=PMQA_WORKBOOK,
)
