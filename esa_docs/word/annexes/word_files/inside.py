"""XML of a Word file put into parts of the paper that are text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

from esa_docs.word.templates.reading.namespaces import xml_inside_part

_ROOT: Final = re.compile(r"<(?P<name>\w+:\w+)(?P<attributes>(?:\s[^<>]*?)?)(?P<end>/?)>")
_DECLARED: Final = re.compile(r'xmlns:(?P<prefix>[\w.-]+)="(?P<namespace>[^"]*)"')

Element = Any


def put_inside(part: str, elements: Iterable[Element]) -> tuple[str, str]:
    """Return a part that declares the namespaces of some elements, and their XML as it stands in it.

    Args:
        part: XML of the part.
        elements: the elements, of roots that declare all their namespaces.
    """
    root = _root(part)
    declared = {match["prefix"]: match["namespace"] for match in _DECLARED.finditer(root["attributes"])}
    added = ""
    pieces = []
    for element in elements:
        xml = xml_inside_part(element)
        inner_declarations = ""
        for prefix, namespace in element.nsmap.items():
            if prefix is None or f"{prefix}:" not in xml or declared.get(prefix) == namespace:
                continue
            declaration = f' xmlns:{prefix}="{namespace}"'
            if prefix in declared:
                inner_declarations += declaration
            else:
                declared[prefix] = namespace
                added += declaration
        pieces.append(_with_declarations(xml, inner_declarations))
    place = root.end("attributes")
    return f"{part[:place]}{added}{part[place:]}", "".join(pieces)


def before_end(part: str, xml: str) -> str:
    """Return a part with some XML at its end."""
    root = _root(part)
    name = root["name"]
    if root["end"]:
        return f"{part[: root.start('end')]}>{xml}</{name}>"
    before, end, behind = part.rpartition(f"</{name}>")
    return f"{before}{xml}{end}{behind}"


def _root(part: str) -> re.Match[str]:
    root = _ROOT.search(part)
    assert root is not None, "a part has a root"  # noqa: S101
    return root


def _with_declarations(xml: str, declarations: str) -> str:
    """Return the XML of an element that declares namespaces itself."""
    if not declarations:
        return xml
    end_of_name = re.search(r"[\s/>]", xml)
    place = end_of_name.start() if end_of_name else len(xml)
    return f"{xml[:place]}{declarations}{xml[place:]}"
