"""Numbers in a chart as a reader sees them: in the form that the chart itself names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Final

from esa_docs import thai
from esa_docs.ooxml.names import C
from esa_docs.word.verify.parsed_file import Element

_FORM: Final = re.compile(r"(?P<thai>\[\$-D00041E\])?#,##0(?:\.(?P<places>0+))?(?:\\(?P<sign>.))?")
"""The number formats of charts of a text, with or without Thai digits, decimal places and a sign."""
_LONGEST: Final = 40
"""Characters of a number; a longer one was written by no program that draws charts."""


def printed_numbers(cache: Element) -> Iterator[str]:
    """Generate the numbers of a series as they are printed; none where it names no form of ours.

    Args:
        cache: its ``c:numCache``.
    """
    form = _FORM.fullmatch(cache.findtext(f"{{{C}}}formatCode", ""))
    if form is None:
        return
    places = Decimal(1).scaleb(-len(form["places"] or ""))
    numerals: thai.Numerals = "thai" if form["thai"] else "arabic"
    for value in cache.iter(f"{{{C}}}v"):
        number = _number(value.text or "")
        if number is not None:
            text = f"{number.quantize(places, ROUND_HALF_UP):,f}{form['sign'] or ''}"
            yield thai.apply_numerals(text, numerals)


def _number(text: str) -> Decimal | None:
    """Return a number; None for what is none."""
    if len(text) > _LONGEST:
        return None
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() and abs(number.adjusted()) < _LONGEST // 2 else None
