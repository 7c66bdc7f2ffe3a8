"""Tags that part the signs of a Thai syllable (E333)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from esa_docs.diagnostics import Severity
from esa_docs.i18n import gettext as _
from esa_docs.word.templates.checking.findings import Finding
from esa_docs.word.templates.checking.reading import Tag

_FOLLOWS_A_CONSONANT: Final = re.compile("[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]")
"""Vowels and marks that stand on a consonant or behind it, never at the beginning of a word."""
_PRECEDES_A_CONSONANT: Final = re.compile("[\u0e40-\u0e44]$")
"""Vowels that are written before their consonant."""


def check_thai_words(tags: Iterable[Tag]) -> Iterator[Finding]:
    """Generate the tags between a consonant and its vowel or mark. Between two words a tag may stand."""
    for tag in tags:
        text = tag.paragraph.source
        if _FOLLOWS_A_CONSONANT.match(text, tag.end):
            message = _("behind the tag '{tag}' stands a vowel or a mark of a word that it parts")
        elif _PRECEDES_A_CONSONANT.search(text[: tag.start]):
            message = _("before the tag '{tag}' stands a vowel of a word that it parts")
        else:
            continue
        hint = _("Put the tag before or behind the whole word.")
        words = message.format(tag=tag.text)
        yield Finding("E333", words, hint, tag.paragraph, tag.text, Severity.WARNING)
