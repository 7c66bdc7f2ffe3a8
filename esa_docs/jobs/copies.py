"""The documents that one content file makes: itself, papers, letters, files of issues."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from esa_docs.assess.issues import IssueFacts, issues_of
from esa_docs.model.document import AnnexFile, Document
from esa_docs.model.letter import Addressee, Letter
from esa_docs.model.minutes import Minutes
from esa_docs.model.sar import Centre, Sar
from esa_docs.source.files import TEMPLATES_FOLDER, as_file_name

ISSUE_PAPER: Final = "sar-issue"
"""What the file of an issue looks like: the name of its template."""
DIVIDER_PAPER: Final = "divider"
"""What the page before a piece of evidence looks like; it is always the shipped one."""
_CENTRE_FOLDER: Final = "centre"
_LONGEST: Final = 60


def copies_of(document: Document, root: Path) -> tuple[Document, ...]:
    """Give every document that is made of one: several go into a folder of its name.

    Args:
        document: what a content file says.
        root: project folder, whose templates the papers of a meeting and the files of issues use.
    """
    content = document.content
    if isinstance(content, Letter) and content.separate_files:
        return tuple(_letters(document, content))
    if isinstance(content, Minutes):
        papers = dict.fromkeys(content.papers)
        return (document, *(_paper(document, f"{document.name}/{one}", one, root) for one in papers))
    if isinstance(content, Sar) and content.centre:
        return (document, *issue_papers(document, root))
    return (document,)


def issue_papers(document: Document, root: Path) -> tuple[Document, ...]:
    """Give a document for each issue of a SAR that has results in the round.

    Args:
        document: a SAR; where it says nothing of the centre the files have their usual names.
        root: project folder.
    """
    issues = [one for one in issues_of(document.content) if one.result.results]
    return tuple(_issue_paper(document, one, root) for one in issues)


def divider_of(document: Document, file: AnnexFile) -> Document:
    """Give the page that stands before a piece of evidence behind its report."""
    return replace(document, paper=DIVIDER_PAPER, template=None, annex=(file,))


def _issue_paper(document: Document, facts: IssueFacts, root: Path) -> Document:
    """Narrow a SAR to one issue: what its file does not print cannot make it anew."""
    whole: Sar = document.content
    indicator = facts.findings.model_copy(update={"issues": (facts.issue,)})
    content = Sar(scheme=whole.scheme, round=whole.round, indicators=(indicator,))
    numbers = (facts.standard.number, facts.indicator.number, facts.issue.number)
    name = (whole.centre or Centre()).name_of(*numbers, whole.round, document.year)
    paper = _paper(document, f"{document.name}/{_CENTRE_FOLDER}/{name}", ISSUE_PAPER, root)
    return replace(paper, content=content, annex=(), last_year=None)


def _letters(document: Document, content: Letter) -> Iterator[Document]:
    for number, one in enumerate(content.addressees, 1):
        alone = {"recipients": (one,), "recipients_from": None, "to": None}
        name = f"{document.name}/{number:03d}{_ending(one)}"
        yield replace(document, name=name, content=content.model_copy(update=alone), copy_of=document.name)


def _ending(addressee: Addressee) -> str:
    """Give the short name of an addressee as the end of a file's name, as every system allows it."""
    short = as_file_name((addressee.short or "")[:_LONGEST])
    return f"-{short}" if short else ""


def _paper(document: Document, name: str, paper: str, root: Path) -> Document:
    template = root / TEMPLATES_FOLDER / f"{paper}.docx"
    own = template if template.is_file() else None
    return replace(document, name=name, paper=paper, template=own, copy_of=document.name)
