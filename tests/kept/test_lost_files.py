"""A file of a kept version that is lost, copied or renamed is an error; nothing is made in its place."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from kept_office import (
    bytes_below,
    issue,
    issue_again,
    pdf_of,
    replace_text,
    send,
    sha256,
    version_path,
    with_code,
    write_papers,
)

from esa_docs import api
from esa_docs.diagnostics import ContentError, Diagnostic
from esa_docs.source.folders.disk import Entry, Sort
from esa_docs.source.kept.kept_folder import KeptFolder, sort_file
from esa_docs.source.kept.kept_log import log_line

LOST, STRANGE = "E450", "E451"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Write a project with an order that was sent, kept again after that, and sent again; with a scan."""
    root = write_papers(tmp_path / "office")
    issue(root)
    send(root)
    replace_text(root / "2569/orders/x.yaml", "ให้ปฏิบัติตามนี้", "ให้ปฏิบัติดังนี้")
    issue_again(root)
    send(root)
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(pdf_of())
    api.attach(root, "orders/x", scan)
    return root


def faults_of_kept(root: Path) -> list[Diagnostic]:
    return [fault for fault in api.load(root).diagnostics if fault.code in {"E433", LOST, STRANGE}]


def places(root: Path) -> list[tuple[str, str]]:
    """Return code and place, below ``issued/``, of each fault of what is kept."""
    top = (root / "issued").resolve()
    faults = [(fault.code, Path(fault.location.path).resolve()) for fault in faults_of_kept(root)]
    return sorted((code, path.relative_to(top).as_posix()) for code, path in faults)


def log_of(root: Path) -> Path:
    return root / "issued/log.jsonl"


def folder_of(root: Path) -> Path:
    return version_path(root).parent


def lose_mark(root: Path) -> None:
    (folder_of(root) / "2.sent.json").unlink()


def lose_version(root: Path) -> None:
    version_path(root, number=2).unlink()


def lose_both(root: Path) -> None:
    lose_mark(root)
    lose_version(root)


def lose_folder(root: Path) -> None:
    shutil.rmtree(folder_of(root))


def lose_year(root: Path) -> None:
    shutil.rmtree(root / "issued/2569")


def copy_version(root: Path) -> None:
    shutil.copy(version_path(root, number=2), version_path(root, number=3))


def copy_version_with_mark(root: Path) -> None:
    copy_version(root)
    shutil.copy(folder_of(root) / "2.sent.json", folder_of(root) / "3.sent.json")


def rename_to(name: str) -> Callable[[Path], None]:
    def rename(root: Path) -> None:
        path = version_path(root, number=2)
        path.rename(path.with_name(name))

    return rename


X = "2569/orders/x"
ALL_FILES = ["1.sent.json", "1.zip", "2.sent.json", "2.zip", "scan-1.json", "scan-1.pdf"]
LOSSES = [
    (lose_mark, [(LOST, f"{X}/2.sent.json")]),
    (lose_version, [(LOST, f"{X}/2.zip")]),
    (lose_both, [(LOST, f"{X}/2.sent.json"), (LOST, f"{X}/2.zip")]),
    (lose_folder, [(LOST, f"{X}/{name}") for name in ALL_FILES]),
    (lose_year, [(LOST, f"{X}/{name}") for name in ALL_FILES]),
    (copy_version, [(STRANGE, f"{X}/3.zip")]),
    (rename_to("02.zip"), [(LOST, f"{X}/2.zip"), (STRANGE, f"{X}/02.zip")]),
    (rename_to("2 (1).zip"), [(LOST, f"{X}/2.zip"), (STRANGE, f"{X}/2 (1).zip")]),
    (rename_to("3.zip"), [(LOST, f"{X}/2.zip"), (STRANGE, f"{X}/3.zip")]),
]


