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
from esa_docs.jobs.papers import make_word, paper_document, unless_another
from esa_docs.model.document import Document, Project
from esa_docs.model.register import RegisterContent, RegisterTable
from esa_docs.source.files import shown_path
from esa_docs.source.register import REGISTERS_FOLDER, register_name

PAPER: Final = "register"
"""What a register looks like: the name of its template."""
_HEAD: Final = ("เลขที่", "ลงวันที่", "เรื่อง", "หมายเหตุ")
"""First line of the CSV: the columns that a register file of a project is read by, and the document."""


def register_document(project: Project, table: RegisterTable) -> Document:
    """Give a register as a document that has no content file.

    Raises:
        ContentError: office.yaml or the roster has errors.
    """
    year = table.series.year
    name = f"{REGISTERS_FOLDER}/{_name(table)}-{year}"
    return paper_document(project, PAPER, name, year, RegisterContent(table))


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
        place = output if len(wanted) == 1 else output.with_stem(f"{output.stem}-{_name(table)}")
        made = make(register_document(project, table), shown_path(place), today)
        found += made.diagnostics
        if made.value is not None:
            files[place] = (
                made.value if force else unless_another(place, made.value, RegisterContent(table).title)
            )
    return Checked(None if has_errors(found) else files, tuple(found))


def _name(table: RegisterTable) -> str:
    return register_name(table.series.kind)


def _csv(document: Document, _shown: str, _today: dt.date) -> Checked[bytes]:
    """Write what is taken, as a register file of a project is read; a mark tells Excel that it is UTF-8."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(_HEAD)
    for entry in document.content.table.entries:
        if entry.series:
            date = thai.format_date(entry.date, "long", "arabic")
            writer.writerow((entry.number, date, entry.subject, entry.source if entry.folder else ""))
    return Checked(text.getvalue().encode("utf-8-sig"))


_MAKERS: Final[dict[str, Callable[[Document, str, dt.date], Checked[bytes]]]] = {
    ".docx": make_word,
    ".csv": _csv,
}
