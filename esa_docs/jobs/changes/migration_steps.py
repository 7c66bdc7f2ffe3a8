"""What differs between version 1 of content, and the program that read it, and version 2."""

from __future__ import annotations

import collections.abc
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from esa_docs import thai
from esa_docs.diagnostics import Diagnostic, Location, Severity
from esa_docs.i18n import gettext as _
from esa_docs.jobs.building.copies import copies_of
from esa_docs.model.meanings import written_in
from esa_docs.model.migration import TextChange
from esa_docs.model.paper import OfficialPaper
from esa_docs.model.people import KeyPath, Person, people_in
from esa_docs.model.project import Project
from esa_docs.model.prose.literal import as_literal
from esa_docs.model.prose.prose import Prose
from esa_docs.model.prose.reading import read_marks
from esa_docs.model.signing import Issued
from esa_docs.source.binding.binding import locate, value_at
from esa_docs.source.folders.files import OFFICE_FILE, path_label
from esa_docs.source.loading.written_documents import WrittenDocument, written_documents, written_office
from esa_docs.source.yaml_files.tree import Mapping, Scalar, format_path, value_place

_YEAR_BEHIND: Final = re.compile(r"/[0-9]{4}$")
_CIRCULAR_MARK: Final = "ว"
PathsByLabel = collections.abc.Mapping[str, Path]
"""The files of a document, by the names that places have."""


@dataclass(frozen=True, slots=True)
class Look:
    """A project as its files say it.

    Attributes:
        project: the project.
        documents: its documents without faults.
        office: office.yaml; None where it cannot be read.
        as_marks: what looks like marks in the texts is meant as marks.
    """

    project: Project
    documents: tuple[WrittenDocument, ...]
    office: Mapping | None
    as_marks: bool = False


def look_through(project: Project, *, as_marks: bool = False) -> Look:
    """Return a project together with its files.

    Args:
        project: the project.
        as_marks: what looks like marks in the texts is meant as marks.
    """
    return Look(project, tuple(written_documents(project)), written_office(project), as_marks)


def find_first_names(look: Look) -> Iterator[TextChange]:
    """Generate the references that name a person by the first name where that is not the person's id."""
    office_file = look.project.root / OFFICE_FILE
    if look.office is not None:
        paths = {path_label(office_file): office_file}
        yield from _first_names_in(look.project.office, look.office, paths)
    for written in look.documents:
        yield from _first_names_in(written.document.content, written.tree, written.paths)


def _first_names_in(content: object, tree: Mapping, paths: PathsByLabel) -> Iterator[TextChange]:
    for path, person in people_in(content):
        node, path_in_file = value_at(tree, path)
        if isinstance(node, Scalar) and node.place.path in paths and _is_first_name(node, person):
            file = paths[node.place.path]
            field = format_path(path_in_file)
            yield TextChange(file, path_in_file, field, node.place, node.text or "", person.id)


def _is_first_name(node: Scalar, person: Person) -> bool:
    """Return whether a text is a person's first name, and not the id."""
    text = unicodedata.normalize("NFC", node.text or "").strip()
    return text == person.first_name and text != person.id


def find_unmarked_drafts(look: Look) -> Iterator[Diagnostic]:
    """Generate the papers on which ร่าง was printed only because number or date are not there yet."""
    entries = {entry.source: entry for entry in look.project.register if entry.folder is not None}
    for written in look.documents:
        document = written.document
        entry = entries.get(document.key)
        if entry is None or getattr(document.content, "draft", False):
            continue
        lacks_number = isinstance(document.content, Issued) and entry.number is None
        if lacks_number or entry.date is None:
            message = _("'ร่าง' is printed no longer only because number or date is not there yet")
            hint = _("Nothing need be done. While the paper is a draft, write 'draft: true'.")
            yield _otherwise(message, entry.place, hint)


def find_dated_drafts(look: Look) -> Iterator[Diagnostic]:
    """Generate the papers that have their date and lack something: ร่าง is printed on them now."""
    for written in look.documents:
        content = written.document.content
        is_dated = isinstance(content, OfficialPaper) and content.day is not None and not content.draft
        entry = written.tree.get("date")
        if entry and is_dated and written.document.is_draft:
            message = _("'ร่าง' is printed although it has a date, because something is missing")
            hint = _("Complete it; 'esa-docs list --format json' names what is missing.")
            yield _otherwise(message, value_place(entry), hint)


