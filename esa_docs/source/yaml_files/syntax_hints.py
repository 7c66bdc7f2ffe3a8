"""What was meant where YAML cannot be read on: the usual slips of people who type it, one function each."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from esa_docs.i18n import gettext as _
from esa_docs.source.yaml_files.mark_hints import backslash_hint, mark_hint

_CONFLICT: Final = re.compile(r"^(?:<{7}|={7}|>{7})(?: .*)?$", re.MULTILINE)
_FIRST_WORD: Final = re.compile(r"^\s*(?:- +)*(?P<word>[^\s:=;：#'\"-][^\s:=;：#'\"]*)(?P<behind>.*)$")
_VALUE: Final = re.compile(r"^\s*(?:- +)*(?:[^\s:#'\"{[]+: +)?(?P<value>.*?)\s*$")
_KEY: Final = r"[a-z][a-z_]+"
_KEY_WITHOUT_BLANK: Final = re.compile(rf"^\s*(?:- +)*(?P<key>{_KEY}):(?P<value>[^\s/:].*)$")
_TWO_KEYS: Final = re.compile(rf"^\s*(?:- +)*{_KEY}: +[^'\"].*?\s(?P<key>{_KEY}): ")
_DASH_WITHOUT_BLANK: Final = re.compile(r"^\s*-(?P<item>[^\s-].*)$")
_QUOTED: Final = re.compile(r"""^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')(?P<behind>.*)$""")
ODD_BLANKS: Final = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
    "\u2007\u2008\u2009\u200a\u200b\u202f\u205f\u3000\ufeff"
)
"""Blanks, and signs without width, that look like the space of the keyboard and are none to YAML."""
_ODD_COLONS: Final = "：︰﹕∶꞉ː"
_SIGNS: Final = "*&%@`[]{}|>,!"
"""Signs that mean something to YAML at the beginning of a value."""
_CLOSING: Final = {"{": "}", "[": "]"}
_LONGEST_EXAMPLE: Final = 30
_MOST_LINES_ABOVE: Final = 20
"""Lines above a fault whose indentation is compared with that of its line."""


def syntax_hint(text: str, line_number: int) -> str:
    """Return what to do about a fault of syntax.

    Args:
        text: the file.
        line_number: line where it cannot be read on, from 1; the slip may stand in the one above.
    """
    lines = text.split("\n")
    number_above = _number_above(lines, line_number)
    this_line = lines[line_number - 1] if line_number <= len(lines) else ""
    line_above = lines[number_above - 1] if number_above else ""
    hint = hint_of_line(this_line)
    if hint:
        return hint
    hint_above = hint_of_line(line_above)
    if hint_above:
        return _("The line above (line {line}): {hint}").format(line=number_above, hint=hint_above)
    return _indentation_hint(lines, line_number)


def surest_hint(text: str, line_number: int, column: int) -> str:
    """Return the hint at what breaks a file whatever else is in it: a conflict of git, or a tab. Else empty.

    Args:
        text: the file.
        line_number: line where it cannot be read on, from 1.
        column: column of that place, from 1.
    """
    conflict = _conflict_hint(text)
    if conflict:
        return conflict
    lines = text.split("\n")
    if line_number <= len(lines) and _has_tab(lines[line_number - 1], column):
        return _("Use spaces instead of the tab at the beginning of the line.")
    return ""


def hint_of_line(line: str) -> str:
    """Return the hint at the surest slip in a line; empty where none is found."""
    for find_hint in _SLIPS:
        hint = find_hint(line)
        if hint:
            return hint
    return ""


def _number_above(lines: list[str], line_number: int) -> int:
    """Return the number of the nearest line above that is not empty and no comment; 0 where there is none."""
    for number in range(min(line_number - 1, len(lines)), 0, -1):
        line = lines[number - 1].strip()
        if line and not line.startswith("#"):
            return number
    return 0


def _indentation_hint(lines: list[str], line_number: int) -> str:
    """Return the hint at a line that may not be indented like those above it."""
    lines_above = [
        line
        for line in lines[max(line_number - _MOST_LINES_ABOVE, 0) : line_number - 1]
        if line.strip() and not line.lstrip().startswith("#")
    ]
    indentations = {len(line) - len(line.lstrip(" ")) for line in lines_above}
    this_line = lines[line_number - 1] if line_number <= len(lines) else ""
    indentation = len(this_line) - len(this_line.lstrip(" "))
    if not indentations or indentation in indentations:
        return _("Look at the indentation and the ':' of this line and the line above.")
    hint = _(
        "The line begins with {count} spaces; those above begin with {counts}: make it equal to its like."
    )
    return hint.format(count=indentation, counts=", ".join(map(str, sorted(indentations))))


def _conflict_hint(text: str) -> str:
    """Return the hint at a file in which git left two versions; empty for any other."""
    line_numbers = [text.count("\n", 0, match.start()) + 1 for match in _CONFLICT.finditer(text)]
    if not any(mark in text for mark in ("<<<<<<<", ">>>>>>>")) or not line_numbers:
        return ""
    hint = _(
        "Two people changed the same lines, and git left both (lines {lines}):"
        " keep what is right, delete the rest and the lines of <<<<<<<, ======= and >>>>>>>."
    )
    return hint.format(lines=", ".join(map(str, line_numbers)))


