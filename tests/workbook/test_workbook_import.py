"""The workbook comes back: what was typed stands in the content files, and nothing else has changed."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from office_with_sar import FIRST, edit, export, faults, part, take_back, text_of, write_project
from openpyxl.utils import get_column_letter

from esa_docs import api
from esa_docs.source.yaml_files.yaml_changing import change_to
from esa_docs.workbook.written_parts import read_values

CONTENT = Path(__file__).parents[2] / "content"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_project(tmp_path / "content")


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(CONTENT, tmp_path_factory.mktemp("shipped") / "content"))


def contents(root: Path) -> dict[str, bytes]:
    """Return the bytes of every content file, by its path in the project."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*.yaml"))}


@pytest.mark.parametrize("name", ["sar", "pmqa"])
def test_a_round_trip_without_a_change_leaves_every_byte(shipped: Path, name: str) -> None:
    before = contents(shipped)
    imported = take_back(shipped, edit(export(shipped, name), {}, "คำชี้แจง"), name)
    assert (imported.paths, imported.cells) == ((), 0)
    assert contents(shipped) == before


def test_every_shipped_part_is_written_in_a_way_that_can_be_changed(shipped: Path) -> None:
    paths = [*sorted((shipped / "2569/sar").glob("*.yaml")), *sorted((shipped / "2569/pmqa").glob("*.yaml"))]
    assert len(paths) == 14 + 30
    for path in paths:
        values = read_values(path)
        assert change_to(path.read_bytes(), values) == path.read_bytes()
        changed = change_to(path.read_bytes(), values | {"improve": ["ปรับ: ปรุง"]})
        assert changed is not None
        assert changed.count("- 'ปรับ: ปรุง'\n".encode()) == 1


def test_pasted_text_is_mended_and_told_at_its_first_cell(root: Path) -> None:
    imported = take_back(
        root, edit(export(root), {"D4": "ข\u200b", "J3": "ม\u0e35\u0e35แผน\u3000ท\u0e4d\u0e32"})
    )
    assert read_values(part(root, "1-1"))["strengths"] == ["ม\u0e35แผน ทำ"]
    notes = [(d.code, d.location.path.rpartition("/")[2]) for d in imported.diagnostics if d.code == "W502"]
    assert notes == [("W502", f"sar.xlsx!{FIRST}!J3")]


def test_text_that_was_only_mended_is_neither_a_conflict_nor_rewritten(root: Path) -> None:
    path = part(root, "1-1")
    typed = text_of(path).replace("ผลที่ 1: ทำแล้ว", "ผลที่ 1: ท\u0e4d\u0e32\u3000แล้ว")
    path.write_text(typed, encoding="utf-8")
    book = export(root)
    assert take_back(root, book).cells == 0
    assert text_of(path) == typed
    assert take_back(root, edit(book, {"J3": "มีคน"})).cells == 1
    assert text_of(path) == typed.replace("strengths: [มีแผน]", "strengths: [มีคน]")


