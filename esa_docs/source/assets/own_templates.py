"""The office's own templates, `templates_docx/` of a project: one that cannot be read is told.

A shipped template never stands in for one that is there and cannot be read: the paper would look otherwise
without a word.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from esa_docs.diagnostics import Diagnostic
from esa_docs.model.kind import Kind, Kinds
from esa_docs.source.folders.disk import MOST_BYTES
from esa_docs.source.folders.files import TEMPLATES_FOLDER, own_template, path_label
from esa_docs.source.folders.named_files import file_fault, list_folder, refusal
from esa_docs.source.folders.unread import diagnose_refused


@dataclass(frozen=True, slots=True)
class OwnTemplates:
    """The office's own templates.

    Attributes:
        by_form: the template of each form that has one which can be read.
        faulty_forms: names of the forms whose own template cannot be read.
        diagnostics: what cannot be read.
    """

    by_form: Mapping[str, Path] = field(default_factory=dict)
    faulty_forms: frozenset[str] = frozenset()
    diagnostics: tuple[Diagnostic, ...] = ()

    def of(self, kind: Kind[Any]) -> dict[str, Path]:
        """Return the office's own templates of a kind, by form; a form without one is left out."""
        names = [form.name for form in kind.forms]
        return {name: self.by_form[name] for name in names if name in self.by_form}

    def are_faulty(self, kind: Kind[Any]) -> bool:
        """Return whether a template of a kind cannot be read."""
        return any(form.name in self.faulty_forms for form in kind.forms)


def load_own_templates(root: Path, kinds: Kinds) -> OwnTemplates:
    """Return the office's own templates.

    Args:
        root: project folder.
        kinds: the kinds of documents, whose forms have templates.
    """
    entries = list_folder(root, root / TEMPLATES_FOLDER)
    if entries.value == []:
        return OwnTemplates()
    forms = _forms(kinds)
    if entries.value is None:
        return OwnTemplates({}, frozenset(forms), entries.diagnostics)
    by_form: dict[str, Path] = {}
    faults: dict[str, Diagnostic] = {}
    for form in forms:
        path = own_template(root, form)
        if path is None:
            continue
        fault = template_fault(root, path)
        if fault is None:
            by_form[form] = path
        else:
            faults[form] = fault
    return OwnTemplates(by_form, frozenset(faults), tuple(faults.values()))


def template_fault(root: Path, path: Path) -> Diagnostic | None:
    """Return the diagnostic of an own template that cannot be read (E435 to E437); None of one that can.

    Args:
        root: project folder.
        path: the template.
    """
    fault = file_fault(root, path)
    if fault is not None:
        return fault
    reason = refusal(path, MOST_BYTES)
    return diagnose_refused(reason, path_label(path)) if reason else None


def _forms(kinds: Kinds) -> list[str]:
    names: list[str] = []
    for kind in kinds:
        names += [form.name for form in kind.forms]
    return names
