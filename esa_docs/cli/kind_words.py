"""Kinds as people type them on a command line: by name or Thai name, with or without blanks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from esa_docs.i18n import gettext as _

F = TypeVar("F", bound=Callable[..., Any])


def kind_named(word: str) -> str:
    """Return the name of the kind that a word means.

    Raises:
        click.BadParameter: it means none, or several.
    """
    from esa_docs import api  # noqa: PLC0415 loads pydantic
    from esa_docs.hints import nearest_hint  # noqa: PLC0415 keeps --help fast

    kinds = api.kinds()
    named_kinds = api.kinds_named(kinds, word)
    if len(named_kinds) == 1:
        return named_kinds[0].name
    if named_kinds:
        message = _("'{name}' is the name of several kinds: {kinds}")
        names = ", ".join(f"{kind.name} ({kind.thai_name})" for kind in named_kinds)
        raise click.BadParameter(message.format(name=word, kinds=names))
    message = _("a kind of document is expected, found '{kind}'").format(kind=word)
    choices = [*kinds.names, *(kind.thai_name for kind in kinds)]
    raise click.BadParameter(f"{message} {nearest_hint(word, choices)}")


class KindWord(click.types.StringParamType):
    """A word that names a kind; where it is missing, the kinds are told."""

    name = "kind"

    def get_missing_message(
        self,
        param: click.Parameter,  # noqa: ARG002 as click calls it
        ctx: click.Context | None = None,  # noqa: ARG002 as click calls it
    ) -> str:
        """Return the kinds that there are."""
        from esa_docs import api  # noqa: PLC0415 loads pydantic

        names = ", ".join(f"{kind.name} ({kind.thai_name})" for kind in api.kinds())
        return _("Kinds of documents: {kinds}").format(kinds=names)


def one_kind(_context: click.Context, _param: click.Parameter, value: str) -> str:
    """Return the name of the kind of an argument."""
    return kind_named(value)


def several_kinds(
    _context: click.Context, _param: click.Parameter, value: tuple[str, ...]
) -> tuple[str, ...]:
    """Return the names of the kinds of an option that may be repeated; empty means every kind."""
    for word in value:
        names = [name for name in word.split(",") if name.strip()]
        if len(names) > 1:
            repeated = " ".join(f"--kind {name.strip()}" for name in names)
            message = _("one kind at a time is expected, found '{words}': repeat the option, {repeated}")
            raise click.BadParameter(message.format(words=word, repeated=repeated))
    return tuple(kind_named(word) for word in value)


def one_register(_context: click.Context, _param: click.Parameter, value: tuple[str, ...]) -> str | None:
    """Return the word of an option that names one register: the name of a kind where it means just one.

    None where the option is not there.

    Raises:
        click.BadParameter: the option stands there several times.
    """
    if not value:
        return None
    if len(value) > 1:
        message = _("one register at a time is expected, found {words}")
        raise click.BadParameter(message.format(words=", ".join(value)))
    return register_word(value[0])


def register_word(word: str) -> str:
    """Return the name of the kind that a word means; the word itself where it means none, or several."""
    from esa_docs import api  # noqa: PLC0415 loads pydantic

    named_kinds = api.kinds_named(api.kinds(), word)
    return named_kinds[0].name if len(named_kinds) == 1 else word


def kind_option(function: F) -> F:
    """Add ``--kind``: kinds of documents; the option may be repeated."""
    return click.option(
        "--kind",
        "kinds",
        multiple=True,
        callback=several_kinds,
        metavar="KIND",
        help=_("Only this kind of document; may be repeated."),
    )(function)


def register_option(*, required: bool) -> Callable[[F], F]:
    """Return a decorator that adds ``--kind``: whose numbers are meant.

    Args:
        required: whether it must be there.
    """
    return click.option(
        "--kind",
        multiple=True,
        required=required,
        callback=one_register,
        metavar="KIND",
        help=_("Whose numbers: a kind or a register (circulars)."),
    )
