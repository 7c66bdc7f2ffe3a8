"""Content models of the schema as automata: which child may follow, and where children may end.

The places of a model at which an element may stand are its positions (Glushkov's construction). What follows
which position is worked out once for each type.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, NamedTuple

from esa_docs.word.verify.schema_table import ANY_TYPE, Particle, SchemaTable, schema_table

START: Final = -1
"""The position before the first child."""
_ANY: Final = "*"

Positions = frozenset[int]
"""Where a content may stand in its model after some children; of all in any order, those that it has."""


class Position(NamedTuple):
    """A place of a model at which an element may stand.

    Attributes:
        name: the element; ``*`` with a namespace stands for any.
        type_name: its type; empty where any element may stand.
    """

    name: str
    type_name: str

    def takes(self, name: str) -> bool:
        """Return whether an element may stand here."""
        if not self.name.startswith(_ANY):
            return self.name == name
        namespace = self.name.removeprefix(_ANY)
        if namespace.startswith("##"):
            return True
        return name.startswith(f"{namespace}:")


class _Piece(NamedTuple):
    """A part of a model: whether it may be empty, and the positions at which it begins and ends."""

    may_be_empty: bool
    first: frozenset[int]
    last: frozenset[int]


_EMPTY: Final = _Piece(may_be_empty=True, first=frozenset(), last=frozenset())
_NEVER: Final = _Piece(may_be_empty=False, first=frozenset(), last=frozenset())


@dataclass
class ContentModel:
    """What may stand in elements of one type.

    Attributes:
        positions: all positions.
        following: positions that may follow each position, and ``START``.
        last: positions after which the content may end.
        any_order: whether all children stand in any order, each once; ``required`` must stand.
    """

    positions: list[Position] = field(default_factory=list)
    following: dict[int, set[int]] = field(default_factory=dict)
    last: set[int] = field(default_factory=set)
    any_order: bool = False
    required: frozenset[int] = frozenset()

    def advance(self, reached: Positions, name: str) -> Positions:
        """Return the positions after one more child; empty where it may not stand there."""
        if self.any_order:
            candidates = set(range(len(self.positions))) - reached
            new_positions = self._takers(candidates, name)
            return reached | new_positions if new_positions else frozenset()
        candidates = set()
        for position in reached:
            candidates |= self.following[position]
        return self._takers(candidates, name)

    def _takers(self, candidates: Iterable[int], name: str) -> Positions:
        """Return those positions at which an element may stand."""
        return frozenset(number for number in candidates if self.positions[number].takes(name))

    def may_end(self, reached: Positions) -> bool:
        """Return whether nothing is missing."""
        if self.any_order:
            return self.required <= reached
        return not self.last.isdisjoint(reached)

    def missing(self, reached: Positions) -> list[str]:
        """Return the names of the elements that may come next, each once."""
        if self.any_order:
            return self._names(self.required - reached)
        following: set[int] = set()
        for position in reached:
            following |= self.following[position]
        return self._names(following)

    def position_of(self, name: str) -> Position | None:
        """Return a position at which an element may stand; None where it may stand nowhere in the model."""
        for position in self.positions:
            if position.takes(name):
                return position
        return None

    def _names(self, numbers: Iterable[int]) -> list[str]:
        names = [self.positions[number].name for number in sorted(numbers)]
        return list(dict.fromkeys(name for name in names if not name.startswith(_ANY)))


@lru_cache(maxsize=2048)
def content_model(type_name: str) -> ContentModel | None:
    """Return the model of a type; None where anything may stand in it."""
    if type_name == ANY_TYPE:
        return None
    particle = schema_table().complex_type(type_name).content
    if particle is None:
        return ContentModel(following={START: set()}, last={START})
    if particle[0] == "a":
        return _model_in_any_order(particle)
    model = ContentModel()
    piece = _Builder(schema_table(), model).build(particle)
    model.following[START] = set(piece.first)
    model.last = set(piece.last)
    if piece.may_be_empty:
        model.last.add(START)
    return model


def _model_in_any_order(particle: Particle) -> ContentModel:
    positions = [Position(name, type_name) for _kind, name, type_name, _least, _most in particle[1]]
    required = frozenset(number for number, item in enumerate(particle[1]) if item[3] > 0)
    return ContentModel(positions, any_order=True, required=required)


class _Builder:
    """Builds a model from the short form of the table."""

    def __init__(self, table: SchemaTable, model: ContentModel) -> None:
        self._table = table
        self._model = model

    def build(self, particle: Particle) -> _Piece:
        """Return a particle, repeated as often as it may stand, as a piece."""
        *_head, least, most = particle
        if most == 0:
            return _EMPTY
        count = max(least, 1) if most < 0 else most
        piece = _EMPTY
        for number in range(count):
            turn = self._once(particle)
            is_last_of_endless = most < 0 and number == count - 1
            if is_last_of_endless:
                self._connect(turn.last, turn.first)
            if number >= least:
                turn = turn._replace(may_be_empty=True)
            piece = self._join(piece, turn)
        return piece

    def _once(self, particle: Particle) -> _Piece:
        match particle[0]:
            case "e":
                return self._position(particle[1], particle[2])
            case "*":
                return self._position(f"{_ANY}{particle[1]}", "")
            case "g":
                return self.build(self._table.groups[particle[1]])
            case "c":
                return self._choice(particle[1])
            case _:
                return self._sequence(particle[1])

    def _position(self, name: str, type_name: str) -> _Piece:
        number = len(self._model.positions)
        self._model.positions.append(Position(name, type_name))
        self._model.following[number] = set()
        place = frozenset([number])
        return _Piece(may_be_empty=False, first=place, last=place)

    def _choice(self, items: list[Particle]) -> _Piece:
        piece = _NEVER if items else _EMPTY
        for item in items:
            option = self.build(item)
            may_be_empty = piece.may_be_empty or option.may_be_empty
            piece = _Piece(may_be_empty, piece.first | option.first, piece.last | option.last)
        return piece

    def _sequence(self, items: list[Particle]) -> _Piece:
        piece = _EMPTY
        for item in items:
            piece = self._join(piece, self.build(item))
        return piece

    def _join(self, before: _Piece, after: _Piece) -> _Piece:
        self._connect(before.last, after.first)
        first = before.first | after.first if before.may_be_empty else before.first
        last = before.last | after.last if after.may_be_empty else after.last
        return _Piece(before.may_be_empty and after.may_be_empty, first, last)

    def _connect(self, last: Iterable[int], first: frozenset[int]) -> None:
        for position in last:
            self._model.following[position] |= first
