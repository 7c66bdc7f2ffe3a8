"""Reports to be scored, made of the shipped schemes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from esa_docs.kinds import KINDS
from esa_docs.kinds.pmqa.content import Pmqa
from esa_docs.kinds.sar.content import Sar
from esa_docs.source.assets.schemes import shipped_schemes

ADLI = ("approach", "deployment", "learning", "integration")
LETCI = ("level", "trend", "comparison", "integration")


def sar(levels: Mapping[str, Sequence[int | None]], scheme: Any = None, **fields: Any) -> Sar:
    """Return a SAR whose issues have these levels in the round of 12 months.

    Args:
        levels: levels of the issues of each indicator, by its code.
        scheme: edition of the scheme. None for the shipped one of 2560.
        **fields: further fields of the report; they replace those made here.
    """
    if scheme is None:
        scheme = shipped_schemes(KINDS)["sar-2560"]
    indicators = [_indicator(code, levels_of_issues) for code, levels_of_issues in levels.items()]
    return Sar.model_validate({"scheme": scheme, "indicators": indicators, **fields})


def _indicator(code: str, levels: Sequence[int | None]) -> dict[str, Any]:
    issues = []
    for number, level in enumerate(levels, 1):
        twelve_months = {"level": level}
        issues.append({"number": number, "twelve_months": twelve_months})
    return {"indicator": code, "issues": issues}


def pmqa(short_items: Sequence[Mapping[str, Any]], scheme: Any = "pmqa-4.0") -> Pmqa:
    """Return a PMQA report.

    Args:
        short_items: its items; ``percents`` stand for measures, four numbers for the factors.
        scheme: edition of the scheme, or the id of a shipped one.
    """
    if isinstance(scheme, str):
        scheme = shipped_schemes(KINDS)[scheme]
    items = [_item(short_item) for short_item in short_items]
    return Pmqa.model_validate({"scheme": scheme, "items": items})


def _item(short_item: Mapping[str, Any]) -> dict[str, Any]:
    item = dict(short_item)
    percents = item.pop("percents", None)
    if percents is not None:
        item["measures"] = [{"name": "ตัววัดสมมติ", "percent": str(percent)} for percent in percents]
    for key, factors in (("adli", ADLI), ("letci", LETCI)):
        if key in item:
            numbers = [str(number) for number in item[key]]
            item[key] = dict(zip(factors, numbers, strict=True))
    return item
