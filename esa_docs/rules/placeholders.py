"""Marks by which writers note that a text is not finished, such as (สมมติ), xxx, …, …… and TODO.

W506 such a mark stands in a text; until it is gone the paper is a draft.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from esa_docs.diagnostics import Severity
from esa_docs.i18n import gettext as _
from esa_docs.model.meanings import Meaning, Written
from esa_docs.model.problem import Problem
from esa_docs.rules.meant import Meant
from esa_docs.rules.placeholder_marks import (
    DOTS,
    EXAMPLES,
    HASTE_WORDS,
    MARKS,
    MARKS_OF_FORMS,
    SIGNS,
    joined,
)

_ALL: Final = joined(*MARKS, *DOTS, *EXAMPLES)
_BESIDE_DOTS: Final = joined(*MARKS, *EXAMPLES)
_OF_OUTSIDERS: Final = joined(*MARKS, *DOTS)
"""Of recipients, of which a table may list hundreds: the word ตัวอย่าง may belong to a name."""
_OF_FORMS: Final = joined(*MARKS_OF_FORMS)
_MOST: Final = 5
"""How many marks a message names; a text with more of them is rewritten anyway."""


def check_placeholders(texts: Iterable[Written], meant: Meant) -> Iterator[Problem]:
    """Generate a problem for each text with marks that it is not finished.

    Args:
        texts: the texts of the content of a document.
        meant: words that are meant as they stand.
    """
    for written in texts:
        if not isinstance(written.value, str):
            continue
        marks = [mark for mark in marks_in(written.value, _pattern_for(written)) if not meant.hold(mark)]
        if marks:
            names = ", ".join(f"'{_short(mark)}'" for mark in marks[:_MOST])
            message = _("marks of an unfinished text stand here: {marks}").format(marks=names)
            hint = _(
                "Write the true words in their place; until then the paper is a draft. If words are meant as"
                " they stand, write them under 'meant:'."
            )
            yield Problem(written.path, "W506", message, hint, Severity.WARNING)


def marks_in(text: str, pattern: re.Pattern[str] = _ALL) -> list[str]:
    """Return the different marks in a text, in order.

    Args:
        text: the text.
        pattern: what is a mark; by default each.
    """
    if not _has_sign(text):
        return []
    marks = (match[0].strip() for match in pattern.finditer(text))
    return list(dict.fromkeys(marks))


def _has_sign(text: str) -> bool:
    if any(sign in text for sign in SIGNS):
        return True
    small_text = text.lower()
    return any(word in small_text for word in HASTE_WORDS)


def _pattern_for(written: Written) -> re.Pattern[str]:
    """Return the pattern of the marks that a text may not have."""
    if Meaning.FORM in written.meanings:
        return _OF_FORMS
    if Meaning.FOR_PEN in written.meanings:
        return _BESIDE_DOTS
    if Meaning.OUTSIDER in written.meanings:
        return _OF_OUTSIDERS
    return _ALL


def _short(mark: str) -> str:
    """Return a mark as a message names it: a long line of dots by its beginning."""
    longest = 40
    return mark if len(mark) <= longest else f"{mark[:longest]}…"
