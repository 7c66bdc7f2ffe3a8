"""Lists and steps as paragraphs with typed labels, each text indented behind its label.

Labels are text and no numbering of Word: LibreOffice 7.4 draws the format thaiNumbers in Arabic digits, and a
cascade that changes its form (๑.๑.๑, then (๑)) would need a definition of its own for each list to begin
anew. A typed label says the same in Word, in LibreOffice, in the PDF, and in what is copied from it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from esa_docs import thai
from esa_docs.model.counting_letters import letter
from esa_docs.model.prose.blocks import ListItem, ListStyle
from esa_docs.model.prose.prose import Prose

Numbers: TypeAlias = tuple[int, ...]
"""Numbers of an item and of those above it, the outermost first."""
Item: TypeAlias = Prose | ListItem


def labelled_items(
    items: Sequence[Item], label_of: Callable[[Numbers], str]
) -> Iterator[tuple[Numbers, str, Prose]]:
    """Generate the items of a list in their order: their numbers, their label, their text."""
    yield from _items_below(items, (), label_of)


def labels_of(style: ListStyle | None, numerals: thai.Numerals) -> Callable[[Numbers], str]:
    """Return the function that gives an item its label.

    Args:
        style: what content asks for; None for numbers in the digits of the paper.
        numerals: digits of the paper.
    """
    match style:
        case "dash":
            return _dash
        case "bullet":
            return _bullet
        case "letter":
            return _in_letters
    digits = numerals
    if style is not None:
        digits = style

    def cascade(numbers: Numbers) -> str:
        return thai.apply_numerals(_cascade(numbers), digits)

    return cascade


def _items_below(
    items: Sequence[Item], above: Numbers, label_of: Callable[[Numbers], str]
) -> Iterator[tuple[Numbers, str, Prose]]:
    for number, item in enumerate(items, 1):
        numbers = (*above, number)
        text = item.text if isinstance(item, ListItem) else item
        yield numbers, label_of(numbers), text
        if isinstance(item, ListItem):
            yield from _items_below(item.items, numbers, label_of)


def _cascade(numbers: Numbers) -> str:
    """Return ๑. ๑.๑ ๑.๑.๑ (๑) (ก), by how deep an item stands; in Arabic digits."""
    match len(numbers):
        case 1:
            return f"{numbers[-1]}."
        case 2 | 3:
            return ".".join(map(str, numbers))
        case 4:
            return f"({numbers[-1]})"
    return f"({letter(numbers[-1])})"


def _in_letters(numbers: Numbers) -> str:
    """Return ก. and below it (ก); further in a dash."""
    match len(numbers):
        case 1:
            return f"{letter(numbers[-1])}."
        case 2:
            return f"({letter(numbers[-1])})"
    return "-"


def _dash(_numbers: Numbers) -> str:
    return "-"


def _bullet(_numbers: Numbers) -> str:
    return "•"