@pytest.mark.parametrize(
    ("cells", "old", "new"),
    [
        (
            {"E4": "ผลที่ 1: ทำแล้ว\nผลที่ 2 ทำต่อ\n\n  ผลใหม่ “ดี”  "},
            "          ทำต่อ\n",
            "          ทำต่อ\n        - ผลใหม่ “ดี”\n",
        ),
        ({"F4": 4}, "level: ๓  #", "level: 4  #"),
        ({"F4": None}, "      level: ๓  # ประเมินเอง\n", ""),
        ({"D3": "ข"}, "owner: ก  #", "owner: ข  #"),
        ({"D4": "ข"}, "  - number: 1\n", "  - number: 1\n    owner: ข\n"),
        ({"J3": "มีแผน\nมีคน"}, "strengths: [มีแผน]", "strengths: [มีแผน, มีคน]"),
        ({"J3": None}, "strengths: [มีแผน]\n", ""),
        (
            {"L3": "ทำปฏิทิน | กลุ่มอำนวยการ | ไตรมาส 1"},
            "{text: ทำปฏิทิน, time: ไตรมาส 1}",
            "{text: ทำปฏิทิน, owner: กลุ่มอำนวยการ, time: ไตรมาส 1}",
        ),
        (
            {"G6": "สิบสองเดือน", "H6": "5"},
            "  - number: 3\n",
            "  - number: 3\n    twelve_months:\n      results:\n        - สิบสองเดือน\n      level: 5\n",
        ),
        (
            {"C8": "ประเด็นใหม่", "D8": "ข"},
            "  - number: 3\n",
            "  - number: 3\n  - {number: 5, name: ประเด็นใหม่, owner: ข}\n",
        ),
        (
            {"E5": "ผลที่ 2", "F5": 2},
            "  # ประเด็นที่ 2",
            "  - number: 2\n    six_months:\n      results:\n        - ผลที่ 2\n      level: 2\n  # ประเด็นที่ 2",
        ),
        (
            {"I4": "E-1 | ภาพ \\| ข่าว | proof.txt\nE-2 | เว็บใหม่ | https://example.go.th/2\nE-3 | สาม"},
            "      - {code: E-2, name: เว็บ, link: https://example.go.th/2}\n",
            (
                "      - {code: E-2, name: เว็บใหม่, link: https://example.go.th/2}\n"
                "      - {code: E-3, name: สาม}\n"
            ),
        ),
    ],
)
def test_what_was_typed_stands_in_the_file_and_all_else_stays(
    root: Path, cells: dict[str, Any], old: str, new: str
) -> None:
    path = part(root, "1-1")
    text_before = text_of(path)
    files_before = contents(root)
    imported = take_back(root, edit(export(root), cells))
    assert (imported.paths, imported.cells) == ((path,), len(cells))
    assert text_before.count(old) == 1
    text_after = text_before.replace(old, new)
    assert contents(root) == files_before | {"2569/sar/1-1.yaml": text_after.encode()}


def test_the_content_is_the_same_plus_the_edit(root: Path) -> None:
    before = api.find(api.load(root), "sar").content
    take_back(root, edit(export(root), {"F4": 5, "K9": "ส่งช้า\nส่งไม่ครบ"}))
    after = api.find(api.load(root), "sar").content
    first, second = after.indicators
    assert first.issues[0].six_months.level == 5
    assert second.improve == ("ส่งช้า", "ส่งไม่ครบ")
    indicator_before = before.indicators[0]
    issue_before, other_issue = indicator_before.issues
    six_months = issue_before.six_months.model_copy(update={"level": 5})
    expected_issue = issue_before.model_copy(update={"six_months": six_months})
    assert first == indicator_before.model_copy(update={"issues": (expected_issue, other_issue)})


def test_a_checksum_stays_with_its_file_and_goes_with_another(root: Path) -> None:
    (root / "other.txt").write_bytes(b"other")
    web = "E-2 | เว็บ | https://example.go.th/2"
    take_back(root, edit(export(root), {"I4": f"E-1 | ภาพใหม่ | proof.txt\n{web}"}))
    assert text_of(part(root, "1-1")).count("name: ภาพใหม่, file: proof.txt, sha256: c1cd") == 1
    take_back(root, edit(export(root), {"I4": f"E-1 | ภาพใหม่ | other.txt\n{web}"}))
    assert "{code: E-1, name: ภาพใหม่, file: other.txt}\n" in text_of(part(root, "1-1"))


def test_line_ends_that_excel_writes_part_paragraphs(root: Path) -> None:
    take_back(root, edit(export(root), {"K9": "ส่งช้า_x000D_\nส่งไม่ครบ"}))
    assert text_of(part(root, "1-2")).endswith("improve:\n- ส่งช้า\n- ส่งไม่ครบ\n")


