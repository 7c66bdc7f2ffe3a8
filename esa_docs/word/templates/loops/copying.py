"""All that makes the parts of a template safe to be copied by loops, in the order in which it must happen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from esa_docs import thai
from esa_docs.ooxml.names import w
from esa_docs.ooxml.xml_parts import serialise_part
from esa_docs.word.templates.cleaning.preparing import prepare_part
from esa_docs.word.templates.loops.copies import CopyPlan
from esa_docs.word.templates.loops.copy_settling import settle_copies
from esa_docs.word.templates.loops.id_marks import bookmark_names, give_types_to_shapes, mark_ids
from esa_docs.word.templates.loops.list_marks import mark_lists
from esa_docs.word.templates.loops.notes import embed_notes, last_notes
from esa_docs.word.templates.loops.numbered_lists import NUMBERING_PART, Lists
from esa_docs.word.templates.loops.own_ids import targets_outside
from esa_docs.word.templates.loops.ranges import bookmarks_in, remove_range
from esa_docs.word.templates.reading.template_parts import STYLES_PART, TemplateParts

_LAST_LIST: Final = b"</w:num>"

Element = Any


@dataclass(frozen=True, slots=True)
class CopySafeParts:
    """The sources of the parts of a template, and what a document needs to copy in them."""

    sources: Mapping[str, str]
    plan: CopyPlan


def copy_safe_parts(
    parts: TemplateParts, numerals: thai.Numerals, plain_tags: Callable[[str, Element], str]
) -> CopySafeParts:
    """Return the XML of the parts with text, with plain tags and with tags that ask for ids where loops copy.

    Args:
        parts: the parts; those with text are changed.
        numerals: digits of the document.
        plain_tags: returns the XML of a prepared part with plain tags of Jinja, by its name and its root.
    """
    roots = {name: parts.roots[name] for name in parts.text_parts}
    targets = {name: targets_outside(name, roots, parts.package) for name in roots}
    for name, root in roots.items():
        prepare_part(root, numerals, targets[name])
    lists = Lists(parts.roots.get(NUMBERING_PART), parts.roots[STYLES_PART])
    _mark_what_loops_copy(roots, lists)
    xml_of_part = {name: plain_tags(name, root) for name, root in roots.items()}
    settled = settle_copies(embed_notes(xml_of_part))
    list_copies = {}
    for number, begins_anew in sorted(settled.copied_lists.items()):
        list_copies[number] = lists.copy_of(number, begins_anew=begins_anew)
    numbering: tuple[bytes, ...] = ()
    if list_copies:
        numbering = _halves(parts.roots[NUMBERING_PART])
    plan = CopyPlan(list_copies, lists.last_number, numbering, last_notes(xml_of_part))
    return CopySafeParts(settled.sources, plan)


def _mark_what_loops_copy(roots: Mapping[str, Element], lists: Lists) -> None:
    """Mark whatever needs another id in each turn, in the prepared parts with text."""
    _remove_repeated_bookmarks(roots)
    names: set[str] = set()
    for root in roots.values():
        names |= bookmark_names(root)
    for root in roots.values():
        give_types_to_shapes(root)
        mark_ids(root, frozenset(names))
        mark_lists(root, lists)


def _halves(numbering: Element) -> tuple[bytes, bytes]:
    """Return the part of lists up to its last list, and what stands behind."""
    data = serialise_part(numbering)
    end = data.rindex(_LAST_LIST) + len(_LAST_LIST)
    return data[:end], data[end:]


def _remove_repeated_bookmarks(text_roots: Mapping[str, Element]) -> None:
    """Remove bookmarks of a name that another one has already; Word keeps the first."""
    seen_names: set[str] = set()
    for root in text_roots.values():
        for bookmark in bookmarks_in(root).pairs:
            name = bookmark.start.get(w("name"), "").casefold()
            if name in seen_names:
                remove_range(bookmark)
            seen_names.add(name)
