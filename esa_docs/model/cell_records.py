"""Records in a cell of a workbook, each a line with parts, and what of them the cell does not show."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from esa_docs.model.cell_blocks import CellValue
from esa_docs.model.cell_lines import (
    BLANK,
    HiddenValuesError,
    LineError,
    lines_of_cell,
    read_lines,
    text_of_value,
)
from esa_docs.model.cell_pairing import Pairs, Signs, paired, without_line

Record = dict[str, CellValue]
"""Values by key."""

_BAR: Final = re.compile(r"(?<!\\)\|")
_ADDRESS: Final = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Records:
    """Records, each a line with parts.

    Attributes:
        keys: keys of the parts, in order.
        shape: the parts in words, for people.
        needed: how many of the first parts may not be empty.
        address: key of the last part where that is an address (``https://…``). Empty where addresses have no
            key of their own.
        of_last: keys that the cell does not show and that say something of the last part: they go with it.
    """

    keys: tuple[str, ...]
    shape: str
    needed: int = 1
    address: str = ""
    of_last: tuple[str, ...] = ()

    def show(self, value: CellValue) -> str:
        """Return a line for each record; empty for None."""
        lines = [self._line(record) for record in _records_in(value)]
        return "\n".join(lines)

    def _line(self, record: Record) -> str:
        values = [record.get(key) for key in self.keys]
        if self.address and values[-1] is None:
            values[-1] = record.get(self.address)
        parts = [_on_one_line(text_of_value(value)).replace("|", r"\|") for value in values]
        while parts and not parts[-1]:
            parts.pop()
        return " | ".join(parts)

    def read(self, text: str, previous_value: CellValue) -> CellValue:
        """Return a record for each line; None where there is none.

        An unchanged line keeps its record, a changed one what the cell does not show of its record.

        Raises:
            LineError: a line has not the parts of a record.
            HiddenValuesError: no line stands for a record of which the cell does not show all.
        """
        previous_records = _records_in(previous_value)
        record_of_line = {self._line(record): record for record in reversed(previous_records)}
        lines = lines_of_cell(text)
        records = read_lines(lines, lambda line: record_of_line.get(line) or self._read_record(line))
        signs = list(map(self._signs, lines, records))
        pairs = paired(signs, [self._signs(self._line(record), record) for record in previous_records])
        for place, line in enumerate(lines):
            previous_place = pairs[place]
            if previous_place is None:
                continue
            previous_record = previous_records[previous_place]
            if self._line(previous_record) == line:
                records[place] = previous_record
            elif line in record_of_line:
                # The line of another record stands here once more.
                pairs[place] = None
            else:
                records[place] = self._with_hidden_values(records[place], previous_record)
        self._refuse_loss(pairs, previous_records)
        return list(records) or None

    def _read_record(self, line: str) -> Record:
        record: Record = {}
        for key, text in zip(self.keys, self._split(line), strict=False):
            if text:
                record[key] = text
        self._move_address(record)
        return record

    def _split(self, line: str) -> list[str]:
        """Return the texts of the parts of a line.

        Raises:
            LineError: there are too many parts, or a needed part is missing or empty.
        """
        texts = [part.strip(BLANK).replace(r"\|", "|") for part in _BAR.split(line)]
        needed_texts = texts[: self.needed]
        has_needed_texts = len(needed_texts) == self.needed and all(needed_texts)
        if len(texts) > len(self.keys) or not has_needed_texts:
            raise LineError(line, self.shape)
        return texts

    def _move_address(self, record: Record) -> None:
        """Put the last part of a record under the key of addresses where it is one."""
        last_key = self.keys[-1]
        last_value = record.get(last_key)
        if self.address and isinstance(last_value, str) and _ADDRESS.match(last_value):
            record[self.address] = record.pop(last_key)

    def _signs(self, line: str, record: Record) -> Signs:
        first, last = text_of_value(record.get(self.keys[0])), text_of_value(record.get(self.keys[-1]))
        return line, (first, last), first

    def _with_hidden_values(self, record: Record, previous_record: Record) -> Record:
        """Return a record with the values of the previous one that the cell does not show."""
        hidden_keys = self._hidden_keys(previous_record)
        last_key = self.keys[-1]
        if record.get(last_key) == previous_record.get(last_key):
            hidden_keys += [key for key in previous_record if key in self.of_last]
        return record | {key: previous_record[key] for key in hidden_keys}

    def _hidden_keys(self, record: Record) -> list[str]:
        """Return the keys of a record that the cell does not show, but for those of its last part."""
        other_keys = {*self.keys, self.address, *self.of_last}
        return [key for key in record if key not in other_keys]

    def _refuse_loss(self, pairs: Pairs, previous_records: Sequence[Record]) -> None:
        """Refuse lines of which none may stand for a record with more than the cell shows.

        Raises:
            HiddenValuesError: there is such a record, and a line that may be its own.
        """
        if None not in pairs:
            # Lines were deleted, with all that their records hold.
            return
        for place in without_line(pairs, len(previous_records)):
            if self._hidden_keys(previous_records[place]):
                raise HiddenValuesError(self._line(previous_records[place]))


def _records_in(value: CellValue) -> list[Record]:
    if not isinstance(value, list):
        return []
    return [item for item in value if isinstance(item, dict)]


def _on_one_line(text: str) -> str:
    return " ".join(lines_of_cell(text)) if "\n" in text else text
