"""The number of content is made the plain one as the content is validated, also of content made in Python."""

from __future__ import annotations

from typing import Any

from pydantic_core import PydanticCustomError

from esa_docs.model.paper_number import PaperFacts, PaperNumberError, settled_number


def settle_number(
    content: Any, year: int | None, words: tuple[str, ...] = (), *, is_circular: bool = False
) -> None:
    """Make the number of content, which is frozen, the plain one. A code stays: only an office knows its own.

    Args:
        content: a model with a key ``number``, which may be None.
        year: calendar year in the Buddhist era; None while the content has no date.
        words: words of its kind that are typed before its number.
        is_circular: whether ว stands before the number.

    Raises:
        PydanticCustomError: ``paper_number``, with the parts of `PaperNumberError`.
    """
    if content.number is None:
        return
    try:
        number = settled_number(content.number, PaperFacts(None, year, is_circular, words=words))
    except PaperNumberError as fault:
        raise PydanticCustomError("paper_number", "paper number", fault_details(fault)) from fault
    # A frozen model refuses the plain assignment.
    object.__setattr__(content, "number", number)


def fault_details(fault: PaperNumberError) -> dict[str, Any]:
    """Return the parts of a fault as pydantic keeps them, with the key that is at fault."""
    return {
        "key": "number",
        "part": fault.part,
        "typed": fault.typed,
        "part_text": fault.part_text,
        "expected": fault.expected,
    }
