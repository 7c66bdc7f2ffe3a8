"""What the styles of a file say, their bases included."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any, Final

from esa_docs.ooxml.names import w

Element = Any


def path_to(*names: str) -> str:
    """Give the path through elements of the main namespace, for ``find``."""
    return "/".join(map(w, names))


_KEPT: Final = path_to("pPr", "keepNext")
_OFF: Final = frozenset({"0", "false", "off"})


class StyleSheet:
    """The styles of a file, by id."""

    def __init__(self, root: Element | None) -> None:
        found = () if root is None else root.iter(w("style"))
        self._styles: Mapping[str, Element] = {style.get(w("styleId")): style for style in found}

    def find(self, style: str | None, path: str) -> Element | None:
        """Find a property of a style or of those it is based on; for ``path`` see `path_to`."""
        seen: set[str | None] = set()
        while style is not None and style in self._styles and style not in seen:
            seen.add(style)
            found = self._styles[style].find(path)
            if found is not None:
                return found
            based = self._styles[style].find(w("basedOn"))
            style = None if based is None else based.get(w("val"))
        return None

    @cached_property
    def alignments(self) -> Mapping[str | None, str]:
        """Alignment that each paragraph style gives."""
        found = {style: self.find(style, path_to("pPr", "jc")) for style in self._styles}
        return {style: "left" if jc is None else jc.get(w("val"), "left") for style, jc in found.items()}

    @cached_property
    def exact_heights(self) -> frozenset[str]:
        """Styles that set an exact line height."""
        path = path_to("pPr", "spacing")
        return frozenset(style for style in self._styles if is_exact(self.find(style, path)))

    def alignment(self, paragraph: Element) -> str:
        """Give the alignment of a paragraph, its own or its style's."""
        own = paragraph.find(path_to("pPr", "jc"))
        return self.alignments.get(style_of(paragraph), "left") if own is None else own.get(w("val"), "left")

    def stays_with_next(self, paragraph: Element) -> bool:
        """Tell whether a paragraph stands on the page of what follows it, by itself or by its style."""
        own = paragraph.find(_KEPT)
        kept = self.find(style_of(paragraph), _KEPT) if own is None else own
        return kept is not None and kept.get(w("val")) not in _OFF


def is_exact(spacing: Element | None) -> bool:
    """Tell whether a ``w:spacing`` sets an exact line height."""
    return spacing is not None and spacing.get(w("lineRule")) == "exact"


def style_of(paragraph: Element) -> str | None:
    """Give the style id of a paragraph."""
    style = paragraph.find(path_to("pPr", "pStyle"))
    return None if style is None else style.get(w("val"))
