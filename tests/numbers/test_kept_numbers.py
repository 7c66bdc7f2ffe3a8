"""A number that a kept version bears stays with its paper, whatever number the paper has later."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from numbered_office import write_order, write_project, write_register

from esa_docs.cli import app

DAY = ("--date", "16/3/2569")
HEAD = "เลขที่,ลงวันที่,เรื่อง,สถานะ,ผู้จอง,เพื่อ,ถึงวันที่,เหตุผล,ใช้ซ้ำได้\n"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write an office whose order a was kept with number 13."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    root = write_project(tmp_path / "content")
    write_order(root, "2569/orders/a")
    write_order(root, "2569/orders/b")
    assert run("issue", "orders/a", "--number", "13", *DAY).exit_code == 0
    return root


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


def give_another_number() -> None:
    result = run("issue", "orders/a", "--number", "15", *DAY, "--force", "--again", "--why", "x")
    assert result.exit_code == 0


def numbers_in_use() -> list[tuple[str, str]]:
    """Return each number of the register of orders that is in use, with the paper that has it."""
    result = run("numbers", "order", "--calendar-year", "2569", "--format", "json")
    assert result.exit_code == 0
    (register,) = json.loads(result.stdout)["registers"]
    rows = register["entries"]
    used_rows = [row for row in rows if row["number"] and row["state"] == "used"]
    return sorted((row["number"], row["document"]) for row in used_rows)


@pytest.mark.parametrize("is_sent", [True, False])
def test_the_earlier_number_of_a_paper_is_not_given_to_another(root: Path, *, is_sent: bool) -> None:
    if is_sent:
        assert run("sent", "orders/a").exit_code == 0
    give_another_number()
    content = root / "2569/orders/b.yaml"
    before = content.read_bytes()

    result = run("issue", "orders/b", "--number", "13", *DAY)
    assert (result.exit_code, "[E605]" in result.stdout, "orders/a" in result.stdout) == (1, True, True)
    assert content.read_bytes() == before
    assert numbers_in_use() == [("13", "2569/orders/a"), ("15", "2569/orders/a")]
    assert run("check").exit_code == 0


def test_an_earlier_number_that_was_typed_into_another_paper_is_told_at_that_paper(root: Path) -> None:
    give_another_number()
    write_order(root, "2569/orders/b", "13", "20 มีนาคม 2569")
    result = run("check")
    assert result.exit_code == 1
    lines = [line for line in result.stdout.splitlines() if "[E605]" in line]
    assert [line.startswith("content/2569/orders/b.yaml:4:") for line in lines] == [True]


def test_a_paper_may_take_its_own_earlier_number_back(root: Path) -> None:
    give_another_number()
    result = run("issue", "orders/a", "--number", "13", *DAY, "--force", "--again", "--why", "y")
    assert result.exit_code == 0
    assert run("check").exit_code == 0


def test_the_number_of_a_sent_version_is_never_cancelled(root: Path) -> None:
    run("sent", "orders/a")
    give_another_number()
    result = run("issue", "--cancel", "13", "--kind", "order", *DAY, "--why", "x", "--free")
    assert (result.exit_code, "[E698]" in result.stdout) == (1, True)
    assert not (root / "registers").exists()


def test_a_line_written_by_hand_does_not_free_the_number_of_a_sent_version(root: Path) -> None:
    run("sent", "orders/a")
    give_another_number()
    write_register(root, f"{HEAD}13,16 มี.ค. 2569,,ยกเลิก,,,,x,ได้\n")
    result = run("issue", "orders/b", "--number", "13", *DAY)
    assert result.exit_code == 1
    assert "13" not in (root / "2569/orders/b.yaml").read_text(encoding="utf-8")


def test_an_earlier_number_that_nobody_was_sent_can_be_cancelled_and_given_again(root: Path) -> None:
    give_another_number()
    run("sent", "orders/a")
    cancelled = run("issue", "--cancel", "13", "--kind", "order", *DAY, "--why", "x", "--free")
    assert cancelled.exit_code == 0
    assert numbers_in_use() == [("15", "2569/orders/a")]
    assert run("issue", "orders/b", "--number", "13", *DAY).exit_code == 0
    assert run("check").exit_code == 0
