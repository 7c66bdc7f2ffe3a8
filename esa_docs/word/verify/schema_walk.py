"""A part held against the schema: its tags one after the other."""

from __future__ import annotations

from operator import length_hint
from typing import Any

from lxml import etree

from esa_docs.word.verify.schema_contents import content_of, type_of_global
from esa_docs.word.verify.schema_faults import PlacedFault, SchemaFault
from esa_docs.word.verify.schema_names import no_names
from esa_docs.word.verify.schema_states import count_elements, follow, state_of, tags_of
from esa_docs.word.verify.schema_texts import text_faults

Element = Any


def schema_faults(root: Element) -> list[PlacedFault]:
    """Return what the schema does not allow in a part, in the order of the part."""
    # What lxml writes has no comments, and no angle brackets in attributes.
    xml: str = etree.tostring(root, encoding="unicode", with_tail=False)
    # The tags of a long part take much memory: they go before its texts are looked at.
    faults = _faults_of_tags(root, xml)
    faults.extend(text_faults(root, xml))
    return faults


def _faults_of_tags(root: Element, xml: str) -> list[PlacedFault]:
    walk = _Walk(tags_of(xml))
    walk.run()
    return walk.placed(root)


class _Walk:
    """A walk through the tags of one part."""

    def __init__(self, tags: list[str]) -> None:
        self._all_tags = tags
        self._tags = iter(tags)
        self._faults: list[tuple[int, SchemaFault]] = []

    def run(self) -> None:
        """Collect the faults of the part."""
        root_tag = next(self._tags)
        raw_name, _space, _attributes = root_tag.rstrip("/").partition(" ")
        names = no_names().inside(root_tag)
        name = names.element(raw_name)
        content = content_of(name, type_of_global(name), names)
        self._note(tuple(content.attribute_faults(root_tag)))
        if root_tag.endswith("/"):
            self._note(content.faults_of_empty())
        else:
            follow(state_of(content, content.first_positions), self._tags, self._note)

    def _note(self, faults: tuple[SchemaFault, ...]) -> None:
        number = len(self._all_tags) - length_hint(self._tags) - 1
        self._faults.extend((number, fault) for fault in faults)

    def placed(self, root: Element) -> list[PlacedFault]:
        """Return the faults with their elements."""
        if not self._faults:
            return []
        elements = list(root.iter("*"))
        faults = []
        begun = 0
        counted = 0
        for number, fault in self._faults:
            for tag in self._all_tags[counted:number]:
                begun += count_elements(tag)
            counted = number
            # Of an element that ends, the last one that began is the nearest.
            is_end = self._all_tags[number].startswith("/")
            place = begun - 1 if is_end else begun
            faults.append(PlacedFault(fault, elements[place]))
        return faults
