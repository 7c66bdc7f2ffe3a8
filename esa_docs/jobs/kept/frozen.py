"""ส่งแล้ว: papers whose kept files are placed as they are, whatever became of content, roster and template.

A paper is frozen once it was sent; of a circular each copy by itself, so that a recipient who is added or
corrected later touches that copy alone. A paper whose content file is gone is frozen too: nothing else can be
placed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any, Final, NoReturn, get_args

from esa_docs.diagnostics import ContentError, Diagnostic, Location
from esa_docs.i18n import gettext as _
from esa_docs.jobs.building.copies import copies_of
from esa_docs.jobs.kept.renamed import errors_of_renaming
from esa_docs.model.area import Area
from esa_docs.model.base import Content
from esa_docs.model.document import Document, Form
from esa_docs.model.history import History, KeptFile
from esa_docs.model.life import is_frozen, placed_names
from esa_docs.model.office import FontFamily, Office
from esa_docs.model.project import Project
from esa_docs.model.record import Record
from esa_docs.source.folders.files import path_label
from esa_docs.source.kept.kept_files import files_of

_WORD_ENDING: Final = ".docx"


def frozen_keys(project: Project) -> frozenset[str]:
    """Return ``year/name`` of each paper of which builds place every kept file; see `life.is_frozen`."""
    keys_with_content = _keys_with_content(project)
    keys: list[str] = []
    for key, history in project.histories.items():
        if is_frozen(history, has_content=key in keys_with_content):
            keys.append(key)
    return frozenset(keys)


def made_copies(project: Project, document: Document[Content]) -> Iterator[Document[Content]]:
    """Generate what builds make of a content file: all its copies but those that were sent."""
    history = project.histories.get(document.key, History())
    is_sent_whole = history.record is not None and history.record.is_one_paper and history.is_sent
    if is_sent_whole:
        return
    sent_names = placed_names(history, has_content=True)
    for copy in copies_of(document, project.kinds):
        if kept_name(document, copy) not in sent_names:
            yield copy


def frozen_files(project: Project) -> Iterator[tuple[Record, KeptFile, Document[Content]]]:
    """Generate every kept file that builds place, with its record and a document to stand for it."""
    keys_with_content = _keys_with_content(project)
    documents = {document.key: document for document in project.documents}
    for key, history in sorted(project.histories.items()):
        if history.last is None or history.record is None:
            continue
        names = placed_names(history, has_content=key in keys_with_content)
        for file in files_of(history.last):
            if file.name in names:
                yield history.record, file, _stand_in(project, history.record, file, documents.get(key))


def keys_without_content(project: Project) -> Iterator[str]:
    """Generate ``year/name`` of each kept paper whose content file is gone."""
    keys_with_content = _keys_with_content(project)
    for key, history in project.histories.items():
        if key not in keys_with_content and history.record is not None:
            yield key


def without_content(project: Project, key: str) -> ContentError:
    """Return the error of a kept paper whose content file is needed and gone (E457), with the cure.

    Of a file that was renamed the error names the file that it is now (E460).

    Args:
        project: whose paper it is.
        key: its ``year/name``.
    """
    renamings = errors_of_renaming(project, key)
    if renamings:
        return ContentError(renamings)
    version = project.histories[key].last
    path = version.path if version else project.root
    message = _("the content file of '{name}' is gone; only its kept version is there").format(name=key)
    hint = _("Bring {file} back, from git or a backup, or write a new paper that amends or replaces it.")
    return ContentError(
        [Diagnostic("E457", message, Location(path_label(path)), hint.format(file=f"{key}.yaml"))]
    )


def in_folder_of(record: Record, file_name: str) -> str:
    """Return the name of a kept file below its year, without ending: ``orders/x`` of ``x.docx``."""
    folder = PurePosixPath(record.name).parent
    return (folder / file_name.removesuffix(_WORD_ENDING)).as_posix()


def kept_name(document: Document[Content], copy: Document[Content]) -> str:
    """Return the name of the file of a copy in a kept version.

    Args:
        document: the paper as its content file says it.
        copy: it, or one of its copies.
    """
    folder, slash, _name = document.name.rpartition("/")
    return copy.name.removeprefix(folder + slash) + _WORD_ENDING


def with_family_of(document: Document[Content], word: bytes) -> Document[Content]:
    """Return a document whose office uses the font family of a Word file: offices may change theirs."""
    from esa_docs.pages.families_used import families_used  # noqa: PLC0415 loads lxml and fontTools

    families: tuple[FontFamily, ...] = get_args(FontFamily)
    used_families = families_used(word)
    for family in families:
        if family in used_families:
            office = document.office.model_copy(update={"font": family})
            return replace(document, office=office)
    return document


def _keys_with_content(project: Project) -> set[str]:
    keys = {document.key for document in project.documents}
    keys.update(project.faulty)
    return keys


def _stand_in(
    project: Project, record: Record, file: KeptFile, document: Document[Content] | None
) -> Document[Content]:
    """Return a document for the file of a kept version; nothing is made of it but properties of a PDF.

    Args:
        project: whose paper it is.
        record: the record of the version.
        file: the file.
        document: the paper as its content says it today, with its evidence. None where it has faults.
    """
    name = in_folder_of(record, file.name)
    office = project.office or Office(name="-", short_name="-", parent="-")
    form: Form[Any] = Form(record.kind, _never_filled_in)
    is_copy = name != record.name
    copy_of = record.name if is_copy else ""
    stand_in: Document[Content] = Document(
        name, record.year, record.kind, form, record.title, Content(), office, "thai", copy_of=copy_of
    )
    if document is None or is_copy:
        return stand_in
    return replace(stand_in, numerals=document.numerals, sources=document.sources, annex=document.annex)


def _never_filled_in(document: Document[Any], _area: Area) -> NoReturn:
    raise AssertionError(f"{document.key} is placed as it was kept")
