"""``esa-docs new``: write a content file to begin with."""

from __future__ import annotations

from pathlib import Path

import click

from esa_docs.cli.options import project_option, project_root, year_option
from esa_docs.cli.show import DONE, report_faults
from esa_docs.i18n import gettext as _

_ENDINGS = (".yaml", ".yml")


def _kind_name(_context: click.Context, _param: click.Parameter, value: str) -> str:
    """Return the name of a kind, given by its name or its Thai name; refuse what is neither."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast
    from esa_docs.hints import nearest_hint  # noqa: PLC0415

    kinds = api.kinds()
    kinds_of_name = kinds.with_name(value)
    if len(kinds_of_name) == 1:
        return kinds_of_name[0].name
    if kinds_of_name:
        message = _("'{name}' is the name of several kinds: {kinds}")
        names = ", ".join(kind.name for kind in kinds_of_name)
        raise click.BadParameter(message.format(name=value, kinds=names))
    message = _("a kind of document is expected, found '{kind}'").format(kind=value)
    choices = [*kinds.names, *(kind.thai_name for kind in kinds)]
    raise click.BadParameter(f"{message} {nearest_hint(value, choices)}")


def _plain_name(_context: click.Context, _param: click.Parameter, value: str) -> str:
    """Return the name of a document, without the ending of its file and with forward slashes."""
    # Windows completes a path on the command line with backslashes, and with the ending of the file.
    name = value.replace("\\", "/")
    if not name.lower().endswith(_ENDINGS):
        return name
    ending = Path(name).suffix
    return name[: -len(ending)]


@click.command("new", help=_("Write a new content file, every field explained, ready to be filled in."))
@click.argument("kind", callback=_kind_name)
@click.argument("name", callback=_plain_name)
@click.option(
    "--scheme", default=None, metavar="ID", help=_("Edition of a SAR or PMQA report, such as pmqa-4.0.")
)
@project_option
@year_option
@report_faults
def new_command(kind: str, name: str, scheme: str | None, root: Path | None, year: int | None) -> int:
    """Write the files and name them."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    for path in api.start(project_root(root), kind, name, year, scheme):
        click.echo(api.path_label(path))
    return DONE
