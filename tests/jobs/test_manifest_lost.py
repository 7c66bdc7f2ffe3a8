"""Builds into a folder whose manifest is broken, unreadable, or written by a newer program."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import pytest
from small_office import build, edit, outcomes, summaries, write_manual, write_office
from unreadable import as_nobody, make_pipe, needs_pipes, open_folder

from esa_docs.diagnostics import MachineError

NEWER = json.dumps({"format": 3, "files": {}, "news": "x"}).encode()
CUT_SHORT = b'{"format": 2, "files": {"2569/a'
BROKEN = [b"", b"\xff\x00", b"[" * 100_000, b'{"format": ' + b"9" * 5000 + b"}", CUT_SHORT]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_office(tmp_path / "office", ["a", "b", "c"])


@pytest.fixture
def out(root: Path, tmp_path: Path) -> Path:
    """Return an output folder with a, b and c; then c was edited, and a and c have other content."""
    folder = tmp_path / "build"
    build(root, folder)
    edit(folder / "2569/c.docx")
    write_manual(root, "a", "เรื่องใหม่")
    write_manual(root, "c", "เรื่องใหม่")
    return folder


def _manifest(out: Path) -> Path:
    return out / ".esa-docs/manifest.json"


def _hashes(out: Path) -> dict[str, str]:
    files = sorted(path for path in (out / "2569").rglob("*") if path.is_file())
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.mark.parametrize("data", BROKEN)
def test_a_broken_one_is_made_anew_and_what_is_as_made_is_known_again(
    root: Path, out: Path, data: bytes
) -> None:
    before = _hashes(out)
    _manifest(out).write_bytes(data)
    report = build(root, out)
    assert outcomes(report) == {"2569/a": "beside", "2569/b": "unchanged", "2569/c": "beside"}
    assert summaries(report.diagnostics) == [
        ("E467", "warning", "manifest.json"),
        ("E402", "warning", "a.docx"),
        ("E402", "warning", "c.docx"),
    ]
    # Whether a was edited, nobody knows.
    assert all("edited" not in diagnostic.message for diagnostic in report.diagnostics)
    after = _hashes(out)
    assert {name: after[name] for name in before} == before
    assert set(after) - set(before) == {"a.new.docx", "c.new.docx"}
    again = build(root, out)
    assert [row for row in summaries(again.diagnostics) if row[0] == "E467"] == []
    assert outcomes(again) == {"2569/a": "kept", "2569/b": "unchanged", "2569/c": "kept"}


def test_a_broken_one_is_written_though_nothing_is_made(root: Path, tmp_path: Path) -> None:
    out = tmp_path / "build"
    shutil.rmtree(root / "2569")
    (root / "2569").mkdir()
    _manifest(out).parent.mkdir(parents=True)
    _manifest(out).write_bytes(b"x")
    assert summaries(build(root, out).diagnostics) == [("E467", "warning", "manifest.json")]
    assert json.loads(_manifest(out).read_bytes())["files"] == {}
    assert build(root, out).diagnostics == ()


def test_into_the_folder_of_a_newer_program_nothing_is_written(root: Path, out: Path) -> None:
    before = _hashes(out)
    _manifest(out).write_bytes(NEWER)
    for choices in ({}, {"force": True}, {"prune": True}):
        with pytest.raises(MachineError) as caught:
            build(root, out, **choices)
        assert summaries(caught.value.diagnostics) == [("E467", "error", "manifest.json")]
    assert (_hashes(out), _manifest(out).read_bytes()) == (before, NEWER)


@needs_pipes
@pytest.mark.parametrize("name", ["manifest.json", "placing.jsonl"])
def test_a_pipe_in_its_place_keeps_nobody_waiting(root: Path, out: Path, name: str) -> None:
    before = _hashes(out)
    (out / ".esa-docs" / name).unlink(missing_ok=True)
    make_pipe(out / ".esa-docs" / name)
    with pytest.raises(MachineError) as caught:
        build(root, out)
    assert summaries(caught.value.diagnostics) == [("E467", "error", name)]
    assert _hashes(out) == before


@needs_pipes
@pytest.mark.parametrize("name", ["manifest.json", "placing.jsonl"])
def test_where_it_may_not_be_read_nothing_is_written(name: str) -> None:
    with open_folder() as folder:
        folder.chmod(0o777)
        with as_nobody():
            root, out = write_office(folder / "office"), folder / "build"
            build(root, out)
            write_manual(root, "a", "เรื่องใหม่")
            before = _hashes(out)
            path = out / ".esa-docs" / name
            path.touch()
            path.chmod(0)
            with pytest.raises(MachineError) as caught:
                build(root, out)
            assert summaries(caught.value.diagnostics) == [("E467", "error", name)]
            assert _hashes(out) == before


@needs_pipes
@pytest.mark.parametrize("prune", [False, True])
def test_a_closed_folder_keeps_its_documents_and_the_others_are_made(prune: bool) -> None:
    with open_folder() as folder:
        folder.chmod(0o777)
        with as_nobody():
            root, out = write_office(folder / "office", ["a", "orders/b", "orders/c"]), folder / "build"
            build(root, out)
            before = (out / "2569/orders/b.docx").read_bytes()
            for name in ("a", "orders/b"):
                write_manual(root, name, "เรื่องใหม่")
            (root / "2569/orders/c.yaml").unlink()
            (out / "2569/orders").chmod(0)
            report = build(root, out, prune=prune)
            (out / "2569/orders").chmod(0o755)
            outcome_by_key = outcomes(report)
            outcome_by_key.pop("2569/orders/c", None)
            assert outcome_by_key == {"2569/a": "written", "2569/orders/b": "failed"}
            stale_row = ("E405", "error", "c.docx") if prune else ("E406", "info", "c.docx")
            assert summaries(report.diagnostics) == [("E405", "error", "b.docx"), stale_row]
            assert (out / "2569/orders/b.docx").read_bytes() == before
            assert (out / "2569/orders/c.docx").is_file()


@needs_pipes
def test_a_closed_output_folder_is_told() -> None:
    with open_folder() as folder:
        folder.chmod(0o777)
        with as_nobody():
            root, out = write_office(folder / "office"), folder / "build"
            build(root, out)
            out.chmod(0)
            with pytest.raises(MachineError) as caught:
                build(root, out)
            out.chmod(0o755)
            assert [diagnostic.code for diagnostic in caught.value.diagnostics] == ["E405"]
