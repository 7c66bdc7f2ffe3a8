r"""What to do where YAML takes the marks of a text, such as ``**bold**`` and ``\*``, for signs of its own."""

from __future__ import annotations

import re
from typing import Final

from esa_docs.i18n import gettext as _
from esa_docs.model.prose.mark_signs import ANY_MARK_CHARACTER, PLACED_NAMES

_VALUE_WITH_MARK: Final = re.compile(
    rf"""^\s*(?:-\ +)*
    (?:[^\s:\#'"{{\[*&!%@`|>][^:\#'"]*:\ +)?
    (?P<value>(?:\*+[^\s*]|\[[^\]]*\]\(|\{{(?:{PLACED_NAMES}):).*?)\s*$""",
    re.VERBOSE,
)
_BACKSLASH_IN_QUOTES: Final = re.compile(rf'"(?P<before>[^"\\]*)\\(?P<behind>{ANY_MARK_CHARACTER}[^"]*)"?')
_BETWEEN_BRACES: Final = re.compile(rf"(?:{PLACED_NAMES}):.+")
_LONGEST_EXAMPLE: Final = 30


def mark_hint(line: str) -> str:
    """Return the hint at a line whose text begins with a mark outside quotes; empty for any other line."""
    match = _VALUE_WITH_MARK.match(line)
    if match is None:
        return ""
    value = match["value"]
    return _in_quotes_or_below(value[0], value)


def backslash_hint(line: str) -> str:
    """Return the hint at a backslash before a mark between double quotes; empty for any other line."""
    match = _BACKSLASH_IN_QUOTES.search(line)
    if match is None:
        return ""
    example = _quoted(f"{match['before']}\\{match['behind']}")
    hint = _("Between double quotes YAML takes the backslash for itself: use single quotes: {example}")
    return hint.format(example=example)


def braces_hint(value: object) -> str:
    """Return the hint at a value that YAML has read as keys, and that is a mark in braces; empty for others.

    Args:
        value: what stands in the place of a text.
    """
    if not isinstance(value, dict) or len(value) != 1:
        return ""
    (key,) = value
    if not _BETWEEN_BRACES.fullmatch(str(key)):
        return ""
    return _in_quotes_or_below("{", f"{{{key}}}")


def colon_hint(text: str) -> str:
    """Return the hint at a text that holds ``: `` outside quotes.

    Args:
        text: the text as it was meant.
    """
    hint = _("A text that contains ': ' goes in single quotes, or on the line below '|': {example}")
    return hint.format(example=_quoted(text))


def _in_quotes_or_below(sign: str, value: str) -> str:
    hint = _("A text that begins with '{sign}' goes in single quotes, or on the line below '|': {example}")
    return hint.format(sign=sign, example=_quoted(value))


def _quoted(value: str) -> str:
    doubled = value.strip().replace("'", "''")
    text = doubled if len(doubled) <= _LONGEST_EXAMPLE else f"{doubled[:_LONGEST_EXAMPLE]}…"
    return f"'{text}'"
