"""ส่งแล้ว: a paper has left the office, and is frozen as it was kept."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from esa_docs.diagnostics import ContentError, Diagnostic, Location
from esa_docs.i18n import gettext as _
from esa_docs.jobs.changing import FileChange, hold_project, write_changes
from esa_docs.jobs.issued_papers import Issuance
from esa_docs.jobs.keeping import Occasion, Reason, differs_from, new_version, print_paper
from esa_docs.jobs.plan import find_document
from esa_docs.jobs.states import refuse_draft
from esa_docs.model.base import Content
from esa_docs.model.document import Document
from esa_docs.model.history import History, SentMark
from esa_docs.model.kind import Kinds
from esa_docs.model.life import is_issued
from esa_docs.model.project import Project
from esa_docs.model.signing import Signed
from esa_docs.source.files import path_label
from esa_docs.source.history import version_folder
from esa_docs.source.kept_marks import sent_mark_bytes
from esa_docs.source.project import load_project


def send_paper(
    root: Path, kinds: Kinds, name: str, year: int | None, date: dt.date | None, occasion: Occasion
) -> Issuance:
    """Note that a paper was sent. From then on builds place it as it was kept.

    Args:
        root: project folder.
        kinds: the kinds of documents.
        name: name of the paper.
        year: fiscal year of its folder; None for the newest.
        date: day on which it was sent; None for today.
        occasion: when this is noted, and by whom.

    Returns:
        The result; nothing is written where the paper was sent before.

    Raises:
        ContentError: there is no such document (E407, E408), its content has errors, something is missing in
            it (E445) or it is not issued (E452), or its last version is damaged (E450).
        MachineError: a file cannot be written (E401, E405).
    """
    with hold_project(root):
        project = load_project(root, kinds, today=occasion.at.date())
        document = find_document(project, name, year)
        history = project.histories.get(document.key, History())
        path = document.sources[0].resolve()
        if history.is_sent:
            return Issuance(path, is_written=False)
        refuse_draft(document, _("Complete it first."))
        _refuse_not_issued(project, document)
        day = date or occasion.at.date()
        return _send(project, document, history, SentMark(day, occasion.stamp, occasion.by), occasion)


def _send(
    project: Project, document: Document[Content], history: History, mark: SentMark, occasion: Occasion
) -> Issuance:
    """Write the mark of the last version; a version is kept first where the paper prints something else."""
    path = document.sources[0].resolve()
    paper_print = print_paper(project, document, history, occasion.at.date())
    changes: list[FileChange] = []
    version = history.last.number if history.last else 0
    new_number = None
    if differs_from(paper_print, history):
        why = _("changed before it was sent") if history.last else ""
        version, change = new_version(
            project, document, paper_print, Reason(why, document.is_issued_anyway), occasion
        )
        new_number = version
        changes.append(change)
    mark_path = version_folder(project.root, document.key) / f"{version}.sent.json"
    changes.append(FileChange(mark_path, None, sent_mark_bytes(mark, version)))
    write_changes(project.root, changes)
    return Issuance(path, is_written=True, version=new_number, diagnostics=paper_print.diagnostics)


def _refuse_not_issued(project: Project, document: Document[Content]) -> None:
    """Refuse to send a paper without the date, or the number, that its kind bears."""
    if not isinstance(document.content, Signed) or is_issued(document, project.kinds):
        return
    message = _("'{name}' has not been issued: its number or its date is missing")
    hint = _("Issue it first: esa-docs issue {name}").format(name=document.name)
    place = Location(path_label(document.sources[0]))
    raise ContentError([Diagnostic("E452", message.format(name=document.name), place, hint)])
