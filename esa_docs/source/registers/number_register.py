"""The register of numbers: read from the documents of all years and from the files of ``registers/``.

A document with faults counts too: its number is taken all the same.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from esa_docs import thai
from esa_docs.diagnostics import Diagnostic
from esa_docs.model.base import DateOrMonth
from esa_docs.model.history import History
from esa_docs.model.kind import Kind, Kinds
from esa_docs.model.number_register import UNNUMBERED, NumberEntry, date_and_month, number_key
from esa_docs.model.numbering import facts_beside_number, paper_series, series_of_office
from esa_docs.model.office import Office
from esa_docs.model.paper_number import PaperFacts, PaperNumberError, year_of
from esa_docs.model.signing import Signed
from esa_docs.rules.numbering import check_numbers
from esa_docs.source.binding.binding import locate
from esa_docs.source.kept.kept_history import Histories
from esa_docs.source.kept.kept_numbers import kept_entries, with_notes
from esa_docs.source.kept.kept_series import certain_entries, check_kept_series, counted_as_kept
from esa_docs.source.kept.renamed_papers import diagnose_renamed, once_each, renamed_papers
from esa_docs.source.loading.parts import ParsedFile
from esa_docs.source.loading.shared import Shared
from esa_docs.source.registers.register_file import number_without_code, read_register
from esa_docs.source.yaml_files import tree as yaml_tree


@dataclass(frozen=True, slots=True)
class Register:
    """The numbers that are taken.

    Attributes:
        entries: every document that has or will have a number or a date of issue.
        faulty: ``year/name`` of documents whose number is another's.
        diagnostics: what is wrong with numbers, and with register files.
        counted_in: names of the series of those numbers that have a diagnostic, by it.
        strays: diagnostics of lines of register files with a number of another series.
        renamed: old ``year/name`` of kept papers whose content file was renamed, by the new one.
    """

    entries: tuple[NumberEntry, ...]
    faulty: frozenset[str]
    diagnostics: tuple[Diagnostic, ...]
    counted_in: Mapping[Diagnostic, str]
    strays: tuple[Diagnostic, ...]
    renamed: Mapping[str, str] = field(default_factory=dict)


def load_register(
    shared: Shared, files: Iterable[ParsedFile], subjects: Mapping[str, str], histories: Histories
) -> Register:
    """Return the numbers of a project.

    Args:
        shared: its folder, kinds and office, and the names of all that has a content file.
        files: its content files of all years, also those with faults.
        subjects: subjects of the documents without faults, by ``year/name``: a memo may take its subject from
            what it proposes.
        histories: the kept versions, whose numbers are taken whatever became of their content files.
    """
    kinds, office = shared.kinds, shared.office
    own_entries = _project_entries(files, kinds, office, subjects)
    own_entries = with_notes(counted_as_kept(own_entries, histories.by_key, kinds), histories.by_key)
    entries = [_with_record(entry, histories.by_key) for entry in own_entries]
    renamed = renamed_papers(entries, histories.by_key, shared.names)
    noted_entries, diagnostics, strays = _noted_entries(shared.root, kinds, office)
    cancelled_numbers = {(entry.series, entry.key) for entry in noted_entries if entry.note.is_cancelled}
    diagnostics += check_kept_series(entries, histories.by_key)
    entries_of_versions = kept_entries(entries, histories.by_key, cancelled_numbers)
    entries += list(certain_entries(entries_of_versions, tuple(entries), histories.by_key))
    identities = {_identity(entry) for entry in entries}
    entries += [entry for entry in noted_entries if _identity(entry) not in identities]
    faulty: set[str] = set()
    counted_in: dict[Diagnostic, str] = {}
    for entry, diagnostic in _check(entries, renamed):
        diagnostics.append(diagnostic)
        counted_in[diagnostic] = entry.counted_in
        if diagnostic.is_error and entry.folder:
            faulty.add(entry.source)
    shown_entries = tuple(once_each(entries, renamed))
    return Register(shown_entries, frozenset(faulty), tuple(diagnostics), counted_in, tuple(strays), renamed)


def _check(
    entries: Sequence[NumberEntry], renamed: Mapping[str, str]
) -> Iterator[tuple[NumberEntry, Diagnostic]]:
    """Generate what is wrong with numbers; of a renamed paper that alone, since its number is its own."""
    for entry, diagnostic in check_numbers(entries):
        if entry.source not in renamed or entry.is_kept or not diagnostic.is_error:
            yield entry, diagnostic
    for entry in entries:
        if entry.source in renamed and not entry.is_kept:
            yield entry, diagnose_renamed(entry, renamed[entry.source])


def _with_record(entry: NumberEntry, histories: Mapping[str, History]) -> NumberEntry:
    """Return the entry of a content file, which knows whether its paper is kept with this number."""
    history = histories.get(entry.source)
    if history is None or history.record is None or history.record.number is None:
        return entry
    is_recorded = number_key(history.record.number) == entry.key
    return replace(entry, is_recorded=is_recorded)


def _noted_entries(
    root: Path, kinds: Kinds, office: Office | None
) -> tuple[list[NumberEntry], list[Diagnostic], list[Diagnostic]]:
    """Return the entries of the register files, what is wrong with the files, and of that the strays."""
    entries: list[NumberEntry] = []
    diagnostics: list[Diagnostic] = []
    strays: list[Diagnostic] = []
    for numbers in series_of_office(kinds, office).values():
        register = read_register(root, numbers, office)
        diagnostics += register.diagnostics
        strays += register.strays
        entries += register.entries
    return entries, diagnostics, strays


def _project_entries(
    files: Iterable[ParsedFile], kinds: Kinds, office: Office | None, subjects: Mapping[str, str]
) -> Iterator[NumberEntry]:
    """Generate an entry for each file whose kind has numbers, or is signed on a date."""
    for file in files:
        kind = kinds.by_name.get(file.kind)
        if kind is None:
            continue
        if kind.numbers or issubclass(kind.content, Signed):
            yield _entry_of(file, kind, office, subjects)


def _identity(entry: NumberEntry) -> tuple[object, ...]:
    """Return what a document and the line of a register file that notes it have in common."""
    return entry.series, entry.key, entry.date_or_month, entry.subject, entry.note.state


def _entry_of(
    parsed_file: ParsedFile, kind: Kind[Any], office: Office | None, subjects: Mapping[str, str]
) -> NumberEntry:
    """Return the entry of a document of the project, which may have faults."""
    tree, file = parsed_file.tree, parsed_file.file
    circular = tree.text("circular") or ""
    is_circular = circular.lower() == "true"
    owner = _text(tree, "owner") or None
    numbers = paper_series(kind, office, owner, is_circular=is_circular)
    series_name = numbers.name if numbers else f"{UNNUMBERED}{kind.name}"
    subject = _text(tree, "subject")
    if not subject:
        subject = subjects.get(file.key, "")
    number_place, _field = locate(tree, ("number",))
    date_place, _field = locate(tree, ("date",))
    date_or_month = _date_or_month(_text(tree, "date"))
    date, month = date_and_month(date_or_month)
    typed = _text(tree, "number") or None
    facts = facts_beside_number(kind, office, owner, year_of(date_or_month), is_circular=is_circular)
    number, is_at_fault = _number(typed, facts)
    return NumberEntry(
        series_name,
        number,
        date,
        subject,
        file.key,
        file.year,
        number_place,
        date_place,
        month=month,
        typed=typed,
        is_at_fault=is_at_fault,
    )


def _number(typed: str | None, facts: PaperFacts) -> tuple[str | None, bool]:
    """Return a typed number alone, and whether it is at fault: then it is as it is typed.

    Validation finds the fault too.
    """
    if typed is None:
        return None, False
    try:
        return number_without_code(typed, facts), False
    except PaperNumberError:
        return typed, True


def _text(tree: yaml_tree.Mapping, key: str) -> str:
    """Return the text of a key without spaces at its ends; empty where no text stands there."""
    return unicodedata.normalize("NFC", tree.text(key) or "").strip()


def _date_or_month(text: str) -> DateOrMonth | None:
    """Return the date or month that a text names; None of any other text."""
    try:
        return thai.parse_date_or_month(text)
    except thai.DateError:
        # Validation of the content finds it too, and its diagnostic suffices.
        return None
