"""Keys that are not known: proposed is a key of the same meaning, or the same key without the slip."""

from __future__ import annotations

import json

import pytest

from esa_docs.hints import edit_distance, nearest
from esa_docs.kinds import KINDS
from esa_docs.source.schemas.schema import schema_models
from esa_docs.source.yaml_files.key_words import SAME_MEANING, nearest_keys

ORDER = list(schema_models(KINDS)["order"].model_fields)
MEMO = list(schema_models(KINDS)["memo"].model_fields)
LETTER = list(schema_models(KINDS)["letter"].model_fields)
PMQA = ["id", "name", "categories", "boxes", "ranges", "bands", "profile"]
PERSON = ["id", "prefix", "first_name", "last_name", "position", "level", "group", "since", "until", "posts"]
WORK = ["name", "title_lines", "objectives", "scope", "definitions", "steps", "table", "flow", "forms"]


@pytest.mark.parametrize(
    ("key", "choices", "near"),
    [
        # slips of the hand
        ("subejct", ORDER, ["subject"]),
        ("subjct", ORDER, ["subject"]),
        ("subjectt", ORDER, ["subject"]),
        ("usbject", ORDER, ["subject"]),
        ("dat", ORDER, ["date"]),
        ("committes", ORDER, ["committees"]),
        ("comittees", ORDER, ["committees"]),
        ("signatur", ORDER, ["signature"]),
        ("recipeints", LETTER, ["recipients"]),
        ("fist_name", PERSON, ["first_name"]),
        ("definations", WORK, ["definitions"]),
        # the same key, written otherwise
        ("Subject", ORDER, ["subject"]),
        ("ｓｕｂｊｅｃｔ", ORDER, ["subject"]),
        ("first-name", PERSON, ["first_name"]),
        ("first name", PERSON, ["first_name"]),
        ("firstname", PERSON, ["first_name"]),
        ("titlelines", WORK, ["title_lines"]),
        ("attach", LETTER, ["attachments"]),
        ("salut", LETTER, ["salutation"]),
        # words of the same meaning
        ("เรื่อง", ORDER, ["subject"]),
        ("ตำแหน่ง", PERSON, ["position"]),
        ("ลงวันที่", MEMO, ["date"]),
        ("เรียน", LETTER, ["to"]),
        ("laws", ORDER, ["power"]),
        ("laws", MEMO, ["law"]),
        ("surname", PERSON, ["last_name"]),
        # another meaning: nothing is proposed
        ("laws", WORK, []),
        ("images", PMQA, []),
        ("order", MEMO, []),
        ("notes", LETTER, []),
        ("colour", ORDER, []),
        ("group", WORK, []),
        ("รูปภาพ", ORDER, []),
        ("x", ORDER, []),
        ("", ORDER, []),
    ],
)
def test_a_key_is_proposed_for_a_slip_alone(key: str, choices: list[str], near: list[str]) -> None:
    assert nearest_keys(key, choices) == near


def test_every_key_of_the_table_of_meanings_is_a_key_of_content() -> None:
    text = json.dumps([model.model_json_schema() for model in schema_models(KINDS).values()])
    proposed_keys: set[str] = set()
    for keys in SAME_MEANING.values():
        proposed_keys.update(keys)
    assert len(proposed_keys) >= 30
    assert [key for key in sorted(proposed_keys) if f'"{key}": {{' not in text] == []


@pytest.mark.parametrize(
    ("word", "choice", "distance"),
    [
        ("", "", 0),
        ("ก", "", 1),
        ("date", "date", 0),
        ("date", "data", 1),
        ("date", "daet", 1),
        ("kitten", "sitting", 3),
        ("flow", "laws", 3),
        ("ca", "abc", 3),
    ],
)
def test_slips_are_counted(word: str, choice: str, distance: int) -> None:
    assert edit_distance(word, choice) == distance
    assert edit_distance(choice, word) == distance


@pytest.mark.parametrize(
    ("word", "near"),
    [("chek", ["check"]), ("bild", ["build"]), ("fonst", ["fonts"]), ("xyz", []), ("make", [])],
)
def test_other_names_are_proposed_for_a_slip_too(word: str, near: list[str]) -> None:
    assert nearest(word, ["check", "build", "fields", "fonts", "schema"]) == near
