"""Diagnostics of titles that are broken into lines by hand (E216)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from esa_docs.i18n import gettext as _
from esa_docs.source.binding.reference_faults import Context, FaultText


def _tell_title_differs(context: Context) -> FaultText:
    message = _("title_lines are expected to be the title '{title}', broken into lines; they differ from it")
    hint = _("Make the two the same, or delete title_lines.")
    return "E216", message.format(title=context["title"]), hint


def _tell_no_title(context: Context) -> FaultText:
    key = context["title_key"]
    message = _("title_lines break a title into lines, and '{key}' is not written").format(key=key)
    return "E216", message, _("Write '{key}:', or delete title_lines.").format(key=key)


TITLE_TELLERS: Final[dict[str, Callable[[Context], FaultText]]] = {
    "title_differs": _tell_title_differs,
    "title_lines_alone": _tell_no_title,
}
"""What describes each fault of a title, by the type of its error."""
