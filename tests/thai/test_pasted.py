"""What is mended in pasted text, what is refused, and that mending twice mends once."""

from __future__ import annotations

import re
import time
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from esa_docs.thai import (
    PastedSign,
    RefusedSort,
    count_signs,
    mend_text,
    refused_characters,
    sort_of_refused,
)

EK, THO, THANTHAKHAT = "\u0e48", "\u0e49", "\u0e4c"
NIKHAHIT, AA, AM, A = "\u0e4d", "\u0e32", "\u0e33", "\u0e30"
SARA_I, SARA_II, SARA_U, PHINTHU = "\u0e34", "\u0e35", "\u0e38", "\u0e3a"

MENDED: list[tuple[str, str, str]] = [
    ("ก\tข", "ก ข", "tab"),
    ("ก \u3000\t ข", "ก ข", "a run of blanks with an odd one is one blank"),
    ("ก\u2003ข\u2009ค\u205fง\u1680จ", "ก ข ค ง จ", "other blanks of Zs"),
    ("ก\u202fข\u2007ค", "ก ข ค", "narrow and figure spaces are blanks too"),
    ("ก\u2800ข\u3164ค", "ก ข ค", "letters that are drawn blank"),
    ("\tก\u3000", "ก", "at the ends they go"),
    ("ก\u2003\n\tข", "ก\nข", "at the ends of a line too"),
    ("\u00a0ก\u00a0", "ก", "U+00A0 at the ends"),
    ("ก\u00a0 ข", "ก ข", "beside another blank"),
    ("ก\u00a0\u00a0ข", "ก ข", "doubled"),
    ("ก\u200b\u00a0\u200bข", "ก\u00a0ข", "between two visible characters once what nobody sees is gone"),
    ("\ufeffก\u200bข\u00adค\u2060ง\u200cจ\u200dฉ\u034f", "กขคงจฉ", "what nobody sees"),
    ("ก\u200dข a\u200cb क\u200d \u200cن", "กข ab क ن", "joiners of Thai and Latin, and at the ends"),
    ("ก\u115f\u1160ข\u17b4\u17b5", "กข", "fillers and vowels of other scripts"),
    ("ก\ufe00a\ufe0f \ufe0eข\U000e0100", "กa ข", "variation selectors of nothing"),
    ("ก\ufe0f\u200d😀\u200d\ufe0f", "ก😀", "joiners and selectors in a row"),
    ("ក\u200d\u17b4", "ក", "a joiner that the next sign leaves bare"),
    ("ก\u180b\u180e\u2065ข\U0001d173\U0001bca0", "กข", "controls of other scripts"),
    ("\u0e40\u0e40ละ", "และ", "two เ"),
    ("\u0e40\u200b\u0e40ละ", "และ", "two เ with something unseen between them"),
    (f"ท{NIKHAHIT}{AA}", "ทำ", "ำ in pieces"),
    (f"น{NIKHAHIT}{THO}{AA}", f"น{THO}{AM}", "a tone mark between the pieces"),
    (f"น{THO}{NIKHAHIT}{AA}", f"น{THO}{AM}", "a tone mark before the pieces"),
    (f"น{AM}{THO}", f"น{THO}{AM}", "a tone mark behind ำ"),
    (f"ต{AA}{EK}ง", f"ต{EK}{AA}ง", "behind า"),
    (f"จ{A}{THO}", f"จ{THO}{A}", "behind ะ"),
    (f"ก{EK}{SARA_II}", f"ก{SARA_II}{EK}", "before a vowel above"),
    (f"ก{EK}{SARA_U}", f"ก{SARA_U}{EK}", "before a vowel below: also the order of Unicode"),
    (f"สิทธ{THANTHAKHAT}{SARA_I}", f"สิทธ{SARA_I}{THANTHAKHAT}", "์ before its vowel"),
    (f"ท{SARA_II}{EK}{EK}", f"ท{SARA_II}{EK}", "a tone mark twice"),
    (f"ด{SARA_II}{SARA_II}", f"ด{SARA_II}", "a vowel twice"),
    (f"ก{EK}{SARA_II}{EK}", f"ก{SARA_II}{EK}", "twice around its vowel"),
    (f"ท{AM}{AM}", f"ท{AM}", "ำ twice"),
    (f"ท{SARA_II}\uf70a", f"ท{SARA_II}{EK}", "an old font's tone mark"),
    (f"น\uf711\uf70b{AA}", f"น{THO}{AM}", "pieces of an old font"),
]
AS_TYPED = [
    "क\u094d\u200dष",
    "نمی\u200cخواهم",
    "ශ\u0dca\u200dර\u0dd3",
    "❤\ufe0f\u200d🔥 5\ufe0f\u20e3 ©\ufe0f",
    "葛\U000e0100",
    "\u1100\u1160",
    "",
    "ก  ข",
    " ก ",
    "พ.ศ.\u00a02569",
    f"น{THO}{AM}ใจ ท{SARA_II}{EK} ก{EK}{AA} จ{THO}{A}",
    f"พันธ{SARA_U}{THANTHAKHAT} สิทธ{SARA_I}{THANTHAKHAT} ก\u0e47",
    f"สง{PHINTHU}ฆ{NIKHAHIT} พุท{PHINTHU}ธ{NIKHAHIT}",
    "มากกกาา ต่าง ๆ ฯลฯ ๑๒๓ ฿",
    "👨\u200d👩\u200d👧 ❤\ufe0f\u200d🔥",
    "R&D café naïve 漢字 😀 א",
    "หนึ่ง\nสอง",
]
OLD_FONTS = {
    0xF700: "\u0e10",
    **dict(zip(range(0xF701, 0xF705), "\u0e34\u0e35\u0e36\u0e37", strict=True)),
    **dict(zip(range(0xF705, 0xF70A), "\u0e48\u0e49\u0e4a\u0e4b\u0e4c", strict=True)),
    **dict(zip(range(0xF70A, 0xF70F), "\u0e48\u0e49\u0e4a\u0e4b\u0e4c", strict=True)),
    0xF70F: "\u0e0d",
    0xF710: "\u0e31",
    0xF711: "\u0e4d",
    0xF712: "\u0e47",
    **dict(zip(range(0xF713, 0xF718), "\u0e48\u0e49\u0e4a\u0e4b\u0e4c", strict=True)),
    **dict(zip(range(0xF718, 0xF71B), "\u0e38\u0e39\u0e3a", strict=True)),
}
"""The table of text shapers for fonts without OpenType: shifted left, down and left, down, without a foot."""

