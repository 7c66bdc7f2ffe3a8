"""อำนาจ: the laws that an order rests on, as the papers that cite them print them."""

from __future__ import annotations

from collections.abc import Iterable

from esa_docs.model.office import Office


def cited_powers(power_ids: Iterable[str], office: Office) -> str:
    """Return the words of the powers that are cited, joined by และ; empty where none is cited.

    Args:
        power_ids: ids of powers of the office.
        office: the office that has these powers.
    """
    texts = {power.id: power.text for power in office.powers}
    return " และ".join(texts[power_id] for power_id in power_ids)
