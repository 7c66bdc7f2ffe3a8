"""Slips that stop YAML behind their own place: each is told where it was typed, with what to do about it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from esa_docs.i18n import gettext as _
from esa_docs.source.yaml_files.syntax_hints import ODD_BLANKS, hint_of_line, odd_blank_hint

_QUOTED: Final = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")
_KEY: Final = r"[A-Za-z_ก-๙][\w ก-๙-]*"
_ODD_BLANK_BEHIND_COLON: Final = re.compile(rf"^ *(?:- +)*[a-z_]+:(?P<blank>[{ODD_BLANKS}])")
_EMPTY_ITEM: Final = re.compile(r"[\[{,][ \t]*(?P<comma>,)")
_SEMICOLON: Final = re.compile(rf"\{{[^{{}}]*(?P<sign>;)[ \t]*{_KEY}:")
_COMMENT_IN_BRACKETS: Final = re.compile(r"[\[{][^\[\]{}]*[ \t](?P<sign>#)")
_COMMENT: Final = re.compile(r"(?:^|[ \t])(?P<sign>#)")
_BEGINS_SOMETHING: Final = re.compile(r"^[ \t]*(?:-(?:[ \t]|$)|[\[{\"'#]|[^:]*:(?:[ \t]|$))")
"""A line that begins an item or a key, or stands between brackets or quotation marks."""
_MARK_OF_DOCUMENT: Final = re.compile(r"^(?:---|\.\.\.)(?:[ \t]|$)")
_ONE_BLANK_MORE: Final = re.compile(r"^(?P<indent>(?:  )*) (?P<key>[a-z][a-z_]+):(?: |$)")


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip of the hand: its line and column, from 1, and what to do about it."""

    line: int
    column: int
    hint: str


def find_slip(text: str, stop: int, begin: int | None) -> Slip | None:
    """Return the slip that stopped YAML, where its place is known better than where YAML stopped.

    Args:
        text: the file.
        stop: line at which YAML stopped, from 1.
        begin: line at which the construct begins that it was reading; None where that is not known.
    """
    lines = text.split("\n")
    near_numbers = [number for number in _near_lines(lines, stop) if 0 < number <= len(lines)]
    for number in near_numbers:
        for find in _SLIPS:
            slip = find(lines[number - 1], number)
            if slip:
                return slip
    return (
        _one_blank_more(lines, near_numbers)
        or _second_document(lines, near_numbers)
        or _comment_in_text(lines, stop)
        or _line_without_key(lines, begin, stop)
        or _odd_indentation(lines, stop)
    )


def is_comment_or_empty(line: str) -> bool:
    """Return whether a line holds nothing that YAML reads."""
    return not line.strip() or line.lstrip().startswith("#")


def _near_lines(lines: list[str], stop: int) -> Iterator[int]:
    """Generate the line at which YAML stopped and the nearest above it that is no comment."""
    yield stop
    for number in range(stop - 1, 0, -1):
        if number <= len(lines) and not is_comment_or_empty(lines[number - 1]):
            yield number
            return


# Each of these takes a line and its number, and returns the slip in it; None where it has none.


def _odd_blank_behind_colon(line: str, number: int) -> Slip | None:
    match = _ODD_BLANK_BEHIND_COLON.match(line)
    if not match:
        return None
    hint = _("Behind the ':' stands a blank that was pasted ({code}): delete it and type a space.")
    code = f"U+{ord(match['blank']):04X}"
    return Slip(number, match.start("blank") + 1, hint.format(code=code))


def _empty_item(line: str, number: int) -> Slip | None:
    match = _EMPTY_ITEM.search(_without_quoted(line))
    if not match or not {*"[{"} & {*line}:
        return None
    hint = _("Nothing stands before this comma: delete it, or write what is missing.")
    return Slip(number, match.start("comma") + 1, hint)


def _semicolon(line: str, number: int) -> Slip | None:
    match = _SEMICOLON.search(_without_quoted(line))
    if not match:
        return None
    hint = _("Between braces a comma stands between two keys, not ';'.")
    return Slip(number, match.start("sign") + 1, hint)


