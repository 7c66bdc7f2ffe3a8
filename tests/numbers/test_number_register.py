"""Which numbers are in use: across fiscal years, in documents and in the register file."""

from __future__ import annotations

from pathlib import Path

import pytest
from numbered_office import write_order, write_project, write_register

from esa_docs import api
from esa_docs.diagnostics import Diagnostic
from esa_docs.model.number_register import YearSeries, next_free, number_key
from esa_docs.model.project import Project

Problems = list[tuple[str, str, str, int]]
HEAD = "เลขที่,ลงวันที่,เรื่อง\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_project(tmp_path / "office")


def findings_in(project: Project) -> list[Diagnostic]:
    """Return the diagnostics of a project but that its papers, typed by hand, are not kept (E455)."""
    return [diagnostic for diagnostic in api.check(project) if diagnostic.code != "E455"]


def problems_in(project: Project) -> Problems:
    """Return code, severity, file and line of each diagnostic; the file from the folder of the project on."""
    problems = []
    for diagnostic in findings_in(project):
        location = diagnostic.location
        file = location.path.partition("office/")[2]
        problems.append((diagnostic.code, str(diagnostic.severity), file, location.line))
    return problems


def codes_and_files(project: Project) -> list[tuple[str, str]]:
    """Return code and file of each diagnostic."""
    return [(code, file) for code, _severity, file, _line in problems_in(project)]


def keys(project: Project) -> list[str]:
    return [document.key for document in project.documents]


@pytest.mark.parametrize(
    ("number", "other_number", "are_same"),
    [
        ("๐๑๒", "12", True),
        ("12/2569", "12", True),
        ("ว 12", "ว๑๒", True),
        ("12", "120", False),
        ("12ก", "12", False),
        ("ว 12", "12", False),
        ("0", "00", True),
    ],
)
def test_numbers_are_compared_however_they_are_written(
    number: str, other_number: str, are_same: bool
) -> None:
    assert (number_key(number) == number_key(other_number)) is are_same


def test_a_number_twice_in_a_calendar_year_is_told_at_the_later_across_two_folders(root: Path) -> None:
    """Folder 2569 runs to 30 September 2569, folder 2570 from 1 October 2569: both hold numbers of 2569."""
    write_order(root, "2570/a", "'5'", "1 ตุลาคม 2569")
    write_order(root, "2569/b", "๕", "30 กันยายน 2569")
    project = api.load(root)
    assert problems_in(project) == [("E605", "error", "2570/a.yaml", 4)]
    (diagnostic,) = findings_in(project)
    assert "2569/b" in diagnostic.message
    assert "เรื่องของ 2569/b" in diagnostic.hint
    assert "6" in diagnostic.hint
    assert diagnostic.field == "number"
    assert keys(project) == ["2569/b"]
    assert project.faulty == ("2570/a",)


def test_a_build_tells_a_number_taken_twice_and_does_not_make_the_document(root: Path) -> None:
    write_order(root, "2569/b", "'5'", "30 กันยายน 2569")
    write_order(root, "2570/a", "'5'", "1 ตุลาคม 2569")
    out = root.parent / "out"
    report = api.build(api.load(root), out=out)
    assert (report.results, report.faulty) == ((), ("2570/a",))
    assert {diagnostic.code for diagnostic in report.diagnostics} == {"E455", "E605"}
    assert list(out.rglob("*.docx")) == []


def test_one_number_in_two_calendar_years_of_one_folder_is_right(root: Path) -> None:
    write_order(root, "2569/a", "'5'", "31 ธันวาคม 2568")
    write_order(root, "2569/b", "'5'", "1 มกราคม 2569")
    project = api.load(root)
    assert problems_in(project) == []
    assert keys(project) == ["2569/a", "2569/b"]


def test_of_two_of_one_day_the_later_path_is_told(root: Path) -> None:
    write_order(root, "2569/b", "'5'", "1 มกราคม 2569")
    write_order(root, "2569/a", "'5'", "1 มกราคม 2569")
    write_order(root, "2569/c", "'05'", "1 มกราคม 2569")
    assert codes_and_files(api.load(root)) == [("E605", "2569/b.yaml"), ("E605", "2569/c.yaml")]


def test_a_faulty_document_keeps_its_number(root: Path) -> None:
    path = write_order(root, "2569/a", "'5'", "1 มกราคม 2569")
    path.write_text(path.read_text(encoding="utf-8") + "unknown: x\n", encoding="utf-8")
    write_order(root, "2569/b", "'5'", "2 มกราคม 2569")
    assert codes_and_files(api.load(root)) == [("E201", "2569/a.yaml"), ("E605", "2569/b.yaml")]


