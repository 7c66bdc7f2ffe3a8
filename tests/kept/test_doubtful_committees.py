"""Committees that nobody can be sure of: an order changed after it was sent, or what amends it has errors."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from kept_office import issue, replace_text, send
from written_project import diagnostics_of, put, put_office

from esa_docs import api
from esa_docs.cli import app
from esa_docs.jobs.numbers.cancelling import Cancellation, cancel_number
from esa_docs.kinds import KINDS

PEOPLE = """\
people:
  - {id: ก, prefix: นาย, first_name: สมมติ, last_name: นามตัวอย่าง, position: ผู้อำนวยการ}
  - {id: ก1, prefix: นาย, first_name: หนึ่ง, last_name: นามตัวอย่าง, position: ครู}
  - {id: ค1, prefix: นาย, first_name: สาม, last_name: นามตัวอย่าง, position: ครู}
"""
ORDER = """\
kind: order
subject: แต่งตั้งคณะกรรมการ
number: 1
date: 5 มกราคม 2569
cause: [ด้วย]
committees:
  - name: คณะกรรมการ
    duties: [ทำงาน]
    members:
      - {person: ก, role: ประธานกรรมการ}
      - {person: ก1, role: กรรมการ}
"""
AMENDING = """\
kind: order
subject: แก้ไขเพิ่มเติม
number: 2
date: 2 มีนาคม 2569
cause: [ด้วย]
amends: {number: 1, date: 5 มกราคม 2569, subject: แต่งตั้งคณะกรรมการ}
changes:
  - leave: [ก1]
    join: [{person: ค1, role: กรรมการ}]
"""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write a project with an order, without what amends it; messages are in English."""
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    monkeypatch.chdir(tmp_path)
    put_office(tmp_path)
    put(tmp_path, "people.yaml", PEOPLE)
    put(tmp_path, "2569/orders/a.yaml", ORDER)
    return tmp_path


def people(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["people", *arguments])


def keep(root: Path, *, is_sent: bool) -> None:
    """Keep the order, then let another person stand in its content."""
    issue(root, "orders/a", None, date=None)
    if is_sent:
        send(root, "orders/a")
    replace_text(root / "2569/orders/a.yaml", "person: ก1", "person: ค1")


def test_a_sent_order_that_has_changed_is_told_and_not_printed(root: Path) -> None:
    keep(root, is_sent=True)
    on_screen, refused = people("committee", "orders/a"), people("committee", "orders/a", "-o", "a.docx")

    assert "2569/orders/a.yaml: warning: " in on_screen.stderr
    assert "[E456]" in on_screen.stderr
    assert "นายสาม นามตัวอย่าง" in on_screen.stdout
    assert (refused.exit_code, (root / "a.docx").exists()) == (1, False)
    assert "2569/orders/a.yaml: error: " in refused.stdout
    assert refused.stdout.count("[E456]") == refused.stdout.count(": error: ") > 0


def test_of_an_order_that_was_not_sent_it_is_told_and_the_list_is_written(root: Path) -> None:
    keep(root, is_sent=False)
    result = people("committee", "orders/a", "-o", "a.docx")

    assert (result.exit_code, (root / "a.docx").exists()) == (0, True)
    assert "2569/orders/a.yaml: warning: " in result.stderr
    assert "[E456]" in result.stderr


@pytest.mark.parametrize("person", ["ก1", "ค1"])
def test_where_a_person_is_named_says_which_papers_have_changed(root: Path, person: str) -> None:
    keep(root, is_sent=True)
    result = people("where", person)
    assert "[E456]" in result.stderr
    assert result.exit_code == 0


def test_where_a_person_is_named_gives_one_cure_of_another_number(root: Path) -> None:
    issue(root, "orders/a", None, date=None)
    replace_text(root / "2569/orders/a.yaml", "number: 1", "number: 7")
    result = people("where", "ก1")
    assert ("[E457]" in result.stderr, "E456" in result.output) == (True, False)


def test_of_an_order_as_it_was_sent_nothing_is_told(root: Path) -> None:
    issue(root, "orders/a", None, date=None)
    send(root, "orders/a")
    put(root, "2569/orders/b.yaml", AMENDING)
    result = people("committee", "orders/a", "-o", "a.docx")

    assert (result.exit_code, (root / "a.docx").exists()) == (0, True)
    assert "E456" not in result.output + people("where", "ก1").output


