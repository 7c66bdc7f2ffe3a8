"""``esa-docs numbers``: the register of numbers, as a table to be read or pasted into a sheet."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from esa_docs.cli.options import format_option, parse_year, project_option, project_root
from esa_docs.cli.show import exit_code, guarded, show_diagnostics, show_json
from esa_docs.i18n import gettext as _

if TYPE_CHECKING:
    from esa_docs.diagnostics import Diagnostic
    from esa_docs.model.document import Project
    from esa_docs.model.register import Entry, RegisterTable


def _known_register(_context: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    """Turn the name of a register into the kind of its documents."""
    from esa_docs.hints import nearest_hint  # noqa: PLC0415 keeps --help fast
    from esa_docs.source.register import numbered_kinds, register_name  # noqa: PLC0415 loads pydantic

    kinds = {register_name(kind): kind for kind in numbered_kinds()}
    if value is not None and value not in {*kinds, *kinds.values()}:
        message = _("a register is expected, found '{name}'").format(name=value)
        raise click.BadParameter(f"{message} {nearest_hint(value, list(kinds))}")
    return kinds.get(value, value) if value else None


@click.command("numbers", help=_("Show the register: numbers taken, documents without one, the next number."))
@click.argument("kind", required=False, callback=_known_register, metavar="[REGISTER]")
@project_option
@click.option(
    "--calendar-year",
    "year",
    default=None,
    callback=parse_year,
    metavar="YEAR",
    help=_("Calendar year (B.E.) whose numbers are shown; by default the newest."),
)
@format_option
@guarded
def numbers_command(kind: str | None, root: Path | None, year: int | None, form: str) -> int:
    """Show every register asked for, and what is wrong with their numbers."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast
    from esa_docs.source.register import numbered_kinds  # noqa: PLC0415

    project = api.load(project_root(root))
    kinds = [kind] if kind else numbered_kinds()
    found = [one for one in api.check(project) if _is_about_numbers(one, project)]
    _show([api.register(project, one, year) for one in kinds], found, form)
    return exit_code(found)


def _is_about_numbers(found: Diagnostic, project: Project) -> bool:
    from esa_docs.source.files import shown_path  # noqa: PLC0415
    from esa_docs.source.register import REGISTERS_FOLDER  # noqa: PLC0415

    folder = shown_path(project.root / REGISTERS_FOLDER)
    return found.code in {"E605", "E606"} or found.location.path.startswith(f"{folder}/")


def _show(tables: Iterable[RegisterTable], found: Iterable[Diagnostic], form: str) -> None:
    if form == "json":
        rows = [_as_dict(table) for table in tables]
        show_json({"registers": rows, "diagnostics": [one.as_dict() for one in found]})
        return
    for table in tables:
        _show_lines(table)
    show_diagnostics(found, form)


def _show_lines(table: RegisterTable) -> None:
    click.echo("\t".join((_("number"), _("date"), _("document"), _("subject"))))
    for entry in table.entries:
        click.echo("\t".join((entry.number or "-", _date(entry) or "-", entry.source, entry.subject)))
    text = _("The next free number of {kind} in the year {year}: {number}")
    series = table.series
    click.echo(text.format(kind=series.kind, year=series.year, number=table.next_free))


def _as_dict(table: RegisterTable) -> dict[str, object]:
    rows = [
        {"number": one.number, "date": _date(one), "document": one.source, "subject": one.subject}
        for one in table.entries
    ]
    series = table.series
    return {
        "kind": series.kind,
        "calendar_year": series.year,
        "next_free": table.next_free,
        "entries": rows,
    }


def _date(entry: Entry) -> str | None:
    from esa_docs import thai  # noqa: PLC0415

    return thai.format_date(entry.date, "long", "arabic") if entry.date else None
