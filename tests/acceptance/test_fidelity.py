"""The built manual says what the printed one says, but for the listed mends and section 6.

The printed text is not part of the repository: it lies in ``shared/reference`` beside the checkout.
"""

from __future__ import annotations

import io
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import pytest
import yaml
from docx.table import Table
from docx.text.paragraph import Paragraph

from esa_docs import api
from esa_docs.model.document import Document

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT.parent / "shared" / "reference" / "manual-loei3.txt"
MENDS = Path(__file__).with_name("manual_mends.yaml")
COLUMNS = {"step": 1, "detail": 2, "time": 3, "quality": 4, "owner": 5}
WORKS = 4
CONTENTS_STYLES = {"toc 1", "toc 2", "Contents Row"}


@pytest.fixture(scope="module")
def reference() -> str:
    if not REFERENCE.exists():
        assert "CI" not in os.environ, "CI must have the printed text beside the checkout"
        pytest.skip("the printed text (shared/reference beside the checkout) is not on this machine")
    return REFERENCE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def mends() -> dict[str, list[dict[str, Any]]]:
    loaded: dict[str, list[dict[str, Any]]] = yaml.safe_load(MENDS.read_text(encoding="utf-8"))
    return loaded


def places_of(text: str) -> dict[str, str]:
    """Cut the printed text into what stands before the works, and each work."""
    starts = [match.start() for match in re.finditer("\nคู่มือการปฏิบัติงาน\nงาน", text)]
    assert len(starts) == WORKS
    ends = [*starts[1:], len(text)]
    works = {f"work {number}": text[a:b] for number, (a, b) in enumerate(zip(starts, ends, strict=True), 1)}
    return {"front": text[: starts[0]], **works}


def apply_mend(places: dict[str, str], mend: dict[str, Any]) -> None:
    """Mend one place, checking that the fault is there as often as the list says."""
    name, _comma, cell = mend["place"].partition(", ")
    old = places[name]
    before, after, count = mend["before"], mend["after"], mend.get("count", 1)
    if cell:
        line, fields, column = find_cell(old, cell)
        assert before in fields[column], mend
        fields[column] = fields[column].replace(before, after, 1)
        places[name] = old.replace(line, "\t".join(fields), 1)
        return
    assert old.count(before) == count, mend
    places[name] = old.replace(before, after)


def find_cell(text: str, place: str) -> tuple[str, list[str], int]:
    match = re.fullmatch(r"table row (\d+), (\w+)", place)
    assert match, place
    (line,) = [one for one in text.split("\n") if re.match(rf"{match[1]}\.\t", one)]
    return line, line.split("\t"), COLUMNS[match[2]]


def without_contents(text: str) -> str:
    """Drop the typed table of contents."""
    lines = text.split("\n")
    start = lines.index("สารบัญ")
    end = max(number for number, line in enumerate(lines) if re.search(r"\t\d+$", line))
    return "\n".join(lines[:start] + lines[end + 1 :])


def without_repeated_heads(text: str) -> str:
    """Drop the head row where the print repeats it on a table's further pages."""
    kept, seen = [], False
    for line in text.split("\n"):
        is_head = line.startswith("ลำดับ")
        if is_head and seen:
            continue
        seen = seen or is_head
        kept.append(line)
    return "\n".join(kept)


def mended_text(reference: str, mends: dict[str, list[dict[str, Any]]]) -> str:
    places = places_of(reference)
    for mend in (*mends["letters"], *mends["spaces"]):
        apply_mend(places, mend)
    works = "".join(without_repeated_heads(places[f"work {number}"]) for number in range(1, WORKS + 1))
    return without_contents(places["front"]) + works


def built_text(document: Document[Any], today: Any) -> str:
    """Give the visible text of the built manual less its contents and the lists of section 6."""
    word = docx.Document(io.BytesIO(api.render(document, today=today)))
    lines: list[str] = []
    in_flow = False
    for block in word.iter_inner_content():
        if isinstance(block, Table):
            lines += table_lines(block)
            continue
        style = block.style.name if block.style else ""
        if (style or "").lower() == "heading 2":
            in_flow = block.text.startswith("6.")
            lines.append(block.text)
        elif not in_flow and style not in CONTENTS_STYLES and block.text != "สารบัญ":
            lines.append(block.text)
    return "\n".join(lines)


def table_lines(table: Table) -> Iterator[str]:
    for row in table.rows:
        yield from (cell_text(cell.paragraphs) for cell in row.cells)


def cell_text(paragraphs: list[Paragraph]) -> str:
    return " ".join(paragraph.text for paragraph in paragraphs)


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_the_text_is_that_of_the_print_but_for_the_mends(
    reference: str, mends: dict[str, list[dict[str, Any]]], manual: Document[Any], today: Any
) -> None:
    expected = squeezed(mended_text(reference, mends))
    built = squeezed(built_text(manual, today))

    assert built == expected


def test_every_mend_changes_what_is_printed(mends: dict[str, list[dict[str, Any]]]) -> None:
    assert len(mends["letters"]) >= 40
    assert len(mends["spaces"]) >= 100
    for mend in mends["letters"]:
        assert squeezed(mend["before"]) != squeezed(mend["after"]), mend
    for mend in mends["spaces"]:
        assert mend["before"] != mend["after"], mend
        assert squeezed(mend["before"]) == squeezed(mend["after"]), mend


def test_space_mends_of_the_tables_stand_in_the_content(
    mends: dict[str, list[dict[str, Any]]], manual: Document[Any]
) -> None:
    """White space is ignored when texts are compared, so the mended spaces are looked for here."""
    cells = [mend for mend in mends["spaces"] if "table row" in mend["place"]]
    assert len(cells) >= 100
    for mend in cells:
        work, row, column = re.fullmatch(r"work (\d), table row (\d+), (\w+)", mend["place"]).groups()  # type: ignore[union-attr]
        text = getattr(manual.content.works[int(work) - 1].table[int(row) - 1], column)
        assert mend["after"] in text.replace("\n", " "), mend


def test_known_errors_of_the_print_are_gone(manual: Document[Any], today: Any) -> None:
    """The errors the office knows of, listed apart from the mends."""
    text = built_text(manual, today)

    for wrong in ("สปพ.", "สปท.", "สปฐ.", "พัฒนางองค์การ", "เขต ๓", "การบริการจัดการ", "กับผู้บริการ"):
        assert wrong not in text
    assert text.count("“") == text.count("”") == 25
