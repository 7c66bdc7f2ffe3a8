"""``esa-docs numbers``: show the register of numbers, or write it for Word or Excel."""

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
from esa_docs.cli.show import DONE, exit_code, report_faults, show_diagnostics, show_json, tell
from esa_docs.i18n import gettext as _

if TYPE_CHECKING:
    from esa_docs.diagnostics import Diagnostic
    from esa_docs.model.number_register import NumberEntry, RegisterTable
    from esa_docs.model.project import Project


def _series_name(_context: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    """Return the name of a series, given by its name or that of its register; None for all series."""
    from esa_docs import api  # noqa: PLC0415 loads pydantic
    from esa_docs.hints import nearest_hint  # noqa: PLC0415 keeps --help fast

    series = api.kinds().series()
    if value is None or value in series:
        return value
    series_by_register = {numbers.register: name for name, numbers in series.items()}
    if value not in series_by_register:
        message = _("a register is expected, found '{name}'").format(name=value)
        hint = nearest_hint(value, list(series_by_register))
        raise click.BadParameter(f"{message} {hint}")
    return series_by_register[value]


@click.command("numbers", help=_("Show the register: numbers taken, documents without one, the next number."))
@click.argument("series", required=False, callback=_series_name, metavar="[REGISTER]")
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
@report_faults
def numbers_command(
    series: str | None,
    root: Path | None,
    year: int | None,
    output: Path | None,
    form: str,
    *,
    force: bool,
) -> int:
    """Show or write every register asked for, and report what is wrong with the numbers."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    project = api.load(project_root(root))
    diagnostics = api.number_diagnostics(project)
    series_names = [series] if series else list(project.kinds.series())
    tables = [api.register(project, series_name, year) for series_name in series_names]
    if output is None:
        _show(tables, diagnostics, form)
        return exit_code(diagnostics)
    return _write(project, tables, diagnostics, output, force=force)


def _write(
    project: Project,
    tables: Sequence[RegisterTable],
    diagnostics: Sequence[Diagnostic],
    output: Path,
    *,
    force: bool,
) -> int:
    """Write the registers that have entries, and name the files; return the exit code.

    Nothing is written where the numbers have errors.
    """
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    show_diagnostics(diagnostics, "text")
    code = exit_code(diagnostics)
    if code != DONE:
        return code
    files = api.make_registers(project, tables, output, today=api.this_day(), force=force)
    show_diagnostics(files, "text")
    for path in api.write_files(files.value or {}):
        click.echo(path.as_posix())
    if files.value == {}:
        tell(_("No document has a number, or waits for one."))
    return exit_code(files)


def _show(tables: Sequence[RegisterTable], diagnostics: Iterable[Diagnostic], form: str) -> None:
    """Show registers. An empty one is left out, unless it is the only one asked for."""
    if form == "json":
        registers = [_as_dict(table) for table in tables]
        rows = [diagnostic.as_dict() for diagnostic in diagnostics]
        show_json({"registers": registers, "diagnostics": rows})
        return
    is_only_one = len(tables) == 1
    tables_to_show = [table for table in tables if table.entries or is_only_one]
    for table in tables_to_show:
        _show_lines(table)
    if not tables_to_show:
        tell(_("No document has a number, or waits for one."))
    show_diagnostics(diagnostics, form)


def _show_lines(table: RegisterTable) -> None:
    click.echo(table.title)
    heads = (_("number"), _("date"), _("document"), _("subject"))
    click.echo("\t".join(heads))
    for entry in table.entries:
        number = entry.number or "-"
        date = _date(entry) or "-"
        cells = (number, date, entry.source, entry.subject)
        click.echo("\t".join(cells))
    click.echo(_("The next free number: {number}").format(number=table.next_free))


def _as_dict(table: RegisterTable) -> dict[str, object]:
    return {
        "kind": table.series.name,
        "calendar_year": table.series.year,
        "next_free": table.next_free,
        "entries": [_entry_as_dict(entry) for entry in table.entries],
    }


def _entry_as_dict(entry: NumberEntry) -> dict[str, str | None]:
    return {
        "number": entry.number,
        "date": _date(entry),
        "document": entry.source,
        "subject": entry.subject,
    }


def _date(entry: NumberEntry) -> str | None:
    """Return the date or month of an entry in words; None for an entry without one."""
    from esa_docs import thai  # noqa: PLC0415

    if entry.date_or_month is None:
        return None
    return thai.name_date_or_month(entry.date_or_month)
