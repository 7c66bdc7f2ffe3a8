"""Footnotes and endnotes put where the text refers to them, so that each turn of a loop has its own.

Word shows a note for each reference, and its file has one for each. Tags of a note are filled in with what is
known at its reference, such as the variable of a loop; a note to which nothing refers stays where it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from esa_docs.ooxml.measures import whole_number
from esa_docs.ooxml.package import DOCUMENT_PART
from esa_docs.word.templates.loops.copies import NOTE_ID, NOTE_PARTS, NOTES_PLACEHOLDER
from esa_docs.word.templates.loops.id_marks import MARK_CLOSE, MARK_OPEN

_ID: Final = re.compile(r'\sw:id="(-?[0-9]+)"')

_NO_NOTE: Final = -(10**15)
"""Stands for the id of a reference that has none: no number of fifteen digits is less."""


def embed_notes(sources: Mapping[str, str]) -> dict[str, str]:
    """Return the sources of the parts with each note at its reference in the text."""
    new_sources = dict(sources)
    for kind, part in NOTE_PARTS.items():
        if part in new_sources:
            document, notes = _embed(new_sources[DOCUMENT_PART], new_sources[part], kind)
            new_sources[DOCUMENT_PART] = document
            new_sources[part] = notes
        else:
            # Notes in a part of another name are left to themselves.
            new_sources[DOCUMENT_PART] = _references(kind).sub(r"\1", new_sources[DOCUMENT_PART])
    return new_sources


def last_notes(sources: Mapping[str, str]) -> dict[str, int]:
    """Return the highest id of a note of each kind that the template has."""
    last = {}
    for kind, part in NOTE_PARTS.items():
        if part in sources:
            opening_tags = re.findall(rf"<w:{kind}\s[^>]*>", sources[part])
            last[kind] = max((_id_of(tag) for tag in opening_tags), default=0)
    return last


def _id_of(opening_tag: str) -> int:
    number = _ID.search(opening_tag)
    return whole_number(number[1]) if number else 0


def _embed(document: str, notes: str, kind: str) -> tuple[str, str]:
    """Return the sources of the document and of the notes, with the notes in the document."""
    note_pattern = re.compile(rf"(?P<tag><w:{kind}\s[^>]*>).*?</w:{kind}>", re.DOTALL)
    referred_numbers = {whole_number(key, _NO_NOTE) for key in _references(kind).findall(document)}
    tags_of_number: dict[int, str] = {}
    placeholder = NOTES_PLACEHOLDER[kind]
    pieces = []
    end = 0
    for note in note_pattern.finditer(notes):
        number = _id_of(note["tag"])
        if number not in referred_numbers or number in tags_of_number:
            continue
        body = _ID.sub(f' w:id="{NOTE_ID}"', note[0], count=1)
        tags = f"{{% filter copy_note(_copies, '{kind}', {number}) %}}{body}{{% endfilter %}}"
        tags_of_number[number] = tags
        pieces.append(notes[end : note.start()])
        pieces.append(placeholder)
        placeholder = ""
        end = note.end()
    pieces.append(notes[end:])

    def embedded(reference: re.Match[str]) -> str:
        return tags_of_number.get(whole_number(reference[1], _NO_NOTE), reference[0])

    return _references(kind).sub(embedded, document), "".join(pieces)


def _references(kind: str) -> re.Pattern[str]:
    """Return the pattern of the marks of references to notes of a kind; its group is their id."""
    return re.compile(rf"{MARK_OPEN}{kind};([^{MARK_CLOSE}]*){MARK_CLOSE}")
