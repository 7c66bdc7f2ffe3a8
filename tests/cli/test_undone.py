"""Commands that change a project say last that nothing was written, and propose the year of the day."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from click.testing import CliRunner

from esa_docs.api import clock
from esa_docs.cli import app

NOW = dt.datetime(2026, 10, 1, 9, tzinfo=dt.timezone(dt.timedelta(hours=7)))
LIST = "เลขที่,ลงวันที่,เรื่อง\n1,1 ตุลาคม 2569,ก\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder, on the first day of the fiscal year 2570."""
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    monkeypatch.setattr(clock, "_now", lambda: NOW)
    folder = tmp_path / "empty"
    folder.mkdir()
    monkeypatch.chdir(folder)
    (tmp_path / "list.csv").write_text(LIST, encoding="utf-8")
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4\n")
    (tmp_path / "a.docx").write_bytes(b"PK")
    return folder


@pytest.mark.parametrize(
    "line",
    [
        "issue orders/x --number 12",
        "sent orders/x",
        "new order orders/x",
        "emblem take ../a.docx",
        "migrate",
        "issue --reserve 2 --kind order --for x --until 2569-12-31",
        "issue --cancel 5 --kind order --why x",
        "numbers import ../list.csv --kind order",
        "people ids",
    ],
)
def test_what_is_no_project_is_told_with_the_year_of_the_day_and_that_nothing_was_written(
    folder: Path, line: str
) -> None:
    result = CliRunner().invoke(app, line.split())
    finding, hint = result.stdout.splitlines()
    assert (result.exit_code, list(folder.iterdir())) == (3, [])
    assert "[E902]" in finding
    assert "--year 2570'." in hint
    assert result.stderr == "nothing was written, because there are errors: 1\n"


def test_a_scan_that_cannot_be_filed_leaves_all_as_it_is(folder: Path) -> None:
    result = CliRunner().invoke(app, ["attach", "orders/x", "../a.pdf"])
    assert result.exit_code == 1
    assert result.stderr.splitlines()[-1] == "nothing was written, because there are errors: 1"
