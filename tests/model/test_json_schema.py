"""The JSON Schemas that editors use: valid, true to the shipped content, and as committed."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator  # type: ignore[import-untyped]

from esa_docs.source.schema import editor_line, schema_names, schema_text

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "content"
FILES = {
    "office": "office.yaml",
    "people": "people.yaml",
    "manual": "2569/manual.yaml",
    "order": "2569/orders/kpi.yaml",
    "announcement": "2569/announcements/service-standards.yaml",
    "minutes": "2569/minutes/pmqa-1.yaml",
    "memo": "2569/memos/pmqa-1-invitation.yaml",
    "letter": "2569/letters/sar.yaml",
    "sar": "2569/sar.yaml",
    "pmqa": "2569/pmqa.yaml",
    "sar-indicator": "2569/sar/1-3.yaml",
    "pmqa-item": "2569/pmqa/7-4.yaml",
}
CATALOGUE = ROOT / "esa_docs" / "locale" / "th" / "LC_MESSAGES"


def validator(name: str) -> Draft7Validator:
    schema = json.loads(schema_text(name))
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema)


def shipped(name: str) -> Any:
    return yaml.safe_load((CONTENT / FILES[name]).read_text(encoding="utf-8"))


def faults(name: str, values: Any) -> list[tuple[str, str]]:
    return sorted((error.json_path, str(error.validator)) for error in validator(name).iter_errors(values))


def test_there_is_a_schema_of_every_shipped_file() -> None:
    assert set(schema_names()) == set(FILES)


@pytest.mark.parametrize("name", FILES)
def test_a_schema_says_that_it_is_draft_7(name: str) -> None:
    schema = json.loads(schema_text(name))
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert validator(name)


@pytest.mark.parametrize("name", FILES)
def test_a_schema_accepts_the_shipped_content(name: str) -> None:
    assert faults(name, shipped(name)) == []


@pytest.mark.parametrize("name", FILES)
def test_a_schema_refuses_a_misspelt_key(name: str) -> None:
    assert faults(name, shipped(name) | {"tilte": "ก"}) == [("$", "additionalProperties")]


def test_a_schema_refuses_what_the_loader_refuses() -> None:
    values = copy.deepcopy(shipped("manual"))
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
    values = copy.deepcopy(shipped("manual"))
    values["works"][0]["table"][0]["schedule"] = {"weeks": number}
    assert faults("manual", values) == []


def descriptions(schema: Any) -> list[str | None]:
    """Give what an editor shows for each key, None where it has nothing to show."""
    models = schema.get("$defs", {})
    found: list[str | None] = []
    for definition in (schema, *models.values()):
        for one in definition.get("properties", {}).values():
            referred = models.get(one.get("$ref", "").rpartition("/")[2], {})
            found.append(one.get("description") or referred.get("description"))
    return found


@pytest.mark.parametrize("name", FILES)
def test_every_key_has_a_hover_text_on_one_line(name: str) -> None:
    texts = descriptions(json.loads(schema_text(name)))
    assert len(texts) >= 1
    assert [text for text in texts if not text or "\n" in text] == []


@pytest.mark.parametrize("name", FILES)
def test_the_committed_schema_is_the_one_that_is_written(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert list(CATALOGUE.glob("*.[mp]o")), "the Thai catalogue is missing"
    monkeypatch.setenv("ESA_DOCS_LANG", "th")
    committed = (CONTENT / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8")
    assert committed == schema_text(name), "content/schemas is out of date: run `esa-docs schema`"


def test_the_hover_texts_are_in_the_readers_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    english = descriptions(json.loads(schema_text("manual")))
    monkeypatch.setenv("ESA_DOCS_LANG", "th")
    thai = descriptions(json.loads(schema_text("manual")))
    same = [text for text, other in zip(english, thai, strict=True) if text == other]
    assert len(english) >= 35
    assert same == [], "these sentences have no translation"


@pytest.mark.parametrize("name", FILES)
def test_the_shipped_file_names_its_schema_for_the_editor(name: str) -> None:
    path = CONTENT / FILES[name]
    line = path.read_text(encoding="utf-8").splitlines()[0]
    named = line.partition("$schema=")[2]
    assert line.startswith("# yaml-language-server: $schema=")
    assert (path.parent / named).resolve() == (CONTENT / "schemas" / f"{name}.schema.json").resolve()
    if path.parent != CONTENT:
        assert line == editor_line(name, len(path.relative_to(CONTENT).parents) - 1)
