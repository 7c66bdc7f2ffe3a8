"""Bookmarks that something needs, and drawings: what has an id of its own in every document.

Ids inside loops, of these and of everything else, are the matter of `id_marks` and `copy_settling`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from esa_docs.ooxml.names import MC, WP, V, w
from esa_docs.word.templates.loops.ranges import BOOKMARK_MARKS, Range, bookmarks_in, remove_range
from esa_docs.word.templates.tags.tags import has_tag

Element = Any

WORD_OF_FIELD: Final = re.compile(r"(?<!\\)[^\s\"“”'\\(){}=+*/;,<>^]+")
"""A word of an instruction; the letter of a switch is none."""
_BOOKMARK_OF_CONTENTS: Final = re.compile(r"\\b\s*[\"“]?([^\s\"“”\\]+)")
_INTERNAL_LINK: Final = re.compile(rb"Target=\"#([^\"]+)\"")


def remove_unused_bookmarks(root: Element, outside_targets: frozenset[str]) -> None:
    """Remove the bookmarks to which nothing refers.

    A bookmark with tags in its name takes its id when it is rendered: in a loop one id would stand twice.

    Args:
        root: root of a part.
        outside_targets: what other parts refer to, in lower case; a foot may print the last page of the body.
    """
    targets = link_targets(root) | outside_targets
    _remove_bookmarks_of_fallbacks(root)
    bookmarks = bookmarks_in(root)
    for end in bookmarks.lone_ends:
        end.getparent().remove(end)
    for bookmark in bookmarks.pairs:
        name = bookmark.start.get(w("name"), "")
        if name.casefold() not in targets:
            remove_range(bookmark)
        elif has_tag(name):
            _let_count_itself(bookmark, name)


def _let_count_itself(bookmark: Range[Element], name: str) -> None:
    """Let a bookmark with tags in its name take its id when it is rendered."""
    identifier = f"{{% filter bookmark_id(_contents) %}}{name}{{% endfilter %}}"
    bookmark.start.set(w("id"), identifier)
    if bookmark.end is not None:
        bookmark.end.set(w("id"), identifier)


def _remove_bookmarks_of_fallbacks(root: Element) -> None:
    """Remove the marks in pictures for old programs: there Word repeats a text box with its bookmarks."""
    for mark in list(root.iter(*BOOKMARK_MARKS)):
        if next(mark.iterancestors(f"{{{MC}}}Fallback"), None) is not None:
            mark.getparent().remove(mark)


def link_targets(root: Element) -> frozenset[str]:
    """Return the names of the bookmarks to which links and fields lead, in lower case, and words of fields.

    A field such as ``PAGEREF name`` has the name among the words of its instruction. Word does not tell
    capital letters in names of bookmarks.
    """
    targets = {link.get(w("anchor"), "") for link in root.iter(w("hyperlink"))}
    for instruction in instructions(root):
        targets.update(instruction.split())
        targets.update(WORD_OF_FIELD.findall(instruction))
    for shape in root.iter(f"{{{V}}}*"):
        targets.add(shape.get("href", "").removeprefix("#"))
    targets.discard("")
    return frozenset(target.casefold() for target in targets)


def instructions(root: Element) -> Iterator[str]:
    """Generate the instruction of each field of a part, its pieces joined."""
    for pieces in instruction_pieces(root):
        yield "".join(piece.text or "" for piece in pieces)
    for field in root.iter(w("fldSimple")):
        yield field.get(w("instr"), "")


def instruction_pieces(root: Element) -> Iterator[list[Element]]:
    """Generate the pieces of each instruction: Word cuts it wherever somebody changed a letter."""
    pieces: list[Element] = []
    for element in root.iter(w("instrText"), w("fldChar")):
        if element.tag == w("instrText"):
            pieces.append(element)
        elif pieces:
            yield pieces
            pieces = []
    if pieces:
        yield pieces


def targets_outside(name: str, roots: Mapping[str, Element], package: Mapping[str, bytes]) -> frozenset[str]:
    """Return the bookmarks that a part must keep for others: other parts, relationships, and the contents.

    Args:
        name: name of the part.
        roots: the roots of all parts with text, by name, as the template has them.
        package: the parts of the template.
    """
    targets = set(_bookmarks_of_contents(roots[name]))
    for other_name, root in roots.items():
        if other_name != name:
            targets.update(link_targets(root))
    for part_name, data in package.items():
        if part_name.endswith(".rels"):
            targets.update(target.decode().casefold() for target in _INTERNAL_LINK.findall(data))
    return frozenset(targets)


def _bookmarks_of_contents(root: Element) -> Iterable[str]:
    r"""Generate the bookmarks that contents and indexes name: ``TOC \b name`` lists what stands in it."""
    for instruction in instructions(root):
        for name in _BOOKMARK_OF_CONTENTS.findall(instruction):
            yield name.casefold()


def number_drawings_when_rendered(root: Element) -> None:
    """Let each drawing take its id when it is rendered: in a loop one id would stand twice."""
    for properties in root.iter(f"{{{WP}}}docPr"):
        properties.set("id", "{{ _next_id() }}")
