"""Conflict copies of synchronised folders are told; honest names are not."""

from __future__ import annotations

from pathlib import Path

import pytest
from written_project import put, put_office

from esa_docs import api
from esa_docs.model.project import Project

ORDER = """\
# คำสั่งตัวอย่าง
kind: order
subject: แต่งตั้งคณะทำงานตัวอย่าง
cause:
  - เพื่อให้การดำเนินงานเป็นไปด้วยความเรียบร้อย
clauses:
  - ให้ผู้มีรายชื่อมีหน้าที่วางแผน
  - ให้ผู้มีรายชื่อมีหน้าที่ติดตามผล
  - ให้รายงานผลเมื่อสิ้นปี
  - ทั้งนี้ ตั้งแต่บัดนี้เป็นต้นไป
"""
OTHER_ORDER = """\
# คำสั่งอื่น
kind: order
subject: ย้ายที่ทำการ
cause:
  - ด้วยอาคารเดิมทรุดโทรม
clauses:
  - ให้ย้ายที่ทำการไปอาคารใหม่
  - ให้แจ้งโรงเรียนทราบ
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a project with the order 2569/orders/x."""
    folder = put_office(tmp_path / "office")
    put(folder, "2569/orders/x.yaml", ORDER)
    return folder


def _conflict_copies(project: Project) -> list[tuple[str, str]]:
    """Return place below the project and severity of each E433."""
    root = api.path_label(project.root)
    places: list[tuple[str, str]] = []
    for diagnostic in api.check(project):
        if diagnostic.code == "E433":
            place = diagnostic.location.path.removeprefix(f"{root}/")
            places.append((place, str(diagnostic.severity)))
    return places


def _changed(text: str) -> str:
    return text.replace("บัดนี้", "วันนี้")


SURE_NAMES = [
    "x (conflicted copy 2026-03-01).yaml",
    "x (conflicted copy 2026-03-01 101530).yaml",
    "x (PC2's conflicted copy 2026-03-01).yaml",
    "x (เครื่องธุรการ conflicted copy).yaml",
    "x (Case Conflict).yaml",
    "x.sync-conflict-20260301-101530-ABCDEFG.yaml",
    "x.sync-conflict-20260301-101530.yaml",
    "x_Andy-PC_Jan-03-0901-2013_CaseConflict_1.yaml",
    "x.Conflict.yaml",
]


@pytest.mark.parametrize("name", SURE_NAMES)
@pytest.mark.parametrize("text", [ORDER, OTHER_ORDER], ids=["like it", "other text"])
def test_a_name_that_nobody_gives_is_a_conflict_copy_and_is_not_made(
    root: Path, name: str, text: str
) -> None:
    put(root, f"2569/orders/{name}", text)
    project = api.load(root)
    assert _conflict_copies(project) == [(f"2569/orders/{name}", "error")]
    assert [document.name for document in project.documents] == ["orders/x"]
    assert len(project.faulty) == 1
    (diagnostic,) = [diagnostic for diagnostic in api.check(project) if diagnostic.code == "E433"]
    assert "'x.yaml'" in diagnostic.message
    assert "'x.yaml'" in diagnostic.hint


def test_such_a_copy_is_told_also_where_its_original_is_gone(root: Path) -> None:
    (root / "2569/orders/x.yaml").rename(root / "2569/orders/x (conflicted copy 2026-03-01).yaml")
    assert _conflict_copies(api.load(root)) == [("2569/orders/x (conflicted copy 2026-03-01).yaml", "error")]


PAIRS = ["x (1).yaml", "x (12).yaml", "x (๒).yaml", "x-DESKTOP-AB12CD3.yaml", "x-LAPTOP-AB12CD34.yaml"]


@pytest.mark.parametrize("name", PAIRS)
def test_a_copy_beside_its_original_is_an_error(root: Path, name: str) -> None:
    put(root, f"2569/orders/{name}", _changed(ORDER))
    assert _conflict_copies(api.load(root)) == [(f"2569/orders/{name}", "error")]


@pytest.mark.parametrize("name", PAIRS)
def test_without_an_original_of_its_kind_the_name_is_honest(root: Path, name: str) -> None:
    put(root, f"2569/orders/{name}", "kind: announcement\nsubject: ก\n")
    (root / "2569/orders/x.yaml").rename(root / "2569/orders/y.yaml")
    put(root, f"2569/{name}", ORDER)
    assert _conflict_copies(api.load(root)) == []
    put(root, "2569/orders/x.yaml", ORDER)
    assert _conflict_copies(api.load(root)) == []


