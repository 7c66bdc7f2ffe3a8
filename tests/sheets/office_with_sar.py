"""A small project with a self-assessment in two part files, and its workbook in the hands of an owner."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl

from esa_docs import api
from esa_docs.diagnostics import ContentError
from esa_docs.jobs.sheets import Imported, export_sheet, import_sheet

FIRST = "มาตรฐาน 1"
_OFFICE = """\
name: สำนักงานเขตพื้นที่การศึกษาประถมศึกษาตัวอย่าง เขต 1
short_name: สพป.ตัวอย่าง เขต 1
parent: สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน
director: ก
groups:
  - {id: อำนวยการ, name: กลุ่มอำนวยการ}
"""
_PEOPLE = """\
people:
  - {id: ก, prefix: นาย, first_name: สมมติ, last_name: นามตัวอย่าง, position: ผู้อำนวยการ}
  - {id: ข, prefix: นาง, first_name: ตัวอย่าง, last_name: นามสมมติ, position: นักวิชาการศึกษา}
"""
_SAR = "kind: sar\nscheme: sar-2560\n"
FIRST_PART = """\
# ตัวบ่งชี้ที่ 1 แก้ได้เฉพาะกลุ่มอำนวยการ
part_of: sar
indicator: '1.1'
owner: ก  # ถึงสิ้นปี
issues:
  - number: 1
    six_months:
      results:
        - "ผลที่ 1: ทำแล้ว" # จากรายงาน
        - >-
          ผลที่ 2
          ทำต่อ
      level: ๓  # ประเมินเอง
    evidence:
      - {code: E-1, name: 'ภาพ | ข่าว', file: proof.txt, sha256: 0f}
      - {code: E-2, name: เว็บ, link: https://example.go.th/2}
  # ประเด็นที่ 2 ยังไม่มีข้อมูล
  - number: 3
strengths: [มีแผน]
plan:
  - {text: ทำปฏิทิน, time: ไตรมาส 1}
"""
SECOND_PART = """\
part_of: sar
indicator: '1.2'
improve:
- ส่งช้า
"""


def write_project(root: Path) -> Path:
    """Write the project."""
    (root / "2569" / "sar").mkdir(parents=True)
    (root / "office.yaml").write_text(_OFFICE, encoding="utf-8")
    (root / "people.yaml").write_text(_PEOPLE, encoding="utf-8")
    (root / "2569" / "sar.yaml").write_text(_SAR, encoding="utf-8")
    (root / "proof.txt").write_bytes(b"proof")
    part(root, "1-1").write_text(FIRST_PART.replace("0f", PROOF), encoding="utf-8")
    part(root, "1-2").write_text(SECOND_PART, encoding="utf-8")
    return root


PROOF = "c1cda26362828b69266512052b97cb3729e3b052e4ade47c0a1e3383defe73c7"
"""SHA-256 of the evidence, as ``sha256sum`` gives it."""


def part(root: Path, name: str) -> Path:
    return root / "2569" / "sar" / f"{name}.yaml"


def text_of(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


def export(root: Path, name: str = "sar") -> Path:
    book = root.parent / f"{name}.xlsx"
    export_sheet(api.load(root), name, book, force=True)
    return book


def edit(book: Path, cells: dict[str, Any], sheet: str = FIRST) -> Path:
    """Type into cells, as openpyxl does it."""
    workbook = openpyxl.load_workbook(book)
    for name, value in cells.items():
        workbook[sheet][name] = value
    workbook.save(book)
    return book


def take_back(root: Path, book: Path, name: str = "sar") -> Imported:
    return import_sheet(api.load(root), name, book)


def faults(root: Path, book: Path, name: str = "sar") -> list[tuple[str, str]]:
    """Import what has faults: give code and place of each, the file's folder left out."""
    try:
        take_back(root, book, name)
    except ContentError as fault:
        return [(one.code, one.location.path.rpartition("/")[2]) for one in fault.diagnostics if one.is_error]
    return []
