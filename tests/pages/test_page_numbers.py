"""From physical pages to printed numbers. The expected values are worked out by hand."""

from __future__ import annotations

import pytest

from esa_docs.pages.number_formats import PageNumber
from esa_docs.pages.page_numbers import displayed_numbers, page_labels
from esa_docs.pages.sections import Section


def printed_texts(bookmarks: dict[str, int], *sections: Section) -> dict[str, str]:
    """Return the printed number of each bookmark, from the pages of bookmarks and section marks."""
    numbers = displayed_numbers(bookmarks, sections)
    return {name: str(number) for name, number in numbers.items()}


def test_one_section_counts_from_one() -> None:
    assert printed_texts({"s": 1, "a": 1, "b": 7}, Section("s")) == {"a": "1", "b": "7"}


def test_front_matter_in_letters_then_thai_numbers_from_one() -> None:
    """Cover and foreword on pages 1 to 3, the body from page 4 on."""
    front, body = Section("f", fmt="thaiLetters"), Section("b", start=1, fmt="thaiNumbers")
    bookmarks = {"f": 1, "b": 4, "คำนำ": 2, "สารบัญ": 3, "บทที่ 1": 4, "บทที่ 2": 15}
    assert printed_texts(bookmarks, front, body) == {"คำนำ": "ข", "สารบัญ": "ค", "บทที่ 1": "๑", "บทที่ 2": "๑๒"}


def test_a_section_without_a_start_goes_on_in_its_own_format() -> None:
    sections = (Section("a", start=5, fmt="lowerRoman"), Section("b"), Section("c", start=100))
    bookmarks = {"a": 1, "b": 3, "c": 6, "1": 2, "2": 3, "3": 5, "4": 6, "5": 8}
    assert printed_texts(bookmarks, *sections) == {"1": "vi", "2": "7", "3": "9", "4": "100", "5": "102"}


def test_a_start_of_zero_is_a_start() -> None:
    assert printed_texts({"s": 1, "a": 1, "b": 3}, Section("s", start=0)) == {"a": "0", "b": "2"}


@pytest.mark.parametrize(
    ("kind", "second_begins", "expected"),
    [
        ("oddPage", 2, "3"),
        ("oddPage", 3, "3"),
        ("evenPage", 2, "2"),
        ("evenPage", 4, "4"),
        ("nextPage", 2, "2"),
    ],
)
def test_an_odd_page_break_skips_the_number_of_the_blank_page(
    kind: str, second_begins: int, expected: str
) -> None:
    sections = (Section("a"), Section("b", break_kind=kind))
    assert printed_texts({"a": 1, "b": second_begins, "x": second_begins}, *sections) == {"x": expected}


def test_a_continuous_section_changes_the_format_of_the_page_after_it() -> None:
    sections = (Section("a"), Section("b", fmt="upperRoman", break_kind="continuous"))
    assert printed_texts({"a": 1, "b": 2, "x": 2, "y": 3}, *sections) == {"x": "2", "y": "III"}


def test_a_continuous_section_on_the_first_page_does_not_take_it() -> None:
    sections = (Section("a"), Section("b", fmt="upperRoman", break_kind="continuous"))
    assert printed_texts({"a": 1, "b": 1, "x": 1, "y": 2}, *sections) == {"x": "1", "y": "II"}


@pytest.mark.parametrize(
    ("bookmarks", "sections"),
    [
        ({"x": 4}, ()),
        ({"a": 1, "x": 4}, (Section("a"), Section("lost", start=1))),
        ({"a": 2, "x": 4}, (Section("a"),)),
        ({"a": 1, "b": 5, "c": 3, "x": 4}, (Section("a"), Section("b"), Section("c"))),
        ({"a": 1, "b": 2, "x": 4}, (Section("a"), Section("b", start=1, break_kind="continuous"))),
    ],
    ids=["no section", "a lost section", "no first page", "out of order", "restart in mid-page"],
)
def test_no_number_is_given_where_it_would_be_a_guess(
    bookmarks: dict[str, int], sections: tuple[Section, ...]
) -> None:
    assert displayed_numbers(bookmarks, sections) == {}
    assert page_labels(bookmarks, sections, 9) == ()


def test_every_page_has_its_label() -> None:
    sections = (Section("a", fmt="lowerLetter"), Section("b", start=1))
    assert page_labels({"a": 1, "b": 3}, sections, 5) == ("a", "b", "1", "2", "3")


@pytest.mark.parametrize(
    ("fmt", "value", "text"),
    [
        ("decimal", 120, "120"),
        ("thaiNumbers", 120, "๑๒๐"),
        ("numberInDash", 7, "- 7 -"),
        ("decimalZero", 7, "07"),
        ("decimalZero", 12, "12"),
        ("lowerRoman", 1994, "mcmxciv"),
        ("upperRoman", 48, "XLVIII"),
        ("lowerLetter", 26, "z"),
        ("lowerLetter", 27, "aa"),
        ("upperLetter", 54, "BBB"),
        ("thaiLetters", 1, "ก"),
        ("thaiLetters", 3, "ค"),
        ("thaiLetters", 4, "ง"),
        ("thaiLetters", 41, "ฮ"),
        ("thaiLetters", 42, "กก"),
        ("thaiLetters", 43, "ขข"),
        ("lowerLetter", 0, ""),
        ("chicago", 3, ""),
    ],
)
def test_a_number_is_written_as_the_format_says(fmt: str, value: int, text: str) -> None:
    assert str(PageNumber(value, fmt)) == text


def test_the_letters_are_those_of_the_alphabet_without_five() -> None:
    letters = [str(PageNumber(value, "thaiLetters")) for value in range(1, 42)]
    alphabet = [chr(code) for code in range(0x0E01, 0x0E2F)]
    assert letters == [letter for letter in alphabet if letter not in "ฃฅฆฤฦ"]
