"""Script runs, binding spaces, forbidden characters."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esa_docs.thai import (
    NO_BREAK_SPACE,
    bind_last_space,
    bind_spaces,
    breaking_characters,
    is_thai,
    letters,
    normalise_spaces,
    script_runs,
)

RUNS: list[tuple[str, list[tuple[str, bool]], str]] = [
    ("", [], "contract: never an empty run"),
    ("ก", [("ก", True)], "thai-in-word"),
    ("a", [("a", False)], "thai-in-word"),
    ("งาน PMQA", [("งาน ", True), ("PMQA", False)], "a space goes with the character before it"),
    ("PMQA งาน", [("PMQA ", False), ("งาน", True)], "a space goes with the character before it"),
    ("ปี 2569", [("ปี ", True), ("2569", False)], "ASCII digits are not complex"),
    ("ปี ๒๕๖๙", [("ปี ๒๕๖๙", True)], "Thai digits are Thai"),
    ("พ.ศ.", [("พ", True), (".", False), ("ศ", True), (".", False)], "ASCII punctuation is not complex"),
    ("“ก”", [("“ก”", True)], "at the beginning: of the first strong character"),
    ("“a” ก", [("“a” ", False), ("ก", True)], "at the beginning: of the first strong character"),
    ("(ก)", [("(", False), ("ก", True), (")", False)], "ASCII punctuation is strong"),
    (" – … ", [(" – … ", False)], "all neutral"),
    ("ก – ข", [("ก – ข", True)], "neutral between Thai"),
    ("ก – a – ข", [("ก – ", True), ("a – ", False), ("ข", True)], "of the character before"),
    ("ก\u00a0ๆ", [("ก\u00a0ๆ", True)], "U+00A0 is neutral"),
    ("ก\n\ta", [("ก\n\t", True), ("a", False)], "decision: all white space is neutral"),
    ("฿5", [("฿", True), ("5", False)], "contract: the Thai block is complex"),
    ("5฿", [("5", False), ("฿", True)], "contract: the Thai block is complex"),
    ("ก²✓→×é", [("ก²✓→×", True), ("é", False)], "non-ASCII signs are neutral, letters are not"),
    ("e\u0301ก", [("e\u0301", False), ("ก", True)], "a combining mark stays with its letter"),
    ("กνяか", [("ก", True), ("νяか", False)], "decision: letters of other scripts are not complex"),
    ("ก😀 a", [("ก😀 ", True), ("a", False)], "non-ASCII signs are neutral"),
]

BOUND = [
    ("พ.ศ. ๒๕๖๙", "พ.ศ._๒๕๖๙", "thai-in-word"),
    ("พ.ศ. 2569", "พ.ศ._2569", "both digit sets"),
    ("มาตรา ๓๗ และ", "มาตรา_๓๗ และ", "thai-in-word"),
    ("ฉบับที่ ๒", "ฉบับที่_๒", "thai-in-word"),
    ("ที่ ๑/๒๕๖๙", "ที่_๑/๒๕๖๙", "thai-in-word"),
    ("ครั้งที่ 1/2569", "ครั้งที่_1/2569", "word ending"),
    ("วันพุธที่ ๑๖ กันยายน พ.ศ. ๒๕๖๙", "วันพุธที่_๑๖ กันยายน พ.ศ._๒๕๖๙", "word ending"),
    ("หมวดที่ ๑ ข้อที่ ๒", "หมวดที่_๑ ข้อที่_๒", "word ending"),
    ("ข้อ ๑๒", "ข้อ_๑๒", "contract"),
    ("เลย เขต 3", "เลย เขต_3", "contract"),
    ("ต่าง ๆ ได้", "ต่าง_ๆ ได้", "thai-in-word: a word and ๆ"),
    ("ต่างๆ", "ต่างๆ", "nothing is inserted"),
    (" ๆ", " ๆ", "no word before it"),
    ("ที่ ศธ ๐๔๐๓๐", "ที่ ศธ ๐๔๐๓๐", "no number follows"),
    ("ที่        /๒๕๖๙", "ที่        /๒๕๖๙", "official blank"),
    ("ต่าง  ๆ", "ต่าง  ๆ", "decision: only a single space"),
    ("ข้อ  ๒", "ข้อ  ๒", "decision: only a single space"),
    ("หมวด ๑", "หมวด ๑", "not on the list"),
    ("ข้อ ก", "ข้อ ก", "no number follows"),
    ("๕ บาท", "๕ บาท", "not on the list"),
    ("ข้อ\u00a0๑", "ข้อ_๑", "already bound"),
    ("ตามภาคผนวก ก ต่อไป", "ตามภาคผนวก_ก ต่อไป", "letter of an annex"),
    ("ภาคผนวก ๒ หน้า 5", "ภาคผนวก_๒ หน้า_5", "number of an annex, page"),
    ("ภาคผนวก กับ", "ภาคผนวก กับ", "a word behind it"),
    ("", "", "empty"),
]

FORBIDDEN = [
    ("ก\tข\nค", [], "tab and line feed may stand"),
    ("น้ำ “ก” – 😀\u00a0\u2060", [], "ordinary text, U+00A0 and U+2060 may stand"),
    ("a\rb", [(1, "\r")], "control character"),
    ("\x00ก\x1f", [(0, "\x00"), (2, "\x1f")], "control characters, in order"),
    ("\x0b\x0c", [(0, "\x0b"), (1, "\x0c")], "control characters"),
    ("\x7f\x80\x9f", [(0, "\x7f"), (1, "\x80"), (2, "\x9f")], "control characters beyond ASCII"),
    ("ก\ud800ข\udfff", [(1, "\ud800"), (3, "\udfff")], "lone surrogates"),
    ("ก\ufffe\uffff\ufffd", [(1, "\ufffe"), (2, "\uffff")], "no characters; U+FFFD may stand"),
    ("ไทย\u200bไทย", [(3, "\u200b")], "zero width space"),
    ("ก\ufeffข", [(1, "\ufeff")], "byte order mark"),
    ("\ufeffก", [(0, "\ufeff")], "decision: byte order mark at the beginning too"),
]

ALPHABET = "กขำ่ไ๙ฯ฿abZé59.()- \u00a0\t“”–…×✓\u0301"


@pytest.mark.parametrize(("text", "runs", "source"), RUNS)
def test_script_runs(text: str, runs: list[tuple[str, bool]], source: str) -> None:
    assert script_runs(text) == runs, source


@given(st.text())
def test_runs_are_the_text_and_alternate(text: str) -> None:
    runs = script_runs(text)
    assert "".join(run for run, _is_complex in runs) == text
    for run, _is_complex in runs:
        assert run != ""
    for (_run, is_complex), (_next_run, is_next_complex) in pairwise(runs):
        assert is_complex != is_next_complex


@given(st.text(alphabet=ALPHABET))
def test_runs_follow_the_rule_character_by_character(text: str) -> None:
    scripts: list[bool] = []
    for run, is_complex in script_runs(text):
        scripts += [is_complex] * len(run)
    assert scripts == _scripts_by_rule(text)


def _scripts_by_rule(text: str) -> list[bool]:
    """Return for each character whether it is complex script, by the rule and the Unicode database.

    A neutral character has the script of the strong one before it, or of the first strong one of the text.
    What a Thai mark stands on is complex script with the mark.
    """
    strong_scripts = [_script_of_strong(char) for char in text]
    known_scripts = [script for script in strong_scripts if script is not None]
    current = known_scripts[0] if known_scripts else False
    scripts = []
    for script in strong_scripts:
        if script is not None:
            current = script
        scripts.append(current)
    for index, char in enumerate(text):
        if char in "ำ่" and index:
            _take_letter_before(text, scripts, index)
    return scripts


def _take_letter_before(text: str, scripts: list[bool], index: int) -> None:
    """Make the letter before a Thai mark complex script, with the marks that stand on it already."""
    for before in range(index - 1, -1, -1):
        scripts[before] = True
        if not unicodedata.category(text[before]).startswith("M"):
            break


def _script_of_strong(char: str) -> bool | None:
    """Return whether a strong character is complex script, None for a neutral one."""
    if "THAI" in unicodedata.name(char, ""):
        return True
    is_letter_or_number = unicodedata.category(char)[0] in "LN"
    is_ascii_sign = char.isascii() and not char.isspace()
    if is_letter_or_number or is_ascii_sign:
        return False
    return None


def test_thai_block() -> None:
    for code_point in range(0x10000):
        assert is_thai(chr(code_point)) == (0xE00 <= code_point < 0xE80)


@pytest.mark.parametrize(("text", "expected", "source"), BOUND)
def test_bind_spaces(text: str, expected: str, source: str) -> None:
    assert bind_spaces(text) == expected.replace("_", NO_BREAK_SPACE), source


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ภาคผนวก ", "ภาคผนวก_"),
        ("ข้อ", "ข้อ"),
        ("ข้อ  ", "ข้อ  "),
        ("(ก) ", "(ก) "),
        ("table, ", "table, "),
        (" ", " "),
    ],
)
def test_bind_last_space(text: str, expected: str) -> None:
    assert bind_last_space(text) == expected.replace("_", NO_BREAK_SPACE)


@given(
    st.lists(
        st.sampled_from(["พ.ศ.", "ภาคผนวก", "ครั้งที่", "ข้อ", "เขต", "ๆ", " ", "  ", "\u00a0", "๑", "2", "ก"])
    )
)
def test_binding_changes_single_spaces_only(parts: list[str]) -> None:
    text = "".join(parts)
    bound_text = bind_spaces(text)
    assert bound_text.replace(NO_BREAK_SPACE, " ") == text.replace(NO_BREAK_SPACE, " ")
    assert bind_spaces(bound_text) == bound_text
    assert normalise_spaces(bound_text) == normalise_spaces(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        (" \u00a0\n", ""),
        ("ก\u00a0ข", "ก ข"),
        (" ก \u00a0\t ข\n", "ก ข"),
        ("ก\u3000ข\u2003ค", "ก ข ค"),
    ],
)
def test_normalise_spaces(text: str, expected: str) -> None:
    assert normalise_spaces(text) == expected


@pytest.mark.parametrize(("text", "expected", "source"), FORBIDDEN)
def test_breaking_characters(text: str, expected: list[tuple[int, str]], source: str) -> None:
    assert breaking_characters(text) == expected, source


def test_every_character_is_either_allowed_or_listed() -> None:
    """All characters of Unicode in their order: the place of each in the text is its code point."""
    every_character = "".join(map(chr, range(0x110000)))
    controls_and_surrogates = {char for char in every_character if unicodedata.category(char) in {"Cc", "Cs"}}
    expected = (controls_and_surrogates - {"\n", "\t"}) | {"\u200b", "\ufeff", "\ufffe", "\uffff"}
    places_and_characters = breaking_characters(every_character)
    assert [char for _place, char in places_and_characters] == sorted(expected)
    for place, char in places_and_characters:
        assert place == ord(char)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("ab", ["a", "b"]),
        ("น้ำใจ", ["น้ำ", "ใ", "จ"]),
        ("ที่ ดื่ม", ["ที่", " ", "ดื่", "ม"]),
        ("่ก", ["่", "ก"]),
        ("e\u0301", ["e\u0301"]),
    ],
)
def test_letters_keep_their_marks(text: str, expected: list[str]) -> None:
    assert letters(text) == expected
