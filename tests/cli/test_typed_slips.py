"""Slips on the command line, as a clerk types them: what is wrong, and what to type."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from esa_docs.cli import app


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")


@pytest.mark.parametrize(
    ("line", "cure"),
    [
        ("สร้าง", "Did you mean one of these: 'new', 'build'?"),
        ("ตรวจ", "Did you mean 'check'?"),
        ("validate", "Did you mean 'check'?"),
        ("chek", "Did you mean 'check'?"),
        ("help", ", new, "),
        ("frobnicate", ", verify"),
        ("list -kind order", "Did you mean '--kind'?"),
        ("build -year=2569", "Did you mean '--year'?"),
        ("build -out x", "Did you mean '--out'?"),
        ("list --kind order,memo", "--kind order --kind memo"),
        ("list --year 69", "Did you mean '2569'?"),
        ("list --year 2026", "B.E. 2569"),
        ("new order orders/", "such as orders/first"),
        ("new", "order (คำสั่ง)"),
        ("check manual", "Did you mean 'content/2569/manual.yaml'?"),
        ("check orders", "Did you mean 'content/2569/orders'?"),
        ("check a**b", "there is no file or folder 'a**b'"),
        ("check nope", "there is no file or folder 'nope'"),
    ],
)
def test_a_slip_is_told_with_what_to_type(
    project_dir: Path, monkeypatch: pytest.MonkeyPatch, line: str, cure: str
) -> None:
    (project_dir / "2569" / "orders").mkdir(exist_ok=True)
    monkeypatch.chdir(project_dir.parent)
    result = CliRunner().invoke(app, line.split())
    assert (result.exit_code, result.stdout) == (2, "")
    assert cure in result.stderr.splitlines()[-1]


@pytest.mark.parametrize("path", ["a**b", "*", "o[r]ders", "manua?"])
def test_a_path_is_no_pattern(project_dir: Path, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    (project_dir / "2569" / "orders").mkdir(exist_ok=True)
    monkeypatch.chdir(project_dir.parent)
    result = CliRunner().invoke(app, ["check", path])
    assert result.exit_code == 2
    assert "Did you mean" not in result.stderr


@pytest.mark.parametrize(("kind", "date"), [("minutes", "16 กันยายน 2571"), ("sar", "16 กันยายน 2571")])
def test_the_date_of_a_new_file_lies_in_its_year(project_dir: Path, kind: str, date: str) -> None:
    result = CliRunner().invoke(app, ["new", kind, "z", "--year", "2571", "-C", str(project_dir)])
    assert result.exit_code == 0
    text = (project_dir / "2571" / "z.yaml").read_text(encoding="utf-8")
    assert date in text
    assert "16 กันยายน 2569" not in text


def test_a_short_option_with_its_value_is_no_slip(project_dir: Path) -> None:
    result = CliRunner().invoke(app, ["build", f"-C{project_dir}", "no-such", "-j2"])
    assert result.exit_code == 1
    assert "[E408]" in result.output


@pytest.mark.parametrize(("text", "is_told"), [("kind: order\nsubject: [\n", True), ("", False)])
def test_only_where_later_checks_were_left_out_a_further_check_is_asked_for(
    project_dir: Path, text: str, *, is_told: bool
) -> None:
    if text:
        (project_dir / "2569" / "x.yaml").write_text(text, encoding="utf-8")
    result = CliRunner().invoke(app, ["check", "-C", str(project_dir)])
    assert ("Mend these and check again" in result.output) is is_told
