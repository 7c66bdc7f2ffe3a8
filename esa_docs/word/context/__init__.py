"""Plain dicts and texts that fill in templates, numbered and formatted: what the views of kinds share."""

from __future__ import annotations

from collections.abc import Iterable

from esa_docs import thai
from esa_docs.model.prose.prose import Note, Prose
from esa_docs.word.context.replaceable import ReplaceableWords
from esa_docs.word.drawings import Drawing, is_mark


def printed_texts(value: object, numerals: thai.Numerals) -> tuple[str, ...]:
    """Return the texts of a context as they must stand in the document.

    Each text comes once, in the order of the context, with its spaces as `thai.normalise_spaces` makes them:
    the text of the document is compared in the same form.
    """
    texts = []
    for text in dict.fromkeys(_texts(value)):
        if text:
            text_with_digits = thai.apply_numerals(text, numerals)
            texts.append(thai.normalise_spaces(text_with_digits))
    return tuple(filter(None, texts))


def _texts(value: object) -> list[str]:
    """Return every text inside a value of a context, line by line; the mark of a drawing is no text."""
    if isinstance(value, ReplaceableWords):
        return []
    if isinstance(value, Prose):
        return [*value.split("\n"), *_texts_of_notes(value)]
    if isinstance(value, str):
        return [] if is_mark(value) else value.split("\n")
    if isinstance(value, Drawing):
        return list(value.texts)
    texts = []
    for inner in _inner_values(value):
        texts += _texts(inner)
    return texts


def _texts_of_notes(prose: Prose) -> list[str]:
    return [span.mark.text for span in prose.spans if isinstance(span.mark, Note)]


def _inner_values(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return value.values()
    if isinstance(value, list | tuple):
        return value
    return ()
