"""A file for each issue of a SAR: which issues, under which names, and what makes one anew."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from small_sar import files_of_issues, load_sar, write_sar

from esa_docs import api
from esa_docs.jobs.building.copies import copies_of
from esa_docs.jobs.building.fingerprint import fingerprint
from esa_docs.kinds import KINDS
from esa_docs.kinds.sar.content import Centre
from esa_docs.model.document import Document


def copies(root: Path) -> tuple[Document[Any], ...]:
    return copies_of(load_sar(root), KINDS)


def names(root: Path) -> list[str]:
    return [copy.name for copy in copies(root)]


def swap(root: Path, before: str, after: str) -> None:
    """Put a text of the report in place of another."""
    path = root / "2569" / "sar.yaml"
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def fingerprints(root: Path) -> dict[str, str]:
    return {copy.name: fingerprint(copy, "an engine") for copy in copies(root)}


def changed_names(before: dict[str, str], after: dict[str, str]) -> set[str]:
    """Return the names of the documents whose fingerprints differ."""
    return {name for name in before if before[name] != after[name]}


def test_a_report_that_says_nothing_of_the_centre_is_one_document(tmp_path: Path) -> None:
    assert names(write_sar(tmp_path)) == ["sar"]


def test_each_issue_with_results_in_the_round_has_a_file_in_the_order_of_the_edition(tmp_path: Path) -> None:
    root = write_sar(tmp_path, last_lines="centre: {}\n")
    assert names(root) == ["sar", "sar/centre/มฐ1_ตบช1_ข้อ1_12เดือน", "sar/centre/มฐ2_ตบช1_ข้อ1_12เดือน"]
    for paper in copies(root)[1:]:
        assert (paper.form.name, paper.copy_of, paper.kind) == ("sar-issue", "sar", "sar")
        (indicator,) = paper.content.indicators
        assert len(indicator.issues) == 1


def test_the_round_of_six_months_has_its_own_issues_and_names(tmp_path: Path) -> None:
    root = write_sar(tmp_path, last_lines="centre: {}\nround: six_months\n")
    assert names(root) == ["sar", "sar/centre/มฐ1_ตบช1_ข้อ1_6เดือน"]


def test_the_office_names_the_files_as_the_system_wants(tmp_path: Path) -> None:
    pattern = "{year}-S{standard}I{indicator}.{issue} ({round})"
    root = write_sar(tmp_path, last_lines=f"centre: {{file_name: '{pattern}'}}\n")
    assert names(root)[1:] == ["sar/centre/2569-S1I1.1 (12เดือน)", "sar/centre/2569-S2I1.1 (12เดือน)"]


def test_the_template_of_the_office_is_used(tmp_path: Path) -> None:
    root = write_sar(tmp_path, last_lines="centre: {}\n")
    template = root / "templates_docx" / "sar-issue.docx"
    template.parent.mkdir()
    template.write_bytes(b"own")
    assert {paper.template for paper in files_of_issues(load_sar(root))} == {template}


@pytest.mark.parametrize(
    "pattern",
    [
        "{standard}_{indicator}",
        "{standard}{indicator}_{issue}",
        "{standard}0{indicator}_{issue}",
        "{standard}_{indicator}_{issue}_{unknown}",
        "{standard}_{indicator}_{issue}_{}",
        "{standard:d}_{indicator}_{issue}",
        "{standard}_{indicator}_{issue}}",
        "../{standard}_{indicator}_{issue}",
        "a:{standard}_{indicator}_{issue}",
        "{standard}_{indicator}_{issue}.",
        "ก" * 51 + "{standard}_{indicator}_{issue}",
    ],
)
def test_a_pattern_that_no_file_can_bear_is_told_where_it_stands(tmp_path: Path, pattern: str) -> None:
    root = write_sar(tmp_path, last_lines=f"centre:\n  file_name: '{pattern}'\n")
    (diagnostic,) = api.check(api.load(root))
    last_line = len((root / "2569/sar.yaml").read_text(encoding="utf-8").splitlines())
    assert (diagnostic.code, diagnostic.field) == ("E218", "centre.file_name")
    assert diagnostic.location.line == last_line
    assert "{round}" in diagnostic.hint


def test_the_longest_pattern_is_taken() -> None:
    fixed = "{standard}_{indicator}_{issue}"
    assert len(Centre(file_name="ก" * (80 - len(fixed)) + fixed).file_name) == 80


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [
        ("foreword: [คำนำ]", "foreword: [คำนำใหม่]", {"sar"}),
        ("ผลที่สาม", "ผลที่สี่", {"sar", "sar/centre/มฐ2_ตบช1_ข้อ1_12เดือน"}),
        ("รายงานฉบับที่ 1", "รายงานฉบับที่ 2", {"sar", "sar/centre/มฐ1_ตบช1_ข้อ1_12เดือน"}),
    ],
)
def test_a_change_makes_only_those_anew_that_print_it(
    tmp_path: Path, before: str, after: str, changed: set[str]
) -> None:
    root = write_sar(tmp_path, last_lines="centre: {}\n")
    old = fingerprints(root)
    swap(root, before, after)
    assert changed_names(old, fingerprints(root)) == changed


def test_last_year_makes_the_report_anew_and_not_the_files_of_its_issues(tmp_path: Path) -> None:
    root = write_sar(tmp_path, last_lines="centre: {}\n")
    old = fingerprints(root)
    (root / "2568").mkdir()
    (root / "2568" / "sar.yaml").write_text("kind: sar\nscheme: sar-small\n", encoding="utf-8")
    assert changed_names(old, fingerprints(root)) == {"sar"}


IN_AND_OUT = """\
centre: {}
general:
  - heading: สภาพทั่วไป
    text: [{table: {columns: [ก], rows: [[1]]}, id: own, caption: ทั่วไป}]
indicators:
  - indicator: '1.1'
    issues:
      - number: 1
        twelve_months:
          results:
            - table: {columns: [ก], rows: [[1]]}
              id: here
              caption: ที่นี่
            - ดูตารางที่ {ref:here} และ **{ref:own}** ด้วย
"""


def test_a_number_that_the_file_of_an_issue_cannot_know_is_told_and_shown_as_dots(tmp_path: Path) -> None:
    root = write_sar(tmp_path)
    office = root / "office.yaml"
    office.write_text(f"content: 2\n{office.read_text(encoding='utf-8')}", encoding="utf-8")
    head = "kind: sar\nscheme: sar-small\nsignature: {by: ก}\n"
    (root / "2569" / "sar.yaml").write_text(head + IN_AND_OUT, encoding="utf-8")

    findings = [each for each in api.check(api.load(root)) if each.code in {"W531", "E121"}]
    assert [(each.code, each.location.line, each.location.column, each.field) for each in findings] == [
        ("W531", 17, 43, "indicators[0].issues[0].twelve_months.results[1]")
    ]
    whole, issue = copies_of(api.find(api.load(root), "sar"), KINDS)
    assert "ดูตารางที่ 2 และ 1 ด้วย" in text_of_file(whole)
    assert "ดูตารางที่ 1 และ ..... ด้วย" in text_of_file(issue)


def text_of_file(document: Document[Any]) -> str:
    """Return the text of the Word file of a document, blanks alike and numbers in Arabic digits."""
    with zipfile.ZipFile(io.BytesIO(api.render(document, today=dt.date(2026, 9, 1)))) as parts:
        xml = parts.read("word/document.xml").decode("utf-8")
    text = re.sub("<[^>]+>", "", xml).replace("\u00a0", " ")
    return text.translate(str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789"))
