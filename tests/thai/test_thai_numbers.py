"""Numbers in words."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words
from pythainlp.util import num_to_thaiword, thaiword_to_num

from esa_docs.thai import MAX_DIGITS, number_words

TABLE = [
    (0, "ศูนย์", "hand"),
    (1, "หนึ่ง", "hand"),
    (9, "เก้า", "hand"),
    (10, "สิบ", "hand"),
    (11, "สิบเอ็ด", "contract: final 1"),
    (12, "สิบสอง", "hand"),
    (20, "ยี่สิบ", "hand"),
    (21, "ยี่สิบเอ็ด", "contract: final 1"),
    (100, "หนึ่งร้อย", "hand"),
    (101, "หนึ่งร้อยเอ็ด", "contract: final 1"),
    (110, "หนึ่งร้อยสิบ", "hand"),
    (111, "หนึ่งร้อยสิบเอ็ด", "hand"),
    (1001, "หนึ่งพันเอ็ด", "contract: final 1"),
    (2569, "สองพันห้าร้อยหกสิบเก้า", "hand"),
    (10_000, "หนึ่งหมื่น", "hand"),
    (100_000, "หนึ่งแสน", "hand"),
    (345_678, "สามแสนสี่หมื่นห้าพันหกร้อยเจ็ดสิบแปด", "hand"),
    (1_000_000, "หนึ่งล้าน", "hand"),
    (1_000_001, "หนึ่งล้านเอ็ด", "contract"),
    (1_000_010, "หนึ่งล้านสิบ", "hand"),
    (10_000_000, "สิบล้าน", "hand"),
    (11_000_000, "สิบเอ็ดล้าน", "contract: also before ล้าน"),
    (101_000_000, "หนึ่งร้อยเอ็ดล้าน", "contract: also before ล้าน"),
    (100_000_001, "หนึ่งร้อยล้านเอ็ด", "hand"),
    (10**12, "หนึ่งล้านล้าน", "hand: a million millions"),
    (10**12 + 10**6, "หนึ่งล้านเอ็ดล้าน", "hand: 1,000,001 millions"),
    (2 * 10**12 + 1, "สองล้านล้านเอ็ด", "hand"),
    (10**18, "หนึ่งล้านล้านล้าน", "hand"),
    (-1, "ลบหนึ่ง", "contract"),
    (-21, "ลบยี่สิบเอ็ด", "contract"),
    (Decimal(5), "ห้า", "hand"),
    (Decimal("2.50"), "สองจุดห้าศูนย์", "decision: decimals as written"),
    (Decimal("11.11"), "สิบเอ็ดจุดหนึ่งหนึ่ง", "decision: digit by digit, no เอ็ด"),
    (Decimal("-0.05"), "ลบศูนย์จุดศูนย์ห้า", "hand"),
    (Decimal("-0.0"), "ศูนย์จุดศูนย์", "decision: negative zero is zero"),
    (Decimal("1E+3"), "หนึ่งพัน", "hand"),
    (Decimal("1E-2"), "ศูนย์จุดศูนย์หนึ่ง", "hand"),
]


def _sample() -> Iterator[int]:
    """Generate small numbers, multiples of powers of ten with and without units, and negative numbers."""
    yield from range(1300)
    powers, factors, all_units = range(4, 19), (1, 2, 11, 21, 101), (0, 1, 11)
    for power, factor, units in product(powers, factors, all_units):
        yield factor * 10**power + units
    yield from (-1, -5, -11)
    yield 10**12 + 10**6


# number, theirs, ours, why ours
NUM2WORDS_DISAGREES = [
    (-1, "ติดลบหนึ่ง", "ลบหนึ่ง", "contract: negative ลบ"),
    (-5, "ติดลบห้า", "ลบห้า", "contract: negative ลบ"),
    (-11, "ติดลบสิบเอ็ด", "ลบสิบเอ็ด", "contract: negative ลบ"),
]
PYTHAINLP_DISAGREES = [
    (10**12 + 10**6, "หนึ่งล้านหนึ่งล้าน", "หนึ่งล้านเอ็ดล้าน", "contract: a final 1 is เอ็ด, also before ล้าน"),
]


@pytest.mark.parametrize(("number", "words", "source"), TABLE)
def test_words(number: int | Decimal, words: str, source: str) -> None:
    assert number_words(number) == words, source


@pytest.mark.parametrize("value", [True, False, 1.0, float("nan"), "1", Fraction(1, 2), None])
def test_refused_types(value: object) -> None:
    with pytest.raises(TypeError, match=type(value).__name__):
        number_words(value)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["NaN", "sNaN", "Infinity", "-Infinity"])
def test_no_words_for_what_is_not_finite(text: str) -> None:
    with pytest.raises(ValueError, match="no words"):
        number_words(Decimal(text))


@pytest.mark.parametrize("text", [f"1E+{MAX_DIGITS}", "1E+999999999", f"1E-{MAX_DIGITS + 1}", "0E-999999999"])
def test_exponents_cannot_fill_memory(text: str) -> None:
    with pytest.raises(ValueError, match=str(MAX_DIGITS)):
        number_words(Decimal(text))


def test_any_size() -> None:
    assert number_words(10**6000) == "หนึ่ง" + "ล้าน" * 1000
    assert number_words(Decimal(f"1E+{MAX_DIGITS - 4}")) == "หนึ่ง" + "ล้าน" * ((MAX_DIGITS - 4) // 6)
    assert number_words(Decimal(f"1E-{MAX_DIGITS}")).count("ศูนย์") == MAX_DIGITS


@given(st.integers(min_value=-(10**40), max_value=10**40))
def test_inverse(number: int) -> None:
    assert _read(number_words(number)) == number


@given(st.integers(min_value=1, max_value=10**18))
def test_pythainlp_reads_it_back(number: int) -> None:
    assert thaiword_to_num(number_words(number)) == number


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9))
def test_decimals_follow_the_point(number: Decimal) -> None:
    integer_words, _point, decimal_words = number_words(number).partition("จุด")
    decimals = f"{number:f}".partition(".")[2]
    assert integer_words.removeprefix("ลบ") == number_words(abs(int(number)))
    assert decimal_words == "".join(number_words(int(digit)) for digit in decimals)


def _disagreements(write_words: Callable[[int], str]) -> list[tuple[int, str, str]]:
    """Return number, their words and ours for each number of the sample on which they differ."""
    disagreements = []
    for number in _sample():
        their_words, our_words = write_words(number), number_words(number)
        if their_words != our_words:
            disagreements.append((number, their_words, our_words))
    return disagreements


def _words_by_num2words(number: int) -> str:
    return str(num2words(number, lang="th"))


def _words_by_pythainlp(number: int) -> str:
    return str(num_to_thaiword(number))


def _without_reasons(rows: list[tuple[int, str, str, str]]) -> list[tuple[int, str, str]]:
    return [(number, their_words, our_words) for number, their_words, our_words, _why in rows]


def test_num2words_disagrees_only_here() -> None:
    assert _disagreements(_words_by_num2words) == _without_reasons(NUM2WORDS_DISAGREES)


def test_pythainlp_disagrees_only_here() -> None:
    assert _disagreements(_words_by_pythainlp) == _without_reasons(PYTHAINLP_DISAGREES)


_VALUES = {"เอ็ด": 1} | {number_words(digit): digit for digit in range(10)}
_PLACES = {"สิบ": 10, "ร้อย": 100, "พัน": 1000, "หมื่น": 10_000, "แสน": 100_000}
_WORD = re.compile("|".join((*_VALUES, *_PLACES, "ล้าน")))


def _read(words: str) -> int:
    """Return the number of some words: ล้าน multiplies all before it, any other place its digit."""
    if words.startswith("ลบ"):
        return -_read(words.removeprefix("ลบ"))
    total, digit = 0, 0
    words = words.replace("ยี่", "สอง")
    pieces = _WORD.findall(words)
    assert "".join(pieces) == words
    for word in pieces:
        if word in _VALUES:
            digit = _VALUES[word]
        elif word in _PLACES:
            # สิบ may stand without its หนึ่ง.
            total += (digit or 1) * _PLACES[word]
            digit = 0
        else:
            total = (total + digit) * 1_000_000
            digit = 0
    return total + digit
