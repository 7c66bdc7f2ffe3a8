"""Filling in keys at the top of a content file: only their values change, every other byte stays.

The text is changed at the places PyYAML names, then read again: unless exactly the wanted keys have changed,
nothing is given back. A round trip through a YAML library would lay out the rest anew.
"""

from __future__ import annotations

import codecs
from collections.abc import Mapping

import yaml

from esa_docs.source import tree as yaml_tree
from esa_docs.source.parsing import parse_yaml
from esa_docs.source.tree import Entry, Scalar, to_plain

_ENDLESS = 1_000_000


def format_scalar(text: str) -> str:
    """Write a text of one line as YAML: plain where that is read as the same text, else in quotes."""
    return yaml.safe_dump(text, allow_unicode=True, width=_ENDLESS).splitlines()[0]


def fill_in(data: bytes, values: Mapping[str, str], after: str) -> bytes | None:
    """Set keys at the top of a content file.

    Args:
        data: the file.
        values: texts by key; a key that is not there goes below the one before it.
        after: the key below which the first goes.

    Returns:
        The file with these values; None if the way it is written does not allow it.
    """
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    before = data.removeprefix(mark).decode("utf-8")
    text = before
    for key, value in values.items():
        text = _with_value(text, key, format_scalar(value), after)
        after = key
    old, new = parse_yaml(before, "").value, parse_yaml(text, "").value
    if old is None or new is None or to_plain(new) != {**_plain(old), **values}:
        return None
    return mark + text.encode("utf-8")


def _plain(tree: yaml_tree.Mapping) -> dict[str, yaml_tree.Plain]:
    return {entry.key: to_plain(entry.value) for entry in tree.entries}


def _with_value(text: str, key: str, value: str, after: str) -> str:
    tree = parse_yaml(text, "").value
    there, above = (tree.get(key), tree.get(after)) if tree else (None, None)
    lines = text.splitlines(keepends=True)
    if there:
        _replace(lines, there, value)
    elif above:
        _insert(lines, above, f"{key}: {value}")
    return "".join(lines)


def _replace(lines: list[str], entry: Entry, value: str) -> None:
    if not isinstance(entry.value, Scalar):
        return
    place, (last, stop) = entry.value.place, entry.value.end
    if (place.line, place.column) != (last, stop):
        head, tail = lines[place.line - 1][: place.column - 1], "".join(lines[last - 1 : last])[stop - 1 :]
        lines[place.line - 1 : last] = [f"{head}{value}{tail}"]
        return
    key = entry.key_place  # the place of an empty value may be on a later line
    line = lines[key.line - 1]
    colon = line.find(":", key.column - 1 + len(entry.key)) + 1
    lines[key.line - 1] = f"{line[:colon]} {value}{line[colon:]}"


def _insert(lines: list[str], above: Entry, written: str) -> None:
    """Put a line below an entry, with the same indentation and line end."""
    indent = above.key_place.column - 1
    number = above.key_place.line
    while number < len(lines) and _is_deeper(lines[number], indent):
        number += 1
    newline = _line_end(lines[number - 1]) or _line_end(lines[0]) or "\n"
    if not _line_end(lines[number - 1]):
        lines[number - 1] += newline
        newline = ""
    lines.insert(number, f"{' ' * indent}{written}{newline}")


def _is_deeper(line: str, indent: int) -> bool:
    return bool(line.strip()) and not line[: indent + 1].strip()


def _line_end(line: str) -> str:
    return line[len(line.rstrip("\r\n")) :]
