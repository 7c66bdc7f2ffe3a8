"""The schemas of editors and ``check`` refuse the same: jsonschema judges one side, the binding the other.

What a schema refuses, ``check`` refuses. What ``check`` refuses for its shape (unknown or missing key, type,
choice, nothing where something must stand) a schema refuses as well.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from checked_models import findings, models_within
from editor_values import EDITORS, editor_value
from jsonschema import Draft7Validator  # type: ignore[import-untyped]
from pydantic import BaseModel, TypeAdapter, ValidationError

from esa_docs.kinds import KINDS
from esa_docs.model.base import DateOfIssue, ThaiDate, ThaiTime
from esa_docs.model.people import References
from esa_docs.model.recipient_columns import Recipient
from esa_docs.source.binding.binding import bind
from esa_docs.source.schemas.schema import schema_in_english, schema_models
from esa_docs.source.yaml_files.parsing import parse_yaml

ROOT: Final = Path(__file__).parents[2]
CORPUS: Final = ROOT / "tests" / "corpus"
SHAPE: Final = {"E201", "E202", "E203", "E210", "E211"}
"""Codes of what a schema can see: unknown key, missing key, type, choice, nothing."""
NAMES: Final = sorted(schema_models(KINDS))

VALUES: Final = (
    *("ก", "๑๒", "1", "-3", "+3", "0", "0123", "99999", "'1'", "1.5", "'1.5'", "9.30", ".5", "3.0"),
    *("1 ต.ค. 2569", "๓๑ ตุลาคม ๒๕๖๙", "วันพุธที่ 16 กันยายน พ.ศ. 2569", "กันยายน 2569", "'09.30 น.'", "๐๙.๓๐ น."),
    *("23:59 น.", "'0.05'", "31/12/2570"),
    *("1,200", "9:30", "2569-10-01", "16/9/2569", "16 กันยายน 2569", "true", "True", "yes", "No", "off", "y"),
    *("'true'", "true false", "null", "Null", "NULL", "~", "", '""', '" "', "thai", "โปร่ง"),
    *("[ก]", "[1]", "[]", "[[ก]]", "[null]", "{ก: 1}", "{}"),
)
"""Values as typed."""
NUMBERS_TYPED_OTHERWISE: Final = ("0x1F", "0o17", "17.", "1e3", "1.0", "9:30", "1_000")
"""What an editor hands on as a number alone: the schema cannot see that ``check`` reads no number in it."""


def fields_of(name: str) -> Iterator[tuple[type[BaseModel], str, Draft7Validator]]:
    """Generate the model, key and schema of each field of a content file, and of the models inside it.

    Of the fields that take the same, the first is enough.
    """
    schema = schema_in_english(name, KINDS)
    models = models_within(schema_models(KINDS)[name])
    definitions = schema.get("$defs", {})
    seen_fields: set[str] = set()
    for definition in (schema, *definitions.values()):
        model = models[definition["title"]]
        for key, value in definition["properties"].items():
            # The key of the document that a part belongs to is taken off before binding.
            if key == "part_of" or field_mark(model, key, value) in seen_fields:
                continue
            seen_fields.add(field_mark(model, key, value))
            yield model, key, Draft7Validator({"$defs": definitions, "allOf": [value]})


def field_mark(model: type[BaseModel], key: str, schema: dict[str, Any]) -> str:
    """Return what tells apart fields that take different values: their schemas and their types."""
    rules = {name: rule for name, rule in schema.items() if name not in ("title", "description", "examples")}
    # A key that stands for two fields has the name of neither.
    field = model.model_fields.get(key)
    if field is None:
        return f"{json.dumps(rules)} {key}"
    return f"{json.dumps(rules)} {field.annotation} {field.metadata}"


@pytest.mark.parametrize("name", NAMES)
def test_a_value_is_refused_by_both_or_by_none(name: str) -> None:
    number_of_values = 0
    refused_by_the_schema_alone: list[str] = []
    refused_by_check_alone: list[str] = []
    for model, key, validator in fields_of(name):
        for value in (*VALUES, *NUMBERS_TYPED_OTHERWISE):
            text = f"{key}: {value}\n"
            diagnostics = findings(model, key, text)
            is_of_wrong_shape = bool({diagnostic.code for diagnostic in diagnostics} & SHAPE)
            for editor in EDITORS:
                number_of_values += 1
                is_valid = validator.is_valid(editor_value(text, editor)[key])
                case = f"{model.__name__}.{key}: {value} ({editor.__name__})"
                if not is_valid and not diagnostics:
                    refused_by_the_schema_alone.append(case)
                if is_valid and is_of_wrong_shape and value not in NUMBERS_TYPED_OTHERWISE:
                    refused_by_check_alone.append(case)
    assert number_of_values >= len(VALUES) * 2
    assert refused_by_the_schema_alone == []
    assert refused_by_check_alone == []


@pytest.mark.parametrize("name", NAMES)
def test_both_miss_the_same_keys_and_know_no_others(name: str) -> None:
    schema = schema_in_english(name, KINDS)
    models = models_within(schema_models(KINDS)[name])
    node = parse_yaml("คีย์อื่น: ก\n", "a.yaml").value
    assert node is not None
    for definition in (schema, *schema.get("$defs", {}).values()):
        diagnostics = bind(node, models[definition["title"]], References(None)).diagnostics
        missing_keys = {diagnostic.field for diagnostic in diagnostics if diagnostic.code == "E202"}
        unknown_keys = [diagnostic.field for diagnostic in diagnostics if diagnostic.code == "E201"]
        required_keys = set(definition.get("required", [])) - {"kind", "part_of"}
        # A post or a list of posts, a subject or a document that has one: ``check`` names the first.
        alternatives = definition.get("anyOf", [])
        if alternatives:
            required_keys.add(alternatives[0]["required"][0])
        assert missing_keys == required_keys
        assert unknown_keys == ["คีย์อื่น"]
        # In content of version 2 a recipient may have any columns, which are texts.
        has_columns = issubclass(models[definition["title"]], Recipient)
        assert (definition["additionalProperties"] is False) is not has_columns


def schema_of_case(case: Path) -> str:
    """Return the name of the schema of a case of the corpus; its folder says what it is."""
    parts = KINDS.by_name[case.parent.name].parts if case.parent.name in KINDS.by_name else None
    is_part = re.search(r"^part_of:", case.read_text(encoding="utf-8"), re.MULTILINE) is not None
    return parts.schema if parts and is_part else case.parent.name


BEYOND_SCHEMAS: Final = {
    "manual/alias_bomb": "half a million values, refused before they are read",
    "manual/flow_step_without_text": "whether a step is a row of the table, no schema can know",
    "manual/merge_key": "to YAML 1.1 << is no key: it brings in the keys of another mapping",
    "manual/not_a_number": "Python reads no number of 4400 digits",
}
"""Cases that a schema cannot judge as ``check`` does, with the reason."""


def cases() -> Iterator[Path]:
    """Generate the cases of the corpus that have a schema; the parts of manuals have none."""
    for path in sorted(CORPUS.glob("*/*.yaml")):
        if schema_of_case(path) and f"{path.parent.name}/{path.stem}" not in BEYOND_SCHEMAS:
            yield path


CASES: Final = list(cases())


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.stem}")
def test_the_cases_of_the_corpus_are_refused_by_both(case: Path) -> None:
    text = case.read_text(encoding="utf-8")
    codes = set(re.findall(r"^# expect: \d+:\d+ (\w+)", text, re.MULTILINE))
    if parse_yaml(text, case.name).diagnostics:
        assert codes
        return
    validator = Draft7Validator(schema_in_english(schema_of_case(case), KINDS))
    for editor in EDITORS:
        faults = [error.json_path for error in validator.iter_errors(editor_value(text, editor))]
        if faults:
            assert codes, faults
        if codes & SHAPE:
            assert faults


@pytest.mark.parametrize("path", sorted((ROOT / "content").rglob("*.yaml")), ids=lambda path: path.stem)
def test_the_shipped_content_passes_in_either_yaml(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    line = text.splitlines()[0]
    schema_path = path.parent / line.partition("$schema=")[2]
    validator = Draft7Validator(json.loads(schema_path.read_text(encoding="utf-8")))
    for editor in EDITORS:
        assert [error.json_path for error in validator.iter_errors(editor_value(text, editor))] == []


@pytest.mark.parametrize(
    ("name", "key", "value"),
    [
        ("minutes", "begins", "9.30"),
        ("minutes", "begins", "9:30"),
        ("order", "number", "1.5"),
        ("memo", "owner", "0123"),
        ("letter", "date", "2569-10-01"),
        ("letter", "circular", "yes"),
        ("letter", "draft", "off"),
        ("order", "effect", "null"),
        ("office", "content", "๒"),
    ],
)
def test_an_editor_lets_pass_what_check_takes(name: str, key: str, value: str) -> None:
    properties = schema_in_english(name, KINDS)["properties"]
    for editor in EDITORS:
        typed = editor_value(f"{key}: {value}\n", editor)[key]
        assert Draft7Validator(properties[key]).is_valid(typed)


@pytest.mark.parametrize(
    ("field_type", "values"),
    [
        (ThaiDate, ("32 ตุลาคม 2569", "๙๙ ตุลาคม ๒๕๖๙", "2026-10-01", "1 ต.ค. 69", "1 ต.ค. ค.ศ. 2569")),
        (DateOfIssue, ("32 ตุลาคม 2569", "2026-10-01", "ต.ค. 69", "16/9/2026")),
        (ThaiTime, ("25.00 น.", "24:00", "9.3 น.", "9 น.", "09.60 น.", "เช้า")),
    ],
)
def test_a_schema_refuses_what_is_plainly_no_date_and_no_time(
    field_type: Any, values: tuple[str, ...]
) -> None:
    adapter = TypeAdapter(field_type)
    validator = Draft7Validator(adapter.json_schema())
    for value in values:
        with pytest.raises(ValidationError):
            adapter.validate_python(value)
        assert not validator.is_valid(value), value
