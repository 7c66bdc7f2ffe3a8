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
subject: แต่งตั้งคณะทำงานพัฒนางาน
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
    "x_conflict-20260301-101530.yaml",
    "x (PC2 conflicted 2026-03-01).yaml",
    "x (สำเนาที่ขัดแย้งกันของ PC2 2026-03-01).yaml",
    "x (ขัดแย้งกัน สำเนา 1).yaml",
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
PAIRS += [
    "x (100).yaml",
    "x - Copy.yaml",
    "x - Copy (2).yaml",
    "x copy.yaml",
    "x copy 2.yaml",
    "x (copy).yaml",
]
PAIRS += [
    "x - สำเนา.yaml",
    "x - สำเนา (๒).yaml",
    "x สำเนา.yaml",
    "x (สำเนา).yaml",
    "x (สำเนาของเครื่อง 2).yaml",
]
PAIRS += ["Copy of x.yaml", "Copy (2) of x.yaml", "สำเนาของ x.yaml", "สำเนาของx.yaml"]


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


@pytest.mark.parametrize(
    "text",
    [
        ORDER.replace("\n", "\r\n"),
        ORDER.replace("\n", "\r"),
        f"\ufeff{ORDER.removeprefix('# คำสั่งตัวอย่าง').lstrip()}",
        ORDER.replace("kind: order", "kind:   order  "),
        ORDER.replace("kind: order", "kind : order"),
        ORDER.replace("kind: order", "kind: 'order'"),
        ORDER.replace("kind: order", '"kind": "order"'),
        ORDER.replace("kind: order", "kind: order # คำสั่ง"),
        ORDER.replace("kind: order\n", "") + "kind: order\n",
        "{kind: order, subject: ก, cause: [ข], clauses: [ค]}\n",
        ORDER.replace("kind: order", "kind: 'order'  # คำสั่ง") + "cause: 'ไม่ปิด\n",
    ],
    ids=["CRLF", "CR", "BOM", "blanks", "blank", "quotes", "double", "comment", "last", "flow", "faulty"],
)
def test_the_kind_of_a_copy_is_compared_and_not_how_it_is_written(root: Path, text: str) -> None:
    (root / "2569/orders/x (1).yaml").write_bytes(text.encode())
    assert _conflict_copies(api.load(root)) == [("2569/orders/x (1).yaml", "error")]


def test_a_copy_in_another_encoding_is_one(root: Path) -> None:
    (root / "2569/orders/x (1).yaml").write_bytes(ORDER.encode("utf-16"))
    project = api.load(root)
    assert _conflict_copies(project) == [("2569/orders/x (1).yaml", "error")]


def test_line_ends_make_no_two_files_different(root: Path) -> None:
    (root / "2569/orders/x-PC2.yaml").write_bytes(ORDER.replace("\n", "\r\n").encode("utf-8-sig"))
    assert _conflict_copies(api.load(root)) == [("2569/orders/x-PC2.yaml", "warning")]


def test_a_copy_that_a_person_made_is_not_put_to_a_program(root: Path) -> None:
    put(root, "2569/orders/x - Copy.yaml", ORDER)
    put(root, "2569/orders/x (1).yaml", ORDER)
    by_program, by_hand = [finding for finding in api.check(api.load(root)) if finding.code == "E433"]
    assert (Path(by_program.location.path).stem, Path(by_hand.location.path).stem) == ("x (1)", "x - Copy")
    assert by_program.message != by_hand.message
    assert "'x.yaml'" in by_hand.message


MACHINES = [
    "x-PC2.yaml",
    "x-SOMCHAI.yaml",
    "x-NB-01.yaml",
    "x-pc2.yaml",
    "x-Notebook.yaml",
    "x-desktop-ab12.yaml",
]
MACHINES += ["x-เครื่อง2.yaml", "x-เครื่อง ๒.yaml", "x-คอมธุรการ.yaml", "x 2.yaml", "x ๑๒.yaml"]


@pytest.mark.parametrize("name", MACHINES)
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
    "x-q1.yaml",
    "x-pcode.yaml",
    "x 2569.yaml",
    "x copying.yaml",
    "สำเนา.yaml",
    "Copy.yaml",
    "x (conflict of interest).yaml",
    "x2.yaml",
]


