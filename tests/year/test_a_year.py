"""A fiscal year of an office, played through by three people: thirty papers, and all that happens to them.

What is expected is written by hand: the states, every row of the registers, and that no byte of a sent paper
changes, whatever becomes of roster, office, templates and content afterwards.
"""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path
from typing import Final

import docx
import pytest
from office_year import END_OF_YEAR, Clerk, OfficeYear, morning, replace_words, text_of
from year_papers import AMENDING_ORDER, ANNOUNCEMENT, CIRCULAR, LETTER, MEMO, MINUTES, ORDER

from esa_docs.word.templates.reading.template_file import shipped_template

pytestmark = pytest.mark.acceptance

SENT_ORDERS: Final = [f"orders/o{number:02d}" for number in range(1, 10)]
SENT_MEMOS: Final = [f"memos/m{number:02d}" for number in range(1, 7)]
SENT_LETTERS: Final = [f"letters/l{number:02d}" for number in range(1, 6)]
STATES: Final = {
    **dict.fromkeys((*SENT_ORDERS, *SENT_MEMOS, *SENT_LETTERS), "sent"),
    **dict.fromkeys(("letters/c01", "announcements/a01", "minutes/k1"), "sent"),
    **dict.fromkeys(("orders/o10", "letters/l06"), "issued"),
    **dict.fromkeys(("orders/o11", "orders/o12", "memos/m07", "announcements/a02"), "for_signature"),
    "memos/m08": "draft",
}
ORDERS_OF_2568: Final = [("1", "used", "2569/orders/o01"), ("2", "used", "2569/orders/o02")]
ORDERS_OF_2569: Final = [
    ("1", "used", "2569/orders/o03"),
    ("2", "used", "2569/orders/o06"),
    ("3", "used", "2569/orders/o04"),
    ("4", "cancelled", "registers/orders.csv"),
    ("5", "used", "2569/orders/o05"),
    ("6", "used", "2569/orders/o07"),
    ("7", "used", "2569/orders/o09"),
    ("8", "used", "2569/orders/o08"),
    ("9", "used", "2569/orders/o10"),
    ("10", "reserved", "registers/orders.csv"),
]


def play_autumn(registry: Clerk) -> None:
    """Play the autumn: numbers of 2568, one typed with its code, one with its year."""
    registry.issue("orders/o01", "1", "3 พ.ย. 2568")
    registry.send("orders/o01", "4 พ.ย. 2568")
    registry.issue("orders/o02", "๒/๒๕๖๘", "1 ธ.ค. 2568")
    registry.send("orders/o02", "1 ธ.ค. 2568")
    registry.issue("letters/l01", "ศธ 04999/1", "15 ธ.ค. 2568")
    registry.send("letters/l01", "15 ธ.ค. 2568")


def play_winter(registry: Clerk, planner: Clerk) -> None:
    """Play the winter: a number is reserved, one cancelled, words are mended before sending."""
    registry.issue("orders/o03", "1", "5 ม.ค. 2569")
    registry.send("orders/o03", "5 ม.ค. 2569")
    registry.run(*RESERVING_ONE, "--date", "6 ม.ค. 2569")
    registry.issue("orders/o04", "3", "2 ก.พ. 2569")
    registry.mend("orders/o04", "ให้แล้วเสร็จ", "ให้แล้วเสร็จตามกำหนด")
    registry.run("issue", "orders/o04", "--again", "--why", "แก้คำตกหล่น")
    registry.send("orders/o04", "3 ก.พ. 2569")
    registry.issue("orders/o05", "4", "9 ก.พ. 2569")
    registry.run("issue", "--cancel", "4", "--kind", "order", "--why", "ออกเลขผิดเรื่อง", "--year", "2569")
    planner.run("check", code=1)
    registry.run("issue", "orders/o05", "--number", "5", "--date", "9 ก.พ. 2569", *REPLACING_NUMBER)
    registry.send("orders/o05", "9 ก.พ. 2569")
    for number in range(1, 5):
        registry.issue(f"memos/m{number:02d}", str(number), f"{number} มี.ค. 2569")
        registry.send(f"memos/m{number:02d}", f"{number} มี.ค. 2569")


RESERVING_ONE: Final = (
    *("issue", "--reserve", "1", "--kind", "order"),
    *("--for", "คำสั่งที่รอลงนาม", "--until", "31 ธ.ค. 2569"),
)
REPLACING_NUMBER: Final = ("--force", "--again", "--why", "เลขที่เดิมยกเลิก")


