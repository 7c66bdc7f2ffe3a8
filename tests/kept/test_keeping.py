"""Issuing, issuing again and sending: what is kept, and what is refused."""

from __future__ import annotations

import datetime as dt
import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from kept_office import (
    MARCH_16,
    OCCASION,
    bytes_below,
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
from esa_docs.diagnostics import ContentError, MachineError, Severity


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_papers(tmp_path / "office")


def refused(root: Path, code: str, name: str = "orders/x", **options: object) -> ContentError:
    """Require that issuing is refused for one reason, and that every file stays as it was."""
    before = bytes_below(root)
    with pytest.raises(ContentError) as error_info:
        issue(root, name, **options)  # type: ignore[arg-type]
    assert bytes_below(root) == before
    assert [d.code for d in error_info.value.diagnostics if d.is_error] == [code]
    return error_info.value


def test_a_version_has_the_fields_and_files_of_the_contract(root: Path) -> None:
    issuance = issue(root)
    path = version_path(root)
    record = record_of(path)
    files = files_in(path)

    assert (issuance.is_written, issuance.version) == (True, 1)
    assert list(files) == ["x.docx"]
    assert record["files"] == {"x.docx": sha256(files["x.docx"])}
    template = Path(__file__).parents[2] / "templates_docx" / "order.docx"
    expected = {
        "format": 1,
        "year": 2569,
        "name": "orders/x",
        "version": 1,
        "kind": "order",
        "number": "12",
        "date": "2026-03-16",
        "title": "เรื่องของคำสั่ง",
        "signers": ["นายสมมติ นามตัวอย่าง"],
        "at": "2026-03-16T09:30:00+07:00",
        "by": "clerk-of-tests",
        "why": "",
        "template": sha256(template.read_bytes()),
        "series": "order",
    }
    assert {key: record[key] for key in expected} == expected
    assert set(record) == {*expected, "program", "text", "files", "inputs", "content_files"}
    assert record["program"].startswith("esa-docs ")
    lines = record["text"].splitlines()
    assert "ที่ ๑๒/๒๕๖๙" in lines
    assert "สั่ง ณ วันที่ ๑๖ มีนาคม พ.ศ. ๒๕๖๙" in lines


def test_the_kept_word_file_is_the_one_that_a_build_makes_and_names_no_user(
    root: Path, tmp_path: Path
) -> None:
    issue(root)
    kept_word = files_in(version_path(root))["x.docx"]
    api.build(api.load(root), out=tmp_path / "out", choice=api.Choice(names=("orders/x",)), today=MARCH_16)

    assert kept_word == (tmp_path / "out" / "2569" / "orders" / "x.docx").read_bytes()
    with zipfile.ZipFile(io.BytesIO(kept_word)) as archive:
        parts = [archive.read(name) for name in archive.namelist()]
    assert len(parts) > 5
    assert [part for part in parts if OCCASION.by.encode() in part] == []


def test_number_date_and_version_are_written_together_or_not_at_all(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = bytes_below(root)
    templates = root / "templates_docx"
    templates.mkdir()
    (templates / "order.docx").write_bytes(b"no Word file")
    with pytest.raises(ContentError, match="E30"):
        issue(root)
    (templates / "order.docx").unlink()
    assert bytes_below(root) == before


def test_what_content_has_already_may_be_left_out(root: Path) -> None:
    replace_text(root / "2569/orders/x.yaml", "cause:", "number: 7\ndate: 2 มีนาคม 2569\ncause:")
    issuance = issue(root, number=None, date=None)
    record = record_of(version_path(root))

    assert issuance.version == 1
    assert (record["number"], record["date"]) == ("7", "2026-03-02")


def test_a_draft_is_refused_unless_it_is_issued_anyway(root: Path) -> None:
    replace_text(root / "2569/orders/x.yaml", "cause:", "draft: true\ncause:")
    error = refused(root, "E445")
    assert error.diagnostics[0].location.path.endswith("2569/orders/x.yaml")

    assert issue(root, anyway=True).version == 1
    assert record_of(version_path(root))["anyway"] is True


def test_what_is_missing_in_a_paper_issued_anyway_is_told_until_it_is_there(root: Path) -> None:
    file = root / "2569/orders/x.yaml"
    replace_text(file, "kind: order\n", "kind: order\ndraft: true\n")
    assert with_code(api.check(api.load(root)), "E447") == []
    issue(root, anyway=True)
    (diagnostic,) = with_code(api.check(api.load(root)), "E447")
    place = diagnostic.location
    assert (Path(place.path).name, place.line, diagnostic.severity) == ("x.yaml", 2, "info")
    assert "draft" in diagnostic.message
    replace_text(file, "draft: true\n", "")
    assert with_code(api.check(api.load(root)), "E447") == []


def test_the_next_version_needs_a_change_and_keeps_its_reason(root: Path) -> None:
    issue(root)
    first_version = version_path(root).read_bytes()
    unchanged = issue_again(root)
    assert (unchanged.is_written, unchanged.version) == (False, None)

    replace_text(root / "2569/orders/x.yaml", "ให้ปฏิบัติตามนี้", "ให้ปฏิบัติดังนี้")
    issuance = issue_again(root, why="แก้คำผิดในข้อ 1")
    record = record_of(version_path(root, number=2))

    assert issuance.version == 2
    assert (record["why"], record["number"]) == ("แก้คำผิดในข้อ 1", "12")
    assert "ให้ปฏิบัติดังนี้" in record["text"]
    assert version_path(root).read_bytes() == first_version


def test_a_kept_paper_gets_another_number_only_with_a_further_version(root: Path) -> None:
    issue(root)
    error = refused(root, "E413", number="13")
    assert "--force --again --why" in error.diagnostics[0].hint
    refused(root, "E459", number="13", force=True)
    issuance = issue(root, number="13", force=True, again=True, why="เลขซ้ำกับงานสารบรรณ")
    assert issuance.version == 2
    assert record_of(version_path(root, number=2))["number"] == "13"


def test_again_without_a_kept_version_is_refused(root: Path) -> None:
    error = refused(root, "E459", number=None, date=None, again=True, why="ก")
    assert "esa-docs issue orders/x" in error.diagnostics[0].hint


def test_sending_marks_the_last_version(root: Path) -> None:
    issue(root)
    occasion = replace(OCCASION, at=OCCASION.at + dt.timedelta(days=2))
    sending = api.send(root, "orders/x", dt.date(2026, 3, 18), occasion=occasion)
    mark = json.loads(version_path(root).with_name("1.sent.json").read_text(encoding="utf-8"))

    assert (sending.is_written, sending.version) == (True, None)
    assert mark == {
        "format": 1,
        "version": 1,
        "date": "2026-03-18",
        "at": "2026-03-18T09:30:00+07:00",
        "by": "clerk-of-tests",
    }
    assert api.load(root).histories["2569/orders/x"].is_sent
    before = bytes_below(root)
    assert not send(root).is_written
    assert bytes_below(root) == before


def test_sending_keeps_a_version_where_the_print_differs_or_there_is_none(root: Path) -> None:
    issue(root)
    replace_text(root / "2569/orders/x.yaml", "ให้ปฏิบัติตามนี้", "ให้ปฏิบัติดังนี้")
    assert send(root).version == 2
    assert version_path(root).with_name("2.sent.json").is_file()
    assert not version_path(root).with_name("1.sent.json").exists()

    replace_text(root / "2569/notice.yaml", "text:", "date: 1 มีนาคม 2569\ntext:")
    assert send(root, "notice").version == 1
    assert record_of(version_path(root, "notice"))["number"] is None


@pytest.mark.parametrize("name", ["orders/x", "notice", "circular"])
def test_what_is_not_issued_is_not_sent(root: Path, name: str) -> None:
    before = bytes_below(root)
    with pytest.raises(ContentError) as error_info:
        send(root, name)
    assert [diagnostic.code for diagnostic in error_info.value.diagnostics] == ["E452"]
    assert bytes_below(root) == before


def test_kinds_without_number_and_date_need_only_be_complete(root: Path) -> None:
    assert send(root, "meeting").version == 1
    assert send(root, "manual").version == 1
    assert list(files_in(version_path(root, "meeting"))) == ["meeting.docx"]
    assert record_of(version_path(root, "manual"))["date"] is None


def test_minutes_that_are_not_held_are_not_sent(root: Path) -> None:
    replace_text(root / "2569/meeting.yaml", "ends: 12.00 น.\n", "")
    with pytest.raises(ContentError, match="E445"):
        send(root, "meeting")


def test_again_after_sending_names_the_proper_cure_and_takes_the_mark_off(root: Path) -> None:
    for name, number in (("orders/x", "12"), ("notice", None)):
        issue(root, name, number)
        send(root, name)
    replace_text(root / "2569/orders/x.yaml", "ให้ปฏิบัติตามนี้", "ให้ปฏิบัติดังนี้")
    replace_text(root / "2569/notice.yaml", "ข้อความประกาศ", "ข้อความใหม่")

    (order_warning,) = with_code(issue_again(root).diagnostics, "E458")
    (notice_warning,) = with_code(issue_again(root, "notice").diagnostics, "E458")

    assert order_warning.severity is Severity.WARNING
    assert "แก้ไขเพิ่มเติม" in order_warning.hint
    assert "แก้ไขเพิ่มเติม" not in notice_warning.hint
    histories = api.load(root).histories
    assert [histories[f"2569/{name}"].is_sent for name in ("orders/x", "notice")] == [False, False]


def test_a_circular_is_one_record_and_a_new_recipient_touches_no_other_copy(root: Path) -> None:
    issue(root, "circular", "5")
    record, files = record_of(version_path(root, "circular")), files_in(version_path(root, "circular"))
    assert (record["number"], record["series"], len(files)) == ("5", "circular", 2)
    assert set(record["files"]) == set(files)

    line = "  - {to: ผู้อำนวยการโรงเรียนสอง, short: สอง}\n"
    replace_text(root / "2569/circular.yaml", line, f"{line}  - {{to: ผู้อำนวยการโรงเรียนสาม, short: สาม}}\n")
    (finding,) = with_code(api.check(api.load(root)), "E456")
    assert "สาม" in finding.message
    assert "หนึ่ง" not in finding.message
    issue_again(root, "circular", why="เพิ่มผู้รับ")
    new_files = files_in(version_path(root, "circular", 2))

    assert len(new_files) == 3
    assert {name: new_files[name] for name in files} == files


def test_a_recipient_that_is_corrected_touches_that_copy_alone(root: Path) -> None:
    issue(root, "circular", "5")
    files = files_in(version_path(root, "circular"))
    replace_text(root / "2569/circular.yaml", "to: ผู้อำนวยการโรงเรียนสอง", "to: ผู้รักษาการโรงเรียนสอง")

    (finding,) = with_code(api.check(api.load(root)), "E456")
    assert ("ผู้อำนวยการโรงเรียนสอง" in finding.message, "ผู้รักษาการโรงเรียนสอง" in finding.message) == (True, True)
    changed_names = [name for name in files if name in finding.message]
    issue_again(root, "circular")
    new_files = files_in(version_path(root, "circular", 2))
    assert [name for name in files if new_files[name] != files[name]] == changed_names
    (changed_name,) = changed_names
    text = "\n".join(p.text for p in docx.Document(io.BytesIO(new_files[changed_name])).paragraphs)
    assert "ผู้รักษาการโรงเรียนสอง" in text


def test_a_version_that_cannot_be_written_leaves_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = bytes_below(root)

    def refuse(_temporary: Path, _path: Path) -> None:
        raise OSError(28, "no space")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(MachineError, match="E405"):
        issue(root)
    assert bytes_below(root) == before


def test_sending_tells_what_the_roster_changed_since_the_paper_was_kept(root: Path) -> None:
    issue(root)
    replace_text(root / "people.yaml", "last_name: นามตัวอย่าง", "last_name: นามใหม่")
    (finding,) = with_code(api.check(api.load(root)), "E456")
    sending = send(root)
    (warning,) = with_code(sending.diagnostics, "E456")

    assert (sending.version, warning.severity) == (2, Severity.WARNING)
    assert (warning.message, warning.location) == (finding.message, finding.location)
    assert [word in warning.message for word in ("นามตัวอย่าง", "นามใหม่")] == [True, True]


def test_a_first_version_that_is_sent_differs_from_nothing(root: Path) -> None:
    assert with_code(send(root, "manual").diagnostics, "E456") == []


@pytest.mark.parametrize(
    ("date", "word"), [(dt.date(2026, 3, 15), "16 มีนาคม 2569"), (dt.date(2026, 3, 17), "17 มีนาคม 2569")]
)
def test_a_day_before_the_paper_or_to_come_is_refused(root: Path, date: dt.date, word: str) -> None:
    issue(root)
    before = bytes_below(root)
    with pytest.raises(ContentError) as error_info:
        api.send(root, "orders/x", date, occasion=OCCASION)
    (diagnostic,) = error_info.value.diagnostics
    assert (diagnostic.code, word in diagnostic.message) == ("E452", True)
    assert diagnostic.location.path.endswith("2569/orders/x.yaml")
    assert bytes_below(root) == before


def test_a_day_of_sending_that_was_noted_wrong_is_mended_as_the_cure_says(root: Path) -> None:
    issue(root)
    assert send(root).sent == MARCH_16
    later = replace(OCCASION, at=OCCASION.at + dt.timedelta(days=1))
    assert api.send(root, "orders/x", MARCH_16, occasion=later).sent == MARCH_16
    with pytest.raises(ContentError, match="E452") as error_info:
        api.send(root, "orders/x", dt.date(2026, 3, 17), occasion=later)
    assert "esa-docs issue orders/x --again --why" in error_info.value.diagnostics[0].hint

    again = issue_again(root, why="วันที่ส่งผิด")
    (warning,) = with_code(again.diagnostics, "E458")
    assert (again.version, "esa-docs sent orders/x" in warning.hint) == (2, True)
    assert api.send(root, "orders/x", dt.date(2026, 3, 17), occasion=later).sent == dt.date(2026, 3, 17)
    assert files_in(version_path(root, number=2)) == files_in(version_path(root))


BASE_ORDER = """\
kind: order
subject: แต่งตั้งคณะกรรมการ
number: 1
date: 2 มีนาคม 2569
cause: [ด้วยเหตุตัวอย่าง]
committees:
  - name: คณะกรรมการ
    members: [{person: ก, role: ประธานกรรมการ}]
    duties: [ทำงาน]
"""
AMENDING_ORDER = """\
kind: order
subject: แก้ไขเพิ่มเติม
draft: true
cause: [ด้วยเหตุตัวอย่าง]
amends: {number: 1, date: 2 มีนาคม 2569, subject: แต่งตั้งคณะกรรมการ}
changes: [{join: [{name: นางสาวใหม่ มาแล้ว, role: กรรมการ}]}]
"""


def test_an_order_that_was_issued_anyway_amends(root: Path) -> None:
    put(root, "2569/orders/base.yaml", BASE_ORDER)
    put(root, "2569/orders/amending.yaml", AMENDING_ORDER)
    before = api.committee_list(api.load(root), "orders/base", MARCH_16)
    assert issue(root, "orders/amending", "2", anyway=True).version == 1
    after = api.committee_list(api.load(root), "orders/base", MARCH_16)

    (_base, members_before), (_same_base, members_after) = before, after
    counts = [len(members.committees[0].members) for members in (members_before, members_after)]
    assert counts == [1, 2]
    assert [order.number for order in members_after.amended_by] == ["2"]


def test_the_warning_of_a_sent_circular_names_the_copies_that_differ(root: Path) -> None:
    issue(root, "circular", "5")
    send(root, "circular")
    before = files_in(version_path(root, "circular"))
    line = "  - {to: ผู้อำนวยการโรงเรียนสอง, short: สอง}\n"
    replace_text(root / "2569/circular.yaml", line, f"{line}  - {{to: ผู้อำนวยการโรงเรียนสาม, short: สาม}}\n")
    (warning,) = with_code(issue_again(root, "circular", why="เพิ่มผู้รับ").diagnostics, "E458")

    after = files_in(version_path(root, "circular", 2))
    (new_name,) = after.keys() - before.keys()
    assert new_name in warning.message
    assert [name for name in before if name in warning.message] == []
