"""Kept versions that are damaged, misplaced or without their paper."""

from __future__ import annotations

import json
import os
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from kept_office import (
    bytes_below,
    files_in,
    issue,
    issue_again,
    pdf_of,
    record_of,
    replace_text,
    send,
    version_path,
    with_code,
    write_papers,
)
from written_project import put

from esa_docs import api
from esa_docs.diagnostics import ContentError, Severity
from esa_docs.source.folders import disk, named_files


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Write a project with an order that has two versions, the second of them sent."""
    root = write_papers(tmp_path / "office")
    issue(root)
    replace_text(root / "2569/orders/x.yaml", "ให้ปฏิบัติตามนี้", "ให้ปฏิบัติดังนี้")
    issue_again(root)
    send(root)
    return root


def rewrite(path: Path, change: Callable[[dict[str, bytes]], None]) -> None:
    """Change the members of a version, and write it as a whole zip file again."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    change(members)
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)


def change_record(path: Path, **fields: Any) -> None:
    """Change fields of the record of a version; None takes a field out."""

    def change(members: dict[str, bytes]) -> None:
        record = json.loads(members["record.json"])
        record.update(fields)
        kept_fields = {key: value for key, value in record.items() if value is not None}
        members["record.json"] = json.dumps(kept_fields).encode()

    rewrite(path, change)


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-200])


def flip_byte(path: Path) -> None:
    """Change a byte in the Word file, which lies uncompressed in the zip file."""
    data = bytearray(path.read_bytes())
    place = data.index(b"word/document.xml")
    data[place] ^= 1
    path.write_bytes(bytes(data))


def take_record_out(path: Path) -> None:
    rewrite(path, lambda members: members.__delitem__("record.json"))


def take_file_out(path: Path) -> None:
    rewrite(path, lambda members: members.__delitem__("x.docx"))


def swap_file(path: Path) -> None:
    rewrite(path, lambda members: members.update({"x.docx": b"another"}))


def add_file(path: Path) -> None:
    rewrite(path, lambda members: members.update({"y.docx": b"another"}))


def break_record(path: Path) -> None:
    rewrite(path, lambda members: members.update({"record.json": b"{"}))


def make_list_of_record(path: Path) -> None:
    rewrite(path, lambda members: members.update({"record.json": b"[]"}))


def empty_file(path: Path) -> None:
    path.write_bytes(b"")


def lead_outside(path: Path) -> None:
    """Rename the file of a version so that it would be placed outside the output folder."""

    def change(members: dict[str, bytes]) -> None:
        record = json.loads(members["record.json"])
        name = "../../../outside.docx"
        members[name] = members.pop("x.docx")
        record["files"] = {name: record["files"]["x.docx"]}
        members["record.json"] = json.dumps(record).encode()

    rewrite(path, change)


SEEN_AT_ONCE = [
    (lead_outside, "E450"),
    (cut_short, "E450"),
    (take_record_out, "E450"),
    (take_file_out, "E450"),
    (add_file, "E450"),
    (break_record, "E450"),
    (make_list_of_record, "E450"),
    (empty_file, "E450"),
    (lambda path: change_record(path, format=2), "E450"),
    (lambda path: change_record(path, files=None), "E450"),
    (lambda path: change_record(path, date="เมื่อวาน"), "E450"),
    (lambda path: change_record(path, name="orders/y"), "E451"),
    (lambda path: change_record(path, year=2570), "E451"),
]
"""Damage of a version that shows in its record, with its code."""


@pytest.mark.parametrize(("damage", "code"), SEEN_AT_ONCE)
def test_a_damaged_version_is_an_error_at_its_zip_file_and_the_paper_is_not_made_anew(
    root: Path, tmp_path: Path, damage: Callable[[Path], None], code: str
) -> None:
    path = version_path(root, number=2)
    damage(path)
    project = api.load(root)
    findings = [(d.code, Path(d.location.path).resolve()) for d in project.diagnostics if d.is_error]

    assert findings == [(code, path.resolve())]
    assert with_code(project.diagnostics, code)[0].hint
    assert "2569/orders/x" in project.faulty
    report = api.build(project, out=tmp_path / "out", choice=api.Choice(names=("orders/x",)))
    assert report.results == ()
    with pytest.raises(ContentError, match=code):
        issue_again(root)


