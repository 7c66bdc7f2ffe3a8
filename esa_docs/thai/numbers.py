"""Numbers read out in words: คำอ่านจำนวน."""

from decimal import Decimal

_DIGITS = ("ศูนย์", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
_PLACES = ("แสน", "หมื่น", "พัน", "ร้อย")
_MILLION = 1_000_000
MAX_DIGITS = 10_000
"""A Decimal with more digits on either side of the point is refused: `1E+999999999` would fill memory."""


def number_words(number: int | Decimal) -> str:
    """คำอ่านจำนวน: the words for a number, of any size.

    - A final 1 of a number of several digits is เอ็ด, also before ล้าน: 101,000,000 หนึ่งร้อยเอ็ดล้าน,
      1,000,001 หนึ่งล้านเอ็ด (design decision).
    - 10 is สิบ, 20 ยี่สิบ; a negative number begins with ลบ; 10¹² is หนึ่งล้านล้าน.
    - Decimals follow จุด digit by digit, as many as are written: `Decimal("2.50")` สองจุดห้าศูนย์.
    - Negative zero is zero.

    Raises TypeError for bool, float and anything else; ValueError for NaN, infinities, and a Decimal with
    more than `MAX_DIGITS` digits on a side.
    """
    refuse_inexact(number)
    sign = "ลบ" if number < 0 else ""
    if isinstance(number, int):
        return sign + _whole(abs(number))
    whole, _, decimals = format(number.copy_abs(), "f").partition(".")
    # int(str) stops at 4300 digits, int(Decimal) does not.
    return sign + _whole(int(Decimal(whole))) + _decimals(decimals)


def refuse_inexact(number: object) -> None:
    """Let an int or a finite Decimal pass: floats are never money or scores here (design decision).

    Raises TypeError for bool, float and other types; ValueError for NaN, infinities and a Decimal with more
    than `MAX_DIGITS` digits on a side.
    """
    if isinstance(number, bool) or not isinstance(number, int | Decimal):
        raise TypeError(f"an int or a Decimal is needed, not {type(number).__name__}")
    if isinstance(number, Decimal) and not number.is_finite():
        raise ValueError(f"{number} has no words")
    if isinstance(number, Decimal) and max(number.adjusted() + 1, _places(number)) > MAX_DIGITS:
        raise ValueError(f"a number of more than {MAX_DIGITS} digits is not read out")


def _places(number: Decimal) -> int:
    """Count the digits after the point."""
    exponent = number.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


def _whole(number: int) -> str:
    if number == 0:
        return _DIGITS[0]
    words = ""
    for group in _millions(number):
        words = (words + "ล้าน" if words else "") + _below_million(group, follows=bool(words))
    return words


def _millions(number: int) -> list[int]:
    """Split into groups of six digits, the greatest first."""
    groups = []
    while number:
        number, group = divmod(number, _MILLION)
        groups.append(group)
    return groups[::-1]


def _below_million(number: int, *, follows: bool) -> str:
    *places, tens, units = (int(digit) for digit in f"{number:06}")
    words = "".join(_DIGITS[digit] + place for digit, place in zip(places, _PLACES, strict=True) if digit)
    words += _tens(tens)
    if units == 1 and (words or follows):
        return words + "เอ็ด"
    return words + _DIGITS[units] if units else words


def _tens(digit: int) -> str:
    if digit == 0:
        return ""
    return {1: "", 2: "ยี่"}.get(digit, _DIGITS[digit]) + "สิบ"


def _decimals(digits: str) -> str:
    return "จุด" + "".join(_DIGITS[int(digit)] for digit in digits) if digits else ""
