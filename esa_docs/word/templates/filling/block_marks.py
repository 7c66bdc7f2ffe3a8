"""Marks around what a condition or a loop may empty: a table, and whatever must hold a paragraph.

They stand in the source of a template only where that can happen; `mended_blocks` acts on them in each
document. The marks are noncharacters, which neither content nor a template holds.
"""

from __future__ import annotations

from typing import Any, Final

from esa_docs.ooxml.names import w
from esa_docs.word.templates.filling.else_branches import add_else_branch
from esa_docs.word.templates.tags.cell_tags import CELL_SPAN
from esa_docs.word.templates.tags.node_text import (
    put_text_after,
    put_text_before,
    strip_texts,
    texts_and_children,
)
from esa_docs.word.templates.tags.tags import has_tag, tags_in

OPEN: Final = "\ufdd1"
NAME_END: Final = "\ufdd2"
CLOSE: Final = "\ufdd3"
TABLE: Final = "table"
GRID: Final = "grid"
"""A table whose rows may get other numbers of cells than its grid has columns."""
ENDING: Final = "ending"
"""What must end with a paragraph; the id of the paragraph's style follows."""
FILLED: Final = "filled"
"""What must hold a paragraph or a table; the id of the paragraph's style follows."""
_ENDS_WITH_A_PARAGRAPH: Final = tuple(map(w, ("tc", "txbxContent", "hdr", "ftr", "footnote", "endnote")))
_BLOCKS: Final = frozenset(map(w, ("p", "tbl", "sdt", "customXml")))
_PROPERTIES: Final = frozenset(map(w, ("tcPr", "sectPr")))
_PLAIN_TABLE: Final = frozenset(map(w, ("tblPr", "tblGrid", "tr")))
_TABLE_CONTENT: Final = frozenset(map(w, ("tr", "tc")))

Element = Any


def mark_blocks(root: Element) -> None:
    """Put marks around what may be emptied, in place."""
    for table in list(root.iter(w("tbl"))):
        _mark_table(table)
    for container in list(root.iter(*_ENDS_WITH_A_PARAGRAPH)):
        if not _ends_with_a_paragraph(container):
            _let_end_with_a_paragraph(container)
    for control in list(root.iter(w("sdtContent"))):
        if _may_lose_its_blocks(control):
            _enclose_content(control, FILLED)
    _strip_body(root)


def _strip_body(root: Element) -> None:
    """Let a body show by itself that it lost everything: then `mending` needs no mark."""
    body = root.find(w("body"))
    if body is not None:
        strip_texts(body)


def _let_end_with_a_paragraph(container: Element) -> None:
    if not add_else_branch(container, _style_of_last_paragraph(container)):
        _enclose_content(container, ENDING)


def _mark_table(table: Element) -> None:
    if _has_cell_tags(table) and _is_regular(table):
        _enclose(table, GRID)
    elif not _has_certain(table, w("tr")) and not _is_plain(table):
        _enclose(table, TABLE)


def _is_regular(table: Element) -> bool:
    """Return whether rows stand in tables and cells in rows, as in any table that Word knows."""
    table_name, row, cell = map(w, ("tbl", "tr", "tc"))
    holder_of = {row: table_name, cell: row}
    for element in table.iter(row, cell):
        holder = next(element.iterancestors(table_name, row, cell))
        if holder.tag != holder_of[element.tag]:
            return False
    return True


def _is_plain(table: Element) -> bool:
    """Return whether a table shows by itself that it lost its rows, and let it show it.

    Then its grid stands directly before its end, and `mending` needs no mark.
    """
    grid = table.find(w("tblGrid"))
    if grid is None or len(grid) == 0 or table.attrib or not _PLAIN_TABLE.issuperset(_names(table)):
        return False
    strip_texts(table)
    text_behind: str = grid.tail
    return text_behind.startswith("{%")


def _names(table: Element) -> list[str]:
    return [child.tag for child in table]


def _has_cell_tags(table: Element) -> bool:
    """Return whether tags choose or repeat cells of a table, or say how wide they are."""
    for row in table.iter(w("tr")):
        if any(has_tag(text) for text in _texts(row)):
            return True
    return any(CELL_SPAN in (text.text or "") for text in table.iter(w("t")))


def _texts(parent: Element) -> list[str]:
    return [node for node in texts_and_children(parent) if isinstance(node, str)]


def _has_certain(parent: Element, *names: str) -> bool:
    """Return whether an element has a child of these names that no condition and no loop can take away."""
    depth = 0
    for node in texts_and_children(parent):
        if isinstance(node, str):
            depth += sum(tag.change_of_depth for tag in tags_in(node))
        elif node.tag in names and depth == 0:
            return True
        elif node.tag == w("sdt") and depth == 0:
            content = node.find(w("sdtContent"))
            if content is not None and _has_certain(content, *names):
                return True
    return False


def _ends_with_a_paragraph(container: Element) -> bool:
    """Return whether the last block of a container is a paragraph that no condition can take away."""
    depth = 0
    for node in texts_and_children(container):
        if isinstance(node, str):
            depth += sum(tag.change_of_depth for tag in tags_in(node))
        elif node.tag == w("p") and depth == 0 and _only_paragraphs_follow(node):
            # A paragraph that may stand behind it is as good an end as it is.
            return True
    return False


def _only_paragraphs_follow(paragraph: Element) -> bool:
    blocks = [sibling.tag for sibling in paragraph.itersiblings() if sibling.tag in _BLOCKS]
    return all(name == w("p") for name in blocks)


def _may_lose_its_blocks(container: Element) -> bool:
    return _holds_blocks(container) and not _has_certain(container, *_BLOCKS)


def _holds_blocks(container: Element) -> bool:
    """Return whether a content control may hold paragraphs: it may stand within a line, or around a row."""
    if any(child.tag in _TABLE_CONTENT or child.tag == w("r") for child in container):
        return False
    return any(child.tag in _BLOCKS for child in container)


def _enclose(table: Element, name: str) -> None:
    put_text_before(table, OPEN + name + NAME_END)
    put_text_after(table, CLOSE)


def _enclose_content(container: Element, name: str) -> None:
    """Put marks around the content of a container, without its properties."""
    content = [child for child in container if child.tag not in _PROPERTIES]
    style = _style_of_last_paragraph(container)
    opening = f"{OPEN}{name} {style}{NAME_END}"
    if not content:
        container.append(container.makeelement(w("p")))
        return
    # Statements before the first child belong to the content too.
    first_child = container[0]
    if first_child.tag in _PROPERTIES:
        first_child.tail = opening + (first_child.tail or "")
    else:
        container.text = opening + (container.text or "")
    last_child = container[-1]
    if last_child.tag in _PROPERTIES:
        put_text_before(last_child, CLOSE)
    else:
        last_child.tail = (last_child.tail or "") + CLOSE


def _style_of_last_paragraph(container: Element) -> str:
    """Return the style id of the last paragraph of a container; empty where it names none."""
    styles = container.findall(f"{w('p')}/{w('pPr')}/{w('pStyle')}")
    return styles[-1].get(w("val"), "") if styles else ""
