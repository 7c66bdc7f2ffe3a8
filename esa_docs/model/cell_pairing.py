"""Which record of a content file a line of a cell stands for, also where the line was changed."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

Signs = tuple[Hashable, ...]
"""By what a record is known again, the surest sign first."""
Pairs = list[int | None]
"""Of each line the place of its record among those of the content file; None for a new one."""


def paired(lines: Sequence[Signs], records: Sequence[Signs]) -> Pairs:
    """Return which record each line stands for: by its signs, or by its place between others.

    Args:
        lines: the signs of each line.
        records: the signs of each record of the content file, as many.
    """
    pairs: Pairs = [None] * len(lines)
    number_of_signs = len(lines[0]) if lines else 0
    for number in range(number_of_signs):
        _pair_by_sign(pairs, [line[number] for line in lines], [record[number] for record in records])
    for start, end in list(_gaps(pairs)):
        free_records = _records_between(pairs, start, end, len(records))
        # A gap with more or fewer records than lines does not say which line is which.
        if len(free_records) == end - start:
            pairs[start:end] = free_records
    return pairs


def without_line(pairs: Pairs, number_of_records: int) -> list[int]:
    """Return the records that no line stands for."""
    paired_records = set(pairs)
    return [record for record in range(number_of_records) if record not in paired_records]


def _pair_by_sign(pairs: Pairs, lines: Sequence[Hashable], records: Sequence[Hashable]) -> None:
    """Pair lines with records of the same sign that have no line yet, those of one sign in their order."""
    records_of_sign: dict[Hashable, list[int]] = {}
    for record in reversed(without_line(pairs, len(records))):
        records_of_sign.setdefault(records[record], []).append(record)
    for line, sign in enumerate(lines):
        if pairs[line] is None and records_of_sign.get(sign):
            pairs[line] = records_of_sign[sign].pop()


def _gaps(pairs: Pairs) -> Iterator[tuple[int, int]]:
    """Generate start and end of each run of lines without records."""
    start = 0
    for line, record in enumerate([*pairs, 0]):
        if record is not None:
            if line > start:
                yield start, line
            start = line + 1


def _records_between(pairs: Pairs, start: int, end: int, number_of_records: int) -> list[int]:
    """Return the records without lines between those of the lines around a gap."""
    first, last = 0, number_of_records
    if start > 0:
        first = (pairs[start - 1] or 0) + 1
    if end < len(pairs):
        last = pairs[end] or 0
    paired_records = set(pairs)
    return [record for record in range(first, last) if record not in paired_records]
