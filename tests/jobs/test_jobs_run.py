"""What a build does to the disk when nothing is wrong with it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from small_office import build, edit, outcomes, paragraphs, summaries, temporaries, write_manual, write_office

from esa_docs.diagnostics import Diagnostic, Location
from esa_docs.jobs.building import run
from esa_docs.jobs.building.plan import Choice
from esa_docs.jobs.building.produce import ProducedDocument
from esa_docs.jobs.building.report import BuildReport, Result

EDITED = [("E402", "warning", "a.docx")]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_office(tmp_path / "office", ["a", "orders/b"])


@pytest.fixture
def out(root: Path, tmp_path: Path) -> Path:
    """Build for the first time; return the output folder."""
    report = build(root, tmp_path / "build")
    assert outcomes(report) == {"2569/a": "written", "2569/orders/b": "written"}
    return tmp_path / "build"


def _state(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Return the bytes and the time of every file below a folder, by its path there."""
    state: dict[str, tuple[bytes, int]] = {}
    for path in folder.rglob("*"):
        if path.is_file():
            key = path.relative_to(folder).as_posix()
            state[key] = (path.read_bytes(), path.stat().st_mtime_ns)
    return state


OWN_FILES = [".esa-docs/.gitignore", ".esa-docs/build-lock", ".esa-docs/manifest.json"]


def test_the_first_build_writes_every_document_and_the_manifest_only(out: Path) -> None:
    assert sorted(_state(out)) == [*OWN_FILES, "2569/a.docx", "2569/orders/b.docx"]
    assert "เพื่อทดสอบ" in paragraphs(out / "2569/a.docx")


def test_the_second_build_writes_nothing(root: Path, out: Path) -> None:
    before = _state(out)
    report = build(root, out)
    assert outcomes(report) == {"2569/a": "unchanged", "2569/orders/b": "unchanged"}
    assert (_state(out), report.diagnostics) == (before, ())


def test_force_writes_nothing_that_is_unchanged(root: Path, out: Path) -> None:
    before = _state(out)
    build(root, out, force=True)
    assert _state(out) == before


def test_only_the_changed_document_is_written(root: Path, out: Path) -> None:
    write_manual(root, "a", "เพื่อทดสอบอีกครั้ง")
    assert outcomes(build(root, out)) == {"2569/orders/b": "unchanged", "2569/a": "written"}
    assert "เพื่อทดสอบอีกครั้ง" in paragraphs(out / "2569/a.docx")


def test_a_deleted_file_is_written_again(root: Path, out: Path) -> None:
    (out / "2569/a.docx").unlink()
    assert outcomes(build(root, out))["2569/a"] == "written"
    assert (out / "2569/a.docx").is_file()


def test_two_folders_get_the_same_bytes(root: Path, out: Path, tmp_path: Path) -> None:
    build(root, tmp_path / "other")
    for name in ("2569/a.docx", "2569/orders/b.docx"):
        assert (tmp_path / "other" / name).read_bytes() == (out / name).read_bytes()


@pytest.mark.acceptance
@pytest.mark.engines
def test_two_processes_give_the_same_bytes_in_the_same_order(tmp_path: Path) -> None:
    names = [f"m{number}" for number in range(6)]
    root = write_office(tmp_path / "office", names)
    keys = [f"2569/{name}" for name in names]
    for workers in (1, 2):
        results: list[Result] = []
        build(root, tmp_path / str(workers), workers=workers, watch=results.append)
        assert [result.key for result in results] == keys
    for name in names:
        path = Path("2569") / f"{name}.docx"
        assert (tmp_path / "1" / path).read_bytes() == (tmp_path / "2" / path).read_bytes()


@pytest.mark.acceptance
def test_a_fault_in_another_process_comes_back(tmp_path: Path) -> None:
    root = write_office(tmp_path / "office", ["a", "b"])
    (root / "templates_docx").mkdir()
    (root / "templates_docx" / "manual.docx").write_bytes(b"no Word file")
    report = build(root, tmp_path / "build", workers=2)
    assert summaries(report.diagnostics) == [("E302", "error", "manual.docx")]
    assert outcomes(report) == {"2569/a": "failed", "2569/b": "failed"}


def test_the_watcher_is_told_of_each_document_once(root: Path, out: Path) -> None:
    write_manual(root, "a", "เพื่อทดสอบอีกครั้ง")
    watched_results: list[Result] = []
    report = build(root, out, watch=watched_results.append)
    assert tuple(watched_results) == report.results


