"""What is wrong with the marks of a text is told at its place; content of version 1 has none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from growth import is_linear
from written_project import OFFICE, diagnostics_of, put, put_office

from esa_docs import api
from esa_docs.diagnostics import Severity


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = put_office(tmp_path)
    put(root, "office.yaml", f"content: 2\n{OFFICE}")
    return root


def put_text(root: Path, text: str, subject: str = "ก") -> None:
    put_typed(root, in_quotes(text), in_quotes(subject))


def put_typed(root: Path, text: str, subject: str = "ก") -> None:
    """Write a paper whose text and subject stand there as they are given, quotes and all."""
    lines = ["kind: announcement", f"subject: {subject}", "text:", f"  - {text}"]
    put(root, "2569/a.yaml", "\n".join([*lines, "signature: {by: ก}", ""]))


def in_quotes(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def findings(root: Path) -> list[tuple[str, int, int]]:
    """Return code, line and column of what is told of marks."""
    codes = {"W504", "W515", "E118", "E119", "E120"}
    rows = [(code, line, column) for code, _file, line, column in diagnostics_of(api.load(root))]
    return [row for row in rows if row[0] in codes]


@pytest.mark.parametrize(
    ("text", "code", "column", "severity", "words"),
    [
        ("ด้วย **ก ข", "W504", 11, Severity.WARNING, ("'**'", r"\*\*")),
        ("ด้วย ก^[ข", "W504", 12, Severity.WARNING, ("'^['", r"\^[")),
        ("ด้วย x^2 ก", "W504", 12, Severity.WARNING, ("'^'", "x^2^")),
        ("ด้วย ก^[ข ^[ค]]", "E118", 16, Severity.ERROR, ("'^['",)),
        ("ด้วย [ก](javascript:alert)", "E119", 15, Severity.ERROR, ("'javascript:alert'", "https://")),
        ("ด้วย [ก](C:/a.pdf)", "E119", 15, Severity.ERROR, ("'C:/a.pdf'",)),
        ("ด้วย {ref:ก ข", "W504", 11, Severity.WARNING, ("'{ref:'", "{ref:…}", r"\{ref:")),
        ("ด้วย {field:ชื่อ", "W504", 11, Severity.WARNING, ("'{field:'", "{field:…}")),
        ("ด้วย {ref:}", "W504", 11, Severity.WARNING, ("'{ref:}'", "{ref:…}")),
        ("ด้วย [คำ](https://a.b ข", "E119", 16, Severity.ERROR, ("'https://a.b'", "ไม่ได้ปิด")),
        ("ด้วย [คำ](https://a b)", "E119", 16, Severity.ERROR, ("'https://a'", "ช่องว่าง")),
        ("ด้วย [คำ]()", "E119", 16, Severity.ERROR, ("ว่าง",)),
        ("ด้วย [ ](https://a.b)", "E119", 11, Severity.WARNING, ("'[ ](https://a.b)'", "[คำ]")),
        ("ด้วย [](https://a.b)", "E119", 11, Severity.WARNING, ("'[](https://a.b)'",)),
        ("ด้วย [** **](https://a.b)", "E119", 11, Severity.WARNING, ("'[** **](https://a.b)'",)),
        ("ด้วย [__](mailto:a@b.c)", "E119", 11, Severity.WARNING, ("'[__](mailto:a@b.c)'",)),
        ("ด้วย **[ ](https://a.b)**", "E119", 13, Severity.WARNING, ("'[ ](https://a.b)'",)),
        ("ด้วย [ ](javascript:alert)", "E119", 15, Severity.ERROR, ("'javascript:alert'",)),
        ("ด้วย {field:ก}", "E120", 11, Severity.ERROR, ("'{field:ก}'", r"\{field:ก}")),
        ("ด้วย ก^[ดู {field:ข}]", "E120", 17, Severity.ERROR, ("'{field:ข}'",)),
    ],
)
def test_a_faulty_mark_is_told_with_its_cure(
    root: Path, text: str, code: str, column: int, severity: Severity, words: tuple[str, ...]
) -> None:
    put_text(root, text)
    assert findings(root) == [(code, 4, column)]
    (fault,) = [each for each in api.check(api.load(root)) if each.code == code]
    assert fault.severity == severity
    assert fault.field == "text[0]"
    words_told = f"{fault.message} {fault.hint}"
    assert [word for word in words if word not in words_told] == []


def test_a_mark_in_itself_and_all_other_faults_are_told_at_once(root: Path) -> None:
    put_text(root, "ด้วย *ก *ข* [ค](ftp://a.th) {field:ง}", subject="**ก**")
    assert findings(root) == [("W515", 2, 11), ("E118", 4, 14), ("E119", 4, 22), ("E120", 4, 34)]


def test_marks_of_a_subject_are_printed_as_typed_and_told(root: Path) -> None:
    put_text(root, "ด้วย ก", subject="ก **ข** 5*3*2")
    assert findings(root) == [("W515", 2, 13)]


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        ("ด้วย **ก ^[ข", [(4, 10), (4, 14)]),
        # the second line of a plain text, and of one in quotes: YAML makes a blank of the line end
        ("ด้วย ก\n    ข **ค", [(5, 7)]),
        ("'ด้วย ''ก'' **ข\n    ค ^[ง'", [(4, 17), (5, 7)]),
        # a text below | and >, with blanks before it, a comment with stars, and an empty line
        ("|\n    ด้วย ก **ข", [(5, 12)]),
        ("|- # *ก*\n\n    ด้วย ก **ข", [(6, 12)]),
        (">-\n      ด้วย ก\n      ข **ค", [(6, 9)]),
        # escapes: of a star, of signs that are no star, a folded line end
        (r'"ด้วย \x2a\u002aก"', [(4, 11)]),
        (r'"\u0e14 \_ **ก \"^[ข"', [(4, 16), (4, 22)]),
        ('"ด้วย \\\n    ก **ข"', [(5, 7)]),
        # a name for the text with a sign in it
        ("&a_b ด้วย **ก", [(4, 15)]),
        # signs without width are taken out, and letters made whole
        ("ด้วย\u200b ก\u0e4d\u0e32 **ข", [(4, 15)]),
    ],
)
def test_the_place_of_a_mark_is_its_own(root: Path, typed: str, places: list[tuple[int, int]]) -> None:
    put_typed(root, typed)
    assert findings(root) == [("W504", line, column) for line, column in places]


@pytest.mark.parametrize(
    ("piece", "code", "column", "times"),
    [
        ("x^2 ", "W504", 7, 6),
        ("[ก](ftp://a) ", "E119", 10, 6),
        ("{ref:ก} ", "E121", 6, 6),
        ("{field:ก} ", "E120", 6, 6),
    ],
)
def test_many_faults_of_one_kind_are_told_once_with_their_count(
    root: Path, piece: str, code: str, column: int, times: int
) -> None:
    put_text(root, piece * times)
    faults = [each for each in api.check(api.load(root)) if each.code == code]
    assert [(each.location.line, each.location.column) for each in faults] == [(4, column)]
    assert "6" in faults[0].message
    put_text(root, piece * 5)
    assert len([each for each in api.check(api.load(root)) if each.code == code]) == 5


@pytest.mark.parametrize(
    "piece", ["^[", "*ก __ข ", "ก **ข [ล ", "x^2 ", "{ref:ก}", "{ref:%d}", "{field:%d} "]
)
def test_telling_of_marks_grows_with_the_text(root: Path, piece: str) -> None:
    def check(size: int) -> None:
        pieces = [piece.replace("%d", str(number)) for number in range(size)]
        put_text(root, "".join(pieces))
        api.check(api.load(root))

    assert is_linear(check, 100, 8)


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