@pytest.mark.parametrize(("lose", "expected"), LOSSES)
def test_what_is_lost_is_told_at_its_place_and_the_paper_is_not_made_anew(
    root: Path, tmp_path: Path, lose: Callable[[Path], None], expected: list[tuple[str, str]]
) -> None:
    assert places(root) == []
    lose(root)
    assert places(root) == expected
    project = api.load(root)
    assert X in project.faulty
    report = api.build(project, out=tmp_path / "out", choice=api.Choice(names=("orders/x",)))
    # The log says that the version was sent, whatever became of its mark: it is placed as it is.
    is_placed = lose is lose_mark
    outcomes = [str(result.outcome) for result in report.results]
    assert outcomes == ["written"] * is_placed
    assert (report.faulty == ()) is is_placed
    before = bytes_below(root)
    with pytest.raises(ContentError, match=r"E45[01]"):
        send(root)
    with pytest.raises(ContentError, match=r"E45[01]"):
        issue_again(root)
    assert bytes_below(root) == before


@pytest.mark.parametrize("lose", [lose_mark, lose_both, lose_folder, rename_to("2 (1).zip")])
def test_no_number_is_given_while_a_file_is_missing(root: Path, lose: Callable[[Path], None]) -> None:
    lose(root)
    with pytest.raises(ContentError, match="E450"):
        issue(root, "circular", "5")


def test_an_earlier_version_is_not_placed_where_the_last_one_and_the_content_are_lost(
    root: Path, tmp_path: Path
) -> None:
    lose_both(root)
    (root / "2569/orders/x.yaml").unlink()
    api.build(api.load(root), out=tmp_path / "out")
    assert not (tmp_path / "out/2569/orders/x.docx").exists()


@pytest.mark.parametrize("lose", [lose_version, rename_to("02.zip"), rename_to("2 (1).zip")])
def test_no_hint_says_to_move_the_only_copy_away(root: Path, lose: Callable[[Path], None]) -> None:
    lose(root)
    hints = [fault.hint for fault in faults_of_kept(root)]
    assert ["2.zip" in hint for hint in hints] == [True] * len(hints)
    assert [hint for hint in hints if "ย้ายไฟล์" in hint or "Move" in hint] == []


def test_a_mark_without_its_version_that_the_log_does_not_name_asks_for_the_version(root: Path) -> None:
    shutil.copy(folder_of(root) / "2.sent.json", folder_of(root) / "3.sent.json")
    assert places(root) == [(STRANGE, f"{X}/3.sent.json")]


def test_a_mark_that_was_put_there_by_hand_is_told(root: Path) -> None:
    replace_text(root / "2569/orders/x.yaml", "ให้ปฏิบัติดังนี้", "ให้ปฏิบัติอย่างนี้")
    issue_again(root)
    mark = json.loads((folder_of(root) / "2.sent.json").read_bytes())
    (folder_of(root) / "3.sent.json").write_text(json.dumps(mark | {"version": 3}), encoding="utf-8")
    assert places(root) == [(STRANGE, f"{X}/3.sent.json")]


def test_a_copied_version_with_its_mark_is_told(root: Path) -> None:
    copy_version_with_mark(root)
    assert (STRANGE, f"{X}/3.zip") in places(root)


def test_the_log_has_a_line_of_every_file_with_its_hash(root: Path) -> None:
    lines = [json.loads(line) for line in log_of(root).read_text(encoding="utf-8").splitlines()]
    events = [(line["event"], line.get("version", line.get("scan")), line["file"]) for line in lines]
    assert events == [
        ("kept", 1, "1.zip"),
        ("sent", 1, "1.sent.json"),
        ("kept", 2, "2.zip"),
        ("sent", 2, "2.sent.json"),
        ("scan", 1, "scan-1.pdf"),
        ("scan", 1, "scan-1.json"),
    ]
    assert {line["key"] for line in lines} == {X}
    assert {line["at"] for line in lines[:4]} == {"2026-03-16T09:30:00+07:00"}
    hashes = [sha256((folder_of(root) / line["file"]).read_bytes()) for line in lines]
    assert [line["sha256"] for line in lines] == hashes


