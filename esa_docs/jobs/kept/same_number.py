"""A paper that is kept keeps its number and its date, unless somebody says the new ones out loud.

E459 the content file has another number or date than the last kept version · E460 it was renamed.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from esa_docs.diagnostics import ContentError, Severity
from esa_docs.model.base import Content
from esa_docs.model.document import Document
from esa_docs.model.history import History
from esa_docs.model.number_register import NumberEntry, number_key
from esa_docs.model.project import Project
from esa_docs.source.kept.compared_records import diagnose_differing

_RENAMED: Final = "E460"


def entry_of_content(project: Project, document: Document[Content]) -> NumberEntry | None:
    """Return the entry of a content file in the register; None of a kind that is not issued with a date."""
    for entry in project.register:
        if entry.source == document.key and entry.folder is not None and not entry.is_kept:
            return entry
    return None


def refuse_other_number(
    entry: NumberEntry | None,
    history: History,
    *,
    may_change_number: bool = False,
    may_change_date: bool = False,
) -> None:
    """Refuse to keep or send a paper with another number or date than its last version has.

    Args:
        entry: the paper as it is to be kept; None of a kind that is not issued with a date.
        history: its kept versions.
        may_change_number: whether the new number was said together with ``--force``.
        may_change_date: the same of the date.

    Raises:
        ContentError: number or date differ (E459).
    """
    version, record = history.last, history.record
    if entry is None or version is None or record is None:
        return
    has_other_number = entry.key != number_key(record.number or "")
    has_other_date = entry.date != record.date
    is_refused_number = has_other_number and not may_change_number
    is_refused_date = has_other_date and not may_change_date
    if is_refused_number or is_refused_date:
        diagnostic = diagnose_differing(entry, version, record)
        raise ContentError([replace(diagnostic, code="E459", severity=Severity.ERROR)])


def refuse_renamed(project: Project, document: Document[Content]) -> None:
    """Refuse to issue a content file that was renamed, as another paper.

    Raises:
        ContentError: it was (E460).
    """
    errors = project.errors.get(document.key, ())
    renamings = [error for error in errors if error.code == _RENAMED]
    if renamings:
        raise ContentError(renamings)
