"""Documents that refer to each other: found in whatever order their files come, or told."""

from __future__ import annotations

from pathlib import Path

import pytest

from esa_docs import api
from esa_docs.model.document import Project

OFFICE = """\
name: สำนักงานเขตพื้นที่การศึกษาประถมศึกษาตัวอย่าง เขต 1
short_name: สพป.ตัวอย่าง เขต 1
parent: สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน
director: ก
"""
PEOPLE = """\
people:
  - {id: ก, prefix: นาย, first_name: สมมติ, last_name: นามตัวอย่าง, position: ผู้อำนวยการ}
"""
ORDER = """\
kind: order
subject: แต่งตั้งคณะทำงาน
cause: [ด้วยเหตุ]
committees:
  - name: คณะทำงานตัวอย่าง
    kind: คณะทำงาน
    members: [{person: ก, role: หัวหน้าคณะทำงาน}]
    duties: [ทำงาน]
"""
MINUTES = """\
kind: minutes
number: 1
date: 9 มีนาคม 2569
begins: 09.30 น.
place: ห้องประชุม
order: orders/z
recorder: ก
"""
MEMO = "kind: memo\nproposes: orders/z\nsignature: {by: ก}\n"
INVITATION = "kind: memo\ninvites: minutes/m\nsignature: {by: ก}\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    put(tmp_path, "office", OFFICE)
    put(tmp_path, "people", PEOPLE)
    return tmp_path


def put(root: Path, name: str, text: str) -> None:
    path = root / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def found(project: Project) -> list[tuple[str, str, int, int]]:
    return [
        (one.code, Path(one.location.path).stem, one.location.line, one.location.column)
        for one in api.check(project)
    ]


def test_a_memo_and_a_meeting_are_bound_though_their_files_stand_before_the_order(root: Path) -> None:
    put(root, "2569/a", MEMO)
    put(root, "2569/b", INVITATION)
    put(root, "2569/minutes/m", MINUTES)
    put(root, "2569/orders/z", ORDER)

    project = api.load(root)

    assert found(project) == []
    memo, invitation = (api.find(project, name).content for name in ("a", "b"))
    assert memo.subject == "แต่งตั้งคณะทำงาน"
    assert memo.proposes.content.committees[0].name == "คณะทำงานตัวอย่าง"
    assert invitation.invites.content.all_members[0].role == "หัวหน้าคณะทำงาน"


def test_an_order_of_another_year_is_not_found(root: Path) -> None:
    put(root, "2569/a", MEMO)
    put(root, "2568/orders/z", ORDER)

    project = api.load(root)

    assert found(project) == [("E640", "a", 2, 11)]
    assert [document.key for document in project.documents] == ["2568/orders/z"]


@pytest.mark.parametrize(
    ("broken", "code"),
    [
        (ORDER.replace("subject: แต่งตั้งคณะทำงาน\n", ""), "E202"),
        (ORDER.replace("หัวหน้าคณะทำงาน", "ประธานกรรมการ"), "E634"),
        ("kind: [\n", "E106"),
    ],
    ids=["schema", "rule", "syntax"],
)
def test_a_reference_to_a_faulty_document_says_so(root: Path, broken: str, code: str) -> None:
    put(root, "2569/a", MEMO)
    put(root, "2569/orders/z", broken)

    project = api.load(root)

    codes = {(one, where) for one, where, _, _ in found(project)}
    assert ("E641", "a") in codes
    assert (code, "z") in codes
    assert [document.key for document in project.documents] == []


def test_a_fault_passes_on_to_what_refers_to_what_refers_to_it(root: Path) -> None:
    put(root, "2569/b", INVITATION)
    put(root, "2569/minutes/m", MINUTES)
    put(root, "2569/orders/z", ORDER.replace("subject", "sbject"))

    codes = {(code, where) for code, where, _, _ in found(api.load(root))}

    assert {("E641", "m"), ("E641", "b"), ("E201", "z")} <= codes


def test_the_name_meant_is_hinted(root: Path) -> None:
    put(root, "2569/a", MEMO.replace("orders/z", "orders/pmqa-stering"))
    put(root, "2569/orders/pmqa-steering", ORDER)
    put(root, "2569/orders/kpi", ORDER)

    (finding,) = api.check(api.load(root))

    assert finding.code == "E640"
    assert "orders/pmqa-steering" in finding.hint
    assert "orders/kpi" not in finding.hint


def test_a_change_of_the_order_is_a_change_of_the_memo(root: Path, tmp_path: Path) -> None:
    put(root, "2569/a", MEMO)
    put(root, "2569/orders/z", ORDER)
    out = tmp_path / "build"
    first = api.build(api.load(root), out=out)
    assert len(first.results) == 2

    put(root, "2569/orders/z", ORDER.replace("ด้วยเหตุ", "ด้วยเหตุใหม่"))
    second = api.build(api.load(root), out=out)

    assert sorted(str(one.outcome) for one in second.results) == ["written", "written"]
    third = api.build(api.load(root), out=out)
    assert sorted(str(one.outcome) for one in third.results) == ["unchanged", "unchanged"]
