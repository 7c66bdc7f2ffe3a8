"""Numbers read out in words: คำอ่านจำนวน."""

from decimal import Decimal

_DIGITS = ("ศูนย์", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
_PLACES = ("แสน", "หมื่น", "พัน", "ร้อย")
_MILLION = 1_000_000
MAX_DIGITS = 10_000
"""A Decimal with more digits on either side of the point is refused: `1E+999999999` would fill memory."""


def number_words(number: int | Decimal) -> str:
    """Return the words for a number of any size (คำอ่านจำนวน).

    - A final 1 of a number of several digits is เอ็ด, also before ล้าน: 101,000,000 หนึ่งร้อยเอ็ดล้าน,
      1,000,001 หนึ่งล้านเอ็ด (design decision).
    - 10 is สิบ, 20 is ยี่สิบ, 10¹² is หนึ่งล้านล้าน. A negative number begins with ลบ.
    - Decimals follow จุด digit by digit, as many as are written: `Decimal("2.50")` สองจุดห้าศูนย์.
    - Negative zero is zero.

    Raises:
        TypeError: bool, float, or any other type that is not exact.
        ValueError: NaN, an infinity, or a Decimal with more than `MAX_DIGITS` digits on a side.
    """
    refuse_inexact(number)
    sign = "ลบ" if number < 0 else ""
    if isinstance(number, int):
        return sign + _integer_words(abs(number))
    integer_digits, _point, decimal_digits = format(number.copy_abs(), "f").partition(".")
    # int(str) stops at 4300 digits, int(Decimal) does not.
    integer = int(Decimal(integer_digits))
    return sign + _integer_words(integer) + _decimal_words(decimal_digits)


def refuse_inexact(number: object) -> None:
    """Refuse what is not an int or a finite Decimal: floats are never money or scores here (design decision).

    Raises:
        TypeError: bool, float, or any other type that is not exact.
        ValueError: NaN, an infinity, or a Decimal with more than `MAX_DIGITS` digits on a side.
    """
    if isinstance(number, bool) or not isinstance(number, int | Decimal):
        raise TypeError(f"an int or a Decimal is needed, not {type(number).__name__}")
    if isinstance(number, Decimal):
        _refuse_wordless(number)


def _refuse_wordless(number: Decimal) -> None:
    if not number.is_finite():
        raise ValueError(f"{number} has no words")
    integer_digits = number.adjusted() + 1
    if max(integer_digits, _decimal_places(number)) > MAX_DIGITS:
        raise ValueError(f"a number of more than {MAX_DIGITS} digits is not read out")


def _decimal_places(number: Decimal) -> int:
    """Return how many digits stand after the point."""
    exponent = number.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


def _integer_words(number: int) -> str:
    """Return the words for a whole number that is not negative."""
    if number == 0:
        return _DIGITS[0]
    words = ""
    for group in _groups_of_six_digits(number):
        is_first = not words
        if not is_first:
            words += "ล้าน"
        words += _group_words(group, is_first=is_first)
    return words


def _groups_of_six_digits(number: int) -> list[int]:
    """Return the groups, the greatest first: 12,000,345 becomes 12 and 345."""
    groups = []
    while number:
        number, group = divmod(number, _MILLION)
        groups.append(group)
    groups.reverse()
    return groups


def _group_words(group: int, *, is_first: bool) -> str:
    """Return the words for a group of six digits; empty for zero."""
    *places, tens, units = map(int, f"{group:06}")
    words = ""
    for digit, place in zip(places, _PLACES, strict=True):
        if digit:
            words += _DIGITS[digit] + place
    words += _tens_words(tens)
    has_digits_before = bool(words) or not is_first
    if units == 1 and has_digits_before:
        words += "เอ็ด"
    elif units:
        words += _DIGITS[units]
    return words


def _tens_words(digit: int) -> str:
    if digit == 0:
        return ""
    if digit == 1:
        return "สิบ"
    if digit == 2:  # noqa: PLR2004 the word for twenty is its own
        return "ยี่สิบ"
    return f"{_DIGITS[digit]}สิบ"


def _decimal_words(digits: str) -> str:
    """Return จุด and the digits after it; empty where there are none."""
    if not digits:
        return ""
    return "จุด" + "".join(_DIGITS[int(digit)] for digit in digits)
