"""The shipped content through the real program, as a clerk runs it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterable
from pathlib import Path

import docx
import pytest
import yaml

COMMAND = [sys.executable, "-c", "from esa_docs.cli import main; main()"]
ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)


def _run(folder: Path, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONIOENCODING": "utf-8", "ESA_DOCS_LANG": "en"}
    return subprocess.run(
        [*COMMAND, *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=check,
    )


def _state(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Return the bytes and the time of every file below a folder, by its path there."""
    state: dict[str, tuple[bytes, int]] = {}
    for path in folder.rglob("*"):
        if path.is_file():
            key = path.relative_to(folder).as_posix()
            state[key] = (path.read_bytes(), path.stat().st_mtime_ns)
    return state


@pytest.fixture(scope="module")
def built_desk(content: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the manual of the shipped content; return the folder in which it lies."""
    desk = tmp_path_factory.mktemp("desk")
    shutil.copytree(content, desk / "content")
    process = _run(desk, "build")
    assert process.stdout == ""
    assert process.stderr.splitlines()[0] == "written: build/2569/manual.docx"
    return desk


@pytest.fixture
def desk(built_desk: Path, tmp_path: Path) -> Path:
    """Return a copy of the folder in which the shipped content is built."""
    return Path(shutil.copytree(built_desk, tmp_path / "desk"))


def test_build_leaves_the_manual_and_its_manifest(desk: Path) -> None:
    state_files = [".esa-docs/.gitignore", ".esa-docs/build-lock", ".esa-docs/manifest.json"]
    assert sorted(_state(desk / "build")) == [*state_files, "2569/manual.docx"]
    document = docx.Document(str(desk / "build/2569/manual.docx"))
    content = yaml.safe_load((desk / "content/2569/manual.yaml").read_text(encoding="utf-8"))
    assert document.core_properties.title == content["title"]
    long_tables = [table for table in document.tables if len(table.rows) > 5]
    assert [len(table.columns) for table in long_tables] == [6] * 4


def test_verify_and_check_say_nothing(desk: Path) -> None:
    for arguments in (["verify", "build/2569/manual.docx"], ["check"], ["check", "content/2569"]):
        process = _run(desk, *arguments, "--strict")
        assert process.stdout == "", arguments
        assert re.findall(r"\d+", process.stderr) == ["0", "0"]


def test_the_second_build_writes_nothing_and_says_so(desk: Path) -> None:
    before = _state(desk)
    process = _run(desk, "build")
    lines = process.stderr.splitlines()
    assert lines[0] == "unchanged: build/2569/manual.docx"
    assert lines[1].startswith("page numbers as ")
    assert lines[2].startswith("0 written, 1 unchanged, 0 not written")
    assert _state(desk) == before


def test_two_builds_give_identical_bytes(desk: Path) -> None:
    first = (desk / "build/2569/manual.docx").read_bytes()
    _run(desk, "build", "--out", "second")
    assert (desk / "second/2569/manual.docx").read_bytes() == first
    elsewhere = desk / "another place"
    shutil.copytree(desk / "content", elsewhere / "my office")
    _run(elsewhere, "build", "-C", "my office", "-j", "2")
    assert (elsewhere / "build/2569/manual.docx").read_bytes() == first


def test_the_file_holds_no_trace_of_when_and_where_it_was_made(desk: Path) -> None:
    with zipfile.ZipFile(desk / "build/2569/manual.docx") as package:
        assert {info.date_time for info in package.infolist()} == {ZIP_EPOCH}
        parts = [package.read(name) for name in package.namelist()]
    assert [part for part in parts if str(desk).encode() in part] == []


def test_several_processes_give_the_bytes_of_one(short_project: Path) -> None:
    desk = short_project.parent
    names = ["a", "b", "c", "manual"]
    for name in names[:3]:
        shutil.copy(desk / "content/2569/manual.yaml", desk / f"content/2569/{name}.yaml")
    _run(desk, "build", "--out", "one", "-j", "1")
    _run(desk, "build", "--out", "two", "-j", "2")
    files_of_one = {path.stem: path.read_bytes() for path in (desk / "one" / "2569").iterdir()}
    files_of_two = {path.stem: path.read_bytes() for path in (desk / "two" / "2569").iterdir()}
    assert sorted(files_of_one) == names
    assert files_of_one == files_of_two


ODD_TEXTS = {
    "ampersand and angles": 'R&D <ก> "คำพูด" <b>หนา</b>',
    "quotes": "'เดี่ยว' \"คู่\" “โค้ง” ‘โค้งเดี่ยว’ `ท้าย`",
    "looks escaped": "&amp; &lt;ก&gt; &#3585; &nbsp;",
    "looks like XML": "<w:p><w:r/></w:p> ]]> <!-- ก --> <?xml?>",
    "braces that open nothing": "{ก} }} %} #} { { 100% {",
    "backslashes and marks": r"C:\ใหม่\new \n $1 #ก @ข *ค* _ง_ ~จ",
    "emoji": "เสร็จ 😀 👍🏽 🇹🇭 ❤️",
    "beyond the first plane": "𠀀 𝒳 𐍈",
    "a very long Thai word": "ก" * 3000,
    "a very long Latin word": "A" * 3000,
    "a very long address": "https://example.go.th/" + "path/" * 300 + "?a=1&b=<2>",
    "tone marks stacked": "ที่นี่ น้ำ กี้ ปู่ ฎุ ญู ป้ำ",
}


def _with_objectives(project: Path, texts: Iterable[str]) -> None:
    """Put texts in place of the first objective of the first work."""
    path = project / "2569" / "manual.yaml"
    lines = path.read_text(encoding="utf-8").splitlines()
    place = lines.index("    objectives:") + 1
    lines[place : place + 1] = ["      - " + json.dumps(text, ensure_ascii=False) for text in texts]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


@pytest.fixture(scope="module")
def printed_objectives(built_desk: Path, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Return the paragraphs of a manual whose first objectives are odd texts, without their labels."""
    desk = tmp_path_factory.mktemp("odd")
    shutil.copytree(built_desk / "content", desk / "content")
    _with_objectives(desk / "content", ODD_TEXTS.values())
    _run(desk, "build")
    document = docx.Document(str(desk / "build/2569/manual.docx"))
    paragraphs = [paragraph.text for paragraph in document.paragraphs]
    plain_texts = [paragraph.replace("\N{NO-BREAK SPACE}", " ") for paragraph in paragraphs]
    return [re.sub(r"^2\.\d+ ", "", text).strip() for text in plain_texts]


@pytest.mark.parametrize("name", ODD_TEXTS)
def test_odd_text_prints_exactly_as_given(printed_objectives: list[str], name: str) -> None:
    assert printed_objectives.count(ODD_TEXTS[name]) == 1


@pytest.mark.parametrize("mark", ["{{", "{%", "{#"])
def test_a_template_mark_in_content_is_refused_where_it_stands(short_project: Path, mark: str) -> None:
    _with_objectives(short_project, [f"ก {mark} ข"])
    lines = (short_project / "2569/manual.yaml").read_text(encoding="utf-8").splitlines()
    (line,) = [line for line in lines if mark in line]
    process = _run(short_project.parent, "build", "--format", "json", check=False)
    (diagnostic,) = json.loads(process.stdout)
    assert (process.returncode, diagnostic["code"]) == (1, "E208")
    assert diagnostic["field"] == "works[0].objectives[0]"
    assert diagnostic["line"] == lines.index(line) + 1
    assert diagnostic["column"] == line.index(mark) + 1
    assert not (short_project.parent / "build/2569").exists()


@pytest.mark.parametrize("form", ["byte order mark", "Windows line ends", "both"])
def test_files_from_windows_give_the_same_document(desk: Path, form: str) -> None:
    before = _state(desk / "build")
    for path in (desk / "content").rglob("*.yaml"):
        data = path.read_bytes()
        if form in {"Windows line ends", "both"}:
            data = data.replace(b"\n", b"\r\n")
        if form in {"byte order mark", "both"}:
            data = b"\xef\xbb\xbf" + data
        path.write_bytes(data)
    process = _run(desk, "build", "--strict")
    assert process.stderr.splitlines()[0] == "unchanged: build/2569/manual.docx"
    assert _state(desk / "build") == before
