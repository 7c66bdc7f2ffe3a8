"""Text that YAML reads as signs of its own: it is told, because it would not be printed as it is typed.

E112 what stands behind a ``#`` · E113 a mark at the beginning of a text · E114 (warning, or info) lines that
are joined · E115 a backslash between double quotes · E116 a comma of thousands between brackets. What else
YAML drops or changes stops it with an error of its own, see tests/source/test_eaten_text.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from esa_docs.diagnostics import Diagnostic, Location, Severity
from esa_docs.i18n import gettext as _
from esa_docs.source.text import place_in
from esa_docs.source.tree import Path, format_path
from esa_docs.source.yaml_text import scalar_text
from esa_docs.thai import to_arabic_digits

COMMENT: Final = re.compile(r"[ \t]+#[^\n]*")
"""A comment behind a value, with the blanks before it."""
SURE_TEXT: Final = re.compile(r"[ \t]+#+(?:[^\s#]|$)", re.MULTILINE)
"""A comment without a blank behind its sign, such as ``#1``: people type one, and no empty comments."""
_SIGNS: Final = re.compile(
    r"""
      (?<=\S)[ \t]+\#+(?:[^\s\#]|$)    # a comment that is likely text
    | (?<![^\s\[{,])[!&]               # a mark where a value begins
    | [|>][+-]?[0-9]                   # a number of a block
    | \\
    | [0-9๐-๙],[0-9๐-๙]{3}             # a comma of thousands
    """,
    re.VERBOSE | re.MULTILINE,
)
"""What a file holds in which a value of one line may lose something."""
_HEADER: Final = re.compile(r"[|>][0-9+-]*")
_ESCAPE: Final = re.compile(r"\\(?P<sign>.)", re.DOTALL)
"""A backslash with the sign behind it. The two go together, so that the second of two begins nothing."""
_CHANGED: Final = frozenset("tr_/ ")
"""Signs that a backslash turns into a blank or a line end, or are lost. Control characters are refused."""
_LINE_OF_ITS_OWN: Final = re.compile(r"[ \t]*(?:-|[>|?][ \t]|[A-Za-z_][A-Za-z0-9_]*:)[^\n]*")
"""A line that looks like an item, a block or a key."""
_KEY_OR_ITEM: Final = re.compile(r"[ \t]*(?:- |[A-Za-z_][A-Za-z0-9_]*:(?: |$))[^\n]*")
_THOUSANDS: Final = re.compile(r"[0-9]{3}")
_LONGEST_QUOTE: Final = 60


@dataclass(frozen=True, slots=True)
class _Eaten:
    """Text that is not printed as it is typed: code, message, index in the file, hint and severity."""

    code: str
    message: str
    index: int
    hint: str
    severity: Severity = Severity.WARNING


def has_signs(text: str) -> bool:
    """Return whether values of one line may lose something: most files need no other look at them."""
    return _SIGNS.search(text) is not None


def eaten_texts(node: Any, text: str, file_label: str, path: Path) -> Iterator[Diagnostic]:
    """Generate a diagnostic of each piece of a value that YAML drops or changes without a word.

    Args:
        node: a scalar or a list, as PyYAML composes it.
        text: the file.
        file_label: how diagnostics name the file.
        path: key path of the value.
    """
    for eaten in _eaten_in(node, text):
        place = Location(file_label, *place_in(text, eaten.index))
        field = format_path(path)
        yield Diagnostic(eaten.code, eaten.message, place, eaten.hint, eaten.severity, field)


def lost_comment(value: str, comment: str, severity: Severity, place: Location, field: str) -> Diagnostic:
    """Return the diagnostic of a comment that is likely a part of a text (E112).

    Args:
        value: what is printed of the text; empty where nothing is.
        comment: the comment, with the blanks before it.
        severity: how sure it is.
        place: where the comment begins.
        field: key path of the text.
    """
    eaten = _comment(value, comment, 0, severity)
    return Diagnostic(eaten.code, eaten.message, place, eaten.hint, severity, field)


def _eaten_in(node: Any, text: str) -> Iterator[_Eaten]:
    if isinstance(node.value, list):
        if node.flow_style:
            yield from _split_numbers(node.value, text)
        return
    start, end = node.start_mark.index, node.end_mark.index
    written = text[start:end]
    if node.style in {"|", ">"}:
        yield from _eaten_by_header(node, text, start)
        return
    yield from _sure_comments(node, text, end)
    yield from _marks_before(text, written, start)
    if node.style == '"' and "\\" in written:
        yield from _changed_by_backslash(written, start)
    if "\n" in written:
        yield from _joined_lines(node, written, start)


def _sure_comments(node: Any, text: str, index: int) -> Iterator[_Eaten]:
    if not SURE_TEXT.match(text, index):
        return
    match = COMMENT.match(text, index)
    if match:
        yield _comment(node.value, match[0], index, Severity.WARNING)