@pytest.mark.parametrize("name", ["x-PC2.yaml", "x-SOMCHAI.yaml", "x-NB-01.yaml"])
def test_a_name_of_a_machine_is_a_warning_where_both_hold_nearly_the_same(root: Path, name: str) -> None:
    put(root, f"2569/orders/{name}", _changed(ORDER))
    project = api.load(root)
    assert _conflict_copies(project) == [(f"2569/orders/{name}", "warning")]
    assert len(project.documents) == 2


HONEST_NAMES = [
    "x-2.yaml",
    "x-2569.yaml",
    "x-steering.yaml",
    "x-Pmqa.yaml",
    "x-A.yaml",
    "x-THE-NAME-OF-NO-MACHINE.yaml",
    "x (ฉบับแก้ไข).yaml",
    "x (2569).yaml",
    "x conflicted copy.yaml",
    "xPC2.yaml",
    "x-ครั้งที่-2.yaml",
]


@pytest.mark.parametrize("name", HONEST_NAMES)
def test_an_honest_name_is_not_told_though_both_hold_the_same(root: Path, name: str) -> None:
    put(root, f"2569/orders/{name}", ORDER)
    assert _conflict_copies(api.load(root)) == []


@pytest.mark.parametrize("name", ["x-PMQA.yaml", "x-SAR.yaml"])
def test_an_order_of_another_text_may_have_the_name_of_a_machine(root: Path, name: str) -> None:
    put(root, f"2569/orders/{name}", OTHER_ORDER)
    assert _conflict_copies(api.load(root)) == []


def test_comments_make_no_two_files_the_same(root: Path) -> None:
    comments = "".join(f"# คำอธิบายที่ {number}\n" for number in range(100))
    put(root, "2569/orders/x.yaml", comments + ORDER)
    put(root, "2569/orders/x-PMQA.yaml", comments + OTHER_ORDER)
    assert _conflict_copies(api.load(root)) == []


def test_files_of_a_copied_folder_are_conflict_copies(root: Path) -> None:
    put(root, "2569/orders (1)/x.yaml", ORDER)
    put(root, "2569/orders (1)/y.yaml", OTHER_ORDER)
    assert _conflict_copies(api.load(root)) == [("2569/orders (1)/x.yaml", "error")]


SHARED = [
    ("office (1).yaml", "error"),
    ("office (conflicted copy 2026-03-01).yaml", "error"),
    ("people.sync-conflict-20260301-101530-ABCDEFG.yaml", "error"),
    ("people-PC2.yaml", "warning"),
    ("people-DESKTOP-AB12CD3.yaml", "error"),
    ("registers/orders (1).csv", "error"),
    ("registers/orders-PC2.csv", "warning"),
]


@pytest.mark.parametrize(("name", "severity"), SHARED)
def test_copies_of_files_that_all_documents_share_are_conflict_copies(
    root: Path, name: str, severity: str
) -> None:
    put(root, "registers/orders.csv", "เลขที่,ลงวันที่,เรื่อง\n1,5 มกราคม 2569,ก\n")
    original = "registers/orders.csv" if "orders" in name else f"{name[:6]}.yaml"
    put(root, name, (root / original).read_text(encoding="utf-8"))
    project = api.load(root)
    assert _conflict_copies(project) == [(name, severity)]
    assert [document.name for document in project.documents] == ["orders/x"]


def test_a_copied_folder_of_a_year_is_told_and_one_of_an_archive_is_not(root: Path) -> None:
    put(root, "2569 (1)/orders/z.yaml", ORDER)
    put(root, "2569-OLD/orders/z.yaml", ORDER)
    put(root, "letters (1)/z.txt", "")
    put(root, "notes (1).yaml", "")
    put(root, "notes.yaml", "")
    assert _conflict_copies(api.load(root)) == [("2569 (1)", "error")]


def test_a_doubled_number_stays_an_error_beside_the_copy(root: Path) -> None:
    numbered = f"{ORDER}number: 7\ndate: 5 มกราคม 2569\n"
    put(root, "2569/orders/x.yaml", numbered)
    put(root, "2569/orders/x (1).yaml", numbered)
    codes = [diagnostic.code for diagnostic in api.check(api.load(root)) if diagnostic.is_error]
    assert sorted(codes) == ["E433", "E605"]


def test_a_copy_of_a_part_keeps_its_document_from_being_made(root: Path) -> None:
    put(root, "2569/sar.yaml", "kind: sar\nscheme: sar-2560\n")
    part = "part_of: sar\nindicator: '1.1'\nstrengths: [ก]\n"
    put(root, "2569/sar/1-1.yaml", part)
    put(root, "2569/sar/1-1 (1).yaml", part)
    project = api.load(root)
    assert _conflict_copies(project) == [("2569/sar/1-1 (1).yaml", "error")]
    assert project.faulty == ("2569/sar",)
