"""A file of the whole project, people or office, as a checked model; each item of its list has an id."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from esa_docs.diagnostics import Checked, Diagnostic, Location
from esa_docs.i18n import gettext as _
from esa_docs.model.problem import Problem
from esa_docs.source.binding.binding import bind, checked_value, diagnose
from esa_docs.source.folders.files import path_label
from esa_docs.source.loading.unfilled_values import unfilled_values
from esa_docs.source.yaml_files.parsing import parse_yaml
from esa_docs.source.yaml_files.text import decode_text, read_text
from esa_docs.source.yaml_files.tree import Mapping, Node, Scalar, Sequence

M = TypeVar("M", bound=BaseModel)


def load_model(
    path: Path,
    model: type[M],
    context: object,
    list_key: str,
    check: Callable[[M], Iterable[Problem]],
    draft: bytes | None = None,
) -> Checked[M]:
    """Return a YAML file as a model.

    Args:
        path: the file.
        model: what it should be.
        context: what references in it are resolved against.
        list_key: key of its list, in which no id may stand twice.
        check: generates what the schema cannot see.
        draft: what is read in place of what the file holds; None for the file.
    """
    file_label = path_label(path)
    text = read_text(path, file_label) if draft is None else decode_text(draft, file_label)
    if text.value is None:
        return Checked(None, text.diagnostics)
    tree = parse_yaml(text.value, file_label)
    if tree.value is None:
        return Checked(None, tree.diagnostics)
    content = bind(tree.value, model, context, {file_label: text.value})
    problems = check(content.value) if content.value is not None else ()
    diagnostics = [diagnose(tree.value, problem) for problem in problems]
    repeated = repeated_ids(tree.value, list_key)
    unfilled = unfilled_values(tree.value)
    return checked_value(content.value, (*tree, *content, *repeated, *unfilled, *diagnostics))


def repeated_ids(tree: Mapping, list_key: str) -> Iterator[Diagnostic]:
    """Generate a diagnostic of each id that stands again in the list of a tree (E604)."""
    first_places: dict[str, Location] = {}
    for number, item in enumerate(_list_items(tree, list_key)):
        entry = item.get("id") if isinstance(item, Mapping) else None
        if entry is None or not isinstance(entry.value, Scalar):
            continue
        text = unicodedata.normalize("NFC", entry.value.text or "").strip()
        if text in first_places:
            message = _("the id '{id}' stands here again, first at {place}")
            message = message.format(id=text, place=first_places[text])
            hint = _("Give each an id of its own.")
            yield Diagnostic("E604", message, entry.value.place, hint, field=f"{list_key}[{number}].id")
        if text:
            first_places.setdefault(text, entry.value.place)


def _list_items(tree: Mapping, key: str) -> tuple[Node, ...]:
    """Return the items of a list; empty where there is no list."""
    entry = tree.get(key)
    if entry is None or not isinstance(entry.value, Sequence):
        return ()
    return entry.value.items
