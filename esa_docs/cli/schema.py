"""``esa-docs schema``: JSON Schemas by which an editor checks and explains content while it is typed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from esa_docs.cli.options import project_option, project_root
from esa_docs.cli.show import guarded, print_utf8, tell
from esa_docs.diagnostics import MachineError
from esa_docs.i18n import gettext as _


@click.command("schema", help=_("Write JSON Schemas for editors into the project's folder schemas."))
@project_option
@click.option("--stdout", "kind", default=None, metavar="KIND", help=_("Print one schema instead."))
@guarded
def schema_command(root: Path | None, kind: str | None) -> int:
    """Write every schema, or print one."""
    from esa_docs.source.schema import schema_names, schema_text  # noqa: PLC0415 loads pydantic

    names = schema_names()
    if kind is None:
        _write_all({name: schema_text(name) for name in names}, project_root(root) / "schemas")
        return 0
    if kind not in names:
        message = _("one of {expected} is expected, found {found}")
        raise click.BadParameter(message.format(expected=", ".join(names), found=kind))
    print_utf8(schema_text(kind))
    return 0


def _write_all(schemas: Mapping[str, str], folder: Path) -> None:
    from esa_docs.source.schema import editor_line  # noqa: PLC0415 loads pydantic

    for name, text in schemas.items():
        click.echo(_write(folder / f"{name}.schema.json", text).as_posix())
    tell(_("First line of a content file, for VS Code with the YAML extension:"))
    tell(editor_line("manual"))


def _write(path: Path, text: str) -> Path:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as fault:
        from esa_docs.jobs.files import unwritable  # noqa: PLC0415 keeps --help fast

        raise MachineError([unwritable(fault, path.as_posix())]) from fault
    return path
