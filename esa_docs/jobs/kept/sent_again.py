"""A further version of a paper that has left the office, and what the clerk should know of it (E458)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from esa_docs import thai
from esa_docs.diagnostics import Diagnostic, Location, Severity
from esa_docs.hints import command_word
from esa_docs.i18n import gettext as _
from esa_docs.jobs.kept.later_papers import later_paper_hint
from esa_docs.model.base import Content
from esa_docs.model.document import Document
from esa_docs.model.history import History
from esa_docs.model.kind import Kinds
from esa_docs.source.folders.files import path_label


def tell_sent_before(
    kinds: Kinds, document: Document[Content], history: History, hashes: Mapping[str, str]
) -> Iterator[Diagnostic]:
    """Generate the warnings of a further version of what has been sent; none where nothing was (E458).

    Args:
        kinds: the kinds of documents.
        document: the paper.
        history: its versions before this one.
        hashes: SHA-256 of each file of this version.
    """
    record, hashes_of_sent = history.record, history.hashes_of_sent
    if record is None or not hashes_of_sent:
        return
    if history.is_sent and dict(record.files) == hashes:
        yield from _tell_unchanged(document, history)
    elif not record.is_one_paper:
        yield from _tell_copies(kinds, document, history, hashes)
    elif not _is_as_sent(history, hashes):
        message = _("'{name}' has been sent: whoever has it does not have this version")
        text = message.format(name=document.name)
        yield _warning(document, text, later_paper_hint(kinds, document))


def _is_as_sent(history: History, hashes: Mapping[str, str]) -> bool:
    """Return whether a version prints what left the office last."""
    record = history.marked_record
    return record is not None and dict(record.files) == hashes


def _tell_unchanged(document: Document[Content], history: History) -> Iterator[Diagnostic]:
    """Generate the warning of a version that prints what was sent: a day noted wrong is mended so."""
    if history.sent_on is None:
        return
    day = thai.format_date(history.sent_on, "long", "arabic")
    message = _("'{name}' counts as sent on {day} until another day is noted")
    hint = _("Note the right day: esa-docs sent {name} --date DATE").format(name=command_word(document.name))
    yield _warning(document, message.format(name=document.name, day=day), hint)


def _tell_copies(
    kinds: Kinds, document: Document[Content], history: History, hashes: Mapping[str, str]
) -> Iterator[Diagnostic]:
    """Generate a warning of sent copies that have changed, of new copies, and of sent ones that are gone."""
    hashes_of_sent = history.hashes_of_sent
    names_of_sent = history.marked_record.files if history.marked_record else hashes_of_sent
    new_names = [name for name in hashes if name not in hashes_of_sent]
    changed_names = [name for name in hashes if hashes[name] != hashes_of_sent.get(name, hashes[name])]
    lost_names = [name for name in names_of_sent if name not in hashes]
    if changed_names or new_names:
        message = _("'{name}' has been sent: these copies of it are new or have changed: {names}")
        text = message.format(name=document.name, names=", ".join([*changed_names, *new_names]))
        hint = _("Once they have been sent: esa-docs sent {name}").format(name=command_word(document.name))
        if changed_names:
            hint = later_paper_hint(kinds, document)
        yield _warning(document, text, hint)
    if lost_names:
        message = _("these copies of '{name}' were sent and are not in this version any more: {names}")
        text = message.format(name=document.name, names=", ".join(lost_names))
        hint = _("Whoever has such a copy still has it. If it does not hold for them, tell them in a letter.")
        yield _warning(document, text, hint)


def _warning(document: Document[Content], message: str, hint: str) -> Diagnostic:
    return Diagnostic("E458", message, Location(path_label(document.sources[0])), hint, Severity.WARNING)
