"""Amounts of money in words."""

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal

import pytest
from bahttext import bahttext as pypi_bahttext
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words
from pythainlp.util import bahttext as pythainlp_bahttext

from esa_docs.thai import baht_text, number_words

TABLE = [
    ("0", "ศูนย์บาทถ้วน", "contract"),
    ("0.00", "ศูนย์บาทถ้วน", "hand"),
    ("0.01", "หนึ่งสตางค์", "contract: no บาท below one baht"),
    ("0.11", "สิบเอ็ดสตางค์", "hand"),
    ("0.25", "ยี่สิบห้าสตางค์", "contract: no บาท below one baht"),
    ("0.50", "ห้าสิบสตางค์", "contract: no บาท below one baht"),
    ("0.5", "ห้าสิบสตางค์", "hand"),
    ("0.004", "ศูนย์บาทถ้วน", "contract: rounds to nothing"),
    ("0.005", "หนึ่งสตางค์", "contract: half-up"),
    ("0.015", "สองสตางค์", "contract: half-up"),
    ("0.995", "หนึ่งบาทถ้วน", "contract: half-up"),
    ("1", "หนึ่งบาทถ้วน", "contract"),
    ("1.005", "หนึ่งบาทหนึ่งสตางค์", "contract: half-up"),
    ("1.01", "หนึ่งบาทหนึ่งสตางค์", "hand: 1 alone is not เอ็ด"),
    ("11", "สิบเอ็ดบาทถ้วน", "hand"),
    ("21.21", "ยี่สิบเอ็ดบาทยี่สิบเอ็ดสตางค์", "hand"),
    ("99.995", "หนึ่งร้อยบาทถ้วน", "contract: half-up"),
    ("100", "หนึ่งร้อยบาทถ้วน", "hand"),
    ("1E+3", "หนึ่งพันบาทถ้วน", "hand"),
    ("150000", "หนึ่งแสนห้าหมื่นบาทถ้วน", "hand"),
    ("1000001.11", "หนึ่งล้านเอ็ดบาทสิบเอ็ดสตางค์", "hand"),
    ("100000001", "หนึ่งร้อยล้านเอ็ดบาทถ้วน", "hand"),
    ("101000000", "หนึ่งร้อยเอ็ดล้านบาทถ้วน", "contract: เอ็ด before ล้าน"),
    ("-1", "ลบหนึ่งบาทถ้วน", "contract: negative ลบ"),
    ("-0.5", "ลบห้าสิบสตางค์", "contract: negative ลบ"),
    ("-0.005", "ลบหนึ่งสตางค์", "decision: half away from zero"),
    ("-0.004", "ศูนย์บาทถ้วน", "decision: nothing has no sign"),
]

# amount, theirs, ours, why ours
PYTHAINLP_DISAGREES = [
    ("0.01", "ศูนย์บาทหนึ่งสตางค์", "หนึ่งสตางค์", "contract: no บาท below one baht"),
    ("0.11", "ศูนย์บาทสิบเอ็ดสตางค์", "สิบเอ็ดสตางค์", "contract: no บาท below one baht"),
    ("0.25", "ศูนย์บาทยี่สิบห้าสตางค์", "ยี่สิบห้าสตางค์", "contract: no บาท below one baht"),
    ("0.50", "ศูนย์บาทห้าสิบสตางค์", "ห้าสิบสตางค์", "contract: no บาท below one baht"),
    ("0.5", "ศูนย์บาทห้าสิบสตางค์", "ห้าสิบสตางค์", "contract: no บาท below one baht"),
    ("0.005", "ศูนย์บาทหนึ่งสตางค์", "หนึ่งสตางค์", "contract: no บาท below one baht"),
    ("0.015", "ศูนย์บาทหนึ่งสตางค์", "สองสตางค์", "contract: half-up of the exact amount"),
    ("0.995", "ศูนย์บาทเก้าสิบเก้าสตางค์", "หนึ่งบาทถ้วน", "contract: half-up of the exact amount"),
    ("1.005", "หนึ่งบาทถ้วน", "หนึ่งบาทหนึ่งสตางค์", "contract: half-up of the exact amount"),
    ("-0.5", "ศูนย์บาทห้าสิบสตางค์", "ลบห้าสิบสตางค์", "contract: negative ลบ"),
    ("-0.005", "ศูนย์บาทหนึ่งสตางค์", "ลบหนึ่งสตางค์", "contract: negative ลบ"),
]
PYPI_BAHTTEXT_DISAGREES = [
    ("0.01", "ศูนย์บาทเอ็ดสตางค์", "หนึ่งสตางค์", "contract: no บาท below one baht"),
    ("0.11", "ศูนย์บาทสิบเอ็ดสตางค์", "สิบเอ็ดสตางค์", "contract: no บาท below one baht"),
    ("0.25", "ศูนย์บาทยี่สิบห้าสตางค์", "ยี่สิบห้าสตางค์", "contract: no บาท below one baht"),
    ("0.50", "ศูนย์บาทห้าสิบสตางค์", "ห้าสิบสตางค์", "contract: no บาท below one baht"),
    ("0.5", "ศูนย์บาทห้าสิบสตางค์", "ห้าสิบสตางค์", "contract: no บาท below one baht"),
    ("0.005", "ศูนย์บาทเอ็ดสตางค์", "หนึ่งสตางค์", "contract: no บาท below one baht"),
    ("0.015", "ศูนย์บาทเอ็ดสตางค์", "สองสตางค์", "contract: half-up of the exact amount"),
    ("0.995", "ศูนย์บาทเก้าสิบเก้าสตางค์", "หนึ่งบาทถ้วน", "contract: half-up of the exact amount"),
    ("1.005", "หนึ่งบาทถ้วน", "หนึ่งบาทหนึ่งสตางค์", "contract: half-up of the exact amount"),
    ("1.01", "หนึ่งบาทเอ็ดสตางค์", "หนึ่งบาทหนึ่งสตางค์", "a 1 that stands alone is หนึ่ง"),
    ("-0.5", "ลบศูนย์บาทห้าสิบสตางค์", "ลบห้าสิบสตางค์", "contract: no บาท below one baht"),
    ("-0.005", "ลบศูนย์บาทเอ็ดสตางค์", "ลบหนึ่งสตางค์", "contract: no บาท below one baht"),
    ("-0.004", "ลบศูนย์บาทถ้วน", "ศูนย์บาทถ้วน", "decision: nothing has no sign"),
]
NUM2WORDS_DISAGREES = [
    ("-1", "ติดลบหนึ่งบาทถ้วน", "ลบหนึ่งบาทถ้วน", "contract: negative ลบ"),
    ("-0.5", "ติดลบห้าสิบสตางค์", "ลบห้าสิบสตางค์", "contract: negative ลบ"),
    ("-0.005", "ติดลบหนึ่งสตางค์", "ลบหนึ่งสตางค์", "contract: negative ลบ"),
]


