"""The examples of docs/scoring.md: their arithmetic is right, and the program comes to the same."""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable, Iterator
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
from esa_docs.source.assets.schemes import shipped_schemes

PAGE = (Path(__file__).parents[2] / "docs" / "scoring.md").read_text(encoding="utf-8")
EXAMPLE = re.compile(r"```yaml example=(\S+)\n(.*?)```\n\n((?:\|[^\n]*\n)+)", re.DOTALL)
OPERATIONS: dict[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


class CodedScore(NamedTuple):
    """A score of a report; its value is None where nothing is scored, its grade where it has no word."""

    code: str
    value: Fraction | None
    grade: Any


class Row(NamedTuple):
    """A row of an example: a score as a sum, rounded to two places, and its word."""

    arithmetic: str
    rounded: str
    word: str


class Example(NamedTuple):
    """An example of the page: content of a report, and its scores by code."""

    content: Any
    rows: dict[str, Row]


def read_examples() -> dict[str, Example]:
    """Return the examples of the page by the name of their scheme."""
    examples = {}
    for name, content, table in EXAMPLE.findall(PAGE):
        examples[name] = Example(yaml.safe_load(content), read_rows(table))
    return examples


def read_rows(table: str) -> dict[str, Row]:
    """Return the rows of a Markdown table below its head, by the code in their first cell."""
    rows = {}
    for line in table.splitlines()[2:]:
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        word = cells[3] if len(cells) > 3 else ""
        rows[cells[0]] = Row(cells[1], cells[2], word)
    return rows


def score_cases() -> Iterator[tuple[str, str]]:
    """Generate each score of each example: name of the scheme, and code."""
    for name, example in EXAMPLES.items():
        for code in example.rows:
            yield name, code


EXAMPLES = read_examples()
CASES = list(score_cases())


def calculate(text: str) -> Fraction:
    """Return the value of a sum written with + - * / and brackets."""
    return value_of(ast.parse(text, mode="eval").body)


def value_of(node: ast.expr) -> Fraction:
    if isinstance(node, ast.Constant):
        return Fraction(str(node.value))
    assert isinstance(node, ast.BinOp)
    operation = OPERATIONS[type(node.op)]
    return operation(value_of(node.left), value_of(node.right))


def scores_of(name: str) -> dict[str, tuple[Fraction | None, str]]:
    """Return value and word of each score of an example, by code; None and an empty word for no score."""
    content = EXAMPLES[name].content
    scores = sar_scores(content) if name.startswith("sar") else pmqa_scores(content, name)
    values_and_words = {}
    for score in scores:
        word = score.grade.word if score.grade else ""
        values_and_words[score.code] = (score.value, word)
    return values_and_words


def sar_scores(content: Any) -> Iterator[CodedScore]:
    levels = {indicator["indicator"]: indicator["levels"] for indicator in content}
    scores = score_sar(sar(levels))
    yield CodedScore("total", scores.value, scores.grade)
    for standard in scores.standards:
        yield CodedScore(str(standard.standard.number), standard.value, standard.grade)
        for indicator in standard.indicators:
            yield CodedScore(indicator.indicator.code, indicator.value, indicator.grade)


def pmqa_scores(content: Any, scheme: str) -> Iterator[CodedScore]:
    scores = score_pmqa(pmqa(content, scheme))
    yield CodedScore("total", scores.value, None)
    for category in scores.categories:
        yield CodedScore(str(category.category.number), category.value, None)
        for item in category.items:
            yield CodedScore(item.code, item.value, item.band)


def test_every_shipped_scheme_has_an_example() -> None:
    assert set(EXAMPLES) == set(shipped_schemes(KINDS))
    assert len(CASES) > 30


@pytest.mark.parametrize(("name", "code"), CASES)
def test_the_arithmetic_is_right_and_the_program_comes_to_the_same(name: str, code: str) -> None:
    row = EXAMPLES[name].rows[code]
    expected = calculate(row.arithmetic)
    value, word = scores_of(name)[code]

    assert value == expected
    assert str(round_half_up(expected, 2)) == row.rounded
    assert word == row.word


def test_what_is_not_in_an_example_has_no_score() -> None:
    for name, example in EXAMPLES.items():
        scores = scores_of(name)
        scored_codes = {code for code, (value, _word) in scores.items() if value is not None}
        assert scored_codes == set(example.rows)
