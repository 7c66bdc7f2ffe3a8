"""Parts of Word files altered at random, as a template gone wrong or a fault of ours would alter them."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any, Final, NamedTuple
from zipfile import ZipFile

from lxml import etree

from esa_docs.ooxml.names import W, local, w

MOST_ELEMENTS: Final = 1500
"""Elements of a part that is altered; larger ones take long and say nothing else."""
_MOST_BLOCKS: Final = 6
"""Paragraphs and tables that a document keeps."""
_VALUES: Final = ("nonsense", "-1", "1.5", "", "99999999999")

Element = Any


class Part(NamedTuple):
    """A part of a Word file: the file, the name of the part, and its root."""

    file: str
    name: str
    root: Element


class Mutation(NamedTuple):
    """A part that was altered, and in what way."""

    part: Part
    change: str


def parts_of_files(paths: list[Path]) -> list[Part]:
    """Return the parts of Word files that are small enough, whatever they hold."""
    parts = []
    for path in paths:
        with ZipFile(path) as package:
            for name in package.namelist():
                if name.startswith("word/") and name.endswith(".xml"):
                    root = etree.fromstring(package.read(name))
                    parts.append(Part(path.name, name, root))
    return [part for part in parts if len(list(part.root.iter())) < MOST_ELEMENTS]


def mutations(parts: list[Part], count: int, seed: int) -> Iterator[Mutation]:
    """Generate altered copies of parts, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 no secret hangs on it
    for _number in range(count):
        part = chance.choice(parts)
        copy = part._replace(root=deepcopy(part.root))
        _shorten(chance, copy.root)
        change = _alter(chance, copy.root)
        yield Mutation(copy, change)


def _shorten(chance: random.Random, root: Element) -> None:
    """Leave a few blocks of a document, and its last section."""
    body = root.find(w("body"))
    if body is None:
        return
    blocks = list(body)[:-1]
    kept_blocks = chance.sample(blocks, min(_MOST_BLOCKS, len(blocks)))
    for block in blocks:
        if block not in kept_blocks:
            body.remove(block)


def _alter(chance: random.Random, root: Element) -> str:
    """Alter a part once, and return in what way."""
    elements = list(root.iter("*"))
    while True:
        change = chance.choice(_CHANGES)
        element = chance.choice(elements)
        words = change(chance, element, elements)
        if words:
            return words


def _swap(chance: random.Random, element: Element, _elements: list[Element]) -> str:
    if len(element) < 2:  # noqa: PLR2004 two children can change places
        return ""
    place = chance.randrange(len(element) - 1)
    first, second = element[place], element[place + 1]
    if first.tag == second.tag:
        return ""
    element.remove(second)
    element.insert(place, second)
    return f"swap {_name(first)} and {_name(second)} in {_name(element)}"


def _drop_attribute(chance: random.Random, element: Element, _elements: list[Element]) -> str:
    if not element.attrib:
        return ""
    name = chance.choice(sorted(element.attrib))
    del element.attrib[name]
    return f"drop {local(name)} of {_name(element)}"


def _set_value(chance: random.Random, element: Element, _elements: list[Element]) -> str:
    if not element.attrib:
        return ""
    name = chance.choice(sorted(element.attrib))
    value = chance.choice(_VALUES)
    element.set(name, value)
    return f"set {local(name)} of {_name(element)} to '{value}'"


def _add_attribute(_chance: random.Random, element: Element, _elements: list[Element]) -> str:
    is_main = etree.QName(element).namespace == W
    name = w("nonsense") if is_main else "nonsense"
    element.set(name, "1")
    return f"add an attribute to {_name(element)}"


def _move(chance: random.Random, element: Element, elements: list[Element]) -> str:
    target = chance.choice(elements)
    is_inside = element is target or element in target.iterancestors()
    if element.getparent() is None or is_inside or target is element.getparent():
        return ""
    element.getparent().remove(element)
    target.insert(chance.randrange(len(target) + 1), element)
    return f"move {_name(element)} into {_name(target)}"


def _repeat(_chance: random.Random, element: Element, _elements: list[Element]) -> str:
    if element.getparent() is None:
        return ""
    element.addnext(deepcopy(element))
    return f"repeat {_name(element)} in {_name(element.getparent())}"


def _remove(_chance: random.Random, element: Element, _elements: list[Element]) -> str:
    parent = element.getparent()
    if parent is None:
        return ""
    parent.remove(element)
    return f"remove {_name(element)} from {_name(parent)}"


_CHANGES: Final[tuple[Callable[[random.Random, Element, list[Element]], str], ...]] = (
    *(_swap, _drop_attribute, _set_value, _add_attribute),
    *(_move, _repeat, _remove),
)


def _name(element: Element) -> str:
    return str(etree.QName(element).localname)
