"""Where the template of a document lies: the office's own, inside the installed package, or beside it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from esa_docs.diagnostics import Diagnostic, Location, MachineError
from esa_docs.i18n import gettext as _
from esa_docs.model.document import Document

_PACKAGE = Path(__file__).parents[3]
# An installation has the templates inside the package, a checkout beside it.
_FOLDERS = (_PACKAGE / "templates_docx", _PACKAGE.parent / "templates_docx")


def template_of(document: Document[Any]) -> Path:
    """Return the path of the template a document is made with: the office's own, or else the shipped one.

    Raises:
        MachineError: the installation lacks it (E301).
    """
    if document.template is not None:
        return document.template
    return shipped_template(f"{document.form.name}.docx")


def shipped_template(name: str) -> Path:
    """Return the path of a shipped template.

    Raises:
        MachineError: the installation lacks it (E301).
    """
    for folder in _FOLDERS:
        path = folder / name
        if path.is_file():
            return path
    message = _("the template {name} is missing from this installation").format(name=name)
    hint = _("Install esa-docs again.")
    raise MachineError([Diagnostic("E301", message, Location(name), hint)])
