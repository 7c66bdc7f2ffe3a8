"""Values for a template before there is a paper: the examples that the declaration of its form gives."""

from __future__ import annotations

from collections import Counter
from typing import Any, Final

from esa_docs.model.printed.shape import INTERNAL_NAMES, Shape, Sort
from esa_docs.word.drawings import Drawing, drawing_mark
from esa_docs.word.emblem import placeholder_drawing

_MEMBERS: Final = 2
"""Members of each list: what stands between two of them is filled in too."""
_TEXT: Final = "ตัวอย่าง"


def full_example(top: Shape) -> dict[str, Any]:
    """Return values for all variables of a form: each text and list has some, each condition holds."""
    return _Example(is_full=True).context(top)


def empty_example(top: Shape) -> dict[str, Any]:
    """Return values for all variables of a form: texts and lists are empty, no condition holds."""
    return _Example(is_full=False).context(top)


class _Members(list[Any]):
    """Members of a list that a template may ask for by any number: a paper may have more of them."""

    def __getitem__(self, key: Any) -> Any:
        if isinstance(key, int) and self:
            key = min(key, len(self) - 1)
        return super().__getitem__(key)


class _Example:
    def __init__(self, *, is_full: bool) -> None:
        self._is_full = is_full
        self._drawings: list[Drawing] = []
        self._numbers: Counter[int] = Counter()

    def context(self, top: Shape) -> dict[str, Any]:
        """Return the values of all variables of a form, with the drawings that they name."""
        context = self._group(top)
        drawings = dict.fromkeys(INTERNAL_NAMES, tuple(self._drawings))
        return {**context, **drawings}

    def _group(self, shape: Shape) -> dict[str, Any]:
        return {name: self._value(inner_shape) for name, inner_shape in shape.fields.items()}

    def _value(self, shape: Shape) -> Any:
        match shape.sort:
            case Sort.GROUP:
                return self._group(shape)
            case Sort.LIST:
                return self._members(shape)
            case Sort.DRAWING:
                return self._drawing()
            case Sort.NUMBER:
                return self._number(shape)
            case Sort.YES_NO:
                return self._is_full
        return self._text(shape)

    def _members(self, shape: Shape) -> list[Any]:
        if shape.item is None or not self._is_full:
            return []
        return _Members(self._value(shape.item) for _number in range(_MEMBERS))

    def _drawing(self) -> str:
        number = len(self._drawings)
        self._drawings.append(placeholder_drawing(number))
        return drawing_mark(number)

    def _number(self, shape: Shape) -> int:
        """Return a number that no other value of this variable has: bookmarks have numbers in their names."""
        number = int(shape.example) + self._numbers[id(shape)]
        self._numbers[id(shape)] += 1
        return number

    def _text(self, shape: Shape) -> str:
        if not self._is_full:
            return ""
        return shape.example or _TEXT
