"""Papers that a build places as they were sent although what they are made from has changed.

E456 (info) the paper was placed as it was sent, and its content, or what it is made with, has changed.
"""

from __future__ import annotations

from collections.abc import Iterator

from esa_docs.diagnostics import Diagnostic, Location, Severity
from esa_docs.i18n import gettext as _
from esa_docs.jobs.building.plan import Choice, is_wanted
from esa_docs.jobs.kept.keeping import inputs_of_print, prints_of, this_program
from esa_docs.jobs.kept.later_papers import later_paper_hint
from esa_docs.model.base import Content
from esa_docs.model.document import Document
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
        is_built = document.year == year and is_wanted(document.name, document.kind, choice)
        if is_built and _has_changed(project, document):
            message = _("'{name}' was placed as it was sent; what it is made from has changed since")
            text = message.format(name=document.name)
            cure = _("'esa-docs check' tells the words that differ.")
            hint = f"{cure} {later_paper_hint(project.kinds, document)}"
            place = Location(path_label(document.sources[0]))
            yield Diagnostic("E456", text, place, hint, Severity.INFO)


def _has_changed(project: Project, document: Document[Content]) -> bool:
    """Return whether a paper was sent, by this program, and is made from something else today."""
    history = project.histories.get(document.key)
    if history is None or not history.is_sent or history.record is None:
        return False
    if history.record.program != this_program():
        return False
    copies = prints_of(project, document)
    inputs = {name: inputs_of_print(copy) for name, copy in copies.items()}
    return inputs != dict(history.record.inputs)
