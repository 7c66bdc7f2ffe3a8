"""Every field of every schema has a title in a clerk's words, for editors and for pages to fill in."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

import pytest

from esa_docs.i18n import LANGUAGE_VARIABLE
from esa_docs.kinds import KINDS
from esa_docs.source.schemas.schema import schema_models, schema_text

LONGEST: Final = 60
EVERY_NAME = pytest.mark.parametrize("name", sorted(schema_models(KINDS)))


@pytest.fixture(autouse=True)
def _in_thai(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LANGUAGE_VARIABLE, "th")


def models_of(name: str) -> list[dict[str, Any]]:
    """Return the schema of a kind of file and those of the models inside it."""
    schema = json.loads(schema_text(name, KINDS))
    return [schema, *schema.get("$defs", {}).values()]


def properties_in(schema: Any) -> Iterator[dict[str, Any]]:
    """Generate each set of properties in a schema, wherever it stands."""
    if isinstance(schema, list):
        for item in schema:
            yield from properties_in(item)
    elif isinstance(schema, dict):
        if isinstance(schema.get("properties"), dict):
            yield schema["properties"]
        for value in schema.values():
            yield from properties_in(value)


def is_short_thai(title: str) -> bool:
    """Return whether a title is Thai alone, on one line, and short enough to stand beside a field."""
    has_thai = re.search("[ก-ฮ]", title) is not None
    has_latin = re.search("[A-Za-z_]", title) is not None
    return has_thai and not has_latin and "\n" not in title and len(title) <= LONGEST


def test_there_are_hundreds_of_fields() -> None:
    number_of_fields = 0
    for name in schema_models(KINDS):
        for properties in properties_in(models_of(name)[0]):
            number_of_fields += len(properties)
    assert number_of_fields >= 480


@EVERY_NAME
def test_every_field_has_a_short_thai_title(name: str) -> None:
    faulty_fields: list[tuple[str, str]] = []
    for properties in properties_in(models_of(name)[0]):
        for key, value in properties.items():
            title = value.get("title", "")
            if not is_short_thai(title):
                faulty_fields.append((key, title))
    assert faulty_fields == []


@EVERY_NAME
def test_every_model_has_a_short_thai_title(name: str) -> None:
    titles = [model.get("title", "") for model in models_of(name)]
    assert [title for title in titles if not is_short_thai(title)] == []


@EVERY_NAME
def test_no_two_fields_of_a_model_have_one_title(name: str) -> None:
    for properties in properties_in(models_of(name)[0]):
        times_by_title = Counter(value["title"] for value in properties.values())
        assert [title for title, times in times_by_title.items() if times > 1] == []


@pytest.mark.parametrize(
    ("name", "model", "key", "title"),
    [
        ("letter", "หนังสือภายนอก", "subject", "เรื่อง"),
        ("letter", "หนังสือภายนอก", "refers", "อ้างถึง"),
        ("letter", "หนังสือภายนอก", "attachments", "สิ่งที่ส่งมาด้วย"),
        ("letter", "หนังสืออ้างถึง", "date", "ลงวันที่"),
        ("memo", "บันทึกข้อความ", "to", "เรียน"),
        ("minutes", "รายงานการประชุม", "date", "วันที่ประชุม"),
        ("order", "คำสั่ง", "signature", "ผู้ลงนาม"),
    ],
)
def test_the_words_are_those_of_the_paper(name: str, model: str, key: str, title: str) -> None:
    models = {schema["title"]: schema for schema in models_of(name)}
    assert models[model]["properties"][key]["title"] == title


def test_titles_are_english_where_thai_cannot_be_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LANGUAGE_VARIABLE, "en")
    properties = models_of("letter")[0]["properties"]
    assert properties["recipients_from"]["title"] == "Recipients from"
    assert properties["to"]["title"] == "To"
