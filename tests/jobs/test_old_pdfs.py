"""The PDF of an earlier build never passes for that of the Word file beside it."""

from __future__ import annotations

import errno
import io
import json
from pathlib import Path

import made_pdfs
import pytest
from made_pdfs import Drawing, shows
from pypdf import PdfReader
from small_office import build, edit, summaries, write_manual, write_office

from esa_docs.jobs.building.report import BuildReport

ASIDE = [("E441", "warning", "a.pdf")]
EDITED = [("E442", "warning", "a.pdf")]


@pytest.fixture
def drawing(monkeypatch: pytest.MonkeyPatch) -> Drawing:
    return made_pdfs.install(monkeypatch)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_office(tmp_path / "office", ["a"])


@pytest.fixture
def folder(root: Path, tmp_path: Path, drawing: Drawing) -> Path:
    """Build with a PDF, then change the content; return the folder of the files."""
    report = build(root, tmp_path / "build", pdf=True)
    assert files_of(report) == [("a.docx", "written"), ("a.pdf", "written")]
    folder = tmp_path / "build/2569"
    assert shows(folder / "a.pdf", folder / "a.docx")
    write_manual(root, "a", "ครั้งที่สอง")
    return folder


def files_of(report: BuildReport) -> list[tuple[str, str]]:
    """Return the name of each file, with what became of it."""
    return [(result.output.name, str(result.outcome)) for result in report.results]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_pdf_that_is_there_is_made_anew_with_its_word_file(root: Path, folder: Path) -> None:
    report = build(root, folder.parent)

    assert files_of(report) == [("a.docx", "written"), ("a.pdf", "written")]
    assert (shows(folder / "a.pdf", folder / "a.docx"), report.diagnostics) == (True, ())
    assert files_of(build(root, folder.parent)) == [("a.docx", "unchanged")]


def test_a_pdf_that_cannot_be_made_anew_is_moved_aside_and_told(
    root: Path, folder: Path, drawing: Drawing
) -> None:
    old_pdf = (folder / "a.pdf").read_bytes()
    drawing.makes_pdf = False
    report = build(root, folder.parent)

    assert files_of(report) == [("a.docx", "written"), ("a.old.pdf", "moved aside")]
    assert summaries(report.diagnostics) == ASIDE
    assert "a.old.pdf" in report.diagnostics[0].message
    assert (names(folder), (folder / "a.old.pdf").read_bytes()) == (["a.docx", "a.old.pdf"], old_pdf)
    again = build(root, folder.parent)
    assert files_of(again) == [("a.docx", "unchanged")]
    assert summaries(again.diagnostics) == [("E406", "info", "a.old.pdf")]
    build(root, folder.parent, prune=True)
    assert names(folder) == ["a.docx"]


def test_a_pdf_is_never_moved_over_another_file(root: Path, folder: Path, drawing: Drawing) -> None:
    (folder / "a.old.pdf").write_bytes(b"mine")
    drawing.makes_pdf = False
    build(root, folder.parent)
    write_manual(root, "a", "ครั้งที่สาม")
    drawing.makes_pdf = True
    build(root, folder.parent, pdf=True)
    write_manual(root, "a", "ครั้งที่สี่")
    drawing.makes_pdf = False
    build(root, folder.parent)

    assert (folder / "a.old.pdf").read_bytes() == b"mine"
    assert names(folder) == ["a.docx", "a.old-2.pdf", "a.old-3.pdf", "a.old.pdf"]


def test_a_pdf_whose_engine_fails_is_moved_aside(root: Path, folder: Path, drawing: Drawing) -> None:
    drawing.fails = True
    report = build(root, folder.parent, pdf=True)

    assert files_of(report) == [("a.docx", "written"), ("a.pdf", "failed"), ("a.old.pdf", "moved aside")]
    assert names(folder) == ["a.docx", "a.old.pdf"]


def test_a_deleted_pdf_is_not_made_again_unless_it_is_asked_for(root: Path, folder: Path) -> None:
    (folder / "a.pdf").unlink()
    assert files_of(build(root, folder.parent)) == [("a.docx", "written")]
    assert names(folder) == ["a.docx"]


