"""ส่งแล้ว: a paper has left the office, and is frozen as it was kept.

E452 the paper is not issued, or the day of sending cannot be · E456 the paper prints something else than its
last kept version.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path

from esa_docs import thai
from esa_docs.diagnostics import ContentError, Diagnostic, Location, Severity
from esa_docs.hints import command_word
from esa_docs.i18n import gettext as _
from esa_docs.jobs.building.plan import find_document
from esa_docs.jobs.changes.project_changes import FileChange, hold_project, write_changes
from esa_docs.jobs.kept.comparing import compare
from esa_docs.jobs.kept.differing import tell_other_copies, tell_stayed
from esa_docs.jobs.kept.issuing import Issuance
from esa_docs.jobs.kept.keeping import Occasion, Reason, new_version
from esa_docs.jobs.kept.keeping_log import log_change
from esa_docs.jobs.kept.kept_papers import KeptPaper, find_without_content
from esa_docs.jobs.kept.printing import differs_from, print_paper, prints_of
from esa_docs.jobs.kept.same_number import entry_of_content, refuse_other_number
from esa_docs.jobs.kept.states import refuse_draft, warnings_of
from esa_docs.model.base import Content
from esa_docs.model.document import Document
from esa_docs.model.history import History, SentMark
from esa_docs.model.kind import Kinds
from esa_docs.model.life import is_issued
from esa_docs.model.number_register import YearSeries, next_free
from esa_docs.model.numbering import series_of_office
from esa_docs.model.paper import OfficialPaper
from esa_docs.model.project import Project
from esa_docs.model.signing import Signed
from esa_docs.source.folders.files import path_label
from esa_docs.source.kept.kept_files import refuse_damaged
from esa_docs.source.kept.kept_history import version_folder
from esa_docs.source.kept.kept_marks import sent_mark_bytes
from esa_docs.source.loading.project import load_project


def send_paper(
    root: Path, kinds: Kinds, name: str, year: int | None, date: dt.date | None, occasion: Occasion
) -> Issuance:
    """Note that a paper was sent. From then on builds place it as it was kept.

    Of a paper whose content file is gone, what is kept is what was sent.

    Args:
        root: project folder.
        kinds: the kinds of documents.
        name: name of the paper.
        year: fiscal year of its folder; None for the newest.
        date: day on which it was sent; None for today.
        occasion: when this is noted, and by whom.

    Returns:
        The result; nothing is written where the last version was sent before. Where the paper prints
        something else than its last version, or content makes other copies, its diagnostics tell what
        (E456). Copies that were sent stay as they are, and the mark sends the others.

    Raises:
        ContentError: there is no such document (E407, E408), its content has errors, something is missing in
            it (E445), it is not issued, the day is before its date, to come, or another than was noted
            (E452), its number or date is not that of its last version (E459), or that version is damaged
            (E450).
        MachineError: a file cannot be written (E401, E405).
    """
    with hold_project(root, occasion.at.date()):
        project = load_project(root, kinds, today=occasion.at.date())
        kept_paper = find_without_content(project, name, year)
        if kept_paper is not None:
            return _send_kept(project, kept_paper, date, occasion)
        document = find_document(project, name, year)
        history = project.histories.get(document.key, History())
        if history.last is not None and history.last.sent is not None:
            return _sent_before(project, document, history.last.sent.date, date)
        refuse_draft(document, _("Complete it first."))
        _refuse_not_issued(project, document, occasion.at.date())
        refuse_other_number(entry_of_content(project, document), history)
        paper_day = document.content.day if isinstance(document.content, OfficialPaper) else None
        mark = SentMark(date or occasion.at.date(), occasion.stamp, occasion.by)
        place = Location(path_label(document.sources[0]))
        _refuse_impossible_day(paper_day, place, mark.date, occasion.at.date())
        return _send(project, document, history, mark, occasion)


def _sent_before(
    project: Project, document: Document[Content], noted_day: dt.date, date: dt.date | None
) -> Issuance:
    """Return the result for a paper whose last version was sent; what content makes besides is told."""
    _refuse_another_day(document.name, Location(path_label(document.sources[0])), noted_day, date)
    names = prints_of(project, document).keys()
    history = project.histories[document.key]
    diagnostics = tuple(tell_other_copies(project.kinds, document, history, names))
    path = document.sources[0].resolve()
    return Issuance(path, is_written=False, sent=noted_day, diagnostics=diagnostics)


def _send_kept(project: Project, paper: KeptPaper, date: dt.date | None, occasion: Occasion) -> Issuance:
    """Write the mark of the last version of a paper whose content file is gone."""
    place = Location(path_label(paper.last.path))
    if paper.last.sent is not None:
        noted_day = paper.last.sent.date
        _refuse_another_day(paper.name, place, noted_day, date)
        return Issuance(paper.last.path, is_written=False, sent=noted_day)
    refuse_damaged(paper.history)
    today = occasion.at.date()
    mark = SentMark(date or today, occasion.stamp, occasion.by)
    _refuse_impossible_day(paper.record.date, place, mark.date, today)
    mark_path = paper.last.path.with_name(f"{paper.last.number}.sent.json")
    change = FileChange(mark_path, None, sent_mark_bytes(mark, paper.last.number))
    log = log_change(project.root, paper.key, [change], occasion.stamp)
    write_changes(project.root, [change, log])
    return Issuance(paper.last.path, is_written=True, sent=mark.date)


def _send(
    project: Project, document: Document[Content], history: History, mark: SentMark, occasion: Occasion
) -> Issuance:
    """Write the mark of the last version; a version is kept first where the paper prints something else."""
    path = document.sources[0].resolve()
    today = occasion.at.date()
    paper_print = print_paper(project, document, history, today)
    changes: list[FileChange] = []
    version = history.last.number if history.last else 0
    new_number = None
    differences: tuple[Diagnostic, ...] = ()
    if differs_from(paper_print, history):
        differences = tuple(_differences(project, document, history, today, paper_print.stayed))
        why = _("changed before it was sent") if history.last else ""
        version, change = new_version(
            project, document, paper_print, Reason(why, document.is_issued_anyway), occasion
        )
        new_number = version
        changes.append(change)
    mark_path = version_folder(project.root, document.key) / f"{version}.sent.json"
    changes.append(FileChange(mark_path, None, sent_mark_bytes(mark, version)))
    changes.append(log_change(project.root, document.key, changes, occasion.stamp))
    write_changes(project.root, changes)
    stayed = tell_stayed(project.kinds, document, paper_print.stayed)
    diagnostics = (*differences, *warnings_of(project, document), *stayed, *paper_print.diagnostics)
    return Issuance(path, is_written=True, version=new_number, diagnostics=diagnostics, sent=mark.date)


def _differences(
    project: Project, document: Document[Content], history: History, today: dt.date, stayed: Collection[str]
) -> Iterator[Diagnostic]:
    """Generate what a paper prints differently from its last version (E456); none where there is none.

    Args:
        project: whose paper it is.
        document: the paper.
        history: its kept versions.
        today: the day of the print.
        stayed: names of the copies that stay as they were sent.
    """
    cure = _(
        "If this is not as it was sent, undo the change, then: esa-docs issue {name} --again"
        ' --why "…", esa-docs sent {name}.'
    )
    for diagnostic in compare(project, document, history, today, stayed):
        if diagnostic.severity is Severity.WARNING:
            yield replace(diagnostic, hint=cure.format(name=document.name))
        else:
            yield diagnostic


def _refuse_another_day(name: str, place: Location, noted_day: dt.date, date: dt.date | None) -> None:
    """Refuse a day of sending that is not the one that was noted."""
    if date is None or date == noted_day:
        return
    message = _("it was noted before that '{name}' was sent on {noted}, not on {date}")
    text = message.format(name=name, noted=_long(noted_day), date=_long(date))
    hint = _(
        'If the noted day is wrong: esa-docs issue {name} --again --why "…", then note the right day with'
        " esa-docs sent."
    )
    raise _refusal(place, text, hint.format(name=name))


def _refuse_impossible_day(paper_day: dt.date | None, place: Location, day: dt.date, today: dt.date) -> None:
    """Refuse a day of sending that is to come, or before the date of the paper."""
    if day > today:
        message = _("the day of sending is to come: {day} is after today, {today}")
        text = message.format(day=_long(day), today=_long(today))
        raise _refusal(place, text, _("Note it once the paper has been sent."))
    if paper_day is not None and day < paper_day:
        message = _("the paper cannot have been sent on {day}: its date is {date}")
        text = message.format(day=_long(day), date=_long(paper_day))
        raise _refusal(place, text, _("Correct the day of sending (--date), or the date of the paper."))


def _refusal(place: Location, message: str, hint: str) -> ContentError:
    return ContentError([Diagnostic("E452", message, place, hint)])


def _long(day: dt.date) -> str:
    return thai.format_date(day, "long", "arabic")


def _refuse_not_issued(project: Project, document: Document[Content], today: dt.date) -> None:
    """Refuse to send a paper without the date, or the number, that its kind bears."""
    if not isinstance(document.content, Signed) or is_issued(document, project.kinds):
        return
    message = _("'{name}' has not been issued: its number or its date is missing")
    hint = _("Issue it first: {command}").format(command=_command_of_issue(project, document, today))
    place = Location(path_label(document.sources[0]))
    raise _refusal(place, message.format(name=document.name), hint)


def _command_of_issue(project: Project, document: Document[Content], today: dt.date) -> str:
    """Return the command that issues a paper, with the next free number and the day that it lacks."""
    words = ["esa-docs issue", command_word(document.name), f"--year {document.year}"]
    entry = next(entry for entry in project.register if entry.source == document.key)
    day = entry.date or today
    if entry.number is None and entry.counted_in in series_of_office(project.kinds, project.office):
        number = "N"
        if not project.unread_of(entry.counted_in):
            number = str(next_free(project.register, YearSeries(entry.counted_in, thai.buddhist_year(day))))
        words.append(f"--number {number}")
    if entry.date is None:
        words.append(f"--date {day.day}/{day.month}/{thai.buddhist_year(day)}")
    return " ".join(words)
