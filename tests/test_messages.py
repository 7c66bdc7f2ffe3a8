"""All that people read is Thai: every message of the sources is in the catalogue, translated and compiled."""

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

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po
from schema_descriptions import descriptions_in

from esa_docs.kinds import KINDS
from esa_docs.source.schemas.schema import schema_in_english, schema_models, schema_text

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "esa_docs"
PO_FILE = PACKAGE / "locale" / "th" / "LC_MESSAGES" / "esa_docs.po"
MO_FILE = PO_FILE.with_suffix(".mo")
WITHOUT_LITERAL = [PACKAGE / "api" / "templates.py", PACKAGE / "source" / "schemas" / "schema.py"]
"""The modules that look up docstrings of models and of variables: their messages are no literals."""

WITHOUT_THAI: frozenset[str] = frozenset()
"""Messages whose translation rightly has no Thai letter."""
FEWEST_IN_CODE = 180
FEWEST_IN_SCHEMAS = 70

WITH_CONTEXT = PACKAGE / "source" / "schemas" / "schema_titles.py"
"""The module that looks up titles, each in the context of its model."""
CONTEXT_END = "\x04"
"""What a compiled catalogue puts between context and message (manual of GNU gettext, 10.3)."""
FEWEST_TITLES = 350
FEWEST_MEANINGS = 200

PLACEHOLDER = re.compile(r"\{\{|\{[^{}]*\}")


