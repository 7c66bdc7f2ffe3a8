"""``build --prune`` removes what no document makes any more, and nothing that somebody made or edited."""

from __future__ import annotations

import errno
import hashlib
import json
import os
from contextlib import AbstractContextManager
from io import BufferedReader
from pathlib import Path

import made_pdfs
import pytest
from small_office import MEETING, build, edit, outcomes, paragraphs, summaries, write_manual, write_office
from small_sar import write_sar
from written_project import put

from esa_docs.jobs.building import places
from esa_docs.jobs.building.file_records import FileRecord
from esa_docs.jobs.building.manifest import Manifest, read_manifest, write_manifest
from esa_docs.jobs.building.plan import Choice
from esa_docs.jobs.building.report import BuildReport
from esa_docs.jobs.building.stale import MadeFiles
from esa_docs.source.folders import disk

CIRCULAR = "kind: letter\nsubject: ก\ntext: [ข]\nseparate_files: true\nrecipients:\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_office(tmp_path / "office", ["a", "b"])


@pytest.fixture
def out(root: Path, tmp_path: Path) -> Path:
    """Build once; return the output folder."""
    build(root, tmp_path / "build")
    return tmp_path / "build"


def write_circular(root: Path, *recipients: str) -> Path:
    lines = "".join(f"  - {{to: {recipient}}}\n" for recipient in recipients)
    return put(root, "2569/letters/c.yaml", CIRCULAR + lines)


def files(out: Path) -> list[str]:
    """Return every file and empty folder of an output folder, without those of the program."""
    names: list[str] = []
    for path in out.rglob("*"):
        name = path.relative_to(out).as_posix()
        is_empty_folder = path.is_dir() and not list(path.iterdir())
        if not name.startswith(".esa-docs") and (path.is_file() or is_empty_folder):
            names.append(name)
    return sorted(names)


def prune(root: Path, out: Path, **choices: object) -> BuildReport:
    return build(root, out, prune=True, **choices)


def removed(report: BuildReport) -> list[str]:
    """Return the names of the files that a build removed."""
    return [result.output.name for result in report.results if result.outcome == "removed"]


def test_the_files_of_a_document_that_is_gone_are_removed_and_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made_pdfs.install(monkeypatch)
    root = write_office(tmp_path / "office", ["a", "orders/b"])
    out = tmp_path / "build"
    build(root, out, pdf=True)
    (root / "2569/orders/b.yaml").unlink()
    told_report = build(root, out)
    assert summaries(told_report.diagnostics) == [("E406", "info", "b.docx"), ("E406", "info", "b.pdf")]
    assert "--prune" in told_report.diagnostics[0].hint
    report = prune(root, out)

    assert (removed(report), report.diagnostics) == (["b.docx", "b.pdf"], ())
    assert files(out) == ["2569/a.docx", "2569/a.pdf"]
    assert sorted(read_manifest(out).records) == ["2569/a.docx", "2569/a.pdf"]
    assert removed(prune(root, out)) == []


def test_an_edited_file_stays_and_is_told_each_time(root: Path, out: Path) -> None:
    edited_data = edit(out / "2569/b.docx")
    (root / "2569/b.yaml").unlink()
    for _time in range(2):
        report = prune(root, out)
        assert summaries(report.diagnostics) == [("E443", "warning", "b.docx")]
        assert removed(report) == []
    assert (out / "2569/b.docx").read_bytes() == edited_data
    (out / "2569/b.docx").unlink()
    assert (prune(root, out).diagnostics, files(out)) == ((), ["2569/a.docx"])


def test_a_file_that_cannot_be_read_stays(root: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "2569/b.yaml").unlink()

    def refuse(path: Path) -> AbstractContextManager[BufferedReader]:
        if path == out / "2569/b.docx":
            raise PermissionError(errno.EACCES, "Permission denied")
        return disk.open_file(path)

    monkeypatch.setattr(places, "open_file", refuse)
    report = prune(root, out)
    monkeypatch.undo()
    assert summaries(report.diagnostics) == [("E443", "warning", "b.docx")]
    assert files(out) == ["2569/a.docx", "2569/b.docx"]