ALPHABET = (
    "กนทเแ ะาำ\u0e31\u0e34\u0e35\u0e38\u0e39\u0e3a\u0e47\u0e48\u0e49\u0e4b\u0e4c\u0e4d\u0e4e"
    "\u200c\u200d\ufe0f\ufe00\u17b4\u115f\u180b\U000e0100កक\u1100葛\t\n\u00a0\u3000\u2003\u200b\ufeff\u00ad\u034f\uf70a\uf711\uf701\u0301\u0323\u05b0\u3099カa😀"
)
nasty = st.text(st.sampled_from(ALPHABET), max_size=14)


@pytest.mark.parametrize(("text", "expected", "why"), MENDED)
def test_a_text_is_mended(text: str, expected: str, why: str) -> None:
    assert mend_text(text) == expected, why


@pytest.mark.parametrize("text", [*AS_TYPED, *(expected for _text, expected, _why in MENDED)])
def test_a_text_that_is_right_stays_as_it_is(text: str) -> None:
    assert mend_text(text) == text


@pytest.mark.parametrize(("code", "letter"), OLD_FONTS.items())
def test_every_sign_of_old_fonts_becomes_the_letter_it_is_a_drawing_of(code: int, letter: str) -> None:
    assert mend_text(f"ก{chr(code)}") == f"ก{letter}"


def test_the_table_of_old_fonts_has_no_gap() -> None:
    assert sorted(OLD_FONTS) == list(range(0xF700, 0xF71B))


@given(nasty)
@example("\u0e32\u0e4c\u0e30\u200b\u0323カ\u0e38\u0323\u0e4c\u0e38\u0e4d\u0e47")
@example("\u0e30\u0e49\u0e32\u0e49")
@settings(max_examples=300, deadline=None, derandomize=True)
def test_mending_twice_mends_once(text: str) -> None:
    mended_text = mend_text(text)
    assert mend_text(mended_text) == mended_text
    # So does the door of a document, which composes a text before it mends it.
    composed_text = mend_text(unicodedata.normalize("NFC", text)).strip()
    assert mend_text(unicodedata.normalize("NFC", composed_text)).strip() == composed_text


