"""``esa-docs schema``: JSON Schemas by which an editor checks and explains content while it is typed."""

from __future__ import annotations

from pathlib import Path

import click

from esa_docs.cli.options import project_option, project_root
from esa_docs.cli.show import guarded, tell
from esa_docs.i18n import gettext as _


@click.command("schema", help=_("Write JSON Schemas for editors into the project's folder schemas."))
@project_option
@click.option("--stdout", "kind", default=None, metavar="KIND", help=_("Print one schema instead."))
@guarded
def schema_command(root: Path | None, kind: str | None) -> int:
    """Write every schema, or print one."""
    from esa_docs.source.schema import editor_line, schema_names, schema_text  # noqa: PLC0415 loads pydantic

    if kind is not None:
        if kind not in schema_names():
            raise click.BadParameter(
                _("one of {expected} is expected, found {found}").format(
                    expected=", ".join(schema_names()), found=kind
                )
            )
        click.echo(schema_text(kind), nl=False)
        return 0
    folder = project_root(root) / "schemas"
    folder.mkdir(parents=True, exist_ok=True)
    for name in schema_names():
        path = folder / f"{name}.schema.json"
        path.write_text(schema_text(name), encoding="utf-8", newline="\n")
        click.echo(path.as_posix())
    tell(_("First line of a content file, for VS Code with the YAML extension:"))
    tell(editor_line("manual"))
    return 0
