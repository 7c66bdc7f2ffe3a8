"""What is wrong with the marks of a text is told at its place; content of version 1 has none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from written_project import OFFICE, diagnostics_of, put, put_office

from esa_docs import api
from esa_docs.diagnostics import Severity


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = put_office(tmp_path)
    put(root, "office.yaml", f"content: 2\n{OFFICE}")
    return root


def put_text(root: Path, text: str, subject: str = "ก") -> None:
    lines = ["kind: announcement", f"subject: {json.dumps(subject)}", "text:", f"  - {json.dumps(text)}"]
    put(root, "2569/a.yaml", "\n".join([*lines, "signature: {by: ก}", ""]))


def findings(root: Path) -> list[tuple[str, int, int]]:
    """Return code, line and column of what is told of marks."""
    codes = {"W504", "W515", "E118", "E119", "E120"}
    rows = [(code, line, column) for code, _file, line, column in diagnostics_of(api.load(root))]
    return [row for row in rows if row[0] in codes]


@pytest.mark.parametrize(
    ("text", "code", "severity", "words"),
    [
        ("ด้วย **ก ข", "W504", Severity.WARNING, ("'**'", r"\*\*")),
        ("ด้วย ก^[ข", "W504", Severity.WARNING, ("'^['", r"\^[")),
        ("ด้วย x^2 ก", "W504", Severity.WARNING, ("'^'", "x^2^")),
        ("ด้วย ก^[ข ^[ค]]", "E118", Severity.ERROR, ("'^['",)),
        ("ด้วย [ก](javascript:alert)", "E119", Severity.ERROR, ("'javascript:alert'", "https://")),
        ("ด้วย [ก](C:/a.pdf)", "E119", Severity.ERROR, ("'C:/a.pdf'",)),
        ("ด้วย {field:ก}", "E120", Severity.ERROR, ("'{field:ก}'", r"\{field:ก}")),
        ("ด้วย ก^[ดู {field:ข}]", "E120", Severity.ERROR, ("'{field:ข}'",)),
    ],
)
def test_a_faulty_mark_is_told_with_its_cure(
    root: Path, text: str, code: str, severity: Severity, words: tuple[str, ...]
) -> None:
    put_text(root, text)
    assert findings(root) == [(code, 4, 5)]
    (fault,) = [each for each in api.check(api.load(root)) if each.code == code]
    assert fault.severity == severity
    assert fault.field == "text[0]"
    words_told = f"{fault.message} {fault.hint}"
    assert [word for word in words if word not in words_told] == []


def test_a_mark_in_itself_and_all_other_faults_are_told_at_once(root: Path) -> None:
    put_text(root, "ด้วย *ก *ข* [ค](ftp://a.th) {field:ง}", subject="**ก**")
    assert findings(root) == [("W515", 2, 10), ("E118", 4, 5), ("E119", 4, 5), ("E120", 4, 5)]


def test_marks_of_a_subject_are_printed_as_typed_and_told(root: Path) -> None:
    put_text(root, "ด้วย ก", subject="ก **ข** 5*3*2")
    assert findings(root) == [("W515", 2, 10)]


def test_sound_marks_and_signs_of_another_sense_are_not_told(root: Path) -> None:
    put_text(root, r"ด้วย **ก** [ข](https://a.th) ค^[ง] 5*3*2 ____ \*จ", subject="ก 5*3*2 ____ x_y")
    assert findings(root) == []


def test_in_version_1_nothing_is_told(root: Path) -> None:
    put(root, "office.yaml", OFFICE)
    put_text(root, "ด้วย **ก *ข {ref:ค} [ง](javascript:x)", subject="**ก**")
    assert findings(root) == []
    (document,) = api.load(root).documents
    content: Any = document.content
    assert content.text[0].spans == ()


def test_a_table_of_a_report_has_marks_in_its_cells(root: Path) -> None:
    put(root, "2569/sar.yaml", "kind: sar\nscheme: sar-2560\nindicators: []\n")
    table = "{title: ก, file: t.csv}"
    issue = f"{{number: 1, name: ก, tables: [{table}]}}"
    put(root, "2569/sar/1.yaml", f"part_of: sar\nindicator: '1.1'\nissues:\n  - {issue}\n")
    put(root, "t.csv", "ก,ข\n1,**ค\n")
    assert findings(root) == [("W504", 2, 3)]
