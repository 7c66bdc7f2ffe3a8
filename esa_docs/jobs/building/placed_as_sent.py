"""Papers that a build places as they were sent although what they are made from has changed.

E456 (info) the paper was placed as it was sent, and its content, or what it is made with, has changed; or
copies were added to a circular that was sent, or taken off it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from esa_docs.diagnostics import Diagnostic, Location, Severity
from esa_docs.i18n import gettext as _
from esa_docs.jobs.building.plan import Choice, is_wanted
from esa_docs.jobs.kept.differing import tell_other_copies, tell_stayed
from esa_docs.jobs.kept.keeping import this_program
from esa_docs.jobs.kept.later_papers import later_paper_hint
from esa_docs.jobs.kept.printing import inputs_of_print, prints_of
from esa_docs.model.base import Content
from esa_docs.model.document import Document
from esa_docs.model.history import History, Record
from esa_docs.model.project import Project
from esa_docs.source.files import path_label


def tell_placed_as_sent(project: Project, choice: Choice, year: int | None) -> Iterator[Diagnostic]:
    """Generate a diagnostic of each wanted paper that was sent and is made from something else today.

    Nothing is rendered. For another version of the program every paper is made from something else, so of
    papers that another version kept nothing is told here; ``check`` compares their words.

    Args:
        project: whose papers.
        choice: which of them are built.
        year: fiscal year that is built.
    """
    for document in project.documents:
        history = project.histories.get(document.key, History())
        is_built = document.year == year and is_wanted(document.name, document.kind, choice)
        if is_built and history.record is not None and history.sent_files:
            yield from _tell(project, document, history, history.record)


def _tell(
    project: Project, document: Document[Content], history: History, record: Record
) -> Iterator[Diagnostic]:
    """Generate what was placed as it was sent, and the copies that were made beside it."""
    copies = prints_of(project, document)
    inputs = {name: inputs_of_print(copy) for name, copy in copies.items()}
    has_same_program = record.program == this_program()
    if not record.is_one_paper:
        for diagnostic in tell_other_copies(project.kinds, document, history, copies.keys()):
            yield replace(diagnostic, severity=Severity.INFO)
        if has_same_program:
            changed_names = [name for name in history.sent_files if _has_changed(name, inputs, record)]
            yield from tell_stayed(project.kinds, document, changed_names)
    elif has_same_program and inputs != dict(record.inputs):
        message = _("'{name}' was placed as it was sent; what it is made from has changed since")
        text = message.format(name=document.name)
        cure = _("'esa-docs check' tells the words that differ.")
        hint = f"{cure} {later_paper_hint(project.kinds, document)}"
        place = Location(path_label(document.sources[0]))
        yield Diagnostic("E456", text, place, hint, Severity.INFO)


def _has_changed(name: str, inputs: Mapping[str, str], record: Record) -> bool:
    """Return whether a copy is made from something else today; one that is gone is told elsewhere."""
    return name in inputs and inputs[name] != record.inputs.get(name)
