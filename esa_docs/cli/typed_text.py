"""Text of the command line that goes into files or papers: mended and refused as in content files."""

from __future__ import annotations

import click

from esa_docs.i18n import gettext as _


def parse_text(_context: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    """Return a text as `thai.clean_text` does, None for none; refuse what content may not hold."""
    from esa_docs import thai  # noqa: PLC0415 keeps --help fast
    from esa_docs.refused_signs import first_refusal  # noqa: PLC0415 keeps --help fast

    if value is None:
        return None
    text = thai.clean_text(value)
    refusal = first_refusal(text)
    if refusal:
        raise click.BadParameter(f"{refusal.message} {refusal.hint}")
    return text


def parse_line(context: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """Return a text of one line that goes into a register; refuse what a register may not hold."""
    from esa_docs.model.base import TEMPLATE_MARKS  # noqa: PLC0415 keeps --help fast

    text = parse_text(context, param, value)
    if not text:
        return text
    if "\n" in text or "\r" in text:
        raise click.BadParameter(_("one line is expected; join the lines"))
    for mark in TEMPLATE_MARKS:
        if mark in text:
            message = _("a text is expected, it holds the template mark '{mark}'; type it without that")
            raise click.BadParameter(message.format(mark=mark))
    return text
