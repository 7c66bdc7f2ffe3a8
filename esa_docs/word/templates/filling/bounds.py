"""Bounds of what a template may do: a loop without an end, or a text of a gigabyte, ends with words.

Jinja's sandbox keeps a template from the machine, but not from its time and its memory. Every turn of a loop
and every call is counted, every text is measured before it is made where one tag could make it at once, and
what comes out is counted while it comes. The counts hold for one document; without `metering`, as while a
template is compiled, only sizes are looked at.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import wraps
from typing import Any, Final

from esa_docs.word.templates.faults.piece_faults import cut_piece
from esa_docs.word.templates.filling.text_filters import refuse_notation
from esa_docs.word.templates.tags.held_pieces import has_piece, held

MOST_TURNS: Final = 200_000
"""Turns of loops and calls in one document: a table of 10 000 rows and ten columns has some 110 000."""
MOST_LETTERS: Final = 1_000_000
"""Letters of one text, or members of one list, that a tag makes: a manual has some 200 000 letters."""
MOST_OUTPUT: Final = 64_000_000
"""Letters of XML that the tags of one document give: the shipped SAR takes some three million."""
_MOST_WORK: Final = 200_000_000
"""Letters and members that pass filters in one document."""
_WORK_OF_CALL: Final = 500
"""What a call of a filter takes, whatever its text: ``map`` may call one for each of a million letters."""
_MOST_WRAPPED: Final = 50_000
"""Letters of a text that is broken into lines, which takes 20 seconds for a million."""
_MOST_PRODUCT: Final = 20_000_000
"""The largest product of two sizes of one call: ``replace`` and ``join`` can make a text of that length."""
_MOST_BITS: Final = 10_000
"""Bits of a whole number: it has at most some 3 000 digits."""
_WIDE_FIELD: Final = re.compile(r"\{[^{}]*[:.](?:[^{}]*\{|[^{}]*\d{5})|%[-+ #0.\d]*(?:\*|\d{5})")
"""A place of a format text whose width has five digits, or is given by another value."""
_NAME_IN_FORMAT: Final = re.compile(r"%\((\w+)\)|\{(\w+)[}!:]")
_PART_OF_VALUE: Final = re.compile(r"\{\w*[.\[]")
"""A place of a format text that shows a part of a value."""
_SIZING_FILTERS: Final = frozenset({"batch", "center", "indent", "round", "slice", "tojson", "wordwrap"})
"""Filters whose numbers say how long something becomes."""
_FORMATTING: Final = frozenset({"format", "format_map"})
_SIZED: Final = (str, bytes, list, tuple, dict, set, frozenset, range)
_WITH_METHODS: Final = (str, bytes, int, float)
"""Types of content whose own methods a template may call with the number of a length."""


class TooManyTurnsError(Exception):
    """The loops and calls of a template do not end."""


class TooLargeError(Exception):
    """A tag would make a text, a list or a number that is far too large."""


@dataclass(slots=True)
class _Meter:
    """What a document has used so far."""

    turns: int = 0
    output: int = 0
    work: int = 0


_METER: ContextVar[_Meter | None] = ContextVar("meter", default=None)


@contextmanager
def metering() -> Iterator[None]:
    """Count for one document, from nothing on."""
    token = _METER.set(_Meter())
    try:
        yield
    finally:
        _METER.reset(token)


def count_turn() -> None:
    """Count a turn of a loop, or a call.

    Raises:
        TooManyTurnsError: there were too many.
    """
    meter = _METER.get()
    if meter is None:
        return
    meter.turns += 1
    if meter.turns > MOST_TURNS:
        raise TooManyTurnsError


def join_output(pieces: Iterable[str]) -> str:
    """Return the pieces of a rendered part, or of a block of it, as one text; the key of one that is XML.

    Raises:
        TooLargeError: the document becomes too large.
    """
    meter = _METER.get()
    if meter is None:
        return held("".join(pieces))
    # Turns are counted, and each piece was a block that came through here: the list stays small.
    texts = list(pieces)
    meter.output += sum(map(len, texts))
    if meter.output > MOST_OUTPUT:
        raise TooLargeError
    return held("".join(texts))


def bounded(value: Any) -> Any:
    """Return what a tag made as it is.

    Raises:
        TooLargeError: it is a text, a list or a number that is too large.
    """
    if _size(value) > MOST_LETTERS or _bits(value) > _MOST_BITS:
        raise TooLargeError
    return value


def bounded_filter(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """Return a filter of Jinja that looks at sizes before and after its work."""

    @wraps(function)
    def run(*args: Any, **kwargs: Any) -> Any:
        values = (*args, *kwargs.values())
        if name == "format":
            _refuse_wide_fields(values)
        if name == "wordwrap" and max(map(_size, values)) > _MOST_WRAPPED:
            raise TooLargeError
        numbers_count = name in _SIZING_FILTERS
        _refuse_products(values, with_numbers=numbers_count)
        result = function(*args, **kwargs)
        _count_work(values, result)
        return bounded(result)

    return run


def _count_work(values: Iterable[Any], result: Any) -> None:
    meter = _METER.get()
    if meter is None:
        return
    meter.work += _WORK_OF_CALL + _size(result)
    for value in values:
        meter.work += _size(value)
    if meter.work > _MOST_WORK:
        raise TooManyTurnsError


def check_call(function: Any, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> None:
    """Look at the sizes of a call before it is done: ``text.ljust(1000000000)`` takes a gigabyte.

    Raises:
        TooLargeError: its result would be too large.
    """
    # The sandbox puts a function of its own around ``format`` of a text.
    method = getattr(function, "__wrapped__", function)
    owner = getattr(method, "__self__", None)
    if not isinstance(owner, _WITH_METHODS):
        return
    if has_piece(owner):
        raise cut_piece()
    if getattr(method, "__name__", "") in _FORMATTING:
        _refuse_wide_fields([owner])
        _refuse_notation_in(owner, args, kwargs)
        return
    values = (_size(owner), *args, *kwargs.values())
    _refuse_products(values, with_numbers=True)


def check_operation(operator: str, first: Any, second: Any) -> None:
    """Look at the operands of an operation before it is done: ``'x' * 1000000000`` takes a gigabyte.

    Raises:
        TooLargeError: its result would be too large.
    """
    if operator == "*":
        _refuse_repetition(first, second)
        _refuse_repetition(second, first)
        if _bits(first) + _bits(second) > _MOST_BITS:
            raise TooLargeError
    elif operator == "**" and _is_whole(second) and _bits(first) * abs(second) > _MOST_BITS:
        raise TooLargeError
    elif operator == "%" and isinstance(first, str):
        _refuse_wide_fields([first])
        if isinstance(second, dict):
            _refuse_notation_in(first, (), second)
        else:
            values = second if isinstance(second, tuple) else (second,)
            _refuse_notation_in(first, values, {})


def _refuse_notation_in(text: Any, values: tuple[Any, ...], named_values: Mapping[str, Any]) -> None:
    """Refuse lists and groups in a format text; those that it does not name, or names a part of, pass."""
    if _PART_OF_VALUE.search(str(text)) is None:
        refuse_notation(values, with_floats=True)
    names = {first or second for first, second in _NAME_IN_FORMAT.findall(str(text))}
    printed_values = [value for name, value in named_values.items() if name in names]
    refuse_notation(printed_values, with_floats=True)


def _refuse_repetition(value: Any, times: Any) -> None:
    if _is_whole(times) and _size(value) * times > MOST_LETTERS:
        raise TooLargeError


def _refuse_wide_fields(values: Iterable[Any]) -> None:
    for value in values:
        if isinstance(value, str) and _WIDE_FIELD.search(value):
            raise TooLargeError


def _refuse_products(values: Iterable[Any], *, with_numbers: bool) -> None:
    """Refuse values of a call of which two sizes are too large together."""
    sizes = [1, 1]
    for value in values:
        if with_numbers and _is_whole(value):
            sizes.append(abs(value))
        else:
            sizes.append(_size(value))
    sizes.sort()
    if sizes[-1] * sizes[-2] > _MOST_PRODUCT:
        raise TooLargeError


def _size(value: Any) -> int:
    """Return the letters of a text or the members of a list; 0 of what has no size."""
    return len(value) if isinstance(value, _SIZED) else 0


def _bits(value: Any) -> int:
    return value.bit_length() if _is_whole(value) else 0


def _is_whole(value: Any) -> bool:
    return isinstance(value, int)
