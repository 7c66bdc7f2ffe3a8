"""A build tells what concerns what it builds; check, build and doctor agree on the emblem and the office."""

from __future__ import annotations

import re
import shutil
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from esa_docs import api
from esa_docs.cli import app
from esa_docs.jobs.building.concerning import findings_of_build, unbuilt_keys
from esa_docs.jobs.building.plan import Choice, plan_jobs

ROOT = Path(__file__).parents[2]
MARK = "W506"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a copy of the shipped project with a mark in a memo, a letter and a part of each report."""
    root = Path(shutil.copytree(ROOT / "content", tmp_path / "content"))
    for name, beginning in (
        ("memos/service", "กลุ่มอำนวยการเห็นควร"),
        ("letters/sar", "ด้วยสำนักงาน"),
        ("sar/1-1", "สภาพเดิมคือ"),
        ("pmqa/1-1", "ทบทวนวิธีสื่อสาร"),
    ):
        path = root / "2569" / f"{name}.yaml"
        text = path.read_text(encoding="utf-8")
        assert text.count(beginning) == 1
        path.write_text(text.replace(beginning, f"(รอข้อมูล) {beginning}"), encoding="utf-8")
    return root


@pytest.mark.parametrize(
    ("choice", "files", "has_emblem"),
    [
        (Choice(), {"letters/sar", "memos/service", "pmqa/1-1", "sar/1-1"}, True),
        (Choice(("sar",)), {"sar/1-1"}, False),
        (Choice(("pmqa",)), {"pmqa/1-1"}, False),
        (Choice(("letters/sar",)), {"letters/sar"}, True),
        (Choice(("orders/kpi",)), set(), True),
        (Choice(kinds=("memo", "sar")), {"memos/service", "sar/1-1"}, True),
    ],
)
def test_findings_are_those_of_what_is_built(
    root: Path, choice: Choice, files: set[str], *, has_emblem: bool
) -> None:
    project = api.load(root)
    findings = list(findings_of_build(project, choice, 2569, plan_jobs(project, choice, root / "out")))
    marks = [finding for finding in findings if finding.code == MARK]
    year = root / "2569"
    assert {Path(mark.location.path).relative_to(year).as_posix() for mark in marks} == {
        f"{file}.yaml" for file in files
    }
    emblems = [Path(finding.location.path).name for finding in findings if finding.code == "E501"]
    assert emblems == ["office.yaml"] * has_emblem


def test_errors_of_a_document_stay_and_only_those_that_were_to_be_made_count_as_not_made(root: Path) -> None:
    (root / "2569" / "orders" / "kpi.yaml").write_text("kind: order\nsubject: [\n", encoding="utf-8")
    project = api.load(root)
    choice = Choice(("letters/sar",))
    findings = findings_of_build(project, choice, 2569, plan_jobs(project, choice, root / "out"))
    places = {Path(finding.location.path).name for finding in findings if finding.is_error}
    assert "kpi.yaml" in places
    assert unbuilt_keys(project, choice, 2569) == ()
    assert unbuilt_keys(project, Choice(("orders/kpi",)), 2569) == ("2569/orders/kpi",)
    assert "2569/orders/kpi" in unbuilt_keys(project, Choice(), 2569)


def test_kinds_that_print_the_emblem_say_so() -> None:
    prints_emblem: dict[str, bool] = {}
    for kind in api.kinds():
        with zipfile.ZipFile(ROOT / "templates_docx" / f"{kind.name}.docx") as template:
            text = template.read("word/document.xml").decode()
        prints_emblem[kind.name] = re.search(r"\{\{[^}]*\bemblem\b", text) is not None
    assert prints_emblem == {kind.name: kind.prints_emblem for kind in api.kinds()}
    assert sum(prints_emblem.values()) == 4


@pytest.mark.parametrize("command", ["check", "doctor"])
def test_a_missing_emblem_is_told_before_anything_is_built(root: Path, command: str) -> None:
    result = CliRunner().invoke(app, [command, "-C", str(root)])
    assert result.output.count("[E501]") == 1


@pytest.mark.parametrize(
    ("file", "text", "code"),
    [
        ("people.yaml", None, "E110"),
        ("office.yaml", "director: ไม่มีคนนี้", "E601"),
        ("office.yaml", "font: [", "E106"),
    ],
)
def test_doctor_tells_first_what_keeps_the_project_from_building(
    root: Path, monkeypatch: pytest.MonkeyPatch, file: str, text: str | None, code: str
) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    path = root / file
    if text is None:
        path.unlink()
    else:
        key = text.partition(":")[0]
        changed = re.sub(rf"^{key}:.*$", text, path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        path.write_text(changed, encoding="utf-8")
    result = CliRunner().invoke(app, ["doctor", "-C", str(root)])
    assert "This machine can build documents." not in result.output
    lines = result.output.splitlines()
    first_finding = lines[lines.index("To be done:") + 1]
    assert f"[{code}]" in first_finding
    assert f"{file}:" in first_finding
    assert result.exit_code != 0
