"""Reports to be scored, made of the shipped schemes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from esa_docs.kinds import KINDS
from esa_docs.kinds.pmqa.content import Pmqa
from esa_docs.kinds.sar.content import Sar
from esa_docs.source.schemes import shipped_schemes

ADLI = ("approach", "deployment", "learning", "integration")
LETCI = ("level", "trend", "comparison", "integration")


def sar(levels: Mapping[str, Sequence[int | None]], scheme: Any = None, **more: Any) -> Sar:
    """Make a SAR whose issues have these levels in the round of 12 months."""
    indicators = [
        {
            "indicator": code,
            "issues": [
                {"number": number, "twelve_months": {"level": level}} for number, level in enumerate(given, 1)
            ],
        }
        for code, given in levels.items()
    ]
    content = {"scheme": scheme or shipped_schemes(KINDS)["sar-2560"], "indicators": indicators, **more}
    return Sar.model_validate(content)


def pmqa(items: Sequence[Mapping[str, Any]], scheme: Any = "pmqa-4.0") -> Pmqa:
    """Make a PMQA report; ``percents`` stand for measures, four numbers for the factors."""
    known = shipped_schemes(KINDS)[scheme] if isinstance(scheme, str) else scheme
    return Pmqa.model_validate({"scheme": known, "items": [_item(one) for one in items]})


def _item(given: Mapping[str, Any]) -> dict[str, Any]:
    item = dict(given)
    percents = item.pop("percents", None)
    if percents is not None:
        item["measures"] = [{"name": "ตัววัดสมมติ", "percent": str(one)} for one in percents]
    for key, names in (("adli", ADLI), ("letci", LETCI)):
        if key in item:
            item[key] = dict(zip(names, map(str, item[key]), strict=True))
    return item
