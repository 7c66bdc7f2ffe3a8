"""Properties of the styles of a file, with those of the styles on which they are based."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any, Final

from esa_docs.ooxml.names import w

Element = Any


def path_to(*names: str) -> str:
    """Return the path through elements of the main namespace, for ``find``."""
    return "/".join(map(w, names))


_KEEP_WITH_NEXT: Final = path_to("pPr", "keepNext")
_OFF: Final = frozenset({"0", "false", "off"})
_ALIGNED_LEFT: Final = "left"
"""Alignment of a paragraph for which a file names none."""


class StyleSheet:
    """The styles of a file, by id.

    Args:
        root: root of the part of styles; None for a file without one.
    """

    def __init__(self, root: Element | None) -> None:
        styles = () if root is None else root.iter(w("style"))
        self._styles: Mapping[str, Element] = {style.get(w("styleId")): style for style in styles}

    def find(self, style: str | None, path: str) -> Element | None:
        """Return a property of a style or of the nearest style on which it is based.

        None if none of them has the property, or if there is no such style.

        Args:
            style: id of the style; None for none.
            path: path of the property in a style, as `path_to` returns it.
        """
        visited_styles: set[str] = set()  # a broken file may base styles on each other in a circle
        while style is not None and style in self._styles and style not in visited_styles:
            visited_styles.add(style)
            element = self._styles[style]
            style_property = element.find(path)
            if style_property is not None:
                return style_property
            style = _value(element.find(w("basedOn")))
        return None

    @cached_property
    def alignments(self) -> Mapping[str | None, str]:
        """Alignment of each paragraph style, by its id."""
        path = path_to("pPr", "jc")
        return {style: _alignment_value(self.find(style, path)) for style in self._styles}

    @cached_property
    def exact_heights(self) -> frozenset[str]:
        """Ids of the styles that set an exact line height."""
        path = path_to("pPr", "spacing")
        return frozenset(style for style in self._styles if is_exact(self.find(style, path)))

    def alignment(self, paragraph: Element) -> str:
        """Return the alignment of a paragraph, its own or that of its style."""
        own_alignment = paragraph.find(path_to("pPr", "jc"))
        if own_alignment is not None:
            return _alignment_value(own_alignment)
        return self.alignments.get(style_of(paragraph), _ALIGNED_LEFT)

    def stays_with_next(self, paragraph: Element) -> bool:
        """Return whether a paragraph stays on the page of the next one, by itself or by its style."""
        keep_with_next = paragraph.find(_KEEP_WITH_NEXT)
        if keep_with_next is None:
            keep_with_next = self.find(style_of(paragraph), _KEEP_WITH_NEXT)
        return keep_with_next is not None and keep_with_next.get(w("val")) not in _OFF


def is_exact(spacing: Element | None) -> bool:
    """Return whether a ``w:spacing`` sets an exact line height; None sets none."""
    return spacing is not None and spacing.get(w("lineRule")) == "exact"


def style_of(paragraph: Element) -> str | None:
    """Return the style id of a paragraph; None if it names no style."""
    return _value(paragraph.find(path_to("pPr", "pStyle")))


def _value(element: Element | None) -> str | None:
    """Return the ``w:val`` of an element; None if it has none, or if there is no element."""
    return None if element is None else element.get(w("val"))


def _alignment_value(alignment: Element | None) -> str:
    return _ALIGNED_LEFT if alignment is None else alignment.get(w("val"), _ALIGNED_LEFT)
