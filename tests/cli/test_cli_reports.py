"""Reports of commands: their form, their stream and the exit code."""

from __future__ import annotations

import errno
import json
import re
import shutil
from pathlib import Path
from typing import Any, NoReturn

import pytest
from click.testing import CliRunner, Result

from esa_docs import api
from esa_docs.cli import app
from esa_docs.cli.show import exit_code, summary
from esa_docs.diagnostics import Diagnostic, Location, Severity
from esa_docs.word.templates.reading import template_file

KEYS = {"path", "line", "column", "severity", "code", "message", "hint", "field"}
TEXT_LINE = re.compile(r"(.+?)(:\d+:\d+)?: (error|warning|info): .+ \[([EW]\d{3})\]")


def _run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def _rows(result: Result) -> list[dict[str, Any]]:
    """Return the JSON list of a report on standard output."""
    rows: list[dict[str, Any]] = json.loads(result.stdout)
    assert isinstance(rows, list)
    assert [set(row) for row in rows] == [KEYS] * len(rows)
    return rows


def _places(result: Result) -> list[tuple[str, str, int, int]]:
    rows = _rows(result)
    return [(row["code"], Path(row["path"]).name, row["line"], row["column"]) for row in rows]


def _spoil(project: Path, name: str, before: str = "title:", after: str = "titel:") -> int:
    """Make a faulty copy of the manual, and return the line of the fault, from 1."""
    lines = (project / "2569" / "manual.yaml").read_text(encoding="utf-8").splitlines(keepends=True)
    (index,) = [index for index, line in enumerate(lines) if line.startswith(before)]
    lines[index] = lines[index].replace(before, after, 1)
    (project / "2569" / f"{name}.yaml").write_text("".join(lines), encoding="utf-8")
    return index + 1


def _own_template(project: Path) -> None:
    (project / "templates_docx").mkdir()
    (project / "templates_docx" / "manual.docx").write_bytes(b"no Word file")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "build"


def _out_option(command: str, out: Path) -> list[str | Path]:
    """Return the option of the output folder; empty for a command that has none."""
    return ["--out", out] if command == "build" else []


def test_a_clean_build_exits_0_with_nothing_on_standard_output(project_dir: Path, out: Path) -> None:
    result = _run("build", "-C", project_dir, "--out", out)
    assert (result.exit_code, result.stdout) == (0, "")
    assert (out / "2569/manual.docx").as_posix() in result.stderr


def test_a_faulty_document_exits_1_and_the_other_is_written(project_dir: Path, out: Path) -> None:
    line = _spoil(project_dir, "broken")
    result = _run("build", "-C", project_dir, "--out", out, "--format", "json")
    assert result.exit_code == 1
    assert ("E201", "broken.yaml", line, 1) in _places(result)
    assert [path.name for path in (out / "2569").iterdir()] == ["manual.docx"]
    assert "2569/broken" in result.stderr


@pytest.mark.parametrize("command", ["build", "check", "list"])
def test_a_folder_that_is_no_project_exits_3(tmp_path: Path, command: str) -> None:
    result = _run(command, "-C", tmp_path, "--format", "json")
    assert (result.exit_code, _places(result)) == (3, [("E902", tmp_path.name, 0, 0)])


def test_a_project_that_is_not_there_exits_3(tmp_path: Path) -> None:
    result = _run("build", "-C", tmp_path / "nowhere")
    assert result.exit_code == 3
    assert "[E902]" in result.stdout


def test_an_unknown_name_exits_1_with_the_nearest(project_dir: Path, out: Path) -> None:
    result = _run("build", "manaul", "-C", project_dir, "--out", out, "--format", "json")
    assert (result.exit_code, _places(result)) == (1, [("E408", "content", 0, 0)])
    assert "'manual'" in _rows(result)[0]["hint"]
    assert not out.exists()


@pytest.mark.parametrize("command", ["build", "list"])
def test_a_year_without_folder_exits_1(project_dir: Path, command: str) -> None:
    result = _run(command, "-C", project_dir, "--year", "2570", "--format", "json")
    assert (result.exit_code, _places(result)) == (1, [("E407", "content", 0, 0)])


def test_a_locked_file_exits_3(project_dir: Path, out: Path) -> None:
    (out / "2569").mkdir(parents=True)
    (out / "2569/~$manual.docx").write_bytes(b"")
    result = _run("build", "-C", project_dir, "--out", out, "--format", "json")
    assert (result.exit_code, _places(result)) == (3, [("E401", "manual.docx", 0, 0)])


def test_a_full_disk_exits_3(project_dir: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_number: int) -> NoReturn:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    result = _run("build", "-C", project_dir, "--out", out, "--format", "json")
    assert (result.exit_code, _places(result)) == (3, [("E405", "manual.docx", 0, 0)])


