"""Values in formulas: their digits are those of the document, as in all other text.

A formula has runs of its own (``m:r``), whose text no run writer splits. What the author typed himself stays.
"""

from __future__ import annotations

import re
from typing import Final

from esa_docs import thai
from esa_docs.word.runs import escape, unescape

_TEXT: Final = re.compile(r"(?<=>)(?P<text>[^<>]*\{\{[^<>]*)(?=</m:t>)")
_EXPRESSION: Final = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_FILTER: Final = "thai_digits"


def with_digits_of_formulas(xml: str, numerals: thai.Numerals) -> str:
    """Return the XML of a part in which the values of tags in formulas get the digits of the document."""
    if numerals == "arabic":
        return xml
    return _TEXT.sub(_with_filter, xml)


def _with_filter(match: re.Match[str]) -> str:
    return _EXPRESSION.sub(rf"{{% filter {_FILTER} %}}\g<0>{{% endfilter %}}", match["text"])


def _thai_digits(text: str) -> str:
    # Escaped signs such as &#39; have digits in their names.
    return escape(thai.apply_numerals(unescape(text), "thai"))


FORMULA_FILTERS: Final = {_FILTER: _thai_digits}
