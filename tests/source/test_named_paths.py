"""Names in content and on the command line mean the file whose name is the same once both are mended."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from click.testing import CliRunner
from written_project import diagnostics_of, put, put_office

from esa_docs import api
from esa_docs.cli import app
from esa_docs.jobs.building.plan import Choice, plan_jobs
from esa_docs.model.file_names import meant_name
from esa_docs.source.folders import named_paths
from esa_docs.source.folders.disk import Entry, scan_folder
from esa_docs.source.folders.named_paths import ProjectFiles, named_path

ODD = "เเก้ทํา"
"""แก้ทำ in other characters: เ and เ, ํ and า."""
MENDED = "แก้ทำ"
NAMES = [
    pytest.param(ODD, MENDED, id="thai"),
    pytest.param("a\tb", "a b", id="tab"),
    pytest.param("a\u00a0 b", "a b", id="no-break space"),
    pytest.param("a\u00a0b", "a b", id="no-break space alone"),
    pytest.param("ก\u00a0ข", "ก ข", id="no-break space between Thai letters"),
    pytest.param("a\u200bb", "ab", id="zero width space"),
    pytest.param(unicodedata.normalize("NFD", "é"), "é", id="NFD"),
]
ORDER = "kind: order\nsubject: แต่งตั้ง\ncause: [ด้วยเหตุ]\nclauses: [ให้ปฏิบัติ]\n"
COMMITTEES = (
    "committees:\n  - name: คณะกรรมการ\n    members:\n      - {person: ก, role: ประธานกรรมการ}\n"
    "    duties: [ทำงาน]\n"
)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    return put_office(tmp_path / "content")


@pytest.mark.parametrize(("on_disk", "written"), NAMES)
def test_a_file_is_found_by_either_name(tmp_path: Path, on_disk: str, written: str) -> None:
    path = put(tmp_path, f"{on_disk}/{on_disk}.pdf", "")
    assert ProjectFiles(tmp_path).look_for(f"{written}/{written}.pdf").path == path
    assert ProjectFiles(tmp_path).look_for(f"{on_disk}\\{on_disk}.pdf").path == path
    assert ProjectFiles(tmp_path).look_for(f"{written}/{written}.docx").path is None


def test_the_name_as_written_comes_first(tmp_path: Path) -> None:
    put(tmp_path, f"{ODD}.pdf", "")
    path = put(tmp_path, f"{MENDED}.pdf", "")
    assert ProjectFiles(tmp_path).look_for(f"{MENDED}.pdf").path == path


@pytest.mark.parametrize("written", ["../x.pdf", "none/x.pdf", "/etc/x.pdf"])
def test_what_is_not_there_keeps_its_path(tmp_path: Path, written: str) -> None:
    assert named_path(tmp_path, written) == tmp_path / written


def test_a_folder_is_read_once_for_all_names_that_it_lacks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(tmp_path, f"files/{ODD}.pdf", "")
    scanned_folders: list[Path] = []

    def scan_and_note(folder: Path) -> list[Entry]:
        scanned_folders.append(folder)
        return scan_folder(folder)

    monkeypatch.setattr(named_paths, "scan_folder", scan_and_note)
    files = ProjectFiles(tmp_path)
    names = [f"files/{name}.pdf" for name in ("a", "b", MENDED, "c")]
    assert [files.look_for(name).path for name in names] == [None, None, path, None]
    assert scanned_folders == [tmp_path / "files"]


@pytest.mark.parametrize(
    ("name", "names", "expected"),
    [("a", ["b", "a"], "a"), (MENDED, ["b", ODD], ODD), (ODD, [MENDED], MENDED), ("a", ["b", "A"], None)],
)
def test_a_name_means_one_of_several(name: str, names: list[str], expected: str | None) -> None:
    assert meant_name(name, names) == expected


@pytest.mark.parametrize("written", [ODD, MENDED])
def test_content_refers_to_files_and_documents_by_either_name(root: Path, written: str) -> None:
    put(root, f"files/{ODD}.pdf", "%PDF")
    put(root, f"tables/{ODD}.csv", "เรียน\nนายก\n")
    put(root, f"2569/orders/{ODD}.yaml", ORDER + COMMITTEES)
    attachments = f"attachments:\n  - {{text: ก, file: files/{written}.pdf}}\n"
    attachments += f"  - {{text: ข, document: orders/{written}}}\n"
    letter = f"kind: letter\nsubject: ก\nrecipients_from: tables/{written}.csv\ntext: [ด้วย]\n{attachments}"
    put(root, "2569/letters/a.yaml", letter)
    put(
        root,
        "2569/memos/a.yaml",
        f"kind: memo\nproposes: orders/{written}\nowner: อำนวยการ\nsignature: {{person: ก}}\n",
    )
    codes = {code for code, _name, _line, _column in diagnostics_of(api.load(root))}
    assert codes & {"E640", "E643", "E644", "E648"} == set()
    assert "letters/a" in [document.name for document in api.load(root).documents]


@pytest.mark.parametrize("written", [ODD, MENDED])
def test_an_order_is_issued_by_either_name(root: Path, written: str) -> None:
    path = put(root, f"2569/orders/{ODD}.yaml", ORDER)
    words = ["issue", f"orders/{written}", "--number", "1", "--date", "2 มีนาคม 2569"]
    result = CliRunner().invoke(app, [*words, "-C", str(root)])
    assert result.exit_code == 0
    assert "number: '1'" in path.read_text(encoding="utf-8")


def test_a_build_names_a_document_by_either_name(root: Path) -> None:
    put(root, f"2569/orders/{ODD}.yaml", ORDER)
    project = api.load(root)
    for written in (ODD, MENDED):
        (job,) = plan_jobs(project, Choice((f"orders/{written}",)), root)
        assert job.document.name == f"orders/{ODD}"


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("orders/x\u200by", "orders/xy"),
        ("orders/x\u00a0 y", "orders/x y"),
        (f"orders/{ODD}", f"orders/{MENDED}"),
        ("orders/x\ty", "orders/x y"),
    ],
)
def test_the_name_of_a_new_document_is_mended(root: Path, typed: str, name: str) -> None:
    (root / "2569").mkdir()
    result = CliRunner().invoke(app, ["new", "order", typed, "-C", str(root)])
    assert result.exit_code == 0
    assert [path.relative_to(root / "2569").as_posix() for path in root.glob("2569/*/*")] == [f"{name}.yaml"]


@pytest.mark.parametrize("character", ["\u202e", "\ufffd", "\ue000"])
def test_a_new_document_has_no_name_with_a_refused_character(root: Path, character: str) -> None:
    (root / "2569").mkdir()
    result = CliRunner().invoke(app, ["new", "order", f"orders/x{character}y", "-C", str(root)])
    assert result.exit_code == 1
    assert "E403" in result.output
    assert f"x[U+{ord(character):04X}]y" in result.output
    assert list((root / "2569").iterdir()) == []


def test_a_new_document_is_none_that_is_there_by_another_name(root: Path) -> None:
    put(root, f"2569/orders/{ODD}.yaml", ORDER)
    result = CliRunner().invoke(app, ["new", "order", f"orders/{MENDED}", "-C", str(root)])
    assert (result.exit_code, "E415" in result.output) == (1, True)