def test_indicators_in_the_main_file_are_changed_there(root: Path) -> None:
    shutil.rmtree(root / "2569" / "sar")
    main = root / "2569" / "sar.yaml"
    main.write_text(
        "kind: sar\nscheme: sar-2560\nindicators:\n  # หนึ่ง\n  - indicator: '1.1'\n  - indicator: '1.2'\n",
        "utf-8",
    )
    take_back(root, edit(export(root), {"E4": "ผล", "K9": "ช้า"}))
    assert text_of(main) == (
        "kind: sar\nscheme: sar-2560\nindicators:\n  # หนึ่ง\n  - indicator: '1.1'\n    issues:\n"
        "      - number: 1\n        six_months:\n          results:\n            - ผล\n"
        "  - indicator: '1.2'\n    improve:\n      - ช้า\n"
    )


def test_boxes_measures_and_percentages_of_pmqa_come_back(root: Path) -> None:
    path = root / "2569" / "pmqa.yaml"
    path.write_text(
        "kind: pmqa\nscheme: pmqa-4.0\nitems:\n  - {item: '1.1', boxes: {basic: [1, 2]}}\n  - item: '7.1'\n",
        "utf-8",
    )
    book = export(root, "pmqa")
    heads = [cell.value for cell in openpyxl.load_workbook(book)["หมวด 1"][2]]
    boxes = get_column_letter(heads.index("ช่อง\nAdvance") + 1)
    assert openpyxl.load_workbook(book)["หมวด 1"]["F3"].value == "1, 2"
    edit(book, {"F3": "1, 2,3", f"{boxes}3": 1, "C3": "ก"}, "หมวด 1")
    assert openpyxl.load_workbook(book)["หมวด 1"]["A3"].value == "1.1"
    edit(book, {"F3": "ตัววัด | ร้อยละ 90 | ร้อยละ 93 | 93"}, "หมวด 7")
    take_back(root, book, "pmqa")
    assert text_of(path).partition("items:\n")[2] == (
        "  - {item: '1.1', owner: ก, boxes: {basic: [1, 2, 3], advance: [1]}}\n"
        "  - item: '7.1'\n    measures:\n"
        "      - {name: ตัววัด, target: ร้อยละ 90, actual: ร้อยละ 93, percent: '93'}\n"
    )


@pytest.mark.parametrize(
    ("cells", "codes"),
    [
        ({"F4": 6}, [("E663", f"sar.xlsx!{FIRST}!F4")]),
        ({"F4": "9" * 5000}, [("E203", f"sar.xlsx!{FIRST}!F4")]),
        ({"F4": "ดี"}, [("E203", f"sar.xlsx!{FIRST}!F4")]),
        ({"D3": "ใคร"}, [("E601", f"sar.xlsx!{FIRST}!D3")]),
        ({"A4": "1.9"}, [("E683", f"sar.xlsx!{FIRST}!A4")]),
        ({"B4": 2}, [("E683", f"sar.xlsx!{FIRST}!B4")]),
        ({"M4": "หมายเหตุ"}, [("E683", f"sar.xlsx!{FIRST}!M4")]),
        ({"E3": "ผลของตัวบ่งชี้"}, [("E683", f"sar.xlsx!{FIRST}!E3")]),
        ({"E4": "=1+1"}, [("E684", f"sar.xlsx!{FIRST}!E4")]),
        ({"E4": "#REF!"}, [("E625", f"sar.xlsx!{FIRST}!E4")]),
        ({"E4": "ก_x000B_ข"}, [("E209", f"sar.xlsx!{FIRST}!E4")]),
        ({"E4": "ก\u202eข"}, [("E209", f"sar.xlsx!{FIRST}!E4")]),
        ({"E4": "{{ ก }}"}, [("E208", f"sar.xlsx!{FIRST}!E4")]),
        ({"C8": "สอง\nบรรทัด"}, [("E213", f"sar.xlsx!{FIRST}!C8")]),
        ({"I4": "E-1"}, [("E685", f"sar.xlsx!{FIRST}!I4")]),
        ({"I4": "E-1 | ก | ข | ค"}, [("E685", f"sar.xlsx!{FIRST}!I4")]),
        ({"L3": " | ก"}, [("E685", f"sar.xlsx!{FIRST}!L3")]),
        ({"I4": "E-1 | ก | ../ข.pdf"}, [("E670", f"sar.xlsx!{FIRST}!I4")]),
        (
            {"F4": 6, "D3": "ใคร", "A4": "1.9", "E4": "=A1", "K9": "ก_x000B_ข", "I4": "E-1"},
            [
                ("E683", f"sar.xlsx!{FIRST}!A4"),
                ("E684", f"sar.xlsx!{FIRST}!E4"),
                ("E685", f"sar.xlsx!{FIRST}!I4"),
                ("E601", f"sar.xlsx!{FIRST}!D3"),
                ("E209", f"sar.xlsx!{FIRST}!K9"),
            ],
        ),
    ],
)
def test_faults_stand_at_their_cells_and_nothing_is_written(
    root: Path, cells: dict[str, Any], codes: list[tuple[str, str]]
) -> None:
    before = contents(root)
    book = edit(export(root), {**cells, "G6": "ผลที่ถูกต้อง"})
    assert sorted(faults(root, book)) == sorted(codes)
    assert contents(root) == before


