"""What a build remembers of earlier ones."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from esa_docs.jobs.building.manifest import (
    FileRecord,
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
    "other format": json.dumps({"format": 3, "files": {"2569/a": ROW}}).encode(),
    "no format": json.dumps({"files": {"2569/a": ROW}}).encode(),
    "no documents": b'{"format": 2}',
    "documents a list": b'{"format": 2, "files": []}',
    "row a text": b'{"format": 2, "files": {"2569/a": "x"}}',
    "unknown key": json.dumps({"format": 2, "files": {"2569/a": {**ROW, "more": ""}}}).encode(),
    "lacking key": b'{"format": 2, "files": {"2569/a": {"inputs": "i"}}}',
    "hash a list": json.dumps({"format": 2, "files": {"2569/a": {**ROW, "output": []}}}).encode(),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_a_broken_one_knows_nothing(tmp_path: Path, fault: str) -> None:
    _file(tmp_path).parent.mkdir()
    _file(tmp_path).write_bytes(BROKEN[fault])
    assert read_manifest(tmp_path) == Manifest()


def test_a_whole_row_is_read(tmp_path: Path) -> None:
    _file(tmp_path).parent.mkdir()
    _file(tmp_path).write_text(json.dumps({"format": 2, "files": {"2569/a.pdf": ROW}}), encoding="utf-8")
    assert read_manifest(tmp_path).records == {"2569/a.pdf": FileRecord("i", "o")}


def test_one_of_the_first_format_knows_word_files(tmp_path: Path) -> None:
    _file(tmp_path).parent.mkdir()
    _file(tmp_path).write_text(json.dumps({"format": 1, "documents": {"2569/a": ROW}}), encoding="utf-8")
    assert read_manifest(tmp_path).records == {"2569/a.docx": FileRecord("i", "o")}


def test_a_folder_in_its_place_knows_nothing(tmp_path: Path) -> None:
    _file(tmp_path).mkdir(parents=True)
    assert read_manifest(tmp_path) == Manifest()


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
        file.write(b'[]\n"x"\n{"document": "2569/a"}\n{"document": "2569/a", "made": {"inputs": "\xe0')
    manifest = read_manifest(tmp_path)
    assert manifest.notes == {"2569/a": [FIRST, SECOND]}
    assert (manifest.recall("2569/a", "o1"), manifest.recall("2569/b", "o1")) == (FIRST, None)


def test_cleared_notes_are_gone_and_clearing_twice_is_nothing(tmp_path: Path) -> None:
    add_note(tmp_path, "2569/a", FIRST)
    clear_notes(tmp_path)
    clear_notes(tmp_path)
    assert read_manifest(tmp_path).notes == {}
