"""Documents without a content file, and files that belong to no build: another's file is not overwritten."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from esa_docs.diagnostics import Checked, ContentError, Diagnostic, Location
from esa_docs.i18n import gettext as _
from esa_docs.model.document import AnyContent, Document, Project
from esa_docs.source.files import TEMPLATES_FOLDER, shown_path
from esa_docs.source.text import unreadable


def paper_document(project: Project, paper: str, name: str, year: int, content: AnyContent) -> Document:
    """Give what the program works out as a document of the office.

    Args:
        project: whose document.
        paper: what it looks like: the name of its template.
        name: name of the document.
        year: year it belongs to.
        content: what it says.

    Raises:
        ContentError: office.yaml or the roster has errors.
    """
    if project.office is None:
        raise ContentError(project.diagnostics)
    template = project.root / TEMPLATES_FOLDER / f"{paper}.docx"
    own = template if template.is_file() else None
    return Document(name, year, content, project.office, own, paper=paper)


def make_word(document: Document, shown: str, today: dt.date) -> Checked[bytes]:
    """Make the Word file of a document, checked as a build checks it.

    Raises:
        ContentError: the office's own template does not fit (E302 to E307).
        MachineError: the installation lacks the template (E301).
    """
    from esa_docs.word.render import render_checked  # noqa: PLC0415 loads docxtpl and lxml

    return render_checked(document, shown, today=today)


def unless_another(place: Path, data: bytes, title: str) -> bytes:
    """Give what is written, unless what is there is not the Word file of this title as made here.

    Of a file that is no Word file nobody knows who made it: only equal bytes are written over it.

    Raises:
        ContentError: another file is there (E418), or it cannot be read.
    """
    from esa_docs.word.core_properties import is_made_here  # noqa: PLC0415 loads what a CSV does not need

    there = _bytes_of(place) if place.exists() else data
    if there == data or is_made_here(there, title):
        return data
    raise ContentError([another_file(place)])


def another_file(place: Path) -> Diagnostic:
    """Tell of a file that is there and not overwritten (E418)."""
    message = _("another file is there already, and it was not overwritten")
    hint = _("Choose another name, or use --force to overwrite it.")
    return Diagnostic("E418", message, Location(shown_path(place)), hint)


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fault:
        raise ContentError([unreadable(fault, Location(shown_path(path)))]) from fault
