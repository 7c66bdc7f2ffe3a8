"""Tags that part the signs of a Thai syllable, or the syllables of a word (E333)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from esa_docs.diagnostics import Severity
from esa_docs.i18n import gettext as _
from esa_docs.thai.parted_words import parted_word
from esa_docs.word.templates.checking.findings import Finding
from esa_docs.word.templates.checking.reading import Tag

_FOLLOWS_A_CONSONANT: Final = re.compile("[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]")
"""Vowels and marks that stand on a consonant or behind it, never at the beginning of a word."""
_PRECEDES_A_CONSONANT: Final = re.compile("[\u0e40-\u0e44]$")
"""Vowels that are written before their consonant."""


def check_thai_words(tags: Iterable[Tag]) -> Iterator[Finding]:
    """Generate the tags between a consonant and its vowel or mark, and those inside a word.

    Between two words a tag may stand.
    """
    for tag in tags:
        message = _parting(tag)
        if message:
            hint = _("Put the tag before or behind the whole word.")
            yield Finding("E333", message, hint, tag.paragraph, tag.text, Severity.WARNING)


def _parting(tag: Tag) -> str:
    """Return what is said of a tag that parts a word; empty for any other."""
    before, behind = tag.paragraph.source[: tag.start], tag.paragraph.source[tag.end :]
    if _FOLLOWS_A_CONSONANT.match(behind):
        message = _("behind the tag '{tag}' stands a vowel or a mark of a word that it parts")
        return message.format(tag=tag.text)
    if _PRECEDES_A_CONSONANT.search(before):
        message = _("before the tag '{tag}' stands a vowel of a word that it parts")
        return message.format(tag=tag.text)
    word = parted_word(before, behind)
    if not word:
        return ""
    message = _("the tag '{tag}' stands inside the word '{word}'")
    return message.format(tag=tag.text, word=word)