def _calls(path: Path) -> Iterator[ast.Call]:
    """Generate the calls of ``_`` in a module."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Call(func=ast.Name(id="_")):
                yield node


def _literal(call: ast.Call) -> str | None:
    """Return the message of a call; None where it is put together at run time."""
    match call:
        case ast.Call(args=[ast.Constant(value=str(message))], keywords=[]):
            return message
        case _:
            return None


def _messages_in_code() -> set[str]:
    messages: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        for call in _calls(path):
            message = _literal(call)
            if message is not None:
                messages.add(message)
    return messages


def _messages_in_schemas() -> set[str]:
    messages: set[str] = set()
    for name in schema_models(KINDS):
        schema = json.loads(schema_text(name, KINDS))
        messages.update(descriptions_in(schema))
    return messages


def _titles_in_schemas() -> set[str]:
    """Return the titles of models and of their fields, each behind its context."""
    titles: set[str] = set()
    for name in schema_models(KINDS):
        schema = schema_in_english(name, KINDS)
        for model in (schema, *schema.get("$defs", {}).values()):
            titles.add(f"model{CONTEXT_END}{model['title']}")
            for key in model["properties"]:
                words = key.replace("_", " ").capitalize()
                titles.add(f"{model['title']}{CONTEXT_END}{words}")
    return titles


def _meanings_of_variables() -> set[str]:
    """Return the docstrings below the keys that declare what templates print, each on one line."""
    meanings: set[str] = set()
    for path in [*PACKAGE.glob("kinds/*/printed*.py"), *PACKAGE.glob("model/printed/*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                meanings.update(_docstrings_below_keys(node))
    return meanings


def _docstrings_below_keys(class_node: ast.ClassDef) -> Iterator[str]:
    for key, docstring in zip(class_node.body, class_node.body[1:], strict=False):
        match (key, docstring):
            case (ast.AnnAssign(), ast.Expr(value=ast.Constant(value=str(text)))):
                yield " ".join(text.split())


def _key_of(message: Message) -> str:
    """Return a message as a compiled catalogue has it: behind its context, if it has one."""
    if message.context is None:
        return str(message.id)
    return f"{message.context}{CONTEXT_END}{message.id}"


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    with PO_FILE.open("rb") as file:
        return read_po(file, locale="th", abort_invalid=True)


@pytest.fixture(scope="module")
def translations(catalogue: Catalog) -> dict[str, str]:
    translations = {_key_of(message): str(message.string) for message in catalogue if message.id}
    assert len(translations) >= FEWEST_IN_CODE + FEWEST_IN_SCHEMAS + FEWEST_TITLES
    return translations


def test_messages_are_literal() -> None:
    """The catalogue is gathered from the sources: a message put together at run time is never found."""
    number_of_calls = 0
    modules_without_literal: list[Path] = []
    for path in sorted(PACKAGE.rglob("*.py")):
        for call in _calls(path):
            number_of_calls += 1
            if _literal(call) is None:
                modules_without_literal.append(path)
    assert number_of_calls >= FEWEST_IN_CODE
    assert modules_without_literal == WITHOUT_LITERAL


def test_gettext_is_known_by_one_name() -> None:
    """A call by another name would not be found."""
    names: list[tuple[str, str | None]] = []
    modules_of_contexts: list[Path] = []
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.ImportFrom) or node.module != "esa_docs.i18n":
                continue
            if [alias.name for alias in node.names] == ["pgettext"]:
                modules_of_contexts.append(path)
            else:
                names += [(alias.name, alias.asname) for alias in node.names]
    assert len(names) >= 20
    assert set(names) == {("gettext", "_")}
    assert modules_of_contexts == [WITH_CONTEXT]


def test_every_message_of_the_code_is_in_the_catalogue(translations: dict[str, str]) -> None:
    messages = _messages_in_code()
    assert len(messages) >= FEWEST_IN_CODE
    assert sorted(messages - translations.keys()) == []


def test_every_message_babel_finds_is_in_the_catalogue(translations: dict[str, str]) -> None:
    """A second reader of the sources, which knows nothing of ours."""
    rows = extract_from_dir(PACKAGE, method_map=[("**.py", "python")], keywords={"_": None})
    messages = {str(message) for _file, _line, message, *_comments in rows if str(message).strip()}
    assert len(messages) >= FEWEST_IN_CODE
    assert sorted(messages - translations.keys()) == []


def test_every_hover_text_is_in_the_catalogue(
    translations: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    messages = _messages_in_schemas()
    assert len(messages) >= FEWEST_IN_SCHEMAS
    assert sorted(messages - translations.keys()) == []


def test_every_title_is_in_the_catalogue(translations: dict[str, str]) -> None:
    titles = _titles_in_schemas()
    assert len(titles) >= FEWEST_TITLES
    assert sorted(titles - translations.keys()) == []


def test_every_meaning_of_a_variable_is_in_the_catalogue(translations: dict[str, str]) -> None:
    meanings = _meanings_of_variables()
    assert len(meanings) >= FEWEST_MEANINGS
    assert sorted(meanings - translations.keys()) == []


def test_no_message_is_left_over(
    catalogue: Catalog, translations: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    messages = _messages_in_code() | _messages_in_schemas() | _titles_in_schemas()
    messages |= _meanings_of_variables()
    assert sorted(translations.keys() - messages) == []
    assert list(catalogue.obsolete) == []
    assert "#~" not in PO_FILE.read_text(encoding="utf-8")


def test_no_translation_is_a_guess(catalogue: Catalog) -> None:
    assert len(catalogue) >= FEWEST_IN_CODE
    assert [message.id for message in catalogue if message.id and message.fuzzy] == []
    assert ", fuzzy" not in PO_FILE.read_text(encoding="utf-8")


def test_every_translation_is_thai(translations: dict[str, str]) -> None:
    without_thai = {message for message, text in translations.items() if not re.search("[ก-ฮ]", text)}
    assert without_thai == WITHOUT_THAI
    assert [message for message, text in translations.items() if message == text] == []


def test_placeholders_are_kept(translations: dict[str, str]) -> None:
    messages_with_placeholders = 0
    changed_messages: list[str] = []
    for message, translation in translations.items():
        placeholders = PLACEHOLDER.findall(message)
        if placeholders:
            messages_with_placeholders += 1
        if sorted(placeholders) != sorted(PLACEHOLDER.findall(translation)):
            changed_messages.append(message)
    assert messages_with_placeholders >= 50
    assert changed_messages == []


def test_the_compiled_catalogue_says_the_same(translations: dict[str, str]) -> None:
    with MO_FILE.open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    entries: dict[str, str] = compiled._catalog  # type: ignore[attr-defined]
    assert {message: text for message, text in entries.items() if message} == translations


@pytest.fixture
def root_of_copy(tmp_path: Path) -> Path:
    """Copy program and tools into a folder and return it."""
    for name in ("esa_docs", "tools"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def _run_tool(root_of_copy: Path) -> str:
    """Run ``tools/messages.py`` of a copy and return its output."""
    command = [sys.executable, "tools/messages.py"]
    env = {**os.environ, "PYTHONPATH": str(root_of_copy), "PYTHONIOENCODING": "ascii"}
    process = subprocess.run(command, cwd=root_of_copy, env=env, check=True, capture_output=True, text=True)
    return process.stdout


def test_the_tool_run_again_changes_nothing(root_of_copy: Path) -> None:
    po_file = root_of_copy / PO_FILE.relative_to(ROOT)
    mo_file = root_of_copy / MO_FILE.relative_to(ROOT)
    mo_file.unlink()
    out = _run_tool(root_of_copy)
    assert out.splitlines()[0].endswith(" 0 without translation")
    assert po_file.read_bytes() == PO_FILE.read_bytes()
    assert mo_file.read_bytes() == MO_FILE.read_bytes()


def test_the_tool_adds_what_is_new_and_drops_what_is_gone(
    root_of_copy: Path, translations: dict[str, str]
) -> None:
    old_message, new_message = "of no use", "not seen before"
    po_file = root_of_copy / PO_FILE.relative_to(ROOT)
    with po_file.open("a", encoding="utf-8") as file:
        file.write(f'\nmsgid "{old_message}"\nmsgstr "เลิกใช้"\n')
    module = root_of_copy / "esa_docs" / "new.py"
    call_in_f_string = f'TEXT = f"{{_({new_message!r})}}"'
    module.write_text(f"from esa_docs.i18n import gettext as _\n\n{call_in_f_string}\n", encoding="utf-8")
    out = _run_tool(root_of_copy)
    with po_file.open("rb") as po:
        updated = {_key_of(message): str(message.string) for message in read_po(po) if message.id}
    assert updated == {**translations, new_message: ""}
    assert new_message in out
    assert old_message not in po_file.read_text(encoding="utf-8")