@pytest.mark.parametrize("damage", [flip_byte, swap_file])
def test_other_bytes_are_seen_by_check_and_where_they_are_used(
    root: Path, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    path = version_path(root, number=2)
    damage(path)

    assert [d.code for d in api.load(root).diagnostics if d.is_error] == []
    assert {(d.code, Path(d.location.path).name) for d in api.check(api.load(root)) if d.is_error} == {
        ("E450", "2.zip")
    }
    report = api.build(api.load(root), out=tmp_path / "out", choice=api.Choice(names=("orders/x",)))
    assert [str(result.outcome) for result in report.results] == ["failed"]
    assert not (tmp_path / "out/2569/orders/x.docx").exists()
    with pytest.raises(ContentError, match="E450"):
        api.copy(api.load(root), "orders/x", api.CopyForm.CERTIFIED, out=tmp_path / "out")


@pytest.mark.parametrize("damage", [cut_short, take_record_out, swap_file])
def test_an_older_version_is_looked_at_by_check(root: Path, damage: Callable[[Path], None]) -> None:
    damage(version_path(root, number=1))
    findings = {(d.code, Path(d.location.path).name) for d in api.check(api.load(root)) if d.is_error}
    assert findings == {("E450", "1.zip")}


def test_a_folder_that_was_renamed_is_told(root: Path) -> None:
    version_path(root).parent.rename(root / "issued/2569/orders/y")
    (finding,) = with_code(api.load(root).diagnostics, "E451")
    assert finding.location.path.endswith("issued/2569/orders/y/2.zip")
    assert "2569/orders/x" in finding.message


def test_versions_of_two_papers_that_were_swapped_are_told(root: Path) -> None:
    issue(root, "notice", None)
    notice, order = version_path(root, "notice"), version_path(root, number=2)
    data = notice.read_bytes()
    notice.write_bytes(order.read_bytes())
    order.write_bytes(data)
    findings = with_code(api.load(root).diagnostics, "E451")
    assert sorted(Path(finding.location.path).name for finding in findings) == ["1.zip", "2.zip"]


def test_a_gap_in_the_numbers_is_told(root: Path) -> None:
    version_path(root, number=1).unlink()
    (finding,) = [d for d in api.load(root).diagnostics if d.code in {"E450", "E451"}]
    assert (finding.code, finding.location.path.endswith("orders/x/1.zip")) == ("E450", True)
    assert "1.zip" in finding.hint


@pytest.mark.parametrize(
    "name",
    [
        "issued/2569/orders/x/2 (1).zip",
        "issued/2569/orders/x/2-PC2.zip",
        "issued/2569/orders/x/0.zip",
        "issued/2569/orders/x/02.zip",
        "issued/2569/orders/x/3.sent.json",
        "issued/2569/orders/x/x.docx",
        "issued/2569/1.zip",
        "issued/2026x/orders/x/1.zip",
        "issued/note.txt",
    ],
)
def test_a_file_that_is_none_of_ours_is_told(root: Path, name: str) -> None:
    put(root, name, "{}")
    findings = with_code(api.load(root).diagnostics, "E451")
    assert [finding.location.path.endswith(name) for finding in findings] == [True]
    assert findings[0].is_error


@pytest.mark.parametrize("name", ["Thumbs.db", "desktop.ini", ".DS_Store", "~$x.docx"])
def test_what_windows_and_macos_leave_in_a_folder_is_passed_over(root: Path, name: str) -> None:
    put(root, f"issued/2569/orders/x/{name}", "")
    assert [d.code for d in api.load(root).diagnostics if d.is_error] == []


@pytest.mark.parametrize("text", ["", "[]", '{"format": 1, "version": 1}', '{"format": 1, "version": 2}'])
def test_a_damaged_mark_is_told(root: Path, text: str) -> None:
    put(root, "issued/2569/orders/x/2.sent.json", text)
    (finding,) = with_code(api.load(root).diagnostics, "E450")
    assert finding.location.path.endswith("2.sent.json")


def test_scans_that_are_damaged_are_told(root: Path, tmp_path: Path) -> None:
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(pdf_of())
    place = api.attach(root, "orders/x", scan).path
    place.write_bytes(pdf_of("แก้"))
    (finding,) = with_code(api.check(api.load(root)), "E450")
    assert finding.location.path.endswith("scan-1.pdf")

    place.unlink()
    (finding,) = with_code(api.load(root).diagnostics, "E450")
    assert finding.location.path.endswith("scan-1.pdf")
    place.with_suffix(".json").unlink()
    place.write_bytes(pdf_of())
    (finding,) = with_code(api.load(root).diagnostics, "E450")
    assert finding.location.path.endswith("scan-1.json")


def test_a_number_is_not_given_while_a_version_cannot_be_read(root: Path) -> None:
    cut_short(version_path(root, number=2))
    before = bytes_below(root)
    with pytest.raises(ContentError, match="E450"):
        issue(root, "circular", "5")
    assert bytes_below(root) == before


def test_a_folder_without_permission_is_told_and_its_papers_are_not_made_anew(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked_folder = root / "issued" / "2569"
    scan_folder = disk.scan_folder

    def refuse(path: Path) -> Any:
        if path == locked_folder:
            raise PermissionError(13, "Permission denied")
        return scan_folder(path)

    monkeypatch.setattr(named_files, "scan_folder", refuse)
    project = api.load(root)
    (finding,) = with_code(project.diagnostics, "E435")
    assert finding.location.path.endswith("issued/2569")
    report = api.build(project, out=tmp_path / "out", choice=api.Choice(names=("orders/x",)))
    assert report.results == ()
    with pytest.raises(ContentError, match="E435"):
        issue(root, "notice", None)


def test_a_paper_whose_content_is_gone_is_told_built_and_keeps_its_number(root: Path, tmp_path: Path) -> None:
    content = root / "2569/orders/x.yaml"
    new_content = content.with_name("y.yaml")
    text = content.read_text(encoding="utf-8")
    content.unlink()
    project = api.load(root)
    (finding,) = with_code(project.diagnostics, "E457")
    assert (finding.severity, Path(finding.location.path).name) == (Severity.INFO, "2.zip")

    report = api.build(project, out=tmp_path / "out", choice=api.Choice(names=("orders/x",)))
    assert [str(result.outcome) for result in report.results] == ["written"]
    kept_word = files_in(version_path(root, number=2))["x.docx"]
    assert (tmp_path / "out/2569/orders/x.docx").read_bytes() == kept_word
    (tmp_path / "out/2569/orders/x.docx").unlink()

    new_content.write_text(text, encoding="utf-8")
    codes = {"E455", "E457", "E460", "E605"}
    (renaming,) = [d for d in api.load(root).diagnostics if d.code in codes]
    assert (renaming.code, Path(renaming.location.path).name) == ("E460", "y.yaml")
    assert ("2569/orders/x" in renaming.message, "2569/orders/x" in renaming.hint) == (True, True)
    before = bytes_below(root)
    with pytest.raises(ContentError, match="E460"):
        issue(root, "orders/y", None, date=None)
    assert bytes_below(root) == before
    assert api.register(api.load(root), "order").next_free == 13


def test_another_number_in_content_is_told_and_both_are_taken(root: Path) -> None:
    replace_text(root / "2569/orders/x.yaml", "number: '12'", "number: '15'")
    (finding,) = with_code(api.load(root).diagnostics, "E457")
    assert (finding.severity, Path(finding.location.path).name) == (Severity.WARNING, "x.yaml")
    assert ("15" in finding.message, "12" in finding.message) == (True, True)

    text = (root / "2569/orders/x.yaml").read_text(encoding="utf-8")
    for name, number in (("y", "12"), ("z", "15")):
        put(root, f"2569/orders/{name}.yaml", text.replace("number: '15'", f"number: '{number}'"))
    findings = with_code(api.load(root).diagnostics, "E605")
    assert sorted(Path(finding.location.path).name for finding in findings) == ["y.yaml", "z.yaml"]


def test_a_paper_typed_by_hand_is_told_with_its_cure(root: Path) -> None:
    replace_text(root / "2569/notice.yaml", "text:", "date: 1 มีนาคม 2569\ntext:")
    (finding,) = with_code(api.load(root).diagnostics, "E455")
    assert (finding.severity, finding.location.line) == (Severity.INFO, 3)
    assert "esa-docs issue notice --year 2569" in finding.hint
    issue(root, "notice", None, date=None)
    assert with_code(api.load(root).diagnostics, "E455") == []


def test_papers_typed_by_hand_are_told_once_a_year_folder(root: Path) -> None:
    """300 of them were 300 lines, among which an error was not seen."""
    notice = (root / "2569/notice.yaml").read_text(encoding="utf-8")
    for number in range(1, 6):
        text = notice.replace("text:", f"date: {number} มีนาคม 2569\ntext:")
        put(root, f"2569/n/{number}.yaml", text)
    put(root, "2568/only.yaml", notice.replace("text:", "date: 1 มีนาคม 2568\ntext:"))
    findings = with_code(api.load(root).diagnostics, "E455")
    places = {Path(finding.location.path).name: finding for finding in findings}
    assert sorted(places) == ["1.yaml", "only.yaml"]
    assert "5" in places["1.yaml"].message
    assert "n/1, n/2, n/3, …" in places["1.yaml"].message
    assert "esa-docs issue n/1 --year 2569" in places["1.yaml"].hint
    assert "esa-docs status --year 2569" in places["1.yaml"].hint
    assert places["only.yaml"].hint.endswith("esa-docs issue only --year 2568")
    papers = api.papers_of(api.load(root), 2569)
    assert [paper.name for paper in papers if paper.is_unrecorded] == [f"n/{n}" for n in range(1, 6)]
    issue(root, "n/1", None, date=None)
    (finding,) = [
        finding for finding in with_code(api.load(root).diagnostics, "E455") if "4" in finding.message
    ]
    assert Path(finding.location.path).name == "2.yaml"


def test_a_year_of_versions_that_moved_as_a_whole_stays_readable(root: Path, tmp_path: Path) -> None:
    moved_root = tmp_path / "moved"
    shutil.copytree(root, moved_root)
    history = api.load(moved_root).histories["2569/orders/x"]
    assert [version.number for version in history.versions] == [1, 2]
    assert history.record is not None
    assert history.record.number == record_of(version_path(root, number=2))["number"]


@pytest.mark.parametrize("is_empty", [True, False])
def test_a_link_in_place_of_the_kept_versions_is_an_error(root: Path, *, is_empty: bool) -> None:
    issue(root)
    real_folder = root / "elsewhere"
    (root / "issued").rename(real_folder)
    if is_empty:
        real_folder = root / "empty"
        real_folder.mkdir()
    try:
        (root / "issued").symlink_to(real_folder, target_is_directory=True)
    except OSError:
        if "CI" in os.environ:
            raise
        pytest.skip("this machine makes no links")

    project = api.load(root)
    (finding,) = with_code(project.diagnostics, "E436")
    assert (finding.is_error, finding.location.path.endswith("/issued")) == (True, True)
    before = bytes_below(root)
    with pytest.raises(ContentError, match="E436"):
        issue(root, "notice", None)
    with pytest.raises(ContentError, match="E436"):
        send(root)
    assert bytes_below(root) == before
