"""The states of papers of every kind, by tables made by hand, and what a draft lacks."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from assessed_office import DUE, OFFICE, write_project
from click.testing import CliRunner
from written_project import other_findings, put

from esa_docs import api
from esa_docs.cli import app
from esa_docs.kinds import KINDS
from esa_docs.model.history import History, SentMark, Version
from esa_docs.model.life import State

ORDER = "kind: order\nsubject: คำสั่ง\ncause: [ด้วย]\nclauses: [ให้ทำ]\n"
ANNOUNCEMENT = "kind: announcement\nsubject: ประกาศ\ntext: [ด้วย]\n"
MEMO = "kind: memo\nsubject: บันทึก\ntext: [ด้วย]\nsignature: {by: ก}\n"
LETTER = "kind: letter\nsubject: หนังสือ\nto: เลขาธิการ\ntext: [ด้วย]\n"
MEETING = """\
kind: minutes
number: 1
date: 9 มีนาคม 2569
begins: 09.30 น.
place: ห้องประชุม
body: คณะทำงาน
members: [{person: ก, role: หัวหน้าคณะทำงาน}]
recorder: ข
"""
HELD = f"{MEETING}ends: 12.00 น.\n"
MANUAL = """\
kind: manual
title: งานสารบรรณ
author: ก
foreword: [คำนำ]
works:
  - name: งาน
    objectives: [ก]
    scope: [{text: ข}]
    steps: [{text: ค}]
    table: [{step: ก, detail: ข, owner: ค}]
"""
ANSWERED = "six_months: {results: [ทำแล้ว], level: 2}, twelve_months: {results: [ทำแล้ว], level: 2}"
SAR = "kind: sar\nscheme: small\nindicators:\n" + "".join(
    (
        "  - indicator: '1.1'\n    issues:\n",
        f"      - {{number: 1, {ANSWERED}}}\n",
        f"      - {{number: 2, {ANSWERED}}}\n",
        f"      - {{number: 3, {ANSWERED}}}\n",
        f"  - indicator: '1.2'\n    issues: [{{number: 1, name: ก, {ANSWERED}}}]\n",
    )
)
PMQA = """\
kind: pmqa
scheme: small-pmqa
profile: [{question: 1, text: [ตอบ]}, {question: 2, text: [ตอบ]}]
items:
  - item: '1.1'
    six_months: [ทำแล้ว]
    twelve_months: [ทำแล้ว]
    adli: {approach: 50, deployment: 50, learning: 50, integration: 50}
