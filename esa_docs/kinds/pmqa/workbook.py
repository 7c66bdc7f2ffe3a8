"""The workbook of a PMQA report: a sheet for each category, a row for each item."""

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
from esa_docs.kinds.pmqa.content import Pmqa
from esa_docs.kinds.pmqa.scheme import Category, PmqaScheme
from esa_docs.model.cell_forms import Number, Numbers, Paragraphs, Words
from esa_docs.model.cell_records import Records
from esa_docs.model.workbook_form import Column, PartForm, SheetForm, WorkbookForm

_MEASURES: Final = Records(
    ("name", "target", "actual", "percent", "range"), "ตัววัด | เป้าหมาย | ผล | ร้อยละ | ช่วงคะแนน"
)
_ADLI: Final = ("approach", "deployment", "learning", "integration")
_LETCI: Final = ("level", "trend", "comparison", "integration")


def _sheets(pmqa: Pmqa) -> Iterator[SheetForm]:
    for category in pmqa.scheme.categories:
        title = f"หมวด {category.number}"
        parts = [PartForm(f"{category.number}.{item.number}", item.name or "") for item in category.items]
        columns = _columns(pmqa.scheme, category)
        yield SheetForm(title, f"{title} {category.name}", columns, tuple(parts))


def _columns(scheme: PmqaScheme, category: Category) -> tuple[Column, ...]:
    return (
        Column("ชื่อหัวข้อ", Words(), 30),
        OWNER,
        Column("ผลการดำเนินงาน\nรอบ 6 เดือน", Paragraphs(), 48, ("six_months",)),
        Column("ผลการดำเนินงาน\nรอบ 12 เดือน", Paragraphs(), 48, ("twelve_months",)),
        *_ratings(scheme, category),
        Column(EVIDENCE_HEAD, EVIDENCE, EVIDENCE_WIDTH, ("evidence",)),
        *conclusion_columns("จุดแข็ง", "โอกาสในการปรับปรุง", "แนวทางปรับปรุง"),
    )


def _ratings(scheme: PmqaScheme, category: Category) -> Iterator[Column]:
    """Generate the columns by which the edition scores the items of a category."""
    if scheme.scoring == "percent":
        yield from _factors(category)
    elif not category.results:
        for level in scheme.box_levels:
            yield Column(f"ช่อง\n{level.name}", Numbers(), 14, ("boxes", level.id))
    if category.results:
        yield Column(f"ตัววัด\n({_MEASURES.shape})", _MEASURES, 44, ("measures",))


def _factors(category: Category) -> Iterator[Column]:
    key, names = ("letci", _LETCI) if category.results else ("adli", _ADLI)
    for name in names:
        yield Column(f"ร้อยละ\n{name.title()}", Number(), 12, (key, name))


_KEY_ORDER: Final = (
    *("part_of", "item", "owner", "due", "six_months", "twelve_months", "tables"),
    *("boxes", "adli", "letci", "measures", *CONCLUSION_KEYS),
)
PMQA_WORKBOOK: Final = WorkbookForm(("หัวข้อ",), _sheets, _KEY_ORDER)
