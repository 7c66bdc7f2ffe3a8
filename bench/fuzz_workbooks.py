"""Take back mutated workbooks of a self-assessment, and print what went wrong.

    python bench/fuzz_workbooks.py [COUNT] [SEED]

COUNT: workbooks, 110 by default. SEED: number of the first; workbook n of one run is that of any other.
Faults are an exception that is no diagnostic, a file that a refused workbook changed, a change in the content
that no cell of the workbook has, and a text of a cell that is neither in the content nor told. The cells are
read here by the standard library alone.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from xml.etree import ElementTree as ET

import yaml
from hands_project import HandsProject
from workbook_mutations import SHEET_PART, Mutant, mutate, parts_of

from esa_docs import api
from esa_docs.diagnostics import ContentError, MachineError
from esa_docs.source.tables.table_file import read_sheets

_COUNT: Final = 110
RawCell = tuple[str, str, str]
"""Type, style and text of a cell; the text of a formula behind its value."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a workbook.

    Attributes:
        seed: its number.
        name: what was changed in it.
        result: ``refused``, ``taken over`` or ``no change``.
        faults: what went wrong, in words.
    """

    seed: int
    name: str
    result: str
    faults: tuple[str, ...] = ()


def run(folder: Path, count: int, first_seed: int = 0) -> list[Outcome]:
    """Take back mutated workbooks, each into the same project.

    Args:
        folder: an empty folder.
        count: how many.
        first_seed: number of the first.
    """
    project = HandsProject(folder)
    book = project.workbook(folder / "sar.xlsx", {}).read_bytes()
    outcomes: list[Outcome] = []
    for seed in range(first_seed, first_seed + count):
        project.restore()
        outcomes.append(_try(project, folder / "sar.xlsx", book, seed))
    return outcomes


def _try(project: HandsProject, path: Path, book: bytes, seed: int) -> Outcome:
    mutant = mutate(seed, book)
    path.write_bytes(mutant.data)
    files_before = project.files()
    try:
        read_sheets(path, path.name)
        report = api.import_workbook(project.root, "sar", path)
    except (ContentError, MachineError):
        has_changed = project.files() != files_before
        faults: tuple[str, ...] = ("refused, and a file has changed",) if has_changed else ()
        return Outcome(seed, mutant.name, "refused", faults)
    except Exception as fault:  # noqa: BLE001 any other is what is looked for
        return Outcome(seed, mutant.name, "refused", (f"{type(fault).__name__}: {fault}",))
    result = "taken over" if report.cells else "no change"
    told_places = [diagnostic.location.path for diagnostic in report.diagnostics]
    faults = tuple(_silent_changes(project, files_before, book, mutant, told_places))
    return Outcome(seed, mutant.name, result, faults)


def _silent_changes(
    project: HandsProject, files_before: dict[str, bytes], book: bytes, mutant: Mutant, told_places: list[str]
) -> Iterator[str]:
    """Generate what an accepted workbook changed without a cell, or lost without a word."""
    if mutant.must_be_refused:
        yield "it was not refused"
    raw_before, raw_after = raw_cells(book), raw_cells(mutant.data)
    changed_cells = [
        name for name in {**raw_before, **raw_after} if raw_before.get(name) != raw_after.get(name)
    ]
    if project.files() != files_before and not changed_cells:
        yield "content has changed, and no cell of the workbook"
    texts_before, texts = set(_texts_of(files_before)), set(_texts_of(project.files()))
    lost_texts = [text for text in mutant.texts if text not in texts]
    if lost_texts:
        yield f"lost: {lost_texts}"
    new_texts = texts - texts_before - set(mutant.texts)
    texts_of_cells = {text.strip() for _kind, _style, text in raw_after.values()}
    for text in new_texts:
        if text not in texts_of_cells and not told_places:
            yield f"from nowhere: {text!r}"


def raw_cells(data: bytes) -> dict[str, RawCell]:
    """Return the cells of the first sheet that is filled in, as they stand in its part.

    None are returned where the part cannot be read.
    """
    parts = parts_of(data)
    try:
        root = ET.fromstring(parts[SHEET_PART])  # noqa: S314 the files are our own
        shared_texts = _shared_texts(parts)
        cells: dict[str, RawCell] = {}
        for cell in root.iterfind("{*}sheetData/{*}row/{*}c"):
            cells[cell.get("r", "")] = _raw_cell(cell, shared_texts)
    except (KeyError, IndexError, ValueError, ET.ParseError):
        return {}
    return {name: raw for name, raw in cells.items() if raw[2]}


def _shared_texts(parts: dict[str, bytes]) -> list[str]:
    root = ET.fromstring(parts.get("xl/sharedStrings.xml", b"<sst/>"))  # noqa: S314 the files are our own
    return ["".join(item.itertext()) for item in root]


def _raw_cell(cell: ET.Element, shared_texts: list[str]) -> RawCell:
    kind = cell.get("t", "n")
    text = "".join(cell.itertext())
    if kind == "s":
        text = shared_texts[int(text)]
    if kind == "b":
        text = "FALSE" if text == "0" else "TRUE"
    return kind, cell.get("s", "0"), text


def _texts_of(files: dict[str, bytes]) -> Iterator[str]:
    """Generate every value of the content files."""
    for name, data in files.items():
        if name.startswith("2569/sar"):
            yield from _values(yaml.load(data, yaml.BaseLoader))  # noqa: S506 it makes texts alone


def _values(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        for value in node.values():
            yield from _values(value)
    elif isinstance(node, list):
        for item in node:
            yield from _values(item)
    else:
        yield str(node)


def main() -> None:
    """Run as often as is asked, and print the results."""
    numbers = [int(text) for text in sys.argv[1:]]
    count = numbers[0] if numbers else _COUNT
    first_seed = numbers[1] if len(numbers) > 1 else 0
    with tempfile.TemporaryDirectory() as folder:
        outcomes = run(Path(folder), count, first_seed)
    results = Counter(outcome.result for outcome in outcomes)
    print(f"{len(outcomes)} workbooks: {dict(results)}")
    faulty = [outcome for outcome in outcomes if outcome.faults]
    for outcome in faulty:
        print(f"{outcome.seed} {outcome.name}: {'; '.join(outcome.faults)}")
    sys.exit(bool(faulty))


if __name__ == "__main__":
    main()
