"""Ids that must be unique in a document: in a loop, the id that stands in the template would stand twice."""

from __future__ import annotations

from typing import Any

from esa_docs.ooxml.names import WP, w
from esa_docs.word.templates.tags import has_tag

Element = Any


def remove_unused_bookmarks(root: Element) -> None:
    """Remove the bookmarks to which nothing refers.

    A bookmark with tags in its name takes its id when it is rendered: in a loop one id would stand twice.
    """
    targets = _link_targets(root)
    name_of_id: dict[str | None, str] = {}
    for start in root.iter(w("bookmarkStart")):
        name_of_id[start.get(w("id"))] = start.get(w("name"), "")
    for mark in list(root.iter(w("bookmarkStart"), w("bookmarkEnd"))):
        name = name_of_id.get(mark.get(w("id")), "")
        if name not in targets:
            mark.getparent().remove(mark)
        elif has_tag(name):
            mark.set(w("id"), f"{{% filter bookmark_id(_contents) %}}{name}{{% endfilter %}}")


def _link_targets(root: Element) -> set[str | None]:
    """Return the names of the bookmarks to which links and fields lead, and further words of fields.

    A field such as ``PAGEREF name`` has the name among the words of its instruction.
    """
    targets = {link.get(w("anchor")) for link in root.iter(w("hyperlink"))}
    for instruction in root.iter(w("instrText")):
        targets.update((instruction.text or "").split())
    return targets


def number_drawings_when_rendered(root: Element) -> None:
    """Let each drawing take its id when it is rendered: in a loop one id would stand twice."""
    for properties in root.iter(f"{{{WP}}}docPr"):
        properties.set("id", "{{ _next_id() }}")
