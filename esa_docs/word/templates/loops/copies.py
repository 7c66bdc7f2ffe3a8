"""Ids of one document while it is filled in: each turn of a loop, and each call of a macro, has its own.

A turn is known by its path: its number within the turn around it, behind the path of that one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Final

from esa_docs.word.templates.tags.held_pieces import released

Path = tuple[int, ...]

NOTE_ID: Final = "\x04"
"""Stands in a note for its id: a control character, which content cannot hold."""
NOTES_PLACEHOLDER: Final = {"footnote": "\x05", "endnote": "\x06"}
"""Stands in the rendered part of notes where those go to which the text refers."""
NOTE_PARTS: Final = {"footnote": "word/footnotes.xml", "endnote": "word/endnotes.xml"}
_FIRST_IDS: Final = {"bookmark": 10_000_000, "perm": 10_000_000, "chain": 1000, "object": 1_700_000_000}
"""First ids in loops: of bookmarks, beyond those of entries of the contents and of names with tags; of chains
of linked text boxes, for which the schema has 16 bits; of embedded objects."""


@dataclass(frozen=True, slots=True)
class CopyPlan:
    """What copies need to know of a template.

    Attributes:
        list_copies: XML of each list that begins anew in loops, by its id; ``%s`` for the id of a copy.
        last_list: the highest id of a list.
        numbering: beginning and end of the part of lists, between which copies stand; empty without copies.
        last_notes: the highest id of a note, by its kind.
    """

    list_copies: Mapping[str, str] = field(default_factory=dict)
    last_list: int = 0
    numbering: tuple[bytes, ...] = ()
    last_notes: Mapping[str, int] = field(default_factory=dict)


class Copies:
    """The turns, ids, lists and notes of one document so far."""

    def __init__(self, plan: CopyPlan) -> None:
        self._plan = plan
        self._turns: dict[tuple[int, Path], int] = {}
        self._numbers: dict[tuple[str, str, Path], int] = {}
        self._loops: dict[int, Any] = {}
        self._counters: dict[str, Iterator[int]] = {}
        self._lists: dict[tuple[str, int, Path], int] = {}
        self._latest_list: dict[str, int] = {}
        self._new_lists: list[str] = []
        self._note_ids: dict[str, set[int]] = {}
        self._notes: dict[str, list[str]] = {}

    def turn(self, loop: int, parent: Path) -> Path:
        """Return the path of the turn of a loop that begins now.

        Args:
            loop: number of the loop in the template.
            parent: path of the turn around it.
        """
        number = self._turns.get((loop, parent), 0) + 1
        self._turns[loop, parent] = number
        return (*parent, number)

    def is_first(self, loop: Any, number: int) -> bool:
        """Return whether a cell is printed for the first time since its loop began.

        Args:
            loop: what Jinja knows of the loop.
            number: number of the cell in the template.
        """
        is_first = self._loops.get(number) is not loop
        self._loops[number] = loop
        return is_first

    def number(self, kind: str, key: str, path: Path) -> int:
        """Return the id of something in a turn; the same for its beginning and its end."""
        place = (kind, key, path)
        if place not in self._numbers:
            counter = self._counters.setdefault(kind, count(_FIRST_IDS[kind]))
            self._numbers[place] = next(counter)
        return self._numbers[place]

    def list_in_turn(self, number: str, loop: int, path: Path) -> int:
        """Return the id of a list in a turn of a loop in which it begins anew; first that of the template."""
        place = (number, loop, path)
        if place not in self._lists:
            self._lists[place] = self._next_list(number)
            self._latest_list[number] = self._lists[place]
        return self._lists[place]

    def latest_list(self, number: str) -> int:
        """Return the id of a list behind the loop in which it begins anew: there it counts on."""
        return self._latest_list.get(number, int(number))

    def _next_list(self, number: str) -> int:
        if number not in self._latest_list:
            return int(number)
        list_id = self._plan.last_list + len(self._new_lists) + 1
        self._new_lists.append(self._plan.list_copies[number].replace("%s", str(list_id), 1))
        return list_id

    def note(self, xml: str, kind: str, number: int) -> int:
        """Keep a note and return its id.

        Args:
            xml: the note, with `NOTE_ID` for its id.
            kind: ``footnote`` or ``endnote``.
            number: its id in the template, which its first copy has.
        """
        ids = self._note_ids.setdefault(kind, set())
        notes = self._notes.setdefault(kind, [])
        if number in ids:
            number = self._plan.last_notes[kind] + len(notes) + 1
        ids.add(number)
        notes.append(xml.replace(NOTE_ID, str(number)))
        return number

    def with_notes(self, xml_of_part: Mapping[str, str]) -> dict[str, str]:
        """Return the XML of the parts with the notes in their parts."""
        xml_with_notes = dict(xml_of_part)
        for kind in self._plan.last_notes:
            part = NOTE_PARTS[kind]
            notes = "".join(self._notes.get(kind, ()))
            xml_with_notes[part] = xml_with_notes[part].replace(NOTES_PLACEHOLDER[kind], notes)
        return xml_with_notes

    def numbering(self) -> bytes:
        """Return the part of lists; empty where no list of the template begins anew."""
        return "".join(self._new_lists).encode().join(self._plan.numbering)


def suffix(path: Path) -> str:
    """Return what a name has behind it in a turn; nothing in the first, to which links from outside lead.

    Where the inner turn is the first one the name is that of the turn around it.
    """
    while path and path[-1] == 1:
        path = path[:-1]
    return "_".join(map(str, path))


def _suffix(_copies: Copies, separator: str, path: Path) -> str:
    text = suffix(path)
    return separator + text if text else ""


def _turn(copies: Copies, loop: int, parent: Path) -> Path:
    return copies.turn(loop, parent)


def _number(copies: Copies, kind: str, key: str, path: Path) -> int:
    return copies.number(kind, key, path)


def _list_in_turn(copies: Copies, number: str, loop: int, path: Path) -> int:
    return copies.list_in_turn(number, loop, path)


def _latest_list(copies: Copies, number: str) -> int:
    return copies.latest_list(number)


def _first(copies: Copies, loop: Any, number: int) -> bool:
    return copies.is_first(loop, number)


def _note(xml: str, copies: Copies, kind: str, number: int) -> str:
    return str(copies.note(released(str(xml)), kind, number))


COPY_FILTERS: Final[Mapping[str, Callable[..., Any]]] = {
    "copy_turn": _turn,
    "copy_suffix": _suffix,
    "copy_number": _number,
    "copy_list": _list_in_turn,
    "copy_latest_list": _latest_list,
    "copy_note": _note,
    "copy_first": _first,
}
"""Filters by which the source of a template asks the copies of its document."""
