"""Text that is read as a comment wherever it stands: a ``#`` that people type as a part of a text (E112).

Who does what of E112: this module finds the comments that tell by their form alone that they are text, such
as ``#1`` and a ``#`` glued to a quotation mark; `parsing.py` asks it for every YAML file.
`comments_in_text.py` finds the comments of the usual form, ``# …``, behind a text that is printed;
`binding.py` asks it, because the model alone says what is printed. Both take their words from here.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from esa_docs.diagnostics import Diagnostic, Location, Severity
from esa_docs.i18n import gettext as _
from esa_docs.source.yaml_files.quoted import in_quotes, shortened
from esa_docs.source.yaml_files.text import place_in
from esa_docs.source.yaml_files.tree import Path, format_path

_SURE_TEXT: Final = re.compile(r"#+(?:[^ \t\n#]|$)", re.MULTILINE)
"""A comment without a blank behind its sign, such as ``#1``: people type one, and no empty comments."""
_NUMBER: Final = re.compile(r"#+[0-9๐-๙]")
"""What is text even on a line of its own: lines are taken out with a ``#`` before a key, never a number."""
_BLANKS: Final = re.compile(" *")


@dataclass(frozen=True, slots=True)
class Span:
    """A value or key of a file as PyYAML composes it, where it stands, and its key path.

    Attributes:
        start: index of its first character; of a block, of the end of the line with its sign.
        end: index behind it.
        value: its text.
        is_block: whether it is a block, ``|`` or ``>``.
        path: key path of the value, or of the mapping of the key.
    """

    start: int
    end: int
    value: str
    is_block: bool
    path: Path

    @classmethod
    def of(cls, node: Any, text: str, path: Path) -> Span:
        """Return the span of a scalar of PyYAML."""
        start, end = node.start_mark.index, node.end_mark.index
        is_block = node.style in {"|", ">"}
        if is_block:
            line_end = text.find("\n", start)
            start = end if line_end < 0 else min(line_end, end)
        return cls(start, end, node.value, is_block, path)


def may_have_sure_comments(text: str) -> bool:
    """Return whether a file may have comments that are text by their form; most have none."""
    index = text.find("#")
    while index >= 0:
        # A regular expression that begins with what stands before the sign would look at every letter.
        if _may_be_sure(text, index):
            return True
        line_end = text.find("\n", index)
        index = -1 if line_end < 0 else text.find("#", line_end)
    return False


def _may_be_sure(text: str, index: int) -> bool:
    """Return whether the first ``#`` of a line may begin such a comment."""
    letter_before = text[index - 1 : index]
    if letter_before in {"", "\n"}:
        return _NUMBER.match(text, index) is not None
    is_glued = letter_before not in {" ", "\t"}
    return is_glued or is_sure(text, index)


def sure_comments(text: str, spans: list[Span], file_label: str) -> Iterator[Diagnostic]:
    """Generate a diagnostic of each comment that is text by its form (E112).

    Args:
        text: the file.
        spans: all its keys and values without keys of their own; an empty value has a span of no width.
        file_label: how diagnostics name the file.
    """
    spans = sorted(spans, key=lambda span: (span.start, span.end))
    starts = [span.start for span in spans]
    index = text.find("#")
    while index >= 0:
        number = bisect_right(starts, index) - 1
        span = spans[number] if number >= 0 else None
        if span and index < span.end:
            index = text.find("#", span.end)
            continue
        if _is_sure(text, index, span):
            yield _diagnostic(text, index, span, file_label)
        line_end = text.find("\n", index)
        index = -1 if line_end < 0 else text.find("#", line_end)


def is_sure(text: str, index: int) -> bool:
    """Return whether the comment whose ``#`` is at an index of a text is text by its form."""
    return _SURE_TEXT.match(text, index) is not None


def lost_comment(value: str, comment: str, severity: Severity, place: Location, field: str) -> Diagnostic:
    """Return the diagnostic of a comment that is likely a part of a text (E112).

    Args:
        value: what is printed of the text; empty where nothing is.
        comment: the comment, with the blanks before it.
        severity: how sure it is.
        place: where the comment begins.
        field: key path of the text.
    """
    hint = _("If it belongs to the text, put it all in quotes: {whole}. A comment is typed as {form}.")
    if severity is Severity.INFO:
        hint = _("If it belongs to the text, put it all in quotes: {whole}; if not, it may stay.")
    hint = hint.format(whole=in_quotes(f"{value}{comment}".strip()), form="'  # …'")
    return Diagnostic("E112", _message(comment), place, hint, severity, field)


def comment_apart(comment: str, severity: Severity, place: Location, field: str) -> Diagnostic:
    """Return the diagnostic of a comment that is likely text and stands behind no text (E112).

    It stands behind brackets, behind a key with a list below it, or on a line of its own. The arguments are
    those of `lost_comment`.
    """
    hint = _("If it belongs to the text, write it where it belongs, in quotes: {whole}; if not, it may stay.")
    if severity is Severity.WARNING:
        hint = _(
            "If it belongs to the text, write it where it belongs, in quotes: {whole}."
            " A comment is typed as {form}."
        )
    hint = hint.format(whole=in_quotes(comment.strip()), form="'  # …'")
    return Diagnostic("E112", _message(comment), place, hint, severity, field)


def _message(comment: str) -> str:
    message = _("'{lost}' is read as a comment because of the #, and is not printed")
    return message.format(lost=shortened(comment.strip()))


def _is_sure(text: str, index: int, span: Span | None) -> bool:
    """Return whether a comment is text by its form.

    Args:
        text: the file.
        index: index of its ``#``.
        span: what stands last before it; None where nothing does.
    """
    before = text[text.rfind("\n", 0, index) + 1 : index]
    if before.strip():
        is_glued = not before[-1].isspace()
        return is_glued or is_sure(text, index)
    if _NUMBER.match(text, index):
        return True
    return span is not None and span.is_block and _is_below(text, index, span) and is_sure(text, index)


def _is_below(text: str, index: int, block: Span) -> bool:
    """Return whether a line of its own stands further in than the key of the block above it."""
    return _indentation(text, index) > _indentation(text, block.start)


def _indentation(text: str, index: int) -> int:
    """Return the blanks with which the line begins in which an index is."""
    line_start = text.rfind("\n", 0, index) + 1
    blanks = _BLANKS.match(text, line_start)
    return len(blanks[0]) if blanks else 0


def _diagnostic(text: str, index: int, span: Span | None, file_label: str) -> Diagnostic:
    """Return the diagnostic of the comment at an index, behind a span."""
    line_start = text.rfind("\n", 0, index) + 1
    line_end = text.find("\n", index)
    comment = text[index:] if line_end < 0 else text[index:line_end]
    place = Location(file_label, *place_in(text, index))
    field = format_path(span.path) if span else ""
    is_on_own_line = not text[line_start:index].strip()
    if span is None or is_on_own_line or text[span.end : index].strip():
        return comment_apart(comment, Severity.WARNING, place, field)
    return lost_comment(span.value, f"{text[span.end : index]}{comment}", Severity.WARNING, place, field)
