"""Diagnostics of blocks that do not fit: tables, lists, captions.

E123 a caption or an id where it stands for nothing · E125 a text without quotes that YAML takes for keys ·
E126 a page break that breaks none · E127 an id that no reference can name ·
E224 widths, alignments, head or joined cells of a table · E226 a list too deep · E238 a block in content of
version 1 · E669 a table without rows · E676 with too
many columns · E677 a row with fewer or more cells than the table has columns.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from esa_docs.i18n import gettext as _
from esa_docs.source.binding.chart_faults import CHART_TELLERS
from esa_docs.source.binding.reference_faults import Context, FaultText
from esa_docs.source.yaml_files.mark_hints import colon_hint


def _tell(sort: str, context: Context) -> FaultText:
    """Return the fault of a sort in words."""
    words = {
        **_words_of_tables(),
        **_words_of_columns(),
        **_words_of_cells(),
        **_words_of_other_blocks(),
        **_words_of_keys(),
    }
    if context.get("in_workbook"):
        words |= _words_of_merged_cells()
    code, message, hint = words[sort]
    return code, message.format(**context), hint


def _words_of_other_blocks() -> dict[str, FaultText]:
    return {
        "no_blocks_yet": (
            "E238",
            _("a text is expected, found keys; tables and lists begin with version 2 of content"),
            _(
                "Run 'esa-docs migrate': it sets 'content: 2' in office.yaml, and all texts print as before; "
                "with --as-marks where marks such as **bold** and {ref:…} are meant."
            ),
        ),
        "no_caption_here": (
            "E123",
            _("a caption stands at a table, a picture or a chart; this block has none to number"),
            _("Delete the caption, or make it a paragraph of its own."),
        ),
        "id_without_caption": (
            "E123",
            _("an id is the name of a caption, for references to its number; there is no caption"),
            _("Add 'caption:', or delete the id."),
        ),
        "list_too_deep": (
            "E226",
            _("a list of at most {most} levels is expected"),
            _("Put the item a level further out, or write it as a paragraph."),
        ),
    }


def _words_of_keys() -> dict[str, FaultText]:
    return {
        "no_page_break": (
            "E126",
            _("the word true is expected, found 'false': a block that breaks no page is no block"),
            _("Write 'page_break: true', or delete the item."),
        ),
        "odd_id": (
            "E127",
            _("an id of letters, digits and the signs - _ . is expected, found '{text}'"),
            _("Write a short name without blanks, such as table-1; {ref:table-1} refers to it."),
        ),
    }


def _words_of_tables() -> dict[str, FaultText]:
    return {
        "no_rows": (
            "E669",
            _("a table with a head and rows below it is expected"),
            _("Add rows below the head."),
        ),
        "too_many_columns": (
            "E676",
            _("at most {most} columns are expected, found {count}"),
            _("Divide the table, or leave columns out."),
        ),
    }


def _words_of_columns() -> dict[str, FaultText]:
    return {
        "widths_differ": (
            "E224",
            _("a width for each of the {columns} columns is expected, found {count}"),
            _("Write one for each column, or delete 'widths': they then fit the texts."),
        ),
        "widths_do_not_add_up": (
            "E224",
            _("widths of {most} centimetres at most, or of 100 per cent are expected, the sum is {total}"),
            _("Correct the widths, or delete them: they then fit the texts."),
        ),
        "alignments_differ": (
            "E224",
            _("an alignment for each of the {columns} columns is expected, found {count}"),
            _("Write one for each column, or delete 'align': numbers then stand at the right."),
        ),
        "head_too_high": (
            "E224",
            _("a head of at most {most} rows is expected: a row must stand below it"),
            _("Check the number."),
        ),
    }


def _words_of_cells() -> dict[str, FaultText]:
    return {
        "row_too_short": (
            "E677",
            _("{count} cells are expected in the row, found {found}"),
            _("Give each column a text; '-' stands for nothing."),
        ),
        "row_too_long": (
            "E677",
            _("{count} cells are expected in the row, found {found}"),
            _("Take out what is too much, or name a further column under 'columns:'."),
        ),
        "nothing_at_the_left": (
            "E224",
            _("'<' joins a cell to the one at its left, and this is the first of its row"),
            _(r"Write the text of the cell; '\<' prints the sign itself."),
        ),
        "nothing_above": (
            "E224",
            _("'^' joins a cell to the one above it, and none stands above in the head or in the rows"),
            _(r"Write the text of the cell; '\^' prints the sign itself."),
        ),
        "no_rectangle": (
            "E224",
            _("the cells joined to this one make no rectangle: they overlap others"),
            _("Join whole rows and columns of cells: each line of the rectangle has as many of them."),
        ),
    }


def _words_of_merged_cells() -> dict[str, FaultText]:
    """Return the words for cells of Excel, where nobody typed a sign that joins them."""
    return {
        "nothing_above": (
            "E224",
            _("merged cells in Excel reach from the head into the rows, or this one has none above it"),
            _("Unmerge them in Excel; if the head has several rows, write their number as 'head_rows:'."),
        ),
        "no_rectangle": (
            "E224",
            _("merged cells in Excel make no rectangle here: they overlap others"),
            _("Unmerge them in Excel, or name other columns under 'columns:'."),
        ),
    }


def _tell_colon(context: Context) -> FaultText:
    """Return the fault of a text that needs quotes."""
    message = _("a text is expected; YAML takes it for a key, because ': ' is in it or a colon ends it")
    return "E125", message, colon_hint(str(context["text"]))


_SORTS: Final = (
    *(
        "no_page_break",
        "odd_id",
        "no_blocks_yet",
        "no_caption_here",
        "id_without_caption",
        "list_too_deep",
        "no_rows",
    ),
    *("too_many_columns", "widths_differ", "widths_do_not_add_up", "alignments_differ", "head_too_high"),
    *("row_too_short", "row_too_long", "nothing_at_the_left", "nothing_above", "no_rectangle"),
)

BLOCK_TELLERS: Final[dict[str, Callable[[Context], FaultText]]] = {
    "text_with_colon": _tell_colon,
    **{sort: partial(_tell, sort) for sort in _SORTS},
    **CHART_TELLERS,
}
"""What describes each fault of a block, by the type of its error."""
