"""Which documents a build makes, and where they go."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from small_office import write_manual, write_office

from esa_docs import api
from esa_docs.diagnostics import ContentError, Diagnostic
from esa_docs.jobs.building.plan import Choice, chosen_year, plan_jobs
from esa_docs.model.project import Project

OUT = Path("build")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Load documents of three years: one lies in a sub-folder, one is faulty."""
    root = write_office(tmp_path, ["standards", "pmqa/steering", "kpi"])
    write_manual(root, "standards", year="2568")
    write_manual(root, "old", year="๒๕๖๗")
    (root / "2569" / "broken.yaml").write_text("kind: manual\ntitle: [\n", encoding="utf-8")
    return api.load(root)


def _keys(project: Project, choice: Choice) -> list[str]:
    return [job.document.key for job in plan_jobs(project, choice, OUT)]


def _faults(project: Project, choice: Choice) -> tuple[Diagnostic, ...]:
    with pytest.raises(ContentError) as caught:
        plan_jobs(project, choice, OUT)
    return caught.value.diagnostics


@pytest.mark.parametrize(
    ("choice", "keys"),
    [
        (Choice(), ["2569/kpi", "2569/pmqa/steering", "2569/standards"]),
        (Choice(year=2569), ["2569/kpi", "2569/pmqa/steering", "2569/standards"]),
        (Choice(year=2568), ["2568/standards"]),
        (Choice(year=2567), ["2567/old"]),
        (Choice(("standards", "kpi")), ["2569/kpi", "2569/standards"]),
        (Choice(("standards", "standards")), ["2569/standards"]),
        (Choice(("pmqa/steering",)), ["2569/pmqa/steering"]),
        (Choice(("broken",)), []),
        (Choice(kinds=("manual",), year=2568), ["2568/standards"]),
        (Choice(kinds=("order",)), []),
        (Choice(("old",), year=2567, kinds=("manual",)), ["2567/old"]),
    ],
)
def test_names_year_and_kind_narrow_the_choice(project: Project, choice: Choice, keys: list[str]) -> None:
    assert sorted(_keys(project, choice)) == keys


def test_output_lies_below_year_and_sub_folder(project: Project) -> None:
    jobs = plan_jobs(project, Choice(("pmqa/steering",)), OUT)
    assert [job.output for job in jobs] == [OUT / "2569" / "pmqa" / "steering.docx"]


def test_a_dot_in_a_name_stays(tmp_path: Path) -> None:
    project = api.load(write_office(tmp_path, ["kpi.round1"]))
    assert [job.output for job in plan_jobs(project, Choice(), OUT)] == [OUT / "2569" / "kpi.round1.docx"]


def test_the_newest_year_counts_even_when_it_holds_nothing_yet(project: Project) -> None:
    (project.root / "2570").mkdir()
    newer = api.load(project.root)
    assert (chosen_year(newer, Choice()), _keys(newer, Choice())) == (2570, [])


def test_a_project_without_years_plans_nothing(tmp_path: Path) -> None:
    project = api.load(write_office(tmp_path, []))
    assert (chosen_year(project, Choice()), _keys(project, Choice())) == (None, [])


def test_a_year_without_a_folder_is_e407_and_names_the_years(project: Project) -> None:
    (fault,) = _faults(project, Choice(year=2570))
    assert (fault.code, fault.location.path, fault.location.line) == ("E407", project.root.as_posix(), 0)
    assert "2567, 2568, 2569" in fault.hint
    assert "2570" in fault.message


def test_an_unknown_name_is_e408_with_the_nearest(project: Project) -> None:
    (fault,) = _faults(project, Choice(("standrads",)))
    assert fault.code == "E408"
    assert "standards" in fault.hint
    assert "standrads" in fault.message


def test_every_unknown_name_is_told_and_nothing_is_planned(project: Project) -> None:
    faults = _faults(project, Choice(("kpi", "zzz", "pmqa/steerin")))
    assert [fault.code for fault in faults] == ["E408", "E408"]
    assert "kpi, pmqa/steering, standards" in faults[0].hint
    assert "pmqa/steering" in faults[1].hint


def test_a_name_of_another_year_is_unknown(project: Project) -> None:
    (fault,) = _faults(project, Choice(("old",)))
    assert fault.code == "E408"


def test_a_faulty_document_is_suggested_too(project: Project) -> None:
    (fault,) = _faults(project, Choice(("brokn",)))
    assert "broken" in fault.hint


def test_planning_looks_at_nothing_on_disk(project: Project) -> None:
    elsewhere = replace(project, root=Path("nowhere"))
    assert _keys(elsewhere, Choice()) == _keys(project, Choice())


def test_a_fault_of_another_year_does_not_concern_a_build(project_dir: Path, tmp_path: Path) -> None:
    old = project_dir / "2568"
    old.mkdir()
    (old / "manual.yaml").write_text("kind: manual\ntitel: ผิด\n", encoding="utf-8")
    project = api.load(project_dir)

    newest = api.build(project, out=tmp_path / "out", today=dt.date(2026, 9, 16))
    older = api.build(project, out=tmp_path / "out", choice=Choice(year=2568), today=dt.date(2026, 9, 16))

    assert (newest.faulty, newest.diagnostics) == ((), ())
    assert older.faulty == ("2568/manual",)
    assert {diagnostic.code for diagnostic in older.diagnostics} == {"E201", "E202"}
