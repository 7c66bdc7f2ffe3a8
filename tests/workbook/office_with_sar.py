"""A small project with a self-assessment in two part files, and its workbook in the hands of an owner."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
from written_project import PEOPLE, put, put_office

from esa_docs import api
from esa_docs.diagnostics import ContentError, Diagnostic
from esa_docs.jobs.workbooks import WorkbookImport, export_workbook

FIRST = "มาตรฐาน 1"
_PEOPLE = f"""\
{PEOPLE}  - {{id: ข, prefix: นาง, first_name: ตัวอย่าง, last_name: นามสมมติ, position: นักวิชาการศึกษา}}
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
    """Write the project and return its folder."""
    put_office(root)
    put(root, "people.yaml", _PEOPLE)
    put(root, "2569/sar.yaml", _SAR)
    (root / "proof.txt").write_bytes(b"proof")
    put(root, "2569/sar/1-1.yaml", FIRST_PART.replace("0f", PROOF))
    put(root, "2569/sar/1-2.yaml", SECOND_PART)
    return root


PROOF = "c1cda26362828b69266512052b97cb3729e3b052e4ade47c0a1e3383defe73c7"
"""SHA-256 of the evidence, as ``sha256sum`` gives it."""


def part(root: Path, name: str) -> Path:
    return root / "2569" / "sar" / f"{name}.yaml"


def text_of(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


def export(root: Path, name: str = "sar") -> Path:
    book = root.parent / f"{name}.xlsx"
    export_workbook(api.load(root), name, book, force=True)
    return book


def edit(book: Path, cells: dict[str, Any], sheet: str = FIRST) -> Path:
    """Type values into cells of a workbook, and return its path."""
    workbook = openpyxl.load_workbook(book)
    for name, value in cells.items():
        workbook[sheet][name] = value
    workbook.save(book)
    return book


def take_back(root: Path, book: Path, name: str = "sar") -> WorkbookImport:
    return api.import_workbook(root, name, book)


def faults(root: Path, book: Path, name: str = "sar") -> list[tuple[str, str]]:
    """Import a workbook; return code and place of each error, without the folder of the file."""
    try:
        take_back(root, book, name)
    except ContentError as fault:
        return [_code_and_place(diagnostic) for diagnostic in fault.diagnostics if diagnostic.is_error]
    return []


def _code_and_place(diagnostic: Diagnostic) -> tuple[str, str]:
    _folder, _slash, place = diagnostic.location.path.rpartition("/")
    return diagnostic.code, place
