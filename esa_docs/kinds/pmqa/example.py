"""Examples that a new content file holds, by model and field; all of them invented."""

from __future__ import annotations

from typing import Final

from esa_docs.kinds.assessment import example
from esa_docs.model.abilities import Examples

_TEXTS: Final[dict[str, str]] = {
    "Pmqa.scheme": "pmqa-4.0",
    "PmqaItem.item": "1.1",
    "Measure.name": "ตัววัดตัวอย่าง",
    "Measure.target": "ร้อยละ 80",
    "Measure.actual": "ร้อยละ 85",
    "Measure.percent": "85",
    "Measure.range": "75-95",
}

EXAMPLES: Final = Examples({**example.TEXTS, **_TEXTS})