def _comment(value: str, comment: str, index: int, severity: Severity) -> _Eaten:
    begin = index + len(comment) - len(comment.lstrip())
    message = _("'{lost}' is read as a comment because of the #, and is not printed")
    hint = _("If it belongs to the text, put it all in quotes: {whole}. A comment is typed as {form}.")
    if severity is Severity.INFO:
        hint = _("If it belongs to the text, put it all in quotes: {whole}; if not, it may stay.")
    whole = _in_quotes(f"{value}{comment}".strip())
    hint = hint.format(whole=whole, form="'  # …'")
    lost = _shortened(comment.strip())
    return _Eaten("E112", message.format(lost=lost), begin, hint, severity)


def _marks_before(text: str, written: str, start: int) -> Iterator[_Eaten]:
    """Generate the ``! `` and the ``&name`` before a text. A name that is referred to is meant."""
    if not written.startswith(("!", "&")):
        return
    mark = written.split(maxsplit=1)[0]
    is_lost_tag = mark == "!"
    is_unused_name = mark.startswith("&") and f"*{mark[1:]}" not in text
    if is_lost_tag or is_unused_name:
        yield _mark(mark, written, start)


def _eaten_by_header(node: Any, text: str, start: int) -> Iterator[_Eaten]:
    """Generate a number of a block such as ``>8`` without lines, and text that stands behind it."""
    line_end = text.find("\n", start)
    header = text[start:] if line_end < 0 else text[start:line_end]
    match = _HEADER.match(header)
    mark = match[0] if match else ""
    if mark.strip("|>+-") and not node.value.strip():
        yield _mark(mark, mark, start)
    if SURE_TEXT.match(header, len(mark)):
        yield _comment("", header[len(mark) :], start + len(mark), Severity.WARNING)


def _mark(mark: str, whole: str, index: int) -> _Eaten:
    message = _("'{mark}' at the beginning is a sign of YAML and is not printed").format(mark=mark)
    hint = _("If it belongs to the text, put it all in quotes: {whole}; if not, delete it.")
    return _Eaten("E113", message, index, hint.format(whole=_in_quotes(whole)))


def _changed_by_backslash(written: str, start: int) -> Iterator[_Eaten]:
    """Generate the first backslash between double quotes that stands for another character."""
    for match in _ESCAPE.finditer(written):
        if match["sign"] in _CHANGED:
            message = _("'{typed}' between double quotes is another character, and is not printed as typed")
            hint = _("Use single quotes, or write the backslash twice; without it if none is meant.")
            yield _Eaten("E115", message.format(typed=match[0]), start + match.start(), hint)
            return


def _joined_lines(node: Any, written: str, start: int) -> Iterator[_Eaten]:
    """Generate the first line that is joined to the one above it though it looks like an item or a key.

    Where no line looks like one, the first line that is joined is told as an information: a text without
    quotes over several lines is as a rule meant, and gets a blank where the line ends.
    """
    looks_apart = _KEY_OR_ITEM if node.style else _LINE_OF_ITS_OWN
    first_line, *lines = written.split("\n")
    index = start + len(first_line) + 1
    first_index = index
    for line in lines:
        if looks_apart.fullmatch(line):
            yield _swallowed(line, index + len(line) - len(line.lstrip()), in_quotes=bool(node.style))
            return
        index += len(line) + 1
    # An empty line between two lines is kept as the end of a line, which is told where one line is expected.
    if not node.style and "\n" not in node.value:
        yield _folded(lines, first_index)


def _swallowed(line: str, index: int, *, in_quotes: bool) -> _Eaten:
    message = _("the line '{line}' is read as a part of the text above it")
    hint = _(
        "As an item or a key of its own it needs the indentation of the one above, and a blank behind - or :."
    )
    if in_quotes:
        hint = _("Look for the quotation mark that is missing at the end of the text above.")
    return _Eaten("E114", message.format(line=_shortened(line.strip())), index, hint)


def _folded(lines: list[str], index: int) -> _Eaten:
    line = lines[0]
    begin = index + len(line) - len(line.lstrip())
    message = _("the line '{line}' is joined to the one above it by a blank")
    hint = _(
        "Write the text on one line; where each line is a paragraph, write | behind the key and begin below."
    )
    return _Eaten("E114", message.format(line=_shortened(line.strip())), begin, hint, Severity.INFO)


def _split_numbers(items: list[Any], text: str) -> Iterator[_Eaten]:
    """Generate each number between brackets that its comma of thousands makes two values of."""
    for item, next_item in pairwise(items):
        end, next_start = item.end_mark.index, next_item.start_mark.index
        if text[end:next_start] != "," or not _is_split_number(item.value, next_item.value):
            continue
        number = f"{item.value},{next_item.value}"
        message = _("'{number}' between brackets is read as two values").format(number=number)
        hint = _('Put the number in quotes: "{number}"; two values have a blank behind the comma.')
        yield _Eaten("E116", message, item.start_mark.index, hint.format(number=number))


def _is_split_number(value: Any, next_value: Any) -> bool:
    if not isinstance(value, str) or not isinstance(next_value, str):
        return False
    is_whole = to_arabic_digits(value).lstrip("-").isdecimal()
    return is_whole and _THOUSANDS.fullmatch(to_arabic_digits(next_value)) is not None


def _in_quotes(text: str) -> str:
    if "'" in text or '"' in text or "\\" in text or "\n" in text:
        return scalar_text(" ".join(text.split()))
    return f'"{text}"'


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}…"
