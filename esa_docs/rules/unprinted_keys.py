"""E222 (warning): a key is filled in that nothing prints, because of what stands beside it.

The rules of each kind know which keys these are.
"""

from __future__ import annotations

from esa_docs.diagnostics import Severity
from esa_docs.model.people import KeyPath
from esa_docs.model.problem import Problem


def unprinted(path: KeyPath, message: str, hint: str) -> Problem:
    """Return the problem of a key that is not printed.

    Args:
        path: key path of the value.
        message: what is printed in its place, or why nothing is.
        hint: where it would be printed.
    """
    return Problem(path, "E222", message, hint, Severity.WARNING)
