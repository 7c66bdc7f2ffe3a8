"""New part files of a self-assessment: one for each indicator or item of its edition, known issues numbered.

What is to be filled in stands behind ``#``: what is empty in a new file counts as missing, not as nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from esa_docs.i18n import gettext as _
from esa_docs.model.scheme import Category, Indicator, Issue, Item, PmqaScheme, SarScheme, Scheme, Standard
from esa_docs.source.parts import PART_KEY
from esa_docs.source.scaffold_examples import DATE, TEXT
from esa_docs.source.schema import editor_line
from esa_docs.source.yaml_text import scalar_text

_DOTS: Final = "." * 20
"""What stands in the place of a name that no source gives."""
_TABLE: Final = f"{{title: {TEXT}, columns: [รายการ, ผล], rows: [[รายการตัวอย่าง, '80']]}}"


def part_scaffolds(scheme: Scheme, name: str, *, person: str, depth: int) -> dict[str, str]:
    """Write the part files of a report, by name without the ending.

    Args:
        scheme: its edition.
        name: name of the report; the parts go into a folder of this name.
        person: id by which examples refer to a person.
        depth: folders between the project and the part files.
    """
    if isinstance(scheme, SarScheme):
        parts = {code: _indicator(code, standard, one, scheme) for code, standard, one in scheme.indicators()}
        schema, key = "sar-indicator", "indicator"
    else:
        parts = {code: _item(code, category, one, scheme) for code, category, one in scheme.items()}
        schema, key = "pmqa-item", "item"
    usage = _("What stands behind # may be left out; delete the # of a line to use it.")
    answerable = (f"# owner: {scalar_text(person)}", f"# due: {{twelve_months: {DATE}}}")
    written = {}
    for code, (heading, body) in parts.items():
        keys = (f"{PART_KEY}: {scalar_text(name)}", f"{key}: '{code}'")
        lines = (
            editor_line(schema, depth),
            f"# {heading}",
            f"# {usage}",
            *keys,
            *answerable,
            *body,
            *_findings(),
        )
        written[f"{name}/{code.replace('.', '-')}"] = "\n".join((*lines, ""))
    return written


def _indicator(
    code: str, standard: Standard, indicator: Indicator, scheme: SarScheme
) -> tuple[str, list[str]]:
    heading = f"มาตรฐานที่ {standard.number} ตัวบ่งชี้ที่ {indicator.number} {indicator.name}"
    scale = " ".join(f"{grade.level} = {grade.word}" for grade in scheme.grades)
    body = [f"# ระดับคุณภาพ {scale}"]
    if not indicator.issues:
        note = _("The issues of this indicator are not known here: add each with its number.")
        example = ("issues:", *_issue(code, Issue(number=1), scheme))
        return heading, [*body, f"# {note}", *_off(example)]
    issues = (line for issue in indicator.issues for line in _known_issue(code, issue, scheme))
    return heading, [*body, "issues:", *issues]


def _known_issue(code: str, issue: Issue, scheme: SarScheme) -> Iterator[str]:
    """Write an issue of the edition: its number is in use, the rest stands behind ``#``."""
    first, *rest = _issue(code, issue, scheme)
    yield f"  # ประเด็นที่ {issue.number} {issue.name or _DOTS}"
    yield first
    yield from (f"    # {line[4:]}" for line in rest)


def _issue(code: str, issue: Issue, scheme: SarScheme) -> Iterator[str]:
    yield f"  - number: {issue.number}"
    if issue.name is None:
        yield f"    name: {TEXT}"
    for which in ("six_months", "twelve_months"):
        yield from (f"    {which}:", "      results:", f"        - {TEXT}")
        yield f"      level: {scheme.grades[0].level}"
    shown = (*_listed("tables", _TABLE), *_evidence(f"E-{code}-{issue.number:02d}"))
    yield from (f"    {line}" for line in shown)


def _item(code: str, category: Category, item: Item, scheme: PmqaScheme) -> tuple[str, list[str]]:
    heading = f"หมวด {category.number} {category.name} หัวข้อ {code} {item.name or _DOTS}"
    results = [line for key in ("six_months", "twelve_months") for line in _listed(key, TEXT)]
    rating = _rating(category, item, scheme)
    shown = (*_listed("tables", _TABLE), *rating, *_evidence(f"P-{code}-01"))
    return heading, list(_off((*results, *shown)))


def _rating(category: Category, item: Item, scheme: PmqaScheme) -> tuple[str, ...]:
    """Write what an item is scored by, as its edition does it."""
    if scheme.scoring == "percent":
        factors = ("level", "trend") if category.results else ("approach", "deployment")
        others = ("comparison",) if category.results else ("learning",)
        listed = ", ".join(f"{factor}: 50" for factor in (*factors, *others, "integration"))
        return (f"{'letci' if category.results else 'adli'}: {{{listed}}}",)
    if category.results:
        scale = f", range: {scheme.ranges[0].id}" if item.range is None and scheme.ranges else ""
        return _listed("measures", f"{{name: ตัววัดตัวอย่าง, target: ร้อยละ 80, percent: 80{scale}}}")
    boxes = (
        f"{level.id}: {list(range(1, scheme.boxes_of(item, level.id) + 1))}" for level in scheme.box_levels
    )
    return (f"boxes: {{{', '.join(boxes)}}}",)


def _evidence(code: str) -> tuple[str, ...]:
    return _listed("evidence", f"{{code: {code}, name: หลักฐานตัวอย่าง}}")


def _findings() -> Iterator[str]:
    """Write what follows from the results, behind ``#``."""
    lists = (("strengths", TEXT), ("improve", TEXT), ("plan", f"{{text: {TEXT}, time: {TEXT}}}"))
    return _off(line for key, example in lists for line in _listed(key, example))


def _listed(key: str, example: str) -> tuple[str, ...]:
    return (f"{key}:", f"  - {example}")


def _off(lines: Iterable[str]) -> Iterator[str]:
    return (f"# {line}" for line in lines)
