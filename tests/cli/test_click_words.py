"""What click says is Thai: every --help, every wrong use, every class of its errors; English where asked."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from esa_docs.cli import app

SCRIPT = Path(__file__).with_name("thai_usage.py")
NAMES = re.compile(
    r"'[^']*'|\"[^\"]*\""  # what was typed
    r"|--?[a-z][a-z-]*|\.[a-z]+\b"  # options and endings of files
    r"|\besa-docs(?: [a-z]+)*"  # commands
    r"|\b[A-Z]+\b"  # placeholders
)
ENGLISH = re.compile(r"[A-Za-z]+ (?:[a-z]+ )*[a-z]+")
"""Two words or more: names of programs, kinds and files stand alone."""
FRAME = re.compile(r"\b(?:Usage|Options|Commands|Error|Aborted|Missing|Invalid|No such|Try|Show)\b")


@pytest.fixture(scope="module")
def outputs() -> dict[str, dict[str, str]]:
    """Return what click says in Thai: a process of its own, since help is in the language of its start."""
    env = {**os.environ, "ESA_DOCS_LANG": "th"}
    process = subprocess.run([sys.executable, SCRIPT], env=env, check=True, capture_output=True)
    outputs: dict[str, dict[str, str]] = json.loads(process.stdout)
    return outputs


@pytest.mark.parametrize(
    ("sort", "fewest"), [("helps", 25), ("uses", 18), ("errors", 9), ("version", 1)], ids=str
)
def test_click_says_no_english_sentence(outputs: dict[str, dict[str, str]], sort: str, fewest: int) -> None:
    texts = outputs[sort]
    english = {}
    for name, text in texts.items():
        without_names = NAMES.sub("", text)
        phrases = [*ENGLISH.findall(without_names), *FRAME.findall(text)]
        if phrases:
            english[name] = phrases
        assert re.search("[ก-ฮ]", text), name
    assert len(texts) >= fewest
    assert english == {}


def test_every_wrong_use_is_one(outputs: dict[str, dict[str, str]]) -> None:
    exit_codes = {use: text.partition("\n")[0] for use, text in outputs["uses"].items()}
    assert exit_codes == dict.fromkeys(exit_codes, "2")


def test_every_command_has_the_head_of_its_options_in_thai(outputs: dict[str, dict[str, str]]) -> None:
    assert len(outputs["helps"]) >= 25
    for name, text in outputs["helps"].items():
        assert text.startswith("วิธีใช้: "), name
        assert "\nตัวเลือก:\n" in text, name


def test_a_person_who_asks_for_english_gets_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    result = CliRunner().invoke(app, ["frobnicate"])
    assert result.stderr.splitlines()[0] == "Usage: app [OPTIONS] COMMAND [ARGS]..."
    assert result.stderr.splitlines()[-1].startswith("Error: No such command 'frobnicate'.")


def test_a_number_may_be_typed_in_thai_digits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    result = CliRunner().invoke(app, ["build", "-j", "๙๙"])
    assert result.stderr.splitlines()[-1].endswith("a number up to 64 is expected, found 99")
