"""The namespaces of a part declared once, at its root, each under one prefix.

The compiler cuts pieces out of a part as text and puts pieces in. A prefix must therefore mean the same all
over the part, and the prefixes that our own pieces use must mean what they mean there. Word names prefixes in
attributes too (``mc:Ignorable``): it refuses a file that names one that is not declared.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from lxml import etree

from esa_docs.ooxml.names import DRAWING_NAMESPACES, MC, NAMESPACES, XML

_OWN_PREFIXES: Final = {namespace: prefix for prefix, namespace in (NAMESPACES | DRAWING_NAMESPACES).items()}
"""Prefix of each namespace that pieces of ours use."""
_DECLARATION: Final = re.compile(r'\sxmlns(?::[^\s=]+)?="[^"]*"')
_IGNORABLE: Final = f"{{{MC}}}Ignorable"
_CHOICE: Final = f"{{{MC}}}Choice"
_REQUIRES: Final = "Requires"
_LISTS: Final = tuple(
    f"{{{MC}}}{name}"
    for name in ("Ignorable", "MustUnderstand", "ProcessContent", "PreserveElements", "PreserveAttributes")
)
"""Attributes that hold prefixes, or names with prefixes."""

Element = Any


def declare_at_root(root: Element) -> Element:
    """Return the root of a part that declares every namespace of the part; inside it none is declared.

    The children are moved to the root that is returned.
    """
    has_inner_declarations = _has_inner_declarations(root)
    elements = root.iter(etree.Element) if has_inner_declarations else (root,)
    prefixes = _prefixes(elements)
    _rename_in_lists(root, prefixes)
    namespaces = {prefix: namespace for namespace, prefix in prefixes.items()}
    if root.nsmap == namespaces and not has_inner_declarations:
        return root
    new_root = etree.Element(root.tag, root.attrib, nsmap=namespaces)
    new_root.text = root.text
    # lxml drops the declarations of elements below one that declares the same namespaces.
    new_root.extend(list(root))
    return new_root


def declarations(root: Element) -> str:
    """Return the attributes by which a root declares its namespaces, with a space before each."""
    texts = []
    for prefix, namespace in root.nsmap.items():
        value = namespace.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
        texts.append(f' xmlns:{prefix}="{value}"')
    return "".join(texts)


def xml_inside_part(element: Element) -> str:
    """Return the XML of an element as it stands inside a part whose root declares its namespaces."""
    xml: str = etree.tostring(element, encoding="unicode", with_tail=False)
    return _DECLARATION.sub("", xml)


def _has_inner_declarations(root: Element) -> bool:
    xml = etree.tostring(root, encoding="unicode")
    return _DECLARATION.search(xml, xml.index(">")) is not None


def _prefixes(elements: Iterable[Element]) -> dict[str, str]:
    """Return the prefix of each namespace that some elements of a part declare, in their order."""
    prefixes: dict[str, str] = {}
    for element in elements:
        for prefix, namespace in element.nsmap.items():
            if namespace not in prefixes and namespace != XML:
                prefixes[namespace] = _unused_prefix(prefix, namespace, prefixes)
    return prefixes


def _unused_prefix(prefix: str | None, namespace: str, prefixes: Mapping[str, str]) -> str:
    """Return the prefix for a namespace: ours, or its own where no other namespace has that."""
    if namespace in _OWN_PREFIXES:
        return _OWN_PREFIXES[namespace]
    used_prefixes = {*prefixes.values(), *_OWN_PREFIXES.values()}
    if prefix is not None and prefix not in used_prefixes:
        return prefix
    number = len(prefixes)
    while f"n{number}" in used_prefixes:
        number += 1
    return f"n{number}"


def _rename_in_lists(root: Element, prefixes: Mapping[str, str]) -> None:
    """Write the prefixes inside attributes as the root will declare them; gather those to be ignored."""
    ignorable: list[str] = []
    for element in root.iter(etree.Element):
        for name in _lists_of(element):
            words = _renamed(element, name, prefixes)
            if name == _IGNORABLE:
                ignorable += words
                del element.attrib[name]
            elif words:
                element.set(name, " ".join(words))
    if ignorable:
        root.set(_IGNORABLE, " ".join(dict.fromkeys(ignorable)))


def _lists_of(element: Element) -> list[str]:
    """Return the attributes of an element that hold prefixes."""
    if not element.attrib:
        return []
    names = [name for name in _LISTS if name in element.attrib]
    if element.tag == _CHOICE and _REQUIRES in element.attrib:
        names.append(_REQUIRES)
    return names


def _renamed(element: Element, name: str, prefixes: Mapping[str, str]) -> list[str]:
    """Return the words of an attribute with new prefixes, without those whose prefix is not declared."""
    words = []
    for word in element.get(name).split():
        prefix, colon, local_name = word.partition(":")
        namespace = element.nsmap.get(prefix)
        if namespace in prefixes:
            words.append(f"{prefixes[namespace]}{colon}{local_name}")
    return words
