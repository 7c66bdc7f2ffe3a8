"""The examples of docs/scoring.md: their arithmetic is right, and the program comes to the same."""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from reports import pmqa, sar

from esa_docs.assess.numbers import round_half_up
from esa_docs.kinds import KINDS
from esa_docs.kinds.pmqa.scores import score_pmqa
from esa_docs.kinds.sar.scores import score_sar
from esa_docs.source.schemes import shipped_schemes

PAGE = (Path(__file__).parents[2] / "docs" / "scoring.md").read_text(encoding="utf-8")
EXAMPLE = re.compile(r"```yaml example=(\S+)\n(.*?)```\n\n((?:\|[^\n]*\n)+)", re.DOTALL)
OPERATIONS: dict[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


class Row(NamedTuple):
    arithmetic: str
    rounded: str
    word: str


def examples() -> dict[str, tuple[Any, dict[str, Row]]]:
    found = {}
    for name, content, table in EXAMPLE.findall(PAGE):
        cells = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in table.splitlines()]
        rows = {row[0]: Row(row[1], row[2], row[3] if len(row) > 3 else "") for row in cells[2:]}
        found[name] = (yaml.safe_load(content), rows)
    return found


EXAMPLES = examples()
CASES = [(name, score) for name, (_content, rows) in EXAMPLES.items() for score in rows]


def calculate(text: str) -> Fraction:
    """Work out a sum written with + - * / and brackets."""

    def value(node: ast.expr) -> Fraction:
        if isinstance(node, ast.Constant):
            return Fraction(str(node.value))
        assert isinstance(node, ast.BinOp)
        return OPERATIONS[type(node.op)](value(node.left), value(node.right))

    return value(ast.parse(text, mode="eval").body)


def scores_of(name: str) -> dict[str, tuple[Fraction | None, str]]:
    content, _rows = EXAMPLES[name]
    if name.startswith("sar"):
        whole = score_sar(sar({one["indicator"]: one["levels"] for one in content}))
        values = [("total", whole.value, whole.grade)]
        values += [(str(one.standard.number), one.value, one.grade) for one in whole.standards]
        values += [(score.answered.code, score.value, score.grade) for score in whole.indicators]
    else:
        scores = score_pmqa(pmqa(content, name))
        values = [("total", scores.value, None)]
        values += [(str(one.category.number), one.value, None) for one in scores.categories]
        values += [(score.code, score.value, score.band) for score in scores.items]
    return {code: (value, grade.word if grade else "") for code, value, grade in values}


def test_every_shipped_scheme_has_an_example() -> None:
    assert set(EXAMPLES) == set(shipped_schemes(KINDS))
    assert len(CASES) > 30


@pytest.mark.parametrize(("name", "score"), CASES)
def test_the_arithmetic_is_right_and_the_program_comes_to_the_same(name: str, score: str) -> None:
    row = EXAMPLES[name][1][score]
    expected = calculate(row.arithmetic)
    value, word = scores_of(name)[score]

    assert value == expected
    assert str(round_half_up(expected, 2)) == row.rounded
    assert word == row.word


def test_what_is_not_in_an_example_has_no_score() -> None:
    for name, (_content, rows) in EXAMPLES.items():
        known = {code for code, (value, _word) in scores_of(name).items() if value is not None}
        assert known == set(rows)