def test_a_file_that_no_build_made_stays_with_its_folder(tmp_path: Path) -> None:
    root = write_office(tmp_path / "office", ["a", "orders/b"])
    out = tmp_path / "build"
    foreign = out / "2569/orders/b.new.docx"
    foreign.parent.mkdir(parents=True)
    foreign.write_bytes(b"mine")
    build(root, out)
    (root / "2569/orders/b.yaml").unlink()
    report = prune(root, out)

    assert (removed(report), report.diagnostics) == (["b.docx"], ())
    assert (files(out), foreign.read_bytes()) == (["2569/a.docx", "2569/orders/b.new.docx"], b"mine")


def test_the_newer_file_goes_and_the_foreign_one_it_lay_beside_stays(tmp_path: Path) -> None:
    root, out = write_office(tmp_path / "office", ["a", "b"]), tmp_path / "build"
    (out / "2569").mkdir(parents=True)
    (out / "2569/b.docx").write_bytes(b"last year's")
    build(root, out)
    (root / "2569/b.yaml").unlink()
    report = prune(root, out)

    assert (removed(report), report.diagnostics) == (["b.new.docx"], ())
    assert files(out) == ["2569/a.docx", "2569/b.docx"]


def test_a_newer_file_that_was_edited_too_stays(root: Path, out: Path) -> None:
    edit(out / "2569/b.docx")
    write_manual(root, "b", "ครั้งที่สอง")
    build(root, out)
    edit(out / "2569/b.new.docx")
    (root / "2569/b.yaml").unlink()
    report = prune(root, out)

    assert summaries(report.diagnostics) == [
        ("E443", "warning", "b.docx"),
        ("E443", "warning", "b.new.docx"),
    ]
    assert files(out) == ["2569/a.docx", "2569/b.docx", "2569/b.new.docx"]


# What a document makes beside its file


def test_recipients_who_are_gone_lose_their_files_and_the_others_keep_theirs(tmp_path: Path) -> None:
    root, out = write_office(tmp_path / "office", []), tmp_path / "build"
    write_circular(root, "หนึ่ง", "สอง", "สาม")
    build(root, out)
    times = {path.name: path.stat().st_mtime_ns for path in (out / "2569/letters/c").iterdir()}
    write_circular(root, "หนึ่ง", "สาม")
    report = prune(root, out)

    assert removed(report) == ["สอง.docx"]
    assert outcomes(report) == {
        "2569/letters/c": "removed",
        "2569/letters/c/หนึ่ง": "unchanged",
        "2569/letters/c/สาม": "unchanged",
    }
    times_now = {path.name: path.stat().st_mtime_ns for path in (out / "2569/letters/c").iterdir()}
    assert times_now == {name: time for name, time in times.items() if name != "สอง.docx"}


def test_a_circular_in_one_file_leaves_no_folder_behind(tmp_path: Path) -> None:
    root, out = write_office(tmp_path / "office", []), tmp_path / "build"
    path = write_circular(root, "หนึ่ง", "สอง")
    build(root, out)
    path.write_text(path.read_text(encoding="utf-8").replace("separate_files: true\n", ""), encoding="utf-8")
    prune(root, out)
    assert files(out) == ["2569/letters/c.docx"]
    assert not (out / "2569/letters/c").exists()
    write_circular(root, "หนึ่ง", "สอง")
    prune(root, out)
    assert files(out) == ["2569/letters/c/สอง.docx", "2569/letters/c/หนึ่ง.docx"]


def test_papers_of_a_meeting_that_are_not_asked_for_any_more_go(tmp_path: Path) -> None:
    root, out = write_office(tmp_path / "office", []), tmp_path / "build"
    path = put(root, "2569/m.yaml", MEETING + "papers: [agenda, sign-in]\n")
    build(root, out)
    path.write_text(MEETING + "papers: [agenda]\n", encoding="utf-8")
    assert removed(prune(root, out)) == ["sign-in.docx"]
    path.write_text(MEETING, encoding="utf-8")
    assert removed(prune(root, out)) == ["agenda.docx"]
    assert (files(out), (out / "2569/m").exists()) == (["2569/m.docx"], False)


def test_files_of_issues_without_results_any_more_go(tmp_path: Path) -> None:
    root, out = write_sar(tmp_path / "office", last_lines="centre: {}\n"), tmp_path / "build"
    build(root, out)
    assert len(files(out)) == 3
    path = root / "2569/sar.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.endswith("centre: {}\n")
    path.write_text(text + "round: six_months\n", encoding="utf-8")
    report = prune(root, out)
    assert removed(report) == ["มฐ1_ตบช1_ข้อ1_12เดือน.docx", "มฐ2_ตบช1_ข้อ1_12เดือน.docx"]
    assert files(out) == ["2569/sar.docx", "2569/sar/centre/มฐ1_ตบช1_ข้อ1_6เดือน.docx"]
    path.write_text(text.replace("centre: {}\n", ""), encoding="utf-8")
    prune(root, out)
    assert (files(out), (out / "2569/sar").exists()) == (["2569/sar.docx"], False)


