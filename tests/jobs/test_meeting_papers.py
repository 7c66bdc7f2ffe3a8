"""A meeting makes its minutes and the papers that are asked for, as one document of the project."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from small_office import MEETING, build, outcomes, paragraphs, write_office

from esa_docs import api
from esa_docs.jobs.building.copies import copies_of
from esa_docs.jobs.building.plan import Choice
from esa_docs.kinds import KINDS
from esa_docs.model.document import Document
from esa_docs.model.project import Project

MINUTES = "2569/minutes/m"
AGENDA = "2569/minutes/m/agenda"
SIGN_IN = "2569/minutes/m/sign-in"
ALL = [MINUTES, AGENDA, SIGN_IN]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Write a project with a manual and a meeting with all its papers; return its folder."""
    root = write_office(tmp_path / "project", ["manual"])
    write_meeting(root, "papers: [agenda, sign-in]\n")
    return root


def write_meeting(root: Path, last_lines: str = "") -> Path:
    path = root / "2569/minutes/m.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(MEETING + last_lines, encoding="utf-8")
    return path


def files(out: Path) -> list[str]:
    return sorted(path.relative_to(out).as_posix() for path in out.rglob("*.docx"))


def title(path: Path) -> str:
    return paragraphs(path)[0]


def test_a_build_makes_a_file_of_each(root: Path, tmp_path: Path) -> None:
    out = tmp_path / "build"
    report = build(root, out)

    keys = ["2569/manual", *ALL]
    assert outcomes(report) == dict.fromkeys(keys, "written")
    assert files(out) == [f"{key}.docx" for key in keys]
    assert [title(out / f"{key}.docx") for key in ALL] == [
        "รายงานการประชุมคณะทำงานพัฒนางาน",
        "ระเบียบวาระการประชุมคณะทำงานพัฒนางาน",
        "ใบลงทะเบียนผู้เข้าร่วมประชุมคณะทำงานพัฒนางาน",
    ]


@pytest.mark.parametrize(
    ("choice", "keys"),
    [
        (Choice(("minutes/m",)), ALL),
        (Choice(kinds=("minutes",)), ALL),
        (Choice(("manual",)), ["2569/manual"]),
        (Choice(kinds=("order",)), []),
    ],
)
def test_a_name_or_the_kind_makes_the_meeting_whole(
    root: Path, tmp_path: Path, choice: Choice, keys: list[str]
) -> None:
    report = build(root, tmp_path / "build", choice=choice)

    assert sorted(outcomes(report)) == keys


@pytest.mark.parametrize(
    ("papers", "keys"),
    [
        ("", [MINUTES]),
        ("papers: []\n", [MINUTES]),
        ("papers: [sign-in]\n", [MINUTES, SIGN_IN]),
        ("papers: [sign-in, sign-in]\n", [MINUTES, SIGN_IN]),
        ("papers: [sign-in, agenda]\n", [MINUTES, SIGN_IN, AGENDA]),
    ],
)
def test_only_papers_asked_for_are_made_each_once(root: Path, papers: str, keys: list[str]) -> None:
    write_meeting(root, papers)
    (meeting,) = meetings(api.load(root))

    assert [copy.key for copy in copies_of(meeting, KINDS)] == keys


def meetings(project: Project) -> list[Document[Any]]:
    assert project.diagnostics == ()
    return [document for document in project.documents if document.kind == "minutes"]


def test_an_unknown_paper_is_told(root: Path) -> None:
    write_meeting(root, "papers: [menu]\n")

    (diagnostic,) = api.load(root).diagnostics
    assert (diagnostic.code, diagnostic.field) == ("E210", "papers[0]")


def test_the_office_may_have_its_own_template_of_a_paper(root: Path) -> None:
    template = root / "templates_docx" / "agenda.docx"
    template.parent.mkdir()
    template.write_bytes(b"")
    (meeting,) = meetings(api.load(root))

    templates = {copy.form.name: copy.template for copy in copies_of(meeting, KINDS)}
    assert templates == {"minutes": None, "agenda": template, "sign-in": None}


@pytest.mark.parametrize(
    ("last_lines", "keys"),
    [
        ("", []),
        ("ends: 12.00 น.\n", [MINUTES]),
        ("other: [{title: เรื่องที่เพิ่ม}]\n", [MINUTES, AGENDA]),
    ],
)
def test_a_change_makes_the_papers_anew_that_print_it(
    root: Path, tmp_path: Path, last_lines: str, keys: list[str]
) -> None:
    out = tmp_path / "build"
    build(root, out)
    write_meeting(root, "papers: [agenda, sign-in]\n" + last_lines)

    again = build(root, out)

    written_keys = [key for key, outcome in outcomes(again).items() if outcome == "written"]
    assert sorted(written_keys) == keys
