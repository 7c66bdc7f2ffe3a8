"""What of a Word file comes from Word files that were put in as they are.

Every paragraph and table of such a file has a style of its own, whose id begins with `PREFIX`; its heads,
feet, charts and lists bear names that begin with it or with `PART_PREFIX`. So whatever follows can tell it
from the paper by the Word file alone: our rules of setting Thai, and our fonts, are not asked of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from typing import Any, Final

from esa_docs.ooxml.names import local, w

PREFIX: Final = "EsaAnnex"
"""Begins ids of styles and names of lists."""
PART_PREFIX: Final = "annex"
"""Begins names of parts other than heads and feet."""
_STYLE_PATHS: Final = (f"{w('pPr')}/{w('pStyle')}", f"{w('tblPr')}/{w('tblStyle')}")
_HOLDERS: Final = (w("p"), w("tbl"), w("style"), w("abstractNum"))

Element = Any


def style_prefix(number: int) -> str:
    """Return what begins the ids of the styles of a file.

    Args:
        number: which annex of its paper it is, from 1.
    """
    return f"{PREFIX}{number}x"


def is_foreign_part(name: str) -> bool:
    """Return whether a part came in with a file, by its name; heads and feet are told by what is in them."""
    return name.rpartition("/")[2].startswith(PART_PREFIX)


def has_foreign_styles(styles: Element) -> bool:
    """Return whether a part of styles has those of a file."""
    return any(map(is_foreign_style, styles.iterchildren(w("style"))))


def is_foreign_style(style: Element) -> bool:
    """Return whether a style is that of a file."""
    return _begins(style.get(w("styleId")))


def own_root(root: Element) -> Element:
    """Return the root of a part without what came from files; the root itself where nothing did."""
    if not any(map(_is_foreign, root.iter(*_HOLDERS))):
        return root
    copy = deepcopy(root)
    _remove(list(filter(_is_foreign, copy.iter(*_HOLDERS))))
    return copy


def _remove(elements: Iterable[Element]) -> None:
    for element in elements:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)


def _is_foreign(element: Element) -> bool:
    """Return whether a paragraph, table, style or list came from a file."""
    match local(element.tag):
        case "style":
            return is_foreign_style(element)
        case "abstractNum":
            name = element.find(w("name"))
            return name is not None and _begins(name.get(w("val")))
    for path in _STYLE_PATHS:
        style = element.find(path)
        if style is not None and _begins(style.get(w("val"))):
            return True
    return False


def _begins(value: str | None) -> bool:
    # The styles in which the program sets headings of annexes begin so too: a number comes first here.
    return value is not None and value.startswith(PREFIX) and value[len(PREFIX) :][:1].isdigit()