def test_a_renamed_document_leaves_its_old_name(root: Path, out: Path) -> None:
    (root / "2569/b.yaml").rename(root / "2569/งานใหม่.yaml")
    assert removed(prune(root, out)) == ["b.docx"]
    assert files(out) == ["2569/a.docx", "2569/งานใหม่.docx"]


def test_numbered_files_of_an_older_version_are_told_and_removed(tmp_path: Path) -> None:
    """An older manifest says neither document nor kind."""
    root, out = write_office(tmp_path / "office", []), tmp_path / "build"
    write_circular(root, "หนึ่ง")
    build(root, out)
    (out / "2569/letters/c/หนึ่ง.docx").rename(out / "2569/letters/c/001-หนึ่ง.docx")
    manifest = out / ".esa-docs/manifest.json"
    data = json.loads(manifest.read_text(encoding="utf-8"))
    record = data["files"].pop("2569/letters/c/หนึ่ง.docx")
    old_record = {key: record[key] for key in ("inputs", "output", "beside")}
    data["files"]["2569/letters/c/001-หนึ่ง.docx"] = old_record
    manifest.write_text(json.dumps(data), encoding="utf-8")

    told_report = build(root, out)
    assert ("E406", "info", "001-หนึ่ง.docx") in summaries(told_report.diagnostics)
    assert removed(prune(root, out, choice=Choice(kinds=("letter",)))) == []
    assert removed(prune(root, out, choice=Choice(("letters/c",)))) == ["001-หนึ่ง.docx"]
    assert files(out) == ["2569/letters/c/หนึ่ง.docx"]


# The newer file beside an edited one


def test_a_newer_file_goes_once_the_edited_one_is_overwritten(root: Path, out: Path) -> None:
    edit(out / "2569/b.docx")
    write_manual(root, "b", "ครั้งที่สอง")
    build(root, out)
    write_manual(root, "b", "ครั้งที่สาม")
    forced = build(root, out, force=True)
    assert "ครั้งที่สาม" in paragraphs(out / "2569/b.docx")
    assert summaries(forced.diagnostics) == [("E406", "info", "b.new.docx")]
    assert removed(prune(root, out)) == ["b.new.docx"]
    assert files(out) == ["2569/a.docx", "2569/b.docx"]


def test_a_newer_file_goes_once_it_was_copied_over_the_edited_one(root: Path, out: Path) -> None:
    edit(out / "2569/b.docx")
    write_manual(root, "b", "ครั้งที่สอง")
    build(root, out)
    (out / "2569/b.docx").write_bytes((out / "2569/b.new.docx").read_bytes())
    report = build(root, out)
    assert (outcomes(report)["2569/b"], summaries(report.diagnostics)) == (
        "unchanged",
        [("E406", "info", "b.new.docx")],
    )
    assert removed(prune(root, out)) == ["b.new.docx"]


def test_a_newer_file_that_the_edited_one_still_needs_stays(root: Path, out: Path) -> None:
    edit(out / "2569/b.docx")
    write_manual(root, "b", "ครั้งที่สอง")
    report = prune(root, out)
    assert (removed(report), files(out)) == ([], ["2569/a.docx", "2569/b.docx", "2569/b.new.docx"])
    assert removed(prune(root, out)) == []


def test_an_edit_that_is_taken_back_does_not_pass_for_the_new_file(root: Path, out: Path) -> None:
    """The clerk puts back the file from before the edit: it is ours, and older than the content."""
    first_data = (out / "2569/b.docx").read_bytes()
    edit(out / "2569/b.docx")
    write_manual(root, "b", "ครั้งที่สอง")
    build(root, out)
    (out / "2569/b.docx").write_bytes(first_data)
    report = prune(root, out)

    assert "ครั้งที่สอง" in paragraphs(out / "2569/b.docx")
    assert (removed(report), files(out)) == (["b.new.docx"], ["2569/a.docx", "2569/b.docx"])


