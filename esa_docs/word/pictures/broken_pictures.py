"""Pictures that a document names and that cannot be printed, as a build finds when it reads all of them."""

from __future__ import annotations

from collections.abc import Mapping

from esa_docs.diagnostics import ContentError, Diagnostic


class BrokenPictureError(ValueError):
    """A picture whose pixels cannot be read to their end."""


class UnprintedPicturesError(ContentError):
    """The pictures of a document that cannot be printed, all of them.

    Attributes:
        names: their paths as written in content.
    """

    def __init__(self, faults: Mapping[str, Diagnostic]) -> None:
        super().__init__(list(faults.values()))
        self.names = frozenset(faults)
