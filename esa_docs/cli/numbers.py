"""``esa-docs numbers``: the register of numbers, to be read, printed or opened in Excel."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from esa_docs.cli.options import (
    force_option,
    format_option,
    output_option,
    parse_year,
    project_option,
    project_root,
)
from esa_docs.cli.show import exit_code, guarded, show_diagnostics, show_json, tell
from esa_docs.i18n import gettext as _

if TYPE_CHECKING:
    from esa_docs.diagnostics import Diagnostic
    from esa_docs.model.number_register import NumberEntry, RegisterTable
    from esa_docs.model.project import Project


def _known_series(_context: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    """Turn the name of a register into that of the series it shows."""
    from esa_docs import api  # noqa: PLC0415 loads pydantic
    from esa_docs.hints import nearest_hint  # noqa: PLC0415 keeps --help fast

    series = api.kinds().series()
    names = {numbers.register: name for name, numbers in series.items()}
    if value is None or value in series:
        return value
    if value not in names:
        message = _("a register is expected, found '{name}'").format(name=value)
        raise click.BadParameter(f"{message} {nearest_hint(value, list(names))}")
    return names[value]


@click.command("numbers", help=_("Show the register: numbers taken, documents without one, the next number."))
@click.argument("series", required=False, callback=_known_series, metavar="[REGISTER]")
@project_option
@click.option(
    "--calendar-year",
    "year",
    default=None,
    callback=parse_year,
    metavar="YEAR",
    help=_("Calendar year (B.E.) whose numbers are shown; by default the newest."),
)
@output_option(_("Write the register to a file .docx (to print) or .csv (for Excel)."), ".docx", ".csv")
@force_option
@format_option
@guarded
def numbers_command(
    series: str | None,
    root: Path | None,
    year: int | None,
    output: Path | None,
    form: str,
    *,
    force: bool,
) -> int:
    """Show or write every register asked for, and tell what is wrong with their numbers."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    project = api.load(project_root(root))
    found = api.number_diagnostics(project)
    wanted = [series] if series else list(project.kinds.series())
    tables = [api.register(project, name, year) for name in wanted]
    if output is None:
        _show(tables, found, form)
        return exit_code(found)
    show_diagnostics(found, "text")
    return exit_code(found) or _write(project, tables, output, force=force)


def _write(project: Project, tables: Sequence[RegisterTable], output: Path, *, force: bool) -> int:
    """Write and say where; without lines in any register there is nothing to write."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    made = api.make_registers(project, tables, output, today=api.this_day(), force=force)
    show_diagnostics(made, "text")
    for path in api.write_files(made.value or {}):
        click.echo(path.as_posix())
    if made.value == {}:
        tell(_("No document has a number, or waits for one."))
    return exit_code(made)


def _show(tables: Sequence[RegisterTable], found: Iterable[Diagnostic], form: str) -> None:
    if form == "json":
        rows = [_as_dict(table) for table in tables]
        show_json({"registers": rows, "diagnostics": [one.as_dict() for one in found]})
        return
    shown = [table for table in tables if table.entries or len(tables) == 1]
    for table in shown:
        _show_lines(table)
    if not shown:
        tell(_("No document has a number, or waits for one."))
    show_diagnostics(found, form)


def _show_lines(table: RegisterTable) -> None:
    click.echo(table.title)
    click.echo("\t".join((_("number"), _("date"), _("document"), _("subject"))))
    for entry in table.entries:
        click.echo("\t".join((entry.number or "-", _date(entry) or "-", entry.source, entry.subject)))
    click.echo(_("The next free number: {number}").format(number=table.next_free))


def _as_dict(table: RegisterTable) -> dict[str, object]:
    rows = [
        {"number": one.number, "date": _date(one), "document": one.source, "subject": one.subject}
        for one in table.entries
    ]
    series = table.series
    return {
        "kind": series.name,
        "calendar_year": series.year,
        "next_free": table.next_free,
        "entries": rows,
    }


def _date(entry: NumberEntry) -> str | None:
    from esa_docs import thai  # noqa: PLC0415

    return thai.format_date(entry.date, "long", "arabic") if entry.date else None
