"""Texts of the fields of forms elsewhere, for those kinds that give them: shown, or written to files.

E692 the kind of the document has no such form · E693 the document has no such one.
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
from esa_docs.source.files import path_label


def field_texts(document: Document[Content], kinds: Kinds, code: str | None = None) -> tuple[FilledForm, ...]:
    """Return the forms that a document fills in elsewhere.

    Args:
        document: what it is taken from.
        kinds: the kinds of documents.
        code: the one form that is wanted, in either digit set; None for all.

    Raises:
        ContentError: the kind of the document fills in no forms (E692), or it has no such one (E693).
    """
    write = kinds.of(document).field_texts
    if write is None:
        raise ContentError([_without_forms(document, kinds)])
    forms = write(document)
    if code is None:
        return forms
    wanted = thai.to_arabic_digits(code)
    chosen = tuple(form for form in forms if form.code == wanted)
    if chosen:
        return chosen
    message = _("an issue with results in this round is expected, found '{code}'").format(code=code)
    hint = nearest_hint(wanted, [form.code for form in forms])
    raise ContentError([Diagnostic("E693", message, _place(document), hint)])


def _without_forms(document: Document[Content], kinds: Kinds) -> Diagnostic:
    names = ", ".join(kind.name for kind in kinds if kind.field_texts)
    message = _("a document of one of the kinds {kinds} is expected, '{name}' is of the kind {kind}")
    text = message.format(kinds=names, name=document.name, kind=document.kind)
    return Diagnostic(
        "E692", text, _place(document), _("'esa-docs list' shows all documents with their kinds.")
    )


def text_files(forms: Iterable[FilledForm], folder: Path, *, force: bool = False) -> Mapping[Path, bytes]:
    """Return what goes into the text file of each form; a mark tells Windows that it is UTF-8.

    Args:
        forms: the forms.
        folder: where their files go.
        force: overwrite files that say something else.

    Raises:
        ContentError: another file is there (E418).
    """
    files = {folder / f"{form.file_name}.txt": _file_text(form).encode("utf-8-sig") for form in forms}
    others = [] if force else [path for path, data in files.items() if _is_another(path, data)]
    if others:
        raise ContentError([another_file(path) for path in others])
    return files


def _file_text(form: FilledForm) -> str:
    """Write each field below its label, with the line ends of Windows."""
    blocks = (f"[{field.label}]\n{field.text}\n" for field in form.fields)
    return "\n".join(blocks).replace("\n", "\r\n")


def _is_another(path: Path, data: bytes) -> bool:
    try:
        return path.read_bytes() != data
    except FileNotFoundError:
        return False
    except OSError:
        return True


def _place(document: Document[Content]) -> Location:
    return Location(path_label(document.sources[0])) if document.sources else Location(document.name)
