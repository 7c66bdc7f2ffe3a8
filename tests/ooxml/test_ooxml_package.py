"""The zip package: equal parts give equal bytes, broken files are named as such."""

from __future__ import annotations

import io
import os
import sys
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from esa_docs.ooxml import package as package_module
from esa_docs.ooxml.package import NotAPackageError, extend_package, read_package, write_package

PARTS = {
    "[Content_Types].xml": b"<Types/>",
    "word/document.xml": "คู่มือ".encode() * 500,
    "word/media/image1.png": bytes(range(256)),
}


def infos(data: bytes) -> list[zipfile.ZipInfo]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.infolist()


def make_zip(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, b"x" * 100)
    return buffer.getvalue()


def test_parts_come_back_in_order() -> None:
    parts = read_package(write_package(PARTS))
    assert list(parts.items()) == list(PARTS.items())


def test_the_standard_reader_finds_the_package_whole() -> None:
    with zipfile.ZipFile(io.BytesIO(write_package(PARTS))) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == list(PARTS)


def test_equal_parts_give_equal_bytes_at_any_time(monkeypatch: pytest.MonkeyPatch) -> None:
    first = write_package(PARTS)
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    monkeypatch.setattr(time, "localtime", lambda *_: time.gmtime(2_000_000_000))
    assert write_package(dict(PARTS)) == first
    assert {info.date_time for info in infos(first)} == {(1980, 1, 1, 0, 0, 0)}


def test_other_parts_give_other_bytes() -> None:
    assert write_package({**PARTS, "word/document.xml": b"x"}) != write_package(PARTS)


@pytest.mark.parametrize(("platform", "separator"), [("win32", "\\"), ("linux", "/"), ("darwin", "/")])
def test_header_fields_do_not_tell_the_system(
    platform: str, separator: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = write_package(PARTS)
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(os, "sep", separator)
    package = write_package(PARTS)
    monkeypatch.undo()
    assert package == expected
    assert len(infos(package)) == len(PARTS)
    for info in infos(package):
        fields = (info.create_system, info.external_attr, info.extra, info.comment)
        assert fields == (3, 0o600 << 16, b"", b"")


def test_a_package_grows_without_packing_again() -> None:
    parts = list(PARTS.items())
    base = write_package(dict(parts[:2]))
    grown_package = extend_package(base, dict(parts[2:]))
    assert list(read_package(grown_package)) == list(PARTS)
    assert read_package(grown_package) == PARTS
    start = infos(base)[-1].header_offset
    assert grown_package[:start] == base[:start]
    assert extend_package(base, dict(parts[2:])) == grown_package


BROKEN = {
    "nothing": b"",
    "no zip": "ไม่ใช่ไฟล์ Word".encode(),
    "old .doc": bytes.fromhex("d0cf11e0a1b11ae1") + bytes(512),
    "cut short": write_package(PARTS)[:-30],
    "cut at the end": write_package(PARTS)[:200],
    "altered inside": write_package(PARTS).replace(bytes(range(8)), bytes(8)),
    "no content types": make_zip("word/document.xml"),
    "content types in a folder": make_zip("word/[Content_Types].xml"),
    "an empty zip": make_zip(),
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN)
def test_broken_files_are_no_package(data: bytes) -> None:
    with pytest.raises(NotAPackageError):
        read_package(data)


def test_an_encrypted_zip_is_no_package() -> None:
    data = bytearray(make_zip("[Content_Types].xml"))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(NotAPackageError):
        read_package(bytes(data))


def test_a_package_larger_than_the_limit_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    data = write_package(PARTS)
    size = sum(map(len, PARTS.values()))
    monkeypatch.setattr(package_module, "_MOST_BYTES", size)
    assert read_package(data) == PARTS
    monkeypatch.setattr(package_module, "_MOST_BYTES", size - 1)
    monkeypatch.setattr(zipfile.ZipFile, "read", lambda *_: pytest.fail("unpacked all the same"))
    with pytest.raises(NotAPackageError):
        read_package(data)


def test_folders_in_the_zip_are_no_parts() -> None:
    package = make_zip("[Content_Types].xml", "word/", "word/a.xml")
    assert list(read_package(package)) == ["[Content_Types].xml", "word/a.xml"]


def outcome(data: bytes) -> str:
    try:
        read_package(data)
    except NotAPackageError:
        return "refused"
    return "read"


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.data())
def test_damaged_bytes_are_read_or_refused_never_worse(data: st.DataObject) -> None:
    damaged_data = bytearray(write_package({"[Content_Types].xml": b"<Types/>", "a.xml": b"abc" * 20}))
    for _ in range(data.draw(st.integers(1, 4))):
        value = data.draw(st.integers(0, 255))
        place = data.draw(st.integers(0, len(damaged_data) - 1))
        damaged_data[place] = value
    assert outcome(bytes(damaged_data)) in {"read", "refused"}


def test_a_part_without_a_name_breaks_nothing() -> None:
    data = bytearray(make_zip("[Content_Types].xml", "x"))
    entry = data.rindex(b"PK\x01\x02")
    name_length, extra_length = entry + 28, entry + 30
    data[name_length], data[extra_length] = 0, 1
    assert outcome(bytes(data)) in {"read", "refused"}


def test_names_are_portable(tmp_path: Path) -> None:
    data = write_package({**PARTS, "word/ภาพ.xml": b"<x/>"})
    (tmp_path / "a.docx").write_bytes(data)
    with zipfile.ZipFile(tmp_path / "a.docx") as archive:
        assert archive.namelist()[-1] == "word/ภาพ.xml"
