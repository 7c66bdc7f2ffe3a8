"""Editions that reports are assessed by: shipped with their kind, or the office's own in ``schemes/``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from esa_docs.diagnostics import Checked, Diagnostic, Location, has_errors
from esa_docs.hints import nearest_hint
from esa_docs.i18n import gettext as _
from esa_docs.model.edition import Edition
from esa_docs.model.kind import Kinds
from esa_docs.source.binding import bind
from esa_docs.source.files import path_label
from esa_docs.source.parsing import parse_yaml
from esa_docs.source.text import read_text
from esa_docs.source.tree import value_place

SCHEMES_FOLDER: Final = "schemes"


@dataclass(frozen=True, slots=True)
class Schemes:
    """The editions a project may use.

    Attributes:
        by_id: each edition by its id; None for one of the office's with faults.
        diagnostics: what is wrong with the office's own.
    """

    by_id: Mapping[str, Edition | None]
    diagnostics: tuple[Diagnostic, ...] = ()


def load_schemes(root: Path, kinds: Kinds) -> Schemes:
    """Read the editions: one in the project takes the place of a shipped one with the same id.

    Args:
        root: project folder.
        kinds: the kinds of documents.
    """
    by_id: dict[str, Edition | None] = dict(shipped_schemes(kinds))
    found: list[Diagnostic] = []
    for path in sorted(_yaml_files(root / SCHEMES_FOLDER)):
        name, edition = _load_scheme(path, kinds)
        by_id[name] = edition.value
        found += edition.diagnostics
    return Schemes(MappingProxyType(by_id), tuple(found))


@cache
def shipped_schemes(kinds: Kinds) -> Mapping[str, Edition]:
    """Return the editions that come with the kinds, by id."""
    paths = [path for kind in kinds if kind.scheme for path in sorted(_yaml_files(kind.scheme.folder))]
    editions = [_load_scheme(path, kinds)[1].value for path in paths]
    return MappingProxyType({edition.id: edition for edition in editions if edition})


def _yaml_files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.glob("*") if path.suffix.lower() in {".yaml", ".yml"})


def _load_scheme(path: Path, kinds: Kinds) -> tuple[str, Checked[Edition]]:
    """Read one edition; give its id, or its file's name where it cannot be read."""
    file_label = path_label(path)
    text = read_text(path, file_label)
    if text.value is None:
        return path.stem, Checked(None, text.diagnostics)
    tree = parse_yaml(text.value, file_label)
    if tree.value is None:
        return path.stem, Checked(None, tree.diagnostics)
    name, assessed = tree.value.text("id") or path.stem, tree.value.text("scheme") or ""
    models = {kind.name: kind.scheme.model for kind in kinds if kind.scheme}
    if assessed not in models:
        entry = tree.value.get("scheme")
        place = value_place(entry) if entry else Location(file_label, 1, 1)
        return name, Checked(None, (*tree, _unknown_kind(assessed, place, list(models))))
    bound: Checked[Edition] = bind(tree.value, models[assessed], None, {file_label: text.value})
    found = (*tree, *bound)
    return name, Checked(None if has_errors(found) else bound.value, found)


def _unknown_kind(kind: str, place: Location, kinds: list[str]) -> Diagnostic:
    message = _("a kind of scheme is expected, found '{kind}'").format(kind=kind)
    return Diagnostic("E660", message, place, nearest_hint(kind, kinds), field="scheme")
