"""The Jinja environment templates run in: sandboxed, autoescaping, no value missing in silence.

docxtpl's own is none of these: a template could run a shell command, ``&`` and ``<`` vanished from the text,
and what was None or missing was printed as ``None`` or as nothing.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from jinja2 import StrictUndefined, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from esa_docs.word.contents import Contents
from esa_docs.word.runs import RunWriter, unescape


class UnprintableValueError(TypeError):
    """A tag's value is None, or neither text nor an exact number."""


class TemplateEnvironment(ImmutableSandboxedEnvironment):
    """Environment of one compiled template; its run writers are its filters runs0, runs1 and so on."""

    def __init__(self, writers: tuple[RunWriter, ...]) -> None:
        super().__init__(
            autoescape=True,
            undefined=StrictUndefined,
            finalize=_printable,
            cache_size=0,
            keep_trailing_newline=True,
            extensions=["jinja2.ext.do"],
        )
        for number, write_runs in enumerate(writers):
            self.filters[f"runs{number}"] = write_runs
        self.filters["entry"] = _add_entry
        self.filters["bookmark_id"] = _bookmark_id

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return the value of a name behind a dot.

        Content is plain dicts. Their keys come before Jinja's look-up: ``x.items`` is content, not a method.
        """
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)


def _add_entry(text: str, contents: Contents, level: int, identifier: str) -> str:
    return contents.add(unescape(text), level, identifier)


def _bookmark_id(name: str, contents: Contents) -> str:
    return str(contents.bookmark_id(name))


def _printable(value: Any) -> Any:
    """Return the value of a tag as it is.

    A missing value is returned too: Jinja itself refuses it, with its name.

    Raises:
        UnprintableValueError: the value is neither text nor an exact number.
    """
    if type(value) is str:
        return value
    # A bool is an int to Python, and would be printed as True.
    if isinstance(value, bool) or not isinstance(value, (str, int, Decimal, Undefined)):
        raise UnprintableValueError(type(value).__name__)
    return value
