"""A meeting makes its minutes and the papers that are asked for, as one document of the project."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from small_office import build, outcomes, paragraphs, write_office

from esa_docs import api
from esa_docs.jobs.copies import copies_of
from esa_docs.jobs.plan import Choice
from esa_docs.kinds import KINDS
from esa_docs.model.document import Document
from esa_docs.model.project import Project

MEETING = """\
kind: minutes
number: 1
date: 9 มีนาคม 2569
begins: 09.30 น.
place: ห้องประชุม
body: คณะทำงานตัวอย่าง
members:
  - {person: ก, role: หัวหน้าคณะทำงาน}
considered:
  - {title: เรื่องตัวอย่าง}
recorder: ก
"""
ALL = ["2569/minutes/m", "2569/minutes/m/agenda", "2569/minutes/m/sign-in"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Make a project with a manual and a meeting with all its papers."""
    root = write_office(tmp_path / "project", ["manual"])
    write_meeting(root, "papers: [agenda, sign-in]\n")
    return root


def write_meeting(root: Path, more: str = "") -> Path:
    path = root / "2569/minutes/m.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(MEETING + more, encoding="utf-8")
    return path


def files(out: Path) -> list[str]:
    return sorted(path.relative_to(out).as_posix() for path in out.rglob("*.docx"))


def test_a_build_makes_a_file_of_each(root: Path, tmp_path: Path) -> None:
    out = tmp_path / "build"
    report = build(root, out)

    assert outcomes(report) == dict.fromkeys(["2569/manual", *ALL], "written")
    assert files(out) == [f"{key}.docx" for key in ["2569/manual", *ALL]]
    heads = {key: paragraphs(out / f"{key}.docx")[0] for key in ALL}
    assert list(heads.values()) == [
        "รายงานการประชุมคณะทำงานตัวอย่าง",
        "ระเบียบวาระการประชุมคณะทำงานตัวอย่าง",
        "ใบลงทะเบียนผู้เข้าร่วมประชุมคณะทำงานตัวอย่าง",
    ]


@pytest.mark.parametrize(
    ("choice", "keys"),
    [
        (Choice(("minutes/m",)), ALL),
        (Choice(kind="minutes"), ALL),
        (Choice(("manual",)), ["2569/manual"]),
        (Choice(kind="order"), []),
    ],
)
def test_a_name_or_the_kind_makes_the_meeting_whole(
    root: Path, tmp_path: Path, choice: Choice, keys: list[str]
) -> None:
    report = build(root, tmp_path / "build", choice=choice)

    assert sorted(outcomes(report)) == keys


@pytest.mark.parametrize(
    ("papers", "made"),
    [
        ("", ALL[:1]),
        ("papers: []\n", ALL[:1]),
        ("papers: [sign-in]\n", [ALL[0], ALL[2]]),
        ("papers: [sign-in, sign-in]\n", [ALL[0], ALL[2]]),
        ("papers: [sign-in, agenda]\n", [ALL[0], ALL[2], ALL[1]]),
    ],
)
def test_only_papers_asked_for_are_made_each_once(root: Path, papers: str, made: list[str]) -> None:
    write_meeting(root, papers)
    (meeting,) = meetings(api.load(root))

    assert [one.key for one in copies_of(meeting, KINDS)] == made


def meetings(project: Project) -> list[Document[Any]]:
    assert project.diagnostics == ()
    return [one for one in project.documents if one.kind == "minutes"]


def test_an_unknown_paper_is_told(root: Path) -> None:
    write_meeting(root, "papers: [menu]\n")

    assert [(one.code, one.field) for one in api.load(root).diagnostics] == [("E210", "papers[0]")]


def test_the_office_may_have_its_own_template_of_a_paper(root: Path) -> None:
    own = root / "templates_docx" / "agenda.docx"
    own.parent.mkdir()
    own.write_bytes(b"")
    (meeting,) = meetings(api.load(root))

    assert {one.form.name: one.template for one in copies_of(meeting, KINDS)} == {
        "minutes": None,
        "agenda": own,
        "sign-in": None,
    }


@pytest.mark.parametrize(
    ("more", "made"),
    [("", []), ("ends: 12.00 น.\n", ALL[:1]), ("other: [{title: เรื่องที่เพิ่ม}]\n", ALL[:2])],
)
def test_a_change_makes_the_papers_anew_that_print_it(
    root: Path, tmp_path: Path, more: str, made: list[str]
) -> None:
    out = tmp_path / "build"
    build(root, out)
    write_meeting(root, "papers: [agenda, sign-in]\n" + more)

    again = build(root, out)

    assert [key for key, outcome in sorted(outcomes(again).items()) if outcome == "written"] == made