@pytest.mark.parametrize("name", HONEST_NAMES)
def test_an_honest_name_is_not_told_though_both_hold_the_same(root: Path, name: str) -> None:
    put(root, f"2569/orders/{name}", ORDER)
    assert _conflict_copies(api.load(root)) == []


@pytest.mark.parametrize("name", ["x-PMQA.yaml", "x-SAR.yaml", "x 2.yaml", "x-pc2.yaml", "x-เครื่องแบบ.yaml"])
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


def test_a_copied_folder_is_named_and_may_be_renamed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    put(root, "2569/orders (1)/x.yaml", _changed(ORDER))
    (finding,) = [finding for finding in api.check(api.load(root)) if finding.code == "E433"]
    assert finding.location.path.endswith("2569/orders (1)/x.yaml")
    assert "the folder 'orders (1)' is a copy of the folder 'orders'" in finding.message
    assert "rename the folder 'orders (1)'" in finding.hint
    (root / "2569/orders (1)").rename(root / "2569/orders of others")
    assert _conflict_copies(api.load(root)) == []


def test_a_folder_with_other_files_of_the_same_names_is_no_copy(root: Path) -> None:
    put(root, "2569/orders (1)/x.yaml", OTHER_ORDER)
    put(root, "2569/orders (1)/deep/x.yaml", ORDER)
    put(root, "2569/orders (1)/y.yaml", ORDER)
    assert _conflict_copies(api.load(root)) == []


def test_a_folder_that_a_program_named_so_is_a_copy_whatever_it_holds(root: Path) -> None:
    put(root, "2569/orders (conflicted copy 2026-03-01)/x.yaml", OTHER_ORDER)
    assert _conflict_copies(api.load(root)) == [("2569/orders (conflicted copy 2026-03-01)/x.yaml", "error")]


