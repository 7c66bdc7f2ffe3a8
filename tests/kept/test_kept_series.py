"""Numbers counted by unit stay taken as they were kept, whatever becomes of file, owner and office."""

from __future__ import annotations

from pathlib import Path

import pytest
from kept_office import issue, send
from written_project import OFFICE, PEOPLE, diagnostics_of, put

from esa_docs import api
from esa_docs.diagnostics import ContentError
from esa_docs.jobs.kept import keeping

CODED_OFFICE = f"{OFFICE}  - {{id: แผน, name: กลุ่มนโยบายและแผน, code: นว ๕๒๐๐๗.๔}}\nletter_code: ศธ 04007/\n"
MEMO = "kind: memo\nsubject: ก\n{lines}text: [ข]\nsignature: {{by: ก}}\n"
TWO_UNITS = f"{CODED_OFFICE}numbering: {{memo: group}}\n"
UNIT_MEMO = MEMO.format(lines="owner: แผน\n")
OTHER_MEMO = MEMO.format(lines="owner: อำนวยการ\n")
CIRCULAR = MEMO.format(lines="owner: แผน\ncircular: true\n")


def write(root: Path, office: str, **papers: str) -> Path:
    """Write a project with papers of 2569, by name."""
    put(root, "office.yaml", office)
    put(root, "people.yaml", PEOPLE)
    for name, text in papers.items():
        put(root, f"2569/{name}.yaml", text)
    return root


def _forget_series(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep versions as early versions of the program did: without the series of a unit."""
    monkeypatch.setattr(keeping, "_series", lambda *_arguments: "")


def numbers_of(root: Path, series: str) -> list[tuple[str | None, str]]:
    table = api.register(api.load(root), series, 2569)
    return [(entry.number, entry.source) for entry in table.entries if entry.number]


@pytest.fixture(params=[False, True], ids=["series in the record", "no series in the record"])
def project(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write a project with memo 5 of a unit, kept and sent, and one of each unit that waits."""
    root = write(tmp_path, office=TWO_UNITS, a=UNIT_MEMO, b=UNIT_MEMO, c=OTHER_MEMO)
    if request.param:
        _forget_series(monkeypatch)
    issue(root, "a", "5")
    send(root, "a")
    monkeypatch.undo()
    return root


def test_the_number_of_a_unit_stays_taken_when_its_content_file_is_gone(project: Path) -> None:
    (project / "2569/a.yaml").unlink()
    with pytest.raises(ContentError, match="E605") as error_info:
        issue(project, "b", "5")
    assert [diagnostic.location.path[-6:] for diagnostic in error_info.value.diagnostics] == ["b.yaml"]
    assert api.register(api.load(project), "memo-แผน", 2569).next_free == 6
    assert issue(project, "c", "5").version == 1
    assert numbers_of(project, "memo-อำนวยการ") == [("5", "2569/c")]


def test_a_memo_that_goes_to_another_unit_leaves_its_number_to_nobody(project: Path) -> None:
    path = project / "2569/a.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("แผน", "อำนวยการ"), encoding="utf-8")
    with pytest.raises(ContentError, match="E605"):
        issue(project, "b", "5")
    assert numbers_of(project, "memo-แผน") == [("5", "2569/a")]
    warnings = [diagnostic for diagnostic in api.load(project).diagnostics if diagnostic.code == "E457"]
    assert [(warning.location.path[-6:], warning.location.line) for warning in warnings] == [("a.yaml", 3)]


@pytest.mark.parametrize("way", ["none", "office"])
def test_what_was_kept_is_right_when_the_office_numbers_otherwise(project: Path, way: str) -> None:
    (project / "office.yaml").write_text(f"{CODED_OFFICE}numbering: {{memo: {way}}}\n", encoding="utf-8")
    opened = api.load(project)
    assert diagnostics_of(opened) == []
    assert "memo-แผน" in api.registers_of(opened)
    assert numbers_of(project, "memo-แผน") == [("5", "2569/a")]


def test_a_memo_typed_by_hand_with_a_number_is_still_told_where_there_are_none(tmp_path: Path) -> None:
    office = f"{CODED_OFFICE}numbering: {{memo: none}}\n"
    root = write(tmp_path, office=office, a=MEMO.format(lines="number: 5\ndate: 16 มี.ค. 2569\n"))
    assert diagnostics_of(api.load(root)) == [("E678", "a", 3, 9)]


def test_a_kept_circular_of_a_unit_stays_among_circulars(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write(tmp_path, office=TWO_UNITS, a=CIRCULAR)
    _forget_series(monkeypatch)
    issue(root, "a", "5")
    monkeypatch.undo()
    (root / "2569/a.yaml").unlink()
    assert numbers_of(root, "circular-แผน") == [("5", "2569/a")]
    assert numbers_of(root, "memo-แผน") == []


def test_a_number_whose_unit_nobody_knows_is_taken_in_every_unit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither name nor code of the unit is that of the print: both were changed since."""
    root = write(tmp_path, office=TWO_UNITS, a=UNIT_MEMO, c=OTHER_MEMO)
    _forget_series(monkeypatch)
    issue(root, "a", "5")
    monkeypatch.undo()
    renamed = TWO_UNITS.replace("กลุ่มนโยบายและแผน, code: นว ๕๒๐๐๗.๔", "กลุ่มใหม่, code: นว 1111")
    (root / "office.yaml").write_text(renamed, encoding="utf-8")
    assert numbers_of(root, "memo-อำนวยการ") == []
    (root / "2569/a.yaml").unlink()
    assert numbers_of(root, "memo-แผน") == [("5", "2569/a")]
    assert numbers_of(root, "memo-อำนวยการ") == [("5", "2569/a")]


def test_a_memo_of_a_unit_with_a_date_alone_is_not_told_as_issued(tmp_path: Path) -> None:
    root = write(tmp_path, office=TWO_UNITS, a=MEMO.format(lines="owner: แผน\ndate: 16 มี.ค. 2569\n"))
    assert [diagnostic.code for diagnostic in api.load(root).diagnostics] == []