def test_a_missing_template_exits_3(
    project_dir: Path, out: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(template_file, "_FOLDERS", (tmp_path / "none",))
    result = _run("build", "-C", project_dir, "--out", out, "--format", "json")
    assert (result.exit_code, _places(result)) == (3, [("E301", "manual.docx", 0, 0)])


def test_a_wrong_template_exits_1(project_dir: Path, out: Path) -> None:
    _own_template(project_dir)
    result = _run("build", "-C", project_dir, "--out", out, "--format", "json")
    assert (result.exit_code, _places(result)) == (1, [("E302", "manual.docx", 0, 0)])


def test_faults_of_content_weigh_more_than_those_of_the_machine(project_dir: Path, out: Path) -> None:
    _spoil(project_dir, "broken")
    (out / "2569").mkdir(parents=True)
    (out / "2569/~$manual.docx").write_bytes(b"")
    result = _run("build", "-C", project_dir, "--out", out, "--format", "json")
    assert result.exit_code == 1
    assert {"E401", "E201"} <= {row["code"] for row in _rows(result)}


@pytest.mark.parametrize(
    ("command", "function"), [("build", "build"), ("list", "load"), ("check", "check_whole")]
)
def test_a_bug_exits_4_and_is_told_as_one(
    content: Path, out: Path, command: str, function: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> NoReturn:
        raise RuntimeError("boom")

    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    monkeypatch.setattr(api, function, fail)
    arguments = [command, "-C", content, *_out_option(command, out)]
    result = _run(*arguments)
    assert (result.exit_code, result.stdout) == (4, "")
    assert "boom" in result.stderr
    assert "fault of the program" in result.stderr
    assert "Traceback" not in result.stderr
    monkeypatch.setenv("ESA_DOCS_DEBUG", "1")
    result = _run(*arguments)
    assert isinstance(result.exception, RuntimeError)


def test_strict_counts_warnings(project_dir: Path, out: Path) -> None:
    (out / "2569").mkdir(parents=True)
    (out / "2569/manual.docx").write_bytes(b"mine")
    arguments = ["build", "-C", project_dir, "--out", out, "--format", "json"]
    relaxed = _run(*arguments)
    strict = _run(*arguments, "--strict")
    assert _places(relaxed) == _places(strict) == [("E402", "manual.docx", 0, 0)]
    assert (relaxed.exit_code, strict.exit_code) == (0, 1)
    assert [row["severity"] for row in _rows(relaxed)] == ["warning"]


def test_strict_does_not_count_what_is_only_said(project_dir: Path, out: Path) -> None:
    shutil.copy(project_dir / "2569/manual.yaml", project_dir / "2569/old.yaml")
    assert _run("build", "-C", project_dir, "--out", out).exit_code == 0
    (project_dir / "2569/old.yaml").unlink()
    result = _run("build", "-C", project_dir, "--out", out, "--strict", "--format", "json")
    assert (result.exit_code, _places(result)) == (0, [("E406", "old.docx", 0, 0)])


def _diagnostic(code: str, severity: Severity) -> Diagnostic:
    return Diagnostic(code, "", Location("x"), severity=severity)


@pytest.mark.parametrize(
    ("codes_and_severities", "relaxed", "strict"),
    [
        ([], 0, 0),
        ([("E900", Severity.INFO)], 0, 0),
        ([("E402", Severity.WARNING)], 0, 1),
        ([("E902", Severity.WARNING)], 0, 3),
        ([("E204", Severity.ERROR)], 1, 1),
        ([("E301", Severity.ERROR)], 3, 3),
        ([("E302", Severity.ERROR)], 1, 1),
        ([("E401", Severity.ERROR)], 3, 3),
        ([("E405", Severity.ERROR)], 3, 3),
        ([("E903", Severity.ERROR)], 3, 3),
        ([("E401", Severity.ERROR), ("E402", Severity.WARNING)], 3, 1),
        ([("E401", Severity.ERROR), ("E601", Severity.ERROR)], 1, 1),
    ],
)
def test_exit_codes(codes_and_severities: list[tuple[str, Severity]], relaxed: int, strict: int) -> None:
    diagnostics = [_diagnostic(code, severity) for code, severity in codes_and_severities]
    assert exit_code(diagnostics) == relaxed
    assert exit_code(diagnostics, strict=True) == strict


@pytest.mark.parametrize("command", ["build", "check"])
def test_json_of_a_clean_project_is_an_empty_list(project_dir: Path, out: Path, command: str) -> None:
    result = _run(command, "-C", project_dir, "--format", "json", *_out_option(command, out))
    assert (result.exit_code, json.loads(result.stdout)) == (0, [])
    assert result.stderr


def test_json_has_types_and_is_sorted_by_place(project_dir: Path) -> None:
    line_of_b = _spoil(project_dir, "b")
    line_of_a = _spoil(project_dir, "a")
    rows = _rows(_run("check", "-C", project_dir, "--format", "json"))
    assert len(rows) == 2
    for row in rows:
        assert {type(row[key]) for key in KEYS - {"line", "column"}} == {str}
        assert {type(row["line"]), type(row["column"])} == {int}
        assert row["severity"] == "error"
    places = [(row["path"], row["line"], row["column"], row["code"]) for row in rows]
    assert places == sorted(places)
    row_of_a, row_of_b = [row for row in rows if row["code"] == "E201"]
    assert (Path(row_of_a["path"]).stem, row_of_a["line"], row_of_a["field"]) == ("a", line_of_a, "titel")
    assert (Path(row_of_b["path"]).stem, row_of_b["line"], row_of_b["field"]) == ("b", line_of_b, "titel")


def test_text_says_place_severity_message_code_and_hint(project_dir: Path) -> None:
    line = _spoil(project_dir, "broken")
    arguments = ["check", "-C", project_dir]
    result = _run(*arguments)
    rows = _rows(_run(*arguments, "--format", "json"))
    assert result.exit_code == 1
    expected_lines: list[str] = []
    places: list[str] = []
    for row in rows:
        place = f"{row['path']}:{row['line']}:{row['column']}"
        text_line = f"{place}: {row['severity']}: {row['message']} [{row['code']}]"
        match = TEXT_LINE.fullmatch(text_line)
        assert match
        places.append(match[2])
        expected_lines += [text_line, f"  hint: {row['hint']}"]
    assert result.stdout.splitlines() == expected_lines
    assert f":{line}:1" in places


def test_text_of_a_file_as_a_whole_has_no_line(tmp_path: Path) -> None:
    first, second = _run("check", "-C", tmp_path).stdout.splitlines()
    match = TEXT_LINE.fullmatch(first)
    assert match
    assert match.groups() == (tmp_path.as_posix(), None, "error", "E902")
    assert second.startswith("  hint: ")


def test_summary_and_progress_are_no_part_of_the_report(project_dir: Path, out: Path) -> None:
    shutil.copy(project_dir / "2569/manual.yaml", project_dir / "2569/more.yaml")
    result = _run("build", "-C", project_dir, "--out", out)
    names = [line.rpartition("/")[2] for line in result.stderr.splitlines()]
    assert names[:2] == ["manual.docx", "more.docx"]
    assert names[2].startswith("เลขหน้าตามที่ rdocx ")
    assert re.findall(r"\d+", names[3]) == ["2", "0", "0", "0", "0"]


def _of_severities(*severities: Severity) -> list[Diagnostic]:
    return [Diagnostic("E000", "m", Location("a.yaml"), "h", severity) for severity in severities]


def test_errors_and_warnings_are_counted_each_for_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    errors, warnings, infos = [Severity.ERROR] * 3, [Severity.WARNING] * 2, [Severity.INFO] * 4
    assert summary(_of_severities(*errors, *infos, *warnings)) == "3 errors, 2 warnings"
    assert summary(_of_severities(*infos)) == "0 errors, 0 warnings"


def test_a_check_says_how_many_errors_it_told(project_dir: Path) -> None:
    for name in ("a", "b", "c"):
        _spoil(project_dir, name)
    result = _run("check", "-C", project_dir, "--format", "json")
    severities = [row["severity"] for row in _rows(result)]
    assert severities == ["error"] * 3  # in each file a key is misspelt, which is told once
    assert re.findall(r"\d+", result.stderr) == ["3", "0"]


def test_the_second_build_says_that_nothing_was_written(project_dir: Path, out: Path) -> None:
    _run("build", "-C", project_dir, "--out", out)
    result = _run("build", "-C", project_dir, "--out", out)
    assert re.findall(r"\d+", result.stderr.splitlines()[-1]) == ["0", "1", "0", "0", "0"]


@pytest.mark.parametrize("folder", ["project", "elsewhere"])
def test_paths_are_shown_from_the_current_folder(
    project_dir: Path, folder: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _spoil(project_dir, "broken")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    if folder == "project":
        monkeypatch.chdir(project_dir)
        path = "2569/broken.yaml"
    else:
        monkeypatch.chdir(elsewhere)
        path = (project_dir / "2569/broken.yaml").as_posix()
    rows = _rows(_run("check", "-C", project_dir, "--format", "json"))
    assert {row["path"] for row in rows} == {path}
