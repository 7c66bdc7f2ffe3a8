"""The workbook of a SAR: a sheet for each standard, a row for each indicator and issue."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from esa_docs.kinds.assessment.workbook import (
    CONCLUSION_KEYS,
    EVIDENCE,
    EVIDENCE_HEAD,
    EVIDENCE_WIDTH,
    OWNER,
    conclusion_columns,
)
from esa_docs.kinds.sar.content import Sar
from esa_docs.kinds.sar.scheme import Indicator, SarScheme, Standard
from esa_docs.model.cell_forms import Number, Paragraphs, Words
from esa_docs.model.workbook_form import Column, PartForm, SheetForm, WorkbookForm


def _sheets(sar: Sar) -> Iterator[SheetForm]:
    columns = _columns(sar.scheme)
    for standard in sar.scheme.standards:
        heading = f"มาตรฐานที่ {standard.number} {standard.name}"
        parts = tuple(_part(standard, indicator) for indicator in standard.indicators)
        yield SheetForm(f"มาตรฐาน {standard.number}", heading, columns, parts)


def _part(standard: Standard, indicator: Indicator) -> PartForm:
    issues = {issue.number: issue.name or "" for issue in indicator.issues}
    return PartForm(f"{standard.number}.{indicator.number}", indicator.name, issues)


def _columns(scheme: SarScheme) -> tuple[Column, ...]:
    levels = tuple(map(str, sorted(grade.level for grade in scheme.grades)))
    return (
        Column("ชื่อประเด็นการพิจารณา", Words(), 30, issue=("name",)),
        OWNER,
        Column("ผลการดำเนินงาน\nรอบ 6 เดือน", Paragraphs(), 48, issue=("six_months", "results")),
        Column("ระดับ\nรอบ 6 เดือน", Number(), 11, issue=("six_months", "level"), choices=levels),
        Column("ผลการดำเนินงาน\nรอบ 12 เดือน", Paragraphs(), 48, issue=("twelve_months", "results")),
        Column("ระดับ\nรอบ 12 เดือน", Number(), 11, issue=("twelve_months", "level"), choices=levels),
        Column(EVIDENCE_HEAD, EVIDENCE, EVIDENCE_WIDTH, issue=("evidence",)),
        *conclusion_columns("จุดเด่น", "จุดที่ควรพัฒนา", "แนวทางการพัฒนา"),
    )


_KEY_ORDER: Final = (
    *("part_of", "indicator", "number", "name", "owner", "due", "results", "level"),
    *("issues", "six_months", "twelve_months", "tables", *CONCLUSION_KEYS),
)
SAR_WORKBOOK: Final = WorkbookForm(("ตัวบ่งชี้", "ประเด็นที่"), _sheets, _KEY_ORDER)
