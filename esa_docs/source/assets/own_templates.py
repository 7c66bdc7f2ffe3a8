"""The office's own templates, `templates_docx/` of a project: one that cannot be read is told.

A shipped template never stands in for one that is there and cannot be read: the paper would look otherwise
without a word. W518 (warning): a template has the name of no form, and is not used.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from esa_docs.diagnostics import Diagnostic, Location, Severity
from esa_docs.hints import did_you_mean, nearest
from esa_docs.i18n import gettext as _
from esa_docs.model.kind import Kind, Kinds
from esa_docs.model.kind_names import kinds_named
from esa_docs.source.folders.conflict_copies import is_sure_copy
from esa_docs.source.folders.disk import MOST_BYTES, is_there
from esa_docs.source.folders.files import TEMPLATES_FOLDER, own_template, path_label
from esa_docs.source.folders.named_files import file_fault, list_folder, refusal
from esa_docs.source.folders.unread import diagnose_refused

_ENDING: Final = ".docx"
_ENDINGS_OF_WORD: Final = frozenset({_ENDING, ".dotx", ".docm", ".dotm", ".doc", ".dot", ".odt", ".ott"})
_MARK_OF_OPEN_FILE: Final = "~$"
"""Word puts a file of such a name beside one that is open."""
_MARK_OF_COPY: Final = re.compile(r"\s*(?:[-–]\s*(?:สำเนา|copy)|\([0-9]+\)|\bcopy\b).*$", re.IGNORECASE)
"""What Windows puts behind the name of a copy."""


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


def misnamed_templates(root: Path, kinds: Kinds, forms: Collection[str]) -> Iterator[Diagnostic]:
    """Generate a warning of each template that has the name of no form, and so is not used (W518).

    A conflict copy is told as such, elsewhere.

    Args:
        root: project folder.
        kinds: the kinds of documents, by whose Thai names people call a template.
        forms: names of all forms.
    """
    entries = list_folder(root, root / TEMPLATES_FOLDER).value or ()
    names = [entry.path.name for entry in entries]
    for entry in entries:
        is_of_word = entry.path.suffix.lower() in _ENDINGS_OF_WORD
        is_open_mark = entry.path.name.startswith(_MARK_OF_OPEN_FILE)
        if not is_of_word or is_open_mark or _is_used(entry.path, names, forms):
            continue
        if not is_sure_copy(entry.path):
            yield diagnose_misnamed(entry.path, kinds, forms)


def _is_used(path: Path, names: Collection[str], forms: Collection[str]) -> bool:
    """Return whether a template is read: Windows finds it whatever letters are capital."""
    stem, ending = path.stem.lower(), path.suffix.lower()
    if stem not in forms or ending != _ENDING:
        return False
    usual_name = f"{stem}{_ENDING}"
    return path.name == usual_name or (usual_name not in names and is_there(path.with_name(usual_name)))


def diagnose_misnamed(path: Path, kinds: Kinds, forms: Collection[str]) -> Diagnostic:
    """Return the warning of a template that has the name of no form (W518)."""
    message = _("no form has the name of this template, which is not used")
    stem = _MARK_OF_COPY.sub("", path.stem).strip()
    near_forms = _forms_meant(stem, kinds, forms)
    hint = _("Names of templates: {names}.").format(names=", ".join(f"{form}{_ENDING}" for form in forms))
    if near_forms:
        proposal = did_you_mean([f"{form}{_ENDING}" for form in near_forms])
        save = _("Save it under this name as 'Word Document (*.docx)', or delete it if it is only a copy.")
        hint = f"{proposal} {save}"
    return Diagnostic("W518", message, Location(path_label(path)), hint, Severity.WARNING)


def _forms_meant(stem: str, kinds: Kinds, forms: Collection[str]) -> list[str]:
    """Return the forms that somebody may have meant by the name of a file; empty for none."""
    if stem.lower() in forms:
        return [stem.lower()]
    named_kinds = [kind.name for kind in kinds_named(kinds, stem)] if stem else []
    return named_kinds or nearest(stem.lower(), list(forms))


def _forms(kinds: Kinds) -> list[str]:
    names: list[str] = []
    for kind in kinds:
        names += [form.name for form in kind.forms]
    return names
