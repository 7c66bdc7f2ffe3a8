"""What counts in the fingerprint of a document and what does not."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from small_office import write_manual, write_office

from esa_docs import api
from esa_docs.jobs.building.fingerprint import fingerprint, hash_bytes
from esa_docs.model.document import Emblem
from esa_docs.word.templates.reading import template_file
from esa_docs.word.templates.reading.template_file import shipped_template


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_office(tmp_path / "office")


def _fingerprint(root: Path) -> str:
    (document,) = api.load(root).documents
    return fingerprint(document, "an engine")


def _swap(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def _own_template(root: Path) -> None:
    (root / "templates_docx").mkdir()
    (root / "templates_docx" / "manual.docx").write_bytes(b"own")


CHANGES: dict[str, Callable[[Path], object]] = {
    "content": lambda root: _swap(root / "2569/a.yaml", "ศึกษาวิเคราะห์\n", "ศึกษา\n"),
    "office": lambda root: _swap(root / "office.yaml", "ตัวอย่าง เขต 1", "ตัวอย่าง เขต 2"),
    "numerals": lambda root: _swap(root / "office.yaml", "groups:", "numerals: {manual: thai}\ngroups:"),
    "person": lambda root: _swap(root / "people.yaml", "สมมติ", "สมมุติ"),
    "template": _own_template,
    "name": lambda root: (root / "2569/a.yaml").replace(root / "2569/b.yaml"),
    "year": lambda root: (root / "2569").replace(root / "2568"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_everything_that_is_printed_counts(root: Path, change: str) -> None:
    before = _fingerprint(root)
    CHANGES[change](root)
    assert _fingerprint(root) != before


def test_the_bytes_of_the_own_template_count(root: Path) -> None:
    _own_template(root)
    before = _fingerprint(root)
    (root / "templates_docx" / "manual.docx").write_bytes(b"more")
    assert _fingerprint(root) != before


def test_the_bytes_of_the_shipped_template_count(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _fingerprint(root)
    folder = tmp_path / "shipped"
    folder.mkdir()
    copy = Path(shutil.copy(shipped_template("manual.docx"), folder))
    monkeypatch.setattr(template_file, "_FOLDERS", (folder,))
    assert _fingerprint(root) == before
    copy.write_bytes(copy.read_bytes() + b"\0")
    assert _fingerprint(root) != before


@pytest.mark.parametrize("name", ["office.yaml", "people.yaml", "2569/a.yaml"])
def test_times_of_files_do_not_count(root: Path, name: str) -> None:
    before = _fingerprint(root)
    os.utime(root / name, (1, 1))
    assert _fingerprint(root) == before


def test_comments_order_of_keys_and_line_ends_do_not_count(root: Path) -> None:
    before = _fingerprint(root)
    path = root / "2569/a.yaml"
    kind_line, *other_lines = path.read_text(encoding="utf-8").splitlines()
    lines = ["# a note", *other_lines, kind_line, ""]
    path.write_bytes("\r\n".join(lines).encode())
    assert _fingerprint(root) == before


def test_the_place_of_the_project_does_not_count(root: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(root, tmp_path / "elsewhere"))
    assert _fingerprint(copy) == _fingerprint(root)


def test_another_document_does_not_count(root: Path) -> None:
    before = _fingerprint(root)
    write_manual(root, "b", "อื่น")
    first, second = api.load(root).documents
    assert fingerprint(first, "an engine") == before
    assert fingerprint(second, "an engine") != before


def test_another_layout_engine_counts(root: Path) -> None:
    (document,) = api.load(root).documents
    assert fingerprint(document, "another engine") != fingerprint(document, "an engine")


def test_a_missing_template_is_left_to_rendering(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = _fingerprint(root)
    monkeypatch.setattr(template_file, "_FOLDERS", (root / "none",))
    assert _fingerprint(root) != before


def test_the_hash_of_a_file_is_sha_256() -> None:
    # FIPS 180-2, appendix B.1
    assert hash_bytes(b"abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_the_picture_of_the_emblem_counts(root: Path) -> None:
    (document,) = api.load(root).documents
    pictures = (None, Emblem(b"first", "image/png", 2, 3), Emblem(b"second", "image/png", 2, 3))
    documents = [replace(document, emblem=picture) for picture in pictures]
    fingerprints = {fingerprint(changed, "an engine") for changed in documents}
    assert len(fingerprints) == 3


def test_what_last_year_said_counts(root: Path) -> None:
    (document,) = api.load(root).documents
    write_manual(root, "a", "เพื่อเปรียบเทียบ", year="2568")
    before, _after = api.load(root).documents
    compared = replace(document, last_year=before.content)
    assert fingerprint(compared, "an engine") != fingerprint(document, "an engine")