def test_what_is_noticed_of_a_document_is_told_once_with_its_word_file(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    diagnostic = Diagnostic("E724", "moves", Location("a.docx"))
    document = ProducedDocument(b"word", b"pdf", diagnostics=(diagnostic,))
    monkeypatch.setattr(run, "produce", lambda jobs, today: (document,) * len(jobs))

    report = build(root, tmp_path / "build", choice=Choice(("a",)), pdf=True)

    assert [(result.output.name, result.diagnostics) for result in report.results] == [
        ("a.docx", (diagnostic,)),
        ("a.pdf", ()),
    ]


def test_only_the_chosen_are_made(root: Path, tmp_path: Path) -> None:
    build(root, tmp_path / "build", choice=Choice(("a",)))
    assert sorted(_state(tmp_path / "build")) == [*OWN_FILES, "2569/a.docx"]


def test_a_build_of_one_document_remembers_the_others(root: Path, out: Path) -> None:
    write_manual(root, "a", "เพื่อทดสอบอีกครั้ง")
    build(root, out, choice=Choice(("a",)))
    assert outcomes(build(root, out)) == {"2569/a": "unchanged", "2569/orders/b": "unchanged"}


def test_a_lost_manifest_is_made_up_for(root: Path, out: Path) -> None:
    before = _state(out)["2569/a.docx"]
    shutil.rmtree(out / ".esa-docs")
    assert outcomes(build(root, out)) == {"2569/a": "unchanged", "2569/orders/b": "unchanged"}
    assert _state(out)["2569/a.docx"] == before
    write_manual(root, "a", "เพื่อทดสอบอีกครั้ง")
    assert outcomes(build(root, out))["2569/a"] == "written"


def test_a_faulty_document_is_not_written_and_its_old_file_stays(root: Path, out: Path) -> None:
    before = _state(out)["2569/a.docx"]
    path = write_manual(root, "a")
    text = path.read_text(encoding="utf-8").replace("title:", "titel:")
    path.write_text(text, encoding="utf-8")
    write_manual(root, "orders/b", "เพื่อทดสอบอีกครั้ง")
    report = build(root, out)
    assert (outcomes(report), report.faulty) == ({"2569/orders/b": "written"}, ("2569/a",))
    (unknown,) = report.diagnostics  # the key that it was meant for is not missing besides
    assert (unknown.code, unknown.field) == ("E201", "titel")
    assert (unknown.location.line, unknown.location.column) == (2, 1)
    assert _state(out)["2569/a.docx"] == before


def test_an_edited_file_of_unchanged_content_is_kept(root: Path, out: Path) -> None:
    edited_data = edit(out / "2569/a.docx")
    before = _state(out)
    for _time in range(2):
        report = build(root, out)
        assert outcomes(report)["2569/a"] == "kept"
        assert summaries(report.diagnostics) == EDITED
    assert (_state(out), (out / "2569/a.docx").read_bytes()) == (before, edited_data)


def _outcomes_of_files(report: BuildReport) -> list[tuple[str, str]]:
    """Return each file of 2569/a, with what became of it."""
    results = [result for result in report.results if result.key == "2569/a"]
    return [(result.output.name, str(result.outcome)) for result in results]


def test_a_word_file_without_its_pdf_is_not_taken_for_edited(root: Path, tmp_path: Path) -> None:
    """No engine here can make the PDF: the document stays due, and its Word file is as it should be."""
    out = tmp_path / "build"
    first = build(root, out, pdf=True)
    assert _outcomes_of_files(first) == [("a.docx", "written"), ("a.pdf", "failed")]
    before = _state(out)["2569/a.docx"]
    second = build(root, out, pdf=True)
    assert _outcomes_of_files(second) == [("a.docx", "unchanged"), ("a.pdf", "failed")]
    assert "E402" not in {diagnostic.code for diagnostic in second.diagnostics}
    assert _state(out)["2569/a.docx"] == before


def test_an_edited_word_file_without_its_pdf_is_kept(root: Path, tmp_path: Path) -> None:
    out = tmp_path / "build"
    build(root, out, pdf=True)
    edited_data = edit(out / "2569/a.docx")
    report = build(root, out, pdf=True)
    assert _outcomes_of_files(report) == [("a.docx", "kept"), ("a.pdf", "failed")]
    edited = [diagnostic for diagnostic in report.diagnostics if diagnostic.code == "E402"]
    assert summaries(edited) == EDITED
    assert (out / "2569/a.docx").read_bytes() == edited_data
    assert not (out / "2569/a.new.docx").exists()


def test_an_edited_file_is_kept_and_the_new_one_lies_beside(root: Path, out: Path) -> None:
    edited_data = edit(out / "2569/a.docx")
    write_manual(root, "a", "เพื่อทดสอบอีกครั้ง")
    report = build(root, out)
    assert outcomes(report)["2569/a"] == "beside"
    assert summaries(report.diagnostics) == EDITED
    assert (out / "2569/a.docx").read_bytes() == edited_data
    assert "เพื่อทดสอบอีกครั้ง" in paragraphs(out / "2569/a.new.docx")
    before = _state(out)
    again = build(root, out)
    assert (outcomes(again)["2569/a"], summaries(again.diagnostics)) == ("kept", EDITED)
    assert _state(out) == before


def test_the_new_file_beside_follows_the_content(root: Path, out: Path) -> None:
    edit(out / "2569/a.docx")
    for objective in ("ครั้งที่สอง", "ครั้งที่สาม"):
        write_manual(root, "a", objective)
        assert outcomes(build(root, out))["2569/a"] == "beside"
        assert objective in paragraphs(out / "2569/a.new.docx")
    assert sorted(path.name for path in (out / "2569").glob("*.docx")) == ["a.docx", "a.new.docx"]


def test_the_file_beside_is_not_overwritten_when_it_was_edited_too(root: Path, out: Path) -> None:
    edit(out / "2569/a.docx")
    write_manual(root, "a", "ครั้งที่สอง")
    build(root, out)
    edited_data = edit(out / "2569/a.new.docx")
    write_manual(root, "a", "ครั้งที่สาม")
    report = build(root, out)
    assert _outcomes_of_files(report) == [("a.new-2.docx", "beside")]
    assert (out / "2569/a.new.docx").read_bytes() == edited_data
    assert "ครั้งที่สาม" in paragraphs(out / "2569/a.new-2.docx")


def test_force_overwrites_an_edited_file(root: Path, out: Path) -> None:
    first = (out / "2569/a.docx").read_bytes()
    edit(out / "2569/a.docx")
    report = build(root, out, force=True)
    assert (outcomes(report)["2569/a"], report.diagnostics) == ("written", ())
    assert (out / "2569/a.docx").read_bytes() == first
    assert outcomes(build(root, out))["2569/a"] == "unchanged"


def test_taking_the_file_beside_ends_the_matter(root: Path, out: Path) -> None:
    edit(out / "2569/a.docx")
    write_manual(root, "a", "ครั้งที่สอง")
    build(root, out)
    (out / "2569/a.new.docx").replace(out / "2569/a.docx")
    assert outcomes(build(root, out))["2569/a"] == "unchanged"
    write_manual(root, "a", "ครั้งที่สาม")
    assert outcomes(build(root, out))["2569/a"] == "written"


def test_a_foreign_file_in_the_place_is_kept(root: Path, tmp_path: Path) -> None:
    place = tmp_path / "build" / "2569" / "a.docx"
    place.parent.mkdir(parents=True)
    place.write_bytes(b"last year's file")
    report = build(root, tmp_path / "build")
    assert (outcomes(report)["2569/a"], summaries(report.diagnostics)) == ("beside", EDITED)
    assert place.read_bytes() == b"last year's file"


def test_the_file_of_a_document_that_is_gone_is_named_and_stays(root: Path, out: Path) -> None:
    before = _state(out)["2569/orders/b.docx"]
    (root / "2569/orders/b.yaml").unlink()
    for _time in range(2):
        report = build(root, out)
        assert summaries(report.diagnostics) == [("E406", "info", "b.docx")]
        assert outcomes(report) == {"2569/a": "unchanged"}
    assert _state(out)["2569/orders/b.docx"] == before
    (out / "2569/orders/b.docx").unlink()
    assert build(root, out).diagnostics == ()


def test_a_document_not_chosen_or_faulty_or_of_another_year_is_not_gone(root: Path, out: Path) -> None:
    write_office(root, ["c"], "2570")
    (root / "2569/a.yaml").write_text("kind: manual\n", encoding="utf-8")
    report = build(root, out, choice=Choice(("c",)))
    assert "E406" not in {diagnostic.code for diagnostic in report.diagnostics}
    assert outcomes(report) == {"2570/c": "written"}


def test_a_build_clears_what_a_killed_one_abandoned(root: Path, out: Path) -> None:
    folder = out / ".esa-docs" / "tmp"
    for name in ("abandoned", "just-now", "change-of-a-project"):
        (folder / name).write_bytes(b"half")
    build(root, out)
    assert temporaries(out) == ["change-of-a-project"]


def test_no_temporary_and_no_note_is_left(root: Path, out: Path) -> None:
    write_manual(root, "a", "เพื่อทดสอบอีกครั้ง")
    build(root, out)
    assert temporaries(out) == []
    assert not (out / ".esa-docs" / "placing.jsonl").exists()


def test_force_makes_a_file_anew_that_the_fingerprint_takes_for_current(
    root: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only --force sees a changed program of the same version."""
    build(root, out)
    before = (out / "2569/a.docx").read_bytes()
    monkeypatch.setattr("esa_docs.ooxml.package._LEVEL", 9)

    unforced, forced = build(root, out), build(root, out, force=True)

    assert outcomes(unforced) == {"2569/a": "unchanged", "2569/orders/b": "unchanged"}
    assert outcomes(forced) == {"2569/a": "written", "2569/orders/b": "written"}
    assert (out / "2569/a.docx").read_bytes() != before
