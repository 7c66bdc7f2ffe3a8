"""Which bytes of a content file are read, and which are refused with the name of what is wrong."""

from __future__ import annotations

import codecs
import os
import shutil
from pathlib import Path

import pytest

from esa_docs import api
from esa_docs.diagnostics import ContentError, Location
from esa_docs.source.yaml_files.parsing import parse_yaml
from esa_docs.source.yaml_files.text import decode_text, read_or_raise
from esa_docs.source.yaml_files.tree import Mapping, Scalar, to_plain

CORPUS = Path(__file__).parents[1] / "corpus"
THAI = "# คู่มือการปฏิบัติงาน\nkind: manual\ntitle: งานพัฒนาระบบบริหาร\n"
"""A content file as an old machine might have written it."""
SHORT_THAI = "kind: manual\ntitle: งาน\n"

Place = tuple[str, int, int]

REFUSED: dict[str, tuple[bytes, Place]] = {
    "nothing at all": (b"", ("E104", 1, 1)),
    "white space": (b" \n\n\t\r\n ", ("E104", 1, 1)),
    "a byte order mark alone": (codecs.BOM_UTF8, ("E104", 1, 1)),
    "no-break spaces": ("\u00a0\n\u00a0".encode(), ("E104", 1, 1)),
    "UTF-16 LE with mark": (codecs.BOM_UTF16_LE + THAI.encode("utf-16-le"), ("E102", 1, 1)),
    "UTF-16 BE with mark": (codecs.BOM_UTF16_BE + THAI.encode("utf-16-be"), ("E102", 1, 1)),
    "UTF-16 LE": (SHORT_THAI.encode("utf-16-le"), ("E102", 1, 1)),
    "UTF-16 BE": (SHORT_THAI.encode("utf-16-be"), ("E102", 1, 1)),
    "UTF-16 LE that begins with much Thai": (("# " + "ก" * 300 + "\n").encode("utf-16-le"), ("E102", 1, 1)),
    "UTF-16 BE that begins with much Thai": (("# " + "ก" * 300 + "\n").encode("utf-16-be"), ("E102", 1, 1)),
    "UTF-16 mark and nothing else": (codecs.BOM_UTF16_LE, ("E102", 1, 1)),
    "TIS-620": (THAI.encode("tis-620"), ("E103", 1, 3)),
    "TIS-620 below plain lines": (SHORT_THAI.encode("tis-620"), ("E103", 2, 8)),
    "TIS-620 with Windows line ends": (SHORT_THAI.replace("\n", "\r\n").encode("tis-620"), ("E103", 2, 8)),
    "TIS-620 with old Macintosh line ends": (
        SHORT_THAI.replace("\n", "\r").encode("tis-620"),
        ("E103", 2, 8),
    ),
    "CP874 with its own quotation marks": ("title: “งานพัฒนาระบบ”\n".encode("cp874"), ("E103", 1, 8)),
    "Latin-1": ("kind: manual\ntitle: café olé\n".encode("latin-1"), ("E101", 2, 11)),
    "bytes of which some could be TIS-620": (b"title: \xc1\xc2 \xff\xfe\xfd\xfc", ("E101", 1, 8)),
    "Latin-1 after Thai: columns are characters": ("title: งาน ".encode() + b"\xe9\n", ("E101", 1, 12)),
    "a stray byte": (b"kind: manual\n\xff\n", ("E101", 2, 1)),
    "a stray byte below a byte order mark": (codecs.BOM_UTF8 + b"kind: \xff\n", ("E101", 1, 7)),
    "a stray byte lines below a byte order mark": (codecs.BOM_UTF8 + b"a: 1\nb: \xff\n", ("E101", 2, 4)),
    "a stray byte after old Macintosh line ends": (b"a: 1\rb: 2\rc: \xff\n", ("E101", 3, 4)),
    "UTF-8 cut inside a letter": ("title: งาน".encode()[:-1], ("E101", 1, 10)),
    "UTF-8 cut inside a letter of low bytes": (THAI.encode() + "รวมสวยมาก".encode()[:-2], ("E101", 4, 9)),
    "UTF-8 cut on a later line": (THAI.encode()[:-3], ("E101", 3, 25)),
    "a surrogate in UTF-8": (b"title: \xed\xa0\x80\n", ("E101", 1, 8)),
    "NUL": (b"kind: manual\ntitle: a\x00b\n", ("E105", 2, 9)),
    "NUL after Thai: columns are characters": ("title: งาน\x00".encode(), ("E105", 1, 11)),
    "NUL after a byte order mark": (codecs.BOM_UTF8 + b"\x00kind: manual", ("E105", 1, 1)),
    "escape": (b"kind: manual\r\ntitle: \x1b[1m\r\n", ("E105", 2, 8)),
    "Word's line break, vertical tab": ("title: หนึ่ง\x0bสอง".encode(), ("E105", 1, 13)),
    "form feed": (b"a: 1\n\n\x0c", ("E105", 3, 1)),
    "delete": (b"a: \x7f", ("E105", 1, 4)),
    "next line": ("a: ก\u0085ข".encode(), ("E105", 1, 5)),
    "line separator": ("a: ก\u2028ข".encode(), ("E105", 1, 5)),
    "paragraph separator": ("a: ก\u2029ข".encode(), ("E105", 1, 5)),
    "no character": ("a: \uffff".encode(), ("E105", 1, 4)),
    "a control character in a comment": (b"a: 1 # \x07", ("E105", 1, 8)),
    "a control character, of several the first": (b"a: 1\nb: \x02\nc: \x01", ("E105", 2, 4)),
}

