r"""Marks in a text as people type it, such as ``**bold**``, read into prose.

Thai has no blanks between words, so a mark may begin and end between two letters: what begins one has a
letter or sign right behind it, what ends one right before it. A mark that lacks its partner stays as typed.
No mark crosses the end of a line.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from esa_docs.model.prose.brackets import bracket_ends
from esa_docs.model.prose.joined_signs import Ended, delimiters_in
from esa_docs.model.prose.link_addresses import TypedAddress, address_at
from esa_docs.model.prose.link_words import has_words, printed_address
from esa_docs.model.prose.mark_faults import MarkFault, MarkFaultSort
from esa_docs.model.prose.mark_signs import MARK_BEGINNING, MARK_CHARACTERS, PLACED_MARKS
from esa_docs.model.prose.mark_tokens import TOKEN
from esa_docs.model.prose.open_marks import OpenMarks, Pair
from esa_docs.model.prose.part_of_text import PartOfText
from esa_docs.model.prose.prose import Link, Mark, Note, Prose

_MAY_BE_MARKED: Final = re.compile(rf"{MARK_BEGINNING}|\\")


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as it is read.

    Attributes:
        prose: the text, and what its parts bear.
        faults: what is wrong with its marks, in the order of the text.
        marks: the marks as typed, and the backslashes that make one literal, in the order of the text; those
            in a note come behind it.
        starts: index of the first sign of each of them in the text as typed.
    """

    prose: Prose
    faults: tuple[MarkFault, ...] = ()
    marks: tuple[str, ...] = ()
    starts: tuple[int, ...] = ()


def read_prose(source: str) -> Prose:
    """Return a text with its marks taken away and what its parts bear.

    Args:
        source: the text as typed.
    """
    return read_marks(source).prose


def read_marks(source: str) -> Reading:
    """Return a text as it is read, with the faults of its marks.

    Args:
        source: the text as typed.
    """
    if _MAY_BE_MARKED.search(source) is None:
        return Reading(Prose(source))
    reader = _Reader(source, 0, len(source))
    reader.read()
    faults = tuple(sorted(reader.faults, key=_place_of))
    places = sorted(reader.marks)
    marks = tuple(source[start:end] for start, end in places)
    return Reading(reader.prose(), faults, marks, tuple(start for start, _end in places))


def _place_of(fault: MarkFault) -> int:
    return fault.start


@dataclass(slots=True)
class _Surroundings:
    """What stands around a part of a text.

    Attributes:
        open_marks: the marks that have begun in the part.
        is_in_link: whether the part is the words of a link.
    """

    open_marks: OpenMarks
    is_in_link: bool = False


