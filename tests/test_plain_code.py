"""Code is plain to read: what ruff has no rule for, of the rules in docs/notes/002-plain-code.md."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
from code_figures import Function, inner_conditionals, nested_comprehensions

ROOT = Path(__file__).parents[1]
FOLDERS = ("esa_docs", "tests", "tools", "bench")
FILES = sorted(chain.from_iterable((ROOT / folder).rglob("*.py") for folder in FOLDERS))
VAGUE_NAMES = {
    *("one", "it", "them", "they", "this", "that", "these", "those", "own", "more", "others", "rest", "what"),
    *("asked", "found", "given", "kept", "known", "left", "made", "mine", "named", "said", "seen", "shown"),
    *("taken", "told", "wanted"),
}
"""Names that do not say what a value is."""
KEYS_OF_CONTENT = {
    "manual/content.py": {"more"},
    "minutes/content.py": {"others"},
    "minutes/printed.py": {"others"},
}
"""Names that clerks type, by the end of the file: fields of content are its keys."""
VAGUE_OPENERS = {
    *("Give", "Gives", "Giving", "Tell", "Tells", "Say", "Says", "Returns", "Generates", "Yields"),
    *("A", "An", "The", "One", "That", "What", "Which", "Who", "Where", "When", "How", "Why", "Whether"),
}
"""How a docstring does not begin: a function returns a value, or has an effect that its verb names."""


def line_of(path: Path, node: ast.AST, message: str) -> str:
    """Return a line that names the place of a node."""
    number = getattr(node, "lineno", 1)
    return f"{path.relative_to(ROOT)}:{number}: {message}"


def names_bound(tree: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    """Generate the names that a tree gives to values, functions, classes, attributes and imports."""
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name, ctx=ast.Store()) | ast.Attribute(attr=name, ctx=ast.Store()):
                yield node, name
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                yield node, name
            case ast.arg(arg=name) | ast.alias(asname=str(name)) | ast.ExceptHandler(name=str(name)):
                yield node, name
            case (
                ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)) | ast.MatchMapping(rest=str(name))
            ):
                yield node, name


def vague_names(path: Path, tree: ast.AST) -> Iterator[str]:
    """Generate a line for each name that does not say what it means."""
    ending = "/".join(path.parts[-2:])
    typed_by_clerks = KEYS_OF_CONTENT.get(ending, set())
    for node, name in names_bound(tree):
        if name.strip("_0123456789").lower() in VAGUE_NAMES - typed_by_clerks:
            yield line_of(path, node, f"the name {name} does not say what it is")


def dense_expressions(path: Path, tree: ast.AST) -> Iterator[str]:
    """Generate a line for each expression that does more than a reader sees at once."""
    for comprehension in nested_comprehensions(tree):
        yield line_of(path, comprehension, "a comprehension has two loops, or stands inside another")
    for conditional in inner_conditionals(tree):
        yield line_of(path, conditional, "a conditional expression stands inside another expression")
    yield from _dense_nodes(path, tree)


def _dense_nodes(path: Path, tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.IfExp() if node.end_lineno != node.lineno:
                yield line_of(path, node, "a conditional expression has more than one line")
            case ast.NamedExpr():
                yield line_of(path, node, "a name is given inside an expression")
            case ast.Subscript(value=ast.Subscript(slice=inner_index), slice=index) if _is_number(
                inner_index
            ) and _is_number(index):
                yield line_of(path, node, "a part of a part is taken by its index")


def _is_number(index: ast.expr) -> bool:
    """Return whether an index is a whole number as written, such as 0 or -1."""
    number = index.operand if isinstance(index, ast.UnaryOp) else index
    return isinstance(number, ast.Constant) and isinstance(number.value, int)


def poor_docstrings(path: Path, tree: ast.AST) -> Iterator[str]:
    """Generate a line for each docstring that hides whether its function returns or does something."""
    for node in ast.walk(tree):
        if not isinstance(node, Function) or _is_property(node) or node.name.startswith("test_"):
            continue
        first_word, *_further_words = (ast.get_docstring(node) or "-").split()
        opener = first_word.strip(".,:;").capitalize()
        if opener in VAGUE_OPENERS:
            yield line_of(path, node, f"the docstring of {node.name} begins with {opener}")
        if opener == "Return" and _is_generator(node):
            yield line_of(path, node, f"the docstring of {node.name} says Return, not Generate")


def _is_property(function: Function) -> bool:
    """Return whether a function is read like an attribute, whose docstring is that of a value."""
    decorators = [ast.unparse(decorator) for decorator in function.decorator_list]
    return any(decorator.endswith("property") for decorator in decorators)


def _is_generator(function: Function) -> bool:
    """Return whether a function yields, apart from the functions inside it."""
    return any(isinstance(node, ast.Yield | ast.YieldFrom) for node in _nodes_of_its_own(function))


def _nodes_of_its_own(node: ast.AST) -> Iterator[ast.AST]:
    """Generate the nodes inside a node, without those of inner functions and classes."""
    for child in ast.iter_child_nodes(node):
        yield child
        if not isinstance(child, Function | ast.Lambda | ast.ClassDef):
            yield from _nodes_of_its_own(child)


def places_to_mend(path: Path, tree: ast.AST) -> Iterator[str]:
    """Generate a line for each place of a file that is not plain."""
    yield from dense_expressions(path, tree)
    yield from vague_names(path, tree)
    yield from poor_docstrings(path, tree)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_file_is_plain(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert list(places_to_mend(path, tree)) == []


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("x = [[b for b in a] for a in c]", "a comprehension has two loops, or stands inside another"),
        ("x = [b for a in c for b in a]", "a comprehension has two loops, or stands inside another"),
        (
            "x = [[d for b in a for d in b] for a in c]",
            "a comprehension has two loops, or stands inside another",
        ),
        ("f(1 if a else 2)", "a conditional expression stands inside another expression"),
        ("x = 1 + (1 if a else 2)", "a conditional expression stands inside another expression"),
        ("x = (1 if a\n else 2)", "a conditional expression has more than one line"),
        ("f(x := 1)", "a name is given inside an expression"),
        ("x = a[0][1]", "a part of a part is taken by its index"),
        ("x = a[-1][0]", "a part of a part is taken by its index"),
        ("FOUND = 1", "the name FOUND does not say what it is"),
        ("one_2 = 1", "the name one_2 does not say what it is"),
        ("for one in x: pass", "the name one does not say what it is"),
        ("def f(found): pass", "the name found does not say what it is"),
        ("self._told = 1", "the name _told does not say what it is"),
        ("import a as it", "the name it does not say what it is"),
        ("try: f()\nexcept E as shown: pass", "the name shown does not say what it is"),
        ("def f():\n    'Give it.'", "the docstring of f begins with Give"),
        ("def f():\n    'give, then take.'", "the docstring of f begins with Give"),
        ("def f():\n    'What is there.'", "the docstring of f begins with What"),
        ("def f():\n    'Return lines.'\n    yield 1", "the docstring of f says Return, not Generate"),
    ],
)
def test_what_is_not_plain_is_named(source: str, message: str) -> None:
    lines = [line.partition(": ")[2] for line in places_to_mend(ROOT / "sample.py", ast.parse(source))]
    assert lines == [message]


@pytest.mark.parametrize(
    "source",
    [
        "x = 1 if a else 2",
        "def f():\n    return a if b else c",
        "x = [a for a in b]",
        "x = a['k'][0]",
        "@property\ndef f():\n    'Whether it is.'",
        "def f():\n    'Return a function.'\n    def g():\n        yield 1",
    ],
)
def test_what_is_plain_is_not_named(source: str) -> None:
    assert list(places_to_mend(ROOT / "sample.py", ast.parse(source))) == []
