"""A test that would depend on the machine fails, and says why."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ON_ONE_PYTHON
from machine_apart import OFFICE_PROGRAMS, OnePage, path_without_office_suite

from esa_docs.jobs.building import working_processes
from esa_docs.pages.available_engines import open_engines
from esa_docs.pages.office_suite import find_office_suite

FAILED = pytest.fail.Exception
not_on_windows = pytest.mark.skipif(sys.platform == "win32", reason="programs are made of scripts")


@pytest.mark.parametrize("name", OFFICE_PROGRAMS)
def test_an_office_suite_that_is_started_fails_the_test(name: str, tmp_path: Path) -> None:
    with pytest.raises(FAILED, match="not marked 'office' starts LibreOffice"):
        subprocess.run([name, "--headless"], check=False)
    with pytest.raises(FAILED, match="not marked 'office' starts LibreOffice"):
        subprocess.run([tmp_path / name], check=False)


@pytest.mark.engines
def test_one_of_a_tests_own_making_may_be_started_by_tests_of_engines(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        subprocess.run([tmp_path / "soffice"], check=False)


def test_worker_processes_fail_the_test() -> None:
    with pytest.raises(FAILED, match="starts worker processes"):
        vars(working_processes)["ProcessPoolExecutor"](2)


def test_pages_are_laid_out_by_the_engine_made_up_for_it() -> None:
    with open_engines() as engines:
        assert [type(engine) for engine in engines] == [OnePage]


def test_no_office_suite_is_found() -> None:
    assert find_office_suite() is None


@not_on_windows
def test_the_office_suite_alone_is_hidden_from_programs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("with/soffice", "with/git", "without/pdftotext"):
        program = tmp_path / name
        program.parent.mkdir(exist_ok=True)
        program.write_text("#!/bin/sh\n", encoding="utf-8")
        program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path / 'with'}:{tmp_path / 'without'}")
    path = path_without_office_suite(tmp_path / "links")
    programs = [shutil.which(name, path=path) for name in ("soffice", "git", "pdftotext")]
    assert programs == [None, str(tmp_path / "links/0/git"), str(tmp_path / "without/pdftotext")]


def test_the_files_for_one_version_of_python_are_there() -> None:
    missing_files = [name for name in ON_ONE_PYTHON if not (Path(__file__).parent / name).is_file()]
    assert missing_files == []
