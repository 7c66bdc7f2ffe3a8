"""A full example of every block. Each of its texts is a word that stands nowhere else."""

from __future__ import annotations

import json
import re
from typing import Any, Final

PICTURE: Final = "pictures/a.png"
INNER_ID: Final = "ใน"
"""Id of the captioned table that stands within each block that holds paragraphs."""
UNIT_OF_CHART: Final = "ฎภจ"
"""It stands above a chart, but not in plain text, where its numbers stand alone."""


def _inner(caption: str) -> dict[str, Any]:
    """Return a captioned table to which texts refer."""
    return {"table": {"columns": ["หัว"], "rows": [["ช่อง"]]}, "caption": caption, "id": INNER_ID}


EXAMPLES: Final[dict[str, Any]] = {
    "table": {"columns": ["ฎฆก", "ฎฆข"], "rows": [["ฎฆค", "ฎฆง"]]},
    "picture": {"files": [{"file": PICTURE, "caption": "ฎฑก"}, PICTURE], "source": "ฎฑข"},
    "list": {"items": ["ฎฒก", {"text": "ฎฒข", "items": ["ฎฒค"]}]},
    "steps": ["ฎณก", {"text": "ฎณข", "paragraphs": ["ฎณค", _inner("ฎณง")]}],
    "quote": ["ฎธก", "ฎธข"],
    "chart": {
        "type": "bar",
        "columns": ["ปี", "ฎภก"],
        "rows": [["ฎภข", "1"], ["ฎภค", "2"]],
        "title": "ฎภง",
        "unit": UNIT_OF_CHART,
    },
    "landscape": ["ฎศก", _inner("ฎศข")],
    "page_break": True,
}
"""The value of each key."""


def words_of(example: Any) -> list[str]:
    """Return the words of an example, in order."""
    return re.findall("ฎ[ก-ฮ]{2}", json.dumps(example, ensure_ascii=False))
