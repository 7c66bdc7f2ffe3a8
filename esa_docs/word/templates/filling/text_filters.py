"""Jinja's filters as an office may use them: text is text, and no value is written in Python's notation.

``{{ x|upper }}`` of a list would print its brackets and quotes. The codes of signs such as ``&amp;`` count as
one letter, and a piece of XML has no letters to count.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import wraps
from typing import Any, Final

from jinja2 import Undefined, pass_eval_context
from jinja2.filters import FILTERS, do_urlize, make_attrgetter
from markupsafe import Markup, escape

from esa_docs.word.runs import unescape
from esa_docs.word.templates.faults.filling_words import PythonNotationError, UnprintableValueError
from esa_docs.word.templates.faults.piece_faults import unfit_filter
from esa_docs.word.templates.tags.held_pieces import has_piece, with_changed_texts
from esa_docs.word.templates.tags.own_names import OF_CHANCE, OF_PYTHON

TEXT_FILTERS: Final = frozenset(
    {
        *("capitalize", "center", "e", "escape", "forceescape", "format", "indent", "lower", "replace"),
        *("string", "striptags", "title", "trim", "truncate", "upper", "urlize", "wordcount", "wordwrap"),
    }
)
"""Filters that turn whatever they are given into text."""
_OF_GROUPS: Final = frozenset({"urlencode", "xmlattr"})
"""Filters that turn the values of a group into text."""
_CASES: Final[Mapping[str, Callable[[str], str]]] = {"lower": str.lower, "upper": str.upper}
"""Filters that change each letter by itself, and so the texts of a piece of XML."""
_KEEPING: Final = frozenset({"d", "default", "e", "escape", "forceescape", "string", "trim"})
"""Filters that leave a piece of XML as it is."""


def text_filters() -> dict[str, Callable[..., Any]]:
    """Return Jinja's filters by their names; none that picks by chance."""
    filters = {}
    for name, function in FILTERS.items():
        if name != OF_CHANCE:
            filters[name] = _text_filter(name, function)
    filters["urlize"] = _text_filter("urlize", _with_links_as_text)
    filters[OF_PYTHON] = _refuse_python
    filters["tojson"] = _as_json
    return filters


def refuse_notation(values: Iterable[Any], *, with_floats: bool = False) -> None:
    """Refuse values that as text would be written in Python's notation.

    Args:
        values: what becomes text.
        with_floats: whether numbers that are not exact pass, as where a format says how they are written.

    Raises:
        UnprintableValueError: one is neither a text nor a number.
    """
    for value in values:
        is_number = isinstance(value, (int, Decimal)) and not isinstance(value, bool)
        is_number = is_number or (with_floats and isinstance(value, float))
        if not is_number and not isinstance(value, (str, Undefined)):
            raise UnprintableValueError(value)


def _text_filter(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    place = 1 if hasattr(function, "jinja_pass_arg") else 0

    @wraps(function)
    def run(*args: Any, **kwargs: Any) -> Any:
        value = args[place]
        _refuse_values(name, args[place:], kwargs)
        if has_piece(value):
            return _of_piece(name, value, lambda: function(*args, **kwargs))
        if name == "join":
            args, kwargs = _joined_arguments(args, kwargs)
        if isinstance(value, Markup):
            result = function(*args[:place], unescape(value), *args[place + 1 :], **kwargs)
            return escape(str(result)) if isinstance(result, str) else result
        return function(*args, **kwargs)

    return run


def _of_piece(name: str, value: str, call: Callable[[], Any]) -> Any:
    """Return what a filter makes of a text with pieces of XML.

    Raises:
        HeldPieceError: it works with the letters.
    """
    if name in _CASES:
        return Markup(with_changed_texts(value, _CASES[name]))  # noqa: S704 its texts are escaped
    if name not in _KEEPING:
        raise unfit_filter(name)
    return call()


# The links of Jinja's filter would be elements of a page of the web.
@pass_eval_context
def _with_links_as_text(*args: Any, **kwargs: Any) -> str:
    return str(do_urlize(*args, **kwargs))


def _refuse_values(name: str, values: tuple[Any, ...], named_values: Mapping[str, Any]) -> None:
    """Refuse what a filter would write in Python's notation; flags such as that of ``truncate`` pass."""
    if name in _OF_GROUPS and isinstance(values[0], dict):
        refuse_notation(filter(None, values[0].values()))
    if name not in TEXT_FILTERS:
        return
    refuse_notation(values[:1])
    further_values = [*values[1:], *named_values.values()]
    if name == "format":
        refuse_notation(further_values, with_floats=True)
        return
    texts = [value for value in further_values if value is not None and not isinstance(value, bool)]
    refuse_notation(texts, with_floats=True)


def _joined_arguments(
    args: tuple[Any, ...], kwargs: Mapping[str, Any]
) -> tuple[tuple[Any, ...], dict[str, Any]]:
    """Return the arguments of ``join`` with the members that it joins: texts and numbers."""
    context, value, *further_args = args
    named_args = dict(kwargs)
    separator = further_args[0] if further_args else named_args.pop("d", "")
    attribute = further_args[1] if len(further_args) > 1 else named_args.pop("attribute", None)
    members = list(value)
    if attribute is not None:
        members = list(map(make_attrgetter(context.environment, attribute), members))
    refuse_notation([*members, separator])
    return (context, members, separator), named_args


def _refuse_python(_value: Any, *_args: Any, **_kwargs: Any) -> str:
    raise PythonNotationError


def _as_json(value: Any, indent: int | None = None) -> str:
    """Return a value as JSON, Thai letters as they are."""
    return json.dumps(value, indent=indent, ensure_ascii=False, sort_keys=True)
