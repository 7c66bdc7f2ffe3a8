"""Values of a new file that may be true: the comment behind them says that nobody has looked at them yet.

W505 value and comment say the same still.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from esa_docs.diagnostics import Severity
from esa_docs.i18n import gettext as _
from esa_docs.model.problem import Problem
from esa_docs.model.scaffold_examples import MARK
from esa_docs.source.yaml_files import tree
from esa_docs.source.yaml_files.tree import Node, Path, Scalar

_SIGN: Final = MARK.strip()


def marked_examples(content: tree.Mapping, texts: Mapping[str, str]) -> Iterator[Problem]:
    """Generate a problem for each value that still is what the comment behind it says.

    Args:
        content: the content of a document.
        texts: text of each of its files, by label.
    """
    if not any(_SIGN in text for text in texts.values()):
        return
    lines = {file_label: text.split("\n") for file_label, text in texts.items()}
    yield from _in_value(content, (), lines)


def _in_value(node: Node, path: Path, lines: Mapping[str, list[str]]) -> Iterator[Problem]:
    if isinstance(node, tree.Sequence):
        for index, item in enumerate(node.items):
            yield from _in_value(item, (*path, index), lines)
    elif isinstance(node, tree.Mapping):
        for entry in node.entries:
            yield from _in_value(entry.value, (*path, entry.key), lines)
    elif node.text and node.place.path in lines and _is_marked(node, lines[node.place.path]):
        yield _problem(path, node.text)


def _is_marked(scalar: Scalar, lines: list[str]) -> bool:
    line_number, column = scalar.end
    if line_number > len(lines):
        return False
    comment = lines[line_number - 1][column - 1 :].strip()
    is_mark = comment.startswith(_SIGN)
    return is_mark and comment.removeprefix(_SIGN).strip() == scalar.text


def _problem(path: Path, text: str) -> Problem:
    message = _("this is still the example of the new file: {text}").format(text=text)
    hint = _("Write what is true in its place. If it is true as it stands, delete the comment behind it.")
    return Problem(path, "W505", message, hint, Severity.WARNING)