def test_numbers_may_stand_in_thai_digits(root: Path) -> None:
    path = part(root, "1-1")
    path.write_text(text_of(path).replace("- number: 3", "- number: ๓"), "utf-8")
    before = text_of(path)
    take_back(root, edit(export(root), {"F6": "๔"}))
    new = "  - number: ๓\n    six_months:\n      level: ๔\n"
    assert text_of(path) == before.replace("  - number: ๓\n", new)


def test_smart_quotes_dashes_and_bullets_of_word_stay(root: Path) -> None:
    text = "“ผล” ‘ดี’ – ปี 2569… • หนึ่ง"
    take_back(root, edit(export(root), {"E6": text}))
    assert api.find(api.load(root), "sar").content.indicators[0].issues[1].six_months.results == (text,)


def test_the_value_of_a_formula_that_failed_is_told_as_such(root: Path) -> None:
    book = edit(export(root), {"E4": "#N/A"})
    assert faults(root, book) == [("E625", f"sar.xlsx!{FIRST}!E4")]


def _rename(book: Path, old: str, new: str | None) -> None:
    workbook = openpyxl.load_workbook(book)
    if new is None:
        del workbook[old]
    else:
        workbook[old].title = new
    workbook.save(book)


@pytest.mark.parametrize("new", ["มาตรฐานแรก", None])
def test_a_sheet_renamed_or_missing_is_told(root: Path, new: str | None) -> None:
    book = export(root)
    _rename(book, FIRST, new)
    assert faults(root, book) == [("E682", f"sar.xlsx!{FIRST}")]


@pytest.mark.parametrize("record", ["gone", "empty"])
def test_a_workbook_that_was_not_exported_is_refused(root: Path, record: str) -> None:
    book = export(root)
    if record == "gone":
        _rename(book, "esa-docs", None)
    else:
        edit(book, {"A2": "x"}, "esa-docs")
    assert faults(root, book) == [("E680", "sar.xlsx")]


def test_what_is_no_workbook_is_told(root: Path) -> None:
    book = root.parent / "sar.xlsx"
    book.write_bytes(b"kind: sar\n")
    assert faults(root, book) == [("E621", "sar.xlsx")]
    book.unlink()
    assert faults(root, book) == [("E110", "sar.xlsx")]


