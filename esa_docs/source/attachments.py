"""สิ่งที่ส่งมาด้วย: what a memo or letter says is attached is there.

E643 the document is not in the project · E644 the file is not there, or lies outside the project folder.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from esa_docs.hints import nearest_hint
from esa_docs.i18n import gettext as _
from esa_docs.model.attachment import Attachment
from esa_docs.model.problem import Problem
from esa_docs.source.files import project_file


def check_attachments(
    attachments: Iterable[Attachment], root: Path, year: str, names: Collection[str]
) -> Iterator[Problem]:
    """Find the attachments that are missing.

    Args:
        attachments: what goes with a document.
        root: project folder.
        year: its fiscal year, as the documents' names begin.
        names: ``year/name`` of every document of the project.
    """
    known = [name.removeprefix(f"{year}/") for name in sorted(names) if name.startswith(f"{year}/")]
    for number, one in enumerate(attachments):
        place = ("attachments", number)
        if one.document is not None and one.document not in known:
            message = _("a document of this year is expected, found '{name}'").format(name=one.document)
            yield Problem((*place, "document"), "E643", message, nearest_hint(one.document, known))
        if one.file is not None and project_file(root, one.file) is None:
            message = _("the file '{file}' is expected in the project folder and is not there")
            hint = _("Put the file there, or correct its path; it counts from the project folder.")
            yield Problem((*place, "file"), "E644", message.format(file=one.file), hint)
