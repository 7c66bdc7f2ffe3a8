"""The files that a paper's content stands in: whether they are those that a kept version was made from."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from esa_docs.diagnostics import Diagnostic, Location, Severity
from esa_docs.i18n import gettext as _
from esa_docs.model.document import Document
from esa_docs.model.project import Project
from esa_docs.model.record import Record
from esa_docs.source.folders.disk import read_bytes
from esa_docs.source.folders.files import path_label

_NO_DRAFTS: Final[Mapping[Path, bytes]] = MappingProxyType({})
_MOST_NAMES: Final = 5
"""Papers that a message names."""


def own_files_hash(document: Document[Any], drafts: Mapping[Path, bytes] = _NO_DRAFTS) -> str:
    """Return one hash of the content file of a paper, its parts and its tables; empty where one is unread.

    Args:
        document: the paper.
        drafts: what is to be written into a file, by its path.
    """
    digest = hashlib.sha256()
    for path in document.sources:
        data = drafts.get(path)
        if data is None:
            try:
                data = read_bytes(path)
            except OSError:
                return ""
        # Git may change the line ends of a text.
        digest.update(hashlib.sha256(data.replace(b"\r\n", b"\n")).digest())
    return digest.hexdigest()


def has_same_content(document: Document[Any], record: Record) -> bool:
    """Return whether the files of a paper are those that a version was made from.

    Records of earlier versions of the program do not say it: of such a paper the answer is no.
    """
    return bool(record.content_files) and record.content_files == own_files_hash(document)


def tell_others_changed(
    project: Project, papers: Sequence[Document[Any]], change: str = ""
) -> Diagnostic | None:
    """Return one information of all sent papers that only office, roster or template would change (E456).

    Args:
        project: whose papers.
        papers: the papers; None is returned where there are none.
        change: what the first of them would print differently, in words; empty where it is not known.
    """
    if not papers:
        return None
    message = _(
        "of {count} sent papers the content is as it was, and office, roster, template or program have"
        " changed since: {names}"
    )
    names = ", ".join(paper.name for paper in papers[:_MOST_NAMES])
    if len(papers) > _MOST_NAMES:
        names = f"{names}, …"
    text = message.format(count=len(papers), names=names)
    if change:
        text = f"{text}; {papers[0].name}: {change}"
    hint = _("Nothing is to be done: they stay as they were sent.")
    return Diagnostic("E456", text, Location(path_label(project.root)), hint, Severity.INFO)
