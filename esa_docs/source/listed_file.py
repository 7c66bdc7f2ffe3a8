"""A file of the whole project, people or office, as a checked model; what it lists has ids of its own."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from esa_docs.diagnostics import Checked, Diagnostic, has_errors
from esa_docs.i18n import gettext as _
from esa_docs.source.binding import bind
from esa_docs.source.files import path_label
from esa_docs.source.parsing import parse_yaml
from esa_docs.source.text import read_text
from esa_docs.source.tree import Mapping, Sequence

M = TypeVar("M", bound=BaseModel)


def load_model(path: Path, model: type[M], context: object, listed: str) -> Checked[M]:
    """Read one YAML file into a model; the things in its list ``listed`` have each an id of their own."""
    file_label = path_label(path)
    text = read_text(path, file_label)
    if text.value is None:
        return Checked(None, text.diagnostics)
    tree = parse_yaml(text.value, file_label)
    if tree.value is None:
        return Checked(None, tree.diagnostics)
    bound = bind_listed(tree.value, model, context, listed, {file_label: text.value})
    found = (*tree, *bound)
    return Checked(None if has_errors(found) else bound.value, found)


def bind_listed(
    tree: Mapping, model: type[M], context: object, listed: str, texts: dict[str, str]
) -> Checked[M]:
    """Validate a tree against a model, and the ids in its list ``listed``."""
    bound = bind(tree, model, context, texts)
    found = (*bound, *_repeated_ids(tree, listed))
    return Checked(None if has_errors(found) else bound.value, found)


def _repeated_ids(tree: Mapping, listed: str) -> Iterator[Diagnostic]:
    here = tree.get(listed)
    items = here.value.items if here and isinstance(here.value, Sequence) else ()
    seen: set[str] = set()
    for number, item in enumerate(items):
        if not isinstance(item, Mapping):
            continue
        entry = item.get("id")
        text = unicodedata.normalize("NFC", item.text("id") or "").strip()
        if entry and text in seen:
            message = _("the id '{id}' stands here again").format(id=text)
            hint = _("Give each an id of its own.")
            yield Diagnostic("E604", message, entry.value.place, hint, field=f"{listed}[{number}].id")
        seen |= {text} if text else set()
