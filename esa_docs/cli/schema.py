"""``esa-docs schema``: write JSON Schemas, by which an editor checks and explains content as it is typed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from esa_docs.cli.options import project_option, project_root
from esa_docs.cli.show import DONE, print_utf8, report_faults, tell
from esa_docs.i18n import gettext as _


@click.command("schema", help=_("Write JSON Schemas for editors into the project's folder schemas."))
@project_option
@click.option("--stdout", "kind", default=None, metavar="KIND", help=_("Print one schema instead."))
@report_faults
def schema_command(root: Path | None, kind: str | None) -> int:
    """Write every schema, or print one."""
    from esa_docs import api  # noqa: PLC0415 loads pydantic

    schemas = api.schemas()
    if kind is None:
        _write_all(schemas, project_root(root) / "schemas")
        return DONE
    if kind not in schemas:
        message = _("one of {expected} is expected, found {found}")
        raise click.BadParameter(message.format(expected=", ".join(schemas), found=kind))
    print_utf8(schemas[kind])
    return DONE


def _write_all(schemas: Mapping[str, str], folder: Path) -> None:
    from esa_docs import api  # noqa: PLC0415 loads pydantic

    files = {folder / f"{name}.schema.json": text.encode() for name, text in schemas.items()}
    for path in api.write_files(files):
        click.echo(path.as_posix())
    tell(_("First line of a content file, for VS Code with the YAML extension:"))
    first_kind = api.kinds().names[0]
    tell(api.editor_line(first_kind))
