"""Documents that refer to each other: found in whatever order their files come, or told."""

from __future__ import annotations

from pathlib import Path

import pytest
from written_project import diagnostics_of, put, put_office

from esa_docs import api

ORDER = """\
kind: order
subject: แต่งตั้งคณะทำงาน
cause: [ด้วยเหตุ]
committees:
  - name: คณะทำงานพัฒนางาน
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
    return put_office(tmp_path)


def test_a_memo_and_a_meeting_are_bound_though_their_files_stand_before_the_order(root: Path) -> None:
    put(root, "2569/a.yaml", MEMO)
    put(root, "2569/b.yaml", INVITATION)
    put(root, "2569/minutes/m.yaml", MINUTES)
    put(root, "2569/orders/z.yaml", ORDER)

    project = api.load(root)

    assert diagnostics_of(project) == []
    memo, invitation = api.find(project, "a").content, api.find(project, "b").content
    assert memo.subject == "แต่งตั้งคณะทำงาน"
    assert memo.proposes.content.committees[0].name == "คณะทำงานพัฒนางาน"
    assert invitation.invites.content.all_members[0].role == "หัวหน้าคณะทำงาน"


def test_blanks_around_a_name_do_not_count(root: Path) -> None:
    put(root, "2569/a.yaml", MEMO.replace("orders/z", "' orders/z '"))
    put(root, "2569/orders/z.yaml", ORDER)

    project = api.load(root)

    assert diagnostics_of(project) == []
    assert api.find(project, "a").content.subject == "แต่งตั้งคณะทำงาน"


def test_an_order_of_another_year_is_not_found(root: Path) -> None:
    put(root, "2569/a.yaml", MEMO)
    put(root, "2568/orders/z.yaml", ORDER)

    project = api.load(root)

    assert diagnostics_of(project) == [("E640", "a", 2, 11)]
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
    put(root, "2569/a.yaml", MEMO)
    put(root, "2569/orders/z.yaml", broken)

    project = api.load(root)

    findings = {(found_code, file) for found_code, file, _line, _column in diagnostics_of(project)}
    assert ("E641", "a") in findings
    assert (code, "z") in findings
    assert [document.key for document in project.documents] == []


def test_a_fault_passes_on_to_what_refers_to_what_refers_to_it(root: Path) -> None:
    put(root, "2569/b.yaml", INVITATION)
    put(root, "2569/minutes/m.yaml", MINUTES)
    put(root, "2569/orders/z.yaml", ORDER.replace("subject", "sbject"))

    findings = {(code, file) for code, file, _line, _column in diagnostics_of(api.load(root))}

    assert {("E641", "m"), ("E641", "b"), ("E201", "z")} <= findings


def test_the_name_meant_is_hinted(root: Path) -> None:
    put(root, "2569/a.yaml", MEMO.replace("orders/z", "orders/pmqa-stering"))
    put(root, "2569/orders/pmqa-steering.yaml", ORDER)
    put(root, "2569/orders/kpi.yaml", ORDER)

    (finding,) = api.check(api.load(root))

    assert finding.code == "E640"
    assert "orders/pmqa-steering" in finding.hint
    assert "orders/kpi" not in finding.hint


def test_a_change_of_the_order_is_a_change_of_the_memo(root: Path, tmp_path: Path) -> None:
    put(root, "2569/a.yaml", MEMO)
    put(root, "2569/orders/z.yaml", ORDER)
    out = tmp_path / "build"
    first = api.build(api.load(root), out=out)
    assert len(first.results) == 2

    put(root, "2569/orders/z.yaml", ORDER.replace("ด้วยเหตุ", "ด้วยเหตุใหม่"))
    second = api.build(api.load(root), out=out)

    assert [str(result.outcome) for result in second.results] == ["written", "written"]
    third = api.build(api.load(root), out=out)
    assert [str(result.outcome) for result in third.results] == ["unchanged", "unchanged"]
