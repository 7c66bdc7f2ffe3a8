"""Amounts of money in words: จำนวนเงินตัวอักษร."""

from decimal import ROUND_HALF_UP, Context, Decimal

from esa_docs.thai.numbers import number_words, refuse_inexact

_SATANG = Decimal("0.01")


def baht_text(amount: Decimal | int) -> str:
    """Return an amount in words (จำนวนเงินตัวอักษร), as it stands in brackets after the figures.

    - Satang are rounded half-up, away from zero. ถ้วน stands when there are none: 100 หนึ่งร้อยบาทถ้วน,
      21.21 ยี่สิบเอ็ดบาทยี่สิบเอ็ดสตางค์.
    - Below one baht there is no บาท: 0.50 ห้าสิบสตางค์. What rounds to nothing is ศูนย์บาทถ้วน.
    - A negative amount begins with ลบ.

    The rules are design decisions.

    Raises:
        TypeError: bool, float, or any other type that is not exact.
        ValueError: NaN, an infinity, or more digits than can be read out.
    """
    refuse_inexact(amount)
    baht, satang = divmod(_rounded_satang(amount), 100)
    words = ""
    if amount < 0 and (baht or satang):
        words = "ลบ"
    if not satang:
        return f"{words}{number_words(baht)}บาทถ้วน"
    if baht:
        words += f"{number_words(baht)}บาท"
    return f"{words}{number_words(satang)}สตางค์"


def _rounded_satang(amount: Decimal | int) -> int:
    """Return the absolute amount in satang."""
    if isinstance(amount, int):
        return abs(amount) * 100
    # Decimal's default context refuses to quantize a number of more than 28 digits.
    digits_needed = max(amount.adjusted(), 0) + 4
    context = Context(prec=digits_needed, rounding=ROUND_HALF_UP)
    baht = amount.copy_abs().quantize(_SATANG, context=context)
    return int(baht.scaleb(2, context=context))
