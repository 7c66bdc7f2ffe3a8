"""``esa-docs new``: a content file to begin with."""

from __future__ import annotations

from pathlib import Path

import click

from esa_docs.cli.options import project_option, project_root, year_option
from esa_docs.cli.show import guarded
from esa_docs.i18n import gettext as _

_ENDINGS = (".yaml", ".yml")


def _known_kind(_context: click.Context, _param: click.Parameter, value: str) -> str:
    """Take a kind of document by its name or its Thai name; refuse what is neither."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast
    from esa_docs.hints import nearest_hint  # noqa: PLC0415

    kinds = api.kinds()
    named = kinds.with_name(value)
    if len(named) == 1:
        return named[0].name
    if named:
        message = _("'{name}' is the name of several kinds: {kinds}")
        names = ", ".join(kind.name for kind in named)
        raise click.BadParameter(message.format(name=value, kinds=names))
    message = _("a kind of document is expected, found '{kind}'").format(kind=value)
    choices = [*kinds.names, *(kind.thai_name for kind in kinds)]
    raise click.BadParameter(f"{message} {nearest_hint(value, choices)}")


def _plain_name(_context: click.Context, _param: click.Parameter, value: str) -> str:
    """Take a name as Windows completes it: folders after a backslash, with the ending of the file."""
    name = value.replace("\\", "/")
    return name[: -len(Path(name).suffix)] if name.lower().endswith(_ENDINGS) else name


@click.command("new", help=_("Write a new content file, every field explained, ready to be filled in."))
@click.argument("kind", callback=_known_kind)
@click.argument("name", callback=_plain_name)
@click.option(
    "--scheme", default=None, metavar="ID", help=_("Edition of a SAR or PMQA report, such as pmqa-4.0.")
)
@project_option
@year_option
@guarded
def new_command(kind: str, name: str, scheme: str | None, root: Path | None, year: int | None) -> int:
    """Write and say where."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    for path in api.start(api.load(project_root(root)), kind, name, year, scheme):
        click.echo(api.path_label(path))
    return 0
