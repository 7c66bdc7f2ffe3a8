"""Ways in which people, Word and other programs change a template, drawn by a seeded random."""

from __future__ import annotations

import io
import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree
from tree_mutations import TREE_CHANGES, NamedChange

_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DOCUMENT: Final = "word/document.xml"
_STORY: Final = re.compile(r"word/(?:document|header[0-9]*|footer[0-9]*|footnotes)\.xml")

Parts = dict[str, bytes]


@dataclass(frozen=True, slots=True)
class Mutant:
    """A changed template.

    Attributes:
        change: what was changed, for a reader.
        data: its bytes.
        keeps_text: a paper made with it must have the text of one that is made with the template as it was.
    """

    change: str
    data: bytes
    keeps_text: bool = False


def mutate(seed: int, data: bytes) -> Mutant:
    """Return the template that a seed makes of another."""
    chance = random.Random(seed)  # noqa: S311 it is to give the same every time
    mutation = MUTATIONS[seed % len(MUTATIONS)]
    return mutation(chance, data)


def _parts_of(data: bytes) -> Parts:
    with ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _pack(parts: Parts) -> bytes:
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return buffer.getvalue()


def _of_tree(tree_change: NamedChange) -> _Mutation:
    """Return the mutation that changes the tree of one story of a template."""

    def mutation(chance: random.Random, data: bytes) -> Mutant:
        parts = _parts_of(data)
        stories = [part for part in parts if _STORY.fullmatch(part)]
        # Most of a template stands in its body.
        part = chance.choice([*stories, _DOCUMENT, _DOCUMENT])
        root = etree.fromstring(parts[part])
        try:
            words = tree_change.change(chance, root)
        except IndexError:
            # A header may have no table, a letter no picture: there is nothing to choose from.
            return Mutant(f"{tree_change.name} in {part}: nothing to change", data, keeps_text=True)
        parts[part] = etree.tostring(root, encoding="UTF-8", standalone=True)
        return Mutant(f"{tree_change.name} in {part}: {words}", _pack(parts), tree_change.keeps_text)

    return mutation


def _change_prefix(chance: random.Random, data: bytes) -> Mutant:
    """Return a template with another prefix for the namespace of Word in one part."""
    parts = _parts_of(data)
    part = chance.choice([name for name in parts if name.startswith("word/") and name.endswith(".xml")])
    xml = parts[part].decode("UTF-8")
    declared = f'xmlns:w="{_W}"'
    if xml.count(declared) == 1 and "mc:Ignorable" not in xml:
        xml = xml.replace(declared, f'xmlns:ns0="{_W}"')
        parts[part] = re.sub(r"(?<=[<\s/])w:(?=[a-zA-Z]+)", "ns0:", xml).encode("UTF-8")
    return Mutant(f"another prefix in {part}", _pack(parts), keeps_text=True)


def _change_encoding(chance: random.Random, data: bytes) -> Mutant:
    parts = _parts_of(data)
    part = chance.choice([name for name in parts if name.startswith("word/") and name.endswith(".xml")])
    root = etree.fromstring(parts[part])
    xml = etree.tostring(root, encoding="unicode")
    parts[part] = xml.encode("UTF-16")
    return Mutant(f"UTF-16 in {part}", _pack(parts), keeps_text=True)


def _drop_part(chance: random.Random, data: bytes) -> Mutant:
    parts = _parts_of(data)
    part = chance.choice(sorted(parts))
    del parts[part]
    return Mutant(f"without {part}", _pack(parts))


def _break_part(chance: random.Random, data: bytes) -> Mutant:
    parts = _parts_of(data)
    part = chance.choice(sorted(parts))
    whole = parts[part]
    place = chance.randrange(len(whole))
    broken: list[bytes] = [b"", whole[:place], b"<!DOCTYPE x [<!ENTITY a 'b'>]>" + whole, b"\x00" + whole]
    parts[part] = chance.choice(broken)
    return Mutant(f"broken {part}", _pack(parts))


def _break_file(chance: random.Random, data: bytes) -> Mutant:
    place = chance.randrange(len(data))
    broken = bytearray(data)
    broken[place] ^= 1 << chance.randrange(8)
    return Mutant(f"one bit at {place}", bytes(broken))


def _swap_type(chance: random.Random, data: bytes) -> Mutant:
    """Return a template whose content type is that of another sort of file."""
    parts = _parts_of(data)
    types = parts["[Content_Types].xml"].decode("UTF-8")
    sort = chance.choice(("template", "macroEnabled.main", "sheet"))
    parts["[Content_Types].xml"] = types.replace("document.main+xml", f"{sort}.main+xml").encode("UTF-8")
    return Mutant(f"content type {sort}", _pack(parts))


_Mutation = Callable[[random.Random, bytes], Mutant]
MUTATIONS: Final[tuple[_Mutation, ...]] = (
    *map(_of_tree, TREE_CHANGES),
    *(_change_prefix, _change_encoding, _drop_part, _break_part, _break_file, _swap_type),
    # The commonest of all stand twice.
    *map(_of_tree, TREE_CHANGES[:9]),
)
