"""What `check` lets in, a build prints: no text passes the one and stops the other.

ESA_DOCS_EXAMPLES=500 python -m pytest -n0 tests/word/test_check_and_build_agree.py looks at more texts.
"""

from __future__ import annotations

import csv
import datetime as dt
import json
import os
import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from written_project import OFFICE, PEOPLE, put

from esa_docs import api
from esa_docs.model.project import Project

EXAMPLES = int(os.environ.get("ESA_DOCS_EXAMPLES", "20"))
TODAY = dt.date(2026, 9, 16)
THAI = "กนทญฐปเแ ะาำ\u0e31\u0e34\u0e35\u0e38\u0e39\u0e3a\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4eๆฯ๏๑"
BLANKS = " \t\u00a0\u2003\u3000\u2009\u202f\u2028\u2800\u1680"
UNSEEN = "\u200b\ufeff\u00ad\u2060\u200c\u200d\u034f\u180e\u115f\u17b4\ufe0f\ufe00\u180b\U000e0100\u2065"
OLD_FONTS = "\uf700\uf70a\uf70e\uf711\uf718"
REFUSED = "\u202e\u200f\u2066\ufffd\ufffc\ue000\uf0b7\U000e0041\x07\x0b\x85\ufdd0\U0001fffe"
OTHER_SIGNS = "aéكक\u0301\u0323\u05b0\u3099カ漢אب😀👍\U0001f3fd𝒳\u0378%&<>\"'*_^~{}[]()#@!|\\/$=+-–“”….:;,1"
WORDS = (
    "**",
    "{{",
    "^[",
    "x^2^",
    "\\*",
    "<w:t>",
    "&amp;",
    "https://a.b/c",
    "PMQA4.0",
    " ๆ",
    "พ.ศ. 2569",
    "ที่ 5",
)
common = st.sampled_from([*THAI, *BLANKS, *UNSEEN, *OLD_FONTS, *OTHER_SIGNS, *WORDS])
rare = st.sampled_from([*REFUSED, *THAI])
texts = st.lists(st.one_of(*[common] * 12, rare), min_size=1, max_size=12).map("".join)
framed = st.tuples(st.sampled_from(["", "ก", "งาน "]), texts, st.sampled_from(["", "ข", " ดี"])).map("".join)

ORDER = """\
kind: order
subject: TEXT0
cause: [TEXT1]
committees:
  - name: TEXT2
    members: [{position: TEXT3, role: ประธานกรรมการ}, {person: ก, role: กรรมการและเลขานุการ, note: TEXT1}]
    duties: [TEXT4]
"""
MEMO = "kind: memo\nsubject: TEXT0\nto: TEXT1\ntext: [TEXT2, TEXT3]\nsignature: {by: ก}\n"
ANNOUNCEMENT = "kind: announcement\nsubject: TEXT0\ntext: [TEXT1]\n"
SAR = """\
kind: sar
scheme: sar-2560
general:
  - heading: TEXT4
    text: [TEXT0]
    tables:
      - {title: TEXT2, columns: [TEXT0, ข], rows: [[TEXT3, TEXT4]]}
      - {title: TEXT1, file: table.csv}
"""
PART = """\
part_of: sar
indicator: '1.1'
issues:
  - {number: 1, six_months: {results: [TEXT0, TEXT1], level: 3}}
strengths: [TEXT2]
improve: [TEXT3]
plan: [{text: TEXT4, time: TEXT0}]
"""


def _escaped(character: str) -> str:
    if ord(character) > 0x7E:
        return f"\\U{ord(character):08x}"
    return json.dumps(character)[1:-1]


def quoted(text: str) -> str:
    """Return a text as YAML in double quotes, every character above ASCII by an escape."""
    escaped = "".join(map(_escaped, text))
    return f'"{escaped}"'


def filled(template: str, values: list[str]) -> str:
    return re.sub(r"TEXT(\d)", lambda match: quoted(values[int(match[1])]), template)


