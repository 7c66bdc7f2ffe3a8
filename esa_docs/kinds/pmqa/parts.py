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
    list_of_one,
    switched_off,
)
from esa_docs.kinds.pmqa.scheme import Category, Item, PmqaScheme
from esa_docs.model.abilities import PartScaffold
from esa_docs.model.rounds import ROUND_MONTHS

_ADLI: Final = ("adli", ("approach", "deployment", "learning", "integration"))
"""Key of a process, and the factors below it."""
_LETCI: Final = ("letci", ("level", "trend", "comparison", "integration"))
"""Key of a result, and the factors below it."""


def part_scaffolds(scheme: PmqaScheme) -> Iterator[PartScaffold]:
    """Generate the new part files of an edition: one for each item."""
    for code, category, item in scheme.items():
        heading = f"หมวด {category.number} {category.name} หัวข้อ {code} {item.name or DOTS}"
        lines = (*_item(code, category, item, scheme), *conclusion_lines())
        yield PartScaffold(code, heading, lines)


def _item(code: str, category: Category, item: Item, scheme: PmqaScheme) -> tuple[str, ...]:
    lines: list[str] = []
    for round_name in ROUND_MONTHS:
        lines.extend(list_of_one(round_name, TEXT))
    lines.extend(list_of_one("tables", TABLE))
    lines.extend(_rating(category, item, scheme))
    lines.extend(evidence_lines(f"P-{code}-01"))
    return switched_off(lines)


def _rating(category: Category, item: Item, scheme: PmqaScheme) -> tuple[str, ...]:
    """Return the keys by which an item is scored in its edition."""
    if scheme.scoring == "percent":
        key, factors = _LETCI if category.results else _ADLI
        percentages = ", ".join(f"{factor}: 50" for factor in factors)
        return (f"{key}: {{{percentages}}}",)
    if category.results:
        return _measures(item, scheme)
    boxes: list[str] = []
    for level in scheme.box_levels:
        numbers = range(1, scheme.boxes_of(item, level.id) + 1)
        boxes.append(f"{level.id}: {list(numbers)}")
    return (f"boxes: {{{', '.join(boxes)}}}",)


def _measures(item: Item, scheme: PmqaScheme) -> tuple[str, ...]:
    measure = "name: ตัววัดตัวอย่าง, target: ร้อยละ 80, percent: 80"
    if item.range is None and scheme.ranges:
        measure = f"{measure}, range: {scheme.ranges[0].id}"
    return list_of_one("measures", f"{{{measure}}}")
