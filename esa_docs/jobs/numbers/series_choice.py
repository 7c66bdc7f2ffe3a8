"""The series of numbers that a word of the reader means: a kind, a series or its register."""

from __future__ import annotations

from collections.abc import Mapping

from esa_docs.diagnostics import ContentError, Diagnostic, Location
from esa_docs.hints import nearest_hint
from esa_docs.i18n import gettext as _
from esa_docs.model.abilities import NumberSeries
from esa_docs.model.numbering import is_in_use, series_of_office
from esa_docs.model.project import Project
from esa_docs.source.folders.files import OFFICE_FILE, path_label


def choose_series(project: Project, word: str) -> NumberSeries:
    """Return the series that a word means.

    Args:
        project: the project; its office says which series there are.
        word: name of a kind, in Thai too, of a series (``circular``) or of a register (``memos-อำนวยการ``).

    Raises:
        ContentError: there is no such series, or papers of the kind are counted by unit or not at all (E698).
    """
    series = series_of_office(project.kinds, project.office)
    by_word = _series_by_word(project, series)
    place = Location(path_label(project.root / OFFICE_FILE))
    if word not in by_word:
        message = _("a register is expected, found '{name}'").format(name=word)
        registers = [numbers.register for numbers in series.values()]
        raise ContentError([Diagnostic("E698", message, place, nearest_hint(word, registers))])
    numbers = by_word[word]
    if not is_in_use(numbers, project.kinds, project.office):
        message = _("the register '{name}' is not in use: papers of this kind bear no number in this office")
        hint = _("Say so under 'numbering:' of office.yaml if they are to bear one.")
        raise ContentError([Diagnostic("E698", message.format(name=numbers.register), place, hint)])
    unit_registers = _registers_of_units(numbers, series)
    if unit_registers:
        message = _(
            "papers of the register '{name}' are counted by unit, and it is not said which unit is meant"
        )
        hint = _("Name one of: {choices}.").format(choices=", ".join(unit_registers))
        raise ContentError([Diagnostic("E698", message.format(name=numbers.register), place, hint)])
    return numbers


def _series_by_word(project: Project, series: Mapping[str, NumberSeries]) -> Mapping[str, NumberSeries]:
    by_word: dict[str, NumberSeries] = {}
    for kind in project.kinds:
        if kind.numbers:
            by_word[kind.name] = kind.numbers
            by_word[kind.thai_name] = kind.numbers
    for numbers in series.values():
        by_word[numbers.register] = numbers
        by_word[numbers.name] = numbers
    return by_word


def _registers_of_units(numbers: NumberSeries, series: Mapping[str, NumberSeries]) -> list[str]:
    """Return the registers of units that stand in the place of one of the office; empty for any other."""
    if numbers.group:
        return []
    beginning = f"{numbers.name}-"
    return [other.register for other in series.values() if other.group and other.name.startswith(beginning)]
