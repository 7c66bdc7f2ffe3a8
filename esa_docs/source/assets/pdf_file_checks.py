"""Whether a file that is an annex is a PDF: looked at by its beginning.

E483 it is empty, or no PDF in spite of its name. The making of the PDF, which reads all of it, may find more
(E690).
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from esa_docs.i18n import gettext as _
from esa_docs.model.people import KeyPath
from esa_docs.model.problem import Problem
from esa_docs.source.folders.disk import open_file, reason_of
from esa_docs.source.folders.named_files import unreadable_words

_HEADER: Final = b"%PDF-"
_HEADER_WITHIN: Final = 1024
"""Bytes among which readers look for the header of a PDF."""


def check_pdf_file(path: KeyPath, name: str, file: Path) -> Problem | None:
    """Return why a file cannot be bound as a PDF; None where its beginning is that of one.

    Args:
        path: key path of its name.
        name: the file as written.
        file: where it lies.
    """
    try:
        with open_file(file) as opened:
            beginning = opened.read(_HEADER_WITHIN)
    except OSError as fault:
        message, hint = unreadable_words(name, reason_of(fault))
        return Problem(path, "E438", message, hint)
    if _HEADER in beginning:
        return None
    message = _("'{file}' is no PDF, whatever its name says").format(file=name)
    if not beginning:
        message = _("the file '{file}' is empty").format(file=name)
    hint = _("Make the PDF anew in the program that made it; a picture is named with its own ending.")
    return Problem(path, "E483", message, hint)
