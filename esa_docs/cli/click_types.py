"""Commands and types of options that speak to the reader where click would speak of its own names."""

from __future__ import annotations

from typing import Any

import click

from esa_docs.i18n import gettext as _


class CommandGroup(click.Group):
    """A group of commands that proposes a command only for a slip; click proposes whatever looks alike."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command of the first word; refuse one that there is not."""
        name = args[0]
        if self.get_command(ctx, name) is None and not name.startswith("-"):
            from esa_docs.hints import nearest_hint  # noqa: PLC0415 keeps --help fast

            message = _("No such command {name!r}.").format(name=name)
            ctx.fail(f"{message} {nearest_hint(name, self.list_commands(ctx))}")
        return super().resolve_command(ctx, args)


class WholeNumber(click.IntRange):
    """A whole number in a range; click would name its type in English, and the range by signs."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return a number, typed in Arabic or Thai digits; refuse what is none, or is out of the range."""
        try:
            number = int(value)
        except ValueError:
            message = _("a whole number is expected, found '{text}'").format(text=value)
            self.fail(message, param, ctx)
        if self.min is not None and number < self.min:
            message = _("a number from {least} up is expected, found {found}")
            self.fail(message.format(least=self.min, found=number), param, ctx)
        if self.max is not None and number > self.max:
            message = _("a number up to {most} is expected, found {found}")
            self.fail(message.format(most=self.max, found=number), param, ctx)
        return number
