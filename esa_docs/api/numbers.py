"""Numbers of the registers: look at them, reserve and cancel them, take those that another program gave."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from esa_docs.api.clock import this_day, this_occasion
from esa_docs.diagnostics import Diagnostic, sort_diagnostics
from esa_docs.jobs.numbers import cancelling, number_import, reserving
from esa_docs.kinds import KINDS
from esa_docs.model.abilities import NumberSeries
from esa_docs.model.numbering import is_in_use, series_with_numbers
from esa_docs.model.project import Project
from esa_docs.model.register_table import RegisterTable, register_table, year_to_show
from esa_docs.source.folders.files import path_label
from esa_docs.source.registers.register_text import REGISTERS_FOLDER
from esa_docs.thai import buddhist_year

_ABOUT_NUMBERS = frozenset({"E460", "E605", "E606", "E639", "E696", "E697"})


def reserve_numbers(root: Path, wish: reserving.Wish) -> reserving.RegisterChange:
    """Reserve the next numbers of a series, or those from a first one, until a day.

    Args:
        root: project folder.
        wish: which numbers, for what, until when. Without a name it is noted for the user of the machine.

    Raises:
        ContentError: see `reserving.reserve_numbers`.
        MachineError: the folder is no project (E902), or the register cannot be written (E401, E405).
    """
    occasion = this_occasion()
    wish = replace(wish, who=wish.who or occasion.by)
    return reserving.reserve_numbers(root, KINDS, wish, today=occasion.at.date())


def cancel_number(root: Path, cancellation: cancelling.Cancellation) -> reserving.RegisterChange:
    """Note in a register that a number is cancelled, for good or free for another paper.

    Args:
        root: project folder.
        cancellation: which number, and why.

    Raises:
        ContentError: see `cancelling.cancel_number`.
        MachineError: the folder is no project (E902), or the register cannot be written (E401, E405).
    """
    return cancelling.cancel_number(root, KINDS, cancellation, today=this_day())


def import_numbers(root: Path, file: Path, series: str) -> number_import.NumberImport:
    """Add the numbers of a list that another program exported to the registers.

    Args:
        root: project folder.
        file: the list, .xlsx or .csv.
        series: name of a kind, in Thai too, of a series or of a register.

    Raises:
        ContentError: see `number_import.import_numbers`.
        MachineError: the folder is no project (E902), or a register cannot be written (E401, E405).
    """
    return number_import.import_numbers(root, KINDS, file, series, today=this_day())


def registers_of(project: Project) -> dict[str, NumberSeries]:
    """Return the series whose registers are shown: those in use, and those in which a number stands."""
    counted_in = {entry.counted_in for entry in project.register}
    registers: dict[str, NumberSeries] = {}
    for name, numbers in series_with_numbers(project.kinds, project.office, counted_in).items():
        if name in counted_in or is_in_use(numbers, project.kinds, project.office):
            registers[name] = numbers
    return registers


def register(project: Project, series: str, year: int | None = None) -> RegisterTable:
    """Return the numbers of a series in one calendar year, the documents without one, and the next free one.

    Args:
        project: whose register.
        series: name of the series: the kind that is counted, or ``circular``; of a unit ``memo-อำนวยการ``.
        year: calendar year in the Buddhist era; None for this year where a number of it is taken, else the
            newest in which one is, else the newest folder's, else this year.
    """
    numbers = series_with_numbers(project.kinds, project.office, {series})[series]
    if not year:
        year = year_to_show(project.register, numbers, buddhist_year(project.today))
    if not year:
        year = max(project.years, default=0)
    if not year:
        year = buddhist_year(this_day())
    return register_table(project.register, numbers, year)


def number_diagnostics(project: Project) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the numbers of a project: in its documents and its register files.

    What may hold a number and cannot be read is among it.
    """
    registers = path_label(project.root / REGISTERS_FOLDER)
    diagnostics: list[Diagnostic] = []
    unread = set(project.unread)
    for diagnostic in sort_diagnostics(project.diagnostics):
        is_in_register = diagnostic.location.path.startswith(f"{registers}/")
        if is_in_register or diagnostic.code in _ABOUT_NUMBERS or diagnostic in unread:
            diagnostics.append(diagnostic)
    return tuple(diagnostics)
