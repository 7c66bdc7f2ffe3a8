"""The series that each number of an imported list belongs to: ว and the code of a unit tell it apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from esa_docs.diagnostics import Checked, Diagnostic, Location
from esa_docs.i18n import gettext as _
from esa_docs.jobs.numbers.series_choice import choose_series
from esa_docs.model.abilities import NumberSeries
from esa_docs.model.kind import Kind
from esa_docs.model.number_parts import NumberParts
from esa_docs.model.numbering import codes_of_series, facts_of_series, group_series, numbering_way
from esa_docs.model.office import Office
from esa_docs.model.paper_number import PaperNumberError, parse_paper_number
from esa_docs.model.project import Project
from esa_docs.rules.paper_numbers import diagnose_number
from esa_docs.source.registers.register_file import number_without_code


@dataclass(frozen=True, slots=True)
class ImportTarget:
    """Where the numbers of a list go.

    Attributes:
        office: whose numbers they are. None where office.yaml is faulty.
        numbers: the series of numbers without ว.
        circulars: the series of numbers with ว. None where there are none of them.
        is_by_unit: whether each goes to the series of the unit whose code stands before it.
    """

    office: Office | None
    numbers: NumberSeries
    circulars: NumberSeries | None = None
    is_by_unit: bool = False

    def number_of(self, typed: str, year: int, place: Location) -> Checked[tuple[str, str]]:
        """Return name of the series and plain number of a typed number.

        Args:
            typed: the number, with or without code, ว and year.
            year: its calendar year in the Buddhist era.
            place: where it stands.
        """
        try:
            codes = codes_of_series(self.numbers, self.office) or ()
            parts = parse_paper_number(typed, codes, self._words())
            series = self._series(parts)
            if series is None:
                return Checked(None, (self._without_unit(typed, place),))
            facts = facts_of_series(series, self.office, year)
            number = number_without_code(typed, facts)
        except PaperNumberError as fault:
            return Checked(None, (diagnose_number(fault, place),))
        return Checked((series.name, number))

    def _words(self) -> tuple[str, ...]:
        """Return the words that may stand before a number, of whichever of its series."""
        words_of_circulars = self.circulars.words if self.circulars else ()
        return (*self.numbers.words, *words_of_circulars)

    def _series(self, parts: NumberParts) -> NumberSeries | None:
        """Return the series of a number. None where the code of no unit stands before it, and one must."""
        series = self.numbers
        if parts.is_circular and self.circulars:
            series = self.circulars
        if not self.is_by_unit:
            return series
        return next(self._series_of_unit(series, parts), None)

    def _series_of_unit(self, series: NumberSeries, parts: NumberParts) -> Iterator[NumberSeries]:
        groups = self.office.groups if self.office else ()
        typed_codes = ["".join(code.split()) for code in parts.codes]
        for group in groups:
            if group.code and "".join(group.code.split()) in typed_codes:
                yield group_series(series, group)

    def _without_unit(self, typed: str, place: Location) -> Diagnostic:
        """Return the error of a number of which it is not clear which unit it is of (E699).

        Only the number of a unit without a code of its own may stand without one, or with that of the office.
        """
        message = _("numbers are counted by unit, and the code before '{typed}' is that of no unit")
        groups = self.office.groups if self.office else ()
        registers = [group_series(self.numbers, group).register for group in groups if not group.code]
        hint = _("Write the code of its unit before the number, as it stands in office.yaml.")
        if registers:
            hint = _(
                "Write the code of its unit before the number. Numbers of a unit without a code of its own"
                " are taken by the register after --kind: {choices}."
            ).format(choices=", ".join(registers))
        return Diagnostic("E699", message.format(typed=typed), place, hint, field="number")


def choose_target(project: Project, word: str) -> ImportTarget:
    """Return where the numbers of a list go.

    Args:
        project: the project.
        word: a kind, a series or a register.

    Raises:
        ContentError: there is no such series (E698).
    """
    kinds = [kind for kind in project.kinds.with_name(word) if kind.numbers]
    if kinds and kinds[0].numbers:
        way = numbering_way(kinds[0], project.office)
        if way == "group":
            return ImportTarget(project.office, kinds[0].numbers, kinds[0].circulars, is_by_unit=True)
    numbers = choose_series(project, word)
    return ImportTarget(project.office, numbers, _circulars_beside(kinds))


def _circulars_beside(kinds: list[Kind[Any]]) -> NumberSeries | None:
    """Return the series of circulars of a kind. None where a series or a register is named, not a kind."""
    return kinds[0].circulars if kinds else None
