"""Digits: the two translations and the rule for printed text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pythainlp.util import arabic_digit_to_thai_digit, thai_digit_to_arabic_digit

from esa_docs.thai import apply_numerals, to_arabic_digits, to_thai_digits

THAI = "๐๑๒๓๔๕๖๗๘๙"
ARABIC = "0123456789"

# text, printed with Thai digits, source
PRINTED = [
    ("ปี 2569", "ปี ๒๕๖๙", "contract"),
    ("PMQA4.0", "PMQA4.0", "contract"),
    ("SAR2560", "SAR2560", "contract"),
    ("กระดาษ A4 จำนวน 2 แผ่น", "กระดาษ A4 จำนวน ๒ แผ่น", "contract"),
    ("https://obec.go.th/2569/?id=3 ข้อ 3", "https://obec.go.th/2569/?id=3 ข้อ ๓", "contract: URL"),
    ("https://obec.go.th/ข่าว2569", "https://obec.go.th/ข่าว2569", "contract: URL with Thai letters"),
    ("“https://x.go.th/1”2", "“https://x.go.th/1”๒", "decision: quotes end a URL"),
    ("www.loei3.go.th/1", "www.loei3.go.th/1", "contract: URL without scheme"),
    ("loei3.go.th/index.php?p=12", "loei3.go.th/index.php?p=12", "contract: bare domain"),
    ("loei3.go.th/?3 C++17", "loei3.go.th/?3 C++17", "decision: two signs join"),
    ("mailto:12@x.go.th", "mailto:12@x.go.th", "contract: e-mail address"),
    ("saraban_04203@obec.go.th", "saraban_04203@obec.go.th", "contract: e-mail address"),
    ("ส่ง 4203@loei3.go.th ใน 5 วัน", "ส่ง 4203@loei3.go.th ใน ๕ วัน", "contract: e-mail begins with a digit"),
    (
        "ดู 4shared.com/7 และ 123.go.th",
        "ดู 4shared.com/7 และ 123.go.th",
        "decision: domain begins with a digit",
    ),
    ("6.Flow Chart", "๖.Flow Chart", "decision: a heading's number is no domain"),
    ("(KPI1)", "(KPI1)", "contract: the bracket is no part of the token"),
    ("COVID-19", "COVID-19", "contract: a hyphen joins"),
    ("KPI1,2 Q1–4 PMQA/2569", "KPI1,2 Q1–4 PMQA/2569", "decision: signs that join"),
    ("SAR2560ปี2569", "SAR2560ปี๒๕๖๙", "decision: Thai letters end a token"),
    ("SAR(2560)", "SAR(๒๕๖๐)", "decision: brackets end a token"),
    ("SAR..........12", "SAR..........๑๒", "decision: leader dots do not join"),
    ("ISO 9001", "ISO ๙๐๐๑", "contract: another token"),
    ("PMQA\u00a04.0", "PMQA\u00a0๔.๐", "contract: U+00A0 is a space"),
    ("3D 2ก4", "๓D ๒ก๔", "contract: token begins with a digit"),
    ("๔A4", "๔A๔", "decision: a Thai digit is a digit too"),
    ("é5 Ö2", "é5 Ö2", "decision: accented letters are Latin"),
    ("0 4281 1234", "๐ ๔๒๘๑ ๑๒๓๔", "contract"),
    ("1,234.50 บาท 75% 1/2569", "๑,๒๓๔.๕๐ บาท ๗๕% ๑/๒๕๖๙", "contract"),
    ("ไม่มีเลข abc", "ไม่มีเลข abc", "contract: nothing to change"),
    ("PMQA๔.๐ ๒", "PMQA๔.๐ ๒", "contract: Thai digits stay"),
    ("", "", "contract"),
]

# text, printed with Arabic digits, source
PRINTED_ARABIC = [
    ("ปี ๒๕๖๙", "ปี 2569", "contract"),
    ("PMQA๔.๐ และ A๔", "PMQA4.0 และ A4", "contract: everywhere"),
    ("https://x.go.th/๑", "https://x.go.th/1", "contract: everywhere"),
    ("1 ก", "1 ก", "contract: nothing to change"),
]


@pytest.mark.parametrize(("text", "expected", "source"), PRINTED)
def test_thai_numerals(text: str, expected: str, source: str) -> None:
    assert apply_numerals(text, "thai") == expected, source


@pytest.mark.parametrize(("text", "expected", "source"), PRINTED_ARABIC)
def test_arabic_numerals(text: str, expected: str, source: str) -> None:
    assert apply_numerals(text, "arabic") == expected, source


def test_unknown_numerals() -> None:
    with pytest.raises(ValueError, match="'roman'"):
        apply_numerals("1", "roman")  # type: ignore[arg-type]


def test_plain_translation_knows_no_exception() -> None:
    assert to_thai_digits("PMQA4.0 x@y1.th") == "PMQA๔.๐ x@y๑.th"
    assert to_arabic_digits("PMQA๔.๐ ٣") == "PMQA4.0 ٣"


def test_every_digit() -> None:
    assert to_thai_digits(ARABIC) == THAI
    assert to_arabic_digits(THAI) == ARABIC


@given(
    st.text(alphabet=st.one_of(st.sampled_from(ARABIC + "กA .@/"), st.characters(exclude_characters=THAI)))
)
def test_round_trip(text: str) -> None:
    assert to_arabic_digits(to_thai_digits(text)) == text


@given(st.text(alphabet=ARABIC + THAI + "กข่ .,-/@:Aaz(w", max_size=60))
def test_numerals_change_digits_only_and_settle(text: str) -> None:
    printed_text = apply_numerals(text, "thai")
    assert to_arabic_digits(printed_text) == to_arabic_digits(text)
    assert apply_numerals(printed_text, "thai") == printed_text
    assert apply_numerals(text, "arabic") == to_arabic_digits(text)


@given(st.text(alphabet=ARABIC + "กข่ .,-/:()“”", max_size=60))
def test_without_latin_every_digit_turns(text: str) -> None:
    assert apply_numerals(text, "thai") == to_thai_digits(text)


@given(st.text(alphabet=ARABIC + THAI + "กA๚ .", max_size=40))
def test_pythainlp_agrees(text: str) -> None:
    assert to_thai_digits(text) == arabic_digit_to_thai_digit(text)
    assert to_arabic_digits(text) == thai_digit_to_arabic_digit(text)


def test_unicode_database_agrees() -> None:
    assert [unicodedata.digit(char) for char in to_thai_digits(ARABIC)] == list(range(10))
    assert int(to_thai_digits("9081726354")) == 9081726354


@pytest.mark.parametrize("part", ["1", "a", "1.", "1-", "a.", "@", "a@", "1a", "www.", "1.a", "a1--"])
def test_repetition_passes_quickly_and_ends(part: str) -> None:
    """A pattern that scans again from every place would take minutes here."""
    text = part * (200_000 // len(part))
    assert len(apply_numerals(text, "thai")) == len(text)
