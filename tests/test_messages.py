"""What people read is Thai: every message is found in the sources, translated and compiled."""

from __future__ import annotations

import ast
import gettext
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from esa_docs.kinds import KINDS
from esa_docs.source.schema import schema_models, schema_text

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "esa_docs"
PO_FILE = PACKAGE / "locale" / "th" / "LC_MESSAGES" / "esa_docs.po"
MO_FILE = PO_FILE.with_suffix(".mo")
FREE_OF_LITERALS = PACKAGE / "source" / "schema.py"
"""Looks up the docstrings of the models, which no call names."""

WITHOUT_THAI: frozenset[str] = frozenset()
"""Messages whose translation rightly has no Thai letter."""
FEWEST_IN_CODE = 180
FEWEST_IN_SCHEMAS = 70

PLACEHOLDER = re.compile(r"\{\{|\{[^{}]*\}")


def _calls(path: Path) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_":
            yield node


def _is_literal(call: ast.Call) -> bool:
    argument = call.args[0] if len(call.args) == 1 and not call.keywords else None
    return isinstance(argument, ast.Constant) and isinstance(argument.value, str)


def _messages_in_code() -> set[str]:
    calls = [call for path in PACKAGE.rglob("*.py") for call in _calls(path) if _is_literal(call)]
    return {ast.literal_eval(call.args[0]) for call in calls}


def _descriptions(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        yield from (text for one in value for text in _descriptions(one))
    if isinstance(value, dict):
        yield from (value["description"],) if isinstance(value.get("description"), str) else ()
        yield from (text for one in value.values() for text in _descriptions(one))


def _messages_in_schemas() -> set[str]:
    return {
        text for name in schema_models(KINDS) for text in _descriptions(json.loads(schema_text(name, KINDS)))
    }


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    with PO_FILE.open("rb") as file:
        return read_po(file, locale="th", abort_invalid=True)


@pytest.fixture(scope="module")
def translations(catalogue: Catalog) -> dict[str, str]:
    found = {str(one.id): str(one.string) for one in catalogue if one.id}
    assert len(found) >= FEWEST_IN_CODE + FEWEST_IN_SCHEMAS
    return found


def test_messages_are_literal() -> None:
    """The catalogue is gathered from the sources: a message put together at run time is never found."""
    calls = [(path, call) for path in sorted(PACKAGE.rglob("*.py")) for call in _calls(path)]
    assert len(calls) >= FEWEST_IN_CODE
    loose = [f"{path.relative_to(ROOT)}:{call.lineno}" for path, call in calls if not _is_literal(call)]
    assert [place.rpartition(":")[0] for place in loose] == [str(FREE_OF_LITERALS.relative_to(ROOT))]


def test_gettext_is_known_by_one_name() -> None:
    """Whoever calls it by another name would not be found."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in PACKAGE.rglob("*.py")]
    imports = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    names = [
        (one.name, one.asname) for node in imports if node.module == "esa_docs.i18n" for one in node.names
    ]
    assert len(names) >= 20
    assert set(names) == {("gettext", "_")}


def test_every_message_of_the_code_is_in_the_catalogue(translations: dict[str, str]) -> None:
    messages = _messages_in_code()
    assert len(messages) >= FEWEST_IN_CODE
    assert sorted(messages - translations.keys()) == []


def test_every_message_babel_finds_is_in_the_catalogue(translations: dict[str, str]) -> None:
    """A second reader of the sources, which knows nothing of ours."""
    rows = extract_from_dir(PACKAGE, method_map=[("**.py", "python")], keywords={"_": None})
    messages = {str(message) for _file, _line, message, *_more in rows if str(message).strip()}
    assert len(messages) >= FEWEST_IN_CODE
    assert sorted(messages - translations.keys()) == []


def test_every_hover_text_is_in_the_catalogue(
    translations: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    messages = _messages_in_schemas()
    assert len(messages) >= FEWEST_IN_SCHEMAS
    assert sorted(messages - translations.keys()) == []


def test_no_message_is_left_over(
    catalogue: Catalog, translations: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    assert sorted(translations.keys() - _messages_in_code() - _messages_in_schemas()) == []
    assert list(catalogue.obsolete) == []
    assert "#~" not in PO_FILE.read_text(encoding="utf-8")


def test_no_translation_is_a_guess(catalogue: Catalog) -> None:
    assert len(catalogue) >= FEWEST_IN_CODE
    assert [one.id for one in catalogue if one.id and one.fuzzy] == []
    assert ", fuzzy" not in PO_FILE.read_text(encoding="utf-8")


def test_every_translation_is_thai(translations: dict[str, str]) -> None:
    assert {one for one, text in translations.items() if not re.search("[ก-ฮ]", text)} == WITHOUT_THAI
    assert [one for one, text in translations.items() if one == text] == []


def test_placeholders_are_kept(translations: dict[str, str]) -> None:
    with_some = {one: text for one, text in translations.items() if PLACEHOLDER.search(one)}
    assert len(with_some) >= 50
    changed = [
        one
        for one, text in translations.items()
        if sorted(PLACEHOLDER.findall(one)) != sorted(PLACEHOLDER.findall(text))
    ]
    assert changed == []


def test_the_compiled_catalogue_says_the_same(translations: dict[str, str]) -> None:
    with MO_FILE.open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    entries: dict[str, str] = compiled._catalog  # type: ignore[attr-defined]
    assert {one: text for one, text in entries.items() if one} == translations


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """Copy program and tool; give the folder of the catalogue."""
    for name in ("esa_docs", "tools"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path / PO_FILE.parent.relative_to(ROOT)


def _run_tool(copied: Path) -> str:
    root = copied.parents[3]
    command = [sys.executable, "tools/messages.py"]
    env = {**os.environ, "PYTHONPATH": str(root), "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(command, cwd=root, env=env, check=True, capture_output=True, text=True)
    return done.stdout


def test_the_tool_run_again_changes_nothing(copied: Path) -> None:
    (copied / MO_FILE.name).unlink()
    out = _run_tool(copied)
    assert out.splitlines()[0].endswith(" 0 without translation")
    assert (copied / PO_FILE.name).read_bytes() == PO_FILE.read_bytes()
    assert (copied / MO_FILE.name).read_bytes() == MO_FILE.read_bytes()


def test_the_tool_adds_what_is_new_and_drops_what_is_gone(copied: Path, translations: dict[str, str]) -> None:
    page = copied / PO_FILE.name
    gone, new = "of no use", "not seen before"
    page.write_text(
        page.read_text(encoding="utf-8") + f'\nmsgid "{gone}"\nmsgstr "เลิกใช้"\n', encoding="utf-8"
    )
    code = copied.parents[2] / "new.py"
    code.write_text(f'from esa_docs.i18n import gettext as _\n\nTEXT = f"{{_({new!r})}}"\n', encoding="utf-8")
    out = _run_tool(copied)
    with page.open("rb") as file:
        updated = {str(one.id): str(one.string) for one in read_po(file) if one.id}
    assert updated == {**translations, new: ""}
    assert new in out
    assert gone not in page.read_text(encoding="utf-8")
