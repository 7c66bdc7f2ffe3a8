"""A disk, a folder or a template that refuses: it is told, the old file stays whole, the rest is built."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager
from io import BufferedReader
from pathlib import Path

import docx
import pytest
from small_office import build, edit, outcomes, paragraphs, summaries, temporaries, write_manual, write_office
from unreadable import needs_pipes
from written_project import put

from esa_docs import api
from esa_docs.diagnostics import Diagnostic, MachineError
from esa_docs.jobs.building import places
from esa_docs.jobs.building.plan import Choice
from esa_docs.source.folders import disk
from esa_docs.word import verify
from esa_docs.word.templates.reading import template_file
from esa_docs.word.templates.reading.template_file import shipped_template

FAILED = {"2569/a": "failed", "2569/b": "written"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_office(tmp_path / "office", ["a", "b"])


@pytest.fixture
def out(root: Path, tmp_path: Path) -> Path:
    """Build once and change the documents; return the output folder."""
    build(root, tmp_path / "build")
    for name in ("a", "b"):
        write_manual(root, name, "ครั้งที่สอง")
    return tmp_path / "build"


def _refuse(monkeypatch: pytest.MonkeyPatch, name: str, fault: OSError) -> None:
    """Let moving a file to a name fail."""
    replace = Path.replace

    def refuse(source: Path, target: Path) -> Path:
        if Path(target).name == name:
            raise fault
        return replace(source, target)

    monkeypatch.setattr(Path, "replace", refuse)


def test_a_file_open_in_word_is_told_and_the_others_are_built(
    root: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (out / "2569/a.docx").read_bytes()
    _refuse(monkeypatch, "a.docx", PermissionError(errno.EACCES, "Access is denied"))
    report = build(root, out)
    assert (outcomes(report), summaries(report.diagnostics)) == (FAILED, [("E401", "error", "a.docx")])
    assert (out / "2569/a.docx").read_bytes() == before
    assert "ครั้งที่สอง" in paragraphs(out / "2569/b.docx")
    assert temporaries(out) == []
    monkeypatch.undo()
    assert outcomes(build(root, out)) == {"2569/b": "unchanged", "2569/a": "written"}


@pytest.mark.parametrize("lock", ["~$a.docx", ".~lock.a.docx#"])
def test_a_lock_file_is_told_by_name_and_the_others_are_built(root: Path, out: Path, lock: str) -> None:
    before = (out / "2569/a.docx").read_bytes()
    (out / "2569" / lock).write_bytes(b"")
    report = build(root, out)
    assert (outcomes(report), summaries(report.diagnostics)) == (FAILED, [("E401", "error", "a.docx")])
    assert lock in report.diagnostics[0].hint
    assert (out / "2569/a.docx").read_bytes() == before


def test_a_lock_file_does_not_matter_when_nothing_is_to_be_written(root: Path, out: Path) -> None:
    build(root, out)
    (out / "2569/~$a.docx").write_bytes(b"")
    report = build(root, out)
    assert (outcomes(report)["2569/a"], report.diagnostics) == ("unchanged", ())


def test_force_writes_past_a_lock_file(root: Path, out: Path) -> None:
    (out / "2569/~$a.docx").write_bytes(b"")
    report = build(root, out, force=True)
    assert (outcomes(report)["2569/a"], report.diagnostics) == ("written", ())


def test_an_edited_file_open_in_word_does_not_hinder_the_new_one(root: Path, out: Path) -> None:
    edited_data = edit(out / "2569/a.docx")
    (out / "2569/~$a.docx").write_bytes(b"")
    report = build(root, out)
    assert (outcomes(report)["2569/a"], summaries(report.diagnostics)) == (
        "beside",
        [("E402", "warning", "a.docx")],
    )
    assert (out / "2569/a.docx").read_bytes() == edited_data


def test_a_disk_that_refuses_one_file_is_told_with_its_reason(
    root: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (out / "2569/a.docx").read_bytes()
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    _refuse(monkeypatch, "a.docx", OSError(errno.EIO, "Input/output error"))
    report = build(root, out)
    assert (outcomes(report), summaries(report.diagnostics)) == (FAILED, [("E405", "error", "a.docx")])
    (diagnostic,) = report.diagnostics
    assert diagnostic.message == "the file cannot be written: the disk is damaged or was taken out"
    assert diagnostic.hint.startswith("Look whether the disk or the share is there")
    assert (out / "2569/a.docx").read_bytes() == before


@pytest.mark.parametrize(
    ("number", "reason", "cure"),
    [
        (errno.ENOSPC, "the disk is full", "Make room"),
        (errno.EDQUOT, "the room that you may use on this disk is full", "Make room"),
        (errno.EROFS, "the disk can only be read", "Choose a folder on another disk."),
    ],
)
def test_a_full_disk_ends_the_build_and_is_told_once(
    root: Path, out: Path, monkeypatch: pytest.MonkeyPatch, number: int, reason: str, cure: str
) -> None:
    before = {name: (out / name).read_bytes() for name in ("2569/a.docx", "2569/b.docx")}

    def full(_number: int) -> None:
        raise OSError(number, "in the words of the system")

    write_manual(root, "c")
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    monkeypatch.setattr(os, "fsync", full)
    report = build(root, out)
    assert outcomes(report) == {"2569/a": "failed"}
    assert summaries(report.diagnostics) == [("E405", "error", "a.docx")]
    (diagnostic,) = report.diagnostics
    assert diagnostic.message == f"the file cannot be written: {reason}; 2 further documents were not made"
    assert diagnostic.hint.startswith(cure)
    assert {name: (out / name).read_bytes() for name in before} == before
    assert temporaries(out) == []
    assert not (out / "2569/c.docx").exists()
    monkeypatch.undo()
    assert set(outcomes(build(root, out)).values()) == {"written"}


def test_a_manifest_that_cannot_be_written_is_told(
    root: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _refuse(monkeypatch, "manifest.json", OSError(errno.ENOSPC, "No space left on device"))
    report = build(root, out)
    assert summaries(report.diagnostics) == [("E405", "error", ".esa-docs")]
    monkeypatch.undo()
    write_manual(root, "a", "ครั้งที่สาม")
    again = build(root, out)
    assert (outcomes(again), again.diagnostics) == ({"2569/b": "unchanged", "2569/a": "written"}, ())


def test_a_folder_without_rights_is_not_taken_for_an_open_file(
    root: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _refuse(monkeypatch, "a.docx", PermissionError(errno.EACCES, "Permission denied"))
    monkeypatch.setattr(os, "access", lambda path, _mode: Path(path) != out / "2569")
    report = build(root, out)
    assert (outcomes(report), summaries(report.diagnostics)) == (FAILED, [("E405", "error", "a.docx")])


def test_a_folder_where_the_file_should_go_is_told_and_stays(root: Path, tmp_path: Path) -> None:
    inner = tmp_path / "build/2569/a.docx/inner.txt"
    inner.parent.mkdir(parents=True)
    inner.write_bytes(b"mine")
    for _time in range(2):
        report = build(root, tmp_path / "build")
        assert outcomes(report)["2569/a"] == "failed"
        assert summaries(report.diagnostics) == [("E405", "error", "a.docx")]
    assert outcomes(report)["2569/b"] == "unchanged"
    assert inner.read_bytes() == b"mine"


@needs_pipes
def test_a_pipe_where_the_file_should_go_stays_and_is_not_waited_for(root: Path, out: Path) -> None:
    path = out / "2569/a.docx"
    path.unlink()
    os.mkfifo(path)
    report = build(root, out)
    assert outcomes(report)["2569/a"] == "beside"
    assert summaries(report.diagnostics) == [("E402", "warning", "a.docx")]
    assert path.is_fifo()


def test_a_file_where_the_output_folder_should_be_is_told_once_and_stays(root: Path, tmp_path: Path) -> None:
    path = tmp_path / "build"
    path.write_bytes(b"mine")
    with pytest.raises(MachineError) as caught:
        build(root, path)
    assert summaries(caught.value.diagnostics) == [("E405", "error", ".esa-docs")]
    assert path.read_bytes() == b"mine"


def test_a_file_where_a_folder_should_be_is_told_and_stays(root: Path, tmp_path: Path) -> None:
    path = tmp_path / "build/2569"
    path.parent.mkdir()
    path.write_bytes(b"mine")
    report = build(root, tmp_path / "build")
    assert set(outcomes(report).values()) == {"failed"}
    codes = [(diagnostic.code, str(diagnostic.severity)) for diagnostic in report.diagnostics]
    assert codes == [("E405", "error"), ("E405", "error")]
    assert path.read_bytes() == b"mine"


def test_a_file_that_may_not_be_read_counts_as_edited(
    root: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (out / "2569/a.docx").read_bytes()

    def refuse(path: Path) -> AbstractContextManager[BufferedReader]:
        if path == out / "2569/a.docx":
            raise PermissionError(errno.EACCES, "Permission denied")
        return disk.open_file(path)

    monkeypatch.setattr(places, "open_file", refuse)
    report = build(root, out)
    monkeypatch.undo()
    assert (outcomes(report)["2569/a"], summaries(report.diagnostics)) == (
        "beside",
        [("E402", "warning", "a.docx")],
    )
    assert (out / "2569/a.docx").read_bytes() == before


def _own_template(root: Path) -> Path:
    folder = root / "templates_docx"
    folder.mkdir()
    return Path(shutil.copy(shipped_template("manual.docx"), folder / "manual.docx"))


def _no_word_file(path: Path) -> None:
    path.write_bytes(b"no Word file")


def _unknown_variable(path: Path) -> None:
    document = docx.Document(str(path))
    document.add_paragraph("{{ no_such_thing }}")
    document.save(str(path))


def _wrong_tag(path: Path) -> None:
    document = docx.Document(str(path))
    document.add_paragraph("{{ title | }}")
    document.save(str(path))


def _prints_nothing(path: Path) -> None:
    document = docx.Document(str(path))
    for element in list(document.element.body)[:-1]:
        document.element.body.remove(element)
    document.add_paragraph("ไม่มีแท็ก")
    document.save(str(path))


TEMPLATE_FAULTS: dict[str, tuple[Callable[[Path], None], str]] = {
    "no Word file": (_no_word_file, "E302"),
    "wrong tag": (_wrong_tag, "E303"),
    "unknown variable": (_unknown_variable, "E304"),
    "content not printed": (_prints_nothing, "E704"),
}


@pytest.mark.parametrize("fault", TEMPLATE_FAULTS)
def test_a_template_that_does_not_fit_leaves_the_old_files(root: Path, out: Path, fault: str) -> None:
    spoil, code = TEMPLATE_FAULTS[fault]
    before = {name: (out / name).read_bytes() for name in ("2569/a.docx", "2569/b.docx")}
    template = _own_template(root)
    spoil(template)
    report = build(root, out)
    assert outcomes(report) == {"2569/a": "failed", "2569/b": "failed"}
    error_codes = {diagnostic.code for diagnostic in report.diagnostics if diagnostic.is_error}
    assert code in error_codes
    assert {error_code[:2] for error_code in error_codes} == {code[:2]}
    assert {name: (out / name).read_bytes() for name in before} == before
    template.unlink()
    assert outcomes(build(root, out)) == {"2569/a": "written", "2569/b": "written"}


def test_an_installation_without_template_is_told_and_nothing_is_written(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(template_file, "_FOLDERS", (tmp_path / "none",))
    report = build(root, tmp_path / "build")
    assert outcomes(report) == {"2569/a": "failed", "2569/b": "failed"}
    assert summaries(report.diagnostics) == [("E301", "error", "manual.docx")]
    assert not (tmp_path / "build" / "2569").exists()


def test_a_file_that_fails_verification_is_not_put_in_place(
    root: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (out / "2569/a.docx").read_bytes()
    check = verify.verify

    def refuse(data: bytes, file_label: str, expected: tuple[str, ...]) -> tuple[Diagnostic, ...]:
        if file_label.endswith("a.docx"):
            expected = (*expected, "ข้อความที่หายไป")
        return check(data, file_label, expected)

    monkeypatch.setattr("esa_docs.word.render.verify", refuse)
    report = build(root, out)
    assert (outcomes(report), summaries(report.diagnostics)) == (FAILED, [("E704", "error", "a.docx")])
    assert (out / "2569/a.docx").read_bytes() == before
    monkeypatch.undo()
    assert outcomes(build(root, out))["2569/a"] == "written"


def test_a_circular_is_there_whole_or_not_at_all(
    root: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    recipients = "".join(f"\n  - {{to: ผู้รับที่ {number}, key: r{number}}}" for number in range(4))
    put(
        root,
        "2569/c.yaml",
        "kind: letter\nsubject: เรื่อง\ncircular: true\nseparate_files: true\n"
        f"text: [ข้อความ]\nclosing: จึงเรียนมา\nrecipients:{recipients}\n",
    )
    fsync = os.fsync

    def full_at_the_third_copy(number: int) -> None:
        if (out / "2569/c/r1.docx").exists():
            raise OSError(errno.ENOSPC, "No space left on device")
        fsync(number)

    monkeypatch.setattr(os, "fsync", full_at_the_third_copy)
    report = build(root, out, choice=Choice(names=("c",)))
    assert [result.outcome.value for result in report.results] == [
        *("written", "written", "removed", "removed", "failed"),
    ]
    assert summaries(report.diagnostics)[:1] == [("E405", "error", "r2.docx")]
    assert list((out / "2569/c").iterdir()) == []
    monkeypatch.undo()
    again = build(root, out, choice=Choice(names=("c",)))
    assert [result.outcome.value for result in again.results] == ["written"] * 4


def test_several_files_of_a_command_are_all_there_or_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fsync = os.fsync
    calls: list[int] = []

    def full_at_the_second(number: int) -> None:
        calls.append(number)
        if len(calls) > 1:
            raise OSError(errno.ENOSPC, "No space left on device")
        fsync(number)

    monkeypatch.setattr(os, "fsync", full_at_the_second)
    files = {tmp_path / "n-orders.csv": b"1", tmp_path / "n-circulars.csv": b"2"}
    with pytest.raises(MachineError) as error_info:
        list(api.write_files(files))
    (diagnostic,) = error_info.value.diagnostics
    assert (diagnostic.code, Path(diagnostic.location.path).name) == ("E405", "n-circulars.csv")
    assert list(tmp_path.iterdir()) == []


CIRCULAR = """\
kind: letter
subject: SUBJECT
text: [โปรดทราบ]
separate_files: true
recipients:
  - {to: ผู้รับหนึ่ง, key: r1}
  - {to: ผู้รับสอง, key: r2}
  - {to: ผู้รับสาม, key: r3}
"""


def test_a_full_disk_amid_a_circular_says_how_many_copies_are_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    root = write_office(tmp_path / "office", [])
    put(root, "2569/c.yaml", CIRCULAR.replace("SUBJECT", "เรื่องเดิม"))
    build(root, tmp_path / "build")
    put(root, "2569/c.yaml", CIRCULAR.replace("SUBJECT", "เรื่องใหม่"))
    replace = Path.replace

    def refuse(source: Path, target: Path) -> Path:
        if Path(target).name in {"r2.docx", "manifest.json"}:
            raise OSError(errno.ENOSPC, "No space left on device")
        return replace(source, target)

    monkeypatch.setattr(Path, "replace", refuse)
    report = build(root, tmp_path / "build")
    errors = [diagnostic for diagnostic in report.diagnostics if diagnostic.is_error]
    assert summaries(errors) == [("E405", "error", "r2.docx")]
    assert "1 are new and 2 are of an earlier build: do not send them yet" in errors[0].message
    monkeypatch.undo()
    again = build(root, tmp_path / "build")
    assert outcomes(again) == {"2569/c/r1": "unchanged", "2569/c/r2": "written", "2569/c/r3": "written"}
