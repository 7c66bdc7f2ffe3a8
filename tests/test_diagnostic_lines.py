"""The text form of a diagnostic: its line stays a line, whatever a file is named."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from written_project import put, put_office

from esa_docs.cli import app
from esa_docs.diagnostics import ContentError, Diagnostic, Location
from esa_docs.jobs.changes.notices import notify

NAME = "2569/a\nb.yaml"
FAULT = Diagnostic("E403", "the name 'a\nb' is none", Location(NAME, 1, 2), "Rename\x1b it.")
LINE = r"2569/a\nb.yaml:1:2: error: the name 'a\nb' is none [E403]"


def test_what_would_break_a_line_is_escaped() -> None:
    assert FAULT.as_line() == LINE
    assert FAULT.as_lines() == [LINE, r"  hint: Rename\x1b it."]
    assert str(ContentError([FAULT])) == r"2569/a\nb.yaml:1:2: the name 'a\nb' is none [E403]"


def test_thai_stays_as_it_is_and_json_has_the_name_itself() -> None:
    fault = Diagnostic("E403", "ชื่อ ‘น้ำ’", Location("ปี/คำสั่ง.yaml"))
    assert fault.as_lines() == ["ปี/คำสั่ง.yaml: error: ชื่อ ‘น้ำ’ [E403]"]
    assert FAULT.as_dict()["path"] == NAME


def test_a_notice_keeps_its_lines(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR, "esa_docs"):
        notify(FAULT)
    assert caplog.messages == [f"{LINE}\n" + r"  hint: Rename\x1b it."]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_check_writes_one_line_for_such_a_file(tmp_path: Path) -> None:
    put(put_office(tmp_path), NAME, "kind: order\nsubject: ก\ncause: [ข]\nclauses: [ค]\n")
    result = CliRunner().invoke(app, ["check", "-C", str(tmp_path)])
    (line,) = [line for line in result.stdout.splitlines() if "[E403]" in line]
    assert line.startswith((tmp_path / "2569").as_posix() + r"/a\nb.yaml: error: ")
