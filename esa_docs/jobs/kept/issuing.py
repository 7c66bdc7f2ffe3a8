"""ออกเลข: a paper gets its number and date, and is kept; after a correction it is kept again."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from pathlib import Path

from esa_docs.diagnostics import ContentError, Diagnostic, Location, Severity
from esa_docs.i18n import gettext as _
from esa_docs.jobs.building.plan import find_document
from esa_docs.jobs.changes.project_changes import FileChange, hold_project, write_changes
from esa_docs.jobs.kept.comparing import compare
from esa_docs.jobs.kept.differing import tell_stayed
from esa_docs.jobs.kept.keeping import Occasion, Reason, new_version, not_kept
from esa_docs.jobs.kept.keeping_log import log_change
from esa_docs.jobs.kept.paper_name import paper_name
from esa_docs.jobs.kept.printing import differs_from, print_paper
from esa_docs.jobs.kept.same_number import entry_of_content, refuse_other_number, refuse_renamed
from esa_docs.jobs.kept.sent_again import tell_sent_before
from esa_docs.jobs.kept.states import missing_in, refuse_draft, warnings_of
from esa_docs.jobs.numbers.number_use import with_misnumbered
from esa_docs.jobs.numbers.numbered_files import NumberedFile, as_it_stands, number_document
from esa_docs.jobs.numbers.unread_places import refuse_unread, series_of_paper
from esa_docs.model.base import Content
from esa_docs.model.document import Document
from esa_docs.model.history import History
from esa_docs.model.kind import Kinds
from esa_docs.model.project import Project
from esa_docs.source.folders.files import path_label
from esa_docs.source.loading.project import load_project


@dataclass(frozen=True, slots=True)
class IssueRequest:
    """The wish to issue a paper.

    Attributes:
        name: name of the paper.
        year: fiscal year of its folder; None for the newest.
        number: its number without the year; None for the one that stands there, and for a kind without.
        date: its date; None for the one that stands there.
        force: replace another number or date that stands there already.
        again: keep a further version of what is kept already.
        why: reason of the further version; empty without ``again``.
        anyway: issue it although something is missing.
    """

    name: str
    year: int | None = None
    number: str | None = None
    date: dt.date | None = None
    force: bool = False
    again: bool = False
    why: str = ""
    anyway: bool = False


@dataclass(frozen=True, slots=True)
class Issuance:
    """The result of issuing or sending a paper.

    Attributes:
        path: its content file.
        is_written: whether anything was written.
        version: number of the version that was kept; None where no further one was.
        diagnostics: warnings.
        sent: the day on which it was sent. None where it was issued.
        paper_name: kind, number and date of a paper that was issued, in words; empty for any other.
        outdated_version: number of the version that holds, where the paper prints something else by now and
            that was not kept. None for any other.
    """

    path: Path
    is_written: bool
    version: int | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    sent: dt.date | None = None
    paper_name: str = ""
    outdated_version: int | None = None


def issue_paper(root: Path, kinds: Kinds, request: IssueRequest, occasion: Occasion) -> Issuance:
    """Write number and date of a paper into its content file and keep it as it is then printed: both or none.

    Args:
        root: project folder.
        kinds: the kinds of documents.
        request: which paper, and how.
        occasion: when, and by whom.

    Raises:
        ContentError: there is no such document (E407, E408), its content has errors, it cannot have this
            number or date (E412 to E414, E605), something is missing in it (E445), a version is kept already
            with another number or date or none is (E459), or something kept cannot be read (E110, E450).
        MachineError: a file cannot be written (E401, E405).
    """
    today = occasion.at.date()
    with hold_project(root, today):
        # A paper that has no date yet names those who serve on the day that it is to get.
        project = with_misnumbered(load_project(root, kinds, today=request.date or today))
        document = find_document(project, request.name, request.year)
        refuse_unread(project, series_of_paper(project, document))
        refuse_renamed(project, document)
        history = project.histories.get(document.key, History())
        numbered_file = _numbered_file(project, document, request, today)
        if history.last is not None and not request.again:
            return _kept_already(project, document, numbered_file, today)
        # The paper is printed with its number and date before anything is written.
        drafts = {document.sources[0]: numbered_file.after}
        project = with_misnumbered(load_project(root, kinds, drafts, today=today))
        document = find_document(project, request.name, request.year)
        if not request.anyway:
            refuse_draft(document)
        return _keep(project, document, numbered_file, request, occasion)


def _numbered_file(
    project: Project, document: Document[Content], request: IssueRequest, today: dt.date
) -> NumberedFile:
    """Return the content file with number and date; unchanged where a kept paper is only kept again."""
    history = project.histories.get(document.key, History())
    if request.again and history.last is None:
        raise not_kept(project, document)
    number, date = request.number, request.date
    if request.again and number is None and date is None:
        refuse_other_number(entry_of_content(project, document), history)
        return as_it_stands(document)
    try:
        numbered_file = number_document(project, document, number, date, today=today, force=request.force)
    except ContentError as fault:
        # A report is not issued and stands in no register: there --anyway helps nothing.
        has_entry = any(entry.source == document.key for entry in project.register)
        missing = missing_in(document) if has_entry and not request.anyway else ()
        raise ContentError([*fault.diagnostics, *missing]) from fault
    if request.again:
        may_change_number = request.force and number is not None
        may_change_date = request.force and date is not None
        refuse_other_number(
            numbered_file.entry, history, may_change_number=may_change_number, may_change_date=may_change_date
        )
    return numbered_file


def _kept_already(
    project: Project, document: Document[Content], numbered_file: NumberedFile, today: dt.date
) -> Issuance:
    """Return the result of issuing a paper that is kept: nothing is written, and what has changed is told.

    Raises:
        ContentError: number or date are to be other than those that are kept (E459).
    """
    _refuse_change(document, numbered_file)
    history = project.histories[document.key]
    refuse_other_number(numbered_file.entry, history)
    differences = tuple(compare(project, document, history, today))
    diagnostics = (*numbered_file.diagnostics, *differences)
    issuance = Issuance(numbered_file.path, is_written=False, diagnostics=diagnostics)
    has_changed = any(diagnostic.severity is Severity.WARNING for diagnostic in differences)
    if history.last is None or not has_changed:
        return issuance
    return replace(issuance, outdated_version=history.last.number)


def _refuse_change(document: Document[Content], numbered_file: NumberedFile) -> None:
    """Refuse another number or date of a paper that is kept, unless a further version is asked for."""
    if not numbered_file.is_changed:
        return
    message = _("a version of '{name}' with another number or date is kept").format(name=document.name)
    hint = _("To keep a further version, add --again --why with the reason.")
    raise ContentError([Diagnostic("E459", message, Location(path_label(numbered_file.path)), hint)])


def _warnings(project: Project, document: Document[Content], numbered_file: NumberedFile) -> list[Diagnostic]:
    """Return what is told of the number, and all other warnings of the paper."""
    diagnostics = list(numbered_file.diagnostics)
    # A check would tell of the number once more, as the register has it before this issue.
    codes = {diagnostic.code for diagnostic in diagnostics}
    diagnostics += [warning for warning in warnings_of(project, document) if warning.code not in codes]
    return diagnostics


def _keep(
    project: Project,
    document: Document[Content],
    numbered_file: NumberedFile,
    request: IssueRequest,
    occasion: Occasion,
) -> Issuance:
    """Write the content file and the next version of the paper; nothing where it prints what is kept."""
    history = project.histories.get(document.key, History())
    is_anyway = document.is_issued_anyway or (request.anyway and document.is_draft)
    document = replace(document, is_issued_anyway=is_anyway)
    paper_print = print_paper(project, document, history, occasion.at.date())
    warnings = (
        *_warnings(project, document, numbered_file),
        *tell_stayed(project.kinds, document, paper_print.stayed),
        *paper_print.diagnostics,
    )
    changes = list(numbered_file.register_changes)
    if numbered_file.is_changed:
        changes.append(FileChange(numbered_file.path, numbered_file.before, numbered_file.after))
    is_different = bool(changes) or differs_from(paper_print, history)
    # A day of sending that was noted wrong is mended by a further version of the same print.
    if not is_different and not history.is_marked:
        return Issuance(numbered_file.path, is_written=False, diagnostics=warnings)
    reason = Reason(request.why, is_anyway, numbered_file.number_note)
    drafts = {document.sources[0]: numbered_file.after}
    version, change = new_version(project, document, paper_print, reason, occasion, drafts)
    changes += [change, log_change(project.root, document.key, [change], occasion.stamp)]
    write_changes(project.root, changes)
    cures = tell_sent_before(project.kinds, document, history, paper_print.hashes)
    return Issuance(
        numbered_file.path,
        is_written=True,
        version=version,
        diagnostics=tuple(dict.fromkeys((*cures, *warnings))),
        paper_name=paper_name(document, project.kinds),
    )
