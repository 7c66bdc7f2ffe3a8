"""PDFs that are to be bound: ``check`` tells those that are locked or damaged, where they are named."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfWriter
from small_sar import write_sar
from written_project import OFFICE, PEOPLE, put

from esa_docs import api

LETTER = "kind: letter\nsubject: ก\nto: ข\ntext: [ค]\nannexes: [{title: ง, file: a.pdf}]\n"


def pdf_of(*, locks: bool = False, pages: int = 1) -> bytes:
    writer = PdfWriter()
    for _number in range(pages):
        writer.add_blank_page(595, 842)
    if locks:
        writer.encrypt("word", algorithm="RC4-128")
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


SOUND = pdf_of()
FAULTS = {
    "locked": (pdf_of(locks=True), "E691"),
    "cut off": (SOUND[: len(SOUND) // 2], "E690"),
    "nothing": (b"%PDF-1.7 nothing", "E690"),
    "no page": (pdf_of(pages=0), "E690"),
}


def findings(root: Path) -> list[tuple[str, str, int, str, str]]:
    """Return what is told of PDFs."""
    rows = []
    for each in api.check(api.load(root)):
        if each.code in {"E690", "E691"}:
            place = each.location
            rows.append((each.code, Path(place.file).name, place.line, each.field, str(each.severity)))
    return rows


@pytest.mark.parametrize("fault", FAULTS)
def test_an_annex_that_cannot_be_bound_is_told(tmp_path: Path, fault: str) -> None:
    put(tmp_path, "office.yaml", f"content: 2\n{OFFICE}")
    put(tmp_path, "people.yaml", PEOPLE)
    put(tmp_path, "2569/a.yaml", LETTER)
    data, code = FAULTS[fault]
    (tmp_path / "a.pdf").write_bytes(data)
    assert findings(tmp_path) == [(code, "a.yaml", 5, "annexes[0].file", "warning")]
    (tmp_path / "a.pdf").write_bytes(SOUND)
    assert findings(tmp_path) == []


@pytest.mark.parametrize("fault", FAULTS)
def test_evidence_that_cannot_be_bound_is_told(tmp_path: Path, fault: str) -> None:
    root = write_sar(tmp_path, last_lines="annex: true\n")
    path = root / "2569/sar.yaml"
    before = "{code: E-1, name: รายงานฉบับที่ 1}"
    text = path.read_text(encoding="utf-8")
    assert text.count(before) == 1
    path.write_text(text.replace(before, "{code: E-1, name: รายงาน, file: e.pdf}"), encoding="utf-8")
    line = text[: text.index(before)].count("\n") + 1
    data, code = FAULTS[fault]
    (root / "e.pdf").write_bytes(data)
    assert findings(root) == [(code, "sar.yaml", line, "indicators[1].issues[0].evidence[0].file", "warning")]


def test_a_check_without_such_pdfs_does_not_load_their_library(tmp_path: Path) -> None:
    put(tmp_path, "office.yaml", f"content: 2\n{OFFICE}")
    put(tmp_path, "people.yaml", PEOPLE)
    put(tmp_path, "2569/a.yaml", LETTER.partition("annexes:")[0])
    check = "import sys; from esa_docs import api; api.check(api.load(sys.argv[1]))"
    program = f"{check}; print('pypdf' in sys.modules)"
    result = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "False"


@pytest.mark.parametrize("order", ["text, annexes", "annexes, text"])
def test_an_id_of_a_table_and_an_annex_is_told_at_the_annex(tmp_path: Path, order: str) -> None:
    put(tmp_path, "office.yaml", f"content: 2\n{OFFICE}")
    put(tmp_path, "people.yaml", PEOPLE)
    keys = {
        "text": "text: [{table: {columns: [ก], rows: [[ข]]}, caption: ก, id: x}]",
        "annexes": "annexes: [{title: ก, id: x, paragraphs: [ก]}]",
    }
    lines = [keys[key] for key in order.split(", ")]
    put(tmp_path, "2569/a.yaml", "\n".join(["kind: letter", "subject: ก", "to: ข", *lines, ""]))
    (error,) = [each for each in api.check(api.load(tmp_path)) if each.code == "E122"]
    assert (error.field, error.location.line) == ("annexes[0].id", 4 + lines.index(keys["annexes"]))