def write_project(root: Path, values: list[str]) -> None:
    put(root, "office.yaml", filled(OFFICE.replace("กลุ่มอำนวยการ", "TEXT0"), values))
    put(root, "people.yaml", filled(PEOPLE.replace("สมมติ", "TEXT1").replace("ผู้อำนวยการ", "TEXT2"), values))
    for name, text in (("order", ORDER), ("memo", MEMO), ("announcement", ANNOUNCEMENT), ("sar", SAR)):
        put(root, f"2569/{name}.yaml", filled(text, values))
    put(root, "2569/sar/1-1.yaml", filled(PART, values))
    with (root / "table.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["ก", "ข"], [values[0], values[1]]])


def project_of(folder: str, values: list[str]) -> Project:
    """Return a project whose texts are these; one that stops a shared file is left out of that file."""
    root = Path(folder)
    write_project(root, values)
    project = api.load(root)
    if project.documents:
        return project
    put(root, "office.yaml", OFFICE)
    put(root, "people.yaml", PEOPLE)
    return api.load(root)


def is_let_in(text: str) -> bool:
    """Return whether nothing is wrong with a text: it has a letter, no refused character, no brace."""
    return not set(text) & {*REFUSED, "\u2028", "{"} and bool(set(text) & set("กขนทญ"))


@given(st.lists(framed, min_size=5, max_size=5))
@example(["ก\tข", "ก\u2003ข", "ก\u3000ข", "\tก\u00a0", "ก\u2028ข"])
@example(["ท\u0e4d\u0e32", "ท\u0e35\uf70a", "\u0e40\u0e40ละ", "ก\u200bข", "น\u0e33\u0e49"])
@example(["ก\u00a0\u00a0ข", "ก  ข", " ก ", "\u0301ก", "\u202eก"])
@settings(max_examples=EXAMPLES, deadline=None, derandomize=True)
def test_what_check_lets_in_is_printed(values: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        project = project_of(folder, values)
        if all(map(is_let_in, values)):
            assert len(project.documents) == 4, values
        for document in project.documents:
            printed = api.render_checked(document, today=TODAY)
            findings = [(d.code, d.message) for d in printed.diagnostics if d.is_error or d.code == "E705"]
            assert findings == [], (document.key, values)


@pytest.mark.parametrize(
    "characters",
    [BLANKS.replace("\u2028", ""), UNSEEN, OLD_FONTS, *re.findall(".{1,6}", OTHER_SIGNS.replace("{", ""))],
)
def test_every_character_that_is_let_in_stops_no_document(characters: str, tmp_path: Path) -> None:
    """Each character stands between letters, alone, and at the ends."""
    between = "".join(f"ก{character}ข" for character in characters)
    alone = " ".join(f"{character}" for character in characters)
    write_project(tmp_path, [between, f"ก {alone} ข", f"{characters}ก", f"ก{characters}", between[::-1]])
    project = api.load(tmp_path)
    assert [d.as_line() for d in project.diagnostics if d.is_error] == []
    assert len(project.documents) == 4
    for document in project.documents:
        printed = api.render_checked(document, today=TODAY)
        assert [(d.code, d.message) for d in printed.diagnostics if d.is_error or d.code == "E705"] == []


def test_a_refused_character_stops_every_document_at_check(tmp_path: Path) -> None:
    assert len(REFUSED) == 13
    for number, character in enumerate(REFUSED):
        root = tmp_path / str(number)
        write_project(root, [f"ก{character}ข"] * 5)
        put(root, "office.yaml", OFFICE)
        put(root, "people.yaml", PEOPLE)
        project = api.load(root)
        assert project.documents == ()
        stems = {Path(d.location.path).stem for d in project.diagnostics if d.code == "E209"}
        assert {"order", "memo", "announcement", "1-1"} <= stems, f"U+{ord(character):04X}"
