"""New part files of a PMQA report: one for each item of its edition."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from esa_docs.kinds.assessment.parts import (
    DOTS,
    TABLE,
    TEXT,
    conclusion_lines,
    evidence_lines,
    listed,
    switched_off,
)
from esa_docs.kinds.pmqa.scheme import Category, Item, PmqaScheme
from esa_docs.model.abilities import PartScaffold

_ADLI: Final = ("adli", ("approach", "deployment", "learning", "integration"))
_LETCI: Final = ("letci", ("level", "trend", "comparison", "integration"))
"""Factors of a process and of a result, with the key they stand under."""


def part_scaffolds(scheme: PmqaScheme) -> Iterator[PartScaffold]:
    """Give the new part files of an edition: one for each item."""
    for code, category, item in scheme.items():
        heading = f"หมวด {category.number} {category.name} หัวข้อ {code} {item.name or DOTS}"
        yield PartScaffold(code, heading, (*_item(code, category, item, scheme), *conclusion_lines()))


def _item(code: str, category: Category, item: Item, scheme: PmqaScheme) -> tuple[str, ...]:
    results = [line for key in ("six_months", "twelve_months") for line in listed(key, TEXT)]
    rating = _rating(category, item, scheme)
    shown = (*listed("tables", TABLE), *rating, *evidence_lines(f"P-{code}-01"))
    return switched_off((*results, *shown))


def _rating(category: Category, item: Item, scheme: PmqaScheme) -> tuple[str, ...]:
    """Write what an item is scored by, as its edition does it."""
    if scheme.scoring == "percent":
        key, factors = _LETCI if category.results else _ADLI
        percentages = ", ".join(f"{factor}: 50" for factor in factors)
        return (f"{key}: {{{percentages}}}",)
    if category.results:
        scale = f", range: {scheme.ranges[0].id}" if item.range is None and scheme.ranges else ""
        return listed("measures", f"{{name: ตัววัดตัวอย่าง, target: ร้อยละ 80, percent: 80{scale}}}")
    boxes = (
        f"{level.id}: {list(range(1, scheme.boxes_of(item, level.id) + 1))}" for level in scheme.box_levels
    )
    return (f"boxes: {{{', '.join(boxes)}}}",)