def test_the_newer_file_in_a_later_place_follows_the_content(root: Path, out: Path) -> None:
    """b.new.docx was edited, so b.new-2.docx is ours; it stays the only one after the first is gone."""
    edit(out / "2569/b.docx")
    write_manual(root, "b", "ครั้งที่สอง")
    build(root, out)
    edit(out / "2569/b.new.docx")
    write_manual(root, "b", "ครั้งที่สาม")
    build(root, out)
    (out / "2569/b.new.docx").unlink()
    write_manual(root, "b", "ครั้งที่สี่")
    build(root, out)
    assert files(out) == ["2569/a.docx", "2569/b.docx", "2569/b.new-2.docx"]
    assert "ครั้งที่สี่" in paragraphs(out / "2569/b.new-2.docx")


def test_the_place_of_another_document_is_not_taken(tmp_path: Path) -> None:
    root, out = write_office(tmp_path / "office", ["b", "b.new"]), tmp_path / "build"
    build(root, out)
    (out / "2569/b.new.docx").unlink()
    edit(out / "2569/b.docx")
    write_manual(root, "b", "ครั้งที่สอง")
    build(root, out)
    assert files(out) == ["2569/b.docx", "2569/b.new-2.docx", "2569/b.new.docx"]


# What is not pruned


def test_files_of_a_faulty_document_and_of_its_copies_stay(tmp_path: Path) -> None:
    root, out = write_office(tmp_path / "office", ["a", "b"]), tmp_path / "build"
    path = write_circular(root, "หนึ่ง", "สอง")
    build(root, out)
    path.write_text("kind: letter\nsubject: [\n", encoding="utf-8")
    (root / "2569/b.yaml").unlink()
    report = prune(root, out)

    assert removed(report) == ["b.docx"]
    assert [d.code for d in report.diagnostics if d.code.startswith("E4")] == []
    assert files(out) == ["2569/a.docx", "2569/letters/c/สอง.docx", "2569/letters/c/หนึ่ง.docx"]


def test_files_stay_where_a_file_that_may_be_a_part_of_their_document_is_faulty(tmp_path: Path) -> None:
    made_files = MadeFiles.of(["2569/sar"], ["2569/sar/1-1"], [2569])
    record = FileRecord("i", "o", document="2569/sar", kind="sar")
    other = FileRecord("i", "o", document="2569/sarawut", kind="manual")
    assert not made_files.is_stale(tmp_path, "2569/sar/centre/x.docx", record)
    assert not made_files.is_stale(tmp_path, "2569/sar/1-1.docx", FileRecord("i", "o"))
    assert made_files.is_stale(tmp_path, "2569/sarawut.docx", other)


def test_nothing_is_removed_while_a_part_of_the_project_is_not_read(root: Path, out: Path) -> None:
    """Two folders of one year: the documents of the second are not known."""
    (root / "๒๕๖๙").mkdir()
    (root / "2569/b.yaml").unlink()
    report = prune(root, out)

    codes = [(d.code, str(d.severity), Path(d.location.path).name) for d in report.diagnostics]
    assert codes == [("E404", "error", "๒๕๖๙"), ("E444", "warning", "๒๕๖๙")]
    assert (removed(report), files(out)) == ([], ["2569/a.docx", "2569/b.docx"])
    (root / "๒๕๖๙").rmdir()
    assert removed(prune(root, out)) == ["b.docx"]


def test_files_of_a_year_that_the_project_does_not_have_stay(root: Path, out: Path) -> None:
    (root / "2569").rename(root / "2570")
    report = prune(root, out)

    assert removed(report) == []
    assert files(out) == ["2569/a.docx", "2569/b.docx", "2570/a.docx", "2570/b.docx"]
    assert summaries(report.diagnostics) == [("E406", "info", "a.docx"), ("E406", "info", "b.docx")]
    assert {"--prune" in diagnostic.hint for diagnostic in report.diagnostics} == {False}


@pytest.mark.parametrize("key", ["../outside.docx", "2569/link/outside.docx", "2569/../../outside.docx"])
def test_nothing_outside_the_output_folder_is_removed(root: Path, out: Path, key: str) -> None:
    outside = out.parent / "outside.docx"
    outside.write_bytes(b"made")
    (out / "2569/link").symlink_to(out.parent, target_is_directory=True)
    manifest = read_manifest(out)
    digest = hashlib.sha256(b"made").hexdigest()
    records = {**manifest.records, key: FileRecord("i", digest)}
    write_manifest(out, Manifest(records))
    prune(root, out)
    assert outside.read_bytes() == b"made"