def play_spring(registry: Clerk, planner: Clerk, teacher: Clerk) -> None:
    """Play the spring: the reserved number is used, a new director comes, a person leaves."""
    registry.issue("orders/o06", "2", "20 มี.ค. 2569")
    registry.send("orders/o06", "20 มี.ค. 2569")
    registry.issue("orders/o07", "6", "2 เม.ย. 2569")
    registry.send("orders/o07", "2 เม.ย. 2569")
    registry.issue("letters/c01", "ว 1", "8 เม.ย. 2569")
    registry.mend("letters/c01", "โรงเรียนบ้านสอง", "โรงเรียนบ้านสองสมมติ")
    registry.run("issue", "letters/c01", "--again", "--why", "แก้ชื่อผู้รับ")
    registry.send("letters/c01", "9 เม.ย. 2569")
    planner.write("orders/o09", AMENDING_ORDER)
    registry.issue("orders/o09", "7", "1 พ.ค. 2569")
    registry.send("orders/o09", "1 พ.ค. 2569")
    for number in (5, 6):
        teacher.issue(f"memos/m{number:02d}", str(number), f"{number} พ.ค. 2569")
        teacher.send(f"memos/m{number:02d}", f"{number} พ.ค. 2569")


def play_summer(registry: Clerk, teacher: Clerk) -> None:
    """Play the summer: minutes after the transfer, the last papers; some stay open."""
    registry.issue("orders/o08", "8", "1 มิ.ย. 2569")
    registry.send("orders/o08", "1 มิ.ย. 2569")
    for number in range(2, 6):
        registry.issue(f"letters/l{number:02d}", str(number - 1), f"{number} มิ.ย. 2569")
        registry.send(f"letters/l{number:02d}", f"{number} มิ.ย. 2569")
    registry.run("issue", "announcements/a01", "--date", "1 ก.ค. 2569")
    registry.send("announcements/a01", "1 ก.ค. 2569")
    teacher.write("minutes/k1", MINUTES)
    registry.send("minutes/k1", "20 ก.ค. 2569")
    registry.issue("orders/o10", "9", "3 ส.ค. 2569")
    registry.issue("letters/l06", "5", "4 ส.ค. 2569")
    registry.run(*RESERVING_ONE, "--date", "5 ส.ค. 2569")
    teacher.mend("memos/m08", "kind: memo\n", "kind: memo\ndraft: true\n")


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> OfficeYear:
    """Play the year, and return the office at its end."""
    office_year = OfficeYear.begin(tmp_path_factory.mktemp("year"))
    registry = Clerk(office_year, "registry")
    planner = Clerk(office_year, "planner")
    teacher = Clerk(office_year, "teacher")
    for number in range(1, 13):
        secretary = "วรรณา" if number <= 7 else "ทดแทน"
        planner.write(f"orders/o{number:02d}", ORDER.format(number=number, secretary=secretary))
    for number in range(1, 9):
        teacher.write(f"memos/m{number:02d}", MEMO.format(number=number))
    for number in range(1, 7):
        registry.write(f"letters/l{number:02d}", LETTER.format(number=number))
    registry.write("letters/c01", CIRCULAR)
    for number in (1, 2):
        registry.write(f"announcements/a{number:02d}", ANNOUNCEMENT.format(number=number))
    # Papers without a date name those who serve today, so each season has a day of its own.
    office_year.now = morning(2025, 12, 31)
    play_autumn(registry)
    office_year.build_what_was_sent()
    office_year.now = morning(2026, 3, 10)
    play_winter(registry, planner)
    office_year.build_what_was_sent()
    office_year.now = morning(2026, 5, 15)
    play_spring(registry, planner, teacher)
    office_year.build_what_was_sent()
    office_year.now = END_OF_YEAR
    play_summer(registry, teacher)
    office_year.build_what_was_sent()
    return office_year


def register_rows(year: OfficeYear, series: str, calendar_year: int) -> list[tuple[str, str, str]]:
    """Return number, state and document of each row of a register that has a number, by number."""
    output = year.read("numbers", series, "--calendar-year", str(calendar_year))
    (register,) = output["registers"]
    numbered_rows = [row for row in register["entries"] if row["number"] and row["date"]]
    rows = [(row["number"], row["state"], row["document"]) for row in numbered_rows]
    return sorted(rows, key=lambda row: int(row[0]))


