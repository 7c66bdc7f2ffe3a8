"""The copies of a circular are sent one by one: what comes later touches the copy that it is about, alone."""

from __future__ import annotations

import datetime as dt
import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from click.testing import CliRunner
from kept_office import (
    MARCH_16,
    OCCASION,
    files_in,
    issue,
    issue_again,
    record_of,
    replace_text,
    send,
    sha256,
    version_path,
    with_code,
    write_papers,
)
from written_project import put

from esa_docs import api
from esa_docs.cli import app
from esa_docs.diagnostics import Severity
from esa_docs.model.history import History, SentMark, Version
from esa_docs.model.record import Record

TEMPLATES = Path(__file__).parents[2] / "templates_docx"
FIRST, SECOND, THIRD = "circular/101.docx", "circular/102.docx", "circular/103.docx"
LETTER = """\
kind: letter
subject: ขอเชิญประชุม
circular: true
separate_files: true
text: [ด้วยสำนักงานจะจัดประชุม]
recipients:
  - {to: ผู้อำนวยการโรงเรียนหนึ่ง, key: 101}
  - {to: ผู้อำนวยการโรงเรียนสอง, key: 102}
"""
SECOND_LINE = "  - {to: ผู้อำนวยการโรงเรียนสอง, key: 102}\n"
THIRD_LINE = "  - {to: ผู้อำนวยการโรงเรียนสาม, key: 103}\n"
DAY_AFTER = replace(OCCASION, at=OCCASION.at + dt.timedelta(days=1))
NOTHING_TO_DO = "ไม่ต้องทำอะไร เอกสารคงอยู่ตามที่ส่งไป"
MARCH_17 = dt.date(2026, 3, 17)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a project with a circular in two copies, both sent."""
    root = write_papers(tmp_path / "office")
    put(root, "2569/circular.yaml", LETTER)
    issue(root, "circular", "5")
    send(root, "circular")
    return root


def letter_of(root: Path) -> Path:
    return root / "2569/circular.yaml"


def add_third(root: Path) -> None:
    replace_text(letter_of(root), SECOND_LINE, SECOND_LINE + THIRD_LINE)


def change_roster(root: Path) -> None:
    replace_text(root / "people.yaml", "last_name: นามตัวอย่าง", "last_name: นามใหม่")


def change_template(root: Path) -> None:
    template = docx.Document(str(TEMPLATES / "letter.docx"))
    template.sections[0].left_margin = template.sections[0].left_margin + 36000  # type: ignore[operator]
    (root / "templates_docx").mkdir()
    template.save(str(root / "templates_docx/letter.docx"))


def change_office(root: Path) -> None:
    replace_text(root / "office.yaml", "ประถมศึกษาตัวอย่าง เขต 1", "ประถมศึกษาตัวอย่าง เขต 2")


def names_in(message: str) -> list[str]:
    """Return which copies a message names."""
    return [name for name in (FIRST, SECOND, THIRD) if name in message]


def kept_files(root: Path, number: int = 1) -> dict[str, bytes]:
    return files_in(version_path(root, "circular", number))


def row_of(root: Path, name: str = "circular") -> dict[str, Any]:
    rows = [paper.as_dict() for paper in api.papers_of(api.load(root), 2569)]
    (row,) = [row for row in rows if row["name"] == name]
    return row


def copies_of(root: Path) -> tuple[Any, Any, Any]:
    row = row_of(root)
    copies = row["copies"]
    assert isinstance(copies, dict)
    return row["state"], (copies["sent"], copies["of"]), copies["not_sent"]


def built(root: Path, out: Path, name: str = "circular") -> dict[str, bytes]:
    """Build a paper, and return its files below the year."""
    choice = api.Choice(names=(name,))
    report = api.build(api.load(root), out=out, choice=choice, today=MARCH_16)
    assert [str(result.outcome) for result in report.results if str(result.outcome) == "failed"] == []
    year = out / "2569"
    return {path.relative_to(year).as_posix(): path.read_bytes() for path in sorted(year.rglob("*.docx"))}


def text_of(word: bytes) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(word)).paragraphs)


@pytest.mark.parametrize("change", [change_roster, change_template, change_office])
def test_a_recipient_who_is_added_touches_no_copy_that_was_sent(
    root: Path, tmp_path: Path, change: Callable[[Path], None]
) -> None:
    sent = kept_files(root)
    add_third(root)
    change(root)
    before = built(root, tmp_path / "before")
    assert issue_again(root, "circular", why="เพิ่มผู้รับ").version == 2
    after = built(root, tmp_path / "after")

    assert list(before) == list(after) == [FIRST, SECOND, THIRD]
    for files in (before, after, kept_files(root, 2)):
        assert {name: files[name] for name in sent} == sent
    assert after[THIRD] == kept_files(root, 2)[THIRD]
    assert copies_of(root) == ("issued", (2, 3), [THIRD])
    assert row_of(root)["sent"] is None

    sending = api.send(root, "circular", MARCH_17, occasion=DAY_AFTER)
    assert (sending.is_written, sending.version, sending.sent) == (True, None, MARCH_17)
    assert copies_of(root) == ("sent", (3, 3), [])
    assert row_of(root)["sent"] == "2026-03-17"
    assert {name: built(root, tmp_path / "last")[name] for name in sent} == sent


def test_the_new_copy_has_the_roster_of_today_and_the_record_says_what_each_copy_is_made_of(
    root: Path,
) -> None:
    add_third(root)
    change_roster(root)
    again = issue_again(root, "circular", why="เพิ่มผู้รับ")
    words = {name: text_of(data) for name, data in kept_files(root, 2).items()}
    assert ["นามใหม่" in words[name] for name in (FIRST, SECOND, THIRD)] == [False, False, True]
    first_record, record = (record_of(version_path(root, "circular", number)) for number in (1, 2))
    for name in (FIRST, SECOND):
        assert record["inputs"][name] == first_record["inputs"][name]
        assert record["files"][name] == first_record["files"][name] == sha256(kept_files(root)[name])
    (notice,) = with_code(again.diagnostics, "E456")
    assert (notice.severity, FIRST in notice.message, THIRD in notice.message) == (Severity.INFO, True, False)
    (warning,) = with_code(again.diagnostics, "E458")
    assert (THIRD in warning.message, FIRST in warning.message) == (True, False)
    assert "esa-docs sent circular" in warning.hint


def test_check_speaks_of_the_copies_that_differ_with_the_cure_of_each(root: Path) -> None:
    assert with_code(api.check(api.load(root)), "E456") == []
    add_third(root)
    (added,) = with_code(api.check(api.load(root)), "E456")
    assert [name in added.message for name in (FIRST, SECOND, THIRD)] == [False, False, True]
    assert ("--again" in added.hint, "esa-docs sent circular" in added.hint) == (True, True)
    assert added.location.path.endswith("2569/circular.yaml")
    issue_again(root, "circular", why="เพิ่มผู้รับ")
    assert with_code(api.check(api.load(root)), "E456") == []

    change_roster(root)
    hints = {d.message: d.hint for d in with_code(api.check(api.load(root)), "E456")}
    hints_of_sent = [hint for message, hint in hints.items() if FIRST in message and SECOND in message]
    hints_of_third = [hint for message, hint in hints.items() if THIRD in message]
    assert len(hints) == len(hints_of_sent) + len(hints_of_third)
    assert {"--again" in hint for hint in hints_of_sent} == {False}
    assert {"--again" in hint for hint in hints_of_third} == {True}


def test_nothing_is_to_be_done_about_sent_copies_that_only_the_roster_changes(root: Path) -> None:
    add_third(root)
    change_roster(root)
    findings = with_code(api.check(api.load(root)), "E456")
    warnings = [finding for finding in findings if finding.severity is Severity.WARNING]
    assert [names_in(warning.message) for warning in warnings] == [[THIRD]]
    notices = [finding for finding in findings if finding.severity is Severity.INFO]
    (notice,) = notices
    assert ("นามใหม่" in notice.message, FIRST in notice.message, SECOND in notice.message) == (
        True,
        True,
        True,
    )
    assert notice.hint == NOTHING_TO_DO

    # What content says of a sent copy is still a warning, with the cure of a sent paper.
    replace_text(letter_of(root), "ผู้อำนวยการโรงเรียนสอง", "ผู้รักษาการโรงเรียนสอง")
    findings = with_code(api.check(api.load(root)), "E456")
    of_second = [d for d in findings if "ผู้รักษาการโรงเรียนสอง" in d.message]
    assert {d.severity for d in of_second} == {Severity.WARNING}
    assert NOTHING_TO_DO not in {d.hint for d in of_second}


def test_a_recipient_who_is_corrected_touches_that_copy_alone(root: Path, tmp_path: Path) -> None:
    sent = kept_files(root)
    replace_text(letter_of(root), "ผู้อำนวยการโรงเรียนสอง", "ผู้รักษาการโรงเรียนสอง")
    change_roster(root)
    findings = with_code(api.check(api.load(root)), "E456")
    of_second = [d for d in findings if "ผู้รักษาการโรงเรียนสอง" in d.message]
    assert [(FIRST in d.message, SECOND in d.message) for d in of_second] == [(False, True)]
    assert built(root, tmp_path / "before") == sent

    (warning,) = with_code(issue_again(root, "circular").diagnostics, "E458")
    assert (FIRST in warning.message, SECOND in warning.message) == (False, True)
    assert copies_of(root) == ("issued", (1, 2), [SECOND])
    after = built(root, tmp_path / "after")
    assert after[FIRST] == sent[FIRST]
    assert "ผู้รักษาการโรงเรียนสอง" in text_of(after[SECOND])

    # The recipient still has the first letter: a further correction is told again.
    replace_text(letter_of(root), "ผู้รักษาการโรงเรียนสอง", "รองผู้อำนวยการโรงเรียนสอง")
    (warning,) = with_code(issue_again(root, "circular").diagnostics, "E458")
    assert (FIRST in warning.message, SECOND in warning.message) == (False, True)
    assert send(root, "circular").version is None
    assert copies_of(root) == ("sent", (2, 2), [])
    assert kept_files(root, 3)[FIRST] == sent[FIRST]


def test_sending_again_keeps_a_version_of_what_has_changed_and_sends_the_rest(root: Path) -> None:
    sent = kept_files(root)
    add_third(root)
    issue_again(root, "circular", why="เพิ่มผู้รับ")
    change_roster(root)
    sending = send(root, "circular")
    assert sending.version == 3
    assert {name: kept_files(root, 3)[name] for name in sent} == sent
    assert "นามใหม่" in text_of(kept_files(root, 3)[THIRD])
    warnings = [d for d in with_code(sending.diagnostics, "E456") if d.severity is Severity.WARNING]
    assert [(FIRST in d.message, THIRD in d.message) for d in warnings] == [(False, True)] * len(warnings)
    assert warnings != []
    assert copies_of(root) == ("sent", (3, 3), [])


def test_sending_what_was_sent_tells_the_copies_that_are_not_kept(root: Path) -> None:
    add_third(root)
    sending = send(root, "circular")
    assert (sending.is_written, sending.version) == (False, None)
    (warning,) = sending.diagnostics
    assert (warning.code, THIRD in warning.message, "--again" in warning.hint) == ("E456", True, True)
    assert not version_path(root, "circular", 2).exists()


def test_a_recipient_who_is_removed_is_told_and_the_others_stay_sent(root: Path, tmp_path: Path) -> None:
    sent = kept_files(root)
    replace_text(letter_of(root), SECOND_LINE, "")
    (finding,) = with_code(api.check(api.load(root)), "E456")
    assert (SECOND in finding.message, FIRST in finding.message) == (True, False)
    assert built(root, tmp_path / "before") == sent
    (warning,) = with_code(issue_again(root, "circular", why="ยุบโรงเรียน").diagnostics, "E458")
    assert (SECOND in warning.message, FIRST in warning.message) == (True, False)
    assert copies_of(root) == ("sent", (1, 1), [])
    assert row_of(root)["sent"] == "2026-03-16"
    assert built(root, tmp_path / "after") == {FIRST: sent[FIRST]}

    # The recipient comes back with the letter that was sent: it is the same copy.
    replace_text(letter_of(root), "recipients:\n", f"recipients:\n{SECOND_LINE}")
    issue_again(root, "circular", why="ไม่ยุบแล้ว")
    assert kept_files(root, 3)[SECOND] == sent[SECOND]
    assert copies_of(root) == ("sent", (2, 2), [])


@pytest.mark.parametrize("change", [change_roster, change_template, change_office])
def test_a_copy_that_comes_back_is_the_one_that_was_sent(root: Path, change: Callable[[Path], None]) -> None:
    sent = kept_files(root)
    replace_text(letter_of(root), SECOND_LINE, "")
    issue_again(root, "circular", why="ยุบโรงเรียน")
    change(root)
    replace_text(letter_of(root), "recipients:\n", f"recipients:\n{SECOND_LINE}")
    again = issue_again(root, "circular", why="ไม่ยุบแล้ว")
    assert kept_files(root, 3) == sent
    assert copies_of(root) == ("sent", (2, 2), [])
    assert with_code(again.diagnostics, "E458") == []
    first_record, record = (record_of(version_path(root, "circular", number)) for number in (1, 3))
    assert record["inputs"] == first_record["inputs"]


def test_a_correction_that_is_undone_gives_the_copy_that_was_sent(root: Path) -> None:
    sent = kept_files(root)
    replace_text(letter_of(root), "ผู้อำนวยการโรงเรียนสอง", "ผู้รักษาการโรงเรียนสอง")
    issue_again(root, "circular")
    change_roster(root)
    replace_text(letter_of(root), "ผู้รักษาการโรงเรียนสอง", "ผู้อำนวยการโรงเรียนสอง")
    again = issue_again(root, "circular", why="แก้กลับ")
    assert kept_files(root, 3) == sent
    assert copies_of(root) == ("sent", (2, 2), [])
    assert with_code(again.diagnostics, "E458") == []


def test_a_copy_that_is_still_other_than_the_sent_one_is_told_again(root: Path) -> None:
    replace_text(letter_of(root), "ผู้อำนวยการโรงเรียนสอง", "ผู้รักษาการโรงเรียนสอง")
    issue_again(root, "circular")
    replace_text(letter_of(root), "recipients:\n", f"recipients:\n{THIRD_LINE}")
    (warning,) = with_code(issue_again(root, "circular", why="เพิ่มผู้รับ").diagnostics, "E458")
    assert [name in warning.message for name in (FIRST, SECOND, THIRD)] == [False, True, True]


def test_a_copy_that_was_taken_off_is_told_until_a_version_without_it_is_sent(root: Path) -> None:
    replace_text(letter_of(root), SECOND_LINE, "")
    issue_again(root, "circular", why="ยุบโรงเรียน")
    replace_text(letter_of(root), "recipients:\n", f"recipients:\n{THIRD_LINE}")
    warnings = with_code(issue_again(root, "circular", why="เพิ่มผู้รับ").diagnostics, "E458")
    assert [names_in(warning.message) for warning in warnings] == [[THIRD], [SECOND]]
    send(root, "circular")
    replace_text(letter_of(root), "ผู้อำนวยการโรงเรียนสาม", "ผู้รักษาการโรงเรียนสาม")
    (warning,) = with_code(issue_again(root, "circular").diagnostics, "E458")
    assert [name in warning.message for name in (FIRST, SECOND, THIRD)] == [False, False, True]


def test_a_key_that_changes_is_a_new_copy_and_one_that_is_gone(root: Path, tmp_path: Path) -> None:
    sent = kept_files(root)
    replace_text(letter_of(root), "key: 102", "key: 103")
    messages = [d.message for d in with_code(api.check(api.load(root)), "E456")]
    pairs = sorted((SECOND in message, THIRD in message) for message in messages)
    assert pairs == [(False, True), (True, False)]
    again = with_code(issue_again(root, "circular", why="รหัสผิด").diagnostics, "E458")
    assert [(SECOND in d.message, THIRD in d.message) for d in again] == [(False, True), (True, False)]
    assert copies_of(root) == ("issued", (1, 2), [THIRD])
    after = built(root, tmp_path / "out")
    assert (list(after), after[FIRST]) == ([FIRST, THIRD], sent[FIRST])


def test_what_the_letter_says_to_all_changes_all(root: Path) -> None:
    sent = kept_files(root)
    replace_text(letter_of(root), "ด้วยสำนักงานจะจัดประชุม", "ด้วยสำนักงานเลื่อนการประชุม")
    (warning,) = with_code(issue_again(root, "circular").diagnostics, "E458")
    assert [name for name in sent if name not in warning.message] == []
    assert copies_of(root) == ("issued", (0, 2), [FIRST, SECOND])


def test_without_a_change_of_its_own_a_further_version_only_waits_for_another_day(root: Path) -> None:
    sent = kept_files(root)
    change_roster(root)
    again = issue_again(root, "circular", why="วันที่ส่งผิด")
    (warning,) = with_code(again.diagnostics, "E458")
    assert (again.version, "16 มีนาคม 2569" in warning.message) == (2, True)
    assert kept_files(root, 2) == sent
    assert (copies_of(root)[0], row_of(root)["sent"]) == ("sent", "2026-03-16")
    assert issue_again(root, "circular").version is None
    assert api.send(root, "circular", MARCH_17, occasion=DAY_AFTER).version is None
    assert row_of(root)["sent"] == "2026-03-17"


def test_before_it_is_sent_a_circular_follows_the_roster(tmp_path: Path) -> None:
    root = write_papers(tmp_path / "office")
    put(root, "2569/circular.yaml", LETTER)
    issue(root, "circular", "5")
    change_roster(root)
    issue_again(root, "circular")
    texts = [text_of(data) for data in kept_files(root, 2).values()]
    assert ["นามใหม่" in text for text in texts] == [True, True]
    assert copies_of(root) == ("issued", (0, 2), [FIRST, SECOND])


def test_the_sent_copies_of_a_faulty_circular_are_placed_and_no_other(root: Path, tmp_path: Path) -> None:
    sent = kept_files(root)
    add_third(root)
    issue_again(root, "circular", why="เพิ่มผู้รับ")
    with letter_of(root).open("a", encoding="utf-8") as file:
        file.write("signature: {by: ไม่อยู่แล้ว}\n")
    assert built(root, tmp_path / "out") == sent
    assert copies_of(root) == ("issued", (2, 3), [THIRD])
    letter_of(root).unlink()
    assert built(root, tmp_path / "gone") == kept_files(root, 2)
    assert copies_of(root) == ("issued", (2, 3), [THIRD])


def test_a_version_that_names_no_contents_goes_by_what_its_copies_are_made_of(root: Path) -> None:
    """Versions of the first days have no fingerprint of what content says."""
    path = version_path(root, "circular")
    record, files = record_of(path), kept_files(root)
    assert set(record.pop("contents")) == set(files)
    old_hash = sha256(path.read_bytes())
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("record.json", json.dumps(record))
        for name, data in files.items():
            archive.writestr(name, data)
    replace_text(root / "issued/log.jsonl", old_hash, sha256(path.read_bytes()))
    add_third(root)
    issue_again(root, "circular", why="เพิ่มผู้รับ")
    assert {name: kept_files(root, 2)[name] for name in files} == files
    assert copies_of(root) == ("issued", (2, 3), [THIRD])
    assert with_code(api.check(api.load(root)), "E450") == []


def test_minutes_and_their_papers_stay_one_paper(root: Path, tmp_path: Path) -> None:
    replace_text(root / "2569/meeting.yaml", "recorder: ก\n", "recorder: ก\npapers: [agenda]\n")
    send(root, "meeting")
    sent = files_in(version_path(root, "meeting"))
    assert list(sent) == ["meeting.docx", "meeting/agenda.docx"]
    replace_text(root / "2569/meeting.yaml", "papers: [agenda]", "papers: [agenda, sign-in]")
    change_roster(root)
    assert built(root, tmp_path / "out", "meeting") == sent
    (finding,) = [d for d in with_code(api.check(api.load(root)), "E456") if "sign-in" in d.message]
    assert "--again" not in finding.hint
    issue_again(root, "meeting")
    row = row_of(root, "meeting")
    assert (row["state"], row["copies"]["sent"], row["copies"]["of"]) == ("issued", 0, 3)
    assert "contents" not in record_of(version_path(root, "meeting", 2))


def test_a_letter_to_a_meeting_is_not_touched_by_what_the_minutes_become(root: Path) -> None:
    replace_text(letter_of(root), "subject: ขอเชิญประชุม\n", "invites: meeting\n")
    issue_again(root, "circular")
    send(root, "circular")
    replace_text(root / "2569/meeting.yaml", "place: ห้องประชุม", "place: ห้องประชุมใหญ่")
    add_third(root)
    issue_again(root, "circular", why="เพิ่มผู้รับ")
    files = kept_files(root, 3)
    assert {name: files[name] for name in (FIRST, SECOND)} == kept_files(root, 2)
    assert copies_of(root) == ("issued", (2, 3), [THIRD])


def test_lists_say_how_many_copies_were_sent(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add_third(root)
    issue_again(root, "circular", why="เพิ่มผู้รับ")
    monkeypatch.setenv("ESA_DOCS_LANG", "th")
    for command in ("list", "status"):
        text = CliRunner().invoke(app, [command, "-C", str(root)]).stdout
        assert f"ส่งแล้ว 2 จาก 3 ฉบับ ยังไม่ส่ง: {THIRD}" in text
        result = CliRunner().invoke(app, [command, "-C", str(root), "--format", "json"])
        (row,) = [row for row in json.loads(result.stdout) if row["name"] == "circular"]
        assert row["copies"] == {"sent": 2, "of": 3, "not_sent": [THIRD]}
        assert row["state"] == "issued"


def version(number: int, files: dict[str, str], *, is_marked: bool) -> Version:
    record = Record(
        year=2569,
        name="letters/x",
        version=number,
        kind="letter",
        number="1",
        date=MARCH_16,
        title="เรื่อง",
        signers=(),
        at="2026-03-16T09:30:00+07:00",
        by="",
        why="",
        program="",
        template="",
        text="",
        files=files,
        inputs={},
    )
    mark = SentMark(MARCH_16, "", "") if is_marked else None
    return Version(number, Path(f"{number}.zip"), record, mark)


@pytest.mark.parametrize(
    ("versions", "sent_names", "is_sent"),
    [
        ([({"x/a.docx": "1"}, False)], [], False),
        ([({"x/a.docx": "1"}, True)], ["x/a.docx"], True),
        ([({"x/a.docx": "1"}, True), ({"x/a.docx": "1", "x/b.docx": "2"}, False)], ["x/a.docx"], False),
        ([({"x/a.docx": "1"}, True), ({"x/a.docx": "2"}, False)], [], False),
        # Sent anew with other bytes: the first text is not what the recipient has.
        ([({"x/a.docx": "1"}, True), ({"x/a.docx": "2"}, True), ({"x/a.docx": "1"}, False)], [], False),
        ([({"x/a.docx": "1"}, True), ({}, True), ({"x/a.docx": "1"}, False)], ["x/a.docx"], True),
        # The same bytes under another name are another copy.
        ([({"x/a.docx": "1"}, True), ({"x/b.docx": "1"}, False)], [], False),
        # The paper itself and its forms are sent together.
        ([({"x.docx": "1", "x/a.docx": "2"}, True), ({"x.docx": "3", "x/a.docx": "2"}, False)], [], False),
        ([({"x.docx": "1"}, True), ({"x.docx": "1"}, False)], ["x.docx"], True),
        ([], [], False),
    ],
)
def test_what_counts_as_sent(
    versions: list[tuple[dict[str, str], bool]], sent_names: list[str], *, is_sent: bool
) -> None:
    history_versions: list[Version] = []
    last_files: dict[str, str] = {}
    for number, (files, is_marked) in enumerate(versions, 1):
        history_versions.append(version(number, files, is_marked=is_marked))
        last_files = files
    history = History(tuple(history_versions))
    assert (list(history.sent_files), history.is_sent) == (sent_names, is_sent)
    assert sorted([*history.sent_files, *history.unsent_names]) == sorted(last_files)
