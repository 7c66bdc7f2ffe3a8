"""Projects and the kinds of documents: load, check, find, start a document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from esa_docs.api.clock import this_day
from esa_docs.diagnostics import Diagnostic, sort_diagnostics
from esa_docs.jobs import keeping_from
from esa_docs.jobs.building.concerning import findings_of_whole
from esa_docs.jobs.building.dividers import DIVIDER
from esa_docs.jobs.building.pdf_faults import check_bound_pdfs
from esa_docs.jobs.building.plan import find_document
from esa_docs.jobs.changes.migrating import migrate_project
from esa_docs.jobs.changes.project_changes import hold_project, settle_project
from esa_docs.jobs.kept.comparing import examine_kept
from esa_docs.jobs.kept.told_drafts import tell_drafts
from esa_docs.jobs.numbers.number_registers import NUMBER_REGISTER
from esa_docs.jobs.numbers.number_use import run_out_reservations
from esa_docs.jobs.people.committee_lists import COMMITTEE_LIST
from esa_docs.jobs.progress import PROGRESS_REPORT
from esa_docs.jobs.starting import start_document
from esa_docs.jobs.templates import own_template_faults
from esa_docs.kinds import KINDS
from esa_docs.model.document import Document, Form
from esa_docs.model.kind import Kinds
from esa_docs.model.migration import Migration
from esa_docs.model.project import Project
from esa_docs.source.assets.own_templates import misnamed_templates
from esa_docs.source.loading.project import load_project, office_errors
from esa_docs.source.schemas.schema import schema_models, schema_text
from esa_docs.timing import Phase, measure


def kinds() -> Kinds:
    """Return the kinds of documents that there are."""
    return KINDS


def office_faults(root: Path) -> list[Diagnostic]:
    """Return the errors of office.yaml, without reading any document.

    Args:
        root: project folder.

    Raises:
        MachineError: a file cannot be read by this machine, see `load`.
    """
    return office_errors(root, KINDS, today=this_day())


def every_form() -> tuple[Form[Any], ...]:
    """Return all forms: those of the kinds, then those of what the program works out itself."""
    declared_forms: list[Form[Any]] = []
    for kind in KINDS:
        declared_forms += kind.forms
    return (*declared_forms, NUMBER_REGISTER, PROGRESS_REPORT, DIVIDER, COMMITTEE_LIST)


def forms() -> tuple[str, ...]:
    """Return the names of all forms: those of the kinds, then those of what the program works out itself."""
    return tuple(form.name for form in every_form())


def load(path: str | Path) -> Project:
    """Return the project of a folder; faults of its content are in ``Project.diagnostics``.

    What a killed command left half-done is finished or undone first (E432).

    Raises:
        MachineError: the folder is no project (E902); or what a killed command left cannot be settled, since
            somebody else has the project (E430) or files cannot be written (E401, E405).
        ContentError: what a killed command left cannot be read (E432).
    """
    root = Path(path)
    settled = settle_project(root)
    with measure(Phase.LOAD):
        project = load_project(root, KINDS, today=this_day())
        unused_templates = misnamed_templates(root, KINDS, forms())
    return replace(project, diagnostics=(*settled, *project.diagnostics, *unused_templates))


def check(project: Project) -> tuple[Diagnostic, ...]:
    """Return all diagnostics of a project, sorted by place: content, bound PDFs, kept papers, reservations.

    Only here every byte of the kept versions is read, and papers that would print otherwise are compared.
    """
    diagnostics = [*project.diagnostics, *run_out_reservations(project, this_day())]
    diagnostics += check_bound_pdfs(project)
    if project.histories:
        diagnostics += examine_kept(project, this_day())
    return sort_diagnostics(diagnostics)


def check_whole(project: Project) -> tuple[Diagnostic, ...]:
    """Return all that ``esa-docs check`` tells, which agrees with what building all of a project tells.

    Beside the diagnostics of `check` these are an information on each draft (W513), that there is no folder
    of a year yet, that the office names no emblem, and what is wrong with its own templates.
    """
    of_templates = own_template_faults(project.root, every_form())
    return sort_diagnostics(
        [*check(project), *tell_drafts(project), *findings_of_whole(project), *of_templates]
    )


def findings_elsewhere(
    project: Project, diagnostics: Iterable[Diagnostic], paths: Iterable[Path]
) -> tuple[Diagnostic, ...]:
    """Return what concerns the papers of content files and stands elsewhere: in their tables, in office.yaml.

    Args:
        project: the project.
        diagnostics: those among which they are, as `check_whole` returns them.
        paths: paths of content files.
    """
    return tuple(keeping_from.findings_elsewhere(project, diagnostics, paths))


def find(project: Project, name: str, year: int | None = None) -> Document[Any]:
    """Return a document of a project.

    Args:
        project: where it belongs.
        name: its name.
        year: fiscal year of its folder; None for the newest.

    Raises:
        ContentError: there is no such year (E407) or document (E408), or its content has errors.
    """
    return find_document(project, name, year)


def migrate(root: str | Path, *, is_dry_run: bool = False, as_marks: bool = False) -> Migration:
    """Bring the content of a project to the newest version; all its files are changed, or none.

    Args:
        root: project folder.
        is_dry_run: only say what would change.
        as_marks: what looks like marks in the texts, such as ``**bold**``, is meant as marks.

    Raises:
        ContentError: the project has errors, a text would mean something else (E220), or a file cannot be
            changed without changing more of it (E414).
        MachineError: the folder is no project (E902), or a file cannot be written (E401, E405).
    """
    today = this_day()
    return migrate_project(Path(root), KINDS, today=today, is_dry_run=is_dry_run, as_marks=as_marks)


def schemas() -> dict[str, str]:
    """Return the JSON Schema of each kind of content file as text, by its name."""
    return {name: schema_text(name, KINDS) for name in schema_models(KINDS)}


def start(
    root: str | Path, kind: str, name: str, year: int | None = None, scheme: str | None = None
) -> tuple[Path, ...]:
    """Write a new content file with every field explained, and the files of its parts; return their paths.

    Args:
        root: folder of the project where the document goes.
        kind: name of the kind of document.
        name: its name.
        year: fiscal year of its folder; None for the newest.
        scheme: id of the edition of a self-assessment; None for that of the newest report of the kind.

    Raises:
        ContentError: a name cannot be used (E403, E415), there is no year (E407), or no such edition (E660).
        MachineError: the project is being changed by somebody else (E430), or a file cannot be written
            (E401, E405).
    """
    folder = Path(root)
    with hold_project(folder, this_day()):
        return start_document(load(folder), KINDS.by_name[kind], name, year, scheme)
