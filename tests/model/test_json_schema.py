"""The JSON Schemas that editors use: they are valid, accept the shipped content, and are as committed."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator  # type: ignore[import-untyped]

from esa_docs.kinds import KINDS
from esa_docs.model.kind import Kind
from esa_docs.source.scaffolds.scaffold import scaffold_text
from esa_docs.source.schemas.schema import editor_line, schema_models, schema_text

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "content"
CATALOGUE = ROOT / "esa_docs" / "locale" / "th" / "LC_MESSAGES"


def kinds_by_schema_of_parts() -> dict[str, Kind[Any]]:
    """Return the kinds whose parts have a schema of their own, by its name."""
    kinds = {}
    for kind in KINDS:
        if kind.parts and kind.parts.schema:
            kinds[kind.parts.schema] = kind
    return kinds


PART_SCHEMAS = kinds_by_schema_of_parts()
NAMES = ("office", "people", *KINDS.names, *PART_SCHEMAS)


def word_after(key: str, path: Path) -> str:
    """Return the word after a key at the left margin of a file, or "" if there is no such key."""
    line = re.search(rf"^{key}: *(\S+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    return line[1] if line else ""


def schema_of(path: Path) -> str:
    """Return the name of the schema that a shipped file must fit; it follows from its place and its keys."""
    if path.parent == CONTENT:
        return path.stem
    owner = word_after("part_of", path)
    if not owner:
        return word_after("kind", path)
    year = path.relative_to(CONTENT).parts[0]
    kind_name = word_after("kind", CONTENT / year / f"{owner}.yaml")
    parts = KINDS.by_name[kind_name].parts
    return parts.schema if parts else ""


def shipped_files() -> dict[str, list[Path]]:
    """Return the shipped content files by the schema that they must fit."""
    files: dict[str, list[Path]] = {}
    for path in sorted(CONTENT.rglob("*.yaml")):
        files.setdefault(schema_of(path), []).append(path)
    return files


SHIPPED = shipped_files()
FILES = list(chain.from_iterable(SHIPPED.values()))
EVERY_NAME = pytest.mark.parametrize("name", NAMES)
EVERY_FILE = pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(CONTENT).as_posix())


def validator(name: str) -> Draft7Validator:
    schema = json.loads(schema_text(name, KINDS))
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema)


def scaffold(name: str) -> Any:
    """Return the values of a new file of a kind, or those of a part as a new file of its kind shows it."""
    if name in PART_SCHEMAS:
        return scaffold_of_part(PART_SCHEMAS[name])
    return yaml.safe_load(new_file(KINDS.by_name[name]))


def new_file(kind: Kind[Any]) -> str:
    return scaffold_text(kind, person="ก", depth=2, of_project={})


def scaffold_of_part(kind: Kind[Any]) -> Any:
    """Return the values of the first part in a new file of a kind, where parts stand in comments."""
    assert kind.parts is not None
    lines = [line.removeprefix("# ") for line in new_file(kind).splitlines()]
    start = lines.index(f"{kind.parts.key}:") + 1
    lines_of_parts = []
    for line in lines[start:]:
        if not line.startswith("  "):
            break
        lines_of_parts.append(line)
    parts = yaml.safe_load("\n".join(lines_of_parts))
    return {"part_of": "a", **parts[0]}


def example(name: str) -> Any:
    """Return the values of the first shipped file of a schema, or those of a new file if none is shipped."""
    if name not in SHIPPED:
        return scaffold(name)
    return yaml.safe_load(SHIPPED[name][0].read_text(encoding="utf-8"))


def faults(name: str, values: Any) -> list[tuple[str, str]]:
    """Return path and failed keyword of each error that a schema finds in values."""
    errors = validator(name).iter_errors(values)
    return sorted((error.json_path, str(error.validator)) for error in errors)


def test_there_is_a_schema_of_every_shipped_file() -> None:
    assert len(SHIPPED) >= 12, "the search for content files is broken"
    assert SHIPPED.keys() <= set(NAMES)


def test_there_is_a_schema_of_every_kind_and_no_other() -> None:
    committed = [path.name.removesuffix(".schema.json") for path in (CONTENT / "schemas").iterdir()]
    assert sorted(schema_models(KINDS)) == sorted(NAMES) == sorted(committed)


@EVERY_NAME
def test_a_schema_says_that_it_is_draft_7(name: str) -> None:
    schema = json.loads(schema_text(name, KINDS))
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert validator(name)


@EVERY_FILE
def test_a_schema_accepts_the_shipped_content(path: Path) -> None:
    assert faults(schema_of(path), yaml.safe_load(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("name", [*KINDS.names, *PART_SCHEMAS])
def test_a_schema_accepts_a_new_file(name: str) -> None:
    assert faults(name, scaffold(name)) == []


@EVERY_NAME
def test_a_schema_refuses_a_misspelt_key(name: str) -> None:
    assert faults(name, example(name) | {"tilte": "ก"}) == [("$", "additionalProperties")]


def test_a_schema_refuses_what_the_loader_refuses() -> None:
    values = copy.deepcopy(example("manual"))
    del values["kind"]
    values["foreword"] = "ก"
    values["author"] = {"id": "พิสมัย"}
    work = values["works"][0]
    work["table"][0]["schedule"] = {"week": 1}
    work["steps"] = []
    place = len(work["objectives"])
    work["objectives"].append({"text": "ก"})
    assert faults("manual", values) == [
        ("$", "required"),
        ("$.author", "type"),
        ("$.foreword", "type"),
        (f"$.works[0].objectives[{place}]", "anyOf"),
        ("$.works[0].steps", "minItems"),
        ("$.works[0].table[0].schedule", "anyOf"),
    ]


@pytest.mark.parametrize("number", [2, "2", "๒", "1,200"])
def test_a_number_may_be_a_string(number: int | str) -> None:
    values = copy.deepcopy(example("manual"))
    values["works"][0]["table"][0]["schedule"] = {"weeks": number}
    assert faults("manual", values) == []


@pytest.mark.parametrize("kind", KINDS.names)
def test_an_office_chooses_the_digits_of_each_kind(kind: str) -> None:
    office = example("office")
    assert faults("office", office | {"numerals": {kind: "thai"}}) == []
    assert faults("office", office | {"numerals": {kind: "roman"}}) == [(f"$.numerals.{kind}", "enum")]


def test_an_office_chooses_no_digits_of_what_is_no_kind() -> None:
    values = example("office") | {"numerals": {"ordr": "thai"}}
    assert faults("office", values) == [("$.numerals", "additionalProperties")]


def keys_of(definition: Any) -> Iterator[Any]:
    """Generate the schema of each key of an object, and of the keys inside it."""
    for key in definition.get("properties", {}).values():
        yield key
        yield from keys_of(key)


def descriptions(schema: Any) -> list[str | None]:
    """Return the text that an editor shows for each key, None where it has nothing to show."""
    models = schema.get("$defs", {})
    texts: list[str | None] = []
    for definition in (schema, *models.values()):
        for key in keys_of(definition):
            model_name = key.get("$ref", "").rpartition("/")[2]
            model = models.get(model_name, {})
            texts.append(key.get("description") or model.get("description"))
    return texts


@EVERY_NAME
def test_every_key_has_a_hover_text_on_one_line(name: str) -> None:
    texts = descriptions(json.loads(schema_text(name, KINDS)))
    assert len(texts) >= 1
    assert [text for text in texts if not text or "\n" in text] == []


@EVERY_NAME
def test_the_committed_schema_is_the_one_that_is_written(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert list(CATALOGUE.glob("*.[mp]o")), "the Thai catalogue is missing"
    monkeypatch.setenv("ESA_DOCS_LANG", "th")
    committed = (CONTENT / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8")
    assert committed == schema_text(name, KINDS), "content/schemas is out of date: run `esa-docs schema`"


@pytest.mark.parametrize(("name", "fewest"), [("manual", 35), ("office", 35)])
def test_the_hover_texts_are_in_the_readers_language(
    name: str, fewest: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    english = descriptions(json.loads(schema_text(name, KINDS)))
    monkeypatch.setenv("ESA_DOCS_LANG", "th")
    thai = descriptions(json.loads(schema_text(name, KINDS)))
    assert len(english) >= fewest
    for english_text, thai_text in zip(english, thai, strict=True):
        assert english_text != thai_text, "this sentence has no translation"


@EVERY_FILE
def test_the_shipped_file_names_its_schema_for_the_editor(path: Path) -> None:
    name = schema_of(path)
    line = path.read_text(encoding="utf-8").splitlines()[0]
    schema_path = line.partition("$schema=")[2]
    assert line.startswith("# yaml-language-server: $schema=")
    assert (path.parent / schema_path).resolve() == (CONTENT / "schemas" / f"{name}.schema.json").resolve()
    if path.parent != CONTENT:
        assert line == editor_line(name, len(path.relative_to(CONTENT).parents) - 1)


NAME = {"id": "ก", "prefix": "นาย", "first_name": "สมชาย", "last_name": "ใจดี"}
OFFICE = {"name": "ก", "short_name": "ก", "parent": "ก"}
ORDER = {"kind": "order", "subject": "ก", "cause": ["ก"]}


@pytest.mark.parametrize(
    ("name", "content", "is_fitting"),
    [
        ("people", {"people": [NAME | {"posts": [{"position": "ครู"}]}]}, True),
        ("people", {"people": [NAME | {"posts": [{"level": "ชำนาญการ"}]}]}, False),
        ("people", {"people": [NAME]}, False),
        ("office", OFFICE | {"director": "ก"}, True),
        ("office", OFFICE | {"director": [{"person": "ก", "until": "1 มกราคม 2569"}]}, True),
        ("office", OFFICE | {"director": [{"until": "1 มกราคม 2569"}]}, False),
        ("office", OFFICE | {"director": 1}, True),
        ("office", OFFICE | {"director": {"person": "ก"}}, False),
        ("order", ORDER | {"changes": [{"leave": ["ก", {"person": "ข"}, {"position": "ค"}]}]}, True),
        ("order", ORDER | {"changes": [{"leave": [{"somebody": "ข"}]}]}, False),
    ],
)
def test_posts_terms_and_changes_are_described(
    name: str, content: dict[str, Any], *, is_fitting: bool
) -> None:
    schema = json.loads(schema_text(name, KINDS))
    assert Draft7Validator(schema).is_valid(content) is is_fitting
