"""Streams that are closed or full, a folder that is gone, an interruption: told, and no fault of ours."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from written_project import put_office

from esa_docs import api
from esa_docs.cli import app
from esa_docs.cli.streams import prepare_streams

_COMMAND = [sys.executable, "-c", "from esa_docs.cli import main; main()"]
_CLOSED: dict[str, tuple[int, ...]] = {"stdout": (1,), "stderr": (2,), "all three": (0, 1, 2)}
needs_full_disk = pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has such a disk")
only_posix = pytest.mark.skipif(os.name != "posix", reason="shells of Windows close no stream")


@pytest.fixture
def office(tmp_path: Path) -> Path:
    return put_office(tmp_path / "office")


def _run_failing(fault: BaseException, office: Path, monkeypatch: pytest.MonkeyPatch) -> Result:
    def fail(_root: Path) -> None:
        raise fault

    monkeypatch.setattr(api, "load", fail)
    return CliRunner().invoke(app, ["list", "-C", str(office)])


@pytest.mark.parametrize(
    ("fault", "exit_code", "code"),
    [
        (OSError(28, "No space left on device", "a/b.docx"), 3, "a/b.docx: "),
        (OSError(28, "No space left on device", b"a\xff"), 3, "[E474]"),
        (OSError("no reason"), 3, "[E474]"),
        (MemoryError(), 3, "[E475]"),
        (RecursionError(), 1, "[E476]"),
    ],
)
def test_what_the_machine_refuses_is_no_fault_of_ours(
    office: Path, monkeypatch: pytest.MonkeyPatch, fault: Exception, exit_code: int, code: str
) -> None:
    result = _run_failing(fault, office, monkeypatch)
    assert result.exit_code == exit_code
    assert code in result.stderr
    assert result.stdout == ""


def test_an_interruption_has_the_code_that_shells_have(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result = _run_failing(KeyboardInterrupt(), office, monkeypatch)
    assert (result.exit_code, result.stdout) == (130, "")
    assert "Ctrl+C" in result.stderr
    assert "Traceback" not in result.stderr


def _process(
    office: Path, arguments: list[str], before: Callable[[], None] | None = None
) -> tuple[int, bytes]:
    process = subprocess.run(
        [*_COMMAND, *arguments],
        cwd=office,
        capture_output=True,
        check=False,
        preexec_fn=before,
    )
    return process.returncode, process.stderr


@only_posix
@pytest.mark.parametrize("closed", _CLOSED)
def test_a_closed_stream_stops_no_command(office: Path, closed: str) -> None:
    def close() -> None:
        for descriptor in _CLOSED[closed]:
            os.close(descriptor)

    code, errors = _process(office, ["list"], close)
    assert code == 0
    assert b"[E" not in errors
    assert b"Traceback" not in errors


@needs_full_disk
@pytest.mark.parametrize("arguments", [["list"], ["list", "--format", "json"], ["build", "--help"]])
def test_a_report_that_finds_no_room_is_told(office: Path, arguments: list[str]) -> None:
    (office / "2569").mkdir()
    (office / "2569/a.yaml").write_text("kind: order\n", encoding="utf-8")

    def fill() -> None:
        os.dup2(os.open("/dev/full", os.O_WRONLY), 1)

    code, errors = _process(office, arguments, fill)
    assert code == 3
    assert b"[E474]" in errors
    assert b"Traceback" not in errors
    assert b"Exception ignored" not in errors


@needs_full_disk
def test_messages_that_find_no_room_stop_no_work(office: Path) -> None:
    def fill() -> None:
        os.dup2(os.open("/dev/full", os.O_WRONLY), 2)

    assert _process(office, ["schema"], fill) == (0, b"")
    assert (office / "schemas/order.schema.json").is_file()


@only_posix
def test_a_working_folder_that_is_gone_is_told(office: Path) -> None:
    folder = office / "gone"

    def leave() -> None:
        folder.mkdir()
        os.chdir(folder)
        folder.rmdir()

    process = subprocess.run(
        [*_COMMAND, "list", "-C", str(office), "--format", "json"],
        capture_output=True,
        check=False,
        preexec_fn=leave,
    )
    assert process.returncode == 3
    assert b'"code": "E477"' in process.stdout
    assert process.stderr == b""


@pytest.mark.parametrize(
    ("encoding", "written"), [("utf-8", "ก\\xff\\ud800".encode()), ("ascii", b"\\u0e01\\xff\\ud800")]
)
def test_the_bytes_of_a_name_are_shown_as_bytes(
    monkeypatch: pytest.MonkeyPatch, encoding: str, written: bytes
) -> None:
    buffer = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(buffer, encoding=encoding))
    prepare_streams()
    sys.stdout.write("ก\udcff\ud800")
    sys.stdout.flush()
    assert buffer.getvalue() == written