class _Reader:
    """Reads one text, or the text of a note.

    Attributes:
        faults: what is wrong so far.
        marks: beginning and end of each mark so far.
    """

    def __init__(self, source: str, start: int, end: int, *, is_note: bool = False) -> None:
        self._source = source
        self._part = PartOfText(source, start, end)
        self._is_note = is_note
        self._bracket_ends: dict[int, int] = {}
        self._ends: dict[int, Ended] = {}
        self._readers: Final[dict[str, Callable[[re.Match[str], _Surroundings], int]]] = {
            "backslashes": self._read_backslashes,
            "skipped": self._skip,
            "placed": self._read_placed,
            "unclosed": self._read_unclosed,
            "note": self._read_note,
            "bracket": self._read_bracket,
            "delimiter": self._read_delimiter,
        }
        self.faults: list[MarkFault] = []
        self.marks: list[tuple[int, int]] = []

    def read(self) -> None:
        """Read the text, line by line."""
        start = self._part.start
        for line in self._source[start : self._part.end].split("\n"):
            end = start + len(line)
            self._bracket_ends = bracket_ends(self._source, start, end)
            self._read_part(start, end, _Surroundings(OpenMarks(self._source)))
            start = end + 1

    def prose(self) -> Prose:
        """Return the text without the signs of its marks."""
        return self._part.prose()

    def _read_part(self, start: int, end: int, around: _Surroundings) -> None:
        """Read a line or the words of a link."""
        index = start
        token = TOKEN.search(self._source, index, end)
        while token is not None:
            read = self._readers[str(token.lastgroup)]
            index = read(token, around)
            token = TOKEN.search(self._source, index, end)
        around.open_marks.close()
        self.faults.extend(around.open_marks.faults)

    def _skip(self, token: re.Match[str], _around: _Surroundings) -> int:
        self._ends[token.end()] = Ended.ADDRESS
        return token.end()

    def _read_backslashes(self, token: re.Match[str], _around: _Surroundings) -> int:
        """Read backslashes: each second one before a mark is printed, an odd one makes it literal."""
        start, end = token.span()
        behind = self._source[end : end + 1]
        if not behind or behind not in MARK_CHARACTERS:
            return end
        printed_count, is_literal = divmod(end - start, 2)
        mark_end = end + 1 if is_literal else end
        self._part.drop(start + printed_count, end)
        self.marks.append((start, mark_end))
        return mark_end

    def _read_placed(self, token: re.Match[str], _around: _Surroundings) -> int:
        """Read ``{ref:ID}`` or ``{field:COLUMN}``."""
        name, _colon, text = token[0][1:-1].partition(":")
        text = text.strip()
        if not text:
            self._tell(MarkFaultSort.VALUE, token.start(), token[0])
            return token.end()
        self._put(token.start(), token.end(), PLACED_MARKS[name](text))
        return token.end()

    def _read_unclosed(self, token: re.Match[str], _around: _Surroundings) -> int:
        """Read ``{ref:`` or ``{field:`` that no bracket closes: a fault."""
        self._tell(MarkFaultSort.VALUE, token.start(), token[0])
        return token.end()

    def _read_note(self, token: re.Match[str], around: _Surroundings) -> int:
        """Read ``^[note]``."""
        start, end = token.span()
        if self._is_note or around.is_in_link:
            self._tell(MarkFaultSort.NESTED, start, token[0])
            return end
        bracket_end = self._bracket_ends.get(end - 1, end)
        note = self._source[end:bracket_end]
        if not note.strip():
            self._tell(MarkFaultSort.UNMATCHED, start, token[0])
            return end
        reader = _Reader(self._source, end, bracket_end, is_note=True)
        reader.read()
        self.faults.extend(reader.faults)
        self.marks.extend(reader.marks)
        self._put(start, bracket_end + 1, Note(reader.prose()))
        return bracket_end + 1

    def _read_bracket(self, token: re.Match[str], around: _Surroundings) -> int:
        """Read a bracket, which may begin the words of a link."""
        start, end = token.span()
        bracket_end = self._bracket_ends.get(start, start)
        address = address_at(self._source, bracket_end + 1)
        if bracket_end < end or address is None:
            return end
        is_wordless = not has_words(self._source, end, bracket_end)
        if is_wordless and address.fault in {MarkFaultSort.NO_ADDRESS, MarkFaultSort.OPEN_ADDRESS}:
            return end
        if around.is_in_link:
            self._tell(MarkFaultSort.NESTED, start, self._source[start : address.end])
            return end
        if address.fault is not None:
            self._tell(address.fault, bracket_end + 2, address.address)
            return end
        self.marks.append((start, address.end))
        self._ends[address.end] = Ended.MARK
        if is_wordless:
            return self._read_wordless(start, bracket_end, address)
        self._part.drop(start, end)
        self._part.drop(bracket_end, address.end)
        self._part.mark(end, bracket_end, Link(address.address))
        words_marks = OpenMarks(self._source, around.open_marks)
        self._read_part(end, bracket_end, _Surroundings(words_marks, is_in_link=True))
        return address.end

    def _read_wordless(self, start: int, bracket_end: int, address: TypedAddress) -> int:
        """Read a link without words: its address is printed in their place, and that is told."""
        self._tell(MarkFaultSort.NO_WORDS, start, self._source[start : address.end])
        words_start, words_end = printed_address(bracket_end + 1, address.end, address.address)
        self._part.drop(start, words_start)
        self._part.drop(words_end, address.end)
        self._part.mark(words_start, words_end, Link(address.address))
        return address.end

    def _read_delimiter(self, token: re.Match[str], around: _Surroundings) -> int:
        """Read signs that may begin or end a mark."""
        start, end = token.span()
        ended = self._ends.get(start)
        for delimiter in delimiters_in(self._source, start, end, around.open_marks, ended):
            for pair in around.open_marks.take(delimiter):
                self._add_pair(pair)
        return end

    def _add_pair(self, pair: Pair) -> None:
        beginning = pair.beginning
        self._part.drop(beginning.start, beginning.end)
        self._part.drop(pair.start, pair.end)
        self._part.mark(beginning.end, pair.start, beginning.style)
        self.marks.append((beginning.start, pair.end))

    def _put(self, start: int, end: int, mark: Mark) -> None:
        """Put a mark that stands between two letters in the place of how it is typed."""
        self._part.drop(start, end)
        self._part.mark(start, start, mark)
        self.marks.append((start, end))
        self._ends[end] = Ended.MARK

    def _tell(self, sort: MarkFaultSort, start: int, text: str) -> None:
        self.faults.append(MarkFault(sort, start, text))
