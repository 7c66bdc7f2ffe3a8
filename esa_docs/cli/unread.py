"""Telling what of a project could not be read, in commands that show only a part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from esa_docs.cli.show import exit_code, tell_diagnostic
from esa_docs.i18n import gettext as _

if TYPE_CHECKING:
    from esa_docs.model.project import Project


def tell_unread(project: Project) -> int:
    """Print on standard error what may hold papers or numbers and could not be read; return the exit code.

    Args:
        project: the project that is shown.
    """
    for diagnostic in project.unread:
        tell_diagnostic(diagnostic)
    return exit_code(project.unread)


def next_number_line(project: Project, series: str, number: int) -> str:
    """Return the line that names the next free number; without the number where it is not certain.

    Args:
        project: the project of the register.
        series: name of its series.
        number: the number after the highest that could be read.
    """
    if not project.unread_of(series):
        return _("The next free number: {number}").format(number=number)
    return _("The next free number is not known: not everything that holds numbers can be read.")
