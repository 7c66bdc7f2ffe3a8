"""The office's own templates: the shipped one put into a project, and the list of what it may print."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from esa_docs.diagnostics import ContentError
from esa_docs.i18n import gettext as _
from esa_docs.jobs.changes.project_changes import FileChange
from esa_docs.jobs.program_documents import another_file, refuse_other_file
from esa_docs.model.printed.shape import Variable
from esa_docs.source.folders.disk import is_there
from esa_docs.source.folders.files import TEMPLATES_FOLDER


def plan_copy(root: Path, form: str) -> FileChange:
    """Return the change that puts the shipped template of a form into a project.

    Raises:
        ContentError: the project has a file of this name (E418).
        MachineError: the installation lacks the template (E301).
    """
    from esa_docs.word.templates.template_file import shipped_template  # noqa: PLC0415 only here

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
