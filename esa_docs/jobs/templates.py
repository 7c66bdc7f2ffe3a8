"""The office's own templates: the shipped one put into a project, and the list of what it may print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from esa_docs.diagnostics import ContentError, Diagnostic
from esa_docs.i18n import gettext as _
from esa_docs.jobs.changes.project_changes import FileChange
from esa_docs.jobs.program_documents import another_file, refuse_other_file
from esa_docs.model.document import Form
from esa_docs.model.printed.shape import Shape, Variable
from esa_docs.source.assets.own_templates import template_fault
from esa_docs.source.folders.disk import MOST_BYTES, is_there
from esa_docs.source.folders.files import TEMPLATES_FOLDER, own_template, path_label
from esa_docs.source.yaml_files.text import read_or_raise

_TOLD_BY_BUILDS: Final = frozenset({"E336"})
"""Codes of warnings that a build tells too."""


def plan_copy(root: Path, form: str) -> FileChange:
    """Return the change that puts the shipped template of a form into a project.

    Raises:
        ContentError: the project has a file of this name (E418).
        MachineError: the installation lacks the template (E301).
    """
    from esa_docs.word.templates.reading.template_file import shipped_template  # noqa: PLC0415 only here

    path = root / TEMPLATES_FOLDER / f"{form}.docx"
    if is_there(path):
        hint = _("It is the template of the office. Move it elsewhere to begin with the shipped one again.")
        raise ContentError([another_file(path, hint)])
    data = shipped_template(f"{form}.docx").read_bytes()
    return FileChange(path, None, data)


def variables_file(form: str, variables: Iterable[Variable], output: Path) -> bytes:
    """Return the Word page that lists the variables of a form.

    Args:
        form: name of the form.
        variables: its variables.
        output: where the file goes.

    Raises:
        ContentError: another file is there (E418).
        MachineError: the installation lacks a template (E301).
    """
    from esa_docs.word.variables_page import variables_page  # noqa: PLC0415 loads lxml

    title = _("Variables of the template {name}").format(name=f"{form}.docx")
    heads = (_("What is typed"), _("Meaning"), _("Example"))
    rows = [(line.tag or line.label, line.meaning, line.example) for line in variables]
    data = variables_page(title, heads, rows)
    refuse_other_file(output, data, title, _("Choose another name, or move that file away."))
    return data


def own_template_faults(root: Path, forms: Iterable[Form[Any]]) -> Iterator[Diagnostic]:
    """Generate the errors of the office's own templates, and the warnings that a build tells too.

    What cannot be read is told where the project is loaded.

    Args:
        root: project folder.
        forms: all forms.
    """
    for form in forms:
        path = own_template(root, form.name)
        if path is None or template_fault(root, path) is not None:
            continue
        yield from _faults_of(path, form)


def _faults_of(path: Path, form: Form[Any]) -> tuple[Diagnostic, ...]:
    from esa_docs.word.templates.checking.check import check_template  # noqa: PLC0415 loads lxml
    from esa_docs.word.templates.checking.faults_in_build import with_command  # noqa: PLC0415 as above

    try:
        diagnostics = check_template(read_or_raise(path, MOST_BYTES), path_label(path), shape_of(form))
    except ContentError as fault:
        diagnostics = fault.diagnostics
    told_here = [line for line in diagnostics if line.is_error or line.code in _TOLD_BY_BUILDS]
    return with_command(told_here, path_label(path))


def shape_of(form: Form[Any]) -> Shape | None:
    """Return what a form may print; None where nobody declares it."""
    from esa_docs.model.printed.shape import read_shape  # noqa: PLC0415 only templates need it

    return read_shape(form.printed()) if form.printed else None
