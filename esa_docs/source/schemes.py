"""Editions of assessment schemes: the shipped ones, and the office's own in ``schemes/`` of its project."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Final

from esa_docs.diagnostics import Checked, Diagnostic, Location, has_errors
from esa_docs.hints import nearest_hint
from esa_docs.i18n import gettext as _
from esa_docs.model.scheme import PmqaScheme, SarScheme, Scheme
from esa_docs.source.binding import bind
from esa_docs.source.files import shown_path
from esa_docs.source.parsing import parse_yaml
from esa_docs.source.text import read_text
from esa_docs.source.tree import value_place

SCHEMES_FOLDER: Final = "schemes"
_MODELS: Final[dict[str, type[SarScheme | PmqaScheme]]] = {"sar": SarScheme, "pmqa": PmqaScheme}


@dataclass(frozen=True, slots=True)
class Schemes:
    """The editions a project may use.

    Attributes:
        by_id: each edition by its id; None for one of the office's with faults.
        diagnostics: what is wrong with the office's own.
    """

    by_id: Mapping[str, Scheme | None]
    diagnostics: tuple[Diagnostic, ...] = ()


def load_schemes(root: Path) -> Schemes:
    """Read the editions: one in the project takes the place of a shipped one with the same id.

    Args:
        root: project folder.
    """
    by_id: dict[str, Scheme | None] = dict(shipped_schemes())
    found: list[Diagnostic] = []
    for path in sorted(_yaml_files(root / SCHEMES_FOLDER)):
        name, one = _load_scheme(path)
        by_id[name] = one.value
        found += one.diagnostics
    return Schemes(MappingProxyType(by_id), tuple(found))


@cache
def shipped_schemes() -> Mapping[str, Scheme]:
    """Give the editions that come with the program, by id."""
    folder = Path(str(files("esa_docs") / SCHEMES_FOLDER))
    read = [one.value for _name, one in map(_load_scheme, sorted(_yaml_files(folder)))]
    return MappingProxyType({one.id: one for one in read if one})


def _yaml_files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.glob("*") if path.suffix.lower() in {".yaml", ".yml"})


def _load_scheme(path: Path) -> tuple[str, Checked[Scheme]]:
    """Read one edition; give its id, or its file's name where it cannot be read."""
    shown = shown_path(path)
    text = read_text(path, shown)
    if text.value is None:
        return path.stem, Checked(None, text.diagnostics)
    tree = parse_yaml(text.value, shown)
    if tree.value is None:
        return path.stem, Checked(None, tree.diagnostics)
    name, kind = tree.value.text("id") or path.stem, tree.value.text("scheme") or ""
    if kind not in _MODELS:
        entry = tree.value.get("scheme")
        place = value_place(entry) if entry else Location(shown, 1, 1)
        return name, Checked(None, (*tree, _unknown_kind(kind, place)))
    bound: Checked[Scheme] = bind(tree.value, _MODELS[kind], None, {shown: text.value})
    found = (*tree, *bound)
    return name, Checked(None if has_errors(found) else bound.value, found)


def _unknown_kind(kind: str, place: Location) -> Diagnostic:
    message = _("a kind of scheme is expected, found '{kind}'").format(kind=kind)
    return Diagnostic("E660", message, place, nearest_hint(kind, list(_MODELS)), field="scheme")
