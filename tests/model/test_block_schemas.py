"""Blocks: the schema of editors and ``check`` take and refuse the same, one corpus for both."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final

import pytest
from checked_models import findings, models_within
from editor_values import EDITORS, editor_value
from jsonschema import Draft7Validator  # type: ignore[import-untyped]

from esa_docs.kinds import KINDS
from esa_docs.kinds.announcement.content import Announcement
from esa_docs.model.people import References
from esa_docs.source.binding.binding import bind
from esa_docs.source.schemas.schema import schema_in_english, schema_models, schema_text
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
    "{picture: {file: ก.png}}",
    "{picture: {file: ก.png, width: 0.5, alt: ข, source: ค}}",
    "{picture: {file: ก.png, width: ๒๕, columns: }}",
    "{picture: {files: [ก.png, {file: ข.png, caption: ค}], columns: 6}}",
    "{picture: {file: , files: [ก.png], columns: '๑', width: , alt: }}",
    "{chart: {type: bar, columns: [ก, ข], rows: [[ค, 1]], height: 4, decimals: 0}}",
    "{chart: {type: pie, columns: [ก, ข], rows: [[ค, 1], [ง, 2]], height: 22, decimals: 4, file: , of: }}",
    "{chart: {type: line, file: ก.csv, columns: [ก, ข, ค, ง, จ, ฉ, ช]}}",
    "{chart: {type: pie, of: ก, rows: []}}",
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
    "{picture: {}}",
    "{picture: {width: 5}}",
    "{picture: {file: ''}}",
    "{picture: {files: []}}",
    "{picture: {file: ก.png, files: []}}",
    "{picture: {file: ก.png, files: [ข.png]}}",
    "{picture: {file: ก.png, columns: 2}}",
    "{picture: {files: [ก.png], width: 5}}",
    "{picture: {files: [ก.png], alt: ข}}",
    "{picture: {file: ก.png, width: 0}}",
    "{picture: {file: ก.png, width: 0.4}}",
    "{picture: {file: ก.png, width: -1}}",
    "{picture: {file: ก.png, width: 25.1}}",
    "{picture: {files: [ก.png], columns: 0}}",
    "{picture: {files: [ก.png], columns: 7}}",
    "{picture: {files: [ก.png], columns: 1.5}}",
    "{picture: {files: [{caption: ก}]}}",
    "{table: {columns: [ก], rows: [[1]], widths: [0.4]}}",
    "{table: {columns: [ก], rows: [[1]], head_rows: -1}}",
    "{table: {columns: [ก], rows: [[1]], head_rows: 1.5}}",
    "{chart: {type: bar}}",
    "{chart: {type: bar, columns: [ก, ข]}}",
    "{chart: {type: bar, rows: [[ค, 1]]}}",
    "{chart: {type: bar, columns: [ก], rows: [[ค]]}}",
    "{chart: {type: bar, columns: [ก, ข], rows: [[ค, 1]], file: ก.csv}}",
    "{chart: {type: bar, columns: [ก, ข], rows: [[ค, 1]], of: ก}}",
    "{chart: {type: bar, file: ก.csv, of: ก}}",
    "{chart: {type: bar, columns: [ก, 1, 2, 3, 4, 5], rows: [[ค, 1, 2, 3, 4, 5]]}}",
    "{chart: {type: pie, columns: [ก, 1, 2], rows: [[ค, 1, 2]]}}",
    f"{{chart: {{type: pie, columns: [ก, ข], rows: [{', '.join(['[ค, 1]'] * 9)}]}}}}",
    f"{{chart: {{type: line, columns: [ก, ข], rows: [{', '.join(['[ค, 1]'] * 31)}]}}}}",
    "{chart: {type: bar, columns: [ก, ข], rows: [[ค, 1]], height: 3.9}}",
    "{chart: {type: bar, columns: [ก, ข], rows: [[ค, 1]], height: 22.1}}",
    "{chart: {type: bar, columns: [ก, ข], rows: [[ค, 1]], decimals: 5}}",
    "{chart: {type: bar, columns: [ก, ข], rows: [[ค, 1]], decimals: -1}}",
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
NUMBERS_OF_BLOCKS: Final = {
    *("PictureBlock.columns", "PictureBlock.width", "TableBlock.widths", "TableBlock.head_rows"),
    *("ChartBlock.height", "ChartBlock.decimals"),
}
WITHOUT_NUMBERS: Final = {"office", "people"}
"""Schemas of files in which no blocks stand."""
BEYOND_SCHEMAS: Final = {
    "{table: {columns: [ก, ข], rows: [[1]]}}": "how many cells a row has depends on the columns",
    "{table: {columns: [ก, ข], rows: [[1, 2]], widths: [5]}}": "so does the number of widths",
    "{table: {columns: [ก, ข], rows: [[1, 2]], widths: [12, 13]}}": "no schema adds up",
    "{table: {columns: [ก, ข], rows: [[1, 2]], align: [left]}}": "and that of alignments",
    "{table: {columns: [ก], rows: [[1]], head_rows: 2}}": "the head is lower than the number of rows",
    "{table: {columns: [ก, <], rows: [[1, <], [^, 2]]}}": "joined cells make a rectangle",
    "{table: {columns: [ก], rows: [[1]], widths: ['0.1']}}": "a number between quotes is a text to a schema",
    "{picture: {file: ก.png, width: ๐}}": "so is one of Thai digits",
    "{chart: {type: bar, columns: [ก, ข], rows: [[ค]]}}": "how many cells a row has depends on the columns",
    "{chart: {type: bar, columns: [ก, ข], rows: [[ค, ง]]}}": "no schema reads the numbers in texts",
    "{landscape: [{landscape: [ก]}]}": "what stands around a block, no schema of a block says",
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


def numbers_with_bounds(schema: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Generate each number that has bounds: its model and key, how it is written, and its schema."""
    for definition in (schema, *schema.get("$defs", {}).values()):
        for key, value in definition["properties"].items():
            path = f"{definition['title']}.{key}"
            choices = [value, *value.get("anyOf", [])]
            yield from [(path, "{}", choice) for choice in choices if is_number_with_bounds(choice)]
            all_items = [choice.get("items", {}) for choice in choices]
            yield from [(path, "[{}]", items) for items in all_items if is_number_with_bounds(items)]


