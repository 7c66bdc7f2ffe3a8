"""The cells of a line of a register: whether they are sound, and where each stands.

What writes a register asks here too, so that the program writes no line that it then refuses.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from pydantic import ValidationError

from esa_docs.diagnostics import Checked, Diagnostic, Location
from esa_docs.i18n import gettext as _
from esa_docs.model.register_row import RegisterRow
from esa_docs.source.binding.faults import describe_fault
from esa_docs.source.registers.register_text import HEADS, Record, RowTexts
from esa_docs.source.tables.csv_texts import places_of_fields

_EMPTY_CELL: Final = "E211"
"""Code of a text that is expected and not there."""
SEPARATOR: Final = ","
"""The sign between two columns of a register."""


@dataclass(frozen=True)
class CellPlaces:
    """Where the cells of a line of a register stand: looked for once, where a place is needed.

    Attributes:
        file_label: how diagnostics name the file.
        record: the line.
    """

    file_label: str
    record: Record

    @property
    def of_line(self) -> Location:
        """The place of the line as a whole."""
        return Location(self.file_label, self.record.line, 1)

    def of_column(self, column: int) -> Location:
        """Return the place of a cell; that of the line where it has no such cell.

        Args:
            column: number of the column, from 0.
        """
        if not 0 < column < len(self.record.cells):
            return self.of_line
        line, column_in_line = self._in_record[column]
        return Location(self.file_label, self.record.line + line - 1, column_in_line)

    @cached_property
    def _in_record(self) -> list[tuple[int, int]]:
        """Line and column of each cell, from 1, the lines counted from the first of the record."""
        return list(places_of_fields(self.record.text, len(self.record.cells), SEPARATOR))

    def of_field(self, head: Sequence[str], field: str) -> Location:
        """Return the place of the cell of a field; that of the line where no column has the field.

        Args:
            head: field of each column.
            field: the field.
        """
        if field not in head:
            return self.of_line
        return self.of_column(_last_index(head, field))


def check_row(texts: RowTexts, place_of: Callable[[str], Location]) -> Checked[RegisterRow]:
    """Return a line of a register as a value, or what is wrong with its cells.

    Args:
        texts: its texts by field.
        place_of: returns the place of the cell of a field.
    """
    values = {field: text for field, text in texts.items() if text.strip()}
    # Without them a line says nothing: they are looked at also where they are empty.
    values |= {field: texts.get(field, "") for field in ("number", "date")}
    try:
        return Checked(RegisterRow.model_validate(values))
    except ValidationError as fault:
        return Checked(None, tuple(_describe(fault, place_of)))


def _describe(fault: ValidationError, place_of: Callable[[str], Location]) -> list[Diagnostic]:
    diagnostics: list[Diagnostic] = []
    for detail in fault.errors(include_url=False):
        context = detail.get("ctx", {})
        keys = [*detail["loc"], context.get("key", "")]
        field = str(keys[0])
        diagnostic = describe_fault(detail, context, place_of(field), field)
        diagnostics.append(_told_of_column(diagnostic, HEADS.get(field, field)))
    return diagnostics


def _told_of_column(diagnostic: Diagnostic, head: str) -> Diagnostic:
    """Return the diagnostic of a cell of a line, with the head of its column."""
    message = _("below '{head}': {message}").format(head=head, message=diagnostic.message)
    hint = diagnostic.hint
    if diagnostic.code == _EMPTY_CELL:
        hint = _("Fill in this cell of the line, below '{head}'; a line with this state needs it.")
        hint = hint.format(head=head)
    return replace(diagnostic, message=message, hint=hint)


def _last_index(head: Sequence[str], field: str) -> int:
    """Return the column whose text counts: `texts_of` takes the last of several."""
    return len(head) - 1 - list(reversed(head)).index(field)
