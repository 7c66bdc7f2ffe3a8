"""What differs between a paper and its kept version, told with the cure (E456)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from esa_docs.diagnostics import Diagnostic, Location, Severity
from esa_docs.hints import command_word, few_names
from esa_docs.i18n import gettext as _
from esa_docs.jobs.kept.later_papers import later_paper_hint
from esa_docs.model.base import Content
from esa_docs.model.document import Document
from esa_docs.model.history import History
from esa_docs.model.kind import Kinds
from esa_docs.source.folders.files import path_label


def difference(document: Document[Content], message: str, hint: str) -> Diagnostic:
    """Return the warning that a paper differs from its kept version (E456)."""
    return Diagnostic("E456", message, Location(path_label(document.sources[0])), hint, Severity.WARNING)


def told_of_copies(diagnostic: Diagnostic, *, stays: bool) -> Diagnostic:
    """Return what is told of a difference of copies: where they stay as they were sent an information."""
    if not stays:
        return diagnostic
    hint = _("Nothing is to be done: they stay as they were sent.")
    return replace(diagnostic, hint=hint, severity=Severity.INFO)


def cure_of(kinds: Kinds, document: Document[Content], *, is_sent: bool) -> str:
    """Return, in words, what is to be done about a difference.

    Args:
        kinds: the kinds of documents.
        document: the paper.
        is_sent: whether what differs has left the office.
    """
    if is_sent:
        return later_paper_hint(kinds, document)
    hint = _('Undo what was changed; or keep a further version: esa-docs issue {name} --again --why "…".')
    return hint.format(name=command_word(document.name))


def tell_other_copies(
    kinds: Kinds, document: Document[Content], history: History, names: Collection[str]
) -> Iterator[Diagnostic]:
    """Generate a warning of copies that were added after the last version, and of those that are gone.

    Args:
        kinds: the kinds of documents.
        document: the paper.
        history: its kept versions.
        names: names of the files that content makes today, as a kept version has them.
    """
    version, record = history.last, history.record
    if version is None or record is None:
        return
    added_names = [name for name in names if name not in record.files]
    lost_names = [name for name in record.files if name not in names]
    cure = cure_of(kinds, document, is_sent=record.is_one_paper and history.is_sent)
    if added_names:
        message = _("these copies are not in version {version}, which is kept: {names}")
        text = message.format(version=version.number, names=_sorted(added_names))
        yield difference(document, text, _cure_of_added(document, history) or cure)
    if lost_names:
        message = _("version {version}, which is kept, has copies that are not made any more: {names}")
        text = message.format(version=version.number, names=_sorted(lost_names))
        yield difference(document, text, cure)


def _sorted(names: Sequence[str]) -> str:
    return ", ".join(sorted(names))


def _cure_of_added(document: Document[Content], history: History) -> str:
    """Return what is to be done about a copy that joins those that were sent; empty where none was."""
    if not history.sent_files or (history.record and history.record.is_one_paper):
        return ""
    hint = _(
        'Keep it: esa-docs issue {name} --again --why "…"; once it has been sent: esa-docs sent {name}.'
        " The copies that were sent stay as they are."
    )
    return hint.format(name=command_word(document.name))


def tell_stayed(kinds: Kinds, document: Document[Content], names: Sequence[str]) -> Iterator[Diagnostic]:
    """Generate an information of copies that stay as they were sent though they would print differently.

    Args:
        kinds: the kinds of documents.
        document: the paper.
        names: names of the copies; without any nothing is told.
    """
    if not names:
        return
    message = _(
        "these copies of '{name}' stay as they were sent; what they are made from has changed since: {names}"
    )
    text = message.format(name=document.name, names=few_names(names))
    cure = _("'esa-docs check' tells the words that differ.")
    hint = f"{cure} {later_paper_hint(kinds, document)}"
    place = Location(path_label(document.sources[0]))
    yield Diagnostic("E456", text, place, hint, Severity.INFO)
