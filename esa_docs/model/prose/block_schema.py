"""What JSON Schemas of blocks say of several keys together, as ``check`` says it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from esa_docs.model.prose.block_keys import BLOCK_KEYS, CAPTIONED_KEYS
from esa_docs.model.prose.chart_shape import MOST_CATEGORIES, MOST_LINES, MOST_SLICES
from esa_docs.model.prose.table_shape import MOST_COLUMNS

AT_LEAST_ONE: Final[dict[str, Any]] = {"minItems": 1}
"""What a schema says of a list that ``check`` refuses where it is written and empty."""
_EMPTY: Final[dict[str, Any]] = {"enum": [None, [], ""]}

Schema = dict[str, Any]


def block_schema() -> Callable[[Schema], None]:
    """Return what adds to the schema of a block that it has exactly one of its keys.

    An id needs a caption, and a caption stands at a block that is numbered.
    """
    one_key = {"oneOf": [_filled(key) for key in BLOCK_KEYS]}
    captioned = [_filled(key) for key in CAPTIONED_KEYS]
    rules = [
        one_key,
        {"if": _filled("id"), "then": _filled("caption")},
        {"if": _filled("caption"), "then": {"anyOf": captioned}},
    ]

    def extend(schema: Schema) -> None:
        schema["allOf"] = rules

    return extend


def extend_table(schema: Schema) -> None:
    """Add to the schema of a table that its rows stand in it or in a file."""
    columns = {"patternProperties": {"^columns$": {"maxItems": MOST_COLUMNS}}}
    in_itself = {"allOf": [{"not": _filled("file")}, _filled("columns"), _filled("rows"), columns]}
    in_a_file = {"allOf": [_filled("file"), {"not": _filled("rows")}]}
    schema["allOf"] = [{"anyOf": [in_itself, in_a_file]}]


def extend_picture(schema: Schema) -> None:
    """Add to the schema of a picture that it is one or several, and which keys belong to which."""
    single_picture = _alone("file", ("files", "columns"))
    grid = _alone("files", ("file", "width", "alt"))
    schema["allOf"] = [{"anyOf": [single_picture, grid]}]


def extend_chart(schema: Schema) -> None:
    """Add to the schema of a chart where its numbers stand, and how many of them it can draw."""
    in_itself = {
        "allOf": [
            _alone("rows", ("file", "of")),
            _sized("columns", 2, MOST_LINES + 1),
            _sized("rows", 1, MOST_CATEGORIES),
        ]
    }
    elsewhere = [_alone(key, ("rows", "file", "of")) for key in ("file", "of")]
    pie = {"required": ["type"], "patternProperties": {"^type$": {"enum": ["pie"]}}}
    rules: list[Schema] = [{"anyOf": [in_itself, *elsewhere]}]
    rules.append(
        {
            "if": {"allOf": [pie, _filled("rows")]},
            "then": {"allOf": [_sized("columns", 2, 2), _sized("rows", 1, MOST_SLICES)]},
        }
    )
    schema["allOf"] = rules


def _alone(key: str, keys: Iterable[str]) -> Schema:
    """Return the schema of keys of which one has a value, and of some others none."""
    empty_keys = [{"not": _filled(other)} for other in keys if other != key]
    return {"allOf": [_filled(key), *empty_keys]}


def _sized(key: str, least: int, most: int) -> Schema:
    """Return the schema of keys of which one is a list of so many."""
    sizes = {"minItems": least, "maxItems": most}
    return {"required": [key], "patternProperties": {f"^{key}$": sizes}}


def _filled(key: str) -> Schema:
    """Return the schema of keys of which one has a value.

    Each of the ``properties`` of a schema is a key with a title, which this is not.
    """
    return {"required": [key], "patternProperties": {f"^{key}$": {"not": _EMPTY}}}