READ: dict[str, tuple[bytes, str]] = {
    "plain": (SHORT_THAI.encode(), SHORT_THAI),
    "a byte order mark": (codecs.BOM_UTF8 + SHORT_THAI.encode(), SHORT_THAI),
    "Windows line ends": (SHORT_THAI.replace("\n", "\r\n").encode(), SHORT_THAI),
    "old Macintosh line ends": (SHORT_THAI.replace("\n", "\r").encode(), SHORT_THAI),
    "line ends of all kinds": (b"a: 1\r\nb: 2\rc: 3\nd: 4", "a: 1\nb: 2\nc: 3\nd: 4"),
    "tabs": (b"a:\t1", "a:\t1"),
    "signs beyond the basic plane": ("a: 😀𠮷".encode(), "a: 😀𠮷"),
    "zero width space, for the schema to refuse": ("a: \u200b".encode(), "a: \u200b"),
    "two letters": (b"ab", "ab"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_bytes_that_are_no_content_are_named_with_their_place(name: str) -> None:
    data, expected = REFUSED[name]
    checked = decode_text(data, "x.yaml")
    assert [(d.code, d.location.line, d.location.column) for d in checked] == [expected]
    assert checked.value is None


@pytest.mark.parametrize("name", REFUSED)
def test_a_project_with_such_a_file_loads_without_its_document(name: str, tmp_path: Path) -> None:
    data, expected = REFUSED[name]
    for folder in ("office", "people"):
        shutil.copyfile(CORPUS / folder / "good.yaml", tmp_path / f"{folder}.yaml")
    (tmp_path / "2569").mkdir()
    shutil.copyfile(CORPUS / "manual" / "good.yaml", tmp_path / "2569" / "good.yaml")
    (tmp_path / "2569" / "bad.yaml").write_bytes(data)

    project = api.load(tmp_path)

    findings = [(d.code, d.location.line, d.location.column) for d in api.check(project)]
    assert findings == [expected]
    assert [Path(d.location.path).name for d in project.diagnostics] == ["bad.yaml"]
    assert [d.hint for d in project.diagnostics if not d.hint] == []
    assert [document.name for document in project.documents] == ["good"]
    assert project.faulty == ("2569/bad",)


@pytest.mark.parametrize("name", READ)
def test_bytes_that_are_nothing_special_are_read(name: str) -> None:
    data, expected = READ[name]
    checked = decode_text(data, "x.yaml")
    assert checked.value == expected
    assert list(checked) == []


@pytest.mark.parametrize("cut", range(1, 40))
def test_thai_cut_anywhere_is_never_taken_for_tis_620(cut: int) -> None:
    """In UTF-8 two thirds of the bytes of Thai, and with some letters all, are letters of TIS-620 too."""
    data = ("title: " + "สวยงามรวมมากอา" * 3).encode()
    cut_data = data[: len(data) - cut]
    whole_letters, bytes_of_cut_letter = divmod(len(cut_data) - len("title: "), 3)
    expected = [("E101", 1, 8 + whole_letters)] if bytes_of_cut_letter else []
    findings = [(d.code, d.location.line, d.location.column) for d in decode_text(cut_data, "x.yaml")]
    assert findings == expected


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_places_are_the_same_under_every_mark_and_line_end(
    encoding: str, line_end: str, tmp_path: Path
) -> None:
    for folder in ("office", "people"):
        shutil.copyfile(CORPUS / folder / "good.yaml", tmp_path / f"{folder}.yaml")
    case = CORPUS / "manual" / "many_faults.yaml"
    text = case.read_text(encoding="utf-8")
    (tmp_path / "2569").mkdir()
    (tmp_path / "2569" / "manual.yaml").write_bytes(text.replace("\n", line_end).encode(encoding))

    findings = [(d.location.line, d.location.column, d.code) for d in api.check(api.load(tmp_path))]

    assert findings[0] == (12, 1, "E201")
    assert findings[-2:] == [(30, 16, "E203"), (31, 29, "E212")]
    assert len(findings) == 8


def test_the_tree_keeps_scalars_as_the_file_writes_them() -> None:
    text = "a: 2.10\nb: 0123\nc: 1:30\nd: 2569-10-01\ne: yes\nf: '~'\ng: ~\nh: 1e3\n"
    tree = parse_yaml(text, "x.yaml")
    assert isinstance(tree.value, Mapping)
    assert list(tree) == []
    assert all(isinstance(entry.value, Scalar) for entry in tree.value.entries)
    assert to_plain(tree.value) == {
        "a": "2.10",
        "b": "0123",
        "c": "1:30",
        "d": "2569-10-01",
        "e": "yes",
        "f": "~",
        "g": None,
        "h": "1e3",
    }


def test_bytes_that_cannot_be_read_are_an_error_with_their_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.yaml").write_bytes(b"kind: order")
    assert read_or_raise(Path("a.yaml")) == b"kind: order"
    for name in ("gone.yaml", "."):
        with pytest.raises(ContentError) as error_info:
            read_or_raise(Path(name))
        (diagnostic,) = error_info.value.diagnostics
        assert (diagnostic.code, diagnostic.location) == ("E110", Location(name))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_pipe_is_refused_and_never_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "scan.pdf"
    os.mkfifo(pipe)
    with pytest.raises(ContentError, match="E110"):
        read_or_raise(pipe)
