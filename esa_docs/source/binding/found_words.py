"""What a file has at a fault, as messages show it."""

from __future__ import annotations

from typing import Any, Final

from esa_docs import thai
from esa_docs.i18n import gettext as _

_LONGEST_QUOTE: Final = 40


def quote_found(value: Any) -> str:
    """Return what a file has at a fault: a text in quotation marks, anything else in a word."""
    if isinstance(value, dict):
        return _("keys and values")
    if isinstance(value, list):
        return _("a list")
    if value is None:
        return _("nothing")
    text = " ".join(str(value).split())
    if len(text) > _LONGEST_QUOTE:
        text = f"{text[:_LONGEST_QUOTE]}…"
    return f"'{text}'"


def with_blanks(message: str, words: str) -> str:
    """Return a message with the blanks of its language before what was found: Thai has none before Thai."""
    if thai.is_thai(words[:1]):
        return message.replace(f" {words}", words)
    return message
