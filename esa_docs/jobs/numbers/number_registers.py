"""Registers of numbers as files: Word to be printed, CSV to be opened in Excel."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from esa_docs import thai
from esa_docs.diagnostics import Checked, Diagnostic, has_errors
from esa_docs.jobs.numbers.number_use import date_text
from esa_docs.jobs.program_documents import make_word, program_document, refuse_other_file
from esa_docs.model.area import Area
from esa_docs.model.document import Context, Document, Form
from esa_docs.model.kind import Kind
from esa_docs.model.number_state import REUSE_WORDS, STATE_WORDS, NumberNote, NumberState
from esa_docs.model.project import Project
from esa_docs.model.register_table import RegisterTable
from esa_docs.source.folders.files import path_label
from esa_docs.source.registers.register_text import HEADS, REGISTERS_FOLDER
from esa_docs.source.tables.csv_texts import guard_text

_HEAD: Final = ("เลขที่", "ลงวันที่", "เรื่อง", "หมายเหตุ")
"""First line of the CSV: the columns of a register file, and a remark that names the document."""


_HEADS_OF_STATES: Final = tuple(
    HEADS[field] for field in ("state", "who", "purpose", "until", "why", "is_free")
)
"""Columns that follow where a number is reserved or cancelled."""


def _view(document: Document[RegisterTable], area: Area) -> Context:
    from esa_docs.word.context.number_register import build_context  # noqa: PLC0415 loads fonts and lxml

    return build_context(document, area)


def _printed() -> type[Any]:
    from esa_docs.model.printed.program_forms import PrintedNumberRegister  # noqa: PLC0415 only templates need it

    return PrintedNumberRegister


NUMBER_REGISTER: Final = Form("number-register", _view, printed=_printed)
"""How a register looks."""

_Maker = Callable[[Document[RegisterTable], str, dt.date], Checked[bytes]]
"""Makes the file of a register from its document, the label of the file and the day."""


def register_document(project: Project, table: RegisterTable) -> Document[RegisterTable]:
    """Return a register as a document that has no content file.

    Raises:
        ContentError: office.yaml or the roster has errors.
    """
    year = table.series.year
    name = f"{REGISTERS_FOLDER}/{table.numbers.register}-{year}"
    numerals = _numerals(project, table)
    return program_document(project, NUMBER_REGISTER, (name, year), table.title, table, numerals)


def _numerals(project: Project, table: RegisterTable) -> thai.Numerals:
    """Return the digits of a register: those of the last kind whose documents are counted in it."""
    # Circulars are counted together, whether they are memos or letters. Letters come last.
    base_name = table.numbers.name.removesuffix(f"-{table.numbers.group}")
    counted_kinds: list[Kind[Any]] = []
    for kind in project.kinds:
        names = [series.name for series in (kind.numbers, kind.circulars) if series]
        if base_name in names:
            counted_kinds.append(kind)
    last_kind = counted_kinds[-1]
    office_numerals = project.office.numerals if project.office else {}
    return office_numerals.get(last_kind.name, last_kind.numerals)


def make_registers(
    project: Project,
    tables: Sequence[RegisterTable],
    output: Path,
    *,
    today: dt.date,
    force: bool = False,
) -> Checked[dict[Path, bytes]]:
    """Make a file for each register. Of several registers only those with entries get one.

    Args:
        project: the project of the registers.
        tables: the registers.
        output: where the file goes; its ending is .docx or .csv. If there are several, each file has the name
            of its register behind this name.
        today: the day on which they are made.
        force: overwrite files that somebody else made or edited.

    Returns:
        The bytes of each file; None where one of them must not be written.

    Raises:
        ContentError: another file is there (E418), office.yaml has errors, or the office's own template
            does not fit (E302 to E307).
        MachineError: the installation lacks the template (E301).
    """
    make = _MAKERS[output.suffix.lower()]
    files: dict[Path, bytes] = {}
    diagnostics: list[Diagnostic] = []
    for place, table in _placed_tables(tables, output):
        document = register_document(project, table)
        file = make(document, path_label(place), today)
        diagnostics += file.diagnostics
        if file.value is None:
            continue
        if not force:
            refuse_other_file(place, file.value, table.title)
        files[place] = file.value
    if has_errors(diagnostics):
        return Checked(None, tuple(diagnostics))
    return Checked(files, tuple(diagnostics))


def _placed_tables(tables: Sequence[RegisterTable], output: Path) -> Iterator[tuple[Path, RegisterTable]]:
    """Generate the place of a file, and the register that it gets."""
    if len(tables) > 1:
        tables = [table for table in tables if table.entries]
    if len(tables) == 1:
        yield output, tables[0]
        return
    for table in tables:
        yield output.with_stem(f"{output.stem}-{table.numbers.register}"), table


def _make_csv(document: Document[RegisterTable], _file_label: str, _today: dt.date) -> Checked[bytes]:
    """Return the numbers that are taken as CSV, in the form in which a register file of a project is read."""
    entries = [entry for entry in document.content.entries if entry.series]
    # Where every number is in use, as in most registers, the columns of states would be empty.
    has_states = any(entry.note.state is not NumberState.USED for entry in entries)
    has_noted_days = any(entry.note.noted for entry in entries)
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    head = (*_HEAD, *_HEADS_OF_STATES) if has_states else _HEAD
    if has_noted_days:
        head = (*head, HEADS["noted"])
    writer.writerow(head)
    for entry in entries:
        document_key = entry.source if entry.folder else ""
        remark = "; ".join(filter(None, (document_key, entry.number_note)))
        cells = [entry.number or "", date_text(entry.date_or_month), entry.subject, remark]
        if has_states:
            cells += _cells_of_state(entry.note)
        if has_noted_days:
            cells.append(date_text(entry.note.noted))
        writer.writerow(map(guard_text, cells))
    # Excel knows by the byte order mark that the text is UTF-8.
    return Checked(text.getvalue().encode("utf-8-sig"))


def _cells_of_state(note: NumberNote) -> list[str]:
    reuse_word = REUSE_WORDS[note.is_free] if note.is_cancelled else ""
    return [STATE_WORDS[note.state], note.who, note.purpose, date_text(note.until), note.why, reuse_word]


_MAKERS: Final[dict[str, _Maker]] = {".docx": make_word, ".csv": _make_csv}
