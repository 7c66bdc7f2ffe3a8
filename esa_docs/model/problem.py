"""What a rule finds: a diagnostic whose place is still a key path."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from esa_docs.diagnostics import Severity

Cause = Literal["document", "office", "roster"]
"""The file in which a problem is mended."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a text.

    Attributes:
        text: the text, as content holds it.
        index: index of a character in it.
    """

    text: str
    index: int


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem that a rule sees in content.

    Attributes:
        path: keys and indexes that lead from the document to the place of the problem.
        code: stable code.
        message: what was expected and what was found.
        hint: what to do about it.
        severity: whether it keeps the document from being made.
        cause: the file that is to be mended, into which the path leads: that of the document, office.yaml, or
            the roster, where a path begins with ``people`` and the id of a person.
        spot: what it is about in a longer text to which the path leads; None for all of it.
    """

    path: tuple[int | str, ...]
    code: str
    message: str
    hint: str
    severity: Severity = Severity.ERROR
    cause: Cause = "document"
    spot: Spot | None = None


def unprinted(
    path: tuple[int | str, ...], message: str, hint: str, severity: Severity = Severity.WARNING
) -> Problem:
    """Return the problem of a key that nothing prints, because of what stands beside it (E222).

    Args:
        path: key path of the value.
        message: what is printed in its place, or why nothing is.
        hint: where it would be printed.
        severity: an information where the key will be printed later without a change of its text.
    """
    return Problem(path, "E222", message, hint, severity)
