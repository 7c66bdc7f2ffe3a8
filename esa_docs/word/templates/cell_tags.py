"""Tags that change the cell they stand in: ``cellbg``, ``colspan``, ``vm`` and ``hm``.

Each becomes a property of the cell, whose value is filled in.
"""

from __future__ import annotations

import re
from typing import Any, Final

from esa_docs.ooxml.names import TCPR_ORDER, place_in_order, w
from esa_docs.word.templates.node_text import put_text_after, put_text_before
from esa_docs.word.templates.tag_faults import TagFaultError, outside_a_table
from esa_docs.word.templates.tags import SIGN, tags_in
from esa_docs.word.templates.whole_tags import own_elements, own_text

CELL_FILL: Final = "cell_fill"
"""Filter that returns the colour of a cell as Word takes it."""
CELL_SPAN: Final = "cell_span"
"""Filter that returns a number of columns."""
_CELL_TAG: Final = re.compile(
    rf"\{{%{SIGN}\s*(?P<word>cellbg|colspan|vm|hm)\b(?P<value>.*?){SIGN}%\}}", re.DOTALL
)

Element = Any


def apply_cell_tags(root: Element, file_label: str) -> None:
    """Turn the tags of cells into properties of the cells, in place.

    Raises:
        TagFaultError: such a tag stands in no table (E316).
    """
    for paragraph in list(root.iter(w("p"))):
        for element in own_elements(paragraph, w("t")):
            for tag in tags_in(element.text or ""):
                match = _CELL_TAG.fullmatch(tag.text)
                if match is None:
                    continue
                cell = next(paragraph.iterancestors(w("tc")), None)
                if cell is None:
                    fault = outside_a_table(tag.text, own_text(paragraph), file_label)
                    raise TagFaultError([(fault, paragraph)])
                element.text = (element.text or "").replace(tag.text, "", 1)
                _apply(cell, match["word"], match["value"].strip())


def _apply(cell: Element, word: str, value: str) -> None:
    match word:
        case "cellbg":
            fill = f"{{{{ ({value})|{CELL_FILL} }}}}"
            _set_property(cell, "shd", {"val": "clear", "color": "auto", "fill": fill})
        case "colspan":
            _set_property(cell, "gridSpan", {"val": f"{{{{ ({value})|{CELL_SPAN} }}}}"})
        case "vm":
            _merge_down(cell)
        case "hm":
            _merge_across(cell)


def _merge_down(cell: Element) -> None:
    """Let a cell be the first of a merged column in the first turn of its loop, and go on in all others."""
    _set_property(cell, "vMerge", {"val": "{% if loop.first %}restart{% else %}continue{% endif %}"})
    blocks = [child for child in cell if child.tag != w("tcPr")]
    put_text_before(blocks[0], "{% if loop.first %}")
    empty_paragraph = cell.makeelement(w("p"))
    properties = blocks[-1].find(w("pPr")) if blocks[-1].tag == w("p") else None
    style = None if properties is None else properties.find(w("pStyle"))
    if style is not None:
        new_properties = cell.makeelement(w("pPr"))
        new_properties.append(cell.makeelement(w("pStyle"), dict(style.attrib)))
        empty_paragraph.append(new_properties)
    cell.append(empty_paragraph)
    put_text_before(empty_paragraph, "{% else %}")
    put_text_after(empty_paragraph, "{% endif %}")


def _merge_across(cell: Element) -> None:
    """Let a cell stand in the first turn of its loop alone, as wide as all turns."""
    span = cell.find(f"{w('tcPr')}/{w('gridSpan')}")
    columns = "1" if span is None else span.get(w("val"), "1")
    columns = columns.replace("{{", "(").replace("}}", ")")
    _set_property(cell, "gridSpan", {"val": f"{{{{ {columns} * loop.length }}}}"})
    put_text_before(cell, "{% if loop.first %}")
    put_text_after(cell, "{% endif %}")


def _set_property(cell: Element, name: str, attributes: dict[str, str]) -> None:
    """Set a property of a cell, in the place that the schema gives it."""
    properties = cell.find(w("tcPr"))
    if properties is None:
        properties = cell.makeelement(w("tcPr"))
        cell.insert(0, properties)
    for old_property in properties.findall(w(name)):
        properties.remove(old_property)
    new_property = cell.makeelement(w(name))
    for attribute, value in attributes.items():
        new_property.set(w(attribute), value)
    properties.insert(place_in_order(properties, name, TCPR_ORDER), new_property)
