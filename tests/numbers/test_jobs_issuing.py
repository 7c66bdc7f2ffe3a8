"""Issuing a document: number and date in its content file, or a refusal that changes nothing."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from numbered_office import write_order, write_project, write_register
from written_project import paths_in

from esa_docs import api
from esa_docs.diagnostics import ContentError, MachineError
from esa_docs.jobs.kept.issuing import Issuance

MARCH_16 = dt.date(2026, 3, 16)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_project(tmp_path / "office")


def issue(
    root: Path, name: str = "a", number: str | None = "12", date: dt.date = MARCH_16, *, force: bool = False
) -> Issuance:
    return api.issue(root, name, number, date, year=2569, force=force)


def refusal_codes(
    root: Path, name: str = "a", number: str | None = "12", date: dt.date = MARCH_16
) -> list[str]:
    """Return the codes for which a document is not issued, and require that every file stays as it was."""
    before = file_contents(root)
    with pytest.raises(ContentError) as error_info:
        issue(root, name, number, date)
    assert file_contents(root) == before
    return [diagnostic.code for diagnostic in error_info.value.diagnostics]


def file_contents(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in paths_in(root) if path.is_file()}


def file_names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def test_number_and_date_are_written_and_nothing_else_changes(root: Path) -> None:
    path = write_order(root, "2569/a")
    before = path.read_bytes().splitlines(keepends=True)
    issuance = issue(root, number="๑๒")
    after = path.read_bytes().splitlines(keepends=True)
    assert (issuance.path, issuance.is_written, issuance.version) == (path.resolve(), True, 1)
    assert [diagnostic.code for diagnostic in issuance.diagnostics] == ["E501"]
    assert after == [*before[:3], b"number: '12'\n", "date: 16 มีนาคม 2569\n".encode(), *before[3:]]
    document = api.find(api.load(root), "a")
    assert (document.content.number, document.content.date) == ("12", MARCH_16)
    assert file_names(path.parent) == ["a.yaml"]


def test_the_same_number_again_writes_nothing(root: Path) -> None:
    path = write_order(root, "2569/a", "'๐๑๒'", "16/3/2569")
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    assert issue(root).version == 1
    assert issue(root) == Issuance(path.resolve(), is_written=False)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert file_names(root / "issued" / "2569" / "a") == ["1.zip"]


def test_another_number_or_date_needs_force(root: Path) -> None:
    path = write_order(root, "2569/a", "'11'", "15 มีนาคม 2569")
    assert refusal_codes(root) == ["E413", "E413"]
    assert issue(root, force=True).is_written
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[3:5] == ["number: '12'", "date: 16 มีนาคม 2569"]


def test_a_number_that_waits_for_its_date_gets_it(root: Path) -> None:
    path = write_order(root, "2569/a", '"๑๒"  # จองไว้')
    before = path.read_text(encoding="utf-8").splitlines()
    assert issue(root, number=None).is_written
    after = path.read_text(encoding="utf-8").splitlines()
    assert after == [*before[:3], "date: 16 มีนาคม 2569", *before[3:]]


def test_a_document_that_bears_a_number_needs_one(root: Path) -> None:
    write_order(root, "2569/b", "'40'", "1 มกราคม 2569")
    write_order(root, "2569/a")
    assert refusal_codes(root, number=None) == ["E412"]
    with pytest.raises(ContentError) as error_info:
        issue(root, number=None)
    assert "41" in error_info.value.diagnostics[0].hint


def test_an_announcement_gets_a_date_and_no_number(root: Path) -> None:
    path = root / "2569" / "a.yaml"
    path.parent.mkdir()
    path.write_text("kind: announcement\nsubject: ก\ntext: [ข]\n", encoding="utf-8")
    assert refusal_codes(root) == ["E412"]
    assert issue(root, number=None).is_written
    text = "kind: announcement\nsubject: ก\ndate: 16 มีนาคม 2569\ntext: [ข]\n"
    assert path.read_text(encoding="utf-8") == text


def test_a_taken_number_is_refused_also_with_force(root: Path) -> None:
    write_order(root, "2569/a")
    write_order(root, "2570/b", "'12'", "1 ตุลาคม 2569")
    assert refusal_codes(root) == ["E605"]
    with pytest.raises(ContentError, match="E605"):
        issue(root, force=True)
    assert issue(root, date=dt.date(2025, 12, 31)).is_written


def test_a_number_of_the_register_file_is_refused(root: Path) -> None:
    write_order(root, "2569/a")
    write_register(root, "number,date,subject\n12,16 มีนาคม 2569,ก\n")
    assert refusal_codes(root) == ["E605"]
    assert issue(root, number="13").is_written


def test_a_register_file_with_faults_keeps_numbers_from_being_given(root: Path) -> None:
    write_order(root, "2569/a")
    write_register(root, "number,date,subject\n12,เมื่อวาน,ก\n")
    assert refusal_codes(root, number="99") == ["E206"]


def test_a_number_that_stands_twice_in_the_register_file_keeps_no_other_from_being_given(root: Path) -> None:
    write_order(root, "2569/a")
    path = write_register(root, "number,date,subject\n5,1 มีนาคม 2569,ก\n5,2 มีนาคม 2569,ข\n")
    (diagnostic,) = api.check(api.load(root))
    assert (diagnostic.code, Path(diagnostic.location.path).name) == ("E605", path.name)
    assert issue(root, number="12").is_written


def test_a_document_without_number_is_refused(root: Path, content: Path) -> None:
    path = root / "2569" / "a.yaml"
    path.parent.mkdir()
    manual = (content / "2569" / "manual.yaml").read_text(encoding="utf-8")
    path.write_text(manual.replace("author: พิสมัย", "author: ก"), encoding="utf-8")
    assert refusal_codes(root) == ["E412"]


def test_a_document_with_errors_is_refused(root: Path) -> None:
    path = write_order(root, "2569/a")
    path.write_text(path.read_text(encoding="utf-8") + "unknown: x\n", encoding="utf-8")
    assert refusal_codes(root) == ["E201"]


def test_an_unknown_name_is_refused(root: Path) -> None:
    write_order(root, "2569/a")
    assert refusal_codes(root, "b") == ["E408"]


def test_a_file_whose_layout_forbids_it_is_refused_with_the_lines_to_write(root: Path) -> None:
    path = write_order(root, "2569/a")
    path.write_text("{kind: order, subject: ก, cause: [ข], clauses: [ค]}\n", encoding="utf-8")
    with pytest.raises(ContentError, match="E414") as error_info:
        issue(root)
    assert "number: 12; date: 16 มีนาคม 2569" in error_info.value.diagnostics[0].hint


def test_a_date_outside_the_fiscal_year_is_written_with_a_warning(root: Path) -> None:
    write_order(root, "2569/a")
    issuance = issue(root, date=dt.date(2026, 10, 1))
    assert issuance.is_written
    findings = [(diagnostic.code, str(diagnostic.severity)) for diagnostic in issuance.diagnostics]
    assert findings == [("E606", "warning"), ("E501", "warning")]


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (PermissionError(13, "in use"), "E401"),
        (OSError(28, "no space"), "E405"),
    ],
)
def test_a_file_that_cannot_be_written_stays_whole(
    root: Path, monkeypatch: pytest.MonkeyPatch, fault: OSError, code: str
) -> None:
    path = write_order(root, "2569/a")
    before = path.read_bytes()
    replace_file = Path.replace

    def refuse(temporary: Path, target: Path) -> Path:
        if target.name == "a.yaml":
            raise fault
        return replace_file(temporary, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(MachineError, match=code):
        issue(root)
    assert path.read_bytes() == before
    assert file_names(path.parent) == ["a.yaml"]
