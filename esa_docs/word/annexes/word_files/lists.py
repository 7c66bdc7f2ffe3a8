"""The lists of a Word file under ids of their own: they count as in their file, and disturb no other list."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from typing import Any, Final

from esa_docs.ooxml.foreign import style_prefix
from esa_docs.ooxml.names import local, w
from esa_docs.word.annexes.word_files.own_sheet import OwnSheet
from esa_docs.word.annexes.word_files.removing import remove, remove_all

_IDS_OF_A_FILE: Final = 100_000
"""Ids of lists that a file may have."""
_BEHIND_NAME: Final = frozenset(map(w, ("styleLink", "numStyleLink", "lvl")))
_LINKS: Final = ("styleLink", "numStyleLink")

Element = Any


class OwnLists:
    """The lists that the text and the styles of a Word file use, as they come into the paper.

    Attributes:
        definitions: a ``w:abstractNum`` each.
        lists: a ``w:num`` each.
    """

    def __init__(self, numbering: Element | None, sheet: OwnSheet, number: int) -> None:
        """Take the lists of a file.

        Args:
            numbering: root of its lists; None where it has none.
            sheet: its styles.
            number: which annex of the paper it is, from 1.
        """
        self._sheet = sheet
        self._number = number
        self._sources: dict[str, dict[str, Element]] = {"abstractNum": {}, "num": {}}
        elements = [] if numbering is None else list(numbering)
        for element in elements:
            name = local(element.tag)
            if name in self._sources:
                self._sources[name][element.get(w(f"{name}Id"), "")] = element
        self._ids: dict[tuple[str, str], int] = {}
        self.definitions: list[Element] = []
        self.lists: list[Element] = []

    def use(self, elements: Iterable[Element]) -> None:
        """Name the lists of text or styles by their ids in the paper.

        Args:
            elements: parts with text, or styles; changed.
        """
        for element in elements:
            for list_id in list(element.iter(w("numId"))):
                self._rename(list_id)

    def _rename(self, list_id: Element) -> None:
        value = list_id.get(w("val"), "")
        # Zero says that a paragraph has no number.
        if value == "0":
            return
        if value in self._sources["num"]:
            list_id.set(w("val"), str(self._list(value)))
        else:
            remove(list_id.getparent())

    def _list(self, value: str) -> int:
        key = ("num", value)
        if key in self._ids:
            return self._ids[key]
        new_id = self._take_id(key)
        element = deepcopy(self._sources["num"][value])
        element.set(w("numId"), str(new_id))
        self.lists.append(element)
        definition = element.find(w("abstractNumId"))
        if definition is not None and definition.get(w("val"), "") in self._sources["abstractNum"]:
            definition.set(w("val"), str(self._definition(definition.get(w("val"), ""))))
        return new_id

    def _definition(self, value: str) -> int:
        key = ("abstractNum", value)
        if key in self._ids:
            return self._ids[key]
        new_id = self._take_id(key)
        element = deepcopy(self._sources["abstractNum"][value])
        element.set(w("abstractNumId"), str(new_id))
        self.definitions.append(element)
        self._name(element, new_id)
        # A picture as a bullet lies in another part: the sign of the list stands in its place.
        remove_all(element.iter(w("lvlPicBulletId")))
        for name in _LINKS:
            for link in element.findall(w(name)):
                self._rename_style(link, "numbering")
        for level_style in list(element.iter(w("pStyle"))):
            self._rename_style(level_style, "paragraph")
        return new_id

    def _name(self, definition: Element, new_id: int) -> None:
        """Set the sign of a list by which Word knows it, and a name that says where it is from."""
        for name in ("nsid", "tmpl", "name"):
            remove_all(definition.findall(w(name)))
        sign = definition.makeelement(w("nsid"), {w("val"): f"{0x45000000 + new_id:08X}"})
        definition.insert(0, sign)
        place = 0
        for child in definition:
            if child.tag in _BEHIND_NAME:
                break
            place += 1
        name_of_list = f"{style_prefix(self._number)}{new_id}"
        definition.insert(place, definition.makeelement(w("name"), {w("val"): name_of_list}))

    def _rename_style(self, element: Element, kind: str) -> None:
        style_id = element.get(w("val"), "")
        if self._sheet.knows(kind, style_id):
            element.set(w("val"), self._sheet.id_of(kind, style_id))
        else:
            remove(element)

    def _take_id(self, key: tuple[str, str]) -> int:
        self._ids[key] = self._number * _IDS_OF_A_FILE + len(self._ids) + 1
        return self._ids[key]
