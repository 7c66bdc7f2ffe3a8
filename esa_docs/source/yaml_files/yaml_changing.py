"""The one module that changes the text of a content file, as little as it can: comments and layout stay.

The text is cut at the places PyYAML names (`yaml_cuts.py`), then read again. Unless it then holds exactly the
new values, there is no result. A round trip through a YAML library would lay out anew what is not changed.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import cast

import yaml

from esa_docs.model.cell_forms import Value
from esa_docs.source.yaml_files.parsing import parse_yaml
from esa_docs.source.yaml_files.plain_scalars import as_typed
from esa_docs.source.yaml_files.tree import Path, to_plain
from esa_docs.source.yaml_files.yaml_cuts import Cut, CutFinder
from esa_docs.source.yaml_files.yaml_places import UnknownLayoutError, missing_line_end
from esa_docs.source.yaml_files.yaml_text import as_read

# As in `parsing.py`.
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def change_to(data: bytes, values: dict[str, Value]) -> bytes | None:
    """Return a content file with other values; None if the way it is written does not allow it.

    Args:
        data: the file.
        values: all values that the file is to hold. A new key goes below the one before it. None stands for
            a value that is empty in the file and stays so.
    """
    source = _read(data)
    if source is None:
        return None
    typed_values = as_typed(values, source.root)
    cuts = CutFinder(source.text).value_cuts(source.root, source.values, typed_values)
    return _apply(cuts, source, values)


def replace_texts(data: bytes, texts: Mapping[Path, str]) -> bytes | None:
    """Return a content file with other texts in places that hold one; None if they cannot be changed alone.

    Args:
        data: the file.
        texts: the new texts by the key paths of the old ones.
    """
    source = _read(data)
    if source is None:
        return None
    values = deepcopy(source.values)
    for path, text in texts.items():
        holder = _holder_of(values, path)
        if holder is None:
            return None
        # A path leads through mappings by keys and through lists by numbers.
        holder[path[-1]] = text  # type: ignore[index]
    cuts = CutFinder(source.text).value_cuts(source.root, source.values, values)
    return _apply(cuts, source, values)


def _holder_of(values: Value, path: Path) -> dict[str, Value] | list[Value] | None:
    """Return the mapping or list in which the value at a path stands; None where nothing stands there."""
    holder: Value = values
    for step in path[:-1]:
        try:
            holder = holder[step]  # type: ignore[index]
        except (LookupError, TypeError):
            return None
    return holder if isinstance(holder, dict | list) else None


def fill_in(data: bytes, texts: Mapping[str, str | int], below: str) -> bytes | None:
    """Return a content file with texts at keys of its top; None if they cannot be changed alone.

    Args:
        data: the file.
        texts: texts by key; a number stands there without quotes. A key that is not in the file goes below
            the one before it.
        below: the key below which the first of the texts goes.
    """
    source = _read(data)
    if source is None:
        return None
    values = source.values
    for key, text in texts.items():
        if key not in values and below not in values:
            return None
        values = _with_key(values, key, text, below)
        below = key
    # Not value_cuts: where the whole file stands between brackets, it would write the file anew.
    cuts = CutFinder(source.text).entry_cuts(source.root, source.values, values)
    return _apply(cuts, source, values)


def _with_key(values: dict[str, Value], key: str, text: str | int, below: str) -> dict[str, Value]:
    """Return values with a text at a key; a key that is not among them goes below the key ``below``."""
    if key in values:
        return values | {key: text}
    changed: dict[str, Value] = {}
    for other_key, value in values.items():
        changed[other_key] = value
        if other_key == below:
            changed[key] = text
    return changed


@dataclass(frozen=True, slots=True)
class _Source:
    """A content file that can be read.

    Attributes:
        mark: its byte order mark; empty where it has none.
        text: its text, with a line end at its end.
        added_line_end: the line end that the text has and the file lacks; empty where the file has it.
        root: PyYAML's node of the whole text.
        values: the values that the file holds.
    """

    mark: bytes
    text: str
    added_line_end: str
    root: yaml.MappingNode
    values: dict[str, Value]


def _read(data: bytes) -> _Source | None:
    """Return a content file; None if it has faults."""
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    text = data.removeprefix(mark).decode("utf-8")
    tree = parse_yaml(text, "").value
    if tree is None:
        return None
    added_line_end = missing_line_end(text)
    text += added_line_end
    root = yaml.compose(text, Loader=_Loader)
    if not isinstance(root, yaml.MappingNode):
        return None
    values = cast("dict[str, Value]", to_plain(tree))
    return _Source(mark, text, added_line_end, root, values)


def _apply(cuts: Iterator[Cut], source: _Source, values: dict[str, Value]) -> bytes | None:
    """Return a content file after cuts; None if it would not hold exactly the values."""
    try:
        text = _text_after(cuts, source.text).removesuffix(source.added_line_end)
    except UnknownLayoutError:
        return None
    tree = parse_yaml(text, "").value
    if tree is None or to_plain(tree) != as_read(values):
        return None
    return source.mark + text.encode("utf-8")


def _text_after(cuts: Iterator[Cut], text: str) -> str:
    pieces: list[str] = []
    end = 0
    for cut in sorted(cuts, key=lambda cut: (cut.start, cut.end)):
        pieces += [text[end : cut.start], cut.replacement]
        end = cut.end
    return "".join([*pieces, text[end:]])
