"""The variables of a template as a table of plain text, whose tags can be pasted into Word as they stand."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from esa_docs.i18n import gettext as _

if TYPE_CHECKING:
    from esa_docs.model.printed.shape import Variable

_GAP: Final = "  "
_NO_WIDTH: Final = frozenset({"Mn", "Me", "Cf"})
"""Unicode categories of signs that stand on others, such as Thai vowels and tone marks."""

Row = tuple[str, str, str, str]


def variable_lines(variables: Sequence[Variable]) -> Iterator[str]:
    """Generate a head and the lines of variables, in columns.

    A loop takes a line for each of its tags: with others on one line Word would have them in one paragraph,
    which is refused.
    """
    heads = (_("What is typed"), _("Meaning"), _("Example"), _("Name"))
    rows = [heads]
    for variable in variables:
        rows += _rows_of(variable)
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [_padded(text, width) for text, width in zip(row, widths, strict=True)]
        yield _GAP.join(cells).rstrip()


def _rows_of(variable: Variable) -> Iterator[Row]:
    """Generate the rows of a variable: the first has its meaning and its example."""
    first_tag, *further_tags = variable.tag.split("\n")
    yield first_tag, variable.meaning, variable.example, variable.label
    for tag in further_tags:
        yield tag, "", "", ""


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


def _width(text: str) -> int:
    """Return how many columns of a console a text takes."""
    return sum(unicodedata.category(sign) not in _NO_WIDTH for sign in text)
