"""How conflict copies are told (E433)."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from esa_docs.diagnostics import Diagnostic, Location, Severity
from esa_docs.i18n import gettext as _
from esa_docs.source.folders.copy_names import is_named_by_hand
from esa_docs.source.folders.files import path_label

CODE: Final = "E433"


def diagnose_copy(path: Path, original: Path) -> Diagnostic:
    """Return the error of a file or folder that is a copy by its name."""
    message = _("a synchronising program made this copy because two people changed '{name}' at the same time")
    if is_named_by_hand(path.stem):
        message = _("by its name this is a copy of '{name}'; it is not known which of the two is right")
    text = message.format(name=original.name)
    return Diagnostic(CODE, text, Location(path_label(path)), _cure(original))


def diagnose_in_folder(path: Path, folder: Path, original: Path) -> Diagnostic:
    """Return the error of a file in a folder that is a copy by its name.

    Args:
        path: the file.
        folder: the folder.
        original: the folder that it is a copy of.
    """
    message = _(
        "by its name the folder '{folder}' is a copy of the folder '{original}', and '{name}' in both holds"
        " nearly the same"
    )
    text = message.format(folder=folder.name, original=original.name, name=path.name)
    hint = _(
        "Take what is right over into the folder '{original}' and delete the folder '{folder}'. If it is no"
        " copy, rename the folder '{folder}'."
    )
    cure = hint.format(folder=folder.name, original=original.name)
    return Diagnostic(CODE, text, Location(path_label(path)), cure)


def diagnose_likeness(path: Path, original: Path) -> Diagnostic:
    """Return the warning of a file that looks like a copy."""
    message = _(
        "this looks like a copy that a synchronising program made of '{name}': both hold nearly the same"
    )
    text = message.format(name=original.name)
    return Diagnostic(CODE, text, Location(path_label(path)), _cure(original), Severity.WARNING)


def _cure(original: Path) -> str:
    hint = _(
        "Take what is right over into '{name}' and delete this copy. If it is none, give it another name."
    )
    return hint.format(name=original.name)