def test_a_sent_amendment_that_has_changed_is_told_too(root: Path) -> None:
    put(root, "2569/orders/b.yaml", AMENDING)
    issue(root, "orders/b", None, date=None)
    send(root, "orders/b")
    replace_text(root / "2569/orders/b.yaml", "person: ค1", "person: ก1")
    replace_text(root / "2569/orders/b.yaml", "leave: [ก1]", "leave: [ก]")
    replace_text(root / "2569/orders/b.yaml", "person: ก1, role: กรรมการ", "person: ค1, role: กรรมการ")
    result = people("committee", "orders/a", "-o", "a.docx")

    assert (result.exit_code, (root / "a.docx").exists()) == (1, False)
    assert "2569/orders/b.yaml: error: " in result.stdout


FAULTY = {
    "a word that no committee has": ("role: กรรมการ", "role: กรรมกา"),
    "another date of the order": ("date: 5 มกราคม", "date: 6 มกราคม"),
}


@pytest.mark.parametrize("case", FAULTY)
def test_a_faulty_amendment_is_named_above_the_list_and_nothing_is_written(root: Path, case: str) -> None:
    put(root, "2569/orders/b.yaml", AMENDING)
    replace_text(root / "2569/orders/b.yaml", *FAULTY[case])
    on_screen = people("committee", "orders/a")
    refused = people("committee", "orders/a", "-o", "a.docx")
    assert (on_screen.exit_code, refused.exit_code, (root / "a.docx").exists()) == (1, 1, False)
    assert "'2569/orders/b' amends or revokes this order and has errors" in on_screen.stderr
    assert "2569/orders/a.yaml: error: '2569/orders/b' amends" in refused.stdout
    assert "[E641]" in refused.stdout


def test_one_fault_of_an_order_is_one_error_of_the_order_that_amends_it(root: Path) -> None:
    amending = AMENDING.replace("  - leave: [ก1]\n    join", "  - leave: [ก1, ก]\n    join")
    put(root, "2569/orders/b.yaml", amending)
    replace_text(root / "2569/orders/a.yaml", "person: ก1", "person: ก9")

    assert diagnostics_of(api.load(root)) == [("E601", "a", 11, 18), ("E641", "b", 6, 9)]


def test_an_order_may_be_in_a_file_that_cannot_be_read(root: Path) -> None:
    put(root, "2569/orders/b.yaml", AMENDING)
    put(root, "2569/orders/a.yaml", "kind: [order\n")

    codes = [(code, name) for code, name, _line, _column in diagnostics_of(api.load(root))]
    assert codes == [("E106", "a"), ("E641", "b")]


def test_the_hint_names_the_order_that_is_amended_and_never_the_name_that_was_typed(root: Path) -> None:
    put(root, "2569/orders/am.yaml", AMENDING)
    result = people("committee", "orders/am")

    assert (result.exit_code, "[E640]" in result.stdout) == (1, True)
    assert "hint: It amends 'orders/a' of 2569: name that one." in result.stdout

    put(root, "2569/orders/am.yaml", "kind: order\nsubject: ก\ncause: [ก]\nclauses: [ก]\n")
    assert "hint: Did you mean 'orders/a'?" in people("committee", "orders/am").stdout


def certify(root: Path, person: str) -> Result:
    return CliRunner().invoke(app, ["copy", "orders/a", "--certified", "--by", person, "--out", "out"])


def test_who_certifies_a_copy_is_told_like_a_reference_in_content(root: Path) -> None:
    issue(root, "orders/a", None, date=None)
    result = certify(root, "หนึ่ง")
    assert (result.exit_code, "[E602]" in result.stderr, "Write 'ก1' instead." in result.stderr) == (
        0,
        True,
        True,
    )
    assert "E602" not in certify(root, "ก1").output

    replace_text(root / "people.yaml", "first_name: หนึ่ง", "until: 31 มีนาคม 2560, first_name: หนึ่ง")
    result = certify(root, "ก1")
    assert (result.exit_code, "[E620]" in result.stdout) == (1, True)


def send_both(root: Path) -> None:
    put(root, "2569/orders/b.yaml", AMENDING)
    for name in ("orders/a", "orders/b"):
        issue(root, name, None, date=None)
        send(root, name)


LOST_LINES = {
    "number": ("number: 2\n", "E457"),
    "date": ("date: 2 มีนาคม 2569\n", "E457"),
    "the order that it amends": (
        "amends: {number: 1, date: 5 มกราคม 2569, subject: แต่งตั้งคณะกรรมการ}\n",
        "E641",
    ),
    "all of its amendment": (AMENDING[AMENDING.index("amends:") :], "E641"),
}


