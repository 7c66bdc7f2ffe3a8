"""Text of a content file as hints and messages show it: short, and in quotes as YAML takes them."""

from __future__ import annotations

from typing import Final

from esa_docs import thai
from esa_docs.source.yaml_files.yaml_text import scalar_text

_LONGEST_QUOTE: Final = 60


def in_quotes(text: str) -> str:
    """Return a text in quotes so that YAML reads it as it is; it is mended, and so not told again."""
    text = thai.mend_text(text)
    if "'" in text or '"' in text or "\\" in text or "\n" in text:
        return scalar_text(" ".join(text.split()))
    return f'"{text}"'


def shortened(text: str) -> str:
    """Return the beginning of a text, as long as a message may quote it."""
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}…"
