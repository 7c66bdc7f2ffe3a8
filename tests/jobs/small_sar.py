"""A small project with a SAR of three issues, for tests about the files that a report makes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from small_office import write_office

from esa_docs import api
from esa_docs.diagnostics import Severity
from esa_docs.kinds import KINDS
from esa_docs.kinds.sar.copies import issue_files
from esa_docs.model.document import Document

_SCHEME = """\
scheme: sar
id: sar-small
name: มาตรฐานสมมติ
edition: พ.ศ. 2500
source: ตัวอย่าง
certainty: not_verified
grades:
  - {level: 2, word: ดี, lowest: 1.50}
  - {level: 1, word: พอใช้, lowest: 1.00}
standards:
  - number: 1
    name: มาตรฐานแรก
    indicators:
      - number: 1
        name: ตัวบ่งชี้แรก
        issues: [{number: 1, name: ประเด็นแรก}, {number: 2}]
  - number: 2
    name: มาตรฐานหลัง
    indicators: [{number: 1, name: ตัวบ่งชี้หลัง}]
"""
_SAR = """\
kind: sar
scheme: sar-small
foreword: [คำนำ]
indicators:
  - indicator: '2.1'
    issues:
      - number: 1
        name: ประเด็นของสำนักงาน
        twelve_months: {results: [ผลที่สาม]}
  - indicator: '1.1'
    owner: ก
    strengths: [จุดเด่นที่ 1, จุดเด่นที่ 2]
    plan:
      - {text: ทำต่อ, owner: กลุ่มอำนวยการ, time: ปี 2570}
      - {text: ทำใหม่}
    issues:
      - number: 1
        six_months: {results: [ผลครึ่งปี], level: 1}
        twelve_months: {results: [ผลที่ 1 ปี 2569, ย่อหน้าที่สอง], level: 2}
        evidence:
          - {code: E-1, name: รายงานฉบับที่ 1}
          - {code: E-2, name: ภาพกิจกรรม, link: 'https://example.go.th/2569'}
      - number: 2
        twelve_months: {level: 1}
"""


def write_sar(root: Path, *, last_lines: str = "", office_lines: str = "") -> Path:
    """Write the project; return its folder.

    Args:
        root: the folder.
        last_lines: lines of YAML at the end of the report.
        office_lines: lines of YAML at the end of office.yaml.
    """
    write_office(root, names=())
    (root / "2569").mkdir()
    (root / "schemes").mkdir()
    (root / "schemes" / "sar-small.yaml").write_text(_SCHEME, encoding="utf-8")
    (root / "2569" / "sar.yaml").write_text(f"{_SAR}{last_lines}", encoding="utf-8")
    with (root / "office.yaml").open("a", encoding="utf-8") as file:
        file.write(office_lines)
    return root


def write_sar_with_tables(root: Path, line: str) -> Path:
    """Write the project with a line of YAML for tables in the first issue; return its folder."""
    write_sar(root)
    path = root / "2569" / "sar.yaml"
    text = path.read_text(encoding="utf-8")
    results = "        six_months: {results: [ผลครึ่งปี]"
    assert text.count(results) == 1
    path.write_text(text.replace(results, f"        {line}\n{results}"), encoding="utf-8")
    return root


def load_sar(root: Path) -> Document[Any]:
    """Return the report; check that the project has no faults: that later results wait (E222) is none."""
    project = api.load(root)
    diagnostics = api.check(project)
    later_results = ("E222", Severity.INFO)
    assert [d.code for d in diagnostics if (d.code, d.severity) != later_results] == []
    return api.find(project, "sar")


def files_of_issues(document: Document[Any]) -> tuple[Document[Any], ...]:
    """Return the document of each issue that has results in the round, also where the report wants none."""
    (form,) = [form for form in KINDS.by_name["sar"].forms if form.name == "sar-issue"]
    return issue_files(document, form)
