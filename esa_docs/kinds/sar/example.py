"""Examples that a new content file holds, by model and field; all of them invented."""

from __future__ import annotations

from typing import Final

from esa_docs.kinds.assessment import example
from esa_docs.model.abilities import Examples

_TEXTS: Final[dict[str, str]] = {
    "Sar.scheme": "sar-2560",
    "Centre.file_name": "มฐ{standard}_ตบช{indicator}_ข้อ{issue}_{round}",
    "SarIndicator.indicator": "1.1",
}

EXAMPLES: Final = Examples({**example.TEXTS, **_TEXTS})
