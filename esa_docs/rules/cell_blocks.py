"""E230: landscape pages or a page break in a field that is printed in a cell of a table.

A model declares such fields beside them, as ``cell_fields``: a set of their names.
"""

from __future__ import annotations

from collections.abc import Iterator

from esa_docs.i18n import gettext as _
from esa_docs.model.base import Content
from esa_docs.model.inner_values import inner_values
from esa_docs.model.people import KeyPath
from esa_docs.model.problem import Problem
from esa_docs.model.prose.blocks import Block


def check_cell_blocks(content: Content) -> Iterator[Problem]:
    """Generate the landscape pages and page breaks that would stand in a cell."""
    yield from _look_at(content, (), in_cell=False)


def _look_at(value: object, path: KeyPath, *, in_cell: bool) -> Iterator[Problem]:
    if in_cell and isinstance(value, Block):
        problem = _problem(value, path)
        if problem is not None:
            yield problem
            return
    cell_fields = getattr(type(value), "cell_fields", ())
    for step, inner in inner_values(value):
        yield from _look_at(inner, (*path, step), in_cell=in_cell or step in cell_fields)


def _problem(block: Block, path: KeyPath) -> Problem | None:
    if block.landscape:
        message = _("landscape pages cannot stand here: this text is printed in a cell of a table")
        return Problem(
            (*path, "landscape"), "E230", message, _("Let them stand where a paragraph of the text stands.")
        )
    if block.page_break:
        message = _("a page break cannot stand here: this text is printed in a cell of a table")
        return Problem((*path, "page_break"), "E230", message, _("Delete the page break."))
    return None
