"""Files for the centre's own system: one for each issue of a SAR that has results in the round."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from esa_docs.kinds.sar.content import Centre, Sar
from esa_docs.kinds.sar.issues import IssueFacts, issues_of
from esa_docs.model.document import Document, Form

_CENTRE_FOLDER: Final = "centre"


def files_of(document: Document[Sar], form: Form[Sar]) -> tuple[Document[Sar], ...]:
    """Return a SAR and, where it asks for them, the files of its issues.

    Args:
        document: the SAR.
        form: how the file of an issue looks.
    """
    if document.content.centre is None:
        return (document,)
    return (document, *issue_files(document, form))


def issue_files(document: Document[Sar], form: Form[Sar]) -> tuple[Document[Sar], ...]:
    """Return a document for each issue that has results in the round.

    Args:
        document: a SAR; where it says nothing of the centre the files have their usual names.
        form: how the file of an issue looks.
    """
    reported = (facts for facts in issues_of(document.content) if facts.result.results)
    return tuple(_issue_file(document, facts, form) for facts in reported)


def _issue_file(document: Document[Sar], facts: IssueFacts, form: Form[Sar]) -> Document[Sar]:
    """Narrow a SAR to one issue: what its file does not print cannot make it anew."""
    whole = document.content
    indicator = facts.findings.model_copy(update={"issues": (facts.issue,)})
    content = Sar(scheme=whole.scheme, round=whole.round, indicators=(indicator,))
    numbers = (facts.standard.number, facts.indicator.number, facts.issue.number)
    file_name = (whole.centre or Centre()).name_of(*numbers, whole.round, document.year)
    return replace(
        document,
        name=f"{document.name}/{_CENTRE_FOLDER}/{file_name}",
        form=form,
        content=content,
        copy_of=document.name,
        annex=(),
        last_year=None,
    )
