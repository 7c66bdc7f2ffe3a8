"""The texts of a new content file have to be replaced: until then the paper is a draft.

W505 a text of the new file still stands in the paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, Final

from esa_docs.diagnostics import Severity
from esa_docs.i18n import gettext as _
from esa_docs.model.kind import Kind
from esa_docs.model.meanings import Written
from esa_docs.model.missing import Missing
from esa_docs.model.problem import Problem
from esa_docs.model.scaffold_examples import example_texts

_CODE: Final = "W505"
_LONG: Final = 20
"""Letters from which an example is known within a longer text too: a shorter one may be in it by chance."""


def check_scaffold_texts(kind: Kind[Any], texts: Iterable[Written]) -> Iterator[Problem]:
    """Generate a problem for each text of a new content file that nobody has replaced.

    Args:
        kind: kind of the document.
        texts: the texts of its content.
    """
    examples = example_texts(kind.examples.texts.values())
    pattern = _pattern(examples)
    for written in texts:
        if not isinstance(written.value, str):
            continue
        match = pattern.search(written.value)
        if written.value in examples:
            yield _problem(written, written.value)
        elif match:
            yield _problem(written, match[0])


@cache
def _pattern(examples: frozenset[str]) -> re.Pattern[str]:
    """Return a pattern of the long examples."""
    long_examples = sorted(example for example in examples if len(example) >= _LONG)
    return re.compile("|".join(map(re.escape, long_examples)))


def _problem(written: Written, example: str) -> Problem:
    message = _("the example text '{text}' of the new file still stands here").format(text=example)
    hint = _("Write your own words in its place, or delete the key if it may be left out.")
    return Problem(written.path, _CODE, message, hint, Severity.WARNING)


def missing_words(problems: Iterable[Problem]) -> Iterator[Missing]:
    """Generate what is missing where the text of a new file still stands, from the problems of a document."""
    for problem in problems:
        if problem.code == _CODE:
            yield Missing(problem.path, problem.message)
