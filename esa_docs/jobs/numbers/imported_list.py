"""The list that another program exported, as lines with numbers; what is not read of it is told.

E607 no sheet has a head · E624 sheets, columns, rows and remarks that are not read · E625 a faulty formula.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from esa_docs.diagnostics import Checked, ContentError, Diagnostic, Severity
from esa_docs.i18n import gettext as _
from esa_docs.model.number_state import STATE_WORDS, NumberState
from esa_docs.source.folders.files import path_label
from esa_docs.source.registers.number_columns import NumberLine, lines_of, no_columns
from esa_docs.source.tables.table_file import Cell, formula_fault, has_text, read_sheets
from esa_docs.source.tables.unread_cells import unread_sheet

_FIELDS_OF_NOTE: Final = ("why", "who", "purpose", "until", "is_free", "noted")
"""Fields that a register notes of numbers that are reserved or cancelled."""
_WORDS_OF_USE: Final = frozenset({STATE_WORDS[NumberState.USED], NumberState.USED.value})


def read_number_lines(file: Path) -> Checked[list[NumberLine]]:
    """Return the lines of all sheets that have a head, with what was mended in them.

    Raises:
        ContentError: the file cannot be read, or no sheet has a head (E607).
    """
    file_label = path_label(file)
    sheets = read_sheets(file, file_label)
    if sheets.value is None:
        raise ContentError(sheets.diagnostics)
    filled_sheets = [sheet for sheet in sheets.value if any(map(has_text, sheet.rows))]
    all_lines: list[NumberLine] = []
    diagnostics = list(sheets.diagnostics)
    has_head = False
    for sheet in filled_sheets:
        lines = lines_of(sheet)
        if lines is None:
            diagnostics.append(unread_sheet(sheet))
            continue
        has_head = True
        all_lines += lines.lines
        diagnostics += lines.diagnostics
    if not has_head:
        raise ContentError([no_columns(filled_sheets, file_label)])
    _refuse_faulty_formulas(all_lines)
    return Checked(all_lines, (*diagnostics, *_unread_remarks(all_lines)))


def _unread_remarks(lines: list[NumberLine]) -> Iterator[Diagnostic]:
    """Generate the warning that remarks on numbers in use are not taken over, at the first (E624)."""
    cells = list(itertools.chain.from_iterable(map(_remarks, lines)))
    if cells:
        message = _("remarks on numbers in use are not taken over, {count} in this list; the first: {text}")
        text = message.format(count=len(cells), text=" ".join(cells[0].text.split()))
        hint = _("Keep the list. A register notes more of reserved and cancelled numbers alone.")
        yield Diagnostic("E624", text, cells[0].place, hint, Severity.WARNING)


def _remarks(line: NumberLine) -> Iterator[Cell]:
    """Generate the cells of a line in use that say more than that it is in use."""
    if not line.text("number") or state_of(line) is not NumberState.USED:
        return
    for field in _FIELDS_OF_NOTE:
        if field in line.cells:
            yield line.cells[field]
    state = line.cells.get("state")
    if state and line.text("state").casefold() not in _WORDS_OF_USE:
        yield state


def _refuse_faulty_formulas(lines: list[NumberLine]) -> None:
    """Refuse lines in which a formula has no value or fails: it may be that of a number.

    Raises:
        ContentError: there are such lines (E625).
    """
    problems: list[Diagnostic] = []
    for line in lines:
        for cell in (*line.cells.values(), *line.unsaved_cells):
            fault = formula_fault(cell)
            if fault:
                problems.append(fault)
    if problems:
        raise ContentError(problems)


def state_of(line: NumberLine) -> NumberState:
    """Return the state that a list notes of a number. Words other than of a state have no meaning here."""
    text = line.text("state").casefold()
    if STATE_WORDS[NumberState.CANCELLED] in text or text == NumberState.CANCELLED.value:
        return NumberState.CANCELLED
    if text.startswith(STATE_WORDS[NumberState.RESERVED]) or text == NumberState.RESERVED.value:
        return NumberState.RESERVED
    return NumberState.USED
