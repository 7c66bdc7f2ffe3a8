"""Damage of what is kept is told where it is read or used; states of papers do not fall back for it."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from kept_office import (
    OCCASION,
    bytes_below,
    issue,
    issue_again,
    pdf_of,
    replace_text,
    send,
    version_path,
    with_code,
    write_papers,
)
from pypdf import PdfReader, PdfWriter

from esa_docs import api
from esa_docs.diagnostics import ContentError
from esa_docs.jobs.building.annex import open_annex
from esa_docs.jobs.building.plan import Choice, Job, plan_jobs
from esa_docs.jobs.kept.kept_evidence import with_logged_hashes
from esa_docs.model.document import AnnexFile
from esa_docs.model.life import State

KEY = "2569/orders/x"
CHOICE = Choice(names=("orders/x",))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Write a project with an order that was sent, and its scan."""
    root = write_papers(tmp_path / "office")
    issue(root)
    send(root)
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(pdf_of())
    api.attach(root, "orders/x", scan, "หน้า 1", occasion=OCCASION)
    return root


def folder_of(root: Path) -> Path:
    return version_path(root).parent


def add_byte(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"x")


def paper(root: Path) -> api.Paper:
    (paper,) = [paper for paper in api.papers_of(api.load(root), 2569) if paper.key == KEY]
    return paper


@pytest.mark.parametrize("name", ["1.sent.json", "scan-1.json"])
def test_other_bytes_of_a_small_file_are_told_whenever_the_project_is_read(root: Path, name: str) -> None:
    path = folder_of(root) / name
    path.write_bytes(path.read_bytes().replace(b"2026", b"2025"))
    (finding,) = with_code(api.load(root).diagnostics, "E450")
    assert (finding.is_error, Path(finding.location.path).name) == (True, name)
    with pytest.raises(ContentError, match="E450"):
        issue_again(root)
    assert (paper(root).state, paper(root).kind, paper(root).title) == (State.SENT, "order", "เรื่องของคำสั่ง")


def copy_it(root: Path, tmp_path: Path) -> None:
    api.copy(api.load(root), "orders/x", api.CopyForm.CERTIFIED, out=tmp_path / "out")


def attach_another(root: Path, tmp_path: Path) -> None:
    path = tmp_path / "b.pdf"
    path.write_bytes(pdf_of("หน้า 2"))
    api.attach(root, "orders/x", path, occasion=OCCASION)


def attach_the_same(root: Path, tmp_path: Path) -> None:
    api.attach(root, "orders/x", tmp_path / "scan.pdf", occasion=OCCASION)


def keep_again(root: Path, _tmp_path: Path) -> None:
    replace_text(root / "2569/orders/x.yaml", "ให้ปฏิบัติตามนี้", "ให้ปฏิบัติดังนี้")
    issue_again(root)


USES = [
    ("1.zip", copy_it),
    ("1.zip", attach_another),
    ("1.zip", keep_again),
    ("scan-1.pdf", attach_the_same),
    ("scan-1.pdf", attach_another),
    ("scan-1.pdf", keep_again),
]


@pytest.mark.parametrize(("name", "use"), USES)
def test_other_bytes_of_a_large_file_are_refused_where_it_is_used(
    root: Path, tmp_path: Path, name: str, use: Callable[[Path, Path], None]
) -> None:
    add_byte(folder_of(root) / name)
    kept_files = bytes_below(root / "issued")
    with pytest.raises(ContentError) as error_info:
        use(root, tmp_path)
    places = {(d.code, Path(d.location.path).name) for d in error_info.value.diagnostics}
    assert places == {("E450", name)}
    assert bytes_below(root / "issued") == kept_files
    assert not (tmp_path / "out").exists()


def test_a_build_places_no_other_bytes(root: Path, tmp_path: Path) -> None:
    add_byte(version_path(root))
    report = api.build(api.load(root), out=tmp_path / "out", choice=CHOICE)
    assert [str(result.outcome) for result in report.results] == ["failed"]
    assert [Path(d.location.path).name for d in with_code(report.diagnostics, "E450")] == ["1.zip"]
    assert not (tmp_path / "out/2569/orders/x.docx").exists()


def test_a_version_that_is_damaged_between_two_uses_is_seen(root: Path, tmp_path: Path) -> None:
    copy_it(root, tmp_path)
    add_byte(version_path(root))
    with pytest.raises(ContentError, match="E450"):
        copy_it(root, tmp_path)


