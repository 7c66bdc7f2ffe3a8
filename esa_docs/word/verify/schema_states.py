"""The schema as an automaton over the tags of a part, learnt tag by tag.

A state is a place inside the content of an element. It is a dictionary: from the text of a tag to the move
that the tag makes. What a tag means at a state is worked out when it comes there for the first time;
afterwards, and in all later documents, it costs one look into a dictionary. A paragraph without its text is a
tag too: most paragraphs of a document have been seen before, in it or in another one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from esa_docs.word.verify.content_models import Positions
from esa_docs.word.verify.schema_contents import Content
from esa_docs.word.verify.schema_faults import SchemaFault
from esa_docs.word.verify.schema_names import MARKUP_COMPATIBILITY, Names

_TEXT: Final = re.compile(">[^<]+")
_TAG: Final = re.compile("<([^<>]*)>")
_TAG_OR_PARAGRAPH: Final = re.compile(
    r"<(w:p(?: [^<>]*[^<>/])?>(?:<(?!/?w:p[ >/])[^<>]*>)*</w:p|[^<>]*)>",
)
"""A paragraph that holds no other one, without its text, or a single tag."""
_ALTERNATES: Final = f"{MARKUP_COMPATIBILITY}:AlternateContent"
_MOST_MOVES: Final = 4096
"""Tags that a state remembers. Ids and names make endless new ones."""

Note = Callable[[tuple[SchemaFault, ...]], None]


class Move(NamedTuple):
    """What a tag does at a state.

    Attributes:
        behind: the state at which the content goes on behind an element that begins; None for other tags.
        reached: the state after the tag; None where an element ends.
        faults: what the schema does not allow there.
        begins_alternates: whether ``mc:AlternateContent`` begins.
    """

    behind: State | None
    reached: State | None
    faults: tuple[SchemaFault, ...] = ()
    begins_alternates: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether there is nothing to do but to move."""
        return not self.faults and not self.begins_alternates


Entry = tuple["State | None", "State | None", "Move | None"]
"""The states behind and after a tag; behind them the move itself where it is not plain, which few are."""


class State(dict[str, Entry]):
    """A place inside the content of an element: the moves of the tags that came there, by their texts."""

    def __init__(self, content: Content, positions: Positions) -> None:
        super().__init__()
        self._content = content
        self._positions = positions

    def __missing__(self, tag: str) -> Entry:
        """Work out the move of a tag, and remember it."""
        move = self._learn(tag)
        if len(self) >= _MOST_MOVES:
            self.clear()
        move_to_make = None if move.is_plain else move
        entry = (move.behind, move.reached, move_to_make)
        self[tag] = entry
        return entry

    def where(self, names: Names) -> State:
        """Return the same place where other prefixes hold."""
        return state_of(self._content.where(names), self._positions)

    @property
    def names(self) -> Names:
        """The prefixes that hold here."""
        return self._content.names

    def _learn(self, tag: str) -> Move:
        if tag.startswith("/"):
            return self._end(tag[1:])
        if "<" in tag:
            return self._pass_paragraph(tag)
        raw_name, _space, _attributes = tag.rstrip("/").partition(" ")
        names = self.names.inside(tag)
        name = names.element(raw_name)
        if name == _ALTERNATES:
            return Move(None, self, begins_alternates=not tag.endswith("/"))
        return self._begin(tag, name, names)

    def _end(self, raw_name: str) -> Move:
        is_branch = self.names.element(raw_name).startswith(f"{MARKUP_COMPATIBILITY}:")
        if is_branch:
            return Move(None, None)
        return Move(None, None, self._content.faults_at_end(self._positions))

    def _pass_paragraph(self, paragraph: str) -> Move:
        """Return the move of a whole paragraph: that of all its tags together."""
        faults: list[SchemaFault] = []
        reached = follow(self, iter(_TAG.findall(f"<{paragraph}>")), faults.extend)
        return Move(None, reached, tuple(faults))

    def _begin(self, tag: str, name: str, names: Names) -> Move:
        positions, child, faults_of_place = self._content.step(self._positions, name, names)
        faults = (*faults_of_place, *child.attribute_faults(tag))
        after = state_of(self._content, positions)
        if tag.endswith("/"):
            return Move(None, after, (*faults, *child.faults_of_empty()))
        return Move(after, state_of(child, child.first_positions), faults)


def state_of(content: Content, positions: Positions) -> State:
    """Return the state of a content at some positions, always the same one."""
    state: State | None = content.states.get(positions)
    if state is None:
        state = content.states[positions] = State(content, positions)
    return state


def tags_of(xml: str) -> list[str]:
    """Return the tags of a part, without angle brackets; a paragraph that holds no other one is a tag.

    Args:
        xml: the part as lxml writes it: attributes in double quotes, with no angle brackets in them.
    """
    return _TAG_OR_PARAGRAPH.findall(_TEXT.sub(">", xml))


def count_elements(tag: str) -> int:
    """Return how many elements begin with a tag: none with an end tag, all of its own with a paragraph."""
    if tag.startswith("/"):
        return 0
    return 1 + tag.count("<") - tag.count("</")


def follow(state: State, tags: Iterator[str], note: Note) -> State:
    """Move through the content of an element up to its end, and return the state before the end.

    A piece of content ends where its tags end.

    Args:
        state: where the content begins.
        tags: the tags behind it; those up to the end are taken off.
        note: called with the faults of each tag that has some.
    """
    open_states: list[State] = []
    for tag in tags:
        behind, reached, move = state[tag]
        if move is not None:
            reached = _make_move(move, state, tag, tags, note)
        if behind is not None:
            open_states.append(behind)
        if reached is None:
            if not open_states:
                return state
            reached = open_states.pop()
        state = reached
    return state


def _make_move(move: Move, state: State, tag: str, tags: Iterator[str], note: Note) -> State | None:
    """Note the faults of a move that is not plain, and return the state that it reaches."""
    note(move.faults)
    if move.begins_alternates:
        return _follow_alternates(state, tag, tags, note)
    return move.reached


def _follow_alternates(state: State, tag: str, tags: Iterator[str], note: Note) -> State:
    """Move through every branch of ``mc:AlternateContent``, and return the state after the first one."""
    names = state.names.inside(tag)
    first_end: State | None = None
    for branch_tag in tags:
        if branch_tag.startswith("/"):
            break
        if branch_tag.endswith("/"):
            continue
        branch_end = follow(state.where(names.inside(branch_tag)), tags, note)
        if first_end is None:
            first_end = branch_end
    if first_end is None:
        return state
    return first_end.where(state.names)