@pytest.mark.parametrize("name", ["1.sent.json", "2.sent.json", "scan-1.json"])
def test_other_bytes_of_a_small_file_are_told_by_check_but_other_line_ends_are_not(
    root: Path, name: str
) -> None:
    path = folder_of(root) / name
    data = path.read_bytes()
    path.write_bytes(data.replace(b"\n", b"\r\n"))
    assert with_code(api.check(api.load(root)), LOST) == []
    path.write_bytes(data.replace(b"clerk-of-tests", b"somebody-else").replace(b"\n}", b"\n }"))
    (finding,) = with_code(api.check(api.load(root)), LOST)
    assert finding.location.path.endswith(f"{X}/{name}")


def test_a_whole_version_of_other_bytes_is_told_by_check(root: Path) -> None:
    path = version_path(root)
    assert with_code(api.check(api.load(root)), LOST) == []
    with zipfile.ZipFile(path, "a") as archive:
        archive.comment = b"x"
    (finding,) = with_code(api.check(api.load(root)), LOST)
    assert finding.location.path.endswith(f"{X}/1.zip")


@pytest.mark.parametrize("line", ["{", "<<<<<<< HEAD", "", "[]", '{"key": "2569/x"}'])
def test_a_damaged_line_of_the_log_is_told_at_its_line(root: Path, line: str) -> None:
    text = log_of(root).read_text(encoding="utf-8")
    first_line, other_lines = text.split("\n", 1)
    log_of(root).write_text(f"{first_line}\n{line}\n{other_lines}", encoding="utf-8")
    (finding,) = faults_of_kept(root)
    assert (finding.code, finding.location.line) == (LOST, 2)
    assert finding.location.path.endswith("issued/log.jsonl")
    with pytest.raises(ContentError, match="E450"):
        issue(root, "circular", "5")


def test_a_log_that_was_cut_short_or_says_two_things_of_a_file_is_told(root: Path) -> None:
    data = log_of(root).read_bytes()
    log_of(root).write_bytes(data[:-1])
    assert (LOST, "log.jsonl") in places(root)
    line = data.splitlines(keepends=True)[0]
    log_of(root).write_bytes(data + line)
    assert places(root) == []
    digest = json.loads(line)["sha256"]
    log_of(root).write_bytes(data + line.replace(digest.encode(), b"0" * 64))
    (finding,) = faults_of_kept(root)
    assert (finding.code, finding.location.line) == (LOST, 7)


def test_a_project_without_log_is_told_once_and_its_papers_are_not_made_anew(root: Path) -> None:
    log_of(root).unlink()
    assert places(root) == [(LOST, "log.jsonl")]
    assert X in api.load(root).faulty
    with pytest.raises(ContentError, match="E450"):
        issue(root, "circular", "5")


@pytest.mark.parametrize("name", ["log (1).jsonl", "log-PC2.jsonl", "log (PC2's conflicted copy).jsonl"])
def test_a_conflict_copy_of_the_log_is_told_as_such(root: Path, name: str) -> None:
    shutil.copy(log_of(root), log_of(root).with_name(name))
    assert places(root) == [("E433", name)]


def test_a_version_of_another_machine_whose_log_has_not_come_is_told(root: Path) -> None:
    lines = log_of(root).read_bytes().splitlines(keepends=True)
    log_of(root).write_bytes(b"".join(lines[:-2]))
    assert places(root) == [(STRANGE, f"{X}/scan-1.json"), (STRANGE, f"{X}/scan-1.pdf")]


@pytest.mark.parametrize("name", [f"{'1' * 19}.zip", f"{'1' * 19}.sent.json", f"scan-{'1' * 4301}.pdf"])
def test_a_name_with_more_figures_than_a_number_has_is_that_of_no_version(name: str) -> None:
    folder = KeptFolder()
    sort_file(Entry(Path("issued/2569/orders") / name, Sort.FILE), "2569/orders/x", folder)
    assert [path.name for path in folder.foreign] == [name]
    with pytest.raises(ValueError, match=name):
        log_line("2026-01-09T08:30:00", "2569/orders/x", name, b"")
