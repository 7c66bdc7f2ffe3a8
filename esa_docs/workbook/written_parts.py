"""The indicators and items of a self-assessment as its content files have them today."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from esa_docs.diagnostics import ContentError
from esa_docs.model.abilities import Parts
from esa_docs.model.base import parse_number
from esa_docs.model.cell_forms import Value
from esa_docs.source.folders.files import path_label
from esa_docs.source.yaml_files import tree as yaml_tree
from esa_docs.source.yaml_files.parsing import parse_yaml
from esa_docs.source.yaml_files.text import read_or_raise, read_text
from esa_docs.source.yaml_files.tree import to_plain


@dataclass(frozen=True, slots=True)
class WrittenPart:
    """An indicator or item as its content file has it.

    Attributes:
        code: its code, such as 1.2.
        path: file that holds it.
        prefix: key path that leads to it in the file; empty where the file holds nothing else.
        values: its keys and values.
    """

    code: str
    path: Path
    prefix: yaml_tree.Path
    values: dict[str, Value]

    def issue(self, number: int) -> dict[str, Value]:
        """Return the keys and values of an issue; empty for an issue that is not there."""
        index = issue_index(self.values, number)
        if index is None:
            return {}
        issue = issues_in(self.values)[index]
        return issue if isinstance(issue, dict) else {}


def written_parts(files: tuple[Path, ...], parts: Parts) -> Iterator[WrittenPart]:
    """Generate the indicators or items that the main file holds, then the one of each part file."""
    main_file, *part_files = files
    parts_in_main_file = read_values(main_file).get(parts.key)
    if isinstance(parts_in_main_file, list):
        for number, values in enumerate(parts_in_main_file):
            if isinstance(values, dict):
                code = str(values[parts.code_key]).strip()
                yield WrittenPart(code, main_file, (parts.key, number), values)
    for path in part_files:
        values = read_values(path)
        code = str(values[parts.code_key]).strip()
        yield WrittenPart(code, path, (), values)


def read_values(path: Path) -> dict[str, Value]:
    """Return the keys and values of a content file that was sound when its project was read.

    Raises:
        ContentError: it has changed since, so that it cannot be read (E1xx).
    """
    file_label = path_label(path)
    text = read_text(path, file_label)
    if text.value is None:
        raise ContentError(text.diagnostics)
    tree = parse_yaml(text.value, file_label)
    if tree.value is None:
        raise ContentError(tree.diagnostics)
    return dict(to_plain(tree.value))  # type: ignore[arg-type]  # a mapping gives a dict


def hash_of_content(path: Path) -> str:
    """Return the SHA-256 of a content file, in hexadecimal digits.

    Raises:
        ContentError: it cannot be read (E110).
    """
    return hashlib.sha256(read_or_raise(path)).hexdigest()


def issues_in(values: dict[str, Value]) -> list[Value]:
    """Return the issues of an indicator; empty where it has none."""
    issues = values.get("issues")
    return issues if isinstance(issues, list) else []


def issue_number(issue: dict[str, Value]) -> int:
    """Return the number of an issue of a sound file, written in either digit set."""
    number = parse_number(str(issue["number"]))
    return int(str(number))


def issue_index(values: dict[str, Value], number: int) -> int | None:
    """Return the index of an issue in the list of an indicator; None for an issue that is not there."""
    for index, issue in enumerate(issues_in(values)):
        if isinstance(issue, dict) and issue_number(issue) == number:
            return index
    return None
