"""สิ่งที่ส่งมาด้วย: whether the attachments that a memo or letter names are there, and files of annexes.

E438 the file is there and cannot be read · E643 the document is not in the project · E644 the file is not
there, or lies outside the project folder.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from esa_docs.hints import nearest_hint
from esa_docs.i18n import gettext as _
from esa_docs.model.attachment import Attachment
from esa_docs.model.file_names import meant_name
from esa_docs.model.people import KeyPath
from esa_docs.model.problem import Problem
from esa_docs.source.assets.missing_files import hint_of_missing_file
from esa_docs.source.folders.named_files import obstacle, unreadable_words
from esa_docs.source.folders.named_paths import NamedFile, ProjectFiles


def check_attachments(
    attachments: Iterable[Attachment], files: ProjectFiles, year: str, names: Collection[str]
) -> Iterator[Problem]:
    """Generate the problems of attachments that are missing.

    Args:
        attachments: the attachments of a document.
        files: the files of the project.
        year: fiscal year of the document, as the names of documents begin.
        names: ``year/name`` of every document of the project.
    """
    for number, attachment in enumerate(attachments):
        path = ("attachments", number)
        document, written_path = attachment.document, attachment.file
        if document is not None and f"{year}/{document}" not in names:
            yield from check_name((*path, "document"), document, year, names)
        if written_path is not None:
            yield from check_file((*path, "file"), written_path, files.look_for(written_path))


def check_name(path: KeyPath, document: str, year: str, names: Collection[str]) -> Iterator[Problem]:
    """Generate the problem of a name that means no document of a year (E643).

    Args:
        path: key path of the name.
        document: the name.
        year: fiscal year of the document that names it.
        names: ``year/name`` of every document of the project.
    """
    prefix = f"{year}/"
    documents = [name.removeprefix(prefix) for name in sorted(names) if name.startswith(prefix)]
    if meant_name(document, documents) is None:
        message = _("a document of this year is expected, found '{name}'").format(name=document)
        yield Problem(path, "E643", message, nearest_hint(document, documents))


def check_file(path: KeyPath, name: str, file: NamedFile) -> Iterator[Problem]:
    """Generate the problem of a file that is not there (E644), or cannot be read (E438).

    Args:
        path: key path of the name.
        name: the file as written.
        file: what stands there.
    """
    if file.path is not None:
        return
    reason = obstacle(file)
    if reason:
        message, hint = unreadable_words(name, reason)
        yield Problem(path, "E438", message, hint)
        return
    message = _("the file '{file}' is expected in the project folder and is not there")
    hint = hint_of_missing_file(name, file.entry.path)
    yield Problem(path, "E644", message.format(file=name), hint)
