"""What a template is given: plain dicts and text, numbered and formatted; what the views of kinds share."""

from __future__ import annotations

from esa_docs import thai
from esa_docs.word.drawings import Drawing, is_mark


def printed_texts(value: object, numerals: thai.Numerals) -> tuple[str, ...]:
    """Give every text of a context as it must stand in the document, each once, white space evened out."""
    texts = dict.fromkeys(_texts(value))
    return tuple(_even(thai.apply_numerals(text, numerals)) for text in texts if text)


def _even(text: str) -> str:
    uneven = "  " in text or thai.NO_BREAK_SPACE in text or "\t" in text
    return thai.normalise_spaces(text) if uneven else text


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [] if is_mark(value) else value.split("\n")
    if isinstance(value, Drawing):
        return list(value.texts)
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ()
    return [text for one in inner for text in _texts(one)]
