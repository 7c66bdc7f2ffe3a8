"""Ids of a part, and whatever refers to them, as marks: text that survives the compiling of tags.

Whether an id stands in a loop is known when the tags are compiled; `copy_settling` then puts ids or tags in
place of the marks. All ids of the schemas are here, in `own_ids` or in `traces`, but for those which Word
allows to stand many times: relationships (``r:id`` of pictures, charts, diagrams, links, embedded objects),
``pic:cNvPr`` and ``wps:cNvPr`` (counted within a drawing), ``w:divId``, ``w:tag`` of content controls.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from itertools import count
from typing import Any, Final

from esa_docs.ooxml.names import MC, W14, WPS, XML, R, V, w
from esa_docs.word.templates.loops.own_ids import WORD_OF_FIELD, instruction_pieces
from esa_docs.word.templates.tags.tags import has_tag

MARK_OPEN: Final = "\ue0f2"
MARK_CLOSE: Final = "\ue0f3"
"""The signs around a mark: characters for private use, which no text of a template should have."""

_OFFICE: Final = "urn:schemas-microsoft-com:office:office"
_WP14: Final = "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing"
_EDITING_IDS: Final = (f"{{{_WP14}}}anchorId", f"{{{_WP14}}}editId", f"{{{W14}}}anchorId")
"""Ids that Word gives for comparing versions, and gives anew where there are none."""
_KINDS_OF_IDS: Final = {"id": "shapeid", f"{{{_OFFICE}}}spid": "spid", "ObjectID": "object"}
_LINKS_TO_SHAPES: Final = frozenset({"type", "href", "idref", "idsrc", "iddest"})
_NAMES_OF_SHAPES: Final = frozenset({"ShapeID", "shapeid"})
_NEXT_TEXT_BOX: Final = re.compile(r"(mso-next-textbox:\s*#)([^;\s]+)")
_NOTES: Final = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}
_LINKED_BOXES: Final = (f"{{{WPS}}}txbx", f"{{{WPS}}}linkedTxbx")

Element = Any


def mark(kind: str, key: str) -> str:
    """Return a mark; ``kind`` says what it is, ``key`` is the id of the template."""
    return f"{MARK_OPEN}{kind};{key}{MARK_CLOSE}"


def mark_ids(root: Element, bookmarks: frozenset[str]) -> None:
    """Put marks in place of the ids of a part that is ready for compiling.

    Args:
        root: root of the part.
        bookmarks: names of the bookmarks of all parts, without tags, in lower case.
    """
    _remove_editing_ids(root)
    _mark_bookmarks(root)
    for permission in root.iter(w("permStart"), w("permEnd")):
        permission.set(w("id"), mark("perm", permission.get(w("id"), "")))
    _mark_links(root, bookmarks)
    _mark_instructions(root, bookmarks)
    _mark_controls(root)
    _free_controls_with_tags(root)
    for reference in root.iter(*_NOTES):
        reference.set(w("id"), mark(_NOTES[reference.tag], reference.get(w("id"), "")))
    for box in root.iter(*_LINKED_BOXES):
        if box.get("id") is not None:
            box.set("id", mark("chain", box.get("id")))
    for holder in _holders(root):
        _mark_shapes(holder)


def bookmark_names(root: Element) -> frozenset[str]:
    """Return the names of the bookmarks of a part, in lower case, without those that have tags."""
    names = set()
    for start in root.iter(w("bookmarkStart")):
        name = start.get(w("name"), "")
        if not has_tag(name):
            names.add(name.casefold())
    return frozenset(names)


def give_types_to_shapes(root: Element) -> None:
    """Let each picture of VML hold the types of its shapes, and let no two pictures share an id.

    Word writes a type once, with the first shape; where that one stands in a loop, later shapes may miss it.
    """
    types = {shape_type.get("id"): shape_type for shape_type in root.iter(f"{{{V}}}shapetype")}
    seen_ids: set[str] = set()
    numbers = count(1)
    for holder in _holders(root):
        own_types = {shape_type.get("id") for shape_type in holder.iter(f"{{{V}}}shapetype")}
        for name in sorted(_types_of_shapes(holder) - own_types):
            if name in types:
                holder.insert(0, deepcopy(types[name]))
        for name in sorted(_ids_of_shapes(holder)):
            if name in seen_ids:
                _rename_shape(holder, name, f"{name}_{next(numbers)}")
        seen_ids |= _ids_of_shapes(holder)


def _holders(root: Element) -> Iterator[Element]:
    """Generate pictures of VML and embedded objects; one in a text box of another one is part of that."""
    names = (w("pict"), w("object"))
    for holder in list(root.iter(*names)):
        if next(holder.iterancestors(*names), None) is None:
            yield holder


def _ids_of_shapes(holder: Element) -> set[str]:
    ids = {shape.get("id", "") for shape in holder.iter(f"{{{V}}}*")}
    return ids - {""}


def _types_of_shapes(holder: Element) -> set[str]:
    names = set()
    for shape in holder.iter(f"{{{V}}}*"):
        names.add(shape.get("type", "").removeprefix("#"))
    return names


def _rename_shape(holder: Element, name: str, new_name: str) -> None:
    """Change the name of a shape of a picture, also wherever the picture refers to it."""
    for element in holder.iter(f"{{{V}}}*", f"{{{_OFFICE}}}*"):
        for attribute, value in list(element.attrib.items()):
            if value in {name, f"#{name}"} and attribute != f"{{{_OFFICE}}}spid":
                element.set(attribute, value.replace(name, new_name))


def _remove_editing_ids(root: Element) -> None:
    for element in root.iter("{*}inline", "{*}anchor", w("pict"), w("object")):
        for name in _EDITING_IDS:
            element.attrib.pop(name, None)


def _mark_bookmarks(root: Element) -> None:
    """Mark the ids and names of bookmarks; those with tags in their names count themselves."""
    for start in root.iter(w("bookmarkStart"), w("bookmarkEnd")):
        number = start.get(w("id"), "")
        if has_tag(number):
            continue
        start.set(w("id"), mark("bookmark", number))
        if w("name") in start.attrib:
            start.set(w("name"), mark("name", start.get(w("name"))))


def _mark_links(root: Element, bookmarks: frozenset[str]) -> None:
    for link in root.iter(w("hyperlink")):
        anchor = link.get(w("anchor"), "")
        # With a relationship the anchor is one of another file.
        is_inside = f"{{{R}}}id" not in link.attrib
        if is_inside and anchor.casefold() in bookmarks:
            link.set(w("anchor"), mark("to", anchor))
    for field in root.iter(w("ffData")):
        name = field.find(w("name"))
        if name is not None and name.get(w("val"), "").casefold() in bookmarks:
            name.set(w("val"), mark("to", name.get(w("val"))))


def _mark_instructions(root: Element, bookmarks: frozenset[str]) -> None:
    if not bookmarks:
        return
    for pieces in instruction_pieces(root):
        texts = [piece.text or "" for piece in pieces]
        marked_text = _marked_instruction("".join(texts), bookmarks)
        if MARK_OPEN not in marked_text:
            continue
        for piece in pieces:
            piece.text = ""
        pieces[0].text = marked_text
        pieces[0].set(f"{{{XML}}}space", "preserve")
    for field in root.iter(w("fldSimple")):
        field.set(w("instr"), _marked_instruction(field.get(w("instr"), ""), bookmarks))


def _marked_instruction(instruction: str, bookmarks: frozenset[str]) -> str:
    """Return an instruction with marks for names of bookmarks; its first word is what the field does."""
    start = len(instruction) - len(instruction.lstrip())
    words_behind = re.search(r"\s", instruction[start:])
    if words_behind is None:
        return instruction
    end = start + words_behind.start()

    def marked(word: re.Match[str]) -> str:
        if word[0].casefold() in bookmarks:
            return mark("to", word[0])
        return word[0]

    return instruction[:end] + WORD_OF_FIELD.sub(marked, instruction[end:])


def _mark_controls(root: Element) -> None:
    """Mark the ids of content controls; their copies in pictures for old programs need none."""
    for fallback in root.iter(f"{{{MC}}}Fallback"):
        for number in list(fallback.iterfind(f".//{w('sdtPr')}/{w('id')}")):
            number.getparent().remove(number)
    for properties in root.iter(w("sdtPr")):
        number = properties.find(w("id"))
        if number is not None:
            number.set(w("val"), mark("control", number.get(w("val"), "")))


def _free_controls_with_tags(root: Element) -> None:
    """Free content controls with tags from their data: Word shows it in place of their text."""
    for binding in list(root.iter("{*}dataBinding")):
        properties = binding.getparent()
        control = properties.getparent()
        if control is not None and has_tag("".join(control.itertext(w("t")))):
            properties.remove(binding)


def _mark_shapes(holder: Element) -> None:
    """Mark the ids of the shapes of VML in a picture or an embedded object."""
    names = _ids_of_shapes(holder)
    for element in holder.iter(f"{{{V}}}*", f"{{{_OFFICE}}}*", w("control")):
        for attribute, value in list(element.attrib.items()):
            if not has_tag(value):
                element.set(attribute, _marked_attribute(attribute, value, names))


def _marked_attribute(attribute: str, value: str, names: set[str]) -> str:
    """Return the value of an attribute of a shape with marks for ids."""
    local_name = attribute.rpartition("}")[2]
    if attribute in _KINDS_OF_IDS:
        return mark(_KINDS_OF_IDS[attribute], value)
    if local_name in _LINKS_TO_SHAPES and value.removeprefix("#") in names:
        return "#" + mark("shape", value.removeprefix("#"))
    if local_name in _NAMES_OF_SHAPES and value in names:
        return mark("shape", value)
    if local_name == "style":
        return _NEXT_TEXT_BOX.sub(lambda match: match[1] + mark("shape", match[2]), value)
    return value
