"""Tables of template bodies: ruled ones whose rows are repeated, and borderless ones.

Widths of columns are in centimetres where they come in, and in twips (twentieths of a point) inside.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from template_bodies.pieces import par, twips, when

TEXT_WIDTH = 9071
"""16 cm in twips: A4 less 3 cm left and 2 cm right."""
_MOST_ROWS_ON_A_PAGE = 8
"""A table of no more rows stands on one page."""
_KEPT_ROW = f"not loop.last and (loop.length <= {_MOST_ROWS_ON_A_PAGE} or loop.first or loop.revindex == 2)"
"""Condition of a row that is kept with the next one."""
_STYLE_OF_PARAGRAPH = re.compile(r'<w:pStyle w:val="[^"]*"/>')
_SPAN_OF_TWO = '<w:gridSpan w:val="2"/>'
MEMBER_CM = (1.5, 4.9, 4.8, 4.8)
"""Widths of the columns of members: number, name, post, role; together the width of the text."""


def table(
    columns: Sequence[float],
    heads: Sequence[str],
    loop: str,
    cells: Sequence[str],
    *,
    row_cm: float = 0,
    head_style: str = "TableHeading",
) -> str:
    """Return a table whose head repeats on every page and whose rows are not broken across pages.

    A table of few rows stands on one page. Of a longer one no row stands alone at the foot or top of a page.

    Args:
        columns: widths in centimetres.
        heads: head of each column.
        loop: what the rows repeat for.
        cells: what stands in the cells of a row.
        row_cm: least height of a row in centimetres, its text in the middle; 0 for that of the text.
        head_style: paragraph style of the heads.
    """
    widths = _column_widths(columns)
    row_properties = ""
    cell_properties = ""
    if row_cm:
        row_properties = f'<w:trHeight w:val="{twips(row_cm)}" w:hRule="atLeast"/>'
        cell_properties = '<w:vAlign w:val="center"/>'
    row = unbroken_row(cells_of_row(widths, cells, cell_properties), row_properties)
    rows = (
        row_tag(widths, f"if {_KEPT_ROW}")
        + _kept_with_next(row)
        + row_tag(widths, "else")
        + row
        + row_tag(widths, "endif")
    )
    head = _kept_with_next(_head_row(widths, heads, head_style))
    return _ruled_table(widths, head, loop, rows)


def tall_table(
    columns: Sequence[float],
    heads: Sequence[str],
    loop: str,
    cells: Sequence[str],
    *,
    head_style: str = "TableHeading",
) -> str:
    """Return a table of tall rows. They are not kept together, which would leave pages half empty.

    Args:
        columns: widths in centimetres.
        heads: head of each column.
        loop: what the rows repeat for.
        cells: what stands in the cells of a row.
        head_style: paragraph style of the heads.
    """
    widths = _column_widths(columns)
    head = _head_row(widths, heads, head_style)
    row = unbroken_row(cells_of_row(widths, cells))
    return _ruled_table(widths, head, loop, row)


def _column_widths(columns: Sequence[float]) -> list[int]:
    """Return widths in twips that add up to the width of the text.

    The third column takes the difference that rounding makes, or the last one of a table with fewer columns.
    """
    widths = [twips(cm) for cm in columns]
    last_column = len(widths) - 1
    adjusted_column = min(2, last_column)
    widths[adjusted_column] += TEXT_WIDTH - sum(widths)
    return widths


def _head_row(widths: Sequence[int], heads: Sequence[str], style: str) -> str:
    paragraphs = [par(style, head) for head in heads]
    return unbroken_row(cells_of_row(widths, paragraphs), "<w:tblHeader/>")


def _ruled_table(widths: Sequence[int], head: str, loop: str, rows: str) -> str:
    """Return a table with lines around its cells."""
    # LibreOffice reads the widths of w:tblGrid, Word those of the cells: both stand here, and are equal.
    # The margins of cells are written out, since engines differ in what they take for absent ones.
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>'
        f'<w:tblW w:w="{TEXT_WIDTH}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="57" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar>'
        f'<w:tblLook w:val="0620"/></w:tblPr>{_grid(widths)}'
        f"{head}{row_tag(widths, f'for {loop}')}{rows}{row_tag(widths, 'endfor')}</w:tbl>"
    )


def _grid(widths: Sequence[int]) -> str:
    columns = [f'<w:gridCol w:w="{width}"/>' for width in widths]
    return f"<w:tblGrid>{''.join(columns)}</w:tblGrid>"


def _kept_with_next(row: str) -> str:
    """Return a row whose paragraphs all stay on the page of the next row."""
    # Word and LibreOffice keep rows together by this property of their paragraphs.
    return _STYLE_OF_PARAGRAPH.sub(r"\g<0><w:keepNext/>", row)


def cell(width: int, content: str, properties: str = "") -> str:
    """Return a cell.

    Args:
        width: in twips.
        content: its paragraphs.
        properties: XML of other properties of the cell.
    """
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>{content}</w:tc>'


def cells_of_row(widths: Sequence[int], contents: Sequence[str], properties: str = "") -> str:
    """Return the cells of a row.

    Args:
        widths: of the columns, in twips.
        contents: paragraphs of each cell.
        properties: XML of other properties of every cell.
    """
    cells = [cell(width, content, properties) for width, content in zip(widths, contents, strict=True)]
    return "".join(cells)


def unbroken_row(cells: str, properties: str = "") -> str:
    """Return a row that is not broken across pages.

    Args:
        cells: its cells.
        properties: XML of other properties of the row.
    """
    return f"<w:tr><w:trPr><w:cantSplit/>{properties}</w:trPr>{cells}</w:tr>"


def row_tag(widths: Sequence[int], statement: str) -> str:
    """Return a row that holds a statement of the template and is not printed."""
    # The tr makes docxtpl remove the whole row.
    empty_cells = [par("TableText", "")] * (len(widths) - 1)
    contents = [par("TableText", f"{{%tr {statement} %}}"), *empty_cells]
    return f"<w:tr>{cells_of_row(widths, contents)}</w:tr>"


def members_table(loop: str) -> str:
    """Return the members of a committee in columns. Below a name stands what the member answers for."""
    note = when("row.note", par("MemberText", "{{ row.note }}"))
    name = par("MemberText", "{{ row.name }}") + note
    return people_table(MEMBER_CM, loop, name, "row.position", par("MemberText", "{{ row.position }}"))


def people_table(columns: Sequence[float], loop: str, name: str, has_post: str, post: str) -> str:
    """Return people in columns without borders. A row is not broken: a role stays on the page of its name.

    Where there is nothing for the column of the post, the name has both columns. A member by post alone has
    the post in the place of the name.

    Args:
        columns: widths in centimetres of number, name, post and role.
        loop: what the rows repeat for, each ``row`` with a label and a role.
        name: what stands in the column of the name.
        has_post: condition that something stands in the column of the post.
        post: what stands there.
    """
    widths = [twips(cm) for cm in columns]
    widths[1] += TEXT_WIDTH - sum(widths)
    number_width, name_width, post_width, role_width = widths
    label = par("MemberText", "{{ row.label }}")
    role = par("MemberText", "{{ row.role }}")
    cells_without_post = (
        cell(number_width, label) + cell(name_width + post_width, name, _SPAN_OF_TWO) + cell(role_width, role)
    )
    rows = (
        row_tag(widths, f"for {loop}")
        + row_tag(widths, f"if {has_post}")
        + unbroken_row(cells_of_row(widths, (label, name, post, role)))
        + row_tag(widths, "else")
        + unbroken_row(cells_without_post)
        + row_tag(widths, "endif")
        + row_tag(widths, "endfor")
    )
    return borderless_table(widths, 57, rows)


def plain_row(columns: Sequence[float], cells: Sequence[str]) -> str:
    """Return paragraphs side by side, without borders or room around them.

    Args:
        columns: widths in centimetres.
        cells: paragraphs of each column.
    """
    widths = [twips(cm) for cm in columns]
    widths[-1] += TEXT_WIDTH - sum(widths)
    return borderless_table(widths, 0, unbroken_row(cells_of_row(widths, cells)))


def borderless_table(widths: Sequence[int], margin: int, rows: str) -> str:
    """Return a table without borders.

    Args:
        widths: of its columns, in twips.
        margin: twips between the edge of a column and its text.
        rows: its rows.
    """
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="TableNormal"/>'
        f'<w:tblW w:w="{TEXT_WIDTH}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="{margin}" w:type="dxa"/>'
        f'<w:bottom w:w="0" w:type="dxa"/><w:right w:w="{margin}" w:type="dxa"/></w:tblCellMar>'
        f'<w:tblLook w:val="0000"/></w:tblPr>{_grid(widths)}{rows}</w:tbl>'
    )
