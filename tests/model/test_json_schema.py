"""The JSON Schemas that editors use: valid, true to the shipped content, and as committed."""

from __future__ import annotations

import copy
import itertools
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator  # type: ignore[import-untyped]

from esa_docs.kinds import KINDS
from esa_docs.source.scaffold import scaffold_text
from esa_docs.source.schema import editor_line, schema_models, schema_text

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "content"
CATALOGUE = ROOT / "esa_docs" / "locale" / "th" / "LC_MESSAGES"
PART_SCHEMAS = {kind.parts.schema: kind for kind in KINDS if kind.parts and kind.parts.schema}
NAMES = ("office", "people", *KINDS.names, *PART_SCHEMAS)


def word_after(key: str, path: Path) -> str:
    """Return the word after a key at the left margin of a file, "" where the key does not stand there."""
    line = re.search(rf"^{key}: *(\S+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    return line[1] if line else ""


def schema_of(path: Path) -> str:
    """Return the name of the schema that a shipped file must fit, as its keys and its place tell it."""
    if path.parent == CONTENT:
        return path.stem
    owner = word_after("part_of", path)
    if not owner:
        return word_after("kind", path)
    year = path.relative_to(CONTENT).parts[0]
    parts = KINDS.by_name[word_after("kind", CONTENT / year / f"{owner}.yaml")].parts
    return parts.schema if parts else ""


def shipped_files() -> dict[str, list[Path]]:
    """Return the shipped content files by the schema that they must fit."""
    files: dict[str, list[Path]] = {}
    for path in sorted(CONTENT.rglob("*.yaml")):
        files.setdefault(schema_of(path), []).append(path)
    return files


SHIPPED = shipped_files()
FILES = [path for paths in SHIPPED.values() for path in paths]
EVERY_NAME = pytest.mark.parametrize("name", NAMES)
EVERY_FILE = pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(CONTENT).as_posix())


def validator(name: str) -> Draft7Validator:
    schema = json.loads(schema_text(name, KINDS))
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema)


def scaffold(name: str) -> Any:
    """Return what a new file of a kind says, or the first part that a new file of its kind shows."""
    kind = PART_SCHEMAS[name] if name in PART_SCHEMAS else KINDS.by_name[name]
    text = scaffold_text(kind, person="ก", depth=2, of_project={})
    if name not in PART_SCHEMAS or not kind.parts:
        return yaml.safe_load(text)
    lines = [line.removeprefix("# ") for line in text.splitlines()]
    below = lines[lines.index(f"{kind.parts.key}:") + 1 :]
    items = itertools.takewhile(lambda line: line.startswith("  "), below)
    return {"part_of": "a", **yaml.safe_load("\n".join(items))[0]}


def example(name: str) -> Any:
    """Return the first shipped file of a schema; a kind that has none yet is seen in its scaffold."""
    if name not in SHIPPED:
        return scaffold(name)
    return yaml.safe_load(SHIPPED[name][0].read_text(encoding="utf-8"))


def faults(name: str, values: Any) -> list[tuple[str, str]]:
    return sorted((error.json_path, str(error.validator)) for error in validator(name).iter_errors(values))


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
    work["objectives"].append({"text": "ก"})
    assert faults("manual", values) == [
        ("$", "required"),
        ("$.author", "type"),
        ("$.foreword", "type"),
        (f"$.works[0].objectives[{len(work['objectives']) - 1}]", "type"),
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
    """Give what a schema says of each key of an object, and of the keys inside that."""
    for key in definition.get("properties", {}).values():
        yield key
        yield from keys_of(key)


def descriptions(schema: Any) -> list[str | None]:
    """Give what an editor shows for each key, None where it has nothing to show."""
    models = schema.get("$defs", {})
    found: list[str | None] = []
    for definition in (schema, *models.values()):
        for key in keys_of(definition):
            referred = models.get(key.get("$ref", "").rpartition("/")[2], {})
            found.append(key.get("description") or referred.get("description"))
    return found


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
    same = [text for text, other in zip(english, thai, strict=True) if text == other]
    assert len(english) >= fewest
    assert same == [], "these sentences have no translation"


@EVERY_FILE
def test_the_shipped_file_names_its_schema_for_the_editor(path: Path) -> None:
    name = schema_of(path)
    line = path.read_text(encoding="utf-8").splitlines()[0]
    named = line.partition("$schema=")[2]
    assert line.startswith("# yaml-language-server: $schema=")
    assert (path.parent / named).resolve() == (CONTENT / "schemas" / f"{name}.schema.json").resolve()
    if path.parent != CONTENT:
        assert line == editor_line(name, len(path.relative_to(CONTENT).parents) - 1)