def test_the_pair_that_an_older_version_left_behind_is_mended(
    root: Path, folder: Path, drawing: Drawing
) -> None:
    """The manifest of an older version: the Word file is of today, the PDF is not."""
    manifest = folder.parent / ".esa-docs/manifest.json"
    drawing.makes_pdf = False
    old_pdf = (folder / "a.pdf").read_bytes()
    old_record = json.loads(manifest.read_text(encoding="utf-8"))["files"]["2569/a.pdf"]
    build(root, folder.parent)
    (folder / "a.old.pdf").replace(folder / "a.pdf")
    data = json.loads(manifest.read_text(encoding="utf-8"))
    data["files"]["2569/a.pdf"] = {key: old_record[key] for key in ("inputs", "output", "beside")}
    del data["files"]["2569/a.old.pdf"]
    manifest.write_text(json.dumps(data), encoding="utf-8")
    report = build(root, folder.parent)

    assert files_of(report) == [("a.docx", "unchanged"), ("a.old.pdf", "moved aside")]
    assert ((folder / "a.old.pdf").read_bytes(), names(folder)) == (old_pdf, ["a.docx", "a.old.pdf"])


def test_a_pdf_that_somebody_edited_is_told_and_never_touched(root: Path, folder: Path) -> None:
    (folder / "a.pdf").write_bytes(b"mine")
    for word_outcome in ("written", "unchanged"):
        report = build(root, folder.parent)
        assert files_of(report) == [("a.docx", word_outcome), ("a.pdf", "kept")]
        assert summaries(report.diagnostics) == EDITED
    report = build(root, folder.parent, force=True)
    assert summaries(report.diagnostics) == EDITED
    assert ((folder / "a.pdf").read_bytes(), names(folder)) == (b"mine", ["a.docx", "a.pdf"])


def test_a_foreign_pdf_is_told_when_its_word_file_changes(root: Path, tmp_path: Path) -> None:
    out = tmp_path / "build"
    (out / "2569").mkdir(parents=True)
    (out / "2569/a.pdf").write_bytes(b"printed from Word")
    first, second = build(root, out), build(root, out)
    write_manual(root, "a", "ครั้งที่สอง")
    third, fourth = build(root, out), build(root, out)

    codes = [summaries(report.diagnostics) for report in (first, second, third, fourth)]
    assert codes == [[], [], EDITED, []]
    assert (out / "2569/a.pdf").read_bytes() == b"printed from Word"


def test_the_newer_pdf_beside_an_edited_one_follows_the_content(
    root: Path, folder: Path, drawing: Drawing
) -> None:
    (folder / "a.pdf").write_bytes(b"mine")
    build(root, folder.parent, pdf=True)
    assert shows(folder / "a.new.pdf", folder / "a.docx")
    write_manual(root, "a", "ครั้งที่สาม")
    assert files_of(build(root, folder.parent)) == [("a.docx", "written"), ("a.new.pdf", "beside")]
    assert shows(folder / "a.new.pdf", folder / "a.docx")
    write_manual(root, "a", "ครั้งที่สี่")
    drawing.makes_pdf = False
    report = build(root, folder.parent)

    assert files_of(report)[1:] == [("a.pdf", "kept"), ("a.new.old.pdf", "moved aside")]
    assert summaries(report.diagnostics) == [("E441", "warning", "a.new.pdf"), *EDITED]
    assert (folder / "a.pdf").read_bytes() == b"mine"
    build(root, folder.parent, prune=True)
    assert names(folder) == ["a.docx", "a.pdf"]


def test_the_pdf_stays_with_a_word_file_that_cannot_be_written(root: Path, folder: Path) -> None:
    (folder / "~$a.docx").write_bytes(b"")
    report = build(root, folder.parent)

    assert files_of(report) == [("a.docx", "failed"), ("a.pdf", "failed")]
    assert shows(folder / "a.pdf", folder / "a.docx")
    assert names(folder) == ["a.docx", "a.pdf", "~$a.docx"]


