"""Marks in texts, such as ``**bold**``: what is wrong with them, and where they mean nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Final

from esa_docs.diagnostics import Severity
from esa_docs.i18n import gettext as _
from esa_docs.model.base import Content
from esa_docs.model.meanings import written_in
from esa_docs.model.people import KeyPath
from esa_docs.model.problem import Problem, Spot
from esa_docs.model.prose.mark_faults import MarkFault, MarkFaultSort
from esa_docs.model.prose.placed_marks import placed_marks
from esa_docs.model.prose.prose import FieldValue, Prose
from esa_docs.model.prose.reading import read_marks
from esa_docs.rules.many_faults import tell_many

_LONGEST_QUOTE: Final = 24
_FIELD: Final = "{field:"
"""A field in a text without marks: where there are recipients it is an error (`recipient_fields.py`)."""
_ABOUT_WORDS: Final = 12
"""Letters beside a mark that are quoted with it."""


def check_marks(content: Content, *, has_recipients: bool) -> Iterator[Problem]:
    """Generate the problems of the marks in all texts of some content of version 2.

    Args:
        content: the content.
        has_recipients: whether fields in its texts mean something (`recipient_fields.py`).
    """
    for written in written_in(content):
        text = written.value
        if isinstance(text, Prose):
            yield from _check_prose(written.path, text)
            if not has_recipients:
                yield from _fields_not_here(written.path, text)
        elif isinstance(text, str) and not (has_recipients and _FIELD in text):
            yield from _check_plain_text(written.path, text)


def _check_prose(path: KeyPath, prose: Prose) -> Iterator[Problem]:
    faults_of_kinds: dict[tuple[MarkFaultSort, str], list[MarkFault]] = {}
    for fault in read_marks(prose.source).faults:
        faults_of_kinds.setdefault(_kind_of(fault), []).append(fault)
    for faults in faults_of_kinds.values():
        yield from tell_many(faults, partial(_tell_fault, path, prose.source))


def _tell_fault(path: KeyPath, source: str, fault: MarkFault) -> Problem:
    problem = _TELLERS[fault.sort](path, fault, source)
    return replace(problem, spot=Spot(source, fault.start))


def _kind_of(fault: MarkFault) -> tuple[MarkFaultSort, str]:
    """Return what faults of a text have in common that are told once if they are many."""
    if fault.sort not in {MarkFaultSort.UNMATCHED, MarkFaultSort.VALUE}:
        return fault.sort, ""
    return fault.sort, fault.text.partition(":")[0]


def _fields_not_here(path: KeyPath, prose: Prose) -> Iterator[Problem]:
    """Generate the fields in a text, and in its notes, of a paper that has no recipients."""
    if not prose.spans:
        return
    source = prose.source
    spots_of_columns: dict[str, list[Spot]] = {}
    for mark, start in placed_marks(source):
        if isinstance(mark, FieldValue):
            spots_of_columns.setdefault(mark.column, []).append(Spot(source, start))
    for column, spots in spots_of_columns.items():
        yield from tell_many(spots, partial(_not_here, path, f"{{field:{column}}}"))


def _not_here(path: KeyPath, mark: str, spot: Spot) -> Problem:
    message = _("'{mark}' stands for something that this text does not have").format(mark=mark)
    hint = _("Delete it; if the signs themselves are meant, write a backslash before them: {literal}")
    return Problem(path, "E120", message, hint.format(literal=f"\\{mark}"), spot=spot)


def _tell_unmatched(path: KeyPath, fault: MarkFault, source: str) -> Problem:
    message = _("the mark '{mark}' has no partner, and is printed as typed: {near}")
    text = message.format(mark=fault.text, near=_near(fault, source))
    hint = _(
        "Write it before and behind the words, with no blank inside: {example}. "
        "If the sign itself is meant, write a backslash before it: {literal}"
    )
    words = hint.format(example=_example(fault.text), literal=_literal(fault.text))
    return Problem(path, "W504", text, words, Severity.WARNING)


def _tell_nested(path: KeyPath, fault: MarkFault, source: str) -> Problem:
    message = _("the mark '{mark}' stands within a mark that cannot hold it: {near}")
    text = message.format(mark=_cut(fault.text), near=_near(fault, source))
    hint = _(
        "End the one before the other begins; a note holds no note, a link no link and no note. "
        "If the sign itself is meant, write a backslash before it: {literal}"
    )
    return Problem(path, "E118", text, hint.format(literal=_literal(_cut(fault.text))))


def _tell_value(path: KeyPath, fault: MarkFault, source: str) -> Problem:
    name = fault.text[1:].partition(":")[0]
    message = _("the mark '{mark}' is not whole, and is printed as typed: {near}")
    text = message.format(mark=fault.text, near=_near(fault, source))
    hint = _(
        "Write the id or the column behind the colon, and close the bracket: {example}. "
        "If the sign itself is meant, write a backslash before it: {literal}"
    )
    words = hint.format(example=f"{{{name}:…}}", literal=_literal(fault.text))
    return Problem(path, "W504", text, words, Severity.WARNING)


def _tell_broken_link(path: KeyPath, fault: MarkFault, _source: str) -> Problem:
    messages = {
        MarkFaultSort.NO_ADDRESS: _("the link has no address: the round brackets are empty"),
        MarkFaultSort.OPEN_ADDRESS: _("the round bracket of the link '{address}' is not closed"),
        MarkFaultSort.BLANK_ADDRESS: _("the address of the link '{address}' has a blank behind it or in it"),
    }
    hint = _(
        "Write words and the whole address, without blanks: [words](https://…). "
        "If the brackets themselves are meant, write a backslash before the first: \\["
    )
    return Problem(path, "E119", messages[fault.sort].format(address=_cut(fault.text)), hint)


def _tell_wordless_link(path: KeyPath, fault: MarkFault, _source: str) -> Problem:
    message = _("the link '{address}' has no words, and its address is printed in their place")
    hint = _(
        "Write words in the square brackets: [words](https://…). "
        "If the brackets themselves are meant, write a backslash before the first: \\["
    )
    text = message.format(address=_cut(fault.text))
    return Problem(path, "E119", text, hint, Severity.WARNING)


def _tell_address(path: KeyPath, fault: MarkFault, _source: str) -> Problem:
    message = _("the link '{address}' leads to no web page and no e-mail address")
    hint = _(
        "Write the whole address in round brackets: [words](https://…) or [words](mailto:…). "
        "If the brackets themselves are meant, write a backslash before the first: \\["
    )
    return Problem(path, "E119", message.format(address=_cut(fault.text)), hint)


_TELLERS: Final[dict[MarkFaultSort, Callable[[KeyPath, MarkFault, str], Problem]]] = {
    MarkFaultSort.UNMATCHED: _tell_unmatched,
    MarkFaultSort.NESTED: _tell_nested,
    MarkFaultSort.VALUE: _tell_value,
    MarkFaultSort.NO_WORDS: _tell_wordless_link,
    MarkFaultSort.NO_ADDRESS: _tell_broken_link,
    MarkFaultSort.OPEN_ADDRESS: _tell_broken_link,
    MarkFaultSort.BLANK_ADDRESS: _tell_broken_link,
    MarkFaultSort.ADDRESS: _tell_address,
}


def _check_plain_text(path: KeyPath, text: str) -> Iterator[Problem]:
    """Generate a warning for a text that is printed as typed and holds a mark."""
    reading = read_marks(text)
    if reading.marks:
        mark = _cut(reading.marks[0])
        message = _("this text has no marks: '{mark}' is printed as typed").format(mark=mark)
        hint = _(
            "Take the mark out. Names, subjects, titles and posts are printed in the letters of their place."
        )
        spot = Spot(text, reading.starts[0])
        yield Problem(path, "W515", message, hint, Severity.WARNING, spot=spot)


def _example(mark: str) -> str:
    """Return how a mark is written around words."""
    examples = {"^[": "^[…]", "^": "x^2^", "~": "H~2~O"}
    return examples.get(mark, f"{mark}…{mark}")


def _literal(mark: str) -> str:
    """Return how a mark is typed that is to be printed."""
    if mark.startswith(("{", "[", "^[")):
        return f"\\{mark}"
    return "".join(f"\\{sign}" for sign in mark)


def _near(fault: MarkFault, source: str) -> str:
    """Return a mark with the letters beside it."""
    start = max(fault.start - _ABOUT_WORDS, 0)
    line = source[start : fault.start + _ABOUT_WORDS]
    return line.replace("\n", " ")


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}…"
