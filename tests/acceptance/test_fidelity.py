"""The built manual has the text of the printed one, but for the listed mends and section 6.

The printed text is not part of the repository: it lies in ``shared/reference`` beside the checkout.
"""

from __future__ import annotations

import datetime as dt
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
CONTENTS_STYLES = {"toc 1", "toc 2", "contents row"}


@pytest.fixture(scope="module")
def reference() -> str:
    if not REFERENCE.exists():
        assert "CI" not in os.environ, "CI must have the printed text beside the checkout"
        pytest.skip("the printed text (shared/reference beside the checkout) is not on this machine")
    return REFERENCE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def mends() -> dict[str, list[dict[str, Any]]]:
    """Return the mends by what they change: letters, or spaces alone."""
    mends: dict[str, list[dict[str, Any]]] = yaml.safe_load(MENDS.read_text(encoding="utf-8"))
    return mends


def places_of(text: str) -> dict[str, str]:
    """Return the printed text in pieces: ``front``, which stands before the works, ``work 1``, and so on."""
    starts = [match.start() for match in re.finditer("\nคู่มือการปฏิบัติงาน\nงาน", text)]
    assert len(starts) == WORKS
    ends = [*starts[1:], len(text)]
    places = {"front": text[: starts[0]]}
    for number, (start, end) in enumerate(zip(starts, ends, strict=True), 1):
        places[f"work {number}"] = text[start:end]
    return places


def apply_mend(places: dict[str, str], mend: dict[str, Any]) -> None:
    """Mend one place, and check that the fault is there as often as the list says."""
    name, _comma, cell = mend["place"].partition(", ")
    text = places[name]
    before, after = mend["before"], mend["after"]
    if cell:
        places[name] = mended_cell(text, cell, before, after)
        return
    assert text.count(before) == mend.get("count", 1), mend
    places[name] = text.replace(before, after)


def mended_cell(text: str, cell: str, before: str, after: str) -> str:
    """Return a text with a mend in one cell of its table, such as ``table row 2, owner``."""
    match = re.fullmatch(r"table row (\d+), (\w+)", cell)
    assert match, cell
    row, column = match[1], COLUMNS[match[2]]
    (line,) = [line for line in text.split("\n") if line.startswith(f"{row}.\t")]
    fields = line.split("\t")
    assert before in fields[column], (cell, before)
    fields[column] = fields[column].replace(before, after, 1)
    return text.replace(line, "\t".join(fields), 1)


def without_contents(text: str) -> str:
    """Return a text without its typed table of contents."""
    lines = text.split("\n")
    start = lines.index("สารบัญ")
    entries = [number for number, line in enumerate(lines) if re.search(r"\t\d+$", line)]
    return "\n".join(lines[:start] + lines[entries[-1] + 1 :])


def without_repeated_heads(text: str) -> str:
    """Return a text without the head rows that the print repeats on further pages of a table."""
    lines: list[str] = []
    has_head = False
    for line in text.split("\n"):
        is_head = line.startswith("ลำดับ")
        if is_head and has_head:
            continue
        if is_head:
            has_head = True
        lines.append(line)
    return "\n".join(lines)


def mended_text(reference: str, mends: dict[str, list[dict[str, Any]]]) -> str:
    places = places_of(reference)
    for mend in (*mends["letters"], *mends["spaces"]):
        apply_mend(places, mend)
    text = without_contents(places["front"])
    for number in range(1, WORKS + 1):
        text += without_repeated_heads(places[f"work {number}"])
    return text


def built_text(document: Document[Any], today: dt.date) -> str:
    """Return the visible text of the built manual without its contents and the lists of section 6."""
    word = docx.Document(io.BytesIO(api.render(document, today=today)))
    lines: list[str] = []
    is_flow_section = False
    for block in word.iter_inner_content():
        if isinstance(block, Table):
            lines += cell_texts(block)
        elif style_of(block) == "heading 2":
            is_flow_section = block.text.startswith("6.")
            lines.append(block.text)
        elif not is_flow_section and not is_contents(block):
            lines.append(block.text)
    return "\n".join(lines)


def style_of(paragraph: Paragraph) -> str:
    """Return the name of the style of a paragraph in small letters; empty for one without a style."""
    if paragraph.style is None or paragraph.style.name is None:
        return ""
    return str(paragraph.style.name).lower()


def is_contents(paragraph: Paragraph) -> bool:
    return style_of(paragraph) in CONTENTS_STYLES or paragraph.text == "สารบัญ"


def cell_texts(table: Table) -> Iterator[str]:
    for row in table.rows:
        for cell in row.cells:
            yield " ".join(paragraph.text for paragraph in cell.paragraphs)


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_the_text_is_that_of_the_print_but_for_the_mends(
    reference: str, mends: dict[str, list[dict[str, Any]]], manual: Document[Any], today: dt.date
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
    """The comparison of the whole texts ignores white space; here the mended spaces are looked for."""
    cells = [mend for mend in mends["spaces"] if "table row" in mend["place"]]
    assert len(cells) >= 100
    for mend in cells:
        match = re.fullmatch(r"work (\d), table row (\d+), (\w+)", mend["place"])
        assert match, mend
        work = manual.content.works[int(match[1]) - 1]
        row = work.table[int(match[2]) - 1]
        text = getattr(row, match[3])
        assert mend["after"] in text.replace("\n", " "), mend


def test_known_errors_of_the_print_are_gone(manual: Document[Any], today: dt.date) -> None:
    """The errors that the office knows of are listed here, apart from the mends."""
    text = built_text(manual, today)

    for wrong in ("สปพ.", "สปท.", "สปฐ.", "พัฒนางองค์การ", "เขต ๓", "การบริการจัดการ", "กับผู้บริการ"):
        assert wrong not in text
    assert text.count("“") == text.count("”") == 25