SHARED = [
    ("office (1).yaml", "error"),
    ("office (conflicted copy 2026-03-01).yaml", "error"),
    ("people.sync-conflict-20260301-101530-ABCDEFG.yaml", "error"),
    ("people-PC2.yaml", "warning"),
    ("people-DESKTOP-AB12CD3.yaml", "error"),
    ("registers/orders (1).csv", "error"),
    ("registers/orders-PC2.csv", "error"),
    ("registers/orders 2.csv", "error"),
    ("office - Copy.yaml", "error"),
    ("people - สำเนา.yaml", "error"),
    ("people-pc2.yaml", "warning"),
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


@pytest.mark.parametrize("name", ["orders-PC2.csv", "orders (1).csv", "orders (conflicted copy).xlsx"])
def test_a_copy_of_a_register_is_one_error_and_stops_numbers(root: Path, name: str) -> None:
    rows = "เลขที่,ลงวันที่,เรื่อง\n1,5 มกราคม 2569,ก\n"
    put(root, "registers/orders.csv", rows)
    put(root, f"registers/{name}", rows)
    project = api.load(root)
    codes = [(finding.code, str(finding.severity)) for finding in api.check(project)]
    assert codes == [("E433", "error")]
    places = [(finding.code, Path(finding.location.path).name) for finding in project.unread]
    assert places == [("E433", name)]


def test_a_register_of_another_text_stays_an_unknown_one(root: Path) -> None:
    put(root, "registers/orders.csv", "เลขที่,ลงวันที่,เรื่อง\n1,5 มกราคม 2569,ก\n")
    put(root, "registers/orders-PC2.csv", "number\n2\n3\n4\n")
    assert [finding.code for finding in api.check(api.load(root))] == ["E439"]


LETTER = "kind: letter\nsubject: ก\nnumber: 1\ndate: 5 มกราคม 2569\ntext: [ข]\nrecipients_from: %s\n"
RECIPIENTS = "เรียน,ชื่อย่อ\nผู้อำนวยการ ก,ก\nผู้อำนวยการ ข,ข\nผู้อำนวยการ ค,ค\n"
COPIES_OF_LISTS = [
    ("offices (1).csv", "error"),
    ("offices - Copy.csv", "error"),
    ("สำเนาของ offices.csv", "error"),
    ("offices.sync-conflict-20260301-101530-ABCDEFG.csv", "error"),
    ("offices-PC2.csv", "warning"),
    ("offices 2.csv", "warning"),
]


@pytest.mark.parametrize(("name", "severity"), COPIES_OF_LISTS)
@pytest.mark.parametrize("way", ["lists/offices.csv", '"lists/offices.csv" # รายชื่อ', "lists\\offices.csv"])
def test_a_copy_of_a_table_that_content_names_is_told(root: Path, name: str, severity: str, way: str) -> None:
    put(root, "lists/offices.csv", RECIPIENTS)
    put(root, "2569/letter.yaml", LETTER % way)
    put(root, f"lists/{name}", RECIPIENTS)
    project = api.load(root)
    assert _conflict_copies(project) == [(f"lists/{name}", severity)]
    assert project.is_whole
    assert [document.name for document in project.documents] == ["letter", "orders/x"]


def test_a_copy_that_content_names_too_is_a_list_of_its_own(root: Path) -> None:
    put(root, "lists/offices.csv", RECIPIENTS)
    put(root, "lists/offices (1).csv", RECIPIENTS)
    put(root, "2569/a.yaml", LETTER % "lists/offices.csv")
    put(root, "2569/b.yaml", (LETTER % "lists/offices (1).csv").replace("number: 1", "number: 2"))
    assert _conflict_copies(api.load(root)) == []


def test_copies_of_what_nobody_reads_are_not_told(root: Path) -> None:
    put(root, "lists/offices.csv", RECIPIENTS)
    put(root, "lists/other.csv", RECIPIENTS)
    put(root, "lists/other (1).csv", RECIPIENTS)
    put(root, "2569/letter.yaml", LETTER % "lists/offices.csv")
    assert _conflict_copies(api.load(root)) == []


def test_copies_of_templates_and_editions_are_told(root: Path) -> None:
    template = Path(api.__file__).parents[2] / "templates_docx/order.docx"
    for name in ("order.docx", "order (1).docx"):
        put(root, f"templates_docx/{name}", "").write_bytes(template.read_bytes())
    put(root, "schemes/own.yaml", "scheme: sar\nid: own\n")
    put(root, "schemes/own (1).yaml", "scheme: sar\nid: own\n")
    project = api.load(root)
    assert sorted(_conflict_copies(project)) == [
        ("schemes/own (1).yaml", "error"),
        ("templates_docx/order (1).docx", "error"),
    ]
    assert project.is_whole


def test_a_copied_folder_of_a_year_is_told_and_one_of_an_archive_is_not(root: Path) -> None:
    put(root, "2569 (1)/orders/z.yaml", ORDER)
    put(root, "2569-OLD/orders/z.yaml", ORDER)
    put(root, "letters (1)/z.txt", "")
    put(root, "notes (1).yaml", "")
    put(root, "notes.yaml", "")
    assert _conflict_copies(api.load(root)) == [("2569 (1)", "error")]


def test_the_number_of_a_copy_is_not_told_and_a_third_paper_with_it_is(root: Path) -> None:
    numbered = f"{ORDER}number: 7\ndate: 5 มกราคม 2569\n"
    put(root, "2569/orders/x.yaml", numbered)
    put(root, "2569/orders/x (1).yaml", numbered)
    project = api.load(root)
    assert [diagnostic.code for diagnostic in api.check(project) if diagnostic.is_error] == ["E433"]
    assert project.faulty == ("2569/orders/x (1)",)
    unrecorded = [d.location.path for d in project.diagnostics if d.code == "E455"]
    assert [Path(path).name for path in unrecorded] == ["x.yaml"]

    put(root, "2569/orders/y.yaml", numbered)
    errors = [(d.code, Path(d.location.path).name) for d in api.check(api.load(root)) if d.is_error]
    assert sorted(errors) == [("E433", "x (1).yaml"), ("E605", "y.yaml")]


def test_a_copy_of_a_part_keeps_its_document_from_being_made(root: Path) -> None:
    put(root, "2569/sar.yaml", "kind: sar\nscheme: sar-2560\n")
    part = "part_of: sar\nindicator: '1.1'\nstrengths: [ก]\n"
    put(root, "2569/sar/1-1.yaml", part)
    put(root, "2569/sar/1-1 (1).yaml", part)
    project = api.load(root)
    assert _conflict_copies(project) == [("2569/sar/1-1 (1).yaml", "error")]
    assert project.faulty == ("2569/sar",)
