"""Numbers of the registers: reserve them, cancel them, take those that another program gave."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from esa_docs.api.clock import this_day, this_occasion
from esa_docs.jobs.numbers import cancelling, number_import, reserving
from esa_docs.kinds import KINDS
from esa_docs.model.abilities import NumberSeries
from esa_docs.model.numbering import is_in_use, series_with_numbers
from esa_docs.model.project import Project


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
