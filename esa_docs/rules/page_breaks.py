"""W523: page breaks one after another, of which one is printed."""

from __future__ import annotations

from collections.abc import Iterator

from esa_docs.diagnostics import Severity
from esa_docs.i18n import gettext as _
from esa_docs.model.base import Content
from esa_docs.model.people import KeyPath
from esa_docs.model.problem import Problem
from esa_docs.model.prose.blocks import Block
from esa_docs.rules.captions import marked_values


def check_page_breaks(content: Content) -> Iterator[Problem]:
    """Generate the page breaks that stand right behind another one."""
    paths: set[KeyPath] = set()
    for path, value in marked_values(content, ()):
        if not isinstance(value, Block) or not value.page_break:
            continue
        paths.add(path)
        *outer_path, place = path
        if isinstance(place, int) and (*outer_path, place - 1) in paths:
            message = _("a page break stands right behind another one: one page begins, and none stays empty")
            hint = _("Delete one of the two.")
            yield Problem(path, "W523", message, hint, Severity.WARNING)
