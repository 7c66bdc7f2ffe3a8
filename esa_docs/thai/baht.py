"""Amounts of money in words: จำนวนเงินตัวอักษร."""

from decimal import ROUND_HALF_UP, Context, Decimal

from esa_docs.thai.numbers import number_words, refuse_inexact

_SATANG = Decimal("0.01")


def baht_text(amount: Decimal | int) -> str:
    """จำนวนเงินตัวอักษร: an amount in words, as it stands in brackets after the figures.

    - Satang are rounded half-up, away from zero; ถ้วน stands when there are none: 100 หนึ่งร้อยบาทถ้วน,
      21.21 ยี่สิบเอ็ดบาทยี่สิบเอ็ดสตางค์.
    - Below one baht there is no บาท: 0.50 ห้าสิบสตางค์; what rounds to nothing is ศูนย์บาทถ้วน.
    - A negative amount begins with ลบ.

    The rules are design decisions. Raises TypeError for bool, float and anything else; ValueError for NaN,
    infinities and more digits than can be read out.
    """
    refuse_inexact(amount)
    baht, satang = divmod(_in_satang(amount), 100)
    sign = "ลบ" if amount < 0 and (baht or satang) else ""
    if not satang:
        return f"{sign}{number_words(baht)}บาทถ้วน"
    return sign + (f"{number_words(baht)}บาท" if baht else "") + f"{number_words(satang)}สตางค์"


def _in_satang(amount: Decimal | int) -> int:
    """Round the absolute amount; the default context would refuse one of more than 28 digits."""
    if isinstance(amount, int):
        return abs(amount) * 100
    context = Context(prec=max(amount.adjusted(), 0) + 4, rounding=ROUND_HALF_UP)
    return int(amount.copy_abs().quantize(_SATANG, context=context).scaleb(2, context=context))
