"""The house stands as docs/architecture.md draws it: who may import whom, and how large a room may be."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "esa_docs"
LOWEST = {"diagnostics", "hints", "i18n", "thai", "timing"}
MAY_IMPORT = {
    "diagnostics": set(),
    "i18n": set(),
    "hints": {"i18n"},
    "thai": set(),
    "timing": set(),
    "model": {"diagnostics", "thai"},
    "flow": {"thai", "model"},
    "assess": {"model"},
    "schemes": set(),
    "rules": LOWEST | {"model", "flow"},
    "source": LOWEST | {"model", "rules"},
    "fonts": LOWEST,
    "ooxml": LOWEST,
    "word": LOWEST | {"model", "flow", "assess", "fonts", "ooxml"},
    "pages": LOWEST | {"fonts", "ooxml"},
    "doctor": LOWEST | {"model", "source", "word", "fonts", "pages"},
    "support": LOWEST | {"model", "source", "word", "fonts", "ooxml", "pages"},
    "jobs": LOWEST | {"model", "assess", "rules", "source", "word", "pages"},
    "chart_pictures": LOWEST | {"model", "flow", "fonts", "pages", "word"},
    "api": LOWEST | {"model", "source", "word", "jobs", "pages"},
    "__init__": {"api"},
    "cli": LOWEST
    | {"model", "assess", "source", "word", "jobs", "api", "chart_pictures", "doctor", "fonts", "pages"}
    | {"support"},
}
LONGEST_MODULE, LONGEST_FUNCTION, LONGEST_COMMAND = 250, 30, 12
MODULES = sorted(PACKAGE.rglob("*.py"))


def layer_of(path: Path) -> str:
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def imports_of(path: Path) -> Iterator[str]:
    """Give the layers a module imports, also inside functions and for types only."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("esa_docs"):
            inner = node.module.split(".")[1:2]
            yield from inner or [alias.name for alias in node.names]
        elif isinstance(node, ast.Import):
            yield from (a.name.split(".")[1] for a in node.names if a.name.startswith("esa_docs."))


def functions_of(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def body_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Count the lines of a function's body without its docstring."""
    body = function.body
    has_docstring = ast.get_docstring(function) is not None
    body = body[1:] if has_docstring else body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_there_are_modules_to_look_at() -> None:
    assert len(MODULES) > 50
    assert {layer_of(path) for path in MODULES} == set(MAY_IMPORT)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_module_imports_only_layers_below_it(path: Path) -> None:
    layer = layer_of(path)

    assert set(imports_of(path)) - MAY_IMPORT[layer] - {layer} == set()


def test_only_one_module_knows_docxtpl() -> None:
    imports = re.compile(r"^\s*(import|from) docxtpl", re.MULTILINE)
    knowing = [path for path in MODULES if imports.search(path.read_text(encoding="utf-8"))]

    assert [path.relative_to(PACKAGE).as_posix() for path in knowing] == ["word/template.py"]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_modules_and_functions_stay_small(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    long = {one.name: body_lines(one) for one in functions_of(path) if body_lines(one) > LONGEST_FUNCTION}

    assert len(lines) <= LONGEST_MODULE
    assert long == {}


def test_commands_only_parse_call_and_show() -> None:
    functions = [one for path in sorted((PACKAGE / "cli").glob("*.py")) for one in functions_of(path)]
    commands = [one for one in functions if one.name.endswith("_command")]

    assert len(commands) == 22
    assert {one.name: body_lines(one) for one in commands if body_lines(one) > LONGEST_COMMAND} == {}


def test_no_module_is_a_drawer_for_everything() -> None:
    names = {part.removesuffix(".py") for path in MODULES for part in path.relative_to(PACKAGE).parts}

    assert names & {"utils", "helpers", "common", "manager", "core"} == set()


def test_the_architecture_page_is_short_and_names_every_layer() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")

    assert len(text.splitlines()) <= 200
    assert [layer for layer in MAY_IMPORT if layer != "__init__" and layer not in text] == []
