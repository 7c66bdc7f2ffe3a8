"""A small project with a SAR and a PMQA report by editions of its own; everything is invented."""

from __future__ import annotations

from pathlib import Path

from written_project import put

OFFICE = """\
name: สำนักงานเขตพื้นที่การศึกษาตัวอย่าง เขต 1
short_name: สพป.ตัวอย่าง เขต 1
parent: สำนักงานตัวอย่าง
director: ผอ
"""
PEOPLE = """\
people:
  - {id: ผอ, prefix: นาย, first_name: สมมติ, last_name: นามตัวอย่าง, position: ผู้อำนวยการสำนักงาน}
  - {id: ก, prefix: นาง, first_name: ตัวอย่าง, last_name: หนึ่ง, position: ผู้อำนวยการกลุ่มหนึ่ง}
  - {id: ข, prefix: นางสาว, first_name: ตัวอย่าง, last_name: สอง, position: ผู้อำนวยการกลุ่มสอง}
"""
SAR_SCHEME = """\
scheme: sar
id: small
name: มาตรฐานตัวอย่าง
edition: พ.ศ. 2569
source: ตัวอย่าง
certainty: not_verified
grades: [{level: 2, word: ดี, lowest: 2}, {level: 1, word: พอใช้, lowest: 1}]
standards:
  - number: 1
    name: ตัวอย่าง
    indicators:
      - {number: 1, name: หนึ่ง, issues: [{number: 1}, {number: 2}, {number: 3}]}
      - {number: 2, name: สอง}
"""
PMQA_SCHEME = """\
scheme: pmqa
id: small-pmqa
name: เกณฑ์ตัวอย่าง
edition: พ.ศ. 2569
source: ตัวอย่าง
certainty: not_verified
scoring: percent
profile: [{heading: ตัวอย่าง, questions: [{number: 1}, {number: 2}]}]
categories: [{number: 1, name: ตัวอย่าง, items: [{number: 1}]}]
"""
DUE = "due: {six_months: 31 มีนาคม 2569, twelve_months: 15 กันยายน 2569}\n"
SAR = f"kind: sar\nscheme: small\n{DUE}"
INDICATOR = """\
part_of: sar
indicator: '1.1'
owner: ก
issues:
  - number: 1
    six_months: {results: [ทำแล้ว], level: 2}
    twelve_months: {results: [ทำแล้ว], level: 2}
    evidence: [{code: E-1, name: หลักฐาน}]
  - number: 2
    owner: ข
    six_months: {results: [ทำแล้ว], level: 2}
    twelve_months: {results: [ทำแล้ว]}
  - number: 3
    six_months: {results: [ทำแล้ว], level: 2}
    evidence: [{code: E-3, name: หลักฐาน}]
"""
PMQA = f"kind: pmqa\nscheme: small-pmqa\n{DUE}items: [{{item: '1.1', owner: ก, six_months: [ทำแล้ว]}}]\n"


def write_project(root: Path) -> Path:
    """Write the project; return its folder.

    SAR: one of four parts is filled in. Issue 2 of 1.1 lacks a level and evidence, issue 3 of 1.1 the second
    round, 1.2 everything and an owner. PMQA: the only item lacks the second round, its score and evidence.
    Both questions are open.
    """
    put(root, "office.yaml", OFFICE)
    put(root, "people.yaml", PEOPLE)
    put(root, "schemes/sar.yaml", SAR_SCHEME)
    put(root, "schemes/pmqa.yaml", PMQA_SCHEME)
    put(root, "2569/sar.yaml", SAR)
    put(root, "2569/sar/1-1.yaml", INDICATOR)
    put(root, "2569/pmqa.yaml", PMQA)
    return root