def test_a_date_outside_the_fiscal_year_of_its_folder_is_a_warning(root: Path) -> None:
    write_order(root, "2569/early", "'1'", "30 กันยายน 2568")
    write_order(root, "2569/first", "'2'", "1 ตุลาคม 2568")
    write_order(root, "2569/last", "'3'", "30 กันยายน 2569")
    write_order(root, "2569/late", "'4'", "1 ตุลาคม 2569")
    project = api.load(root)
    assert problems_in(project) == [
        ("E606", "warning", "2569/early.yaml", 5),
        ("E606", "warning", "2569/late.yaml", 5),
    ]
    assert len(keys(project)) == 4


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (HEAD + "5,16 มีนาคม 2569,เรื่องหนึ่ง\n", "utf-8"),
        (HEAD + "5,16 มีนาคม 2569,เรื่องหนึ่ง\n", "utf-8-sig"),
        ("number,date,subject\r\n๕,16/3/2569,เรื่องหนึ่ง\r\n", "utf-8"),
        ("เรื่อง,หมายเหตุ,ลงวันที่, เลขที่\nเรื่องหนึ่ง,ก,2569-03-16,05\n\n,,,\n", "utf-8"),
        (HEAD + '5,16 มี.ค. 2569,"เรื่องหนึ่ง, สอง"\n', "utf-8"),
    ],
)
def test_numbers_of_the_register_file_are_taken(root: Path, text: str, encoding: str) -> None:
    write_register(root, text, encoding)
    write_order(root, "2569/a", "'5'", "17 มีนาคม 2569")
    project = api.load(root)
    assert problems_in(project) == [("E605", "error", "2569/a.yaml", 4)]
    assert "registers/orders.csv:2" in findings_in(project)[0].message


def test_where_the_document_came_first_the_line_of_the_register_file_is_told(root: Path) -> None:
    write_register(root, HEAD + "4,1 มีนาคม 2569,ก\n5,18 มีนาคม 2569,ข\n")
    write_order(root, "2569/a", "'5'", "17 มีนาคม 2569")
    project = api.load(root)
    assert problems_in(project) == [("E605", "error", "registers/orders.csv", 3)]
    assert keys(project) == ["2569/a"]


def test_a_document_that_the_register_file_notes_too_is_counted_once(root: Path) -> None:
    write_register(root, HEAD + "5,17 มีนาคม 2569,เรื่องหนึ่ง\n")
    write_order(root, "2569/a", "'5'", "17 มีนาคม 2569", "เรื่องหนึ่ง")
    project = api.load(root)
    assert problems_in(project) == []
    assert [entry.source for entry in project.register] == ["2569/a"]


def test_another_document_noted_under_number_and_day_of_ours_is_told(root: Path) -> None:
    write_register(root, HEAD + "5,17 มีนาคม 2569,เรื่องอื่น\n")
    write_order(root, "2569/a", "'5'", "17 มีนาคม 2569", "เรื่องหนึ่ง")
    assert problems_in(api.load(root)) == [("E605", "error", "registers/orders.csv", 2)]


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("เลขที่,เรื่อง\n5,ก\n", [("E607", 1)]),
        (HEAD + "5,16 มีนาคม 2569,ก, ข\n", [("E607", 2)]),
        (HEAD + '5,16 มีนาคม 2569,"ก\n6,17 มีนาคม 2569,ข\n', [("E607", 2)]),
        (
            HEAD + "5,16 มีนาคม 2026,ก\n6,31 กันยายน 2569,ข\n7,เมื่อวาน,ค\n",
            [("E205", 2), ("E204", 3), ("E206", 4)],
        ),
        (HEAD + ",16 มีนาคม 2569,ก\n\n5,,ข\n6,17 มีนาคม 2569\n", [("E211", 2), ("E206", 4), ("E211", 5)]),
        (HEAD + '5,16 มีนาคม 2569,"ก\nข"\n6,ง,ค\n', [("E213", 2), ("E206", 4)]),
        ("", [("E104", 1)]),
    ],
)
def test_faults_of_the_register_file_are_told_by_line(
    root: Path, text: str, faults: list[tuple[str, int]]
) -> None:
    write_register(root, text)
    problems = problems_in(api.load(root))
    assert [(code, line) for code, _severity, file, line in problems if file] == faults


def test_a_register_file_in_the_old_encoding_is_named(root: Path) -> None:
    write_register(root, HEAD + "5,16 มีนาคม 2569,แต่งตั้งคณะกรรมการ\n", "cp874")
    assert problems_in(api.load(root)) == [("E103", "error", "registers/orders.csv", 1)]


