"""``esa-docs migrate``: bring the content of a project to the newest version, or say what that changes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from esa_docs.cli.options import format_option, project_option, project_root
from esa_docs.cli.show import exit_code, report_faults, show_diagnostics, show_json, tell
from esa_docs.cli.undone import unwritten
from esa_docs.i18n import gettext as _

if TYPE_CHECKING:
    from esa_docs.model.migration import Migration


@click.command("migrate", help=_("Bring the content to the newest version, and say what changes."))
@click.option("--dry-run", "is_dry_run", is_flag=True, help=_("Only say what would change."))
@click.option("--as-marks", is_flag=True, help=_("Texts such as **bold** are meant as marks."))
@project_option
@format_option
@report_faults
def migrate_command(root: Path | None, form: str, *, is_dry_run: bool, as_marks: bool) -> int:
    """Migrate, and show what changes and what has another meaning."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    with unwritten():
        migration = api.migrate(project_root(root), is_dry_run=is_dry_run, as_marks=as_marks)
    if form == "json":
        show_json(migration.as_dict())
    else:
        _show(migration, is_dry_run=is_dry_run)
    return exit_code(migration.diagnostics)


def _show(migration: Migration, *, is_dry_run: bool) -> None:
    for change in migration.changes:
        click.echo(f"{change.place}: {change.old} → {change.new}")
    show_diagnostics(migration.diagnostics, "text")
    for path in migration.paths:
        tell(_("written: {path}").format(path=path.as_posix()))
    if migration.old_version == migration.new_version:
        tell(_("The content is of version {version} already.").format(version=migration.new_version))
    elif is_dry_run:
        words = _("Nothing was written. Without --dry-run the content becomes version {version}.")
        tell(words.format(version=migration.new_version))
