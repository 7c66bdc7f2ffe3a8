"""Templates of an office: what they may print, whether one is right, and the shipped one to begin with."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from esa_docs.api.clock import this_day
from esa_docs.api.projects import every_form
from esa_docs.diagnostics import Diagnostic
from esa_docs.i18n import gettext as _
from esa_docs.jobs.changes.files import write_file
from esa_docs.jobs.changes.project_changes import hold_project, write_changes
from esa_docs.jobs.templates import plan_copy, shape_of, variables_file
from esa_docs.kinds import KINDS
from esa_docs.model.document import Form
from esa_docs.model.prose.block_fields import names_with_blocks
from esa_docs.source.assets.own_templates import diagnose_misnamed
from esa_docs.source.folders.conflict_copies import diagnose_named_copy, is_sure_copy
from esa_docs.source.folders.disk import MOST_BYTES
from esa_docs.source.folders.files import path_label
from esa_docs.source.yaml_files.text import read_or_raise

if TYPE_CHECKING:
    from esa_docs.model.printed.shape import Variable


def check_template(file: Path, form: str) -> tuple[Diagnostic, ...]:
    """Return all that is wrong with a template, before a document is made with it.

    Args:
        file: the template.
        form: name of the form that it is for: of a kind, or of a further paper of it.

    Raises:
        ContentError: it cannot be read (E110), or is no Word file (E302).
    """
    from esa_docs.word.templates.checking.check import check_template as find_faults  # noqa: PLC0415 lxml

    data = read_or_raise(file, MOST_BYTES)
    return find_faults(data, path_label(file), shape_of(_form_named(form)), _names_with_blocks(form))


def _names_with_blocks(form: str) -> frozenset[str]:
    """Return the fields that may hold blocks, of the kind that has the form; none of another form."""
    for kind in KINDS:
        if any(kind_form.name == form for kind_form in kind.forms):
            return names_with_blocks(kind.content)
    return frozenset()


def diagnose_unnamed_template(file: Path) -> Diagnostic:
    """Return what is told of a template that has the name of no form: a copy (E433), or not used (W518).

    Args:
        file: the template.
    """
    if is_sure_copy(file):
        copy = diagnose_named_copy(file)
        if copy is not None:
            return copy
    return diagnose_misnamed(file, KINDS, [form.name for form in every_form()])


def template_variables(form: str) -> tuple[Variable, ...]:
    """Return the variables of a form, with their meaning in the reader's language.

    Args:
        form: its name.
    """
    from esa_docs.model.printed.shape import variables_of  # noqa: PLC0415 only templates need it

    shape = shape_of(_form_named(form))
    if shape is None:
        return ()
    return tuple(replace(line, meaning=_(line.meaning)) for line in variables_of(shape))


def write_variables(form: str, output: Path) -> None:
    """Write the variables of a form as a Word page, to copy from.

    Args:
        form: its name.
        output: where the file goes.

    Raises:
        ContentError: another file is there (E418).
        MachineError: the file cannot be written (E401, E405).
    """
    write_file(output, variables_file(form, template_variables(form), output))


def copy_template(root: str | Path, form: str) -> Path:
    """Put the shipped template of a form into a project; return its path.

    Args:
        root: project folder.
        form: name of the form.

    Raises:
        ContentError: the project has a template of this form already (E418).
        MachineError: the folder is no project (E902), it is being changed by somebody else (E430), or the
            file cannot be written (E401, E405).
    """
    folder = Path(root)
    with hold_project(folder, this_day()):
        change = plan_copy(folder, form)
        write_changes(folder, [change])
    return change.path


def _form_named(name: str) -> Form[Any]:
    forms = {form.name: form for form in every_form()}
    return forms[name]
