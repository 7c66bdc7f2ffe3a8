"""A small project whose papers are issued, sent and kept, on a day and by a name of the tests."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import json
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject
from written_project import put, put_office

from esa_docs import api
from esa_docs.diagnostics import Diagnostic

BANGKOK = dt.timezone(dt.timedelta(hours=7))
OCCASION = api.Occasion(dt.datetime(2026, 3, 16, 9, 30, tzinfo=BANGKOK), "clerk-of-tests")
MARCH_16 = dt.date(2026, 3, 16)
ORDER = """\
kind: order
subject: เรื่องของคำสั่ง
cause: [ด้วยเหตุตัวอย่าง]
clauses:
  - ให้ปฏิบัติตามนี้
"""
MANUAL = """\
kind: manual
title: งานสารบรรณ
author: ก
foreword: [คำนำของคู่มือ]
works:
  - name: งานที่หนึ่ง
    objectives: [เพื่อทดสอบ]
    scope: [{text: ขอบเขตของงาน}]
    steps: [{text: ศึกษาวิเคราะห์}]
    table:
      - {step: ศึกษา, detail: ศึกษาวิเคราะห์งาน, owner: กลุ่มอำนวยการ}
"""
ANNOUNCEMENT = "kind: announcement\nsubject: เรื่องประกาศ\ntext: [ข้อความประกาศ]\n"
LETTER = """\
kind: letter
subject: ขอเชิญประชุม
circular: true
separate_files: true
text: [ด้วยสำนักงานจะจัดประชุม]
recipients:
  - {to: ผู้อำนวยการโรงเรียนหนึ่ง, short: หนึ่ง}
  - {to: ผู้อำนวยการโรงเรียนสอง, short: สอง}
"""
MINUTES = """\
kind: minutes
number: 1
date: 9 มีนาคม 2569
begins: 09.00 น.
ends: 12.00 น.
place: ห้องประชุม
body: คณะทำงานพัฒนางาน
members:
  - {person: ก, role: ประธานกรรมการ}
recorder: ก
"""


def write_papers(root: Path) -> Path:
    """Write a project with a paper of each sort, and return its folder."""
    put_office(root)
    office = root / "office.yaml"
    text = office.read_text(encoding="utf-8")
    office.write_text(f"{text}letter_code: ศธ 04001\naddress: [ถนนตัวอย่าง]\n", encoding="utf-8")
    put(root, "2569/orders/x.yaml", ORDER)
    put(root, "2569/manual.yaml", MANUAL)
    put(root, "2569/notice.yaml", ANNOUNCEMENT)
    put(root, "2569/circular.yaml", LETTER)
    put(root, "2569/meeting.yaml", MINUTES)
    return root


def issue(root: Path, name: str = "orders/x", number: str | None = "12", **options: Any) -> api.Issuance:
    """Issue a paper on the day of the tests."""
    date = options.pop("date", MARCH_16)
    return api.issue(root, name, number, date, occasion=OCCASION, **options)


def issue_again(root: Path, name: str = "orders/x", why: str = "พิมพ์ผิด") -> api.Issuance:
    """Keep a further version of a paper."""
    return api.issue(root, name, again=True, why=why, occasion=OCCASION)


def send(root: Path, name: str = "orders/x") -> api.Issuance:
    """Note that a paper was sent on the day of the tests."""
    return api.send(root, name, occasion=OCCASION)


def replace_text(path: Path, old: str, new: str) -> None:
    """Replace a text that stands once or more in a file."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def version_path(root: Path, name: str = "orders/x", number: int = 1) -> Path:
    """Return where a version of a paper is kept, as the contract says it."""
    return root / "issued" / "2569" / name / f"{number}.zip"


def record_of(path: Path) -> dict[str, Any]:
    """Return the record of a version, read by the standard library alone."""
    with zipfile.ZipFile(path) as archive:
        record: dict[str, Any] = json.loads(archive.read("record.json"))
    return record


def files_in(path: Path) -> dict[str, bytes]:
    """Return the files of a version but its record."""
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if name != "record.json"]
        return {name: archive.read(name) for name in names}


def sha256(data: bytes) -> str:
    """Return the SHA-256 of bytes in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def bytes_below(root: Path) -> dict[str, bytes]:
    """Return every file of a project but what its lock needs, by its path."""
    files: dict[str, bytes] = {}
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root).as_posix()
        if path.is_file() and not name.startswith(".esa-docs/"):
            files[name] = path.read_bytes()
    return files


def codes(diagnostics: Iterable[Diagnostic]) -> list[str]:
    """Return the codes of diagnostics, without the emblem that the office of the tests lacks."""
    return [diagnostic.code for diagnostic in diagnostics if diagnostic.code != "E501"]


def with_code(diagnostics: Iterable[Diagnostic], code: str) -> list[Diagnostic]:
    """Return the diagnostics that have a code."""
    return [diagnostic for diagnostic in diagnostics if diagnostic.code == code]


def pdf_of(text: str = "") -> bytes:
    """Return a PDF of a page with a line of text; without text it is like a scan."""
    writer = PdfWriter()
    page = writer.add_blank_page(595, 842)
    if text:
        mappings = "".join(f"<{code:02X}> <{ord(letter):04X}>\n" for code, letter in enumerate(text, 1))
        table = (
            f"1 begincodespacerange <00> <FF> endcodespacerange {len(text)} beginbfchar\n{mappings}endbfchar"
        )
        to_unicode, content = DecodedStreamObject(), DecodedStreamObject()
        to_unicode.set_data(table.encode())
        glyphs = "".join(f"{code:02X}" for code in range(1, len(text) + 1))
        content.set_data(f"BT /F1 16 Tf 72 700 Td <{glyphs}> Tj ET".encode())
        names = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
        font = DictionaryObject({NameObject(key): NameObject(name) for key, name in names.items()})
        font[NameObject("/ToUnicode")] = writer._add_object(to_unicode)
        fonts = DictionaryObject({NameObject("/F1"): font})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        page[NameObject("/Contents")] = writer._add_object(content)
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()
