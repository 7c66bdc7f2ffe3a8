"""Text that stands where the schema allows none, or that is no value of its element."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final, cast

from lxml import etree

from esa_docs.ooxml.names import NAMESPACES, local
from esa_docs.word.verify.schema_faults import FaultKind, PlacedFault, SchemaFault
from esa_docs.word.verify.schema_names import name_of
from esa_docs.word.verify.schema_table import ANY_TYPE, schema_table
from esa_docs.word.verify.simple_values import is_allowed

_FREE_TEXT: Final = frozenset({"xsd:string", "s:ST_String", "s:ST_Xstring"})
"""Types whose values are any text."""
_TAG_BEFORE_TEXT: Final = re.compile(r"<(?P<tag>[^<>]*)>[^<>\S]*[^<>\s]")

Element = Any


def text_faults(root: Element, xml: str) -> Iterator[PlacedFault]:
    """Generate the faults of the texts of a part.

    Args:
        root: the part.
        xml: the part as lxml writes it.
    """
    tags = _tags_before_text(xml)
    local_names = {_local_name(tag) for tag in tags}
    value_tags = [tag for tag in _tags_with_values() if local(tag) in local_names]
    if value_tags:
        for element in root.iter(*value_tags):
            yield from _value_fault(element)
    if any(_may_be_stray(tag) for tag in tags):
        for element in _holders_of_stray_text(root):
            text = (element.text or "").strip() or _tails(element)
            yield PlacedFault(SchemaFault(FaultKind.ODD_TEXT, name_of(element), value=text), element)


def _tags_before_text(xml: str) -> set[str]:
    """Return every different tag behind which text stands, without its angle brackets."""
    # A list of all tags of a long part would take much memory.
    return {match["tag"] for match in _TAG_BEFORE_TEXT.finditer(xml)}


def _local_name(tag: str) -> str:
    raw_name, _space, _attributes = tag.partition(" ")
    return raw_name.rpartition(":")[2]


def _may_be_stray(tag: str) -> bool:
    """Return whether text behind a tag may stand where there is none: not directly in an element of text."""
    is_start = not tag.startswith("/") and not tag.endswith("/")
    return not is_start or _local_name(tag) not in _local_names_of_texts()


def _value_fault(element: Element) -> Iterator[PlacedFault]:
    name = name_of(element)
    text = element.text or ""
    if not any(is_allowed(value_type, text) for value_type in _text_types()[name]):
        yield PlacedFault(SchemaFault(FaultKind.ODD_TEXT, name, value=text.strip()), element)


def _tails(element: Element) -> str:
    """Return the text behind the children of an element."""
    return "".join(child.tail or "" for child in element).strip()


def _holders_of_stray_text(root: Element) -> Iterator[Element]:
    """Generate the elements of the main namespace that hold text of their own and may hold none."""
    for element in cast("list[Element]", _ELEMENTS_WITH_TEXT(root)):
        if name_of(element) in _textless_names():
            yield element


_ELEMENTS_WITH_TEXT: Final = etree.XPath(
    "//w:*[not(self::w:t or self::w:instrText or self::w:delText or self::w:delInstrText)]"
    "[text()[normalize-space()]]",
    namespaces=NAMESPACES,
)


@cache
def _text_types() -> Mapping[str, frozenset[str]]:
    """Return the types of the texts of each element that holds text, by the name of the element."""
    types: dict[str, set[str]] = {}
    for name, type_name in schema_table().types_of_elements():
        types.setdefault(name, set()).add(schema_table().complex_type(type_name).text)
    return {name: frozenset(value_types) for name, value_types in types.items()}


@cache
def _tags_with_values() -> tuple[str, ...]:
    """Return the full names of the elements whose text is a value, such as a number."""
    namespaces = {prefix: namespace for namespace, prefix in schema_table().prefix_of_namespace.items()}
    tags = []
    for name, value_types in _text_types().items():
        prefix, _colon, local_name = name.partition(":")
        is_free = bool(value_types & {*_FREE_TEXT, ANY_TYPE, ""})
        if not is_free and prefix in namespaces:
            tags.append(f"{{{namespaces[prefix]}}}{local_name}")
    return tuple(tags)


@cache
def _local_names_of_texts() -> frozenset[str]:
    """Return the local names of the elements that hold text, whatever their namespace."""
    return frozenset(
        name.partition(":")[2] for name, value_types in _text_types().items() if any(value_types)
    )


@cache
def _textless_names() -> frozenset[str]:
    return frozenset(name for name, value_types in _text_types().items() if value_types == {""})
