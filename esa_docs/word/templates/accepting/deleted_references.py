"""Notes whose reference was deleted from the text: they go with it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from esa_docs.ooxml.names import w

_NOTE_OF_REFERENCE: Final = {w("footnoteReference"): w("footnote"), w("endnoteReference"): w("endnote")}

Element = Any


def referred_notes(roots: Iterable[Element]) -> frozenset[tuple[str, str]]:
    """Return tag and id of each note to which the parts of a template refer.

    Args:
        roots: roots of the parts.
    """
    notes = set()
    for root in roots:
        for reference in root.iter(*_NOTE_OF_REFERENCE):
            notes.add((_NOTE_OF_REFERENCE[reference.tag], reference.get(w("id"), "")))
    return frozenset(notes)


def remove_what_nothing_refers_to(roots: Iterable[Element], earlier: frozenset[tuple[str, str]]) -> None:
    """Remove the notes to which the parts referred earlier, and do not any more.

    Args:
        roots: roots of the parts.
        earlier: what `referred_notes` returned then.
    """
    parts = list(roots)
    lost_notes = earlier - referred_notes(parts)
    if not lost_notes:
        return
    for root in parts:
        for note in list(root.iter(*_NOTE_OF_REFERENCE.values())):
            if (note.tag, note.get(w("id"), "")) in lost_notes:
                note.getparent().remove(note)