@given(nasty)
@settings(max_examples=300, deadline=None, derandomize=True)
def test_mending_loses_no_letter(text: str) -> None:
    letters = "กนท😀"
    assert [char for char in mend_text(text) if char in letters] == [char for char in text if char in letters]


@pytest.mark.parametrize(
    "sign", ["\t", "\u00a0", "\u0e48", "\u0e4d", "\u0e33", "\u0e4d\u0e32", "\u0e32\u0e48"]
)
def test_mending_takes_time_as_the_text_is_long(sign: str) -> None:
    def seconds(length: int) -> float:
        text = "\t" + sign * length
        start = time.process_time()
        mend_text(text)
        return time.process_time() - start

    shorter = max(min(seconds(5_000) for _ in range(3)), 0.002)
    assert min(seconds(40_000) for _ in range(3)) < 8 * shorter * 4


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ก\tข\u3000", {PastedSign.BLANK: 2}),
        ("ก\u00a0ข", {}),
        ("\ufeffก\u200b", {PastedSign.INVISIBLE: 2}),
        ("ท\u0e35\uf70a", {PastedSign.OLD_FONT: 1}),
        (f"\u0e40\u0e40ละท{NIKHAHIT}{AA}", {PastedSign.THAI_ORDER: 2}),
    ],
)
def test_what_is_mended_is_counted_by_sort(text: str, expected: dict[PastedSign, int]) -> None:
    assert dict(count_signs(text)) == expected


@pytest.mark.parametrize(
    ("character", "sort"),
    [
        *[(char, RefusedSort.CONTROL) for char in "\x00\x07\x0b\x0c\r\x1f\x7f\x85\x9f\u2028\u2029"],
        *[(char, RefusedSort.DIRECTION) for char in "\u061c\u200e\u200f\u202a\u202e\u2066\u2069\u206f"],
        *[(char, RefusedSort.PRIVATE) for char in "\ue000\uf0b7\uf71b\uf8ff\U000f0000\U0010fffd"],
        *[(char, RefusedSort.TAG) for char in "\U000e0001\U000e0041\U000e007f"],
        *[(char, RefusedSort.LOST) for char in "\ufff9\ufffc\ufffd"],
        *[(char, RefusedSort.NO_CHARACTER) for char in "\ud800\ufdd0\ufffe\uffff\U0001fffe\U0010ffff"],
    ],
)
def test_a_character_that_says_nothing_sure_is_refused(character: str, sort: RefusedSort) -> None:
    assert refused_characters(f"ก{character}ข") == [(1, character)]
    assert sort_of_refused(character) is sort


def test_refused_are_whole_classes_of_unicode() -> None:
    """All controls, surrogates, private use and noncharacters once mended; unassigned ones may stand."""
    every_character = [chr(code) for code in range(0x110000)]
    refused = {char for char in every_character if refused_characters(char)}
    for char in every_character:
        code = ord(char)
        is_no_character = 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE
        if unicodedata.category(char) in {"Cc", "Cs", "Co", "Zl", "Zp"} or is_no_character:
            assert (char in refused) != (char in "\n\t"), f"U+{code:04X}"
        elif unicodedata.category(char) not in {"Cf", "So", "Cn"}:
            assert char not in refused, f"U+{code:04X}"


def test_nothing_that_nobody_sees_stands_between_thai_letters() -> None:
    """Default_Ignorable_Code_Point, as DerivedCoreProperties.txt lists it (Unicode 14 to 16)."""
    ranges = (
        "00AD-00AD 034F-034F 061C-061C 115F-1160 17B4-17B5 180B-180F 200B-200F 202A-202E 2060-206F 3164-3164 "
        "FE00-FE0F FEFF-FEFF FFA0-FFA0 FFF0-FFF8 1BCA0-1BCA3 1D173-1D17A E0000-E0FFF"
    )
    standing: list[str] = []
    for first, last in re.findall("([0-9A-F]+)-([0-9A-F]+)", ranges):
        for code in range(int(first, 16), int(last, 16) + 1):
            mended_text = mend_text(f"ก{chr(code)}ข")
            is_gone = chr(code) not in mended_text
            if not is_gone and not refused_characters(mended_text):
                standing.append(f"U+{code:04X}")
    assert standing == []
