"""Numbers in the columns of a table: at the right, and all of a column in one form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from esa_docs import thai
from esa_docs.model.prose.cell_numbers import NOTHING, NUMBER
from esa_docs.model.prose.prose import Prose, Span
from esa_docs.model.prose.table_block import TableBlock
from esa_docs.model.prose.table_shape import joined_cells


@dataclass(frozen=True, slots=True)
class NumberForm:
    """The form of the numbers of a column.

    Attributes:
        has_commas: whether thousands are parted: a number of the column has them parted.
        places: decimal places, as many as the number of the column with most of them has.
    """

    has_commas: bool
    places: int

    def written(self, text: str) -> str:
        """Return a number in this form, in Arabic digits; any other text as it is."""
        match = NUMBER.fullmatch(thai.to_arabic_digits(text))
        if match is None:
            return text
        whole = match["whole"].replace(",", "")
        if self.has_commas:
            whole = f"{int(whole):,}"
        places = (match["places"] or "").ljust(self.places, "0")
        point = "." if places else ""
        return f"{match['sign']}{whole}{point}{places}{match['unit']}"

    def in_form(self, cell: Prose) -> Prose:
        """Return a cell with its number in this form, and what the number bears.

        A cell stays as typed where it is no number, or where a mark begins or ends among the digits:
        which digits bear it would be a guess.

        Args:
            cell: the text of the cell.
        """
        number = self.written(cell)
        if number == cell:
            return cell
        place_by_index = _places_of_parts(cell, number)
        spans = []
        for span in cell.spans:
            if span.start not in place_by_index or span.end not in place_by_index:
                return cell
            spans.append(Span(place_by_index[span.start], place_by_index[span.end], span.mark))
        return Prose(number, cell.source, tuple(spans))


def _places_of_parts(typed: str, written: str) -> dict[int, int]:
    """Return where the parts of a number begin and end in its form, by where they do as typed."""
    sign_end = len(typed) - len(typed.removeprefix("-"))
    unit_length = len(typed) - len(typed.removesuffix("%"))
    return {
        0: 0,
        sign_end: sign_end,
        len(typed) - unit_length: len(written) - unit_length,
        len(typed): len(written),
    }


def number_form(texts: Sequence[str]) -> NumberForm | None:
    """Return the form of the numbers of a column; None where it has none, or has other words too.

    Args:
        texts: texts of its cells below the head; a dash or nothing stands for no number.
    """
    numbers = [thai.to_arabic_digits(text) for text in texts if text not in NOTHING]
    matches = [NUMBER.fullmatch(number) for number in numbers]
    has_commas = False
    places = 0
    for match in matches:
        if match is None:
            return None
        has_commas = has_commas or "," in match["whole"]
        places = max(places, len(match["places"] or ""))
    return NumberForm(has_commas, places) if matches else None


def forms_of_columns(table: TableBlock) -> tuple[NumberForm | None, ...]:
    """Return the form of the numbers of each column; None of a column of words.

    A cell joined over several columns belongs to none of them, and the total has words too, such as รวม.
    """
    texts_by_column: list[list[str]] = [[] for _column in table.columns]
    last_row = len(table.cells) - 1
    for cell in joined_cells(table.cells):
        text = str(table.cells[cell.row][cell.column])
        is_word_of_total = table.total and cell.row == last_row and number_form([text]) is None
        if cell.row >= table.head_rows and cell.columns == 1 and not is_word_of_total:
            texts_by_column[cell.column].append(text)
    return tuple(map(number_form, texts_by_column))
