"""The number of a kept paper that never goes out is cancelled, and accounted for by the register alone."""

from __future__ import annotations

from pathlib import Path

from kept_office import MARCH_16, issue, issue_again, replace_text, send, version_path, write_papers

from esa_docs import api
from esa_docs.jobs.numbers.cancelling import Cancellation, cancel_number
from esa_docs.jobs.numbers.reserving import RegisterChange
from esa_docs.kinds import KINDS


def cancel(root: Path, number: str) -> RegisterChange:
    return cancel_number(root, KINDS, Cancellation(number, "order", "ไม่ออกแล้ว"), today=MARCH_16)


def places_of(root: Path, code: str) -> list[tuple[str, str, int]]:
    """Return severity, file and line of each diagnostic of a code."""
    diagnostics = [diagnostic for diagnostic in api.load(root).diagnostics if diagnostic.code == code]
    return [(str(item.severity), Path(item.location.path).name, item.location.line) for item in diagnostics]


def test_a_cancelled_paper_without_content_is_one_row_of_the_register(tmp_path: Path) -> None:
    root = write_papers(tmp_path)
    issue(root)
    cancel(root, "12")
    assert places_of(root, "E697") == [("error", "x.yaml", 3)]
    (root / "2569/orders/x.yaml").unlink()
    assert places_of(root, "E697") == []
    assert places_of(root, "E457") == [("info", "1.zip", 0)]
    table = api.register(api.load(root), "order", 2569)
    assert [(entry.number, entry.note.why) for entry in table.entries] == [("12", "ไม่ออกแล้ว")]
    assert (table.next_free, version_path(root).exists()) == (13, True)


def test_the_cure_names_the_paper_and_the_next_free_number(tmp_path: Path) -> None:
    root = write_papers(tmp_path)
    issue(root)
    (diagnostic,) = cancel(root, "12").diagnostics
    command = "esa-docs issue orders/x --year 2569 --number 13 --force"
    assert command in diagnostic.hint
    (error,) = [item for item in api.load(root).diagnostics if item.code == "E697"]
    assert command in error.hint
    issue(root, number="13", again=True, why="เลขถูกยกเลิก", force=True)
    assert places_of(root, "E697") == []


def test_a_number_that_only_an_older_version_had_is_cancelled_without_a_false_alarm(tmp_path: Path) -> None:
    root = write_papers(tmp_path)
    issue(root)
    issue(root, number="40", again=True, why="เลขผิด", force=True)
    (diagnostic,) = cancel(root, "12").diagnostics
    assert (diagnostic.code, str(diagnostic.severity)) == ("E697", "info")
    assert Path(diagnostic.location.path).name == "1.zip"
    assert "--number" not in diagnostic.hint
    assert places_of(root, "E697") == []


def test_what_was_sent_and_then_lost_its_content_keeps_its_number(tmp_path: Path) -> None:
    root = write_papers(tmp_path)
    issue(root)
    send(root)
    replace_text(root / "2569/orders/x.yaml", "เหตุตัวอย่าง", "เหตุอื่น")
    issue_again(root)
    (root / "2569/orders/x.yaml").unlink()
    table = api.register(api.load(root), "order", 2569)
    assert [(entry.number, entry.is_kept) for entry in table.entries] == [("12", True)]