def test_a_workbook_of_another_edition_or_document_is_refused(root: Path) -> None:
    book = edit(export(root), {"F4": 5})
    (root / "schemes").mkdir()
    shipped = CONTENT.parent / "esa_docs/kinds/sar/schemes/sar-2560.yaml"
    own_scheme = text_of(shipped).replace("id: sar-2560", "id: sar-own")
    (root / "schemes" / "own.yaml").write_text(own_scheme, "utf-8")
    main = root / "2569" / "sar.yaml"
    main.write_text("kind: sar\nscheme: sar-own\n", "utf-8")
    assert faults(root, book) == [("E681", "sar.xlsx")]
    main.write_text("kind: sar\nscheme: sar-2560\n", "utf-8")
    (root / "2569" / "sar2.yaml").write_text("kind: sar\nscheme: sar-2560\n", "utf-8")
    assert faults(root, book, "sar2") == [("E681", "sar.xlsx")]
    (root / "2569").rename(root / "2570")
    assert faults(root, book) == [("E681", "sar.xlsx")]
    (root / "2570").rename(root / "2569")
    assert faults(root, book) == []


def test_a_cell_changed_on_both_sides_is_told_and_not_overwritten(root: Path) -> None:
    book = edit(export(root), {"F4": 5, "D3": "ข"})
    path = part(root, "1-1")
    path.write_text(text_of(path).replace("level: ๓", "level: 2"), "utf-8")
    before = contents(root)
    assert faults(root, book) == [("E686", f"sar.xlsx!{FIRST}!F4")]
    assert contents(root) == before


def test_changes_of_other_cells_on_both_sides_are_joined(root: Path) -> None:
    book = edit(export(root), {"F4": 5, "J3": "มีแผน\nมีคน"})
    path = part(root, "1-1")
    path.write_text(text_of(path).replace("owner: ก ", "owner: ข ").replace("level: ๓", "level: 5"), "utf-8")
    before = text_of(path)
    imported = take_back(root, book)
    assert imported.cells == 1, "the other cell is in the file already"
    assert text_of(path) == before.replace("[มีแผน]", "[มีแผน, มีคน]")


def test_a_row_that_the_content_has_no_more_is_told(root: Path) -> None:
    book = edit(export(root), {"K9": "ช้ามาก"})
    part(root, "1-2").unlink()
    assert faults(root, book) == [("E686", f"sar.xlsx!{FIRST}!K9")]


def test_a_file_that_cannot_be_changed_alone_is_told(root: Path) -> None:
    path = part(root, "1-2")
    path.write_text("part_of: sar\nindicator: '1.2'\nimprove: &a\n- ส่งช้า\nstrengths: *a\n", "utf-8")
    before = path.read_bytes()
    assert faults(root, edit(export(root), {"K9": "ส่งทัน"})) == [("E687", f"sar.xlsx!{FIRST}!K9")]
    assert path.read_bytes() == before


def _git(folder: Path, *arguments: str) -> str:
    names = ["-c", "user.name=ตัวอย่าง", "-c", "user.email=a@example.org"]
    command = ["git", *names, *arguments]
    process = subprocess.run(command, cwd=folder, capture_output=True, check=True, encoding="utf-8")
    return process.stdout


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_two_owners_changes_merge_without_conflict(root: Path) -> None:
    _git(root, "init", "-q", "-b", "main")
    _git(root, "add", "-A")
    _git(root, "commit", "-qm", "start")
    book = export(root)
    cells_by_owner: dict[str, dict[str, Any]] = {
        "first": {"F4": 5, "G4": "ผล 12 เดือน"},
        "second": {"K9": "ส่งช้า\nแก้แล้ว"},
    }
    for owner, cells in cells_by_owner.items():
        _git(root, "checkout", "-q", "-b", owner, "main")
        book_of_owner = Path(shutil.copy(book, root.parent / f"{owner}.xlsx"))
        take_back(root, edit(book_of_owner, cells))
        _git(root, "commit", "-qam", owner)
    _git(root, "checkout", "-q", "main")
    _git(root, "merge", "-q", "first")
    _git(root, "merge", "-q", "--no-edit", "second")
    assert _git(root, "status", "--porcelain") == ""
    first, second = api.find(api.load(root), "sar").content.indicators
    assert first.issues[0].six_months.level == 5
    assert first.issues[0].twelve_months.results == ("ผล 12 เดือน",)
    assert second.improve == ("ส่งช้า", "แก้แล้ว")


