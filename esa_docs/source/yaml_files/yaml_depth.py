"""Files that nest too deeply: they are refused before they are read, since libyaml would stop or overrun."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Any

import yaml

from esa_docs.diagnostics import Location

# The loader of libyaml, written in C. A PyYAML built without libyaml has only the slower one in Python.
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
DEEPEST = 100
"""Lists and mappings inside each other, in the deepest file that is read."""
_FEWEST_SUSPICIOUS = 400
"""Brackets and columns: with fewer of either a file stays below the 1000 levels at which libyaml stops."""
_LONG_INDENT = re.compile(rf"^[ \t?:-]{{{_FEWEST_SUSPICIOUS}}}", re.MULTILINE)


class TooLargeError(Exception):
    """A file that nests too deeply, or that has too many nodes, such as aliases of aliases make them.

    Attributes:
        place: where it nests too deeply; for too many nodes, the key at the top of the file that has them.
    """

    def __init__(self, place: Location) -> None:
        self.place = place


def yaml_place(mark: Any, file_label: str) -> Location:
    """Return the place of a mark of PyYAML, which counts from 0."""
    return Location(file_label, mark.line + 1, mark.column + 1)


def refuse_depth(text: str, file_label: str) -> None:
    """Refuse a text that nests too deeply.

    Raises:
        TooLargeError: it does.
    """
    # PyYAML's composer recurses in C: it would overrun the stack and end the process. To walk through the
    # events costs time, so it is done only for a text that may nest so deeply.
    brackets = text.count("[") + text.count("{")
    if brackets < _FEWEST_SUSPICIOUS and not _LONG_INDENT.search(text):
        return
    try:
        _refuse_deep_events(text, file_label, LOADER)
    except yaml.MarkedYAMLError:
        # libyaml may have stopped at a limit of its own (PyYAML 6.0.4), many signs ahead of the events it has
        # given; the reader in Python has no limit. If the file is shallow, the fault of libyaml is raised.
        with suppress(yaml.YAMLError):
            _refuse_deep_events(text, file_label, yaml.BaseLoader)
        raise


def _refuse_deep_events(text: str, file_label: str, loader: Any) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth - 1 > DEEPEST:
            raise TooLargeError(yaml_place(event.start_mark, file_label))
