"""Of which series a fault in ``registers/`` may hide a number; any other fault may hide one of every series.

- A fault of a register file, or of a line of it, hides a number of its series. A number with a code or ว that
  its series does not print is one of another series in the wrong file: it may be of any that prints them.
- A file that is read as no register hides numbers of the series that its name names: by the name of a
  register or a series, or of a kind, whose circulars may stand in it too. Where its name says nothing, it may
  hide any.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from esa_docs.diagnostics import Diagnostic
from esa_docs.model.abilities import NumberSeries
from esa_docs.model.kind import Kinds
from esa_docs.model.numbering import series_of_office
from esa_docs.model.office import Office
from esa_docs.source.folders.files import path_label
from esa_docs.source.registers.register_names import register_file
from esa_docs.source.registers.register_text import REGISTERS_FOLDER

SeriesOfFaults = Mapping[Diagnostic, frozenset[str]]
"""Names of the series of which a fault may hide a number; one that is not in it may concern every series."""


def series_of_faults(
    root: Path,
    kinds: Kinds,
    office: Office | None,
    faults: Iterable[Diagnostic],
    strays: Collection[Diagnostic],
) -> SeriesOfFaults:
    """Return the series that faults concern, without those faults that may concern every series.

    Args:
        root: project folder.
        kinds: the kinds of documents.
        office: the office; None where office.yaml is faulty.
        faults: errors of all that may hold numbers and cannot be read.
        strays: those of lines with the number of another series.
    """
    series = tuple(series_of_office(kinds, office).values())
    folder_label = f"{path_label(root / REGISTERS_FOLDER)}/"
    names_by_fault: dict[Diagnostic, frozenset[str]] = {}
    for fault in faults:
        path = fault.location.path
        if not path.startswith(folder_label):
            continue
        file_name, _slash, _below = path.removeprefix(folder_label).partition("/")
        names = set(_names_of_file(file_name, series, kinds))
        if fault in strays:
            names.update(_names_beside_parts(series))
        if names:
            names_by_fault[fault] = frozenset(names)
    return names_by_fault


def uncertain_faults(
    counted_in: Mapping[Diagnostic, str],
    unread: Iterable[Diagnostic],
    hidden_series: SeriesOfFaults,
    office: Office | None,
) -> Iterator[Diagnostic]:
    """Generate the diagnostics of numbers in whose series the next free number is not known.

    Args:
        counted_in: the series that a diagnostic of a number is about.
        unread: errors of all that may hold numbers and cannot be read.
        hidden_series: the series that such an error concerns.
        office: the office; None where office.yaml is faulty.
    """
    for diagnostic, name in counted_in.items():
        is_hidden = any(name in hidden_series.get(fault, {name}) for fault in unread)
        if is_hidden or office is None:
            yield diagnostic


def _names_of_file(file_name: str, series: Iterable[NumberSeries], kinds: Kinds) -> Iterator[str]:
    """Generate the series whose numbers may stand in a file, by name; none where its name says nothing."""
    plain_name = _plain(file_name)
    for numbers in series:
        if _plain(register_file(numbers)) == f"{REGISTERS_FOLDER}/{plain_name}":
            yield numbers.name
            return
    for numbers in series:
        words = _words_of(numbers, kinds)
        if any(_plain(word) in plain_name for word in words):
            yield numbers.name


def _words_of(numbers: NumberSeries, kinds: Kinds) -> Iterator[str]:
    """Generate the words that name a series, or the series of the office beside that of a unit."""
    for declared_series in kinds.series().values():
        if numbers.name == declared_series.name or _is_of_unit(numbers, declared_series):
            yield declared_series.name
            yield declared_series.register
            for kind in kinds:
                if declared_series in (kind.numbers, kind.circulars):
                    yield kind.name
                    yield kind.thai_name


def _is_of_unit(numbers: NumberSeries, declared_series: NumberSeries) -> bool:
    return bool(numbers.group) and numbers.name == f"{declared_series.name}-{numbers.group}"


def _names_beside_parts(series: Iterable[NumberSeries]) -> Iterator[str]:
    """Generate the names of the series whose papers print a code or ว before their numbers."""
    for numbers in series:
        if numbers.is_coded or numbers.is_circular:
            yield numbers.name


def _plain(name: str) -> str:
    """Return a name that is equal for two names which a disk takes for one."""
    return unicodedata.normalize("NFC", name.casefold())
