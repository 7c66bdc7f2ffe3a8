"""Documents that the program works out, and files that are written outside a build."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any, TypeVar

from esa_docs import thai
from esa_docs.diagnostics import Checked, ContentError, Diagnostic, Location
from esa_docs.i18n import gettext as _
from esa_docs.model.document import Document, Form
from esa_docs.model.project import Project
from esa_docs.source.assets.own_templates import template_fault
from esa_docs.source.folders.disk import MOST_BYTES_OF_PDF, is_there
from esa_docs.source.folders.files import own_template, path_label
from esa_docs.source.yaml_files.text import read_or_raise

C = TypeVar("C")


def program_document(
    project: Project, form: Form[C], key: tuple[str, int], title: str, content: C, numerals: thai.Numerals
) -> Document[C]:
    """Return a document of the office that has no content file.

    Args:
        project: the project of the office.
        form: how the document looks.
        key: its name, and the year it belongs to.
        title: what it is about, in a line.
        content: what it says, worked out by the program.
        numerals: the digits it is printed with.

    Raises:
        ContentError: office.yaml or the roster has errors, or the office's own template of the form cannot be
            read (E435 to E437).
    """
    if project.office is None:
        raise ContentError(project.diagnostics)
    office_template = own_template(project.root, form.name)
    fault = template_fault(project.root, office_template) if office_template else None
    if fault:
        raise ContentError([fault])
    templates = {form.name: office_template} if office_template else {}
    name, year = key
    return Document(name, year, form.name, form, title, content, project.office, numerals, templates)


def make_word(document: Document[Any], file_label: str, today: dt.date) -> Checked[bytes]:
    """Make the Word file of a document, checked as a build checks it.

    Raises:
        ContentError: the office's own template does not fit (E302 to E307).
        MachineError: the installation lacks the template (E301).
    """
    from esa_docs.word.render import render_checked  # noqa: PLC0415 loads jinja2 and lxml

    return render_checked(document, file_label, today=today)


def make_file(
    document: Document[Any], output: Path, *, today: dt.date, force: bool = False
) -> Checked[dict[Path, bytes]]:
    """Make the Word file of a document that the program works out.

    Args:
        document: the document.
        output: where the file goes.
        today: the day on which it is made.
        force: overwrite a file that somebody else made or edited.

    Returns:
        The bytes of the file by its path; None where it must not be written.

    Raises:
        ContentError: another file is there (E418), or the office's own template does not fit (E302 to E307).
        MachineError: the installation lacks the template (E301).
    """
    word = make_word(document, path_label(output), today)
    if word.value is None:
        return Checked(None, word.diagnostics)
    if not force:
        refuse_other_file(output, word.value, document.title)
    return Checked({output: word.value}, word.diagnostics)


def refuse_other_file(place: Path, data: bytes, title: str, hint: str = "") -> None:
    """Refuse to write over a file that somebody else made or edited.

    A Word file that was made here says so in its properties. Of other files nobody knows who made them: only
    equal bytes may be written over them.

    Args:
        place: where the file goes.
        data: its bytes.
        title: title in its properties.
        hint: the cure; by default another name or ``--force``.

    Raises:
        ContentError: another file is there (E418), or it cannot be read (E110).
    """
    from esa_docs.word.core_properties import is_made_here  # noqa: PLC0415 loads what a CSV does not need

    if not is_there(place):
        return
    present_data = read_or_raise(place, MOST_BYTES_OF_PDF)
    if present_data != data and not is_made_here(present_data, title):
        raise ContentError([another_file(place, hint)])


def refuse_existing_file(place: Path, *, force: bool) -> None:
    """Refuse to write over a file, unless that is forced.

    Raises:
        ContentError: a file is there (E418).
    """
    if is_there(place) and not force:
        raise ContentError([another_file(place)])


def another_file(place: Path, hint: str = "") -> Diagnostic:
    """Return the diagnostic of a file that is there and was not overwritten (E418).

    Args:
        place: where it is.
        hint: the cure; by default another name or ``--force``.
    """
    message = _("another file is there already, and it was not overwritten")
    cure = hint or _("Choose another name, or use --force to overwrite it.")
    return Diagnostic("E418", message, Location(path_label(place)), cure)
