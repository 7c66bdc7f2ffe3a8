"""Every way in which YAML drops or changes what is typed: what is told of each, and where."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from esa_docs.diagnostics import Diagnostic
from esa_docs.kinds.order.content import Order
from esa_docs.source.yaml_files.comments_in_text import comments_in_texts
from esa_docs.source.yaml_files.parsing import parse_yaml
from esa_docs.source.yaml_files.tree import Scalar

Finding = tuple[str, str, int, int]
"""Code, severity, line and column."""

_DROPPED_OR_CHANGED: dict[str, tuple[str, list[Finding]]] = {
    # behind a text
    "number sign before a word": ("a: งาน #1 ข", [("E112", "warning", 1, 8)]),
    "two number signs": ("a: งาน ##1", [("E112", "warning", 1, 8)]),
    "number sign at the end": ("a: งาน #\nb: c", [("E112", "warning", 1, 8)]),
    "number sign behind a tab": ("a: งาน\t#1", [("E112", "warning", 1, 8)]),
    "number sign before all": ("a: #1 ข\nb: c", [("E112", "warning", 1, 4)]),
    "number sign in a list": ("a:\n  - งาน #1", [("E112", "warning", 2, 9)]),
    "number sign between brackets": ("a: [งาน, ข #1\n  ]", [("E112", "warning", 1, 12)]),
    "number sign behind quotes": ("a: 'งาน' #1", [("E112", "warning", 1, 10)]),
    "number sign behind the sign of a block": ("a: | #1\n  งาน", [("E112", "warning", 1, 6)]),
    "two number signs and a number": ("a: งาน ##1 ข # ค", [("E112", "warning", 1, 8)]),
    "number sign and a hard blank": (
        "a: งาน #\u00a03",
        [
            ("E112", "warning", 1, 8),
        ],
    ),
    "number sign glued to quotes": ('a: "งาน"#ข', [("E112", "warning", 1, 9)]),
    "number sign glued to quotes, with a blank": ("a: 'งาน'# ข", [("E112", "warning", 1, 9)]),
    "number sign behind a list": ("a: [ก, ข] #1", [("E112", "warning", 1, 11)]),
    "number sign glued to a list": ("a: [ก, ข]#ค", [("E112", "warning", 1, 10)]),
    "number sign glued to a mapping": ("a: {b: ก}# ค\nb: c", [("E112", "warning", 1, 10)]),
    "number sign glued to a comma": ("a: [ก,#ข\n  ค]", [("E112", "warning", 1, 7)]),
    "number sign before a list": ("a: #ข ค\n  - ก", [("E112", "warning", 1, 4)]),
    "number sign before keys": ("a: #ข ค\n  b: ก", [("E112", "warning", 1, 4)]),
    "number sign as an item": ("a:\n  - #1 ข\n  - ก", [("E112", "warning", 2, 5)]),
    "numbered line among items": ("a:\n  - ก\n  #1 ข\n  - ค", [("E112", "warning", 3, 3)]),
    "numbered line in Thai digits": ("a: ก\n#๒ ข\nb: ค", [("E112", "warning", 2, 1)]),
    "line less far in than its block": ("a: >\n    ก\n  #ข ค\nb: ง", [("E112", "warning", 3, 3)]),
    "number sign behind each of two": (
        "a: ก #1\nb: ข #2",
        [("E112", "warning", 1, 6), ("E112", "warning", 2, 6)],
    ),
    # before a text
    "exclamation mark": ("a: ! งาน", [("E113", "warning", 1, 4)]),
    "exclamation mark alone": ("a: !\nb: c", [("E113", "warning", 1, 4)]),
    "name of a text that nothing refers to": ("a: &x งาน", [("E113", "warning", 1, 4)]),
    "more than a number": ("a: >8\nb: c", [("E113", "warning", 1, 4)]),
    "name that only looks referred to": ("a:\n  - &D ด้วย **D** x", [("E113", "warning", 2, 5)]),
    "name of a list": ("a: &D\n  - ก", [("E113", "warning", 1, 4)]),
    "name of a block": ("a: &D |\n  ก", [("E113", "warning", 1, 4)]),
    "name of a key": ("&x a: ก", [("E113", "warning", 1, 1)]),
    # around and inside a text
    "comma of thousands": ("a: [1,000, 2]", [("E116", "warning", 1, 5)]),
    "comma of thousands in Thai digits": ("a: [๒, ๑,๐๐๐]", [("E116", "warning", 1, 8)]),
    "folder with a backslash t": ('a: "D:\\temp"', [("E115", "warning", 1, 7), ("W502", "info", 1, 4)]),
    "comma of thousands in a sentence": ("a: [ก 1,000 บาท, ข]", [("E116", "warning", 1, 5)]),
    "comma of thousands before decimals": (
        "a: [ค่า ๑,๐๐๐, 5,000.50]",
        [("E116", "warning", 1, 5), ("E116", "warning", 1, 16)],
    ),
    "two commas of thousands": ("a: [2,500,000, 7]", [("E116", "warning", 1, 5)]),
    "comma of thousands behind quotes": ('a: ["1",234]', [("E116", "warning", 1, 5)]),
    "comma of thousands in braces": ("a: {b: ก 1,000}", [("E116", "warning", 1, 8)]),
    "backslash of a code": ('a: "ด้วย\\x41"', [("E115", "warning", 1, 9)]),
    "backslash of a longer code": ('a: "D:\\u0e01"', [("E115", "warning", 1, 7)]),
    "backslash before a slash": ('a: "ก\\/ข"', [("E115", "warning", 1, 6)]),
    "backslash of a hard blank": ('a: "ก\\_ข"', [("E115", "warning", 1, 6)]),
    # several lines
    "item under an item": ("a:\n  - ก\n    - ข", [("E114", "warning", 3, 5)]),
    "dash without a blank": ("a:\n  - ก\n    -ข", [("E114", "warning", 3, 5)]),
    "key without a blank": ("a: ก\n  number:7", [("E114", "warning", 2, 3)]),
    "block sign on the next line": ("a: ก\n  > ข", [("E114", "warning", 2, 3)]),
    "lines without quotes": ("a: ก\n  ข", [("E114", "info", 2, 3)]),
    "quote that is not closed": ("a: 'ก\nb: ข'", [("E114", "warning", 2, 1)]),
    "quote that is not closed in a list": ('a:\n  - "ก\n  - ข"', [("E114", "warning", 3, 3)]),
    # several documents, keys
}

_STOPPED = {
    "exclamation mark with a word": ("a: !งาน ข", "E106", 1),
    "exclamation mark with a Latin word": ("a: !x ข", "E109", 1),
    "exclamation mark before a key": ("!x a: ข", "E109", 1),
    "code of a sign that is refused": ('a: "ก\\0"', "E209", 1),
    "two exclamation marks": ("a: !! งาน", "E106", 1),
    "ampersand": ("a: & งาน", "E106", 1),
    "Thai name of a text": ("a: &งาน ข", "E106", 1),
    "asterisk": ("a: *งาน", "E106", 1),
    "asterisk with a Latin word": ("a: *x", "E106", 1),
    "more than two digits": ("a: >80\nb: c", "E106", 1),
    "more than with a blank": ("a: > 80", "E106", 1),
    "upright line": ("a: | งาน", "E106", 1),
    "per cent": ("a: %5", "E106", 1),
    "at sign": ("a: @งาน", "E106", 1),
    "backquote": ("a: `งาน`", "E106", 1),
    "comma": ("a: , งาน", "E106", 1),
    "bracket that closes": ("a: ] งาน", "E106", 1),
    "dash behind a key": ("a: - งาน", "E106", 1),
    "question mark behind a key": ("a: ? งาน", "E106", 1),
    "directive": ("%งาน\n---\na: b", "E106", 1),
    "text behind quotes": ('a: "งาน" ข', "E106", 1),
    "text behind brackets": ("a: [ก, ข] ค", "E106", 1),
    "colon in a text": ("a: งาน: ข", "E106", 1),
    "nothing between commas": ("a: [ก, , ข]", "E106", 1),
    "key without a blank at the edge": ("a: ก\nnumber:7", "E106", 2),
    "comment in a text of several lines": ("a: ก\n  # ข\n  ค", "E106", 2),
    "block with a line too far left": ("a: |\n    ก\n  ข", "E106", 3),
    "second document": ("a: b\n---\nc: d", "E106", 2),
    "text behind the end": ("a: b\n...\nc: d", "E106", 2),
    "key twice": ("a: b\na: c", "E107", 2),
    "key that is a list": ("a: b\n[c]: d", "E109", 2),
}
"""What stops the file: code and line."""

_AS_TYPED = {
    "number sign in a word": ("a: งาน#1", "งาน#1"),
    "number sign in quotes": ('a: "งาน #1"', "งาน #1"),
    "number sign in a block": ("a: |\n  งาน #1\n", "งาน #1\n"),
    "marks in quotes": ("a: '! & * > | % @'", "! & * > | % @"),
    "marks inside": ("a: ก ! & * > | % @ `", "ก ! & * > | % @ `"),
    "dots and dashes": ("a: ... --- ก", "... --- ก"),
    "zeros": ("a: 0123.10", "0123.10"),
    "backslash in single quotes": ("a: 'D:\\temp'", "D:\\temp"),
    "two backslashes": ('a: "D:\\\\temp"', "D:\\temp"),
    "quote in double quotes": ('a: "ก \\" ข"', 'ก " ข'),
    "line that is meant": ('a: "ก\\nข"', "ก\nข"),
    "lines in quotes": ('a: "ก\n  ข"', "ก ข"),
    "block of joined lines": ("a: >\n  ก\n  ข", "ก ข"),
    "block with a strip": ("a: |-\n  ก", "ก"),
    "comment in its form": ("a: ก  # หมายเหตุ", "ก"),
    "line taken out": ("a: ก\n#b: ค\n# 1 ค\n#- ง", "ก"),
    "comment below a block": ("a: |-\n  ก\n# ข\n#ค", "ก"),
    "comments below a key": ("a: ก\nb:\n  # ข\n  c: d # ค", "ก"),
    "numbers apart": ("a: ก\nb: [1, 000, 12,34, 1234,567]", "ก"),
    "texts in quotes without blanks": ("a: ก\nb: ['1','200']", "ก"),
    "comment behind a block's sign": ("a: |  # หมายเหตุ\n  ก\n", "ก\n"),
    "merge key is a key": ("a: ก\n<<: {b: c}", "ก"),
    "begin and end of the document": ("---\na: ก\n...\n# หมายเหตุ", "ก"),
}


def _finding_of(diagnostic: Diagnostic) -> Finding:
    place = diagnostic.location
    return diagnostic.code, diagnostic.severity.value, place.line, place.column


@pytest.mark.parametrize("name", _DROPPED_OR_CHANGED)
def test_what_yaml_drops_or_changes_is_told_at_its_place(name: str) -> None:
    text, expected = _DROPPED_OR_CHANGED[name]
    assert [_finding_of(diagnostic) for diagnostic in parse_yaml(text, "f")] == expected


@pytest.mark.parametrize("name", _STOPPED)
def test_what_would_lose_more_stops_the_file_at_its_line(name: str) -> None:
    text, code, line = _STOPPED[name]
    (diagnostic,) = parse_yaml(text, "f")
    assert diagnostic.is_error
    assert (diagnostic.code, diagnostic.location.line) == (code, line)


@pytest.mark.parametrize("name", _AS_TYPED)
def test_what_stays_as_typed_is_not_finding_of(name: str) -> None:
    text, expected = _AS_TYPED[name]
    parsed = parse_yaml(text, "f")
    assert parsed.diagnostics == ()
    assert parsed.value is not None
    assert parsed.value.text("a") == expected


def test_the_cure_of_a_number_sign_shows_both_ways() -> None:
    (diagnostic,) = parse_yaml("subject: แต่งตั้งคณะทำงาน #1 ของเขต", "f")
    assert '"แต่งตั้งคณะทำงาน #1 ของเขต"' in diagnostic.hint
    assert "#" in diagnostic.hint.partition('เขต"')[2]


@pytest.mark.parametrize("blank", ["\t", " \t ", "\t\t"])
def test_the_cure_of_a_number_sign_behind_a_tab_is_not_told_again(blank: str) -> None:
    (diagnostic,) = parse_yaml(f"a: ด้วย{blank}#1 ข", "f").diagnostics
    assert '"ด้วย #1 ข"' in diagnostic.hint
    assert parse_yaml('a: "ด้วย #1 ข"', "f").diagnostics == ()


def test_the_cure_of_a_split_number_is_the_whole_text() -> None:
    (diagnostic,) = parse_yaml("a: [ก 2,500,000 บาท, ข]", "f")
    assert '"ก 2,500,000 บาท"' in diagnostic.hint


def test_a_sign_for_nothing_has_no_text() -> None:
    tree = parse_yaml("a: ~\nb: null", "f").value
    assert tree is not None
    assert (tree.text("a"), tree.text("b")) == (None, None)


@pytest.mark.parametrize(("text", "count"), [("a: R & D\nb: ! ก\nc: R&D\n", 0), ("a: &x ข\nb: &y ง\n", 1)])
def test_a_file_is_parsed_for_names_once_and_only_where_a_value_begins_with_one(
    text: str, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    parse, parsed_texts = yaml.parse, []

    def parse_and_note(text: str, **options: Any) -> Any:
        parsed_texts.append(text)
        return parse(text, **options)

    monkeypatch.setattr(yaml, "parse", parse_and_note)
    assert parse_yaml(text, "t.yaml").value is not None
    assert parsed_texts == [text] * count


def test_a_name_that_is_referred_to_is_meant() -> None:
    parsed = parse_yaml("a: &x งาน #1\nb: *x\nc: *x", "f")
    assert [_finding_of(diagnostic) for diagnostic in parsed] == [("E112", "warning", 1, 11)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("subject: งาน # ข", [("E112", "warning", 1, 14)]),
        ("subject: งาน  # ข", [("E112", "info", 1, 15)]),
        ("subject: งาน #1", []),
        ("subject: 'งาน' # ข", []),
        ("date: 3 พฤศจิกายน 2568 # ข", []),
        ("draft: false # ข", []),
        ("power: [ม37] # ข", []),
        ("power:\n  - ม37 # ข", []),
        ("clauses:\n  - งาน # ข", [("E112", "warning", 2, 9)]),
        ("committees:\n  - name: งาน # ข", [("E112", "warning", 2, 15)]),
        ("committees:\n  - {name: งาน} # ข", []),
        ("unknown: งาน # ข", []),
        ("subject: งาน\t# ข", [("E112", "warning", 1, 14)]),
        ("subject: งาน ## ข", [("E112", "warning", 1, 14)]),
        ("subject: งาน #\tข", [("E112", "warning", 1, 14)]),
        ("subject: # งาน", [("E112", "warning", 1, 10)]),
        ("subject:  # งาน", [("E112", "info", 1, 11)]),
        ("clauses: # ข\n  - งาน", [("E112", "info", 1, 10)]),
        ("committees: # ข\n  - name: งาน", []),
    ],
)
def test_a_comment_behind_a_text_that_is_printed_is_finding_of(line: str, expected: list[Finding]) -> None:
    tree = parse_yaml(line, "f").value
    assert tree is not None
    diagnostics = comments_in_texts(tree, Order, {"f": line})
    assert [_finding_of(diagnostic) for diagnostic in diagnostics] == expected


_SIGNS_AND_LETTERS = st.text(alphabet="กข1 #!&*|>%@`,[]{}:?-\\'\"~=<.", min_size=1, max_size=12)


@settings(max_examples=500)
@given(_SIGNS_AND_LETTERS)
def test_a_text_on_a_line_stays_as_typed_or_is_told(typed: str) -> None:
    parsed = parse_yaml(f"a: {typed}\nb: c", "f")
    if parsed.diagnostics:
        return
    assert parsed.value is not None
    entry = parsed.value.get("a")
    assert entry is not None
    # Brackets and quotation marks are meant; where a text is expected, a list and an empty block are refused.
    is_meant = not isinstance(entry.value, Scalar) or typed.strip().startswith(("'", '"', "|", ">"))
    if not is_meant and not entry.is_empty:
        assert entry.value.text == re.sub(r" +# .*", "", typed).strip(" ")  # type: ignore[union-attr]
    elif not is_meant:
        assert typed.strip() == "~" or re.match(r" *(#|$)", typed)
