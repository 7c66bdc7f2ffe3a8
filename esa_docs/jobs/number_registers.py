"""Registers of numbers as files to print or to open in Excel: Word and CSV."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from esa_docs import thai
from esa_docs.diagnostics import Checked, Diagnostic, has_errors
from esa_docs.jobs.program_documents import make_word, program_document, unless_another
from esa_docs.model.area import Area
from esa_docs.model.document import Context, Document, Form
from esa_docs.model.number_register import RegisterTable
from esa_docs.model.project import Project
from esa_docs.source.files import path_label
from esa_docs.source.number_register import REGISTERS_FOLDER

_HEAD: Final = ("เลขที่", "ลงวันที่", "เรื่อง", "หมายเหตุ")
"""First line of the CSV: the columns that a register file of a project is read by, and the document."""


def _view(document: Document[RegisterTable], area: Area) -> Context:
    from esa_docs.word.context.number_register import build_context  # noqa: PLC0415 loads fonts and lxml

    return build_context(document, area)


NUMBER_REGISTER: Final = Form("number-register", _view)
"""How a register looks."""


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
    counted = [kind for kind in project.kinds if table.numbers in {kind.numbers, kind.circulars}]
    chosen = project.office.numerals if project.office else {}
    return chosen.get(counted[-1].name, counted[-1].numerals)


def make_registers(
    project: Project,
    tables: Sequence[RegisterTable],
    output: Path,
    *,
    today: dt.date,
    force: bool = False,
) -> Checked[dict[Path, bytes]]:
    """Make the files of registers; of several only those that have lines, each with its name in the file's.

    Args:
        project: whose registers.
        tables: the series they show.
        output: where they go; its ending is .docx or .csv.
        today: the day on which they are made.
        force: overwrite files that somebody else made or edited.

    Returns:
        What goes into each file; nothing where one of them may not be written.

    Raises:
        ContentError: another file is there (E418), office.yaml has errors, or the office's own template
            does not fit (E302 to E307).
        MachineError: the installation lacks the template (E301).
    """
    wanted = tables if len(tables) == 1 else [table for table in tables if table.entries]
    make = _MAKERS[output.suffix.lower()]
    files: dict[Path, bytes] = {}
    found: list[Diagnostic] = []
    for table in wanted:
        place = output if len(wanted) == 1 else output.with_stem(f"{output.stem}-{table.numbers.register}")
        made = make(register_document(project, table), path_label(place), today)
        found += made.diagnostics
        if made.value is not None:
            files[place] = made.value if force else unless_another(place, made.value, table.title)
    return Checked(None if has_errors(found) else files, tuple(found))


def _csv(document: Document[RegisterTable], _shown: str, _today: dt.date) -> Checked[bytes]:
    """Write what is taken, as a register file of a project is read; a mark tells Excel that it is UTF-8."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(_HEAD)
    for entry in document.content.entries:
        if entry.series and entry.date:
            date = thai.format_date(entry.date, "long", "arabic")
            writer.writerow((entry.number, date, entry.subject, entry.source if entry.folder else ""))
    return Checked(text.getvalue().encode("utf-8-sig"))


_MAKERS: Final[dict[str, Callable[[Document[RegisterTable], str, dt.date], Checked[bytes]]]] = {
    ".docx": make_word,
    ".csv": _csv,
}
