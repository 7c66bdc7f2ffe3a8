"""A small project that several hands change at the same time, and what may become of it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any, Final

import openpyxl

from esa_docs import api

SHEET: Final = "มาตรฐาน 1"
_OFFICE: Final = """\
name: สำนักงานเขตพื้นที่การศึกษาประถมศึกษาตัวอย่าง เขต 1
short_name: สพป.ตัวอย่าง เขต 1
parent: สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน
director: ก
groups:
  - {id: อำนวยการ, name: กลุ่มอำนวยการ}
"""
_PEOPLE: Final = """\
people:
  - {id: ก, prefix: นาย, first_name: สมมติ, last_name: นามตัวอย่าง, position: ผู้อำนวยการ}
"""
_TABLE: Final = """\
รหัส,ชื่อ-สกุล,ตำแหน่ง
ก,นายสมมติ นามตัวอย่าง,ผู้อำนวยการ
,นางสมมุติ นามสมมติ,นักวิชาการศึกษา
,นายตัวอย่าง นามสมมติ,เจ้าพนักงานธุรการ
"""
_ORDER: Final = """\
kind: order
subject: เรื่องของ {name}
cause: [ด้วยเหตุตัวอย่าง]
clauses:
  - ให้ปฏิบัติตามนี้
"""
_PART: Final = """\
part_of: sar
indicator: '{indicator}'
owner: ก
issues:
  - number: 1
    six_months: {{results: [ทำแล้ว], level: 3}}
"""
INDICATORS: Final = ("1.1", "1.2", "1.3")


class HandsProject:
    """A project with two orders and a self-assessment of three part files, and its output folder.

    Attributes:
        root: project folder.
        out: output folder.
    """

    def __init__(self, folder: Path) -> None:
        """Write the project into a folder."""
        self.root = folder / "office"
        self.out = folder / "build"
        self._put("office.yaml", _OFFICE)
        self._put("people.yaml", _PEOPLE)
        for name in ("a", "b"):
            self._put(f"2569/{name}.yaml", _ORDER.format(name=name))
        self._put("2569/sar.yaml", "kind: sar\nscheme: sar-2560\n")
        for indicator in INDICATORS:
            self._put(f"2569/sar/{indicator}.yaml", _PART.format(indicator=indicator))
        self._first_files = self.files()

    def _put(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())

    def files(self) -> dict[str, bytes]:
        """Return what each file of the project holds, but those of the program."""
        files: dict[str, bytes] = {}
        for path in sorted(self.root.rglob("*")):
            name = path.relative_to(self.root).as_posix()
            if path.is_file() and not name.startswith(".esa-docs/"):
                files[name] = path.read_bytes()
        return files

    def restore(self) -> None:
        """Make the project as it was at first, and delete what the program keeps."""
        self.restore_to(self._first_files)

    def restore_to(self, files: dict[str, bytes]) -> None:
        """Make the files of the project hold what they held before, and delete what the program keeps."""
        shutil.rmtree(self.root / ".esa-docs", ignore_errors=True)
        for name in self.files().keys() - files.keys():
            (self.root / name).unlink()
        for name, data in files.items():
            (self.root / name).write_bytes(data)
        shutil.rmtree(self.root / "2569/new", ignore_errors=True)

    def use_table_without_ids(self) -> None:
        """Replace the roster by a table in which two of three people have no id."""
        self.restore()
        (self.root / "people.yaml").unlink()
        self._put("people.csv", _TABLE)

    def retitle(self, name: str, title: str) -> None:
        """Write an order anew, with another subject."""
        self._put(f"2569/{name}.yaml", _ORDER.format(name=title))

    def mend(self, name: str) -> None:
        """Change a word of an order and nothing else."""
        path = self.root / f"2569/{name}.yaml"
        path.write_bytes(path.read_bytes().replace("ตามนี้".encode(), "ดังนี้".encode()))

    def workbook(self, file: Path, cells: dict[str, Any]) -> Path:
        """Write the workbook of the self-assessment with values in cells; return its path."""
        api.export_workbook(api.load(self.root), "sar", file, force=True)
        book = openpyxl.load_workbook(file)
        for cell, value in cells.items():
            book[SHEET][cell] = value
        book.save(file)
        return file

    def leftovers(self) -> list[str]:
        """Return the program's own files in project and output folder that no finished command leaves."""
        allowed = {"lock", "build-lock", ".gitignore", "manifest.json"}
        names: list[str] = []
        for folder in (self.root, self.out):
            for path in (folder / ".esa-docs").rglob("*"):
                if path.is_file() and path.name not in allowed:
                    names.append(path.name)
        return names
