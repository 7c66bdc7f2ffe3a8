"""Text that YAML reads as signs of its own: it is told, because it would not be printed as it is typed.

E113 a mark at the beginning of a text · E114 (warning, or info) lines that are joined · E115 a backslash
between double quotes · E116 a comma of thousands between brackets (`split_numbers.py`). What stands behind a
``#`` (E112) is no part of a value: `sure_comments.py` looks for it. What else YAML drops or changes stops it
with an error of its own, see tests/source/test_eaten_text.py.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Any, Final

import yaml

from esa_docs import thai
from esa_docs.diagnostics import Diagnostic, Location, Severity
from esa_docs.i18n import gettext as _
from esa_docs.source.yaml_files.quoted import in_quotes, shortened
from esa_docs.source.yaml_files.split_numbers import split_numbers
from esa_docs.source.yaml_files.text import place_in
from esa_docs.source.yaml_files.tree import Path, format_path
from esa_docs.source.yaml_files.yaml_depth import LOADER

_SIGNS: Final = re.compile(
    r"""
      (?<![^\s\[{,])[!&]               # a mark where a value begins
    | [|>][+-]?[0-9]                   # a number of a block
    | \\
    | [0-9๐-๙]["']?,["']?[0-9๐-๙]{3}   # a comma of thousands
    """,
    re.VERBOSE | re.MULTILINE,
)
"""What a file holds in which a value of one line may lose something."""
_NAME: Final = "&"
_HEADER: Final = re.compile(r"[|>][0-9+-]*")
_ESCAPE: Final = re.compile(
    r"\\(?:[xuU](?P<code>(?<=x)[0-9A-Fa-f]{2}|(?<=u)[0-9A-Fa-f]{4}|(?<=U)[0-9A-Fa-f]{8})|(?P<sign>.))",
    re.DOTALL,
)
"""A backslash with the sign behind it. The two go together, so that the second of two begins nothing."""
_CHANGED: Final = frozenset("tr_/ ")
"""Signs that a backslash turns into a blank or a line end, or are lost. Control characters are refused."""
_LINE_OF_ITS_OWN: Final = re.compile(r"[ \t]*(?:-|[>|?][ \t]|[A-Za-z_][A-Za-z0-9_]*:)[^\n]*")
"""A line that looks like an item, a block or a key."""
_KEY_OR_ITEM: Final = re.compile(r"[ \t]*(?:- |[A-Za-z_][A-Za-z0-9_]*:(?: |$))[^\n]*")


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


def eaten_texts(
    node: Any, text: str, file_label: str, path: Path, names: Callable[[], Collection[str]]
) -> Iterator[Diagnostic]:
    """Generate a diagnostic of each piece of a value that YAML drops or changes without a word.

    Args:
        node: a value or key, as PyYAML composes it.
        text: the file.
        file_label: how diagnostics name the file.
        path: key path of the value.
        names: returns the names of texts that the file refers to, as in ``*name``. It is asked where a
            value begins with ``&`` alone.
    """
    for eaten in _eaten_in(node, text, names):
        place = Location(file_label, *place_in(text, eaten.index))
        field = format_path(path)
        yield Diagnostic(eaten.code, eaten.message, place, eaten.hint, eaten.severity, field)


def names_referred_to(text: str) -> frozenset[str]:
    """Return the names to which a file refers as in ``*name``. An asterisk within a text is none."""
    events = yaml.parse(text, Loader=LOADER)
    return frozenset(str(event.anchor) for event in events if isinstance(event, yaml.AliasEvent))


def _eaten_in(node: Any, text: str, names: Callable[[], Collection[str]]) -> Iterator[_Eaten]:
    start, end = node.start_mark.index, node.end_mark.index
    yield from _marks_before(text, node, names)
    if isinstance(node.value, list):
        yield from _split(node, text)
        return
    written = text[start:end]
    if node.style in {"|", ">"}:
        yield from _eaten_by_header(node, text, start)
        return
    if node.style == '"' and "\\" in written:
        yield from _changed_by_backslash(written, start)
    if "\n" in written:
        yield from _joined_lines(node, written, start)


def _split(node: Any, text: str) -> Iterator[_Eaten]:
    if node.flow_style:
        for number in split_numbers(node, text):
            yield _Eaten("E116", number.message, number.index, number.hint)


def _marks_before(text: str, node: Any, names: Callable[[], Collection[str]]) -> Iterator[_Eaten]:
    """Generate the ``! `` and the ``&name`` before a value or key. A name that is referred to is meant."""
    start = node.start_mark.index
    if not text.startswith(("!", "&"), start) or _begins_with_its_key(node):
        return
    written = text[start : node.end_mark.index]
    first_line = written.partition("\n")[0]
    mark = first_line.split(maxsplit=1)[0]
    is_lost_tag = mark == "!"
    is_unused_name = mark.startswith(_NAME) and mark[1:] not in names()
    if is_lost_tag or is_unused_name:
        whole = mark if isinstance(node.value, list) else written
        yield _mark(mark, whole, start)


def _begins_with_its_key(node: Any) -> bool:
    """Return whether a node is a mapping without a mark of its own: what stands there belongs to its key."""
    if not isinstance(node, yaml.MappingNode) or not node.value:
        return False
    first_key, _first_value = node.value[0]
    return bool(first_key.start_mark.index == node.start_mark.index)


def _eaten_by_header(node: Any, text: str, start: int) -> Iterator[_Eaten]:
    """Generate a number of a block such as ``>8`` without lines."""
    line_end = text.find("\n", start)
    header = text[start:] if line_end < 0 else text[start:line_end]
    match = _HEADER.match(header)
    mark = match[0] if match else ""
    if mark.strip("|>+-") and not node.value.strip():
        yield _mark(mark, mark, start)


def _mark(mark: str, whole: str, index: int) -> _Eaten:
    message = _("'{mark}' at the beginning is a sign of YAML and is not printed").format(mark=mark)
    hint = _("If it belongs to the text, put it all in quotes: {whole}; if not, delete it.")
    return _Eaten("E113", message, index, hint.format(whole=in_quotes(whole)))


def _changed_by_backslash(written: str, start: int) -> Iterator[_Eaten]:
    """Generate the first backslash between double quotes that stands for another character."""
    for match in _ESCAPE.finditer(written):
        if match["sign"] in _CHANGED or _is_letter(match["code"]):
            message = _("'{typed}' between double quotes is another character, and is not printed as typed")
            hint = _("Use single quotes, or write the backslash twice; without it if none is meant.")
            yield _Eaten("E115", message.format(typed=match[0]), start + match.start(), hint)
            return


def _is_letter(code: str | None) -> bool:
    r"""Return whether a code stands for a sign that would be printed: what is mended or refused is told so.

    A Windows path such as ``"D:\x86"`` is likelier than a code that a person types.
    """
    if code is None:
        return False
    letter = chr(int(code, 16))
    return thai.mend_text(letter) == letter and not thai.refused_characters(letter)


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
    return _Eaten("E114", message.format(line=shortened(line.strip())), index, hint)


def _folded(lines: list[str], index: int) -> _Eaten:
    line = lines[0]
    begin = index + len(line) - len(line.lstrip())
    message = _("the line '{line}' is joined to the one above it by a blank")
    hint = _(
        "Write the text on one line; where each line is a paragraph, write | behind the key and begin below."
    )
    return _Eaten("E114", message.format(line=shortened(line.strip())), begin, hint, Severity.INFO)