def _comment_in_brackets(line: str, number: int) -> Slip | None:
    plain_line = _without_quoted(line)
    last_bracket = max(map(plain_line.rfind, "]}"))
    match = _COMMENT_IN_BRACKETS.search(plain_line, 0, max(last_bracket, 0))
    if not match:
        return None
    hint = _(
        "From the # on it is read as a comment, so the bracket is not closed:"
        " put the text with # in quotes, or delete the #."
    )
    return Slip(number, match.start("sign") + 1, hint)


_SLIPS: Final[tuple[Callable[[str, int], Slip | None], ...]] = (
    _odd_blank_behind_colon,
    _empty_item,
    _semicolon,
    _comment_in_brackets,
)


def _one_blank_more(lines: list[str], near_numbers: list[int]) -> Slip | None:
    """Return the key that alone stands one blank further in than an even number of them."""
    for number in near_numbers:
        match = _ONE_BLANK_MORE.match(lines[number - 1])
        if match and not _has_line_at(lines[: number - 1], match.start("key")):
            return Slip(number, match.start("key") + 1, one_blank_hint(match["key"], number))
    return None


def _has_line_at(lines: list[str], indentation: int) -> bool:
    """Return whether one of some lines begins with that many blanks."""
    return any(len(line) - len(line.lstrip(" ")) == indentation for line in filter(_is_content, lines))


def one_blank_hint(key: str, line_number: int) -> str:
    """Return the hint at a key that stands one blank too far in: a ``#`` before it was deleted alone."""
    hint = _(
        "Line {line} begins with one blank too many: delete the blank before '{key}:'."
        " With a # the one blank behind it goes too."
    )
    return hint.format(line=line_number, key=key)


def _second_document(lines: list[str], near_numbers: list[int]) -> Slip | None:
    """Return the line of ``---`` or ``...`` that ends the document before the file ends."""
    for number in near_numbers:
        line = lines[number - 1]
        if _MARK_OF_DOCUMENT.match(line) and any(map(_is_content, lines[: number - 1])):
            hint = _(
                "There are two documents in one file: the line '{mark}' ends the first."
                " Put the second into a file of its own, or delete this line."
            )
            return Slip(number, 1, hint.format(mark=line[:3]))
    return None


def _is_content(line: str) -> bool:
    return not is_comment_or_empty(line)


def _comment_in_text(lines: list[str], stop: int) -> Slip | None:
    """Return the comment that stands between two lines of one text."""
    if not 1 < stop <= len(lines):
        return None
    this_line, line_above = lines[stop - 1], lines[stop - 2]
    match = _COMMENT.search(_without_quoted(line_above))
    if not match or _BEGINS_SOMETHING.match(this_line) or not this_line.startswith(" "):
        return None
    hint = _(
        "A comment stands within a text that goes on below it: move it above the key,"
        " or put the text in quotes if the # belongs to it."
    )
    return Slip(stop - 1, match.start("sign") + 1, hint)


def _line_without_key(lines: list[str], begin: int | None, stop: int) -> Slip | None:
    """Return the line that is neither key nor item, though it stands where one is expected."""
    if begin is None or not 0 < begin < stop:
        return None
    line = lines[begin - 1]
    if _BEGINS_SOMETHING.match(line) or is_comment_or_empty(line):
        return None
    hint = hint_of_line(line) or _(
        "This line is no key and no item. If it goes on with the text above, write both on one line;"
        " if it is a key, ':' and a space stand behind it."
    )
    return Slip(begin, len(line) - len(line.lstrip(" ")) + 1, hint)


def _odd_indentation(lines: list[str], stop: int) -> Slip | None:
    """Return the nearest line, up to the one where YAML stopped, that begins with blanks of another sort."""
    for number in range(min(stop, len(lines)), 0, -1):
        line = lines[number - 1]
        hint = odd_blank_hint(line) if line.strip() else ""
        if hint:
            return Slip(number, 1, hint)
    return None


def _without_quoted(line: str) -> str:
    """Return a line in which other signs stand for what is in quotation marks, each at its column."""
    return _QUOTED.sub(_as_letters, line)


def _as_letters(match: re.Match[str]) -> str:
    return "x" * len(match[0])
