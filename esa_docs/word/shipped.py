"""The templates that come with the program: inside an installed package, beside it in a checkout."""

from __future__ import annotations

from pathlib import Path

from esa_docs.diagnostics import Diagnostic, EnvironmentFault, Location
from esa_docs.i18n import gettext as _

_PACKAGE = Path(__file__).parents[1]
_FOLDERS = (_PACKAGE / "templates_docx", _PACKAGE.parent / "templates_docx")


def shipped_template(name: str) -> Path:
    """Find a shipped template.

    Raises:
        EnvironmentFault: the installation lacks it (E301).
    """
    for folder in _FOLDERS:
        if (folder / name).is_file():
            return folder / name
    message = _("the template {name} is missing from this installation").format(name=name)
    raise EnvironmentFault([Diagnostic("E301", message, Location(name), _("Install esa-docs again."))])
