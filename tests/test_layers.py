"""The house stands as docs/architecture.md draws it: who may import whom, and how large a room may be."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest

from esa_docs.kinds import KINDS

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "esa_docs"
LOWEST = {
    "diagnostics",
    "hints",
    "i18n",
    "links",
    "refused_signs",
    "system_words",
    "temporary_folder",
    "thai",
    "timing",
}
MAY_IMPORT = {
    "diagnostics": set(),
    "i18n": set(),
    "hints": {"i18n", "thai"},
    "refused_signs": {"i18n", "thai"},
    "system_words": {"i18n"},
    "links": set(),
    "thai": set(),
    "timing": set(),
    "temporary_folder": set(),
    "model": {"diagnostics", "links", "thai"},
    "flow": {"thai", "model"},
    "assess": {"thai", "model"},
    "abilities": LOWEST | {"model", "assess"},
    "rules": LOWEST | {"model", "flow", "fonts"},
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
    "__main__": {"cli"},
    "cli": LOWEST | {"model", "assess", "fonts", "api"},
}
"""Layers that each may import, beside itself; files in the folders of kinds belong to these too."""
LAYER_OF_KIND_FILE = {
    "filling": "model",
    **dict.fromkeys(
        ("answers", "content", "copies", "evidence_looks", "example", "numbers", "request"), "model"
    ),
    **dict.fromkeys(("salutations", "scheme", "columns", "sections"), "model"),
    **dict.fromkeys(("changing", "citing", "history"), "model"),
    "workbook": "model",
    "printed": "model",
    **dict.fromkeys(("amending", "missing", "parts", "people"), "abilities"),
    **dict.fromkeys(("progress", "scores"), "assess"),
    **dict.fromkeys(("changes_rules", "citing_rules", "rules", "table_rules"), "rules"),
    **dict.fromkeys(("centre_rules", "columns_rules", "sections_rules"), "rules"),
    **dict.fromkeys(("empty_sections_rules", "undrawn_steps_rules"), "rules"),
    **dict.fromkeys(("field_texts", "view"), "word"),
    "__init__": "kinds",
}
"""Layer of each file in the folder of a kind; ``view_…`` counts as ``view``, ``printed_…`` as ``printed``."""
SHARED = (
    *("model", "source", "workbook", "word", "jobs", "pages", "rules", "cli", "assess", "flow", "support"),
    *("fonts", "ooxml", "doctor", "chart_pictures"),
)
"""Packages that know no kind."""
SHARED_KINDS = {"assessment", "correspondence"}
"""Folders of what several kinds have in common; they are no kinds."""
LONGEST_MODULE, LONGEST_FUNCTION, LONGEST_COMMAND = 250, 30, 12
MODULES = sorted(PACKAGE.rglob("*.py"))
KIND_MODULES = sorted((PACKAGE / "kinds").rglob("*.py"))


def layer_of(parts: Sequence[str]) -> str:
    """Return the layer of a module, named by the parts of its name below the package."""
    if parts[0] == "kinds":
        stem = parts[2] if len(parts) > 2 else "__init__"
        name = stem
        for beginning in ("view", "printed"):
            if stem.startswith(f"{beginning}_"):
                name = beginning
        assert name in LAYER_OF_KIND_FILE, f"say in LAYER_OF_KIND_FILE which layer {stem}.py is of"
        return LAYER_OF_KIND_FILE[name]
    return parts[0]


def parts_of(path: Path) -> tuple[str, ...]:
    """Return the parts of a module's name below the package."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return parts[:-1] if len(parts) > 1 and parts[-1] == "__init__" else parts


@cache
def tree_of(path: Path) -> ast.Module:
    """Return the syntax tree of a module, which nobody changes; each is asked for by several rules."""
    return ast.parse(path.read_text(encoding="utf-8"))


def imports_of(path: Path) -> Iterator[tuple[str, ...]]:
    """Generate the parts of the modules that a module imports, also inside functions and for types only."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.ImportFrom):
            yield from _imports_from(node)
        elif isinstance(node, ast.Import):
            for alias in node.names:
                package, *parts = alias.name.split(".")
                if package == "esa_docs":
                    yield tuple(parts)


def _imports_from(node: ast.ImportFrom) -> Iterator[tuple[str, ...]]:
    package, *parts = (node.module or "").split(".")
    if package != "esa_docs":
        return
    if parts and not _holds_modules(tuple(parts)):
        yield tuple(parts)
        return
    for alias in node.names:
        yield (*parts, alias.name)


def _holds_modules(parts: tuple[str, ...]) -> bool:
    """Return whether names that are imported from a package are modules of the package."""
    folders_of_modules = {("kinds", name) for name in SHARED_KINDS}
    return parts == ("kinds",) or parts in folders_of_modules


def functions_of(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def body_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Count the lines of a function's body without its docstring."""
    body = function.body
    if ast.get_docstring(function) is not None:
        body = body[1:]
    if not body:
        return 0
    last_line = body[-1].end_lineno or 0
    return last_line - body[0].lineno + 1


