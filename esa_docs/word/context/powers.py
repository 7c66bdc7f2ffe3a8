"""อำนาจ: the laws that an order rests on, as what cites them prints them."""

from __future__ import annotations

from collections.abc import Iterable

from esa_docs.model.office import Office


def cited_powers(powers: Iterable[str], office: Office) -> str:
    """Return the words of the powers that are cited, joined by และ; empty where none is cited.

    Args:
        powers: ids of powers of the office.
        office: the office that has these powers.
    """
    texts = {power.id: power.text for power in office.powers}
    return " และ".join(texts[power] for power in powers)
