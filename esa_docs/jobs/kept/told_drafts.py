"""ร่าง: what the check says of drafts, so that nobody takes a clean check for a finished paper.

W513 (information) the paper is a draft. A report is one for most of its year, so this fails no strict check.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from esa_docs.diagnostics import Diagnostic, Location, Severity
from esa_docs.hints import command_word
from esa_docs.i18n import gettext as _
from esa_docs.model.document import Document
from esa_docs.model.history import History
from esa_docs.model.project import Project
from esa_docs.rules.scaffold_texts import CODES_OF_UNFINISHED_WORDS
from esa_docs.source.folders.files import path_label


def tell_drafts(project: Project) -> Iterator[Diagnostic]:
    """Generate an information on each draft of which a part is missing that no other diagnostic tells.

    A paper that was sent is placed as it was kept, whatever its content lacks by now.

    Args:
        project: the papers.
    """
    messages_of_words: set[str] = set()
    for diagnostic in project.diagnostics:
        if diagnostic.code in CODES_OF_UNFINISHED_WORDS:
            messages_of_words.add(diagnostic.message)
    for document in project.documents:
        history = project.histories.get(document.key, History())
        if history.is_sent or not document.is_draft:
            continue
        untold_parts = [part for part in document.missing if part.message not in messages_of_words]
        if untold_parts:
            yield _draft(document, len(untold_parts))


def _draft(document: Document[Any], count: int) -> Diagnostic:
    message = _("a draft, printed with ร่าง: {count} missing").format(count=count)
    hint = _("What is missing: esa-docs status {name} --year {year}")
    cure = hint.format(name=command_word(document.name), year=document.year)
    return Diagnostic("W513", message, Location(path_label(document.sources[0])), cure, Severity.INFO)