@pytest.mark.parametrize("case", LOST_LINES)
def test_a_sent_amendment_that_lost_a_line_is_named_and_nothing_is_written(root: Path, case: str) -> None:
    send_both(root)
    line, code = LOST_LINES[case]
    replace_text(root / "2569/orders/b.yaml", line, "")
    on_screen, refused = people("committee", "orders/a"), people("committee", "orders/a", "-o", "a.docx")

    assert f"[{code}]" in on_screen.stderr
    assert "2569/orders/b.yaml:" in on_screen.stderr
    assert (refused.exit_code, (root / "a.docx").exists()) == (1, False)
    assert f"[{code}]" in refused.stdout
    assert "2569/orders/b" in refused.stdout


def test_a_sent_amendment_that_says_something_else_instead_is_named(root: Path) -> None:
    send_both(root)
    cut = AMENDING.index("amends:")
    put(root, "2569/orders/b.yaml", f"{AMENDING[:cut]}clauses: [ให้ปฏิบัติ]\n")
    refused = people("committee", "orders/a", "-o", "a.docx")

    assert (refused.exit_code, (root / "a.docx").exists()) == (1, False)
    assert "2569/orders/b.yaml: error: " in refused.stdout
    assert "[E456]" in refused.stdout


def test_a_sent_amendment_whose_file_is_gone_is_named_and_nothing_is_written(root: Path) -> None:
    send_both(root)
    (root / "2569/orders/b.yaml").unlink()
    on_screen, refused = people("committee", "orders/a"), people("committee", "orders/a", "-o", "a.docx")

    assert "warning: the content file of '2569/orders/b' is gone" in on_screen.stderr
    assert on_screen.exit_code == 0
    assert (refused.exit_code, (root / "a.docx").exists()) == (1, False)
    assert "error: the content file of '2569/orders/b' is gone" in refused.stdout
    assert "[E457]" in refused.stdout


@pytest.mark.parametrize(("is_cancelled", "exit_code"), [(False, 1), (True, 0)])
def test_an_amendment_that_was_issued_and_lost_its_file_counts_unless_cancelled(
    root: Path, exit_code: int, *, is_cancelled: bool
) -> None:
    put(root, "2569/orders/b.yaml", AMENDING)
    issue(root, "orders/b", None, date=None)
    (root / "2569/orders/b.yaml").unlink()
    if is_cancelled:
        cancel_number(root, KINDS, Cancellation("2", "order", "พิมพ์ผิด"), today=dt.date(2026, 3, 16))
    result = people("committee", "orders/a", "-o", "a.docx")

    assert (result.exit_code, (root / "a.docx").exists()) == (exit_code, is_cancelled)
    assert ("[E457]" in result.output) is not is_cancelled


def test_an_order_that_cites_no_other_may_lose_its_file(root: Path) -> None:
    send_both(root)
    put(root, "2569/orders/c.yaml", ORDER.replace("number: 1", "number: 11"))
    issue(root, "orders/c", None, date=None)
    send(root, "orders/c")
    (root / "2569/orders/c.yaml").unlink()
    result = people("committee", "orders/a", "-o", "a.docx")

    assert (result.exit_code, (root / "a.docx").exists()) == (0, True)
    assert "E457" not in result.output


NAMES = {
    "another person": ({"หนึ่ง": "อื่น"}, "นายอื่น"),
    "two who changed places": ({"หนึ่ง": "สมมติ", "สมมติ": "หนึ่ง"}, "นายหนึ่ง"),
}


@pytest.mark.parametrize("case", NAMES)
def test_an_id_given_to_another_person_is_told_above_the_list(root: Path, case: str) -> None:
    send_both(root)
    roster = PEOPLE
    first_names, told_name = NAMES[case]
    for old, new in first_names.items():
        roster = roster.replace(f"first_name: {old}", f"first_name: <{new}>")
    put(root, "people.yaml", roster.replace("<", "").replace(">", ""))
    result = people("committee", "orders/a", "-o", "a.docx")

    assert (result.exit_code, (root / "a.docx").exists()) == (0, True)
    (line,) = [line for line in result.stderr.splitlines() if "orders/a.yaml" in line and "[E456]" in line]
    assert "warning: the roster gives other names than 'orders/a' had when it was sent: " in line
    assert f"{told_name}\u00a0นามตัวอย่าง" in line


def test_another_post_in_the_roster_is_not_told(root: Path) -> None:
    send_both(root)
    replace_text(
        root / "people.yaml",
        "first_name: หนึ่ง, last_name: นามตัวอย่าง, position: ครู",
        "first_name: หนึ่ง, last_name: นามตัวอย่าง, position: ครูผู้ช่วย",
    )
    result = people("committee", "orders/a", "-o", "a.docx")

    assert (result.exit_code, "E456" in result.output) == (0, False)