def find_acting_words(look: Look) -> Iterator[Diagnostic]:
    """Generate the papers whose signature gets the words of acting from the roster, which are not typed."""
    for written in look.documents:
        entry = written.tree.get("signature")
        signature = getattr(written.document.content, "signature", None)
        if entry is None or not isinstance(entry.value, Mapping) or signature is None:
            continue
        is_typed = entry.value.get("acting") is not None
        if signature.acting and not is_typed:
            message = _("below the name '{words}' is printed, as the roster says of that day")
            hint = _("Nothing need be done if that is right; otherwise correct 'acting:' in the roster.")
            yield _otherwise(message.format(words=signature.acting), value_place(entry), hint)


def find_numbers_with_more(look: Look) -> Iterator[Diagnostic]:
    """Generate the numbers that hold a year, the office's code or ว, which used to be printed twice."""
    code = look.project.office.letter_code if look.project.office else None
    beginnings = tuple(beginning for beginning in (code, _CIRCULAR_MARK) if beginning)
    for written in look.documents:
        entry = written.tree.get("number")
        number = thai.to_arabic_digits(written.tree.text("number") or "").strip()
        holds_more = number.startswith(_in_arabic_digits(beginnings)) or _YEAR_BEHIND.search(number)
        if entry and holds_more:
            message = _("of the number '{number}' the year, the code and ว are printed once, no longer twice")
            hint = _("Nothing need be done; the number alone says the same.")
            yield _otherwise(message.format(number=written.tree.text("number")), value_place(entry), hint)


def _in_arabic_digits(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(thai.to_arabic_digits(text) for text in texts)


def find_copies_named_anew(look: Look) -> Iterator[Diagnostic]:
    """Generate the letters that have a file for each recipient: the files have other names than before."""
    for written in look.documents:
        document = written.document
        kind = look.project.kinds.of(document)
        has_copies = any(copy.copy_of for copy in copies_of(document, look.project.kinds))
        if kind.recipients and has_copies:
            message = _("the files of this letter are named by the recipient's key, no longer by 001, 002 …")
            hint = _("Give the recipients a column รหัส, or look at the names after the next build.")
            yield _otherwise(message, written.place, hint)


def find_inline_marks(look: Look) -> Iterator[TextChange | Diagnostic]:
    """Generate the texts of documents that hold what version 2 reads as a mark; no other text has marks.

    Where marks are not meant, a text gets backslashes, so that it is printed as before; until then a
    backslash before a mark is printed, too. A text of a table file, which is not changed here, is told.
    """
    for written in look.documents:
        for text in written_in(written.document.content):
            if not isinstance(text.value, Prose) or as_literal(text.value.source) == text.value.source:
                continue
            node, path_in_file = value_at(written.tree, _written_path(written.tree, text.path))
            file = written.paths.get(node.place.path)
            if look.as_marks or file is None or not isinstance(node, Scalar):
                yield from _marks_in(written.tree, text.path, text.value, is_meant=look.as_marks)
                continue
            old_text = node.text or ""
            field = format_path(path_in_file)
            yield TextChange(file, path_in_file, field, node.place, old_text, as_literal(old_text))


def _written_path(tree: Mapping, path: KeyPath) -> KeyPath:
    """Return the key path of a text as its file has it: one may stand in the place of a list of texts."""
    node, _path_in_file = value_at(tree, path)
    while len(path) > 1 and value_at(tree, path[:-1])[0] is node:
        path = path[:-1]
    return path


def _marks_in(tree: Mapping, path: KeyPath, prose: Prose, *, is_meant: bool) -> Iterator[Diagnostic]:
    """Generate the diagnostic of the first mark in a text."""
    for mark in read_marks(prose.source).marks[:1]:
        yield _mark(tree, path, mark, is_meant=is_meant)


def _mark(tree: Mapping, path: KeyPath, mark: str, *, is_meant: bool) -> Diagnostic:
    place, field = locate(tree, path)
    message = _("version 2 reads '{mark}' in this text as a mark; until now it was printed as typed")
    hint = _(
        "Write a backslash before the mark there, or take it out; or, if all such texts mean the mark, use "
        "'esa-docs migrate --as-marks'. Until then the content stays of version 1, which prints it as typed."
    )
    severity = Severity.ERROR
    if is_meant:
        hint = _("Nothing need be done if the mark is meant; otherwise take it out first.")
        severity = Severity.WARNING
    return Diagnostic("E220", message.format(mark=mark), place, hint, severity, field)


def _otherwise(message: str, place: Location, hint: str) -> Diagnostic:
    """Return the diagnostic of a document that prints otherwise with this program, in any version (E221)."""
    return Diagnostic("E221", message, place, hint, Severity.INFO)