@pytest.mark.parametrize("lock", ["~$a.pdf", ".~lock.a.pdf#"])
def test_a_pdf_that_is_open_elsewhere_is_told_and_moved_by_a_later_build(
    root: Path, folder: Path, drawing: Drawing, lock: str
) -> None:
    (folder / lock).write_bytes(b"")
    drawing.makes_pdf = False
    report = build(root, folder.parent)
    assert files_of(report) == [("a.docx", "written"), ("a.pdf", "failed")]
    assert summaries(report.diagnostics) == [("E401", "error", "a.pdf")]
    assert lock in report.diagnostics[0].hint
    (folder / lock).unlink()
    build(root, folder.parent)
    assert names(folder) == ["a.docx", "a.old.pdf"]


def test_a_pdf_that_windows_will_not_rename_is_told(
    root: Path, folder: Path, drawing: Drawing, monkeypatch: pytest.MonkeyPatch
) -> None:
    def deny(_path: Path, _target: Path) -> Path:
        raise PermissionError(errno.EACCES, "Access is denied")

    drawing.makes_pdf = False
    monkeypatch.setattr(Path, "rename", deny)
    report = build(root, folder.parent)
    monkeypatch.undo()

    assert summaries(report.diagnostics) == [("E401", "error", "a.pdf")]
    assert names(folder) == ["a.docx", "a.pdf"]


def test_a_pdf_stays_where_another_engine_makes_the_same_word_file(
    root: Path, tmp_path: Path, drawing: Drawing
) -> None:
    """A colleague without LibreOffice builds into the shared folder: the Word file stays to the byte."""
    build(root, tmp_path / "build", pdf=True)
    drawing.makes_pdf, drawing.identity = False, "another"
    first, second = (build(root, tmp_path / "build") for _time in range(2))

    assert files_of(first) == files_of(second) == [("a.docx", "unchanged")]
    assert (first.diagnostics, names(tmp_path / "build/2569")) == ((), ["a.docx", "a.pdf"])


def test_an_edited_word_file_does_not_keep_an_old_pdf_in_place(
    root: Path, folder: Path, drawing: Drawing
) -> None:
    edited_data = edit(folder / "a.docx")
    drawing.makes_pdf = False
    build(root, folder.parent)

    assert names(folder) == ["a.docx", "a.new.docx", "a.old.pdf"]
    assert (folder / "a.docx").read_bytes() == edited_data


def test_a_pdf_with_a_name_of_255_bytes_is_moved_aside(tmp_path: Path, drawing: Drawing) -> None:
    name = "ก" * 83 + "a"  # 250 bytes in UTF-8, 255 with .docx
    root, out = write_office(tmp_path / "office", [name]), tmp_path / "build"
    build(root, out, pdf=True)
    edit(out / f"2569/{name}.docx")
    write_manual(root, name, "ครั้งที่สอง")
    drawing.makes_pdf = False
    report = build(root, out)

    assert [outcome for _name, outcome in files_of(report)] == ["beside", "moved aside"]
    # ".new.docx" has 9 bytes and ".old.pdf" 8: 246 and 247 are left, for 82 letters of 3 bytes.
    new_names = [result.output.name for result in report.results]
    assert new_names == ["ก" * 82 + ".new.docx", "ก" * 82 + ".old.pdf"]


@pytest.mark.office
@pytest.mark.usefixtures("real_faces")
def test_libreoffice_makes_a_pdf_anew_that_nobody_asks_for(root: Path, tmp_path: Path) -> None:
    folder = tmp_path / "build/2569"
    build(root, folder.parent, pdf=True)
    old_pdf = (folder / "a.pdf").read_bytes()
    write_manual(root, "a", "เพื่อเปลี่ยนข้อความ")
    report = build(root, folder.parent)

    assert files_of(report) == [("a.docx", "written"), ("a.pdf", "written")]
    new_pdf = (folder / "a.pdf").read_bytes()
    assert ["เปลี่ยนข้อความ" in text_of(pdf) for pdf in (old_pdf, new_pdf)] == [False, True]


def text_of(pdf: bytes) -> str:
    """Return the text of every page of a PDF."""
    pages = PdfReader(io.BytesIO(pdf)).pages
    return "".join(page.extract_text() for page in pages)


BESIDE = [("E402", "warning", "a.docx"), ("E442", "warning", "a.pdf")]


