"""A kind costs one folder, one template and one line: with these it does all that a kind does."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from throwaway import House, add_notice, copy_house, copy_kind
from written_project import put, put_office

pytestmark = pytest.mark.acceptance
CONTENT = """\
kind: notice
subject: การทดสอบ
text:
  - ข้อความของหนังสือแจ้ง
"""
PART = """\
part_of: notices/a
title: เรื่องที่อยู่ในไฟล์ของตน
"""


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    """Return a copy of the package with the kind ``notice``, and a project with one notice."""
    house = copy_house(tmp_path_factory.mktemp("house"))
    add_notice(house)
    root = put_office(house.root / "content")
    put(root, "2569/notices/a.yaml", CONTENT)
    put(root, "2569/notices/a/topic.yaml", PART)
    return house


def paragraphs(path: Path) -> list[str]:
    """Return the texts of the paragraphs of a Word file, without the empty ones."""
    texts = [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]
    return [text for text in texts if text]


def test_it_is_checked_without_a_finding(house: House) -> None:
    assert house.rows("check") == []


def test_its_rules_are_asked(house: House) -> None:
    put(house.root / "content", "2570/b.yaml", CONTENT)
    rows = house.rows("check")
    (house.root / "content/2570/b.yaml").unlink()
    (house.root / "content/2570").rmdir()

    assert [(row["code"], row["severity"]) for row in rows] == [("W599", "warning")]


def test_it_is_listed(house: House) -> None:
    (row,) = house.rows("list")

    assert (row["name"], row["kind"], row["title"]) == ("notices/a", "notice", "การทดสอบ")
    assert [Path(source).name for source in row["sources"]] == ["a.yaml", "topic.yaml"]


def test_it_is_built_with_its_parts_and_thai_digits(house: House) -> None:
    result = house.run("build", "--out", "out")
    lines = paragraphs(house.root / "out/2569/notices/a.docx")

    assert (result.returncode, result.stderr.count("written:")) == (0, 1)
    assert "เรื่อง การทดสอบ" in lines
    assert "เรื่องที่อยู่ในไฟล์ของตน" in lines


def test_the_office_chooses_its_digits(house: House) -> None:
    office = house.root / "content/office.yaml"
    original_text = office.read_text(encoding="utf-8")
    put(house.root / "content", "office.yaml", f"{original_text}numerals: {{notice: arabic}}\n")
    put(house.root / "content", "2569/notices/c.yaml", CONTENT.replace("ข้อความ", "ข้อ 12"))
    house.run("build", "notices/c", "--out", "out")
    lines = paragraphs(house.root / "out/2569/notices/c.docx")
    put(house.root / "content", "office.yaml", original_text)
    (house.root / "content/2569/notices/c.yaml").unlink()

    assert "ข้อ 12ของหนังสือแจ้ง" in [line.replace("\u00a0", " ") for line in lines]


@pytest.mark.parametrize("word", ["notice", "หนังสือแจ้ง"])
def test_a_new_one_is_begun_and_is_a_draft_until_its_examples_are_replaced(house: House, word: str) -> None:
    result = house.run("new", word, "notices/new")
    path = house.root / "content/2569/notices/new.yaml"
    text = path.read_text(encoding="utf-8")
    rows = house.rows("check")
    states = {row["name"]: row["state"] for row in house.rows("list")}
    path.unlink()

    assert result.returncode == 0
    assert [(row["code"], row["field"]) for row in rows] == [
        ("W505", "subject"),
        ("W505", "text[0]"),
        ("W505", "topics[0].title"),
    ]
    assert states["notices/new"] == "draft"
    assert "kind: notice\n" in text


def test_its_schemas_are_printed(house: House) -> None:
    schema = house.run("schema", "--stdout", "notice").stdout
    part = house.run("schema", "--stdout", "notice-topic").stdout

    assert '"const": "notice"' in schema
    assert '"part_of"' in part


def test_it_takes_a_number_and_stands_in_a_register(house: House) -> None:
    first_result = house.run("issue", "notices/a", "--number", "7", "--date", "2569-03-16")
    (table,) = house.rows("numbers", "notices")["registers"]
    second_result = house.run("issue", "notices/a", "--number", "8", "--date", "2569-03-16")
    numbers = [entry["number"] for entry in table["entries"]]

    assert first_result.returncode == 0
    assert (table["next_free"], numbers) == (8, ["7"])
    assert "[E413]" in second_result.stdout


def test_a_misspelt_kind_of_digits_is_told_with_the_nearest(house: House) -> None:
    office = house.root / "content/office.yaml"
    original_text = office.read_text(encoding="utf-8")
    put(house.root / "content", "office.yaml", f"{original_text}numerals: {{notise: arabic}}\n")
    (row,) = house.rows("check")
    put(house.root / "content", "office.yaml", original_text)

    assert (row["code"], row["line"], row["field"]) == ("E201", 7, "numerals.notise")
    assert "notice" in row["hint"]


NAMES = ("calendar", "register", "circular", "stamped_letter")
"""Names that forms, registers and models bear elsewhere, or did."""


def test_a_kind_copied_under_another_name_works(tmp_path: Path) -> None:
    house = copy_house(tmp_path / "house")
    root = put_office(house.root / "content")
    for name in NAMES:
        copy_kind(house, "announcement", name)
        put(root, f"2569/{name}-1.yaml", f"kind: {name}\nsubject: การทดสอบ {name}\ntext:\n  - ข้อความ\n")
    new_result = house.run("new", "register", "register-2")
    issue_result = house.run("issue", "register-1", "--date", "2569-03-16")
    shared_name_result = house.run("new", "ประกาศ", "a")
    build_result = house.run("build", "--out", "out")

    assert {row["code"] for row in house.rows("check")} == {"W505", "E501"}
    results = (new_result, issue_result, build_result)
    assert [result.returncode for result in results] == [0, 0, 0]
    assert shared_name_result.returncode == 2
    for name in ("announcement", *NAMES):
        assert name in shared_name_result.stderr
    kinds = [row["kind"] for row in house.rows("list")]
    assert kinds == ["calendar", "circular", "register", "register", "stamped_letter"]
    assert house.rows("numbers", "circulars")["registers"][0]["entries"] == []
    for name in NAMES:
        assert f"เรื่อง การทดสอบ {name}" in paragraphs(house.root / f"out/2569/{name}-1.docx")