def _has_tab(line: str, column: int) -> bool:
    indentation = line[: len(line) - len(line.lstrip())]
    return "\t" in line[: max(column, 1)] or "\t" in indentation


# Each of these takes a line and returns the hint at its slip; empty where the line has none.


def odd_blank_hint(line: str) -> str:
    """Return the hint at a line that begins with blanks of another sort; empty for any other."""
    indentation = line[: len(line) - len(line.lstrip(" -" + ODD_BLANKS))]
    codes = sorted({f"U+{ord(letter):04X}" for letter in indentation if letter in ODD_BLANKS})
    if not codes:
        return ""
    hint = _("The line begins with blanks that were pasted ({codes}): delete them and type spaces.")
    return hint.format(codes=", ".join(codes))


def _odd_colon_hint(line: str) -> str:
    match = _FIRST_WORD.match(line)
    behind = match["behind"].strip() if match else ""
    if not match or behind[:1] not in {*_ODD_COLONS, "=", ";"}:
        return ""
    hint = _("Behind a key stands ':' and a space, not '{sign}': {example}")
    return hint.format(sign=behind[0], example=f"{match['word']}: {_shortened(behind[1:])}")


def dash_hint(line: str) -> str:
    """Return the hint at an item without a space behind its dash; empty for any other line."""
    match = _DASH_WITHOUT_BLANK.match(line)
    if not match:
        return ""
    return _("A space goes behind '-': {example}").format(example=f"- {_shortened(match['item'])}")


def _sign_hint(line: str) -> str:
    match = _VALUE.match(line)
    value = match["value"] if match else ""
    is_whole = value.endswith((_CLOSING.get(value[:1], "\n"), ","))
    if value[:1] not in {*_SIGNS} or not value[1:].strip() or is_whole:
        return ""
    hint = _("A text that begins with '{sign}' goes in quotes: {example}")
    return hint.format(sign=value[0], example=_in_quotes(value))


def _open_bracket_hint(line: str) -> str:
    match = _VALUE.match(line)
    value = match["value"] if match else ""
    closing = _CLOSING.get(value[:1], "")
    if not closing or closing in value:
        return ""
    hint = _("'{sign}' is not closed by '{closing}'; if it belongs to the text, put the text in quotes.")
    return hint.format(sign=value[0], closing=closing)


def _behind_quotes_hint(line: str) -> str:
    match = _VALUE.match(line)
    value = match["value"] if match else ""
    quoted = _QUOTED.match(value)
    behind = quoted["behind"].strip() if quoted else ""
    if not behind or behind.startswith(("#", ":")):
        return ""
    hint = _("Text stands behind the closing quotation mark: put all of it in quotes: {example}")
    return hint.format(example=_in_quotes(value))


def _two_keys_hint(line: str) -> str:
    match = _TWO_KEYS.match(line)
    if not match:
        return ""
    hint = _("'{key}:' begins a line of its own; if it belongs to the text, put the text in quotes.")
    return hint.format(key=match["key"])


def _colon_hint(line: str) -> str:
    match = _VALUE.match(line)
    value = match["value"] if match else ""
    if value[:1] in _CLOSING or ": " not in value:
        return ""
    return _("A text that contains ': ' goes in quotes.")


def _open_quote_hint(line: str) -> str:
    if not (line.count('"') % 2 or line.count("'") % 2):
        return ""
    return _("A quotation mark is not closed, here or on the line above.")


def _no_blank_hint(line: str) -> str:
    match = _KEY_WITHOUT_BLANK.match(line)
    if not match:
        return ""
    example = f"{match['key']}: {_shortened(match['value'])}"
    return _("A space goes behind ':': {example}").format(example=example)


def _no_colon_hint(line: str) -> str:
    match = _FIRST_WORD.match(line)
    if not match or ":" in line or not re.fullmatch(_KEY, match["word"]):
        return ""
    example = f"{match['word']}: {_shortened(match['behind'])}".strip()
    return _("Behind a key stands ':' and a space: {example}").format(example=example)


_SLIPS: Final[tuple[Callable[[str], str], ...]] = (
    odd_blank_hint,
    _odd_colon_hint,
    dash_hint,
    mark_hint,
    backslash_hint,
    _open_bracket_hint,
    _sign_hint,
    _behind_quotes_hint,
    _two_keys_hint,
    _colon_hint,
    _open_quote_hint,
    _no_blank_hint,
    _no_colon_hint,
)
"""What finds each slip, the surest first."""


def _in_quotes(value: str) -> str:
    doubled = value.replace("'", "''")
    return f"'{_shortened(doubled)}'"


def _shortened(text: str) -> str:
    text = text.strip()
    if len(text) <= _LONGEST_EXAMPLE:
        return text
    return f"{text[:_LONGEST_EXAMPLE]}…"