@pytest.mark.parametrize(("amount", "words", "source"), TABLE)
def test_words(amount: str, words: str, source: str) -> None:
    assert baht_text(Decimal(amount)) == words, source


def test_whole_numbers_need_no_decimal() -> None:
    assert baht_text(0) == "ศูนย์บาทถ้วน"
    assert baht_text(-21) == "ลบยี่สิบเอ็ดบาทถ้วน"
    assert baht_text(10**30) == "หนึ่งล้านล้านล้านล้านล้านบาทถ้วน"


def test_more_digits_than_the_default_context_keeps() -> None:
    assert baht_text(Decimal("1000000000000000000000000000001.005")).endswith("ล้านเอ็ดบาทหนึ่งสตางค์")


@pytest.mark.parametrize("value", [True, 1.5, float("nan"), "1", None])
def test_refused_types(value: object) -> None:
    with pytest.raises(TypeError, match=type(value).__name__):
        baht_text(value)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["NaN", "sNaN", "Infinity", "-Infinity"])
def test_not_finite(text: str) -> None:
    with pytest.raises(ValueError, match="no words"):
        baht_text(Decimal(text))


def test_exponent_cannot_fill_memory() -> None:
    with pytest.raises(ValueError, match="digits"):
        baht_text(Decimal("1E+999999999"))


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=0, max_value=10**15))
def test_rounding_and_parts(amount: Decimal) -> None:
    rounded_amount = amount.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
    words = baht_text(amount)
    assert words == baht_text(rounded_amount)
    assert words.endswith("ถ้วน") == (rounded_amount == int(rounded_amount))
    assert ("บาท" in words) == (rounded_amount == 0 or rounded_amount >= 1)
    if rounded_amount >= 1:
        assert words.partition("บาท")[0] == number_words(int(rounded_amount))


@given(
    st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=Decimal("0.01"), max_value=10**12)
)
def test_sign(amount: Decimal) -> None:
    assert baht_text(-amount) == "ลบ" + baht_text(amount)


def _disagreements(write_words: Callable[[str], str]) -> list[tuple[str, str, str]]:
    """Return amount, their words and ours for each amount of the table on which they differ."""
    disagreements = []
    for amount, _words, _source in TABLE:
        their_words, our_words = write_words(amount), baht_text(Decimal(amount))
        if their_words != our_words:
            disagreements.append((amount, their_words, our_words))
    return disagreements


def _words_by_pythainlp(amount: str) -> str:
    return str(pythainlp_bahttext(float(amount)))  # it takes no Decimal


def _words_by_pypi_bahttext(amount: str) -> str:
    return str(pypi_bahttext(Decimal(amount)))


def _words_by_num2words(amount: str) -> str:
    return str(num2words(Decimal(amount), lang="th", to="currency"))


def test_pythainlp_disagrees_only_here() -> None:
    assert _disagreements(_words_by_pythainlp) == _without_reasons(PYTHAINLP_DISAGREES)


def test_pypi_bahttext_disagrees_only_here() -> None:
    assert _disagreements(_words_by_pypi_bahttext) == _without_reasons(PYPI_BAHTTEXT_DISAGREES)


def test_num2words_disagrees_only_here() -> None:
    assert _disagreements(_words_by_num2words) == _without_reasons(NUM2WORDS_DISAGREES)


def _without_reasons(rows: list[tuple[str, str, str, str]]) -> list[tuple[str, str, str]]:
    return [(amount, their_words, our_words) for amount, their_words, our_words, _why in rows]
