"""The two names of the office in office.yaml are those of one office.

W514 the short name is that of another area office, such as where the name alone was changed.
"""

from __future__ import annotations

from collections.abc import Iterator

from esa_docs.diagnostics import Severity
from esa_docs.i18n import gettext as _
from esa_docs.model.office import Office
from esa_docs.model.problem import Problem
from esa_docs.rules.area_offices import names_conflict


def check_office_names(office: Office) -> Iterator[Problem]:
    """Generate the problem of a short name that cannot be that of the office."""
    if names_conflict(office.name, office.short_name):
        message = _("the short name '{short_name}' is that of another office; 'name' says {name}")
        text = message.format(short_name=office.short_name, name=office.name)
        hint = _("Write the short name of this office, or correct 'name'.")
        yield Problem(("short_name",), "W514", text, hint, Severity.WARNING)