def test_an_owner_typed_by_first_name_is_told_at_the_cell_and_in_the_part_file(root: Path) -> None:
    result = take_back(root, edit(export(root), {"D3": "ตัวอย่าง", "D4": "นางตัวอย่าง นามสมมติ"}))

    (warning,) = [diagnostic for diagnostic in result.diagnostics if diagnostic.code == "E602"]
    assert str(warning.location).endswith(f"sar.xlsx!{FIRST}!D3")
    assert "'ข'" in warning.hint
    assert "owner: ตัวอย่าง  #" in text_of(part(root, "1-1"))
    (warning,) = [diagnostic for diagnostic in api.check(api.load(root)) if diagnostic.code == "E602"]
    assert str(warning.location).endswith("1-1.yaml:4:8")


def test_the_same_workbook_twice_is_no_conflict(root: Path) -> None:
    cells = {"E4": "ผลที่ 1: ทำแล้ว\n\n  ผลใหม่  ", "F4": " 4 ", "K9": "ส่งช้า \nส่งไม่ครบ", "C8": "ประเด็นใหม่"}
    book = edit(export(root), cells)
    first = take_back(root, book)
    files = contents(root)
    second = take_back(root, book)

    assert (first.cells, second.cells, second.paths, second.diagnostics) == (4, 0, (), ())
    assert contents(root) == files


def formatted(book: Path, cells: dict[str, tuple[Any, str]]) -> Path:
    """Put values with number formats into cells of a workbook."""
    workbook = openpyxl.load_workbook(book)
    for name, (value, code) in cells.items():
        cell = workbook[FIRST][name]
        cell.value = value
        cell.number_format = code
    workbook.save(book)
    return book


def test_cells_come_in_as_excel_shows_them(root: Path) -> None:
    cells = {
        "E4": (0.955, "0.0%"),
        "G4": (dt.date(2026, 3, 31), "[$-41E]d mmm bb"),
        "J3": (12345, "#,##0"),
        "F4": (4, "0.00"),
    }
    imported = take_back(root, formatted(export(root), cells))

    assert imported.cells == 4
    first = api.find(api.load(root), "sar").content.indicators[0]
    assert first.issues[0].six_months.results == ("95.5%",)
    assert first.issues[0].six_months.level == 4
    assert first.issues[0].twelve_months.results == ("31 มี.ค. 69",)
    assert first.strengths == ("12,345",)


def test_a_number_that_only_looks_otherwise_is_no_change(root: Path) -> None:
    take_back(root, edit(export(root), {"F4": 3}))
    imported = take_back(root, formatted(export(root), {"F4": (3, "0.00")}))

    assert (imported.cells, imported.diagnostics) == (0, ())


def test_a_format_that_is_not_read_is_told_and_the_value_taken(root: Path) -> None:
    imported = take_back(root, formatted(export(root), {"E4": (0.5, "# ?/?")}))

    (warning,) = imported.diagnostics
    assert (warning.code, warning.location.path.rpartition("/")[2]) == ("E470", f"sar.xlsx!{FIRST}!E4")
    first = api.find(api.load(root), "sar").content.indicators[0]
    assert first.issues[0].six_months.results == ("0.5",)


def test_a_text_that_looks_like_an_escape_comes_back(root: Path) -> None:
    take_back(root, edit(export(root), {"J3": "_x005F_x0041_\nB"}))
    assert api.find(api.load(root), "sar").content.indicators[0].strengths == ("_x0041_", "B")
    again = take_back(root, edit(export(root), {}))

    assert (again.cells, again.diagnostics) == (0, ())