def is_number_with_bounds(schema: dict[str, Any]) -> bool:
    types = schema.get("type", [])
    return "minimum" in schema and "boolean" not in types


NUMBERS: Final = (
    "-1",
    "0",
    "0.4",
    "0.5",
    "1",
    "1.5",
    "2",
    "3",
    "3.9",
    "4",
    "5",
    "6",
    "7",
    "9",
    "10",
    "16",
    "20",
)
LARGE_NUMBERS: Final = (
    "22",
    "22.1",
    "25",
    "25.1",
    "29",
    "33",
    "34",
    "36",
    "37",
    "100",
    "100.5",
    "9999",
    "10000",
)


@pytest.mark.parametrize("name", sorted(schema_models(KINDS)))
def test_the_bounds_of_numbers_are_the_same_for_both(name: str) -> None:
    """Each number of each model: what its schema takes, ``check`` takes, and the other way round."""
    schema = schema_in_english(name, KINDS)
    models = models_within(schema_models(KINDS)[name])
    paths = set()
    differences = []
    for path, form, inner in numbers_with_bounds(schema):
        model_name, _dot, key = path.partition(".")
        paths.add(path)
        validator = Draft7Validator(inner)
        for number in (*NUMBERS, *LARGE_NUMBERS):
            is_taken = not findings(models[model_name], key, f"{key}: {form.format(number)}\n")
            if is_taken != validator.is_valid(json.loads(number)):
                differences.append(f"{path}: {number}")
    assert differences == []
    assert name in WITHOUT_NUMBERS or paths >= NUMBERS_OF_BLOCKS


def test_every_field_of_a_block_has_a_title_and_a_hover_text() -> None:
    definitions = json.loads(schema_text("announcement", KINDS))["$defs"]
    for name in ("Block", "TableBlock", "ListBlock", "ListItem", "StepItem"):
        for key, value in definitions[name]["properties"].items():
            assert re.search("[ก-ฮ]", value["title"]), key
            assert re.search("[ก-ฮ]", value["description"]), key
