"""Blocks: the schema of editors and ``check`` take and refuse the same, one corpus for both."""

from __future__ import annotations

import json
import re
from typing import Any, Final

import pytest
from editor_values import EDITORS, editor_value
from jsonschema import Draft7Validator  # type: ignore[import-untyped]

from esa_docs.kinds import KINDS
from esa_docs.kinds.announcement.content import Announcement
from esa_docs.model.people import References
from esa_docs.source.binding.binding import bind
from esa_docs.source.schemas.schema import schema_in_english, schema_text
from esa_docs.source.yaml_files.parsing import parse_yaml

TABLE: Final = "table: {columns: [ก, ข], rows: [[1, 2]]}"
GOOD: Final = (
    "ข้อความ",
    f"{{{TABLE}}}",
    f"{{{TABLE}, caption: ก, id: ก-1.b_c}}",
    f"{{{TABLE}, caption: ก, id: 12}}",
    f"{{{TABLE}, caption: ก, id: }}",
    "{table: {columns: [ก, ข], rows: [[1, <], [2, null]], widths: [30, '70'], align: [left, right]}}",
    "{table: {columns: [ก], rows: [[1], [2]], head_rows: ๒, total: yes, widths: [2.5]}}",
    "{table: {file: ก.xlsx}}",
    "{table: {file: ก.csv, columns: [ก], rows: []}}",
    "{list: {items: [ก, {text: ข, items: [ค]}], style: dash}}",
    "{steps: [ก, {text: ข, paragraphs: [ค, {quote: ง}]}]}",
    "{quote: ก}",
    "{quote: [ก, 2569]}",
    "{page_break: true}",
    "{page_break: yes}",
    "{page_break: 1}",
)
BAD: Final = (
    "{}",
    "{tabel: {columns: [ก], rows: [[1]]}}",
    "{caption: ก}",
    f"{{{TABLE}, quote: ก}}",
    f"{{{TABLE}, page_break: false}}",
    f"{{{TABLE}, id: ก}}",
    f"{{{TABLE}, caption: ก, id: 'x}}y'}}",
    f"{{{TABLE}, caption: ก, id: a b}}",
    "{quote: ก, caption: ข}",
    "{page_break: true, id: ก}",
    "{page_break: false}",
    "{page_break: no}",
    "{page_break: 0}",
    "{table: {columns: [ก]}}",
    "{table: {columns: [ก], rows: []}}",
    "{table: {rows: [[1]]}}",
    "{table: {columns: [], rows: [[1]]}}",
    "{table: {columns: [ก], rows: [[1]], file: ก.csv}}",
    "{table: {columns: [ก], rows: [[1]], head_rows: 0}}",
    "{table: {columns: [ก], rows: [[1]], head_rows: สอง}}",
    "{table: {columns: [ก], rows: [[1]], widths: [0.1]}}",
    "{table: {columns: [ก], rows: [[1]], widths: [NaN]}}",
    "{table: {columns: [ก], rows: [[1]], align: [middle]}}",
    "{table: {columns: [ก], rows: [[1]], total: ใช่}}",
    f"{{table: {{columns: [{', '.join('ก' * 17)}], rows: [[{', '.join('1' * 17)}]]}}}}",
    "{list: {items: []}}",
    "{list: {items: [ก], style: bulet}}",
    "{list: [ก]}",
    "{steps: [{paragraphs: [ก]}]}",
    "{steps: [{text: ก, paragraphs: [{quote: ก, page_break: true}]}]}",
    "{quote: ''}",
    "{quote: {text: ก}}",
    "[ก]",
    "ก: ข",
)
BEYOND_SCHEMAS: Final = {
    "{table: {columns: [ก, ข], rows: [[1]]}}": "how many cells a row has depends on the columns",
    "{table: {columns: [ก, ข], rows: [[1, 2]], widths: [5]}}": "so does the number of widths",
    "{table: {columns: [ก, ข], rows: [[1, 2]], widths: [12, 13]}}": "no schema adds up",
    "{table: {columns: [ก, ข], rows: [[1, 2]], align: [left]}}": "and that of alignments",
    "{table: {columns: [ก], rows: [[1]], head_rows: 2}}": "the head is lower than the number of rows",
    "{table: {columns: [ก, <], rows: [[1, <], [^, 2]]}}": "joined cells make a rectangle",
    "{table: {columns: [ก], rows: [[1]], widths: ['0.1']}}": "a number between quotes is a text to a schema",
    "{list: {items: [{text: ก, items: [{text: ก, items: [{text: ก, items: [{text: ก, items: [{text: ก, "
    "items: [ข]}]}]}]}]}]}}": "schemas count no levels",
}
"""Blocks that ``check`` refuses and no schema can, with the reason."""


def codes_of(block: str) -> list[str]:
    """Return the codes of what ``check`` says of a paragraph of an announcement."""
    node = parse_yaml(f"subject: ก\ntext:\n  - {block}\n", "a.yaml").value
    assert node is not None
    context = References(None, kinds=KINDS.names, reads_marks=True)
    return [diagnostic.code for diagnostic in bind(node, Announcement, context).diagnostics]


def are_valid(block: str) -> list[bool]:
    """Return whether the schema takes a paragraph, as each editor reads it."""
    schema: dict[str, Any] = schema_in_english("announcement", KINDS)
    validator = Draft7Validator({"$defs": schema["$defs"], "allOf": [schema["properties"]["text"]]})
    return [validator.is_valid(editor_value(f"- {block}\n", editor)) for editor in EDITORS]


@pytest.mark.parametrize("block", GOOD)
def test_a_good_block_is_taken_by_both(block: str) -> None:
    assert (codes_of(block), are_valid(block)) == ([], [True, True])


@pytest.mark.parametrize("block", BAD)
def test_a_bad_block_is_refused_by_both(block: str) -> None:
    assert codes_of(block) != []
    assert are_valid(block) == [False, False]


@pytest.mark.parametrize("block", BEYOND_SCHEMAS)
def test_what_no_schema_sees_is_refused_by_check_alone(block: str) -> None:
    assert codes_of(block) != []
    assert are_valid(block) == [True, True]


def test_every_field_of_a_block_has_a_title_and_a_hover_text() -> None:
    definitions = json.loads(schema_text("announcement", KINDS))["$defs"]
    for name in ("Block", "TableBlock", "ListBlock", "ListItem", "StepItem"):
        for key, value in definitions[name]["properties"].items():
            assert re.search("[ก-ฮ]", value["title"]), key
            assert re.search("[ก-ฮ]", value["description"]), key