def test_the_versions_are_not_read_whole_to_load_a_project(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names: list[str] = []
    read = zipfile.ZipFile.read

    def note(archive: zipfile.ZipFile, name: str, pwd: bytes | None = None) -> bytes:
        names.append(name)
        return read(archive, name, pwd)

    monkeypatch.setattr(zipfile.ZipFile, "read", note)
    api.load(root)
    assert set(names) == {"record.json"}


@pytest.mark.parametrize("is_damaged", [True, False])
def test_a_scan_is_bound_as_evidence_only_as_it_was_filed(
    root: Path, tmp_path: Path, *, is_damaged: bool
) -> None:
    path = folder_of(root) / "scan-1.pdf"
    if is_damaged:
        add_byte(path)
    project = api.load(root)
    (job,) = plan_jobs(project, CHOICE, tmp_path / "out")
    evidence = AnnexFile("E-1", "คำสั่ง", path, job.document.office_place, "file")
    report = with_logged_hashes(project, api.find(project, "orders/x"))
    assert report.annex == ()
    report = with_logged_hashes(project, replace(report, annex=(evidence,)))
    annex = open_annex(Job(report, tmp_path / "x.docx", with_pdf=True), OCCASION.at.date())
    assert [(d.code, Path(d.location.path).name) for d in annex.diagnostics] == [
        ("E450", "scan-1.pdf")
    ] * is_damaged
    assert len(annex.pieces) == 1 - is_damaged


def test_of_a_paper_whose_kept_folder_is_lost_the_log_knows(root: Path) -> None:
    shutil.rmtree(folder_of(root))
    project = api.load(root)
    codes = {d.code for d in project.diagnostics if d.code in {"E450", "E455", "E457"}}
    assert codes == {"E450"}
    assert paper(root).state is State.SENT


def break_content(root: Path) -> None:
    with (root / "2569/orders/x.yaml").open("a", encoding="utf-8") as file:
        file.write("signature: {by: ไม่อยู่แล้ว}\n")


def add_conflict_copy(root: Path) -> None:
    shutil.copy(version_path(root), folder_of(root) / "1 (1).zip")


def lose_scan(root: Path) -> None:
    (folder_of(root) / "scan-1.pdf").unlink()


@pytest.mark.parametrize("damage", [break_content, add_conflict_copy, lose_scan])
def test_a_build_says_in_one_line_that_a_faulty_paper_was_placed_as_sent(
    root: Path, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    damage(root)
    report = api.build(api.load(root), out=tmp_path / "out", choice=CHOICE)
    assert [str(result.outcome) for result in report.results] == ["written"]
    assert report.faulty == ()
    (note,) = with_code(report.diagnostics, "E456")
    assert (note.severity, "orders/x" in note.message) == ("info", True)
    with zipfile.ZipFile(version_path(root)) as archive:
        assert (tmp_path / "out/2569/orders/x.docx").read_bytes() == archive.read("x.docx")


@pytest.mark.parametrize("is_sent", [True, False])
def test_errors_take_neither_state_nor_title_from_a_kept_paper(root: Path, *, is_sent: bool) -> None:
    expected_state = State.SENT
    if not is_sent:
        replace_text(root / "2569/orders/x.yaml", "ให้ปฏิบัติตามนี้", "ให้ปฏิบัติดังนี้")
        issue_again(root)
        expected_state = State.ISSUED
    break_content(root)
    row = paper(root).as_dict()
    assert (row["state"], row["faulty"]) == (expected_state, True)
    assert (row["kind"], row["title"]) == ("order", "เรื่องของคำสั่ง")


def test_a_file_with_another_note_is_filed_beside_the_first(root: Path, tmp_path: Path) -> None:
    scan = tmp_path / "scan.pdf"
    for note in ("", "หน้า 1"):
        assert not api.attach(root, "orders/x", scan, note, occasion=OCCASION).is_written
    attachment = api.attach(root, "orders/x", scan, "แก้ปากกา", occasion=OCCASION)
    assert (attachment.path.name, attachment.is_written) == ("scan-2.pdf", True)
    notes = [
        json.loads((folder_of(root) / f"scan-{number}.json").read_text(encoding="utf-8"))["note"]
        for number in (1, 2)
    ]
    assert notes == ["หน้า 1", "แก้ปากกา"]
    assert with_code(api.check(api.load(root)), "E450") == []


def locked_pdf(password: str) -> bytes:
    writer = PdfWriter(PdfReader(io.BytesIO(pdf_of("ก"))))
    writer.encrypt(password, "of the owner", algorithm="RC4-128")
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def test_a_pdf_that_opens_with_a_password_only_is_refused(root: Path, tmp_path: Path) -> None:
    path = tmp_path / "locked.pdf"
    path.write_bytes(locked_pdf("1234"))
    before = bytes_below(root)
    with pytest.raises(ContentError) as error_info:
        api.attach(root, "orders/x", path, occasion=OCCASION)
    (diagnostic,) = error_info.value.diagnostics
    assert (diagnostic.code, Path(diagnostic.location.path).name) == ("E453", "locked.pdf")
    assert bytes_below(root) == before
    path.write_bytes(locked_pdf(""))
    assert api.attach(root, "orders/x", path, occasion=OCCASION).is_written
