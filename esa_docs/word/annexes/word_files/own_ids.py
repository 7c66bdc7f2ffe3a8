"""Ids of a Word file that no other part of the paper has: bookmarks, drawings, shapes of VML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import count
from typing import Any, Final

from esa_docs.ooxml.names import WP, WPS, V, w
from esa_docs.word.annexes.word_files.removing import remove, unwrap

_BOOKMARKS, _DRAWINGS, _CHAINS = 30_000_000, 800_000_000, 20_000
"""First ids of bookmarks, drawings, and of chains of text boxes, for which the schema has 16 bits."""
_IDS_OF_A_FILE: Final = 1_000_000
_CHAINS_OF_A_FILE: Final = 200
_OFFICE: Final = "urn:schemas-microsoft-com:office:office"
_LINKS_TO_SHAPES: Final = ("type", "href")
_NEXT_BOX: Final = re.compile(r"(mso-next-textbox:\s*#)([^;\s]+)")

Element = Any


def give_own_ids(roots: Iterable[Element], number: int) -> None:
    """Set new values for the ids of a Word file, and for what refers to them.

    Args:
        roots: roots of its parts with text; changed.
        number: which annex of the paper it is, from 1.
    """
    all_roots = list(roots)
    names = _rename_bookmarks(all_roots, number)
    drawing_ids = count(_DRAWINGS + number * _IDS_OF_A_FILE)
    for root in all_roots:
        _rename_links(root, names)
        for drawing in root.iter(f"{{{WP}}}docPr"):
            drawing.set("id", str(next(drawing_ids)))
        for element in root.iter(f"{{{V}}}*", f"{{{_OFFICE}}}*"):
            _rename_shape(element, f"_a{number}")
    _renumber_chains(all_roots, number)


def _rename_bookmarks(roots: Iterable[Element], number: int) -> dict[str, str]:
    """Return the new name of each bookmark by its name, having renamed them."""
    names: dict[str, str] = {}
    new_ids: dict[str, str] = {}
    numbers = count(_BOOKMARKS + number * _IDS_OF_A_FILE)
    for start in list(_all(roots, "bookmarkStart")):
        name, old_id = start.get(w("name"), ""), start.get(w("id"), "")
        if name in names or old_id in new_ids:
            remove(start)
            continue
        new_ids[old_id] = str(next(numbers))
        names[name] = f"_EsaA{number}_{len(names) + 1}"
        start.set(w("id"), new_ids[old_id])
        start.set(w("name"), names[name])
    ended_ids: set[str] = set()
    for end in list(_all(roots, "bookmarkEnd")):
        new_id = new_ids.get(end.get(w("id"), ""))
        if new_id is None or new_id in ended_ids:
            remove(end)
            continue
        ended_ids.add(new_id)
        end.set(w("id"), new_id)
    return names


def _all(roots: Iterable[Element], name: str) -> Iterator[Element]:
    for root in roots:
        yield from root.iter(w(name))


def _rename_links(root: Element, names: dict[str, str]) -> None:
    """Let links within the file lead to its bookmarks under their new names."""
    for link in list(root.iter(w("hyperlink"))):
        anchor = link.get(w("anchor"))
        if anchor is None:
            continue
        if anchor in names:
            link.set(w("anchor"), names[anchor])
        else:
            unwrap(link)


def _rename_shape(element: Element, suffix: str) -> None:
    element.attrib.pop(f"{{{_OFFICE}}}spid", None)
    if element.get("id"):
        element.set("id", f"{element.get('id')}{suffix}")
    for name in _LINKS_TO_SHAPES:
        value = element.get(name, "")
        if value.startswith("#"):
            element.set(name, f"{value}{suffix}")
    style = element.get("style", "")
    if _NEXT_BOX.search(style):
        element.set("style", _NEXT_BOX.sub(rf"\1\2{suffix}", style))


def _renumber_chains(roots: Iterable[Element], number: int) -> None:
    """Set ids of their own for chains of linked text boxes."""
    new_ids: dict[str, str] = {}
    for root in roots:
        for box in root.iter(f"{{{WPS}}}txbx", f"{{{WPS}}}linkedTxbx"):
            old_id = box.get("id")
            if old_id is not None:
                new_id = str(_CHAINS + number * _CHAINS_OF_A_FILE + len(new_ids))
                box.set("id", new_ids.setdefault(old_id, new_id))
