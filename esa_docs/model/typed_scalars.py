"""JSON Schemas of single values as they are typed.

An editor guesses numbers and booleans, content is read as text: a code may look like a number, and a number
may be a text of Thai digits.
"""

from __future__ import annotations

from typing import Any, Final, Literal

TYPES_OF_TEXT: Final = ["string", "number", "boolean"]
"""What a text without quotes is to an editor: ``1`` and ``true`` are texts as well, as they are typed."""

TEXT: Final[dict[str, Any]] = {"type": TYPES_OF_TEXT, "minLength": 1, "pattern": r"\S"}
"""Text of at least one character that is seen."""

_TRUE_OR_FALSE: Final = (
    "[Tt]([Rr][Uu][Ee])?",
    "[Ff]([Aa][Ll][Ss][Ee])?",
    "[Yy]([Ee][Ss])?",
    "[Nn][Oo]?",
    "[Oo]([Nn]|[Ff][Ff])",
    "[01]",
)

BOOLEAN: Final[dict[str, Any]] = {
    "type": ["boolean", "string", "integer"],
    "pattern": f"^({'|'.join(_TRUE_OR_FALSE)})$",
    "minimum": 0,
    "maximum": 1,
}
"""True or false in the words that pydantic takes: an editor that reads YAML 1.2 sees a text in yes and no."""

TRUE: Final[dict[str, Any]] = {
    "type": ["boolean", "string", "integer"],
    "pattern": "^([Tt]([Rr][Uu][Ee])?|[Yy]([Ee][Ss])?|[Oo][Nn]|1)$",
    "not": {"enum": [False]},
    "minimum": 1,
    "maximum": 1,
}
"""True, in the same words."""

_DIGIT: Final = "[0-9๐-๙]"
_THOUSANDS: Final = f"-?{_DIGIT}{{1,3}}(,{_DIGIT}{{3}})+"
_INTEGER: Final = rf"[-+]?{_DIGIT}+(\.[0๐]+)?"
_NUMBER: Final = rf"[-+]?({_DIGIT}+(\.{_DIGIT}*)?|\.{_DIGIT}+)"
_NUMBERS: Final = {"integer": _INTEGER, "number": _NUMBER}

_NO_DIGIT: Final = "[^0-9๐-๙]"
_DAY_TOO_LATE: Final = rf"(^|{_NO_DIGIT})([3๓][2-9๒-๙]|[4-9๔-๙]{_DIGIT})({_NO_DIGIT}|$)"
_YEAR: Final = rf"(^|{_NO_DIGIT})([2๒][4-9๔-๙]|[3-9๓-๙]{_DIGIT}){_DIGIT}{{2}}({_NO_DIGIT}|$)"
"""A year from 2400 on: an earlier one is of the Christian era."""

DATE: Final[dict[str, Any]] = {"type": "string", "pattern": rf"^(?!.*{_DAY_TOO_LATE})(?!.*ค\.ศ).*{_YEAR}"}
"""A date as people write it, with a year of four digits; no date looks like a number."""

_HOUR: Final = f"([01๐๑]?{_DIGIT}|[2๒][0-3๐-๓])"
TIME: Final[dict[str, Any]] = {
    "type": ["string", "number"],
    "pattern": rf"^\s*{_HOUR}[.:][0-5๐-๕]{_DIGIT}(\s*น\.)?\s*$",
}
"""A time of the day: 9.30 looks like a number, and 9:30 is 570 to an editor that reads YAML 1.1."""


def number_schema(
    type_name: Literal["integer", "number"], least: float, most: float | None = None
) -> dict[str, Any]:
    """Return the schema of a number in either digit set, with or without thousands commas.

    Args:
        type_name: a whole number, or any.
        least: the least number.
        most: the largest number; None where there is none.
    """
    pattern = rf"^\s*({_THOUSANDS}|{_NUMBERS[type_name]})\s*$"
    schema: dict[str, Any] = {"type": [type_name, "string"], "pattern": pattern, "minimum": least}
    if most is not None:
        schema["maximum"] = most
    return schema
