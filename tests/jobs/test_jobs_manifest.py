"""What a build remembers of earlier ones."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from small_office import summaries

from esa_docs.diagnostics import MachineError
from esa_docs.jobs.building.file_records import FileRecord
from esa_docs.jobs.building.manifest import (
    Manifest,
    add_note,
    clear_notes,
    read_manifest,
    state_folder,
    write_manifest,
)

FIRST, SECOND = FileRecord("i1", "o1"), FileRecord("i2", "o2", "b2")


def _file(out: Path) -> Path:
    return out / ".esa-docs" / "manifest.json"


def test_what_was_written_is_read(tmp_path: Path) -> None:
    manifest = Manifest({"2569/orders/คำสั่ง": SECOND, "2569/a": FIRST})
    write_manifest(tmp_path, manifest)
    assert read_manifest(tmp_path) == manifest


def test_it_lies_in_the_state_folder_as_sorted_readable_json(tmp_path: Path) -> None:
    write_manifest(tmp_path, Manifest({"2569/ข": SECOND, "2569/ก": FIRST}))
    text = _file(tmp_path).read_text(encoding="utf-8")
    assert list(json.loads(text)["files"]) == ["2569/ก", "2569/ข"]
    assert "2569/ก" in text
    assert state_folder(tmp_path) == _file(tmp_path).parent


def test_a_missing_one_knows_nothing(tmp_path: Path) -> None:
    assert read_manifest(tmp_path / "nowhere") == Manifest()


ROW = {"inputs": "i", "output": "o", "beside": ""}
BROKEN = {
    "empty": b"",
    "cut short": b'{"format": 2, "files": {"2569/a": {"inp',
    "no text": b"\xff\xfe\x00",
    "no object": b"[]",
    "a number": b"1",
    "format a text": json.dumps({"format": "3", "files": {"2569/a": ROW}}).encode(),
    "format nothing": json.dumps({"format": 0, "files": {"2569/a": ROW}}).encode(),
    "no format": json.dumps({"files": {"2569/a": ROW}}).encode(),
    "no documents": b'{"format": 2}',
    "documents a list": b'{"format": 2, "files": []}',
    "row a text": b'{"format": 2, "files": {"2569/a": "x"}}',
    "lacking key": b'{"format": 2, "files": {"2569/a": {"inputs": "i"}}}',
    "nested deep": b'{"format": 2, "files": ' + b"[" * 100_000,
    "long number": b'{"format": ' + b"9" * 5000 + b"}",
    "half a character": json.dumps({"format": 2, "files": {"2569/a": {**ROW, "kind": "\ud800"}}}).encode(),
    "a key with NUL": json.dumps({"format": 2, "files": {"2569/a\0": ROW}}).encode(),
    "a key outside": json.dumps({"format": 2, "files": {"../a.docx": ROW}}).encode(),
    "an absolute key": json.dumps({"format": 2, "files": {"/a.docx": ROW}}).encode(),
    "a key of Windows": json.dumps({"format": 2, "files": {"C:/a.docx": ROW}}).encode(),
    "a share of Windows": json.dumps({"format": 2, "files": {"..\\a.docx": ROW}}).encode(),
    "hash a list": json.dumps({"format": 2, "files": {"2569/a": {**ROW, "output": []}}}).encode(),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_a_broken_one_knows_nothing(tmp_path: Path, fault: str) -> None:
    _file(tmp_path).parent.mkdir()
    _file(tmp_path).write_bytes(BROKEN[fault])
    manifest = read_manifest(tmp_path)
    assert (manifest, manifest.is_whole) == (Manifest(), False)


def test_a_whole_row_is_read(tmp_path: Path) -> None:
    _file(tmp_path).parent.mkdir()
    _file(tmp_path).write_text(json.dumps({"format": 2, "files": {"2569/a.pdf": ROW}}), encoding="utf-8")
    assert read_manifest(tmp_path).records == {"2569/a.pdf": FileRecord("i", "o")}


def test_one_of_the_first_format_knows_word_files(tmp_path: Path) -> None:
    _file(tmp_path).parent.mkdir()
    _file(tmp_path).write_text(json.dumps({"format": 1, "documents": {"2569/a": ROW}}), encoding="utf-8")
    assert read_manifest(tmp_path).records == {"2569/a.docx": FileRecord("i", "o")}


@pytest.mark.parametrize("name", ["manifest.json", "placing.jsonl"])
def test_a_folder_in_its_place_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / ".esa-docs" / name
    path.mkdir(parents=True)
    with pytest.raises(MachineError) as caught:
        read_manifest(tmp_path)
    assert summaries(caught.value.diagnostics) == [("E467", "error", name)]


@pytest.mark.parametrize("number", [3, 2**70])
def test_one_of_a_newer_program_is_refused(tmp_path: Path, number: int) -> None:
    _file(tmp_path).parent.mkdir()
    _file(tmp_path).write_text(json.dumps({"format": number, "files": {"2569/a": ROW}}), encoding="utf-8")
    with pytest.raises(MachineError) as caught:
        read_manifest(tmp_path)
    assert summaries(caught.value.diagnostics) == [("E467", "error", "manifest.json")]


def test_a_field_of_another_version_is_ignored(tmp_path: Path) -> None:
    rows = {"2569/a.docx": {**ROW, "more": "x", "much": [1]}, "2569/b.docx": ROW}
    _file(tmp_path).parent.mkdir()
    _file(tmp_path).write_text(json.dumps({"format": 2, "files": rows}), encoding="utf-8")
    manifest = read_manifest(tmp_path)
    assert manifest.records == {"2569/a.docx": FileRecord("i", "o"), "2569/b.docx": FileRecord("i", "o")}
    assert manifest.is_whole


def test_a_broken_row_is_lost_alone(tmp_path: Path) -> None:
    rows = {"2569/a.docx": {**ROW, "kind": 1}, "2569/b.docx": ROW}
    _file(tmp_path).parent.mkdir()
    _file(tmp_path).write_text(json.dumps({"format": 2, "files": rows}), encoding="utf-8")
    manifest = read_manifest(tmp_path)
    assert (manifest.records, manifest.is_whole) == ({"2569/b.docx": FileRecord("i", "o")}, False)


@pytest.mark.parametrize(
    ("digest", "ours"), [("o2", True), ("b2", True), ("i2", False), ("o1", False), ("", False)]
)
def test_a_file_is_ours_by_the_hash_of_either_place(digest: str, ours: bool) -> None:
    assert SECOND.covers(digest) is ours


def test_no_file_is_not_ours() -> None:
    assert not FIRST.covers("")


@pytest.mark.parametrize(
    ("present_hash", "recalled"),
    [("o1", FIRST), ("o2", SECOND), ("b2", SECOND), ("edited", FIRST), ("", FIRST)],
)
def test_a_note_is_recalled_only_by_the_file_it_tells_of(
    tmp_path: Path, present_hash: str, recalled: FileRecord
) -> None:
    write_manifest(tmp_path, Manifest({"2569/a": FIRST}))
    add_note(tmp_path, "2569/a", SECOND)
    assert read_manifest(tmp_path).recall("2569/a", present_hash) == recalled


def test_notes_do_without_a_manifest_and_survive_a_cut_line(tmp_path: Path) -> None:
    add_note(tmp_path, "2569/a", FIRST)
    add_note(tmp_path, "2569/a", SECOND)
    with (tmp_path / ".esa-docs" / "placing.jsonl").open("ab") as file:
        file.write(
            b'[]\n"x"\n{"file": "2569/a"}\n{"file": "2569/a", "made": []}\n{"file": "../a", "made": {}}\n'
        )
        file.write(b"[" * 100_000 + b"\n" + b"9" * 5000 + b"\n\x00\xff\n")
        file.write(b'{"file": "2569/a\\u0000", "made": {"inputs": "i", "output": "o"}}\n')
        file.write(b'{"document": "2569/a", "made": {"inputs": "\xe0')
    manifest = read_manifest(tmp_path)
    assert manifest.notes == {"2569/a": [FIRST, SECOND]}
    assert (manifest.recall("2569/a", "o1"), manifest.recall("2569/b", "o1")) == (FIRST, None)


def test_cleared_notes_are_gone_and_clearing_twice_is_nothing(tmp_path: Path) -> None:
    add_note(tmp_path, "2569/a", FIRST)
    clear_notes(tmp_path)
    clear_notes(tmp_path)
    assert read_manifest(tmp_path).notes == {}
