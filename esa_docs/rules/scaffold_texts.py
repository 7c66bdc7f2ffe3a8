"""The texts of a new content file have to be replaced: until then the paper is a draft.

W505 a text of the new file still stands in the paper. `source/scaffold_marks` has values that may be true.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from esa_docs.diagnostics import Severity
from esa_docs.i18n import gettext as _
from esa_docs.model.kind import Kinds
from esa_docs.model.meanings import Written
from esa_docs.model.missing import Missing
from esa_docs.model.problem import Problem
from esa_docs.model.scaffold_examples import example_texts

_CODE: Final = "W505"
CODES_OF_UNFINISHED_WORDS: Final = frozenset({_CODE, "W506"})
"""Codes of what a paper lacks in its words."""
_LONG: Final = 20
"""Letters from which an example is known within a longer text too: a shorter one may be in it by chance."""


def check_scaffold_texts(kinds: Kinds, texts: Iterable[Written]) -> Iterator[Problem]:
    """Generate a problem for each text of a new content file, of any kind, that nobody has replaced.

    Args:
        kinds: the kinds of documents: texts are copied from one to another.
        texts: the texts of the content of a document.
    """
    examples = _examples_of(kinds)
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
def _examples_of(kinds: Kinds) -> frozenset[str]:
    """Return the examples of new files of all kinds."""
    texts: list[str] = []
    for kind in kinds:
        texts.extend(kind.examples.texts.values())
    return example_texts(texts)


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
    """Generate what is missing in the words of a document, from its problems."""
    for problem in problems:
        if problem.code in CODES_OF_UNFINISHED_WORDS:
            yield Missing(problem.path, problem.message)