@pytest.mark.parametrize("with_pdf", [False, True])
def test_the_pdf_of_an_edited_word_file_goes_beside_with_it(
    root: Path, folder: Path, *, with_pdf: bool
) -> None:
    old_pdf = (folder / "a.pdf").read_bytes()
    edit(folder / "a.docx")
    edited_word = (folder / "a.docx").read_bytes()
    report = build(root, folder.parent, pdf=with_pdf)

    assert files_of(report) == [("a.new.docx", "beside"), ("a.new.pdf", "beside")]
    assert summaries(report.diagnostics) == BESIDE
    assert "a.new.pdf" in report.diagnostics[1].message
    assert shows(folder / "a.new.pdf", folder / "a.new.docx")
    assert (folder / "a.docx").read_bytes() == edited_word
    assert (folder / "a.pdf").read_bytes() == old_pdf
    again = build(root, folder.parent, pdf=True)
    assert files_of(again) == [("a.docx", "kept"), ("a.pdf", "kept")]
    assert summaries(again.diagnostics) == BESIDE
    assert files_of(build(root, folder.parent)) == [("a.docx", "kept")]
    assert names(folder) == ["a.docx", "a.new.docx", "a.new.pdf", "a.pdf"]


def test_the_pdf_beside_an_edited_word_file_follows_the_content(root: Path, folder: Path) -> None:
    edit(folder / "a.docx")
    build(root, folder.parent)
    write_manual(root, "a", "ครั้งที่สาม")
    report = build(root, folder.parent)
    assert files_of(report) == [("a.new.docx", "beside"), ("a.new.pdf", "beside")]
    assert shows(folder / "a.new.pdf", folder / "a.new.docx")
    assert names(folder) == ["a.docx", "a.new.docx", "a.new.pdf", "a.pdf"]


def test_a_first_pdf_does_not_take_the_name_of_an_edited_word_file(
    root: Path, tmp_path: Path, drawing: Drawing
) -> None:
    assert drawing.makes_pdf
    folder = tmp_path / "build/2569"
    build(root, folder.parent)
    edit(folder / "a.docx")
    first, second = build(root, folder.parent, pdf=True), build(root, folder.parent, pdf=True)
    assert files_of(first) == [("a.docx", "kept"), ("a.new.pdf", "beside")]
    assert files_of(second) == [("a.docx", "kept"), ("a.pdf", "kept")]
    assert names(folder) == ["a.docx", "a.new.pdf"]


def test_a_pdf_beside_that_cannot_be_made_anew_is_moved_aside(
    root: Path, folder: Path, drawing: Drawing
) -> None:
    edit(folder / "a.docx")
    build(root, folder.parent)
    drawing.makes_pdf = False
    write_manual(root, "a", "ครั้งที่สาม")
    report = build(root, folder.parent)
    assert files_of(report) == [("a.new.docx", "beside"), ("a.new.old.pdf", "moved aside")]
    assert names(folder) == ["a.docx", "a.new.docx", "a.new.old.pdf", "a.pdf"]


def test_taking_the_new_word_file_or_force_ends_it(root: Path, folder: Path) -> None:
    edit(folder / "a.docx")
    build(root, folder.parent)
    (folder / "a.new.docx").replace(folder / "a.docx")
    report = build(root, folder.parent)
    assert files_of(report) == [("a.docx", "unchanged"), ("a.pdf", "written")]
    assert shows(folder / "a.pdf", folder / "a.docx")
    assert summaries(report.diagnostics) == [("E406", "info", "a.new.pdf")]

    edit(folder / "a.docx")
    write_manual(root, "a", "ครั้งที่สาม")
    build(root, folder.parent)
    build(root, folder.parent, force=True)
    assert shows(folder / "a.pdf", folder / "a.docx")


def test_a_lost_manifest_makes_no_edit_of_a_word_file_that_is_equal(
    root: Path, tmp_path: Path, drawing: Drawing
) -> None:
    assert drawing.makes_pdf
    folder = tmp_path / "build/2569"
    build(root, folder.parent)
    (folder.parent / ".esa-docs/manifest.json").unlink()
    report = build(root, folder.parent, pdf=True)
    assert files_of(report) == [("a.docx", "unchanged"), ("a.pdf", "written")]
