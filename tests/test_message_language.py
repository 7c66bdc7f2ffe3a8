"""The language of what is printed: Thai unless asked otherwise, English where Thai cannot be shown."""

from __future__ import annotations

import gettext
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from schema_descriptions import descriptions_in

from esa_docs.kinds import KINDS
from esa_docs.source.schemas.schema import schema_models, schema_text

MO_FILE = Path(__file__).parents[1] / "esa_docs" / "locale" / "th" / "LC_MESSAGES" / "esa_docs.mo"
UNKNOWN_KEY = "the key '{key}' is not known here"
FEWEST_IN_SCHEMAS = 70


def _thai(message: str) -> str:
    with MO_FILE.open("rb") as file:
        return gettext.GNUTranslations(file).gettext(message)


def test_hover_texts_of_the_shipped_schemas_are_thai(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "th")
    expected_schemas = {
        f"{name}.schema.json": json.loads(schema_text(name, KINDS)) for name in schema_models(KINDS)
    }
    files = sorted((content / "schemas").glob("*.json"))
    assert {path.name: json.loads(path.read_text(encoding="utf-8")) for path in files} == expected_schemas
    texts = list(descriptions_in(list(expected_schemas.values())))
    assert len(texts) >= FEWEST_IN_SCHEMAS
    assert [text for text in texts if not re.search("[ก-ฮ]", text)] == []


def _check(folder: Path, language: str | None, encoding: str) -> tuple[int, str, str]:
    """Run ``esa-docs check`` and return its exit code and both outputs."""
    env = dict(os.environ)
    env.pop("PYTHONUTF8", None)
    env.pop("ESA_DOCS_LANG", None)
    env["PYTHONIOENCODING"] = encoding
    if language is not None:
        env["ESA_DOCS_LANG"] = language
    command = [sys.executable, "-c", "from esa_docs.cli import main; main()", "check", "-C", str(folder)]
    process = subprocess.run(command, cwd=folder, env=env, check=False, capture_output=True)
    return process.returncode, process.stdout.decode(encoding), process.stderr.decode(encoding)


@pytest.mark.parametrize(
    ("language", "encoding", "is_thai"),
    [
        ("th", "utf-8", True),
        ("en", "utf-8", False),
        (None, "utf-8", True),
        (None, "cp874", True),
        (None, "cp1252", False),
        (None, "ascii", False),
        ("fr", "utf-8", False),
    ],
)
def test_a_diagnostic_speaks_the_language_asked_for(
    project_dir: Path,
    language: str | None,
    encoding: str,
    is_thai: bool,
) -> None:
    """The message is taken from the catalogue: whatever its wording, it is printed in one language."""
    office = project_dir / "office.yaml"
    office.write_text(office.read_text(encoding="utf-8") + "nmae: x\n", encoding="utf-8")
    line = len(office.read_text(encoding="utf-8").splitlines())
    code, out, err = _check(project_dir, language, encoding)
    pattern = _thai(UNKNOWN_KEY) if is_thai else UNKNOWN_KEY
    message = pattern.format(key="nmae")
    assert code == 1
    assert out.splitlines()[0] == f"office.yaml:{line}:1: error: {message} [E201]"
    assert bool(re.search("[ก-ฮ]", out + err)) is is_thai


def test_thai_on_a_console_without_thai_letters_is_no_crash(project_dir: Path) -> None:
    office = project_dir / "office.yaml"
    office.write_text(office.read_text(encoding="utf-8") + "nmae: x\n", encoding="utf-8")
    code, out, err = _check(project_dir, "th", "cp1252")
    assert code == 1
    assert out.splitlines()[0].endswith(" [E201]")
    assert "\\u0e" in out
    assert "Traceback" not in err


PRINT_HELP = """
import json
import click
from esa_docs.cli import app
rows = []
for command in (app, *app.commands.values()):
    context = click.Context(command, info_name=command.name, terminal_width=80)
    texts = [command.help]
    texts += [param.help for param in command.params if isinstance(param, click.Option)]
    if command is app:
        texts += [subcommand.help for subcommand in app.commands.values()]
    rows.append([command.get_help(context), texts])
print(json.dumps(rows))
"""


def test_help_fits_a_console_of_80_columns() -> None:
    """Lines are broken at spaces only: Thai without any is cut at some letter, or left out for dots."""
    env = {**os.environ, "ESA_DOCS_LANG": "th"}
    process = subprocess.run([sys.executable, "-c", PRINT_HELP], env=env, check=True, capture_output=True)
    rows: list[tuple[str, list[str]]] = json.loads(process.stdout)
    all_texts: list[str] = []
    for page, texts in rows:
        page_on_one_line = " ".join(page.split())
        assert [text for text in texts if text not in page_on_one_line] == []
        all_texts += texts
    assert len(all_texts) >= 30
    assert [text for text in all_texts if not re.search("[ก-ฮ]", text)] == []
