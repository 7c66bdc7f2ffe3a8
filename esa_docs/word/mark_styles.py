"""Styles of a template in which marks of prose are printed, by the names that Word gives them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from esa_docs.ooxml.names import w

LINK: Final = "Hyperlink"
NOTE_REFERENCE: Final = "FootnoteReference"
NOTE_TEXT: Final = "FootnoteText"
"""Ids of the styles that come into a template without any, as in Word itself."""
_NAMES: Final = {"hyperlink": "link", "footnote reference": "note_reference", "footnote text": "note_text"}
"""Word names these styles so in every language; their ids differ."""


@dataclass(frozen=True, slots=True)
class MarkStyles:
    """Ids of the styles of marks.

    Attributes:
        link: character style of links.
        note_reference: character style of the number of a note.
        note_text: paragraph style of the text of a note.
    """

    link: str = LINK
    note_reference: str = NOTE_REFERENCE
    note_text: str = NOTE_TEXT


def mark_styles(styles: Any) -> MarkStyles:
    """Return the styles of marks of a template.

    Args:
        styles: root of its part of styles.
    """
    ids = {}
    for style in styles.iterchildren(w("style")):
        name = style.find(w("name"))
        name_in_word = "" if name is None else name.get(w("val"), "").lower()
        if name_in_word in _NAMES:
            ids[_NAMES[name_in_word]] = style.get(w("styleId"), "")
    return MarkStyles(**ids)
