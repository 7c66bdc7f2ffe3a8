"""The Thai of the catalogue: well typed, names left in Latin letters, no other English."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from esa_docs import thai

PO_FILE = Path(__file__).parents[1] / "esa_docs" / "locale" / "th" / "LC_MESSAGES" / "esa_docs.po"
NAMES_IN_LATIN = re.compile(
    r"(?<![\w-])--?[A-Za-z]+"  # options
    r"|esa-docs(?: [a-z]+\b(?='))?"  # commands
    r"|[\w/.]*\w\.(?:yaml|md|docx)\b"  # files
    r"|\b[a-z]+_[a-z]+\b|'[a-z]+: ?[a-z]*'"  # keys
    r"|\b(?:UTF-8|UTF-16|TIS-620|THAIARABIC|YAML|JSON|Word|LibreOffice|Windows)\b"
)
LATIN_WORD = re.compile(r"[A-Za-z][A-Za-z-]*")
LATIN_ADDED = frozenset({"Distributed", "N", "Schema", "cs", "docx", "name", "th-TH"})
"""Latin words that only translations have: names in Word's menus, terms in brackets after their Thai."""


@pytest.fixture(scope="module")
def translations() -> dict[str, str]:
    with PO_FILE.open("rb") as file:
        catalogue = read_po(file, locale="th")
    translations = {str(message.id): str(message.string) for message in catalogue if message.id}
    assert len(translations) >= 250
    return translations


def test_names_of_commands_options_files_and_keys_stay_in_latin(translations: dict[str, str]) -> None:
    messages_with_names = 0
    lost_names: dict[str, list[str]] = {}
    for message, translation in translations.items():
        names = set(NAMES_IN_LATIN.findall(message))
        if names:
            messages_with_names += 1
        lost = [name for name in names if name not in translation]
        if lost:
            lost_names[message] = lost
    assert messages_with_names >= 40
    assert lost_names == {}


def test_translations_add_no_english(translations: dict[str, str]) -> None:
    """Also finds a name that is spelled wrong."""
    added_words: dict[str, set[str]] = {}
    for message, translation in translations.items():
        words = set(LATIN_WORD.findall(translation)) - set(LATIN_WORD.findall(message))
        if words - LATIN_ADDED:
            added_words[message] = words
    assert added_words == {}


def _faults_of_spelling(text: str) -> list[str]:
    """Return what is badly typed in a Thai text."""
    patterns = {
        "ๆ wants a space on both sides": r"[^ ]ๆ|^ๆ|ๆ[^ ]",
        "two spaces": "  ",
        "a space at an end": r"^\s|\s$",
        "sara am in two pieces": "\u0e4d[\u0e48-\u0e4b]?\u0e32",
        "sara ae in two pieces": "\u0e40\u0e40",
        "a mark before its letter": "(?<![ก-ฮ\u0e31-\u0e3a\u0e47-\u0e4e])[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]",
        "a mark that stands twice": "([\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])\\1",
    }
    faults = [fault for fault, pattern in patterns.items() if re.search(pattern, text)]
    if thai.breaking_characters(text):
        faults.append("breaking character")
    if not unicodedata.is_normalized("NFC", text):
        faults.append("not NFC")
    return faults


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("โฟลเดอร์ต่าง ๆ และไฟล์ น้ำ แม่ กิ๊ก", []),
        ("ต่างๆ และ", ["ๆ wants a space on both sides"]),
        ("ต่าง ๆและ", ["ๆ wants a space on both sides"]),
        ("สอง  ช่อง", ["two spaces"]),
        ("ท้าย ", ["a space at an end"]),
        ("น\u0e4d\u0e49\u0e32", ["sara am in two pieces"]),
        ("\u0e40\u0e40ม่", ["sara ae in two pieces"]),
        ("ไ\u0e48ม", ["a mark before its letter"]),
        ("ที่\u0e48", ["a mark that stands twice"]),
        ("คำ\u200bไทย", ["breaking character"]),
        ("cafe\u0301 ไทย", ["not NFC"]),
    ],
)
def test_faults_of_spelling_are_seen(text: str, faults: list[str]) -> None:
    assert _faults_of_spelling(text) == faults


def test_translations_are_well_typed(translations: dict[str, str]) -> None:
    faults_by_message: dict[str, list[str]] = {}
    for message, translation in translations.items():
        faults = _faults_of_spelling(translation)
        if faults:
            faults_by_message[message] = faults
    assert faults_by_message == {}


def test_a_file_has_one_word(translations: dict[str, str]) -> None:
    """Messages call it ไฟล์, and so do the titles of fields."""
    assert [text for text in translations.values() if "แฟ้ม" in text] == []


def test_a_key_of_yaml_has_one_word(translations: dict[str, str]) -> None:
    """Messages call it ช่อง, and ชื่อช่อง where its name alone is meant."""
    assert [text for text in translations.values() if re.search("คีย์(?!บอร์ด)", text)] == []


def test_the_guide_says_nothing_twice() -> None:
    """Two bullets that begin alike were two accounts of one thing, of which one was out of date."""
    guide = (PO_FILE.parents[4] / "docs" / "content.md").read_text(encoding="utf-8")
    beginnings = [line[:40] for line in guide.splitlines() if len(line) > 60 and line[0] not in "|e"]
    assert len(beginnings) > 100
    assert [beginning for beginning in beginnings if beginnings.count(beginning) > 1] == []
