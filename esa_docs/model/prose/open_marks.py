"""The marks that have begun in a text and not yet ended."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from esa_docs.model.prose.delimiters import LENGTH_OF_SIGN, STYLES_OF_SIGNS, WITHOUT_BLANKS, Delimiter
from esa_docs.model.prose.mark_faults import MarkFault, MarkFaultSort
from esa_docs.model.prose.prose import Style


@dataclass(frozen=True, slots=True)
class Beginning:
    """The beginning of a mark.

    Attributes:
        style: what begins.
        start: index of its first sign.
        end: index behind its last sign.
    """

    style: Style
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Beginning and end of a mark.

    Attributes:
        beginning: where it begins.
        start: index of the first sign that ends it.
        end: index behind the last sign that ends it.
    """

    beginning: Beginning
    start: int
    end: int


@dataclass(slots=True)
class OpenMarks:
    """The marks that have begun in a line, or in the words of a link, and not yet ended.

    Attributes:
        text: the text as typed.
        outer: the marks around the words of a link; None for a line.
        faults: what is wrong with the marks so far.
    """

    text: str
    outer: OpenMarks | None = None
    faults: list[MarkFault] = field(default_factory=list)
    _beginnings: list[Beginning] = field(default_factory=list)
    _inner_beginnings: dict[Style, list[Beginning]] = field(default_factory=dict)
    """Beginnings within a mark of their own style, whose faults depend on whether that mark ends."""

    def take(self, delimiter: Delimiter) -> Iterator[Pair]:
        """Take in signs and generate the marks that end with them."""
        styles = list(STYLES_OF_SIGNS[delimiter.signs])
        start = delimiter.start
        for style in self._ending_with(delimiter):
            end = start + LENGTH_OF_SIGN[style]
            yield Pair(self._end(style), start, end)
            styles.remove(style)
            start = end
        for style in styles:
            end = start + LENGTH_OF_SIGN[style]
            self._begin(Beginning(style, start, end), delimiter)
            start = end

    def close(self) -> None:
        """Add the faults of marks that never ended: the line, or the words of the link, are at their end."""
        while self._beginnings:
            self._add_unmatched(self._beginnings.pop())

    def length_of_signs(self, sign: str) -> int:
        """Return how many of a sign would end all the marks here that have begun with it."""
        length = 0
        for beginning in self._beginnings:
            if self.text[beginning.start] == sign:
                length += LENGTH_OF_SIGN[beginning.style]
        return length

    def _ending_with(self, delimiter: Delimiter) -> list[Style]:
        """Return the styles that end with signs, the last one that has begun first."""
        if not delimiter.can_end:
            return []
        ending_styles = []
        for beginning in reversed(self._beginnings):
            is_sign_of_it = beginning.style in STYLES_OF_SIGNS[delimiter.signs]
            if is_sign_of_it and not self._holds_forbidden_blank(beginning, delimiter):
                ending_styles.append(beginning.style)
        return ending_styles

    def _holds_forbidden_blank(self, beginning: Beginning, delimiter: Delimiter) -> bool:
        if beginning.style not in WITHOUT_BLANKS:
            return False
        return any(map(str.isspace, self.text[beginning.end : delimiter.start]))

    def _end(self, style: Style) -> Beginning:
        """Return the beginning of a style, which ends; what has begun within it and not ended is told."""
        beginning = self._beginnings.pop()
        while beginning.style != style:
            outer = self._beginnings[-1]
            if outer.style == style and _begin_with_three_stars(outer, beginning):
                beginning = self._turned(beginning, self._beginnings.pop())
                break
            self._add_unmatched(beginning)
            beginning = self._beginnings.pop()
        for inner_beginning in self._inner_beginnings.pop(style, ()):
            self._add_fault(MarkFaultSort.NESTED, inner_beginning)
        return beginning

    def _turned(self, inner: Beginning, outer: Beginning) -> Beginning:
        """Return the outer of two marks that begin with ``***`` as the inner one, since it ends first."""
        start = outer.start + LENGTH_OF_SIGN[inner.style]
        self._beginnings.append(Beginning(inner.style, outer.start, start))
        return Beginning(outer.style, start, inner.end)

    def _begin(self, beginning: Beginning, delimiter: Delimiter) -> None:
        """Begin a mark, or add the fault that it cannot begin here."""
        if not delimiter.can_begin:
            if delimiter.is_told:
                self._add_unmatched(beginning)
            return
        if beginning.style in WITHOUT_BLANKS:
            self._forget(beginning.style)
        holder = self.holder_of(beginning.style)
        if holder is None:
            self._beginnings.append(beginning)
        else:
            holder.hold(beginning)

    def hold(self, beginning: Beginning) -> None:
        """Hold a beginning within a mark of its own style until that mark ends, or does not."""
        self._inner_beginnings.setdefault(beginning.style, []).append(beginning)

    def holder_of(self, style: Style) -> OpenMarks | None:
        """Return the marks among which a style has begun, here or around; None where it has not."""
        if any(beginning.style == style for beginning in self._beginnings):
            return self
        if self.outer is None:
            return None
        return self.outer.holder_of(style)

    def _forget(self, style: Style) -> None:
        """Remove the beginning of a style that did not end within its word."""
        for beginning in self._beginnings:
            if beginning.style == style:
                self._add_unmatched(beginning)
                self._beginnings.remove(beginning)
                return

    def _add_unmatched(self, beginning: Beginning) -> None:
        """Add the faults of a mark that never ends, and of those within it that would be its like."""
        self._add_fault(MarkFaultSort.UNMATCHED, beginning)
        for inner_beginning in self._inner_beginnings.pop(beginning.style, ()):
            self._add_fault(MarkFaultSort.UNMATCHED, inner_beginning)

    def _add_fault(self, sort: MarkFaultSort, beginning: Beginning) -> None:
        signs = self.text[beginning.start : beginning.end]
        self.faults.append(MarkFault(sort, beginning.start, signs))


def _begin_with_three_stars(outer: Beginning, inner: Beginning) -> bool:
    """Return whether two marks begin with ``***``, bold first, as it is taken at first."""
    are_bold_and_italic = (outer.style, inner.style) == STYLES_OF_SIGNS["***"]
    return are_bold_and_italic and outer.end == inner.start
