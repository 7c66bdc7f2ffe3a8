"""Figures of how plain Python code is to read, of several code bases side by side.

    python tools/code_figures.py esa_docs PATH_OF_DOCX PATH_OF_MAMMOTH

A path is a folder of Python files. The table has a column for each. ruff counts complexity, by the rule that
also holds this code base to its limit.
"""

from __future__ import annotations

import ast
import io
import json
import re
import statistics
import subprocess
import sys
import tokenize
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from types import UnionType
from typing import TypeAlias, TypeVar

T = TypeVar("T")
Comprehension: TypeAlias = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp
Function: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef

MACHINE_COMMENTS = ("# noqa", "# type:", "# pyright:", "# ruff:", "# pragma", "# fmt:", "# -*-", "#!")
"""How comments begin that speak to a program, not to a reader."""
HIGH_PERCENTILE = 90
COMPLEXITY_IN_MESSAGE = re.compile(r"\((\d+) > 0\)")


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures of one code base. The field names are the rows of the table.

    Attributes:
        lines: lines of all its files.
        functions: functions and methods.
        body_median, body_p90, body_longest: lines of a function without its head and its docstring.
        complexity_p90, complexity_highest: ways through a function, as ruff's C901 counts them.
        nodes_median, nodes_p90: nodes of the syntax tree in a statement, without the statements inside it.
        comprehensions, conditionals, lambdas: how many in 1,000 lines; a generator expression is one.
        nested_comprehensions: comprehensions inside another one, and those with two loops.
        inner_conditionals: conditional expressions inside another expression.
        comments: comments for readers, in 100 lines.
    """

    lines: int
    functions: int
    body_median: float
    body_p90: float
    body_longest: int
    complexity_p90: float
    complexity_highest: int
    nodes_median: float
    nodes_p90: float
    comprehensions: float
    nested_comprehensions: int
    conditionals: float
    inner_conditionals: int
    lambdas: float
    comments: float


def main(folders: Sequence[str]) -> None:
    """Print the table of the folders that are named."""
    columns = [measure(Path(folder)) for folder in folders]
    print("| figure |", " | ".join(Path(folder).name for folder in folders), "|")
    print("|---|" + "---|" * len(columns))
    for field in fields(Figures):
        label = field.name.replace("_", " ")
        values = [getattr(figures, field.name) for figures in columns]
        texts = [f"{value:,.1f}".removesuffix(".0") for value in values]
        print(f"| {label} |", " | ".join(texts), "|")


def measure(folder: Path) -> Figures:
    """Return the figures of all Python files below a folder."""
    sources = [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.py"))]
    trees = [ast.parse(source) for source in sources]
    lines = sum(len(source.splitlines()) for source in sources)
    comments = sum(count_comments(source) for source in sources)
    complexities = measure_complexity(folder)
    bodies = [body_lines(function) for function in in_all(trees, functions_in)]
    statements = in_all(trees, statement_nodes)
    return Figures(
        lines=lines,
        functions=len(bodies),
        body_median=statistics.median(bodies),
        body_p90=percentile(bodies),
        body_longest=max(bodies),
        complexity_p90=percentile(complexities),
        complexity_highest=max(complexities),
        nodes_median=statistics.median(statements),
        nodes_p90=percentile(statements),
        comprehensions=1000 * count_nodes(trees, Comprehension) / lines,
        nested_comprehensions=len(in_all(trees, nested_comprehensions)),
        conditionals=1000 * count_nodes(trees, ast.IfExp) / lines,
        inner_conditionals=len(in_all(trees, inner_conditionals)),
        lambdas=1000 * count_nodes(trees, ast.Lambda) / lines,
        comments=100 * comments / lines,
    )


def in_all(trees: Iterable[ast.AST], search: Callable[[ast.AST], Iterable[T]]) -> list[T]:
    """Return what a search finds in all the trees."""
    results: list[T] = []
    for tree in trees:
        results += search(tree)
    return results


def percentile(values: Sequence[int]) -> int:
    """Return the value that at least nine tenths of the values do not exceed."""
    in_order = sorted(values)
    return in_order[len(in_order) * HIGH_PERCENTILE // 100]


def count_nodes(trees: Sequence[ast.AST], node_type: type[ast.AST] | UnionType) -> int:
    """Return how many nodes of a type there are in the trees."""
    count = 0
    for tree in trees:
        for node in ast.walk(tree):
            if isinstance(node, node_type):
                count += 1
    return count


def functions_in(tree: ast.AST) -> Iterator[Function]:
    """Generate all functions and methods of a tree, also those inside others."""
    for node in ast.walk(tree):
        if isinstance(node, Function):
            yield node


def body_lines(function: Function) -> int:
    """Return the lines of a function from its first statement behind the docstring to its end."""
    body = function.body
    if ast.get_docstring(function) is not None:
        body = body[1:]
    if not body:
        return 0
    first, last = body[0], body[-1]
    return (last.end_lineno or last.lineno) - first.lineno + 1


def statement_nodes(tree: ast.AST) -> Iterator[int]:
    """Generate the number of nodes in each statement, without the statements inside it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.stmt) and not isinstance(node, Function | ast.ClassDef):
            yield _nodes_without_statements(node)


def _nodes_without_statements(node: ast.AST) -> int:
    count = 1
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.stmt):
            count += _nodes_without_statements(child)
    return count


def nested_comprehensions(tree: ast.AST) -> list[ast.expr]:
    """Return the comprehensions that have two loops, and those that stand inside another one, each once."""
    # A dict: one that stands inside two others is met twice.
    nested: dict[ast.expr, None] = {}
    for node in ast.walk(tree):
        if not isinstance(node, Comprehension):
            continue
        if len(node.generators) > 1:
            nested[node] = None
        for inner in ast.walk(node):
            if isinstance(inner, Comprehension) and inner is not node:
                nested[inner] = None
    return list(nested)


def inner_conditionals(tree: ast.AST) -> Iterator[ast.IfExp]:
    """Generate the conditional expressions that are not the whole value of an assignment or a return."""
    whole_values: set[ast.expr] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign | ast.AnnAssign | ast.Return) and isinstance(node.value, ast.IfExp):
            whole_values.add(node.value)
    for node in ast.walk(tree):
        if isinstance(node, ast.IfExp) and node not in whole_values:
            yield node


def count_comments(source: str) -> int:
    """Return how many comments of a source speak to its readers; each line of a long comment counts."""
    count = 0
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT and not token.string.startswith(MACHINE_COMMENTS):
            count += 1
    return count


def measure_complexity(folder: Path) -> list[int]:
    """Return the complexity of every function below a folder, as ruff counts it, whatever its noqa."""
    command = [sys.executable, "-m", "ruff", "check", str(folder)]
    options = ["--isolated", "--ignore-noqa", "--no-cache", "--exit-zero", "--output-format", "json"]
    # With a limit of 0 ruff reports every function.
    rule = ["--select", "C901", "--config", "lint.mccabe.max-complexity=0"]
    report = subprocess.run([*command, *options, *rule], capture_output=True, check=True)
    complexities: list[int] = []
    for diagnostic in json.loads(report.stdout):
        match = COMPLEXITY_IN_MESSAGE.search(diagnostic["message"])
        # ruff also reports a file that it cannot parse.
        if match:
            complexities.append(int(match[1]))
    return complexities


if __name__ == "__main__":
    main(sys.argv[1:])