@pytest.mark.parametrize("lock", ["~$b.docx", ".~lock.b.docx#"])
def test_a_file_that_is_open_elsewhere_is_told_and_removed_later(root: Path, out: Path, lock: str) -> None:
    (out / "2569" / lock).write_bytes(b"")
    (root / "2569/b.yaml").unlink()
    report = prune(root, out)
    assert summaries(report.diagnostics) == [("E401", "error", "b.docx")]
    assert lock in report.diagnostics[0].hint
    assert (out / "2569/b.docx").is_file()
    (out / "2569" / lock).unlink()
    assert removed(prune(root, out)) == ["b.docx"]


@pytest.mark.parametrize(("may_write", "code"), [(True, "E401"), (False, "E405")])
def test_a_file_that_the_system_will_not_remove_is_told(
    root: Path, out: Path, monkeypatch: pytest.MonkeyPatch, code: str, *, may_write: bool
) -> None:
    def deny(_path: Path, *, missing_ok: bool = False) -> None:
        raise PermissionError(errno.EACCES, "Access is denied")

    (root / "2569/b.yaml").unlink()
    monkeypatch.setattr(Path, "unlink", deny)
    monkeypatch.setattr(os, "access", lambda _path, _mode: may_write)
    report = prune(root, out)
    monkeypatch.undo()
    assert summaries(report.diagnostics) == [(code, "error", "b.docx")]
    assert removed(prune(root, out)) == ["b.docx"]


def test_two_names_of_one_file_are_not_two_files(root: Path, out: Path) -> None:
    """As on the disks of Windows, where b.docx and B.docx are one: a second link stands for it here."""
    (root / "2569/b.yaml").rename(root / "2569/B.yaml")
    os.link(out / "2569/b.docx", out / "2569/B.docx")
    report = prune(root, out)
    assert (removed(report), summaries(report.diagnostics)) == ([], [])
    assert (out / "2569/B.docx").is_file()
    (out / "2569/B.docx").unlink()
    assert removed(prune(root, out)) == ["b.docx"]


# What a choice covers


@pytest.fixture
def wide_out(tmp_path: Path) -> Path:
    """Build documents of two kinds and years, and delete one of each; return the output folder."""
    root, out = tmp_path / "office", tmp_path / "build"
    write_office(root, ["a", "b"], "2568")
    write_office(root, ["a", "b"], "2569")
    path = write_circular(root, "หนึ่ง", "สอง")
    build(root, out, choice=Choice(year=2568))
    build(root, out)
    for name in ("2568/b.yaml", "2569/b.yaml"):
        (root / name).unlink()
    path.write_text(CIRCULAR + "  - {to: หนึ่ง}\n", encoding="utf-8")
    return out


@pytest.mark.parametrize(
    ("choice", "names"),
    [
        (Choice(), ["2568/b.docx", "2569/b.docx", "2569/letters/c/สอง.docx"]),
        (Choice(year=2568), ["2568/b.docx"]),
        (Choice(year=2569), ["2569/b.docx", "2569/letters/c/สอง.docx"]),
        (Choice(kinds=("letter",)), ["2569/letters/c/สอง.docx"]),
        (Choice(kinds=("manual",)), ["2568/b.docx", "2569/b.docx"]),
        (Choice(kinds=("manual",), year=2568), ["2568/b.docx"]),
        (Choice(kinds=("order",)), []),
        (Choice(("a",)), []),
        (Choice(("a", "letters/c")), ["2569/letters/c/สอง.docx"]),
        (Choice(("letters/c",), kinds=("manual",)), []),
    ],
)
def test_a_choice_prunes_only_what_it_covers(
    tmp_path: Path, wide_out: Path, choice: Choice, names: list[str]
) -> None:
    before = files(wide_out)
    report = prune(tmp_path / "office", wide_out, choice=choice)

    paths = [result.output for result in report.results if result.outcome == "removed"]
    assert [path.relative_to(wide_out).as_posix() for path in paths] == names
    assert files(wide_out) == [name for name in before if name not in names]


def test_without_prune_nothing_is_removed(tmp_path: Path, wide_out: Path) -> None:
    before = files(wide_out)
    build(tmp_path / "office", wide_out)
    assert files(wide_out) == before
