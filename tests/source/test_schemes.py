"""Editions of schemes: the shipped ones as their sources have them, the office's own in their place."""

from __future__ import annotations

from pathlib import Path

import pytest
from written_project import diagnostics_of, put, put_office

from esa_docs import api
from esa_docs.kinds import KINDS
from esa_docs.kinds.pmqa.scheme import PmqaScheme
from esa_docs.kinds.sar.scheme import SarScheme
from esa_docs.source.assets.schemes import shipped_schemes

OWN_SCHEME = """\
scheme: sar
id: sar-2560
name: มาตรฐานของสำนักงาน
edition: ฉบับสำนักงาน
source: สำนักงานตัวอย่าง
certainty: verified
grades:
  - {level: 3, word: สูง, lowest: 2.5}
  - {level: 1, word: ต่ำ, lowest: 1}
standards:
  - number: 1
    name: มาตรฐานเดียว
    indicators:
      - {number: 1, name: หนึ่ง, weight: 40}
      - {number: 2, name: สอง, weight: 60}
"""
REPORT = "kind: sar\nscheme: sar-2560\nindicators:\n  - {indicator: '1.2'}\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    put(put_office(tmp_path), "2569/sar.yaml", REPORT)
    return tmp_path


def test_the_standards_have_the_fourteen_indicators_of_the_manual() -> None:
    scheme = shipped_schemes(KINDS)["sar-2560"]
    assert isinstance(scheme, SarScheme)
    assert [len(standard.indicators) for standard in scheme.standards] == [3, 5, 6]
    manual = (Path(__file__).parents[2] / "content/2569/manual.yaml").read_text(encoding="utf-8")
    manual_without_spaces = without_spaces(manual)
    for standard in scheme.standards:
        assert without_spaces(standard.name) in manual_without_spaces
        for indicator in standard.indicators:
            assert without_spaces(indicator.name) in manual_without_spaces, indicator.name


def without_spaces(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize(
    ("scheme", "items", "questions"),
    [
        ("pmqa-2550", [2, 2, 2, 2, 3, 2, 4], 15),
        ("pmqa-2558", [2, 2, 2, 2, 2, 2, 6], 13),
        ("pmqa-4.0", [4, 4, 4, 4, 4, 4, 6], 13),
    ],
)
def test_the_editions_of_pmqa_have_their_items_and_questions(
    scheme: str, items: list[int], questions: int
) -> None:
    """2550: 13 items of process, 4 of results; 2558: 12 + 6; 4.0: 24 + 6."""
    edition = shipped_schemes(KINDS)[scheme]
    assert isinstance(edition, PmqaScheme)
    assert [len(category.items) for category in edition.categories] == items
    numbers: list[int] = []
    for group in edition.profile:
        numbers += [question.number for question in group.questions]
    assert numbers == list(range(1, questions + 1))
    assert [category.results for category in edition.categories] == [False] * 6 + [True]


def test_every_shipped_edition_names_source_and_says_what_is_not_certain() -> None:
    for edition in shipped_schemes(KINDS).values():
        assert edition.source
        assert edition.certainty == "not_verified"
        assert edition.note
        assert edition.note.find("ยังไม่") > 0


def test_an_edition_of_the_office_takes_the_place_of_the_shipped_one(root: Path) -> None:
    put(root, "schemes/own.yaml", OWN_SCHEME)
    project = api.load(root)
    assert diagnostics_of(project) == []
    assert api.find(project, "sar").content.scheme.edition == "ฉบับสำนักงาน"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("weight: 60", "weight: 50", ("E672", 10, 1)),
        (", weight: 60", "", ("E672", 10, 1)),
        ("number: 2,", "number: 1,", ("E662", 10, 1)),
        ("lowest: 2.5", "lowest: 0.5", ("E673", 8, 3)),
        ("source: สำนักงานตัวอย่าง\n", "", ("E202", 1, 1)),
        ("scheme: sar\n", "scheme: sra\n", ("E660", 1, 9)),
        ("lowest: 1}", "lowest: หนึ่ง}", ("E203", 9, 37)),
    ],
)
def test_a_faulty_edition_is_told_and_what_uses_it_too(
    root: Path, old: str, new: str, expected: tuple[str, int, int]
) -> None:
    put(root, "schemes/own.yaml", OWN_SCHEME.replace(old, new))
    findings = {(code, file) for code, file, _line, _column in diagnostics_of(api.load(root))}
    expected_code, _line, _column = expected
    assert (expected_code, "own") in findings
    assert ("E641", "sar") in findings


def test_the_edition_meant_is_hinted(root: Path) -> None:
    put(root, "2569/sar.yaml", REPORT.replace("sar-2560", "sar-2506"))
    (diagnostic,) = api.check(api.load(root))
    assert diagnostic.code == "E660"
    assert "sar-2560" in diagnostic.hint


def test_an_edition_of_boxes_says_how_many_each_level_has(root: Path) -> None:
    shipped = Path(__file__).parents[2] / "esa_docs/kinds/pmqa/schemes/pmqa-4.0.yaml"
    text = shipped.read_text(encoding="utf-8")
    text = text.replace("boxes: {basic: 3, advance: 2, significance: 2}", "boxes: {basic: 3}")
    put(root, "schemes/pmqa.yaml", text)
    findings = [(code, file) for code, file, _line, _column in diagnostics_of(api.load(root))]
    assert findings == [("E674", "pmqa")]


def test_last_year_is_known_where_the_same_document_is_there(root: Path) -> None:
    put(root, "2568/sar.yaml", REPORT.replace("'1.2'", "'1.1'"))
    put(root, "2568/other.yaml", REPORT)
    project = api.load(root)
    this_year, year_before = api.find(project, "sar", 2569), api.find(project, "sar", 2568)
    assert this_year.last_year is not None
    assert [answer.indicator for answer in this_year.last_year.indicators] == ["1.1"]
    assert year_before.last_year is None


def test_another_kind_of_document_of_that_name_is_not_the_report_of_last_year(root: Path) -> None:
    put(root, "2568/sar.yaml", "kind: order\nsubject: ก\ncause: [ข]\nclauses: [ค]\n")
    project = api.load(root)
    assert [document.key for document in project.documents] == ["2568/sar", "2569/sar"]
    assert api.find(project, "sar", 2569).last_year is None
