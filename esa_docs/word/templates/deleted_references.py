"""Notes and comments whose reference was deleted from the text: they go with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from esa_docs.ooxml.names import w

_NOTE_OF_REFERENCE: Final = {
    w("footnoteReference"): w("footnote"),
    w("endnoteReference"): w("endnote"),
    w("commentReference"): w("comment"),
}
_COMMENT: Final = w("comment")
_COMMENT_RANGES: Final = (w("commentRangeStart"), w("commentRangeEnd"))

Element = Any


@dataclass(frozen=True, slots=True)
class References:
    """The notes and comments to which the parts of a template refer.

    Attributes:
        notes: tag and id of each.
    """

    notes: frozenset[tuple[str, str | None]]

    @classmethod
    def of(cls, roots: Iterable[Element]) -> References:
        """Return the references in the roots of some parts."""
        notes = set()
        for root in roots:
            for reference in root.iter(*_NOTE_OF_REFERENCE):
                notes.add((_NOTE_OF_REFERENCE[reference.tag], reference.get(w("id"))))
        return cls(frozenset(notes))


def remove_what_nothing_refers_to(roots: Iterable[Element], earlier: References) -> None:
    """Remove the notes and comments to which the parts referred earlier, and do not any more."""
    parts = list(roots)
    lost_notes = earlier.notes - References.of(parts).notes
    if not lost_notes:
        return
    for root in parts:
        for note in list(root.iter(*_NOTE_OF_REFERENCE.values(), *_COMMENT_RANGES)):
            tag = _COMMENT if note.tag in _COMMENT_RANGES else note.tag
            if (tag, note.get(w("id"))) in lost_notes:
                note.getparent().remove(note)
