"""ภาคผนวก: whether the files and papers that annexes name are there, and where they lie.

E438 a file is there and cannot be read · E483 it cannot be an annex · E643 the paper is not in the project,
or names itself · E644 the file is not there · W520 no signed scan of the paper is filed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from esa_docs.diagnostics import Severity
from esa_docs.i18n import gettext as _
from esa_docs.model.annexes import Annex, AnnexSort, heading_of, letters_of
from esa_docs.model.document import AnnexFile, AnnexGroup, AnnexSource
from esa_docs.model.file_names import meant_name
from esa_docs.model.history import History, Scan
from esa_docs.model.people import KeyPath
from esa_docs.model.problem import Problem
from esa_docs.source.assets.attachments import check_file, check_name
from esa_docs.source.assets.pdf_file_checks import check_pdf_file
from esa_docs.source.assets.word_file_checks import check_word_file
from esa_docs.source.binding.binding import locate
from esa_docs.source.folders.named_paths import ProjectFiles
from esa_docs.source.yaml_files.tree import Mapping as Tree

KEY: Final = "annexes"
_LOOKS: Final = {AnnexSort.WORD: check_word_file, AnnexSort.PDF: check_pdf_file}
"""What looks whether a file is what its name says, by what it is by its name."""


@dataclass(frozen=True, slots=True)
class AnnexPlaces:
    """Where annexes come from.

    Attributes:
        files: the files of the project.
        year: fiscal year of the paper, as the names of papers begin.
        names: ``year/name`` of every paper of the project.
        histories: kept versions and scans, by ``year/name``.
    """

    files: ProjectFiles
    year: str
    names: Collection[str]
    histories: Mapping[str, History]

    def scan_of(self, document: str) -> Scan | None:
        """Return the newest scan of a paper of this year; None where none is filed."""
        prefix = f"{self.year}/"
        keys = [key for key in (*self.names, *self.histories) if key.startswith(prefix)]
        name = meant_name(document, [key.removeprefix(prefix) for key in keys])
        history = self.histories.get(f"{prefix}{name or document}", History())
        return history.scans[-1] if history.scans else None


def check_annexes(annexes: Iterable[Annex], places: AnnexPlaces, own_name: str) -> Iterator[Problem]:
    """Generate the problems of files and papers that annexes name.

    Args:
        annexes: the annexes of a paper.
        places: where they come from.
        own_name: name of the paper itself.
    """
    for number, annex in enumerate(annexes):
        path = (KEY, number)
        if annex.headers is not None and annex.sort is not AnnexSort.WORD:
            message = _("only a Word file has heads and feet of pages of its own")
            yield Problem((*path, "headers"), "E483", message, _("Take the key 'headers' out."))
        if annex.file is not None:
            yield from _check_file(path, annex, annex.file, places)
        if annex.document is not None:
            yield from _check_document((*path, "document"), annex.document, places, own_name)


def _check_file(path: KeyPath, annex: Annex, name: str, places: AnnexPlaces) -> Iterator[Problem]:
    file_path = (*path, "file")
    if annex.sort is AnnexSort.OTHER:
        message = _("an annex is a PDF, a Word file (.docx) or a picture (.jpg, .png …), found '{file}'")
        hint = _("Save it as one of these in the program that made it, and name that file.")
        yield Problem(file_path, "E483", message.format(file=name), hint)
        return
    if annex.sort is AnnexSort.PICTURE:
        # Pictures are looked at with those of the blocks (`pictures.py`).
        return
    named_file = places.files.look_for(name)
    yield from check_file(file_path, name, named_file)
    look = _LOOKS.get(annex.sort)
    if look is None or named_file.path is None:
        return
    problem = look(file_path, name, named_file.path)
    if problem is not None:
        yield problem


def _check_document(path: KeyPath, document: str, places: AnnexPlaces, own_name: str) -> Iterator[Problem]:
    if meant_name(document, [own_name]) is not None:
        message = _("the annex is the paper '{name}' itself").format(name=own_name)
        hint = _("Name another paper of this year, whose signed scan is to stand behind this one.")
        yield Problem(path, "E643", message, hint)
        return
    if places.scan_of(document) is not None:
        return
    if f"{places.year}/{document}" not in places.names:
        problem = next(check_name(path, document, places.year, places.names), None)
        if problem is not None:
            yield problem
            return
    message = _("no signed scan of '{name}' is filed yet, so this annex has no pages")
    hint = _("Scan the signed paper and file it with 'esa-docs attach {name} FILE.pdf'; then build again.")
    text, cure = message.format(name=document), hint.format(name=document)
    yield Problem(path, "W520", text, cure, Severity.WARNING)


def annex_sources(annexes: Iterable[Annex], tree: Tree, places: AnnexPlaces) -> Iterator[AnnexSource]:
    """Generate where each annex comes from.

    Args:
        annexes: the annexes of a paper.
        tree: the content files it is made from.
        places: where they come from.
    """
    for number, annex in enumerate(annexes):
        key = "document" if annex.document is not None else "file"
        path: KeyPath = (KEY, number, key)
        if annex.sort is AnnexSort.CONTENT:
            path = (KEY, number)
        place, field = locate(tree, path)
        file = None
        if annex.file is not None:
            file = places.files.look_for(annex.file).path
        if annex.document is not None:
            scan = places.scan_of(annex.document)
            file = scan.path if scan else None
        yield AnnexSource(file, place, field)


def bound_annexes(
    annexes: tuple[Annex, ...], sources: Iterable[AnnexSource], own_annexes: int
) -> Iterator[AnnexFile]:
    """Generate the annexes whose pages are those of a PDF, which is bound behind the PDF of the paper.

    Args:
        annexes: the annexes of a paper.
        sources: where each comes from.
        own_annexes: how many annexes its form prints before them.
    """
    letters = letters_of(annexes, own_annexes)
    for place, (annex, letter, source) in enumerate(zip(annexes, letters, sources, strict=True)):
        if annex.is_bound and source.path is not None:
            later_numbers = (number for number in range(place, len(annexes)) if not annexes[number].is_bound)
            file = AnnexFile(heading_of(letter), annex.title, source.path, source.place, source.field)
            before = next(later_numbers, -1) + 1
            yield replace(file, group=AnnexGroup.ANNEX, before=before)