def test_the_table_of_a_year_shows_numbers_by_date_then_documents_without_one(root: Path) -> None:
    write_order(root, "2569/b", "'10'", "2 มกราคม 2569")
    write_order(root, "2569/a", "'9'", "1 มกราคม 2569")
    write_order(root, "2569/old", "'77'", "31 ธันวาคม 2568")
    write_order(root, "2570/draft")
    write_order(root, "2569/half", "'12'")
    write_order(root, "2568/past")
    write_register(root, HEAD + "11,2 มกราคม 2569,ค\n")
    project = api.load(root)
    table = api.register(project, "order")
    assert table.series == YearSeries("order", 2569)
    assert [(entry.number, entry.source) for entry in table.entries] == [
        ("9", "2569/a"),
        ("10", "2569/b"),
        ("11", "registers/orders.csv"),
        ("12", "2569/half"),
        (None, "2570/draft"),
    ]
    assert table.next_free == 12
    assert api.register(project, "order", 2568).next_free == 78
    assert next_free(project.register, YearSeries("order", 2570)) == 1


MEMO = "kind: memo\nsubject: เรื่อง\ntext: [ด้วยเหตุ]\nsignature: {by: ก}\n"


def write_memo(root: Path, name: str, more_lines: str) -> None:
    path = root / f"2569/{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(MEMO + more_lines, encoding="utf-8")


def test_circulars_are_counted_by_themselves(root: Path) -> None:
    """ข้อ 32: a circular bears ว and a number of its own series, from 1 in each calendar year."""
    write_memo(root, "plain", "number: '7'\ndate: 1 มีนาคม 2569\n")
    write_memo(root, "first", "number: '7'\ndate: 2 มีนาคม 2569\ncircular: true\n")
    write_order(root, "2569/order", "'7'", "3 มีนาคม 2569")
    assert problems_in(api.load(root)) == []

    write_memo(root, "second", "number: ๗\ndate: 4 มีนาคม 2569\ncircular: true\n")
    project = api.load(root)
    assert problems_in(project) == [("E605", "error", "2569/second.yaml", 5)]
    assert "2569/first" in findings_in(project)[0].message


def test_circulars_made_elsewhere_are_taken_too(root: Path) -> None:
    path = root / "registers" / "circulars.csv"
    path.parent.mkdir()
    path.write_text(f"{HEAD}7,1 มีนาคม 2569,เวียนเรื่องเดิม\n", encoding="utf-8")
    write_memo(root, "a", "number: '7'\ndate: 4 มีนาคม 2569\ncircular: true\n")
    assert codes_and_files(api.load(root)) == [("E605", "2569/a.yaml")]


def test_a_memo_is_listed_under_the_subject_it_takes_from_another_document(root: Path) -> None:
    write_order(root, "2569/order", subject="แต่งตั้งคณะทำงาน")
    path = root / "2569" / "memo.yaml"
    path.write_text("kind: memo\nproposes: order\nsignature: {by: ก}\n", encoding="utf-8")
    subjects = {entry.source: entry.subject for entry in api.load(root).register}
    assert subjects == {"2569/memo": "แต่งตั้งคณะทำงาน", "2569/order": "แต่งตั้งคณะทำงาน"}


def test_a_document_waits_for_a_number_in_the_year_of_its_date(root: Path) -> None:
    write_order(root, "2569/with-date", date="15 มีนาคม 2569")
    write_order(root, "2569/with-month", date="ธันวาคม 2568")
    write_order(root, "2569/without-date")
    project = api.load(root)
    table_of_2568, table_of_2569 = (api.register(project, "order", year) for year in (2568, 2569))
    sources_of_2568 = [entry.source for entry in table_of_2568.entries]
    sources_of_2569 = [entry.source for entry in table_of_2569.entries]
    assert sources_of_2568 == ["2569/with-month", "2569/without-date"]
    assert sources_of_2569 == ["2569/with-date", "2569/without-date"]


def test_a_number_of_any_length_is_told_at_its_line(root: Path) -> None:
    # Python reads no whole number of more than 4300 figures.
    write_order(root, "2569/a", "9" * 5000, "1 ตุลาคม 2568")
    write_order(root, "2569/b", "12", "1 ตุลาคม 2568")
    write_register(root, f"{HEAD}{'8' * 5000},2 ตุลาคม 2568,เรื่อง\n")
    project = api.load(root)
    places = [place for place in problems_in(project) if place[1] == "error"]
    assert places == [("E639", "error", "2569/a.yaml", 4), ("E639", "error", "registers/orders.csv", 2)]
    assert max(len(diagnostic.message) for diagnostic in findings_in(project)) < 200
    assert next_free(project.register, YearSeries("order", 2568)) == 13
