"""Any text a clerk may write comes back as it was given, and no file whatever brings the reader down."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from esa_docs import api
from esa_docs.kinds.manual.content import Manual
from esa_docs.model.base import TEMPLATE_MARKS
from esa_docs.model.project import Project

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "tests" / "corpus"
OFFICE = (CORPUS / "office" / "good.yaml").read_text(encoding="utf-8")
PEOPLE = (CORPUS / "people" / "good.yaml").read_text(encoding="utf-8")
MANUAL = (CORPUS / "manual" / "good.yaml").read_text(encoding="utf-8")
SHIPPED = ROOT / "content"
# What is mended and what is refused has tests of its own: test_pasted_text.py.
THAI_MARKS = "เ" + "".join(map(chr, [*range(0x0E30, 0x0E3B), *range(0x0E47, 0x0E4F)]))
NOT_AS_TYPED = f"{THAI_MARKS}\u00a0\u2800\u3164\uffa0\u034f\ufffc\ufffd"
visible = st.text(
    st.characters(
        exclude_categories=("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"), exclude_characters=NOT_AS_TYPED
    ).filter(lambda char: char == " " or not char.isspace()),
    min_size=1,
)
printable = visible.filter(lambda text: text.strip() and not any(mark in text for mark in TEMPLATE_MARKS))


def load_manual(data: bytes, office: bytes = OFFICE.encode(), people: bytes = PEOPLE.encode()) -> Project:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "2569").mkdir()
        (root / "office.yaml").write_bytes(office)
        (root / "people.yaml").write_bytes(people)
        (root / "2569" / "manual.yaml").write_bytes(data)
        return api.load(root)


def double_quoted(text: str) -> str:
    """Return a text in double quotes: quote, backslash and foreign line ends need escapes there."""
    escapes = {'"': '\\"', "\\": "\\\\", "\u2028": "\\L", "\u2029": "\\P"}
    return '"' + "".join(escapes.get(char, char) for char in text) + '"'


@given(printable)
@example("{ {")
@example("a\u0e38\u0e49")
@example("\u0e33 \u0e4d")
@example("\\u200b \\N \\x7b\\x7b")
@example("\u1e9b\u0323 \u212b")
@settings(max_examples=150, deadline=None, derandomize=True)
def test_text_in_double_quotes_comes_back_in_composed_form(text: str) -> None:
    project = load_manual(MANUAL.replace("title: งานทดสอบ", f"title: {double_quoted(text)}").encode())
    # A Thai mark without its letter, and a row of dots, are told and stay as they are.
    diagnostics = [d for d in project.diagnostics if d.code not in {"W506", "W516"}]
    assert [(d.code, d.location.line, d.location.column) for d in diagnostics] == []
    (document,) = project.documents
    assert isinstance(document.content, Manual)
    assert document.content.title == unicodedata.normalize("NFC", text).strip()


CODES_BESIDE_ERRORS = {"E112", "E113", "E114", "E115", "E116", "E222", "W502", "W505", "W506", "W508", "W516"}
"""Codes of what is told of a file that can be read: text that YAML drops, signs that are mended."""


def is_place(line: int, column: int, data: bytes) -> bool:
    """Return whether a place lies in a file of these bytes; just behind the last character counts."""
    text = data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    return 1 <= line <= len(lines) and 1 <= column <= len(lines[line - 1]) + 1


def check_load(project: Project, changed: str, data: bytes) -> None:
    """Check that there is a document, or else errors, and that all has its place."""
    diagnostics = api.check(project)
    is_utf16 = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    for diagnostic in diagnostics:
        place = diagnostic.location
        assert is_utf16 or is_place(place.line, place.column, data)
        assert Path(place.path).name == changed
        assert diagnostic.is_error or diagnostic.code in CODES_BESIDE_ERRORS
        assert diagnostic.message
        assert diagnostic.hint
    has_errors = any(diagnostic.is_error for diagnostic in diagnostics)
    assert has_errors == (len(project.documents) == 0)
    assert has_errors == (len(project.faulty) == 1)


INSERTIONS = [
    b"",
    b"\0",
    b"\t",
    b"{",
    b"[",
    b"]",
    b"}",
    b"'",
    b'"',
    b":",
    b": ",
    b"- ",
    b"#",
    b"&a ",
    b"*a",
    b"!",
    b"|",
    b">",
    b"%",
    b"@",
    b"`",
    b"?",
    b"? ",
    b"\n",
    b"\r",
    b"\n\n  ",
    b"---\n",
    b"...\n",
    b"{{",
    b"{%",
    b"<<: ",
    b"\xff",
    b"\xe0",
    b"\xef\xbb\xbf",
    b"\xe2\x80\x8b",
    b"\xe2\x80\xa8",
    b"~",
    b"null",
    b"\\",
    b"kind: x\n",
    b"part_of: manual\n",
    b"!!python/name:os.system ",
    b"!<tag:x> ",
    b"%TAG ! x\n",
    b"\xc2\x85",
]
"""Bytes that mean something to YAML or to an encoding, to be put in anywhere."""

mutations = st.lists(
    st.tuples(st.integers(0, 60_000), st.integers(0, 40), st.sampled_from(INSERTIONS)), min_size=1, max_size=4
)


def mutated(data: bytes, changes: list[tuple[int, int, bytes]]) -> bytes:
    for start, length, new in changes:
        begin = start % (len(data) + 1)
        data = data[:begin] + new + data[begin + length :]
    return data


@pytest.mark.once
@given(mutations)
@settings(max_examples=60, deadline=None, derandomize=True)
def test_no_change_to_the_shipped_manual_brings_the_reader_down(
    changes: list[tuple[int, int, bytes]],
) -> None:
    data = mutated((SHIPPED / "2569" / "manual.yaml").read_bytes(), changes)
    office, people = ((SHIPPED / name).read_bytes() for name in ("office.yaml", "people.yaml"))
    project = load_manual(data, office, people)
    if project.documents or project.faulty:
        check_load(project, "manual.yaml", data)
    else:
        assert {d.code for d in project.diagnostics} >= {"E603"}, "the file became a part, and a lost one"


@pytest.mark.once
@given(mutations)
@settings(max_examples=200, deadline=None, derandomize=True)
def test_no_change_to_a_small_manual_brings_the_reader_down(changes: list[tuple[int, int, bytes]]) -> None:
    data = mutated(MANUAL.encode(), changes)
    project = load_manual(data)
    if project.documents or project.faulty:
        check_load(project, "manual.yaml", data)
    else:
        assert {d.code for d in project.diagnostics} >= {"E603"}, "the file became a part, and a lost one"


@pytest.mark.once
@given(mutations)
@settings(max_examples=60, deadline=None, derandomize=True)
def test_no_change_to_the_roster_brings_the_reader_down(changes: list[tuple[int, int, bytes]]) -> None:
    data = mutated(PEOPLE.encode(), changes)
    project = load_manual(MANUAL.replace("author: สมชาย", "author: x").encode(), people=data)
    assert [document.key for document in project.documents] == []
    assert {d.code for d in project.diagnostics if not d.is_error} <= CODES_BESIDE_ERRORS
    assert {d.location.path.rpartition("/")[2] for d in project.diagnostics} <= {
        "people.yaml",
        "office.yaml",
        "manual.yaml",
    }
    assert len(project.diagnostics) > 0


@pytest.mark.once
@given(st.binary(max_size=300))
@settings(max_examples=150, deadline=None, derandomize=True)
def test_no_bytes_whatever_bring_the_reader_down(data: bytes) -> None:
    project = load_manual(data)
    assert [document.key for document in project.documents] == []
    assert project.faulty == ("2569/manual",)
    assert len(project.diagnostics) > 0


@pytest.mark.parametrize(
    "nest",
    [
        lambda depth: "[" * depth,
        lambda depth: "[" * depth + "]" * depth,
        lambda depth: "{a: " * depth + "}" * depth,
        lambda depth: "\n" + "- " * depth + "ก",
        lambda depth: "\n" + "? " * depth + "ก",
        lambda depth: "\n" + "".join(" " * level + "a:\n" for level in range(1, depth // 40)),
        lambda depth: "\n" + "".join(" " * level + "-\n" for level in range(1, depth // 40)),
        lambda depth: "\n" + "".join(" " * level + "?\n" for level in range(1, depth // 40)),
    ],
)
def test_nesting_of_any_depth_is_told_and_does_not_end_the_process(
    nest: Callable[[int], str], tmp_path: Path
) -> None:
    """PyYAML's composer recurses in C: unchecked, such a file overruns the stack of the whole program."""
    for name, text in (("office", OFFICE), ("people", PEOPLE)):
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "2569").mkdir()
    (tmp_path / "2569" / "manual.yaml").write_text(
        f"kind: manual\ntitle: {nest(100_000)}\n", encoding="utf-8"
    )
    program = (
        "import sys; from esa_docs import api; project = api.load(sys.argv[1]);"
        "print(*(f'{d.code} {d.location.line}' for d in project.diagnostics), sep=';')"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.stderr == ""
    assert done.returncode == 0
    assert done.stdout.split()[0] == "E108"
    assert len(done.stdout.splitlines()) == 1


def test_depth_that_no_document_needs_is_the_same_fault_at_every_depth() -> None:
    """Between the depth we refuse and the one where Python's own limit would strike lies no gap."""
    codes = {}
    for depth in (90, 99, 100, 101, 300, 480, 490, 495, 500, 999, 1001, 3000):
        title = "[" * depth + "]" * depth
        project = load_manual(MANUAL.replace("title: งานทดสอบ", f"title: {title}").encode())
        codes[depth] = [d.code for d in project.diagnostics]
    for depth, codes_of_depth in codes.items():
        expected_code = "E203" if depth <= 100 else "E108"
        assert codes_of_depth == [expected_code], depth


def test_levels_of_blocks_and_of_brackets_add_up() -> None:
    """Neither alone reaches the thousand levels at which libyaml stops with a fault of its own."""
    text = "- " * 380 + "[" * 390 + "]" * 390
    project = load_manual(MANUAL.replace("title: งานทดสอบ", f"title:\n  {text}").encode())
    assert [d.code for d in project.diagnostics] == ["E108"]
    deep = "- " * 490 + "[" * 990 + "]" * 990
    project = load_manual(MANUAL.replace("title: งานทดสอบ", f"title:\n  {deep}").encode())
    assert [d.code for d in project.diagnostics] == ["E108"]


def test_a_shallow_file_of_many_brackets_keeps_its_own_fault() -> None:
    flat = "title:\n" + "  - [a, b]\n" * 600 + "  - [a, b\nauthor: x\n"
    (diagnostic,) = load_manual(MANUAL.replace("title: งานทดสอบ\n", flat).encode()).diagnostics
    title_line = MANUAL.split("\n").index("title: งานทดสอบ") + 1
    assert (diagnostic.code, diagnostic.location.line) == ("E106", title_line + 602)
