"""Texts for the fields of forms in another system. Some kinds of documents have such forms.

E692 the kind of the document fills in no form elsewhere · E693 the document has no form of this code.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from esa_docs import thai
from esa_docs.diagnostics import ContentError, Diagnostic, Location
from esa_docs.hints import nearest_hint
from esa_docs.i18n import gettext as _
from esa_docs.jobs.program_documents import another_file
from esa_docs.model.base import Content
from esa_docs.model.document import Document
from esa_docs.model.field_text import FilledForm
from esa_docs.model.kind import Kinds
from esa_docs.source.folders.disk import read_bytes
from esa_docs.source.folders.files import path_label


def field_texts(document: Document[Content], kinds: Kinds, code: str | None = None) -> tuple[FilledForm, ...]:
    """Return the forms in another system, filled in from a document.

    Args:
        document: the document whose content fills them in.
        kinds: the kinds of documents.
        code: code of the form that is wanted, in either digit set; None for all forms.

    Raises:
        ContentError: the kind of the document fills in no forms (E692), or the document has no form of this
            code (E693).
    """
    write_forms = kinds.of(document).field_texts
    if write_forms is None:
        raise ContentError([_without_forms(document, kinds)])
    forms = write_forms(document)
    if code is None:
        return forms
    wanted_code = thai.to_arabic_digits(code)
    wanted_forms = tuple(form for form in forms if form.code == wanted_code)
    if wanted_forms:
        return wanted_forms
    message = _("an issue with results in this round is expected, found '{code}'").format(code=code)
    hint = nearest_hint(wanted_code, [form.code for form in forms], is_command=True)
    raise ContentError([Diagnostic("E693", message, _place_of(document), hint)])


def _without_forms(document: Document[Content], kinds: Kinds) -> Diagnostic:
    names = ", ".join(kind.name for kind in kinds if kind.field_texts)
    message = _("a document of one of the kinds {kinds} is expected, '{name}' is of the kind {kind}")
    text = message.format(kinds=names, name=document.name, kind=document.kind)
    hint = _("'esa-docs list' shows all documents with their kinds.")
    return Diagnostic("E692", text, _place_of(document), hint)


def text_files(forms: Iterable[FilledForm], folder: Path, *, force: bool = False) -> Mapping[Path, bytes]:
    """Return the bytes of a text file for each form.

    Args:
        forms: the forms.
        folder: where their files go.
        force: overwrite files that say something else.

    Raises:
        ContentError: files that say something else are there (E418), one diagnostic for each.
    """
    files: dict[Path, bytes] = {}
    for form in forms:
        # Programs on Windows know by the byte order mark that a text is UTF-8.
        files[folder / f"{form.file_name}.txt"] = _file_text(form).encode("utf-8-sig")
    if force:
        return files
    other_paths = [path for path, data in files.items() if _is_another(path, data)]
    if other_paths:
        raise ContentError([another_file(path) for path in other_paths])
    return files


def _file_text(form: FilledForm) -> str:
    """Return each field below its label, with the line ends of Windows."""
    blocks = [f"[{field.label}]\n{field.text}\n" for field in form.fields]
    text = "\n".join(blocks)
    return text.replace("\n", "\r\n")


def _is_another(path: Path, data: bytes) -> bool:
    """Return whether a file with other bytes is there. A file that cannot be read counts as one."""
    try:
        return read_bytes(path) != data
    except FileNotFoundError:
        return False
    except OSError:
        return True


def _place_of(document: Document[Content]) -> Location:
    if not document.sources:
        return Location(document.name)
    return Location(path_label(document.sources[0]))
