"""Notes in the order of the text.

Word finds a note by its id. LibreOffice 7.4 takes the first note of the part for the first reference of the
text, whatever their ids (measured).
"""

from __future__ import annotations

import re
from typing import Final

_ID: Final = r'<w:{name}\b[^>]*?w:id="(-?[0-9]+)"'
_NOTE: Final = r"<w:{name}\s.*?</w:{name}>"
_LINE: Final = re.compile(r'^[^>]*w:type="(?!normal")')
"""The beginning of what is no note: the lines that Word draws above notes."""


def notes_in_order(notes: str, document: str, kind: str) -> str:
    """Return a part of notes whose notes stand as the text refers to them; those without a reference last.

    Args:
        notes: XML of the part.
        document: XML of the document part.
        kind: ``footnote`` or ``endnote``.
    """
    references = re.findall(_ID.format(name=f"{kind}Reference"), document)
    place_of_id = {note_id: place for place, note_id in enumerate(references)}
    id_of_note = re.compile(_ID.format(name=kind))

    def place(note: str) -> int:
        match = id_of_note.match(note)
        return place_of_id.get(match[1], len(references)) if match else len(references)

    note_pattern = re.compile(_NOTE.format(name=kind), re.DOTALL)
    all_notes = [note for note in note_pattern.findall(notes) if not _LINE.match(note)]
    sorted_notes = iter(sorted(all_notes, key=place))

    def next_note(match: re.Match[str]) -> str:
        return match[0] if _LINE.match(match[0]) else next(sorted_notes)

    return note_pattern.sub(next_note, notes)
