"""What is said of a value that is none of those allowed: which there are, and which may have been meant."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from esa_docs.hints import did_you_mean
from esa_docs.i18n import gettext as _
from esa_docs.model.other_words import OwnWords
from esa_docs.source.yaml_files.yaml_text import flow_text

_SEPARATOR: Final = re.compile(r", | or ")
"""How pydantic joins the choices of a literal in the context of its error."""

_LEAST_LIKENESS: Final = 0.6
"""Likeness from which on a choice is proposed."""
_NO_WORDS: Final[Mapping[str, str]] = MappingProxyType({})
_SAME_MEANING: Final[Mapping[str, Sequence[str]]] = {
    "ใช่": ("true",),
    "จริง": ("true",),
    "มี": ("true",),
    "ไม่": ("false",),
    "ไม่ใช่": ("false",),
    "ไม่มี": ("false", "none"),
    "เท็จ": ("false",),
    "ไทย": ("thai",),
    "เลขไทย": ("thai",),
    "อารบิก": ("arabic",),
    "เลขอารบิก": ("arabic",),
    "สำนักงาน": ("office",),
    "กลุ่ม": ("group",),
    "ไม่มีเลข": ("none",),
}
"""Words that people write for a choice that has another name, or for one of several."""


def choices_of(expected: str) -> list[str]:
    """Return the choices of a literal from the text in which pydantic names them."""
    return [choice.strip("'") for choice in _SEPARATOR.split(expected)]


def choices_in_words(choices: Sequence[str]) -> str:
    """Return choices as a message names them, with "or" before the last."""
    *first_choices, last_choice = choices
    if not first_choices:
        return last_choice
    return _("{choices} or {last}").format(choices=", ".join(first_choices), last=last_choice)


def choice_hint(
    typed: object,
    choices: Sequence[str],
    words: Mapping[str, str] = _NO_WORDS,
    *,
    own_words: OwnWords | None = None,
) -> str:
    """Return the hint at a value that is none of the choices.

    Args:
        typed: what stands there.
        choices: what could have been written.
        words: choices by other words for them that the model of the field knows.
        own_words: how a word of the office's own is written; None where there is no place for one.
    """
    word = typed.strip() if isinstance(typed, str) else ""
    meant_choices = _meant_choices(word, choices, words)
    hints = [did_you_mean(meant_choices)] if meant_choices else []
    if own_words is not None and word:
        hint = _("One of the office's own is written as {example}.")
        hints.append(hint.format(example=own_words.written(flow_text(word))))
    return " ".join(hints) or _all_choices(choices, words)


def _meant_choices(word: str, choices: Sequence[str], words: Mapping[str, str]) -> list[str]:
    """Return the choices that a word may stand for; empty where it is like none."""
    meanings = [words[word]] if word in words else _SAME_MEANING.get(word, ())
    meant_choices = [meaning for meaning in meanings if meaning in choices]
    if meant_choices:
        return meant_choices
    # The choices are few and all allowed here, so the likest is proposed even where two letters differ.
    near_words = difflib.get_close_matches(word, [*choices, *words], n=1, cutoff=_LEAST_LIKENESS)
    return [words.get(near_word, near_word) for near_word in near_words]


def _all_choices(choices: Sequence[str], words: Mapping[str, str]) -> str:
    """Return the hint that names all choices, each with another word for it where one is known."""
    word_of_choice: dict[str, str] = {}
    for word, choice in words.items():
        word_of_choice.setdefault(choice, word)
    labels = []
    for choice in choices:
        other_word = word_of_choice.get(choice)
        label = choice if other_word is None else f"{choice} ({other_word})"
        labels.append(label)
    return _("Write one of these: {choices}.").format(choices=", ".join(labels))
