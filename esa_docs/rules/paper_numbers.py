"""The number of a paper is a number, and what stands beside it is what the paper prints there.

E639 another code, another year, ว on what is no circular, or no number at all · E678 a paper that is counted
by unit names none, or a paper bears a number where the office gives none.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from esa_docs.diagnostics import Diagnostic, Location
from esa_docs.i18n import gettext as _
from esa_docs.model.base import Content
from esa_docs.model.kind import Kind
from esa_docs.model.number_labels import MOST_FIGURES_OF_PAPER
from esa_docs.model.numbering import numbering_way, paper_facts
from esa_docs.model.office import Office
from esa_docs.model.paper_number import PaperNumberError, plain_number
from esa_docs.model.problem import Problem

ABOUT_WAY_OF_NUMBERING: Final = "E678"
"""Code of what does not go together with the way in which the office numbers papers of a kind today."""
_LONGEST_QUOTE: Final = 40


def check_paper_number(kind: Kind[Any], content: Content, office: Office) -> Iterator[Problem]:
    """Generate the problems of the number at the top of a document."""
    number = getattr(content, "number", None)
    if isinstance(number, str):
        try:
            plain_number(number, paper_facts(kind, content, office))
        except PaperNumberError as fault:
            message, hint = words_of_fault(fault)
            yield Problem(("number",), "E639", message, hint)
    yield from _check_way(kind, content, office, number)


def _check_way(kind: Kind[Any], content: Content, office: Office, number: object) -> Iterator[Problem]:
    if kind.numbers is None:
        return
    way = numbering_way(kind, office)
    if way == "none" and number is not None:
        message = _("the number {number} stands here, but papers of this kind bear none in this office")
        hint = _("Delete the number, or write 'numbering: {{{kind}: office}}' in office.yaml.")
        yield Problem(
            ("number",), ABOUT_WAY_OF_NUMBERING, message.format(number=number), hint.format(kind=kind.name)
        )
    if way == "group" and getattr(content, "owner", None) is None:
        message = _("it is not said which unit the paper comes from, and its numbers are counted by unit")
        hint = _("Add 'owner:' with an id of the groups in office.yaml.")
        yield Problem((), ABOUT_WAY_OF_NUMBERING, message, hint)


def diagnose_number(fault: PaperNumberError, place: Location) -> Diagnostic:
    """Return the diagnostic of a typed number that is none, or not that of its paper (E639)."""
    message, hint = words_of_fault(fault)
    return Diagnostic("E639", message, place, hint, field="number")


def words_of_fault(fault: PaperNumberError) -> tuple[str, str]:  # noqa: C901 - a flat match
    """Return message and hint of a fault of a number (E639)."""
    match fault.part:
        case "code":
            return _words_of_code(fault.part_text, fault.expected)
        case "word":
            message = _(
                "'{found}' stands before the number in '{typed}', and is no word of this paper's number"
            )
            hint = _("Write the number alone, such as 12; only พิเศษ may stand before it.")
        case "circular":
            message = _("ว stands before the number '{typed}', and the paper is no circular")
            hint = _("Write the number without ว, or make the paper a circular ('circular: true').")
        case "year":
            message = _("the number '{typed}' has the year {found}, and the paper is of the year {expected}")
            hint = _("Correct number or date; write the number without its year, which is printed by itself.")
        case "era":
            message = _("a year of the Buddhist era is expected behind the number, found '{typed}'")
            hint = _("Write the number without its year, which is printed by itself.")
        case "short_year":
            message = _("a number is expected, and in '{typed}' the figures behind the slash may be the year")
            hint = _("Write the number without its year; an inserted number is written as 45/1.")
        case "long":
            message = _("a number has at most {most} figures, found '{typed}'")
            hint = _("Look whether figures were typed twice, or a number of another kind stands here.")
        case "form":
            message = _("the number of a paper is expected, such as 12 or 45/1; found '{typed}'")
            hint = _("Write the number alone: code, ว and year are printed by themselves.")
    facts = {"typed": _quoted(fault.typed), "found": _quoted(fault.part_text), "expected": fault.expected}
    return message.format(most=MOST_FIGURES_OF_PAPER, **facts), hint


def _quoted(typed: str) -> str:
    """Return what was typed as messages quote it, cut short where it is long."""
    return typed if len(typed) <= _LONGEST_QUOTE else f"{typed[:_LONGEST_QUOTE]}…"


def _words_of_code(code: str, expected: str) -> tuple[str, str]:
    """Return message and hint of a code that the paper does not print."""
    if not expected:
        message = _("this paper bears no code before its number, found {code}").format(code=code)
        return message, _("Write the number alone.")
    message = _("the code {expected} is expected before the number, found {code}")
    hint = _("Write the number alone: {expected} is printed by itself. Codes stand in office.yaml.")
    return message.format(expected=expected, code=code), hint.format(expected=expected)