def long_functions(functions: Iterable[ast.FunctionDef | ast.AsyncFunctionDef], most_lines: int) -> list[str]:
    """Return the names of the functions whose bodies have more lines."""
    return [function.name for function in functions if body_lines(function) > most_lines]


def test_there_are_modules_to_look_at() -> None:
    assert len(MODULES) > 50
    assert {layer_of(parts_of(path)) for path in MODULES} == set(MAY_IMPORT)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_module_imports_only_layers_below_it(path: Path) -> None:
    layer = layer_of(parts_of(path))
    imported_layers = {layer_of(parts) for parts in imports_of(path)}

    assert imported_layers - MAY_IMPORT[layer] - {layer} == set()


@pytest.mark.parametrize("path", KIND_MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_kind_knows_no_other_kind(path: Path) -> None:
    kind = kind_of(path)

    assert kind is None or imported_kinds(path) - {kind, *SHARED_KINDS} == set()


def kind_of(path: Path) -> str | None:
    """Return the folder in which a module of kinds lies; None for the list of the kinds."""
    parts = parts_of(path)
    return parts[1] if len(parts) > 1 else None


def imported_kinds(path: Path) -> set[str]:
    """Return the kinds, and the folders that kinds share, of which a module imports something."""
    return {parts[1] for parts in imports_of(path) if parts[0] == "kinds"}


def test_what_kinds_share_knows_no_kind() -> None:
    shared_modules = [path for path in KIND_MODULES if kind_of(path) in SHARED_KINDS]
    kinds: set[str] = set()
    for path in shared_modules:
        kinds |= imported_kinds(path)

    assert len(shared_modules) >= 10
    assert kinds <= SHARED_KINDS


def words_of_kinds() -> Iterator[str]:
    """Generate the texts that stand for a kind: names of kinds, forms, schemas of parts and editions."""
    for kind in KINDS:
        yield kind.name
        yield kind.thai_name
        for form in kind.forms:
            yield form.name
        if kind.parts and kind.parts.schema:
            yield kind.parts.schema
        if kind.scheme:
            yield kind.scheme.usual


KIND_WORDS = set(words_of_kinds())
KIND_CLASSES = {kind.content.__name__ for kind in KINDS}


WORDS_OF_OTHER_MEANING = {"model/prose/blocks.py": {"letter"}, "word/blocks/lists.py": {"letter"}}
"""Words of modules that are names of kinds too: ``style: letter`` of a list counts ก. ข. ค."""


def kinds_named_in(path: Path) -> set[str]:
    """Return what names a kind in a module: texts, classes of content, imports of kinds in any form."""
    names = {".".join(parts) for parts in imports_of(path) if parts[0] == "kinds"}
    for node in ast.walk(tree_of(path)):
        match node:
            case ast.Constant(value=str(text)) if text in KIND_WORDS or text.startswith("esa_docs.kinds"):
                names.add(text)
            case ast.Name(id=name) | ast.Attribute(attr=name) if name in KIND_CLASSES:
                names.add(name)
            case ast.ImportFrom(level=level) if level:
                names.add("relative import")
    return names


@pytest.mark.parametrize(
    "path",
    [path for path in MODULES if parts_of(path)[0] in SHARED],
    ids=lambda path: path.relative_to(PACKAGE).as_posix(),
)
def test_shared_packages_name_no_kind(path: Path) -> None:
    other_meaning = WORDS_OF_OTHER_MEANING.get(path.relative_to(PACKAGE).as_posix(), set())

    assert kinds_named_in(path) == other_meaning


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


def test_no_module_needs_docxtpl() -> None:
    imports = re.compile(r"^\s*(import|from) docxtpl", re.MULTILINE)
    importing_modules = [path for path in MODULES if imports.search(path.read_text(encoding="utf-8"))]

    assert importing_modules == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_modules_and_functions_stay_small(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()

    assert len(lines) <= LONGEST_MODULE
    assert long_functions(functions_of(path), LONGEST_FUNCTION) == []


def test_commands_only_parse_call_and_show() -> None:
    commands: list[ast.FunctionDef | ast.AsyncFunctionDef] = []
    for path in sorted((PACKAGE / "cli").glob("*.py")):
        commands += [function for function in functions_of(path) if function.name.endswith("_command")]

    # click's own name for how a group finds its command.
    commands = [command for command in commands if command.name != "resolve_command"]
    assert len(commands) == 34
    assert long_functions(commands, LONGEST_COMMAND) == []


def test_no_module_is_a_drawer_for_everything() -> None:
    names: set[str] = set()
    for path in MODULES:
        names.update(path.relative_to(PACKAGE).with_suffix("").parts)

    assert names & {"utils", "helpers", "common", "manager", "core"} == set()


def test_the_architecture_page_is_short_and_names_every_layer() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")

    assert len(text.splitlines()) <= 200
    assert [layer for layer in MAY_IMPORT if layer != "__init__" and layer not in text] == []
