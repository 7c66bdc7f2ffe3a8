"""Where the template of a document lies: the office's own, inside the installed package, or beside it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from esa_docs.diagnostics import Diagnostic, Location, MachineError
from esa_docs.i18n import gettext as _
from esa_docs.model.document import Document

_PACKAGE = Path(__file__).parents[1]
_FOLDERS = (_PACKAGE / "templates_docx", _PACKAGE.parent / "templates_docx")


def template_of(document: Document[Any]) -> Path:
    """Give the template a document is made with.

    Raises:
        MachineError: the installation lacks it (E301).
    """
    return document.template or shipped_template(f"{document.form.name}.docx")


def shipped_template(name: str) -> Path:
    """Find a shipped template: in a checkout the templates lie beside the package.

    Raises:
        MachineError: the installation lacks it (E301).
    """
    for folder in _FOLDERS:
        if (folder / name).is_file():
            return folder / name
    message = _("the template {name} is missing from this installation").format(name=name)
    raise MachineError([Diagnostic("E301", message, Location(name), _("Install esa-docs again."))])
