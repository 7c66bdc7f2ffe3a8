"""Texts between brackets that YAML takes apart: ``[ก ^[โน้ต]]``, ``{title: ดู {ref:แบบ}}``, ``[**ก**]``."""

from __future__ import annotations

import re
from typing import Final

from esa_docs.i18n import gettext as _
from esa_docs.source.yaml_files.syntax_places import Slip

_QUOTED: Final = r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'"""
_BEGINS_MARK: Final = re.compile(
    r"""\*{1,3}[^\s*,\]}]*[^\s*,\]}A-Za-z0-9_-]
    | \[[^\[\]\n]*\]\(
    | \{(?:ref|field):[^{}\n]*\}[ \t]*[^\s,\]}]
    | [`@%]""",
    re.VERBOSE,
)
"""A mark, or a sign of YAML, with which a text begins; a list, keys or an alias of YAML are none."""
_PIECE: Final = re.compile(
    rf"""(?P<blank>\s+(?:\#.*)?)
    | (?P<quoted>{_QUOTED})
    | (?P<opening>[\[{{])
    | (?P<closing>[\]}}])
    | (?P<end>,|:(?=\s))
    | (?P<other>.)""",
    re.VERBOSE,
)
_END_OF_TEXT: Final = re.compile(r"[^\[\]{},\n]*(?:\[[^\[\]\n]*\][^\[\]{},\n]*|\{[^{}\n]*\}[^\[\]{},\n]*)*")
_LONGEST_EXAMPLE: Final = 40
_LINE_WITH_BRACKET: Final = re.compile(r"[ \t]*(?:- +)*(?:[^\s\[{'\"#][^\n\[{'\"#]*: +)?(?=[\[{])")
_MOST_LINES: Final = 20
"""Lines among which the bracket is looked for: that of the fault and those above."""


def find_flow_slip(text: str, begin: int, stop: int) -> Slip | None:
    """Return the text between brackets that must stand in quotes; None where none is found.

    Args:
        text: the file.
        begin: index of an opening bracket.
        stop: index at which YAML stopped.
    """
    # YAML may stop within the mark.
    end_of_line = text.find("\n", stop)
    end = len(text) if end_of_line < 0 else end_of_line
    flow = _Flow()
    for piece in _PIECE.finditer(text, begin, end):
        if piece.lastgroup == "blank":
            continue
        is_within = piece.start() > begin
        if is_within and flow.is_expected and _BEGINS_MARK.match(text, piece.start()):
            return _slip(text, piece.start(), piece[0])
        if flow.start is not None and piece.lastgroup == "opening":
            # A bracket on a further line belongs to what stands there: the one before it is not closed.
            is_on_its_line = "\n" not in text[flow.start : piece.start()]
            return _slip(text, flow.start, piece[0]) if is_on_its_line else None
        flow.read(piece)
        if flow.depth <= 0:
            return None
    return None


def begin_of_flow(text: str, stop: int) -> int | None:
    """Return the index of the bracket with which the value on a line begins, or on one not far above.

    None where none begins so.

    Args:
        text: the file.
        stop: an index on the line.
    """
    line_end = stop
    for _number in range(_MOST_LINES):
        line_start = text.rfind("\n", 0, line_end) + 1
        match = _LINE_WITH_BRACKET.match(text, line_start)
        if match is not None:
            return match.end()
        if not line_start:
            return None
        line_end = line_start - 1
    return None


class _Flow:
    """What was read between brackets so far.

    Attributes:
        depth: how many brackets are open.
        start: where the text at hand begins; None outside a text without quotes.
        is_expected: whether a text or a bracket is expected next.
    """

    def __init__(self) -> None:
        self.depth = 0
        self.start: int | None = None
        self.is_expected = True

    def read(self, piece: re.Match[str]) -> None:
        """Take in a further piece."""
        kind = piece.lastgroup
        if kind == "opening":
            self.depth += 1
        elif kind == "closing":
            self.depth -= 1
        if kind in {"end", "closing"}:
            self.start = None
        elif kind == "other" and self.is_expected:
            self.start = piece.start()
        self.is_expected = kind in {"opening", "end"}


def _slip(text: str, start: int, sign: str) -> Slip:
    match = _END_OF_TEXT.match(text, start)
    value = "" if match is None else match[0].strip()
    doubled = value.replace("'", "''")
    shortened = doubled if len(doubled) <= _LONGEST_EXAMPLE else f"{doubled[:_LONGEST_EXAMPLE]}…"
    if text[start] == sign:
        hint = _("A text that begins with '{sign}' goes in quotes: {example}")
    else:
        hint = _("Between brackets a text that holds '{sign}' goes in single quotes: {example}")
    line_start = text.rfind("\n", 0, start) + 1
    line = text.count("\n", 0, start) + 1
    return Slip(line, start - line_start + 1, hint.format(sign=sign, example=f"'{shortened}'"))
