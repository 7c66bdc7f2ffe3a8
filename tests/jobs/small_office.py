"""A small project on disk, for tests that need several documents and little text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import docx
from written_project import put, put_office

from esa_docs import api
from esa_docs.diagnostics import Diagnostic
from esa_docs.jobs.building.report import BuildReport

TODAY = dt.date(2026, 9, 16)
_MANUAL = """\
kind: manual
title: งานสารบรรณ
author: ก
foreword:
  - คำนำของคู่มือ
works:
  - name: งานที่หนึ่ง
    objectives:
      - OBJECTIVE
    scope:
      - text: ขอบเขตของงาน
    steps:
      - text: ศึกษาวิเคราะห์
    table:
      - {step: ศึกษา, detail: ศึกษาวิเคราะห์งาน, owner: กลุ่มอำนวยการ}
"""

MEETING = """\
kind: minutes
number: 1
date: 9 มีนาคม 2569
begins: 09.30 น.
place: ห้องประชุม
body: คณะทำงานพัฒนางาน
members:
  - {person: ก, role: หัวหน้าคณะทำงาน}
considered:
  - {title: เรื่องเดินทาง}
recorder: ก
"""
"""A meeting of the only person there is."""


def write_office(root: Path, names: Iterable[str] = ("a",), year: str = "2569") -> Path:
    """Write a project with documents of one year; return its folder."""
    put_office(root)
    for name in names:
        write_manual(root, name, year=year)
    return root


def write_manual(root: Path, name: str, objective: str = "เพื่อทดสอบ", year: str = "2569") -> Path:
    """Write a document; return its content file."""
    return put(root, f"{year}/{name}.yaml", _MANUAL.replace("OBJECTIVE", objective))


def build(root: Path, out: Path, **choices: Any) -> BuildReport:
    """Load and build, on a fixed day."""
    return api.build(api.load(root), out=out, today=TODAY, **choices)


def outcomes(report: BuildReport) -> dict[str, str]:
    """Return what became of each document, by ``year/name``; of one with several files, of the last."""
    return {result.key: str(result.outcome) for result in report.results}


def summaries(diagnostics: Iterable[Diagnostic]) -> list[tuple[str, str, str]]:
    """Return code, severity and file name of diagnostics."""
    lines: list[tuple[str, str, str]] = []
    for diagnostic in diagnostics:
        file_name = diagnostic.location.path.rpartition("/")[2]
        lines.append((diagnostic.code, str(diagnostic.severity), file_name))
    return lines


def edit(path: Path, text: str = "เพิ่มด้วยมือ") -> bytes:
    """Change a Word file as a clerk does; return its new bytes."""
    document = docx.Document(str(path))
    document.add_paragraph(text)
    document.save(str(path))
    return path.read_bytes()


def paragraphs(path: Path) -> list[str]:
    """Return the text of every paragraph of a Word file outside tables."""
    return [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]


def temporaries(out: Path) -> list[str]:
    """Return the names of the temporary files in an output folder."""
    return [path.name for path in (out / ".esa-docs" / "tmp").glob("*")]