"""
NUMBER, DATE, MONTH, DRAFT = "number: 12\n", "date: 16 มีนาคม 2569\n", "date: มีนาคม 2569\n", "draft: true\n"
FOR_SIGNATURE, ISSUED = State.FOR_SIGNATURE, State.ISSUED

COMPLETE: dict[str, list[tuple[str, State]]] = {
    "order": [
        (ORDER, FOR_SIGNATURE),
        (ORDER + NUMBER, FOR_SIGNATURE),
        (ORDER + DATE, FOR_SIGNATURE),
        (ORDER + MONTH, FOR_SIGNATURE),
        (ORDER + NUMBER + MONTH, FOR_SIGNATURE),
        (ORDER + NUMBER + DATE, ISSUED),
    ],
    "announcement": [
        (ANNOUNCEMENT, FOR_SIGNATURE),
        (ANNOUNCEMENT + MONTH, FOR_SIGNATURE),
        (ANNOUNCEMENT + DATE, ISSUED),
    ],
    "memo": [
        (MEMO, FOR_SIGNATURE),
        (MEMO + DATE, FOR_SIGNATURE),
        (MEMO + NUMBER + MONTH, FOR_SIGNATURE),
        (MEMO + NUMBER + DATE, ISSUED),
    ],
    "letter": [
        (LETTER, FOR_SIGNATURE),
        (LETTER + DATE, FOR_SIGNATURE),
        (LETTER + NUMBER + MONTH, FOR_SIGNATURE),
        (LETTER + NUMBER + DATE, ISSUED),
    ],
    "minutes": [(HELD, ISSUED)],
    "manual": [(MANUAL, FOR_SIGNATURE), (MANUAL + DATE, ISSUED)],
    "sar": [(SAR, FOR_SIGNATURE), (SAR + DATE, ISSUED)],
    "pmqa": [(PMQA, FOR_SIGNATURE), (PMQA + DATE, ISSUED)],
}
"""Content of papers in which nothing is missing, by kind, with the state of each."""

CASES_OF_COMPLETE = list(chain.from_iterable(COMPLETE.values()))
SENT_VERSION = Version(1, Path("1.zip"), sent=SentMark(dt.date(2026, 3, 2), "2026-03-02T09:00:00+07:00", "ก"))


@pytest.fixture(autouse=True)
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write an office with two editions and no documents, and return its folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    project = write_project(tmp_path / "content")
    for path in sorted(project.glob("2569/**/*.yaml")):
        path.unlink()
    return project


def only_paper(root: Path, text: str) -> api.Paper:
    """Return the paper of a content file, the only one of the project."""
    put(root, "2569/x.yaml", text)
    (paper,) = api.papers_of(api.load(root), 2569)
    return paper


def run_json(*arguments: str, code: int = 0) -> Any:
    result = CliRunner().invoke(app, [*arguments, "--format", "json"])
    assert result.exit_code == code, result.output
    return json.loads(result.stdout)


def test_the_table_has_every_kind() -> None:
    assert set(COMPLETE) == set(KINDS.names)


@pytest.mark.parametrize(("text", "state"), CASES_OF_COMPLETE)
def test_a_complete_paper_is_for_signature_until_it_has_number_and_date(
    root: Path, text: str, state: State
) -> None:
    paper = only_paper(root, text)

    assert (paper.state, paper.missing, paper.is_faulty) == (state, (), False)


@pytest.mark.parametrize("kind", COMPLETE)
def test_every_kind_may_be_kept_a_draft(root: Path, kind: str) -> None:
    """The last case of each kind has number and date: they do not end a draft."""
    text, state = COMPLETE[kind][-1]
    paper = only_paper(root, text + DRAFT)

    (missing,) = paper.missing
    line_of_draft = len((text + DRAFT).splitlines())
    assert (state, paper.state) == (ISSUED, State.DRAFT)
    assert (missing.field, missing.place.path, missing.place.line) == (
        "draft",
        "content/2569/x.yaml",
        line_of_draft,
    )


@pytest.mark.parametrize("kind", COMPLETE)
def test_draft_false_changes_nothing(root: Path, kind: str) -> None:
    text, state = COMPLETE[kind][-1]

    assert only_paper(root, f"{text}draft: false\n").state is state


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        (MEETING, ["ends"]),
        (MEETING + DRAFT, ["draft", "ends"]),
        (SAR.replace("scheme", "round: six_months\nscheme"), []),
        (SAR.replace("- {number: 3, " + ANSWERED + "}\n", "- {number: 3}\n") + DATE, ["indicators[0]"] * 2),
        (SAR.replace("level: 2}}\n  - ind", "level: 2}}\n    owner: ก\n  - ind"), []),
        ("kind: sar\nscheme: small\n" + DATE, ["indicators"] * 4),
        (PMQA.replace("    twelve_months: [ทำแล้ว]\n", ""), ["items[0]"]),
        (PMQA.replace(", {question: 2, text: [ตอบ]}", ""), ["profile"]),
        (PMQA.replace("    adli", "    # adli") + DATE, ["items[0]"]),
    ],
)
def test_what_is_missing_keeps_a_paper_a_draft(root: Path, text: str, fields: list[str]) -> None:
    """The last column names the fields that something is missing in: a gap for each round."""
    paper = only_paper(root, text)

    assert [missing.field for missing in paper.missing] == fields
    assert (paper.state is State.DRAFT) == bool(fields)


def test_a_report_needs_a_signer_and_an_issued_order(root: Path) -> None:
    put(root, "office.yaml", OFFICE.replace("director: ผอ\n", ""))
    committee = "name: คณะทำงาน, kind: คณะทำงาน, members: [{person: ก, role: หัวหน้าคณะทำงาน}], duties: [ก]"
    members = f"committees: [{{{committee}}}]\n"
    put(root, "2569/o.yaml", f"{ORDER}signature: {{by: ก}}\n{members}")
    put(root, "2569/x.yaml", f"{SAR}order: o\n")
    _order, report = api.papers_of(api.load(root), 2569)

    assert [(missing.field, missing.place.line) for missing in report.missing] == [
        ("signature", 1),
        ("order", 11),
    ]
    put(root, "2569/o.yaml", f"{ORDER}signature: {{by: ก}}\n{members}{NUMBER}{DATE}")
    put(root, "2569/x.yaml", f"{SAR}order: o\nsignature: {{by: ก}}\n")
    _order, report = api.papers_of(api.load(root), 2569)
    assert report.state is FOR_SIGNATURE


def test_what_is_missing_in_a_part_file_is_told_there(root: Path) -> None:
    put(root, "2569/x.yaml", "kind: pmqa\nscheme: small-pmqa\n")
    put(root, "2569/x/1-1.yaml", "part_of: x\nitem: '1.1'\nsix_months: [ทำแล้ว]\n")
    (paper,) = api.papers_of(api.load(root), 2569)

    places = [(missing.place.path, missing.place.line) for missing in paper.missing]
    assert places == [("content/2569/x/1-1.yaml", 1), ("content/2569/x.yaml", 1)]


@pytest.mark.parametrize("text", [ORDER, ORDER + DRAFT, ORDER + NUMBER + DATE, "kind: order\n"])
def test_what_has_left_the_office_is_sent_whatever_its_content_says(root: Path, text: str) -> None:
    put(root, "2569/x.yaml", text)
    project = api.load(root)
    sent_project = replace(project, histories={"2569/x": History((SENT_VERSION,))})
    kept_project = replace(project, histories={"2569/x": History((Version(1, Path("1.zip")),))})

    (sent_paper,) = api.papers_of(sent_project, 2569)
    (kept_paper,) = api.papers_of(kept_project, 2569)
    (paper,) = api.papers_of(project, 2569)
    assert sent_paper.state is State.SENT
    # Errors in content take no number from a paper that is kept.
    expected_state = paper.state
    if paper.is_faulty:
        expected_state = State.ISSUED
    assert kept_paper.state is expected_state


def test_a_faulty_paper_is_a_draft_whose_errors_are_missing(root: Path) -> None:
    paper = only_paper(root, "kind: order\nsubject: ก\ncause: []\n")

    (missing,) = paper.missing
    assert (paper.state, paper.kind, paper.title, paper.files) == (State.DRAFT, None, None, ())
    assert (missing.place.line, missing.field) == (3, "cause")


def test_a_faulty_part_is_an_error_of_its_report(root: Path) -> None:
    put(root, "2569/x.yaml", "kind: pmqa\nscheme: small-pmqa\n")
    put(root, "2569/x/1-1.yaml", "part_of: x\nitem: [\n")
    (paper,) = api.papers_of(api.load(root), 2569)

    assert {missing.place.path for missing in paper.missing} == {"content/2569/x/1-1.yaml"}


def test_a_number_that_is_taken_is_an_error_of_the_later_paper(root: Path) -> None:
    put(root, "2569/a.yaml", ORDER + NUMBER + DATE)
    put(root, "2569/b.yaml", ORDER + NUMBER + MONTH)
    first, later = api.papers_of(api.load(root), 2569)

    assert (first.key, first.state) == ("2569/a", ISSUED)
    assert (later.key, later.state) == ("2569/b", State.DRAFT)
    assert [(missing.field, missing.place.line) for missing in later.missing] == [("number", 5)]


def test_without_a_sound_office_its_errors_are_what_is_missing(root: Path) -> None:
    put(root, "office.yaml", "name: ก\n")
    paper = only_paper(root, ORDER)

    assert {missing.place.path for missing in paper.missing} == {"content/office.yaml"}
    assert [missing.field for missing in paper.missing] == ["short_name", "parent"]


def test_a_draft_says_why_it_cannot_be_issued(root: Path) -> None:
    put(root, "2569/x.yaml", MEETING + DRAFT)
    document = api.find(api.load(root), "x")

    diagnostics = api.missing_in(document)
    assert [(diagnostic.code, diagnostic.field, diagnostic.location.line) for diagnostic in diagnostics] == [
        ("E445", "ends", 1),
        ("E445", "draft", 9),
    ]
    # What to do is said once, however much is missing.
    assert ["--anyway" in diagnostic.hint for diagnostic in diagnostics] == [True, False]


def test_a_complete_paper_has_nothing_against_being_issued(root: Path) -> None:
    put(root, "2569/x.yaml", ORDER)

    assert api.missing_in(api.find(api.load(root), "x")) == ()


def test_list_has_a_row_for_each_paper_as_the_contract_says(root: Path) -> None:
    put(root, "2569/a.yaml", ORDER + NUMBER + DATE)
    put(root, "2569/b.yaml", f"{MEETING}papers: [agenda]\n")
    put(root, "2569/c.yaml", "kind: order\nsubject: ก\ncause: []\n")
    issued_row, draft_row, faulty_row = run_json("list", code=1)

    assert issued_row == {
        "name": "a",
        "year": 2569,
        "kind": "order",
        "title": "คำสั่ง",
        "state": "issued",
        "missing": [],
        "files": ["2569/a.docx"],
        "sources": ["content/2569/a.yaml"],
        "faulty": False,
        "unrecorded": True,
        "version": None,
        "sent": None,
        "copies": None,
        "scans": [],
    }
    (missing,) = draft_row["missing"]
    assert (draft_row["state"], draft_row["files"]) == ("draft", ["2569/b.docx", "2569/b/agenda.docx"])
    assert missing == {
        "path": "content/2569/b.yaml",
        "line": 1,
        "field": "ends",
        "message": "the meeting has not been held yet: 'ends' is missing",
    }
    assert set(faulty_row) == set(issued_row)
    assert (faulty_row["state"], faulty_row["faulty"], faulty_row["missing"][0]["line"]) == ("draft", True, 3)


def test_files_of_a_letter_to_many_are_its_copies(root: Path) -> None:
    recipients = "recipients: [{to: หนึ่ง}, {to: สอง}]\nseparate_files: true\n"
    put(root, "2569/x.yaml", LETTER.replace("to: เลขาธิการ\n", recipients))
    (row,) = run_json("list")

    built = api.build(api.load(root), out="out")
    assert [diagnostic for diagnostic in built.diagnostics if diagnostic.is_error] == []
    paths = sorted(path.relative_to("out").as_posix() for path in Path("out").rglob("*.docx"))
    assert sorted(row["files"]) == paths
    assert len(paths) == 2


def test_list_says_the_state_at_the_end_of_a_line(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(root, "2569/a.yaml", ORDER + NUMBER + DATE)
    put(root, "2569/b.yaml", MEMO)
    put(root, "2569/c.yaml", MEETING)
    monkeypatch.setenv("ESA_DOCS_LANG", "th")
    result = CliRunner().invoke(app, ["list"])

    assert [line.split("\t")[-1] for line in result.stdout.splitlines()] == ["ออกเลขแล้ว", "เสนอลงนาม", "ร่าง"]


def test_status_counts_the_papers_and_names_those_that_stand_open(root: Path) -> None:
    put(root, "2569/a.yaml", ORDER + NUMBER + DATE)
    put(root, "2569/b.yaml", MEMO)
    put(root, "2569/c.yaml", MEETING)
    put(root, "2569/d.yaml", "kind: pmqa\nscheme: small-pmqa\n")
    lines = CliRunner().invoke(app, ["status"]).stdout.splitlines()

    first = lines.index("documents: 4 (draft 2, for signature 1, issued 1, sent 0)")
    title = "รายงานการประชุมคณะทำงาน ครั้งที่ 1/2569"
    assert lines[first + 1 :] == [
        f"draft\t2569/c\t{title}",
        "  content/2569/c.yaml:1:1: the meeting has not been held yet: 'ends' is missing",
        "draft\t2569/d\tรายงานการพัฒนาคุณภาพการบริหารจัดการภาครัฐ (พ.ศ. 2569)",
        "for signature\t2569/b\tบันทึก",
        "issued\t2569/a\tคำสั่ง",
        "  no version of it is kept",
    ]


def test_status_as_json_has_the_reports_first_and_then_the_other_papers(root: Path) -> None:
    put(root, "2569/a.yaml", ORDER)
    put(root, "2569/d.yaml", f"kind: pmqa\nscheme: small-pmqa\n{DUE}")
    report, order = run_json("status")

    assert (report["name"], report["kind"], report["total"], len(report["parts"])) == ("d", "pmqa", 1, 1)
    assert (report["state"], len(report["missing"])) == ("draft", 3)
    assert (order["name"], order["state"], "parts" in order) == ("a", "for_signature", False)


def test_status_of_one_report_shows_no_other_paper(root: Path) -> None:
    put(root, "2569/a.yaml", ORDER)
    put(root, "2569/d.yaml", "kind: pmqa\nscheme: small-pmqa\n")
    (report,) = run_json("status", "d")
    text = CliRunner().invoke(app, ["status", "d"]).stdout

    assert report["name"] == "d"
    assert "documents:" not in text


@pytest.mark.parametrize("text", [ORDER, ANNOUNCEMENT, MEMO, LETTER])
@pytest.mark.parametrize(
    ("date", "code"),
    [("มีนาคม 2026", "E205"), ("2569-13", "E204"), ("12/2569", "E206"), ("มีนาคม", "E206"), ("[1]", "E206")],
)
def test_a_date_of_issue_that_is_neither_date_nor_month_is_told(
    root: Path, text: str, date: str, code: str
) -> None:
    put(root, "2569/x.yaml", f"{text}date: {date}\n")
    diagnostics = other_findings(api.load(root))

    places = [(diagnostic.code, diagnostic.field) for diagnostic in diagnostics]
    assert places == [(code, "date")]


@pytest.mark.parametrize(
    "text", [HELD.replace("date: 9 มีนาคม 2569", MONTH.strip()), SAR + MONTH, MANUAL + MONTH]
)
def test_minutes_reports_and_manuals_need_the_day(root: Path, text: str) -> None:
    put(root, "2569/x.yaml", text)
    (diagnostic,) = other_findings(api.load(root))

    assert (diagnostic.code, diagnostic.field) == ("E206", "date")
    assert "with its day" in diagnostic.message
