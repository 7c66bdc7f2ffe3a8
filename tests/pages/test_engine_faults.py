"""An office suite that fails in every way: it is tried once more, then reported in its own words."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

import pytest
from page_files import FAMILY, family_without_fonts, paragraph, section, word_file

from esa_docs.pages.engine import EngineFault
from esa_docs.pages.layout_copy import LayoutCopy, make_layout_copy
from esa_docs.pages.libreoffice import LibreOffice
from esa_docs.pages.office_suite import console_program, find_office_suite, read_product
from esa_docs.pages.word_file import WordFile

pytestmark = [
    pytest.mark.engines,
    pytest.mark.skipif(sys.platform == "win32", reason="the office suites of these tests are shell scripts"),
]


@pytest.fixture
def copy() -> LayoutCopy:
    data = word_file(paragraph("x") + section())
    return make_layout_copy(WordFile("a.docx", data, FAMILY), family_without_fonts(), None)


def office(folder: Path, script: str) -> Path:
    """Write an office suite that notes each of its starts with the arguments; return its path."""
    program = folder / "soffice"
    program.write_text(f'#!/bin/sh\necho "$@" >> "{folder}/starts"\n{script}\n', encoding="utf-8")
    program.chmod(0o755)
    return program


def starts(folder: Path) -> list[str]:
    """Return the arguments of each start of the office suite of a folder."""
    return (folder / "starts").read_text(encoding="utf-8").splitlines()


def fault_of(folder: Path, script: str, copy: LayoutCopy, quiet_seconds: float = 60.0) -> EngineFault:
    with LibreOffice(office(folder, script), quiet_seconds=quiet_seconds) as engine:
        answer = engine.lay_out({"a": copy}, with_pdf=True)["a"]
    assert isinstance(answer, EngineFault)
    return answer


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("exit 0", "exit code 0"),
        ("echo 'Error: source file could not be loaded' >&2; exit 0", "source file could not be loaded"),
        ("echo first; echo; echo last; exit 77", "exit code 77: first / last"),
        ("kill -9 $$", "signal 9"),
        ("echo 'convert a.docx -> a.pdf using filter'; exit 1", "exit code 1"),
        ("echo garbage > made/0.pdf; exit 0", "cannot be read"),
        (": > made/0.pdf; exit 0", "cannot be read"),
    ],
)
def test_a_failure_is_retried_once_and_told_in_its_own_words(
    script: str, words: str, copy: LayoutCopy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    fault = fault_of(tmp_path, script, copy)
    assert fault.code == "E721"
    assert words in fault.words
    assert len(starts(tmp_path)) == 2


def test_lines_that_are_always_there_are_no_last_words(
    copy: LayoutCopy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    script = "echo 'Warning: failed to launch javaldx - java may not function'; exit 5"
    assert fault_of(tmp_path, script, copy).words.endswith("exit code 5")


def test_the_retry_has_a_fresh_profile(copy: LayoutCopy, tmp_path: Path) -> None:
    fault_of(tmp_path, "exit 0", copy)
    arguments = " ".join(starts(tmp_path)).split()
    profiles = {argument for argument in arguments if "UserInstallation" in argument}
    assert len(profiles) == 2


def test_one_that_hangs_is_stopped_with_all_it_started(
    copy: LayoutCopy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    script = f"sleep 300 & echo $! >> {tmp_path}/children; echo working; sleep 300"
    start_time = time.monotonic()
    fault = fault_of(tmp_path, script, copy, quiet_seconds=0.3)
    assert time.monotonic() - start_time < 20
    assert "got no further" in fault.words
    assert fault.words.endswith("working")
    children = (tmp_path / "children").read_text(encoding="utf-8").split()
    assert len(children) == 2
    assert [child for child in children if not ends_soon(int(child))] == []


def ends_soon(process: int) -> bool:
    """Return whether a process ends within five seconds."""
    # A busy machine takes its time to end a process.
    deadline = time.monotonic() + 5
    while is_running(process) and time.monotonic() < deadline:
        time.sleep(0.02)
    return not is_running(process)


def is_running(process: int) -> bool:
    """Return whether a process runs. A zombie, which its parent has not waited for, does not."""
    try:
        os.kill(process, 0)
        status = Path(f"/proc/{process}/stat").read_text(encoding="utf-8")
    except (ProcessLookupError, FileNotFoundError):
        return False
    # The state follows the name of the program, which stands in brackets and may hold anything.
    _id_and_name, _bracket, fields = status.rpartition(")")
    state = fields.split()[0]
    return state != "Z"


def test_an_engine_that_goes_on_writing_is_not_stopped(copy: LayoutCopy, tmp_path: Path) -> None:
    """Four files at half a second each pass the limit of 1.2 seconds together, none of them alone."""
    fail_unless_first_start = f'[ "$(wc -l < "{tmp_path}/starts")" = 1 ] || exit 1'
    work = "for n in 0 1 2 3; do sleep 0.5; echo x > made/$n.pdf; done"
    script = f'{fail_unless_first_start}; {work}; touch "{tmp_path}/finished"'
    with LibreOffice(office(tmp_path, script), quiet_seconds=1.2) as engine:
        answers = engine.lay_out(dict.fromkeys("abcd", copy), with_pdf=True)
    assert len(answers) == 4
    assert (tmp_path / "finished").exists()
    first_start = starts(tmp_path)[0]
    assert first_start.count(".docx") == 4


def test_a_program_that_cannot_be_started_is_told(
    copy: LayoutCopy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    with LibreOffice(tmp_path / "nowhere") as engine:
        answer = engine.lay_out({"a": copy}, with_pdf=True)["a"]
    assert isinstance(answer, EngineFault)
    assert "could not be started" in answer.words


def test_a_full_disk_is_told(copy: LayoutCopy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))
    fault = fault_of(tmp_path, "exit 0", copy)
    assert fault.code == "E721"
    assert "working files cannot be written" in fault.words
    assert not (tmp_path / "starts").exists()


def test_nothing_is_started_for_no_files(tmp_path: Path) -> None:
    with LibreOffice(office(tmp_path, "exit 0")) as engine:
        assert engine.lay_out({}, with_pdf=True) == {}
    assert not (tmp_path / "starts").exists()


def test_folder_and_profile_are_gone_when_it_is_closed(
    copy: LayoutCopy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "แฟ้มชั่วคราว"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    with LibreOffice(office(tmp_path, "exit 0")) as engine:
        engine.lay_out({"a": copy}, with_pdf=True)
        # The folder, and beside it the lock that tells that its owner lives.
        assert len(list(temporary.iterdir())) == 2
    assert list(temporary.iterdir()) == []


def test_its_environment_has_nothing_of_pythons(
    copy: LayoutCopy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONHOME", "/elsewhere")
    monkeypatch.setenv("SAL_USE_VCLPLUGIN", "gtk3")
    fault_of(tmp_path, f"env > {tmp_path}/environment", copy)
    lines = (tmp_path / "environment").read_text(encoding="utf-8").splitlines()
    plugin_lines = [line for line in lines if line.startswith("SAL_USE_VCLPLUGIN=")]
    expected = ["SAL_USE_VCLPLUGIN=svp"] if sys.platform == "linux" else []
    assert [line for line in lines if line.startswith("PYTHONHOME=")] == []
    assert plugin_lines == expected


def test_an_interrupt_stops_it(copy: LayoutCopy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_code: int, _frame: object) -> None:
        raise KeyboardInterrupt

    old_handler = signal.signal(signal.SIGUSR1, interrupt)
    script = f"echo $$ >> {tmp_path}/children; sleep 0.3; kill -USR1 {os.getpid()}; sleep 300"
    try:
        with LibreOffice(office(tmp_path, script)) as engine, pytest.raises(KeyboardInterrupt):
            engine.lay_out({"a": copy}, with_pdf=True)
    finally:
        signal.signal(signal.SIGUSR1, old_handler)
    assert ends_soon(int((tmp_path / "children").read_text(encoding="utf-8")))


def test_name_and_build_are_read_beside_the_program(tmp_path: Path) -> None:
    (tmp_path / "bootstraprc").write_text("[Bootstrap]\nProductKey=LibreOffice 24.8\n", encoding="utf-8")
    (tmp_path / "versionrc").write_text("[Version]\nAllLanguages=th\nbuildid=abc\n", encoding="utf-8")
    assert read_product(tmp_path / "soffice") == ("LibreOffice 24.8", "abc")


def test_name_and_build_are_read_on_windows_too(tmp_path: Path) -> None:
    (tmp_path / "bootstrap.ini").write_text("[Bootstrap]\nProductKey=LibreOffice 24.8\n", encoding="utf-8")
    (tmp_path / "version.ini").write_text("[Version]\nbuildid=abc\n", encoding="utf-8")
    assert read_product(tmp_path / "soffice.exe") == ("LibreOffice 24.8", "abc")


def test_an_unreadable_installation_has_a_bare_name(tmp_path: Path) -> None:
    (tmp_path / "bootstraprc").write_bytes(b"\xff\xfe[")
    assert read_product(tmp_path / "soffice") == ("LibreOffice", "")


def test_windows_runs_the_program_that_waits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "soffice.exe"
    assert console_program(program) == program
    monkeypatch.setattr("sys.platform", "win32")
    assert console_program(program) == program
    program.with_suffix(".com").write_bytes(b"")
    assert console_program(program) == tmp_path / "soffice.com"


def test_an_office_suite_is_found_on_the_path(monkeypatch: pytest.MonkeyPatch) -> None:
    programs = {"libreoffice": "/bin/libreoffice"}
    monkeypatch.setattr("shutil.which", programs.get)
    assert find_office_suite() == Path("/bin/libreoffice")


def test_an_office_suite_is_found_where_windows_installs_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / "LibreOffice/program/soffice.exe"
    program.parent.mkdir(parents=True)
    program.write_bytes(b"")
    monkeypatch.setattr("shutil.which", lambda _name: None)
    monkeypatch.setenv("PROGRAMFILES", str(tmp_path))
    assert find_office_suite() == program
