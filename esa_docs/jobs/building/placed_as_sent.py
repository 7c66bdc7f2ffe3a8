"""What a reader of a build ought to know of papers that are kept.

E456 (info) a paper was placed as it was sent, and its content, or what it is made with, has changed or has
errors; copies were added to a circular that was sent, or taken off it; or a paper that is kept and not sent
was made from something else than its last version.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from esa_docs.diagnostics import Diagnostic, Location, Severity
from esa_docs.hints import command_word
from esa_docs.i18n import gettext as _
from esa_docs.jobs.building.plan import Choice, is_wanted
from esa_docs.jobs.kept.differing import tell_other_copies, tell_stayed
from esa_docs.jobs.kept.frozen import frozen_keys
from esa_docs.jobs.kept.keeping import this_program
from esa_docs.jobs.kept.later_papers import later_paper_hint
from esa_docs.jobs.kept.own_files import has_same_content, tell_others_changed
from esa_docs.jobs.kept.printing import inputs_of_print, prints_of
from esa_docs.model.base import Content
from esa_docs.model.document import Document
from esa_docs.model.history import History, Version
from esa_docs.model.project import Project
from esa_docs.model.record import Record
from esa_docs.source.folders.files import path_label
from esa_docs.source.kept.compared_records import differing_papers
from esa_docs.source.kept.kept_history import version_folder


def tell_placed_as_sent(project: Project, choice: Choice, year: int | None) -> Iterator[Diagnostic]:
    """Generate what was placed as it was sent, and what was made from something else than its last version.

    Records of other versions of the program are passed over: their prints differ by themselves. Which words
    differ is told by `check`, which renders those papers.

    Args:
        project: whose papers.
        choice: which of them are built.
        year: fiscal year that is built.
    """
    unchanged_papers: list[Document[Content]] = []
    # Of these it is told when the project is loaded, with the cure (E457).
    renumbered_keys = differing_papers(project.register, project.histories).keys()
    for document in project.documents:
        record = project.histories.get(document.key, History()).record
        is_built = document.year == year and is_wanted(document.name, document.kind, choice)
        if not is_built or record is None or document.key in renumbered_keys:
            continue
        if _is_changed_around(project, document, record):
            unchanged_papers.append(document)
        else:
            yield from _tell(project, document, record)
    diagnostic = tell_others_changed(project, unchanged_papers)
    if diagnostic is not None:
        yield diagnostic
    yield from _tell_faulty(project, choice, year)


def _is_changed_around(project: Project, document: Document[Content], record: Record) -> bool:
    """Return whether a sent paper has its content, and something else that it is made with has changed."""
    is_whole = record.is_one_paper and project.histories[document.key].is_sent
    return is_whole and _has_changed(project, document, record) and has_same_content(document, record)


def _tell(project: Project, document: Document[Content], record: Record) -> Iterator[Diagnostic]:
    """Generate what there is to be known of a paper of which a version is kept."""
    history = project.histories[document.key]
    if history.sent_files and not record.is_one_paper:
        yield from _tell_copies(project, document, history, record)
    elif _has_changed(project, document, record):
        if history.is_sent:
            yield _tell_changed(project, document)
        else:
            yield _tell_not_kept(document, history.versions[-1])


def _tell_copies(
    project: Project, document: Document[Content], history: History, record: Record
) -> Iterator[Diagnostic]:
    """Generate what of a circular was placed as it was sent, and the copies that were made beside it."""
    copies = prints_of(project, document)
    for diagnostic in tell_other_copies(project.kinds, document, history, copies.keys()):
        yield replace(diagnostic, severity=Severity.INFO)
    if record.program == this_program():
        inputs = {name: inputs_of_print(copy) for name, copy in copies.items()}
        changed_names = [name for name in history.sent_files if _is_other(name, inputs, record)]
        yield from tell_stayed(project.kinds, document, changed_names)


def _is_other(name: str, inputs: Mapping[str, str], record: Record) -> bool:
    """Return whether a copy is made from something else today; one that is gone is told elsewhere."""
    return name in inputs and inputs[name] != record.inputs.get(name)


def _tell_changed(project: Project, document: Document[Content]) -> Diagnostic:
    message = _("'{name}' was placed as it was sent; what it is made from has changed since")
    text = message.format(name=document.name)
    cure = _("'esa-docs check' tells the words that differ.")
    hint = f"{cure} {later_paper_hint(project.kinds, document)}"
    return Diagnostic("E456", text, Location(path_label(document.sources[0])), hint, Severity.INFO)


def _tell_not_kept(document: Document[Content], version: Version) -> Diagnostic:
    message = _("'{name}' was made from something else than version {version}, which is kept")
    text = message.format(name=document.name, version=version.number)
    hint = _(
        "'esa-docs check' tells the words that differ. To keep it as it is now:"
        ' esa-docs issue {name} --again --why "…"'
    )
    cure = hint.format(name=command_word(document.name))
    return Diagnostic("E456", text, Location(path_label(document.sources[0])), cure, Severity.INFO)


def _tell_faulty(project: Project, choice: Choice, year: int | None) -> Iterator[Diagnostic]:
    """Generate an information of each wanted paper that was placed as it was sent and has errors."""
    placed_keys = frozen_keys(project)
    for key in project.faulty:
        record = project.histories.get(key, History()).record
        if key not in placed_keys or record is None or record.year != year:
            continue
        if is_wanted(record.name, record.kind, choice):
            errors = project.errors.get(key, ())
            message = _("'{name}' was placed as it was sent; its content has errors")
            if not errors:
                message = _(
                    "'{name}' was placed as it was sent; what it shares, or is kept of it, has errors"
                )
            place = Location(path_label(version_folder(project.root, key)))
            if errors:
                place = errors[0].location
            hint = _("The errors are told at their places; the paper that was sent stays as it is.")
            yield Diagnostic("E456", message.format(name=record.name), place, hint, Severity.INFO)


def _has_changed(project: Project, document: Document[Content], record: Record) -> bool:
    """Return whether a paper was kept by this program, and is made from something else today."""
    if record.program != this_program():
        return False
    copies = prints_of(project, document)
    inputs = {name: inputs_of_print(copy) for name, copy in copies.items()}
    return inputs != dict(record.inputs)
