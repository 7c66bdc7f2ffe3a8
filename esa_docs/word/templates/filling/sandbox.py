"""The Jinja environment templates run in: sandboxed, autoescaping, no value missing in silence.

docxtpl's own is none of these: a template could run a shell command, ``&`` and ``<`` vanished from the text,
and what was None or missing was printed as ``None`` or as nothing.
"""

from __future__ import annotations

from typing import Any, Final, NoReturn

from jinja2 import BaseLoader, Environment, TemplateNotFound, nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from esa_docs.i18n import gettext as _
from esa_docs.word.contents import Contents
from esa_docs.word.runs import RunWriter, unescape
from esa_docs.word.templates.faults.filling_words import MissingValue
from esa_docs.word.templates.filling.bounded_code import BOUNDING_FILTERS, BoundedCode
from esa_docs.word.templates.filling.bounds import (
    bounded,
    bounded_filter,
    check_call,
    check_operation,
    count_turn,
    join_output,
)
from esa_docs.word.templates.filling.printable import printable
from esa_docs.word.templates.filling.text_filters import text_filters
from esa_docs.word.templates.loops.copies import COPY_FILTERS
from esa_docs.word.templates.tags.cell_values import CELL_FILTERS
from esa_docs.word.templates.tags.formula_text import FORMULA_FILTERS
from esa_docs.word.templates.tags.held_pieces import placed, plain_text, writing_pieces
from esa_docs.word.templates.tags.quoted_values import FIELD_TEXT, field_text
from esa_docs.word.templates.tags.tags import PLACED

_BOUNDED_FILTERS: Final = {name: bounded_filter(name, function) for name, function in text_filters().items()}
_ESCAPING: Final = True
_FILLING_TEXT: Final = "lipsum"
"""Jinja's maker of filling text: no document needs it, and it writes another text each time."""


class _NoOtherTemplates(BaseLoader):
    """A loader without templates: each stands by itself, and what it includes is told by its name."""

    def get_source(self, environment: Environment, template: str) -> NoReturn:  # noqa: ARG002 Jinja's
        """Refuse another template.

        Raises:
            TemplateNotFound: always.
        """
        raise TemplateNotFound(template)


class TemplateEnvironment(ImmutableSandboxedEnvironment):
    """Environment of one compiled template; its run writers are its filters runs0, runs1 and so on.

    It works within the bounds of `bounds`.
    """

    code_generator_class = BoundedCode
    concat = staticmethod(join_output)
    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(self, writers: tuple[RunWriter, ...]) -> None:
        super().__init__(
            autoescape=True,
            undefined=MissingValue,
            finalize=printable,
            loader=_NoOtherTemplates(),
            cache_size=0,
            keep_trailing_newline=True,
            extensions=["jinja2.ext.do"],
        )
        self.filters = {**_BOUNDED_FILTERS, **BOUNDING_FILTERS, **CELL_FILTERS}
        self.filters["safe"] = _unchanged
        del self.globals[_FILLING_TEXT]
        for number, write_runs in enumerate(writers):
            self.filters[f"runs{number}"] = writing_pieces(write_runs)
        self.filters.update(COPY_FILTERS)
        self.filters.update(FORMULA_FILTERS)
        self.filters["entry"] = _add_entry
        self.filters[PLACED] = placed
        self.filters["bookmark_id"] = _bookmark_id
        self.filters[FIELD_TEXT] = field_text

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """Return the tree of a template, in which no block turns escaping off: values would become XML."""
        tree = super()._parse(source, name, filename)
        for modifier in tree.find_all(nodes.EvalContextModifier):
            for option in modifier.options:
                if option.key == "autoescape":
                    option.value = nodes.Const(_ESCAPING)
        return tree

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return the value of a name behind a dot.

        Content is plain dicts. Their keys come before Jinja's look-up: ``x.items`` is content, not a method.
        """
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)

    def call(self, context: Context, function: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Call a function or a macro within the bounds.

        Raises:
            SecurityError: a template may not call it.
            TooManyTurnsError: there were too many calls.
            TooLargeError: the result is too large.
        """
        count_turn()
        check_call(function, args, kwargs)
        if not self.is_safe_callable(function):
            raise SecurityError(_("it is a function that no template may call"))
        return super().call(context, function, *args, **kwargs)

    def call_binop(self, context: Context, operator: str, first: Any, second: Any) -> Any:
        """Return the result of an operation within the bounds.

        Raises:
            TooLargeError: the result is too large.
        """
        check_operation(operator, first, second)
        return bounded(super().call_binop(context, operator, first, second))


def _unchanged(value: Any) -> Any:
    """Return a value as it is: Jinja's own ``safe`` would put its signs into the XML as they are."""
    return value


def _add_entry(text: str, contents: Contents, level: int, identifier: str) -> str:
    return contents.add(unescape(plain_text(text)), level, identifier)


def _bookmark_id(name: str, contents: Contents) -> str:
    return str(contents.bookmark_id(name))
