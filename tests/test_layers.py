"""The house stands as docs/architecture.md draws it: who may import whom, and how large a room may be."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from esa_docs.kinds import KINDS

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
    "assess": {"thai", "model"},
    "abilities": LOWEST | {"model"},
    "rules": LOWEST | {"model", "flow"},
    "source": LOWEST | {"model", "rules"},
    "workbook": LOWEST | {"model", "source"},
    "fonts": LOWEST,
    "ooxml": LOWEST,
    "word": LOWEST | {"model", "flow", "assess", "fonts", "ooxml"},
    "pages": LOWEST | {"fonts", "ooxml"},
    "kinds": LOWEST | {"model", "assess", "rules", "word", "abilities"},
    "doctor": LOWEST | {"model", "source", "word", "fonts", "pages"},
    "support": LOWEST | {"model", "source", "word", "fonts", "ooxml", "pages"},
    "jobs": LOWEST | {"model", "assess", "rules", "source", "workbook", "word", "pages"},
    "chart_pictures": LOWEST | {"model", "flow", "fonts", "pages", "word"},
    "api": LOWEST
    | {"model", "kinds", "source", "word", "jobs", "pages", "fonts", "doctor", "support", "chart_pictures"},
    "__init__": {"api"},
    "cli": LOWEST | {"model", "assess", "fonts", "api"},
}
"""Layers that each may import, beside itself; files in the folders of kinds belong to these too."""
LAYER_OF_KIND_FILE = {
    **dict.fromkeys(("answers", "content", "copies", "example", "numbers", "request"), "model"),
    **dict.fromkeys(("salutations", "scheme"), "model"),
    "workbook": "model",
    **dict.fromkeys(("amending", "parts", "people"), "abilities"),
    **dict.fromkeys(("progress", "scores"), "assess"),
    **dict.fromkeys(("rules", "table_rules"), "rules"),
    **dict.fromkeys(("field_texts", "view"), "word"),
    "__init__": "kinds",
}
"""Layer of each file in the folder of a kind; ``view_…`` counts as ``view``."""
SHARED = (
    *("model", "source", "workbook", "word", "jobs", "pages", "rules", "cli", "assess", "flow", "support"),
    *("fonts", "ooxml", "doctor", "chart_pictures"),
)
"""Packages that know no kind."""
SHARED_KINDS = {"assessment", "correspondence"}
"""What several kinds have in common; no kind of its own."""
LONGEST_MODULE, LONGEST_FUNCTION, LONGEST_COMMAND = 250, 30, 12
MODULES = sorted(PACKAGE.rglob("*.py"))
KIND_MODULES = sorted((PACKAGE / "kinds").rglob("*.py"))


def layer_of(parts: Sequence[str]) -> str:
    """Return the layer of a module, named by the parts of its name below the package."""
    if parts[0] == "kinds":
        stem = parts[2] if len(parts) > 2 else "__init__"
        known = "view" if stem.startswith("view_") else stem
        assert known in LAYER_OF_KIND_FILE, f"say in LAYER_OF_KIND_FILE which layer {stem}.py is of"
        return LAYER_OF_KIND_FILE[known]
    return parts[0]


def parts_of(path: Path) -> tuple[str, ...]:
    """Return the parts of a module's name below the package."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return parts[:-1] if len(parts) > 1 and parts[-1] == "__init__" else parts


def imports_of(path: Path) -> Iterator[tuple[str, ...]]:
    """Give the modules that a module imports, also inside functions and for types only, by their parts."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "esa_docs":
            inner = tuple((node.module or "").split(".")[1:])
            whole = inner and not _holds_modules(inner)
            yield from [inner] if whole else [(*inner, alias.name) for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name.split(".") for alias in node.names]
            yield from (tuple(parts[1:]) for parts in names if parts[0] == "esa_docs")


def _holds_modules(parts: tuple[str, ...]) -> bool:
    """Tell whether names taken from a package are modules of it."""
    return parts == ("kinds",) or (len(parts) == 2 and parts[0] == "kinds" and parts[1] in SHARED_KINDS)


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
    assert {layer_of(parts_of(path)) for path in MODULES} == set(MAY_IMPORT)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_module_imports_only_layers_below_it(path: Path) -> None:
    layer = layer_of(parts_of(path))
    imported = {
        layer_of(parts) for parts in imports_of(path) if parts not in {("kinds",), ("kinds", "KINDS")}
    }

    assert imported - MAY_IMPORT[layer] - {layer} == set()


@pytest.mark.parametrize("path", KIND_MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_kind_knows_no_other_kind(path: Path) -> None:
    own = parts_of(path)[1:2]
    kinds = {parts[1] for parts in imports_of(path) if parts[0] == "kinds"}

    assert own == () or kinds - {*own, *SHARED_KINDS} == set()


def test_what_kinds_share_knows_no_kind() -> None:
    shared = [path for path in KIND_MODULES if parts_of(path)[1:2] and parts_of(path)[1] in SHARED_KINDS]
    kinds = {parts[1] for path in shared for parts in imports_of(path) if parts[0] == "kinds"}

    assert len(shared) >= 10
    assert kinds <= SHARED_KINDS


KIND_WORDS = {
    *KINDS.names,
    *(kind.thai_name for kind in KINDS),
    *(form.name for kind in KINDS for form in kind.forms),
    *(kind.parts.schema for kind in KINDS if kind.parts and kind.parts.schema),
    *(kind.scheme.usual for kind in KINDS if kind.scheme),
}
"""Texts by which a kind could be told: names of kinds, forms, schemas of parts and editions."""
KIND_CLASSES = {kind.content.__name__ for kind in KINDS}


def kinds_named_in(path: Path) -> set[str]:
    """Find what tells a kind in a module: texts, classes of content, imports of kinds in any form."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    texts = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    by_text = {text for text in texts if text.startswith("esa_docs.kinds")}
    words = {node.id for node in nodes if isinstance(node, ast.Name)}
    words |= {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    imports = {".".join(parts) for parts in imports_of(path) if parts[0] == "kinds"}
    relative = {"relative import" for node in nodes if isinstance(node, ast.ImportFrom) and node.level}
    return (KIND_WORDS & texts) | (KIND_CLASSES & words) | by_text | imports | relative


@pytest.mark.parametrize(
    "path",
    [path for path in MODULES if parts_of(path)[0] in SHARED],
    ids=lambda path: path.relative_to(PACKAGE).as_posix(),
)
def test_shared_packages_name_no_kind(path: Path) -> None:
    assert kinds_named_in(path) == set()


def test_the_guard_sees_a_kind_that_is_named(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text(
        "from importlib import import_module\n"
        "from esa_docs.kinds.sar.content import Sar\n"
        "from . import other\n\n\n"
        "def is_order(kind: str, content: object) -> bool:\n"
        '    import_module("esa_docs.kinds.pmqa")\n'
        '    return kind == "order" or isinstance(content, Sar) or kind == "sar-issue"\n',
        encoding="utf-8",
    )

    assert kinds_named_in(module) == {
        *("order", "sar-issue", "Sar", "kinds.sar.content", "esa_docs.kinds.pmqa", "relative import"),
    }


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
