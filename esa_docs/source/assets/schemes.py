"""Editions that reports are assessed by: shipped with their kind, or the office's own in ``schemes/``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from esa_docs.diagnostics import Checked, Diagnostic, Location
from esa_docs.hints import nearest_hint
from esa_docs.i18n import gettext as _
from esa_docs.model.edition import Edition
from esa_docs.model.kind import Kinds
from esa_docs.source.binding.binding import bind, checked_value
from esa_docs.source.folders.disk import Entry, Sort, scan_folder
from esa_docs.source.folders.files import path_label
from esa_docs.source.folders.named_files import file_fault, list_folder
from esa_docs.source.folders.odd_endings import diagnose_odd_ending
from esa_docs.source.folders.walking import CONTENT_ENDINGS, PASSED_OVER
from esa_docs.source.yaml_files.parsing import parse_yaml
from esa_docs.source.yaml_files.text import read_text
from esa_docs.source.yaml_files.tree import Mapping as Tree
from esa_docs.source.yaml_files.tree import value_place

SCHEMES_FOLDER: Final = "schemes"


@dataclass(frozen=True, slots=True)
class Schemes:
    """The editions a project may use.

    Attributes:
        by_id: each edition by its id; None for an edition of the office that has faults.
        diagnostics: what is wrong with the office's own editions.
    """

    by_id: Mapping[str, Edition | None]
    diagnostics: tuple[Diagnostic, ...] = ()


def load_schemes(root: Path, kinds: Kinds) -> Schemes:
    """Return the editions: one in the project takes the place of a shipped one with the same id.

    Args:
        root: project folder.
        kinds: the kinds of documents.
    """
    by_id: dict[str, Edition | None] = dict(shipped_schemes(kinds))
    entries = list_folder(root, root / SCHEMES_FOLDER)
    if entries.value is None:
        # It may hold editions in place of the shipped ones: no report is made with these.
        return Schemes(MappingProxyType(dict.fromkeys(by_id)), entries.diagnostics)
    diagnostics: list[Diagnostic] = []
    for path in _scheme_files(entries.value):
        edition_id, edition = _load_own_scheme(root, path, kinds)
        by_id[edition_id] = edition.value
        diagnostics += edition.diagnostics
    diagnostics += _odd_endings(entries.value)
    return Schemes(MappingProxyType(by_id), tuple(diagnostics))


def _odd_endings(entries: Iterable[Entry]) -> Iterator[Diagnostic]:
    """Generate a diagnostic of each edition that is not read by its name: a shipped one would stand in."""
    for entry in entries:
        path = entry.path
        is_other_file = entry.sort is Sort.FILE and not path.name.lower().endswith(CONTENT_ENDINGS)
        if is_other_file and not path.name.startswith(PASSED_OVER):
            diagnostic = diagnose_odd_ending(path, path_label(path))
            if diagnostic is not None:
                yield diagnostic


@cache
def shipped_schemes(kinds: Kinds) -> Mapping[str, Edition]:
    """Return the editions that come with the kinds, by id."""
    editions: dict[str, Edition] = {}
    for kind in kinds:
        if kind.scheme is None:
            continue
        for path in _scheme_files(scan_folder(kind.scheme.folder)):
            _edition_id, edition = _load_scheme(path, kinds)
            if edition.value:
                editions[edition.value.id] = edition.value
    return MappingProxyType(editions)


def _scheme_files(entries: Iterable[Entry]) -> Iterator[Path]:
    """Generate what bears the name of a YAML file in a folder."""
    for entry in entries:
        name = entry.path.name
        if name.lower().endswith(CONTENT_ENDINGS) and not name.startswith(PASSED_OVER):
            yield entry.path


def _load_own_scheme(root: Path, path: Path, kinds: Kinds) -> tuple[str, Checked[Edition]]:
    """Return the id of an edition of the office, and the edition, as `_load_scheme` does."""
    fault = file_fault(root, path)
    if fault:
        return path.stem, Checked(None, (fault,))
    return _load_scheme(path, kinds)


def _load_scheme(path: Path, kinds: Kinds) -> tuple[str, Checked[Edition]]:
    """Return the id of an edition, and the edition; the id is the file's name where it cannot be read."""
    file_label = path_label(path)
    text = read_text(path, file_label)
    if text.value is None:
        return path.stem, Checked(None, text.diagnostics)
    tree = parse_yaml(text.value, file_label)
    if tree.value is None:
        return path.stem, Checked(None, tree.diagnostics)
    edition_id = tree.value.text("id") or path.stem
    scheme = tree.value.text("scheme") or ""
    models = {kind.name: kind.scheme.model for kind in kinds if kind.scheme}
    if scheme not in models:
        diagnostic = _unknown_scheme(scheme, tree.value, list(models))
        return edition_id, Checked(None, (*tree, diagnostic))
    edition: Checked[Edition] = bind(tree.value, models[scheme], None, {file_label: text.value})
    return edition_id, checked_value(edition.value, (*tree, *edition))


def _unknown_scheme(scheme: str, tree: Tree, schemes: list[str]) -> Diagnostic:
    """Return the diagnostic of an edition whose scheme no kind declares (E660)."""
    entry = tree.get("scheme")
    place = value_place(entry) if entry else Location(tree.place.path, 1, 1)
    message = _("a kind of scheme is expected, found '{kind}'").format(kind=scheme)
    return Diagnostic("E660", message, place, nearest_hint(scheme, schemes), field="scheme")
