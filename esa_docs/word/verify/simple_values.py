"""Whether a text is a value that a simple type of the schema allows: an enumeration, a measure, a number."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any, Final

from esa_docs.word.verify.schema_table import schema_table

_INTEGER: Final = re.compile(r"[+-]?[0-9]+")
_DECIMAL: Final = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)")
_FLOAT: Final = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([Ee][+-]?[0-9]+)?|-?INF|NaN")
_ZONE: Final = r"(Z|[+-][0-9]{2}:[0-9]{2})?"
_PATTERNS: Final = {
    "boolean": re.compile("true|false|0|1"),
    "hexBinary": re.compile("([0-9A-Fa-f]{2})*"),
    "base64Binary": re.compile(r"[A-Za-z0-9+/=\s]*"),
    "NCName": re.compile(r"[^\W\d][\w.\-·]*"),
    "ID": re.compile(r"[^\W\d][\w.\-·]*"),
    "dateTime": re.compile(
        rf"-?[0-9]{{4,}}-[0-9]{{2}}-[0-9]{{2}}T[0-9]{{2}}:[0-9]{{2}}:[0-9]{{2}}(\.[0-9]+)?{_ZONE}"
    ),
    "date": re.compile(rf"-?[0-9]{{4,}}-[0-9]{{2}}-[0-9]{{2}}{_ZONE}"),
    "gYear": re.compile(f"-?[0-9]{{4,}}{_ZONE}"),
    "gYearMonth": re.compile(f"-?[0-9]{{4,}}-[0-9]{{2}}{_ZONE}"),
    "decimal": _DECIMAL,
    "double": _FLOAT,
    "float": _FLOAT,
}
"""Built-in types whose values have a form (XML Schema, part 2); ``_FREE`` take any text."""
_FREE: Final = frozenset({"string", "token", "anyURI"})
"""Built-in types of which every text is a value; lexical rules of addresses are left to the programs."""
_MOST_DIGITS: Final = 30
_BOUNDS: Final = {
    "byte": (-(2**7), 2**7 - 1),
    "short": (-(2**15), 2**15 - 1),
    "unsignedByte": (0, 2**8 - 1),
    "unsignedShort": (0, 2**16 - 1),
    "int": (-(2**31), 2**31 - 1),
    "unsignedInt": (0, 2**32 - 1),
    "long": (-(2**63), 2**63 - 1),
    # The schema has no bound for the first and one of 64 bits for the second. Word reads both into 32 bits,
    # and refuses what is larger. LibreOffice writes a negative w:charSpace as the unsigned number of the
    # same bits.
    "integer": (-(2**31), 2**32 - 1),
    "unsignedLong": (0, 2**32 - 1),
    # These have no upper bound: as many digits as are read.
    "nonNegativeInteger": (0, 10**_MOST_DIGITS),
    "positiveInteger": (1, 10**_MOST_DIGITS),
}
_BUILT_IN: Final = "xsd:"
_BYTES_OF_HEX: Final = 2
"""Digits of a byte of ``hexBinary``, whose lengths count bytes."""


@lru_cache(maxsize=4096)
def is_allowed(type_name: str, text: str) -> bool:
    """Return whether a text is a value of a simple type, by the name of the type."""
    if not type_name:
        return True
    if type_name.startswith(_BUILT_IN):
        return _is_built_in(type_name.removeprefix(_BUILT_IN), text)
    definition = schema_table().values.get(type_name)
    return definition is None or _fits(definition, text)


def _is_built_in(name: str, text: str) -> bool:
    if name in _FREE:
        return True
    text = text.strip()
    if name in _BOUNDS:
        return _is_whole_number_between(text, *_BOUNDS[name])
    pattern = _PATTERNS.get(name)
    return pattern is None or pattern.fullmatch(text) is not None


def _is_whole_number_between(text: str, least: int, most: int) -> bool:
    # Python refuses to read numbers of thousands of digits.
    is_number = _INTEGER.fullmatch(text) is not None and len(text) <= _MOST_DIGITS
    return is_number and least <= int(text) <= most


def _fits(definition: Mapping[str, Any], text: str) -> bool:
    """Return whether a text fits the definition of a simple type."""
    if "union" in definition:
        return any(_is_of(member, text) for member in definition["union"])
    if "list" in definition:
        return all(is_allowed(definition["list"], item) for item in text.split())
    if not is_allowed(definition["base"], text):
        return False
    for facet, limit in definition.items():
        check = _FACETS.get(facet)
        if check is not None and not check(text, limit, definition["base"]):
            return False
    return True


def _is_of(member: str | Mapping[str, Any], text: str) -> bool:
    if isinstance(member, str):
        return is_allowed(member, text)
    return _fits(member, text)


def _length(text: str, base: str) -> int:
    if base == "xsd:hexBinary":
        return len(text.strip()) // _BYTES_OF_HEX
    return len(text)


def _number(text: str) -> Decimal:
    """Return a text as a number; not a number where it is none."""
    try:
        return Decimal(text.strip())
    except InvalidOperation:
        return Decimal("NaN")


_FACETS: Final[Mapping[str, Callable[[str, Any, str], bool]]] = {
    "enumeration": lambda text, values, _base: text in values,
    "pattern": lambda text, patterns, _base: any(re.fullmatch(pattern, text) for pattern in patterns),
    "length": lambda text, limit, base: _length(text, base) == int(limit),
    "minLength": lambda text, limit, base: _length(text, base) >= int(limit),
    "maxLength": lambda text, limit, base: _length(text, base) <= int(limit),
    "minInclusive": lambda text, limit, _base: _number(text) >= Decimal(limit),
    "maxInclusive": lambda text, limit, _base: _number(text) <= Decimal(limit),
    "minExclusive": lambda text, limit, _base: _number(text) > Decimal(limit),
    "maxExclusive": lambda text, limit, _base: _number(text) < Decimal(limit),
}
