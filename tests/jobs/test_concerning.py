"""A build tells what concerns what it builds; check, build and doctor agree on the emblem and the office."""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from growth import is_linear
from written_project import put, put_office

from esa_docs import api
from esa_docs.cli import app
from esa_docs.diagnostics import Diagnostic, Location
from esa_docs.jobs.building.concerning import findings_of_build, findings_of_whole, unbuilt_keys
from esa_docs.jobs.building.plan import Choice, plan_jobs
from esa_docs.model.base import Content
from esa_docs.model.document import Document

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


def test_papers_that_were_sent_draw_no_emblem_any_more(tmp_path: Path) -> None:
    root = put_office(tmp_path / "content")
    order = "kind: order\nsubject: ก\nnumber: 1\ndate: 16 มีนาคม 2569\ncause: [ข]\nclauses: [ค]\n"
    put(root, "2569/orders/a.yaml", order)
    out = tmp_path / "out"
    codes_before = [diagnostic.code for diagnostic in findings_of_whole(api.load(root))]
    api.issue(root, "orders/a", anyway=True)
    api.send(root, "orders/a")
    project = api.load(root)
    choice = Choice()
    built = findings_of_build(project, choice, 2569, plan_jobs(project, choice, out))
    assert codes_before == ["E501"]
    assert [diagnostic.code for diagnostic in built if diagnostic.code == "E501"] == []
    assert list(findings_of_whole(project)) == []


class _Papers(tuple[Document[Content], ...]):
    """Documents of which each that is looked at counts as a call."""

    __slots__ = ()

    def __iter__(self) -> Iterator[Document[Content]]:
        yield from super().__iter__()


def test_findings_are_chosen_in_a_time_that_grows_as_they_do(root: Path) -> None:
    project = api.load(root)
    document = api.find(project, "orders/kpi")

    def find(size: int) -> None:
        documents = _Papers(replace(document, name=f"d{number}") for number in range(size))
        places = [Location(f"{root.as_posix()}/2569/d{number}.yaml", 1) for number in range(size)]
        diagnostics = tuple(Diagnostic(MARK, "-", place) for place in places)
        larger_project = replace(project, documents=documents, diagnostics=diagnostics)
        assert len(list(findings_of_build(larger_project, Choice(("d0",)), 2569, ()))) == 1

    assert is_linear(find, 100)


@pytest.mark.parametrize(
    ("file", "text", "code", "exit_code"),
    [
        ("people.yaml", None, "E110", 1),
        ("office.yaml", "director: ไม่มีคนนี้", "E601", 1),
        ("office.yaml", "font: [", "E106", 1),
    ],
)
def test_doctor_tells_first_what_keeps_the_project_from_building(
    root: Path, monkeypatch: pytest.MonkeyPatch, file: str, text: str | None, code: str, exit_code: int
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
    assert result.exit_code == exit_code
