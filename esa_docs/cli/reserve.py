"""``esa-docs issue --reserve`` and ``--cancel``: numbers that are kept for papers, or given to none."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from esa_docs.cli.click_types import WholeNumber
from esa_docs.cli.kind_words import register_option
from esa_docs.cli.options import parse_date, project_root
from esa_docs.cli.show import exit_code, show_diagnostics, tell
from esa_docs.cli.typed_text import parse_line
from esa_docs.cli.undone import unwritten
from esa_docs.i18n import gettext as _

if TYPE_CHECKING:
    from esa_docs.api import RegisterChange

_MOST_NUMBERS = 100
"""Numbers that are reserved in one go, at most: more are a slip of the hand."""


_RESERVING_OPTIONS: Final = (
    click.option(
        "--reserve",
        type=WholeNumber(1, _MOST_NUMBERS),
        default=None,
        metavar="N",
        help=_("Reserve the next N numbers, or N from --number on, and issue nothing."),
    ),
    click.option(
        "--cancel",
        callback=parse_line,
        default=None,
        metavar="NUMBER",
        help=_("Cancel a number, and issue nothing."),
    ),
    register_option(required=False),
    click.option(
        "--for",
        "purpose",
        callback=parse_line,
        default="",
        metavar="TEXT",
        help=_("What the numbers are for."),
    ),
    click.option(
        "--until",
        default=None,
        callback=parse_date,
        metavar="DATE",
        help=_("Last day on which the numbers are reserved."),
    ),
    click.option(
        "--who",
        callback=parse_line,
        default="",
        metavar="NAME",
        help=_("Who reserves the numbers; by default the user of this machine."),
    ),
    click.option(
        "--why",
        callback=parse_line,
        default="",
        metavar="TEXT",
        help=_("Why the number is cancelled, or the further version is kept."),
    ),
    click.option("--free", is_flag=True, help=_("The cancelled number may be given to another paper.")),
)
_OWN_NAMES: Final = ("reserve", "cancel", "kind", "purpose", "until", "who", "free")
"""Names of the options that say nothing without --reserve or --cancel."""


def reserving_options(command: Callable[..., int]) -> Callable[..., int]:
    """Add the options on reserved and cancelled numbers to ``issue``.

    With ``--reserve`` or ``--cancel`` the command does that, and issues nothing.
    """

    @functools.wraps(command)
    def run(**arguments: Any) -> int:
        options = {name: arguments.pop(name) for name in _OWN_NAMES}
        if options["reserve"] is not None:
            return _reserve(**options, **arguments)
        if options["cancel"] is not None:
            return _cancel(**options, **arguments)
        _refuse_lone_options(options)
        return command(**arguments)

    for option in reversed(_RESERVING_OPTIONS):
        run = option(run)
    return run


def _refuse_lone_options(options: dict[str, Any]) -> None:
    """Refuse options that say nothing without --reserve or --cancel."""
    if any(options.values()):
        raise click.UsageError(_("--kind, --for, --until, --who and --free need --reserve or --cancel."))


def _reserve(
    *,
    reserve: int,
    kind: str | None,
    purpose: str,
    until: dt.date | None,
    who: str,
    name: str | None,
    number: str | None,
    date: dt.date | None,
    root: Path | None,
    year: int | None,
    cancel: str | None,
    **_unused: object,
) -> int:
    """Reserve numbers and print them, one a line."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    is_named_once = (name is None) != (kind is None)
    if cancel is not None or not is_named_once:
        raise click.UsageError(_("With --reserve, name a document, or the numbers with --kind."))
    if until is None or not (purpose or name):
        raise click.UsageError(_("With --reserve, say what for with --for, and until when with --until."))
    wish = api.Wish(reserve, until, kind or "", name or "", year, purpose, who, number, date)
    with unwritten():
        change = api.reserve_numbers(project_root(root), wish)
    for reserved_number in change.numbers:
        click.echo(reserved_number)
    tell(_("Reserved in {file}.").format(file=api.path_label(change.path)))
    return exit_code(change.diagnostics)


def _cancel(
    *,
    cancel: str,
    kind: str | None,
    why: str,
    free: bool,
    name: str | None,
    date: dt.date | None,
    root: Path | None,
    year: int | None,
    **_unused: object,
) -> int:
    """Cancel a number, and name the register."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    if name is not None or kind is None or not why:
        raise click.UsageError(_("With --cancel, name the numbers with --kind, and say why with --why."))
    cancellation = api.Cancellation(cancel, kind, why, free, year, date)
    with unwritten():
        change = api.cancel_number(project_root(root), cancellation)
    show_diagnostics(change.diagnostics, "text")
    click.echo(api.path_label(change.path))
    tell(_words_of_cancellation(change, is_free=free))
    return exit_code(change.diagnostics)


def _words_of_cancellation(change: RegisterChange, *, is_free: bool) -> str:
    number = change.numbers[0]
    if not change.is_written:
        return _("The number {number} is noted so already.").format(number=number)
    if is_free:
        return _("The number {number} is cancelled, and may be given to another paper.").format(number=number)
    return _("The number {number} is cancelled, and is given to no other paper.").format(number=number)
