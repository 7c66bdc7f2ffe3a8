"""What the fields of content speak of, where that is not the office and its year.

A model declares it beside its fields, as ``meanings``: a mapping from the name of a field to its meaning. It
holds for all that lies within the field.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

from pydantic import BaseModel

from esa_docs import thai
from esa_docs.model.inner_values import REFERRED_TO
from esa_docs.model.people import KeyPath
from esa_docs.model.printed_fields import type_of

_ATTRIBUTE = "meanings"


class Meaning(Enum):
    """What a field speaks of."""

    CITATION = auto()
    """อ้างอิง: an earlier paper, a law, a piece of evidence: of any year and any office."""
    EARLIER = auto()
    """เรื่องเดิม: an earlier matter of the office, of any year."""
    PLAN = auto()
    """แผน: what is to come, in this year or later."""
    OUTSIDER = auto()
    """ผู้อื่น: somebody who need not be of the office, such as a recipient."""
    COMPARISON = auto()
    """เปรียบเทียบ: facts of several years or of several offices, side by side."""
    SIGNED_LATER = auto()
    """วันที่ลงนาม: the day of a report, which may be signed after its year has ended."""
    FOR_PEN = auto()
    """เว้นไว้เขียน: what may have dotted lines for the pen."""
    FORM = auto()
    """แบบ: what others fill in, with lines, gaps and words in brackets that say what belongs there."""


Meanings = Mapping[str, Meaning]
"""The meaning of fields, by the name of the field."""


@dataclass(frozen=True, slots=True)
class Written:
    """A text or date as it stands in content.

    Attributes:
        path: keys and indexes that lead to it.
        value: the text, or the date, or the month.
        meanings: what it speaks of; empty for the office and its year.
    """

    path: KeyPath
    value: str | dt.date | thai.ThaiMonth
    meanings: frozenset[Meaning] = frozenset()


def written_in(
    content: object, path: KeyPath = (), meanings: frozenset[Meaning] = frozenset()
) -> Iterator[Written]:
    """Generate every text and date that stands in content and is printed, in order.

    People, editions and documents that content refers to are no texts of it.

    Args:
        content: content of any kind, or a part of it.
        path: key path of the content.
        meanings: what it speaks of.
    """
    if isinstance(content, str | dt.date | thai.ThaiMonth):
        yield Written(path, content, meanings)
    elif isinstance(content, tuple | dict):
        for step, item in _items(content):
            yield from written_in(item, (*path, step), meanings)
    elif isinstance(content, BaseModel) and not isinstance(content, REFERRED_TO):
        for field in _fields_of(type(content)):
            value = getattr(content, field.name)
            yield from written_in(value, (*path, field.key), meanings | field.meanings)


def _items(content: tuple[object, ...] | dict[str, object]) -> Iterator[tuple[int | str, object]]:
    """Generate what a list or a mapping holds, with its index or key."""
    if isinstance(content, tuple):
        yield from enumerate(content)
    else:
        yield from content.items()


@dataclass(frozen=True, slots=True)
class _Field:
    """A field of a model: its name in Python, its key in files, its meaning."""

    name: str
    key: str
    meanings: frozenset[Meaning]


@cache
def _fields_of(model: type[BaseModel]) -> tuple[_Field, ...]:
    """Return the fields of a model that are printed."""
    meanings = meanings_of(model)
    fields: list[_Field] = []
    for name, field in model.model_fields.items():
        field_type = type_of(field)
        if field_type.steers and field_type.inner is str:
            continue
        meaning = meanings.get(name)
        own_meanings = frozenset({meaning}) if meaning else frozenset()
        fields.append(_Field(name, field.alias or name, own_meanings))
    return tuple(fields)


def meanings_of(model: type[BaseModel]) -> dict[str, Meaning]:
    """Return the meaning of the fields of a model, by name. What it says itself goes before what it inherits.

    Raises:
        ValueError: a name is that of no field.
    """
    meanings: dict[str, Meaning] = {}
    for ancestor in reversed(model.__mro__):
        meanings.update(vars(ancestor).get(_ATTRIBUTE, {}))
    unknown_names = sorted(meanings.keys() - model.model_fields.keys())
    if unknown_names:
        raise ValueError(f"{model.__name__} has no fields {', '.join(unknown_names)}")
    return meanings
