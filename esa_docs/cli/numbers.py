"""``esa-docs numbers``: show the register of numbers, or write it for Word or Excel."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from esa_docs.cli.kind_words import register_option, register_word
from esa_docs.cli.number_words import day_words, entry_as_dict, show_import, state_words
from esa_docs.cli.options import (
    ending_check,
    force_option,
    format_option,
    output_option,
    parse_year,
    project_option,
    project_root,
)
from esa_docs.cli.show import (
    DONE,
    exit_code,
    report_faults,
    show_diagnostics,
    show_json,
    tell,
)
from esa_docs.cli.undone import unwritten
from esa_docs.cli.unread import next_number_line
from esa_docs.i18n import gettext as _

if TYPE_CHECKING:
    from esa_docs.diagnostics import Diagnostic
    from esa_docs.model.project import Project
    from esa_docs.model.register_table import RegisterTable


_IMPORT = "import"
"""The word by which numbers of a list are taken instead of shown."""


class _ShowingOrImporting(click.Command):
    """A command that shows registers, and hands over to another where the first word is 'import'."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Parse the words of the command line, those of an import as words of its own command."""
        if args[:1] == [_IMPORT]:
            name = f"{info_name} {_IMPORT}"
            return import_numbers_command.make_context(name, args[1:], parent, **extra)
        return super().make_context(info_name, args, parent, **extra)


def _chosen_series(project: Project, word: str | None) -> list[str]:
    """Return the names of the series to show: that of a word, or all."""
    from esa_docs import api  # noqa: PLC0415 loads pydantic
    from esa_docs.hints import nearest_hint  # noqa: PLC0415 keeps --help fast

    series = api.registers_of(project)
    if word is None:
        return list(series)
    series_by_register = {numbers.register: name for name, numbers in series.items()}
    if word not in series and word not in series_by_register:
        word = register_word(word)
    if word not in series and word not in series_by_register:
        message = _("a register is expected, found '{name}'").format(name=word)
        hint = nearest_hint(word, list(series_by_register))
        raise click.BadParameter(f"{message} {hint}", param_hint="REGISTER")
    return [series_by_register.get(word, word)]


@click.command(
    "numbers",
    cls=_ShowingOrImporting,
    help=_("Show the register of numbers; 'numbers import FILE' takes those given elsewhere."),
)
@click.argument("series", required=False, metavar="[REGISTER]")
@project_option
@click.option(
    "--calendar-year",
    "year",
    default=None,
    callback=parse_year,
    metavar="YEAR",
    help=_("Calendar year (B.E.) whose numbers are shown; by default this year, else the newest."),
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
    tables = [api.register(project, name, year) for name in _chosen_series(project, series)]
    if output is None:
        _show(project, tables, diagnostics, form)
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

    Raises:
        ContentError: a register cannot be made, or must not be written.
    """
    from esa_docs import api  # noqa: PLC0415 keeps --help fast
    from esa_docs.diagnostics import ContentError  # noqa: PLC0415

    show_diagnostics(diagnostics, "text")
    code = exit_code(diagnostics)
    if code != DONE:
        tell(_("Nothing was written, because the numbers have errors."))
        return code
    with unwritten(output):
        files = api.make_registers(project, tables, output, today=api.this_day(), force=force)
        if files.value is None:
            raise ContentError(files.diagnostics)
    show_diagnostics(files, "text")
    for path in api.write_files(files.value):
        click.echo(path.as_posix())
    if files.value == {}:
        tell(_("No document has a number, or waits for one."))
    return exit_code(files)


def _show(
    project: Project, tables: Sequence[RegisterTable], diagnostics: Iterable[Diagnostic], form: str
) -> None:
    """Show registers. An empty one is left out, unless it is the only one asked for."""
    if form == "json":
        registers = [_as_dict(project, table) for table in tables]
        rows = [diagnostic.as_dict() for diagnostic in diagnostics]
        show_json({"registers": registers, "diagnostics": rows})
        return
    is_only_one = len(tables) == 1
    tables_to_show = [table for table in tables if table.entries or is_only_one]
    for table in tables_to_show:
        _show_lines(project, table)
    if not tables_to_show:
        tell(_("No document has a number, or waits for one."))
    show_diagnostics(diagnostics, form)


def _show_lines(project: Project, table: RegisterTable) -> None:
    click.echo(table.title)
    heads = [_("number"), _("date"), _("document"), _("subject")]
    # Where every number is in use, as in most registers, a column for it would say nothing.
    has_states = any(state_words(entry) for entry in table.entries)
    if has_states:
        heads.append(_("state"))
    click.echo("\t".join(heads))
    for entry in table.entries:
        number = entry.number or "-"
        cells = [number, day_words(entry.date_of_paper) or "-", entry.source, entry.subject]
        if has_states:
            cells.append(state_words(entry))
        click.echo("\t".join(cells))
    click.echo(next_number_line(project, table.series.name, table.next_free))
    if table.freed:
        numbers = ", ".join(table.freed)
        click.echo(_("Cancelled and free for another paper: {numbers}").format(numbers=numbers))
    if table.other_years:
        years = ", ".join(map(str, table.other_years))
        click.echo(_("Numbers of other years: {years} (--calendar-year)").format(years=years))


def _as_dict(project: Project, table: RegisterTable) -> dict[str, object]:
    next_free = None if project.unread_of(table.series.name) else table.next_free
    return {
        "kind": table.series.name,
        "calendar_year": table.series.year,
        "next_free": next_free,
        "freed": list(table.freed),
        "other_years": list(table.other_years),
        "entries": [entry_as_dict(entry) for entry in table.entries],
    }


@click.command(
    _IMPORT,
    help=_("Take numbers that e-saraban or another program gave, from its list."),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.argument(
    "file",
    type=click.Path(dir_okay=False, exists=True, path_type=Path),
    callback=ending_check(".xlsx", ".csv"),
    metavar="FILE",
)
@register_option(required=True)
@project_option
@format_option
@report_faults
def import_numbers_command(file: Path, kind: str, root: Path | None, form: str) -> int:
    """Add the numbers of a list to the registers, and tell how many."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    with unwritten():
        result = api.import_numbers(project_root(root), file, kind)
    show_import(result, form)
    return exit_code(result.diagnostics)