def test_thirty_papers_stand_where_they_were_left(year: OfficeYear) -> None:
    states = {row["name"]: row["state"] for row in year.read("list", "--year", "2569")}
    assert len(states) == 30
    assert states == STATES


def test_every_row_of_the_registers_is_accounted_for(year: OfficeYear) -> None:
    assert register_rows(year, "orders", 2568) == ORDERS_OF_2568
    assert register_rows(year, "orders", 2569) == ORDERS_OF_2569
    memos = register_rows(year, "memos", 2569)
    assert memos == [(str(number), "used", f"2569/memos/m{number:02d}") for number in range(1, 7)]
    letters = register_rows(year, "letters", 2569)
    assert letters == [(str(number), "used", f"2569/letters/l{number + 1:02d}") for number in range(1, 6)]
    assert register_rows(year, "letters", 2568) == [("1", "used", "2569/letters/l01")]
    assert register_rows(year, "circulars", 2569) == [("1", "used", "2569/letters/c01")]


def test_papers_name_the_director_the_posts_and_the_members_of_their_day(year: OfficeYear) -> None:
    folder = year.out / "2569"
    march, april = text_of(folder / "orders/o06.docx"), text_of(folder / "orders/o07.docx")
    assert ("(นายเก่า นามสมมติ)" in march, "(นางใหม่ นามสมมติ)" in march) == (True, False)
    assert ("(นายเก่า นามสมมติ)" in april, "(นางใหม่ นามสมมติ)" in april) == (False, True)
    assert "นักวิเคราะห์นโยบายและแผน" in march
    assert "ผู้อำนวยการกลุ่มนโยบายและแผน" in april
    minutes = text_of(folder / "minutes/k1.docx")
    assert ("นายทดแทน นามสมมติ" in minutes, "วรรณา" in minutes) == (True, False)


def test_versions_are_kept_with_their_reasons(year: OfficeYear) -> None:
    reasons: dict[str, str] = {}
    for path in sorted((year.root / "issued" / "2569").rglob("*.zip")):
        with zipfile.ZipFile(path) as version:
            record = json.loads(version.read("record.json"))
        reasons[path.relative_to(year.root / "issued" / "2569").as_posix()] = record["why"]
    issued_names = [name for name, state in STATES.items() if state in {"sent", "issued"}]
    assert reasons == {
        **{f"{name}/1.zip": "" for name in issued_names},
        "letters/c01/2.zip": "แก้ชื่อผู้รับ",
        "orders/o04/2.zip": "แก้คำตกหล่น",
        "orders/o05/2.zip": "เลขที่เดิมยกเลิก",
    }


def test_no_byte_of_a_sent_paper_changes_whatever_happens_afterwards(
    year: OfficeYear, tmp_path: Path
) -> None:
    later = OfficeYear(tmp_path / "office", tmp_path / "build", year.sent_names, year.sent_files)
    shutil.copytree(year.root, later.root)
    shutil.copytree(year.out, later.out)
    assert len(year.sent_files) == 24
    change_everything(later)

    output = later.run("check", "--format", "json", "--strict", code=1)
    codes = {row["code"] for row in json.loads(output)}
    later.build(out=later.out)
    later.build(out=tmp_path / "elsewhere")

    assert "E456" in codes
    assert later.hashes_in(later.out) == year.sent_files
    assert later.hashes_in(tmp_path / "elsewhere") == year.sent_files


def change_everything(year: OfficeYear) -> None:
    """Replace a person by a namesake, rename the office, give it another template, and edit a sent paper."""
    replace_words(year.root / "people.yaml", "    last_name: นามสมมติ\n    position: นักวิชาการศึกษา\n", NAMESAKE)
    replace_words(year.root / "office.yaml", "เขต 9\nshort", "เขต 10\nshort")
    replace_words(year.root / "2569/orders/o08.yaml", "ให้แล้วเสร็จ", "ให้แล้วเสร็จโดยเร็ว")
    own_template = year.root / "templates_docx" / "memo.docx"
    own_template.parent.mkdir()
    template = docx.Document(str(shipped_template("memo.docx")))
    template.add_paragraph("ท้ายแบบของสำนักงาน")
    template.save(str(own_template))


NAMESAKE: Final = "    last_name: คนใหม่\n    position: ครู\n"
