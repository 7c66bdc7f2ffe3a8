"""What the workbook of a self-assessment asks, column by column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from esa_docs.model.scheme import PmqaScheme, Scheme
from esa_docs.source.sheet_cells import CellForm, Number, Numbers, Paragraphs, Records, Words

KeyNames = tuple[str, ...]
Choices = Literal["", "owners", "levels"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column to fill in.

    Attributes:
        head: its head.
        form: how its values are written.
        width: in characters.
        part: keys of its value in an indicator or item; empty where that has none.
        issue: keys of its value in an issue; empty where that has none.
        choices: what may be chosen in it.
    """

    head: str
    form: CellForm
    width: float
    part: KeyNames = ()
    issue: KeyNames = ()
    choices: Choices = ""


_EVIDENCE: Final = Records(("code", "name", "file"), "รหัส | ชื่อ | ไฟล์หรือลิงก์", needed=2, address="link")
_PLAN: Final = Records(("text", "owner", "time"), "สิ่งที่จะทำ | ผู้รับผิดชอบ | เวลา")
_MEASURES: Final = Records(
    ("name", "target", "actual", "percent", "range"), "ตัววัด | เป้าหมาย | ผล | ร้อยละ | ช่วงคะแนน"
)
_OWNER: Final = Column("ผู้รับผิดชอบ", Words(), 14, ("owner",), ("owner",), "owners")
_SIX, _TWELVE = ("six_months",), ("twelve_months",)


def _findings(strengths: str, improve: str, plan: str) -> tuple[Column, ...]:
    return (
        Column(strengths, Paragraphs(), 36, ("strengths",)),
        Column(improve, Paragraphs(), 36, ("improve",)),
        Column(f"{plan}\n({_PLAN.shape})", _PLAN, 40, ("plan",)),
    )


_EVIDENCE_HEAD: Final = f"หลักฐาน\n({_EVIDENCE.shape})"
_SAR: Final = (
    Column("ชื่อประเด็นการพิจารณา", Words(), 30, issue=("name",)),
    _OWNER,
    Column("ผลการดำเนินงาน\nรอบ 6 เดือน", Paragraphs(), 48, issue=(*_SIX, "results")),
    Column("ระดับ\nรอบ 6 เดือน", Number(), 11, issue=(*_SIX, "level"), choices="levels"),
    Column("ผลการดำเนินงาน\nรอบ 12 เดือน", Paragraphs(), 48, issue=(*_TWELVE, "results")),
    Column("ระดับ\nรอบ 12 เดือน", Number(), 11, issue=(*_TWELVE, "level"), choices="levels"),
    Column(_EVIDENCE_HEAD, _EVIDENCE, 44, issue=("evidence",)),
    *_findings("จุดเด่น", "จุดที่ควรพัฒนา", "แนวทางการพัฒนา"),
)
_ADLI: Final = ("approach", "deployment", "learning", "integration")
_LETCI: Final = ("level", "trend", "comparison", "integration")


def columns_of(scheme: Scheme, *, results: bool = False) -> tuple[Column, ...]:
    """Give the columns of a sheet; the first is that of names.

    Args:
        scheme: the edition.
        results: the sheet is one of results, in editions that score them in their own way.
    """
    if not isinstance(scheme, PmqaScheme):
        return _SAR
    scores = _boxes(scheme) if scheme.scoring == "boxes" else _factors(results=results)
    measures = (Column(f"ตัววัด\n({_MEASURES.shape})", _MEASURES, 44, ("measures",)),) if results else ()
    if results and scheme.scoring == "boxes":
        scores = ()
    return (
        Column("ชื่อหัวข้อ", Words(), 30),
        _OWNER,
        Column("ผลการดำเนินงาน\nรอบ 6 เดือน", Paragraphs(), 48, _SIX),
        Column("ผลการดำเนินงาน\nรอบ 12 เดือน", Paragraphs(), 48, _TWELVE),
        *scores,
        *measures,
        Column(_EVIDENCE_HEAD, _EVIDENCE, 44, ("evidence",)),
        *_findings("จุดแข็ง", "โอกาสในการปรับปรุง", "แนวทางปรับปรุง"),
    )


def _boxes(scheme: PmqaScheme) -> tuple[Column, ...]:
    return tuple(Column(f"ช่อง\n{one.name}", Numbers(), 14, ("boxes", one.id)) for one in scheme.box_levels)


def _factors(*, results: bool) -> tuple[Column, ...]:
    key, names = ("letci", _LETCI) if results else ("adli", _ADLI)
    return tuple(Column(f"ร้อยละ\n{name.title()}", Number(), 12, (key, name)) for name in names)
