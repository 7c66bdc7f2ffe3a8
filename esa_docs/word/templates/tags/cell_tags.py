"""Tags that change the cell they stand in: ``cellbg``, ``colspan``, ``vm`` and ``hm``.

The first two become tags that print a mark of the cell at their place, with the names and under the
conditions of that place; `marked_cells` takes the marks into the properties of the cell. The others need a
loop around.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from esa_docs.ooxml.names import TCPR_ORDER, place_in_order, w
from esa_docs.word.templates.faults.tag_faults import TagFaultError, outside_a_loop, outside_a_table
from esa_docs.word.templates.loops.blocks_around import blocks_around
from esa_docs.word.templates.tags.node_text import put_text_after, put_text_before
from esa_docs.word.templates.tags.tags import SIGN, Tag, tags_in
from esa_docs.word.templates.tags.whole_tags import own_elements, own_text

CELL_FILL: Final = "cell_fill"
"""Filter that returns the mark of the colour of a cell."""
CELL_SPAN: Final = "cell_span"
"""Filter that returns the mark of a number of columns."""
CELL_TIMES: Final = "cell_times"
"""Filter that returns the mark of the turns across which a cell goes."""
_CELL_TAG: Final = re.compile(
    rf"\{{%{SIGN}\s*(?P<word>cellbg|colspan|vm|hm)\b(?P<value>.*?){SIGN}%\}}", re.DOTALL
)
_FILTERS: Final = {"cellbg": CELL_FILL, "colspan": CELL_SPAN}
_MERGING: Final = frozenset({"vm", "hm"})

Element = Any


def apply_cell_tags(root: Element, file_label: str) -> None:
    """Turn the tags of cells into marks and properties of the cells, in place.

    Raises:
        TagFaultError: such a tag stands in no table (E316), or one that merges stands in no loop (E325).
    """
    faults = []
    # Where a tag is put in, the blocks around another one stay what they are.
    around = blocks_around(root, _CELL_TAG)
    for number, (paragraph, element, tag) in enumerate(list(_cell_tags(root))):
        cell = next(paragraph.iterancestors(w("tc")), None)
        blocks = around[element, tag.start]
        if cell is None:
            faults.append((outside_a_table(tag.text, own_text(paragraph), file_label), paragraph))
        elif _word(tag) in _MERGING and not blocks.may_merge:
            fault = outside_a_loop(tag.text, file_label, is_in_block=blocks.is_in_block)
            faults.append((fault, paragraph))
        else:
            _apply(cell, element, tag, number)
    if faults:
        raise TagFaultError(faults)


def _cell_tags(root: Element) -> Iterator[tuple[Element, Element, Tag]]:
    """Generate each tag of a cell, behind its paragraph and the text in which it stands."""
    for paragraph in root.iter(w("p")):
        for element in own_elements(paragraph, w("t")):
            for tag in tags_in(element.text or ""):
                if _CELL_TAG.fullmatch(tag.text):
                    yield paragraph, element, tag


def _word(tag: Tag) -> str:
    return _parts(tag)[0]


def _parts(tag: Tag) -> tuple[str, str]:
    """Return the word of a tag of a cell, and its value."""
    match = _CELL_TAG.fullmatch(tag.text)
    if match is None:
        return "", ""
    return match["word"], match["value"].strip()


def _apply(cell: Element, element: Element, tag: Tag, number: int) -> None:
    """Put what a tag means in its place.

    Args:
        cell: the cell around it.
        element: the text in which it stands.
        tag: the tag.
        number: one that no other tag has.
    """
    word, value = _parts(tag)
    new_text = ""
    if word in _FILTERS:
        new_text = f"{{{{ ({value})|{_FILTERS[word]} }}}}"
    elif word == "hm":
        new_text = f"{{{{ loop.length|{CELL_TIMES} }}}}"
    element.text = (element.text or "").replace(tag.text, new_text, 1)
    if word == "vm":
        _merge_down(cell, number)
    elif word == "hm":
        _merge_across(cell, number)


def _first_turn(number: int) -> tuple[str, str]:
    """Return a statement that finds out whether a turn is the first to print a cell, and the name for it."""
    name = f"_first{number}"
    return f"{{% set {name} = _copies|copy_first(loop, {number}) %}}", name


def _merge_down(cell: Element, number: int) -> None:
    """Let a cell begin a merged column in the first turn that prints it, and go on in others."""
    statement, name = _first_turn(number)
    put_text_before(cell, statement)
    _set_property(cell, "vMerge", {"val": f"{{% if {name} %}}restart{{% else %}}continue{{% endif %}}"})
    blocks = [child for child in cell if child.tag != w("tcPr")]
    put_text_before(blocks[0], f"{{% if {name} %}}")
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


def _merge_across(cell: Element, number: int) -> None:
    """Let a cell stand in the first turn that prints it alone, as wide as all turns."""
    statement, name = _first_turn(number)
    put_text_before(cell, f"{statement}{{% if {name} %}}")
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
