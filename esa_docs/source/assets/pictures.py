"""ภาพ: whether the pictures that content names can be printed, and what their headers say.

E438 the file is there and cannot be read · E464 it lies outside the project folder · E465 no picture, or of a
type that cannot be printed · E466 of another type than its name · E480 animated · E481 too many pixels · E482
broken · E644 not there · W519 no words for those who cannot see it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Any, Final

from esa_docs.diagnostics import Severity
from esa_docs.i18n import gettext as _
from esa_docs.model.annexes import Annex
from esa_docs.model.base import Content
from esa_docs.model.evidence import Evidence
from esa_docs.model.kind import Kind
from esa_docs.model.paper import OfficialPaper
from esa_docs.model.people import KeyPath
from esa_docs.model.picture_file import PictureFile
from esa_docs.model.problem import Problem
from esa_docs.model.prose.named_pictures import NamedPicture, pictures_in
from esa_docs.source.assets.missing_files import hint_of_missing_file
from esa_docs.source.assets.picture_headers import MOST_PIXELS, HeaderFault, PictureHeader, read_header
from esa_docs.source.binding.binding import locate
from esa_docs.source.folders.disk import Sort, open_file, reason_of
from esa_docs.source.folders.named_files import obstacle, unreadable_words
from esa_docs.source.folders.named_paths import NamedFile, ProjectFiles
from esa_docs.source.yaml_files.tree import Mapping as Tree

_ENDINGS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "JPEG": (".jpg", ".jpeg", ".jpe", ".jfif"),
        "MPO": (".jpg", ".jpeg", ".jpe", ".mpo"),
        "PNG": (".png",),
        "GIF": (".gif",),
        "BMP": (".bmp", ".dib"),
        "DIB": (".bmp", ".dib"),
        "TIFF": (".tif", ".tiff"),
        "WEBP": (".webp",),
    }
)
"""Endings of the names of pictures, by their type; the first is proposed."""
_PICTURE_ENDINGS: Final = frozenset({".heic", ".heif", ".avif", *chain.from_iterable(_ENDINGS.values())})
_MEGAPIXEL: Final = 1_000_000
_NAMES_OF_TYPES: Final = {"MPO": "JPEG", "DIB": "BMP", "WEBP": "WebP"}


@dataclass(frozen=True, slots=True)
class Pictures:
    """The pictures of a document.

    Attributes:
        files: those that can be printed, by their paths as written.
        problems: what is wrong with the others.
    """

    files: Mapping[str, PictureFile]
    problems: tuple[Problem, ...] = ()


NO_PICTURES: Final = Pictures({})
"""The pictures of a document without any. A worker process gets them, so they are no proxy of a mapping."""


def look_at_pictures(
    content: Content, kind: Kind[Any], tree: Tree, files: ProjectFiles, texts: Mapping[str, str]
) -> Pictures:
    """Return the pictures that a document prints: those of its blocks, its annexes and its evidence.

    Args:
        content: what the document says.
        kind: its kind.
        tree: the content files that it is made from.
        files: the files of the project.
        texts: the text of each of these files, by its label.
    """
    looking = _Looking(tree, files)
    # To look through all values of a large report takes time; few reports have the key.
    if any("picture" in text for text in texts.values()):
        for named_picture in pictures_in(content):
            looking.look(named_picture)
    if isinstance(content, OfficialPaper):
        looking.look_at_annexes(content.annexes)
    if kind.evidence and kind.evidence.picture_columns(content):
        looking.look_at_evidence(kind.evidence.pieces(content))
    return Pictures(looking.found_files, tuple(looking.problems))


def look_at_annexes(annexes: Iterable[Annex], tree: Tree, files: ProjectFiles) -> Pictures:
    """Return the pictures among the annexes of a paper.

    Args:
        annexes: the annexes.
        tree: the content files that the paper is made from.
        files: the files of the project.
    """
    looking = _Looking(tree, files)
    looking.look_at_annexes(annexes)
    return Pictures(looking.found_files, tuple(looking.problems))


class _Looking:
    """Looks at the pictures of one document, at each file once.

    Attributes:
        found_files: the pictures that can be printed, by their paths as written.
        problems: what is wrong with the others.
    """

    def __init__(self, tree: Tree, files: ProjectFiles) -> None:
        self._tree = tree
        self._files = files
        self._faults: dict[str, Problem] = {}
        self.found_files: dict[str, PictureFile] = {}
        self.problems: list[Problem] = []

    def look(self, picture: NamedPicture) -> None:
        """Look at the picture of a block."""
        name = picture.item.file
        self._read(name, picture.path)
        if name in self._faults:
            self.problems.append(replace(self._faults[name], path=picture.path))
        if not picture.is_described:
            self.problems.append(_without_words(picture.path))

    def look_at_annexes(self, annexes: Iterable[Annex]) -> None:
        """Look at the annexes that are pictures."""
        for number, annex in enumerate(annexes):
            if annex.picture is not None:
                path = ("annexes", number, "file")
                self.look(NamedPicture(path, annex.picture, is_described=True))

    def look_at_evidence(self, pieces: Iterable[tuple[KeyPath, Evidence]]) -> None:
        """Look at the pictures among evidence. Whether they are there is asked of all evidence (E670)."""
        for path, evidence in pieces:
            name = evidence.file
            if name is None or not _is_named_as_picture(name) or self._files.look_for(name).path is None:
                continue
            path_of_file = (*path, "file")
            self._read(name, path_of_file, is_evidence=True)
            if name in self._faults:
                # It is listed as evidence all the same: only its print is missing.
                problem = replace(self._faults[name], path=path_of_file, severity=Severity.WARNING)
                self.problems.append(problem)

    def _read(self, name: str, path: KeyPath, *, is_evidence: bool = False) -> None:
        if name in self.found_files or name in self._faults:
            return
        file = self._files.look_for(name)
        header = _header(name, file)
        if isinstance(header, Problem) or file.path is None:
            self._faults[name] = header if isinstance(header, Problem) else _missing(name, file)
            return
        place, field = locate(self._tree, path)
        sizes = (header.width, header.height, header.orientation)
        self.found_files[name] = PictureFile(file.path, header.format, *sizes, place, field, is_evidence)


def _header(name: str, file: NamedFile) -> PictureHeader | Problem:
    """Return the header of a picture, or what is wrong with the picture."""
    if file.path is None:
        return _missing(name, file)
    try:
        with open_file(file.path) as opened:
            header = read_header(opened)
    except OSError as fault:
        message, hint = unreadable_words(name, reason_of(fault))
        return Problem((), "E438", message, hint)
    if isinstance(header, HeaderFault):
        code, message, hint = _words(header)
        most = MOST_PIXELS // _MEGAPIXEL
        return Problem((), code, message.format(file=name, most=most), hint)
    ending = PurePosixPath(name.replace("\\", "/")).suffix.lower()
    if ending and ending not in _ENDINGS[header.format]:
        return _misnamed(name, header)
    return header


def _missing(name: str, file: NamedFile) -> Problem:
    """Return the problem of a picture that is not there, or that is no file of the project."""
    if not file.is_inside and file.entry.sort is not Sort.ENDLESS:
        message = _("the picture '{file}' lies outside the project folder").format(file=name)
        return Problem(
            (), "E464", message, _("Copy it into the project folder, and write its path from there.")
        )
    reason = obstacle(file)
    if reason:
        message, hint = unreadable_words(name, reason)
        return Problem((), "E438", message, hint)
    message = _("the file '{file}' is expected in the project folder and is not there")
    return Problem((), "E644", message.format(file=name), hint_of_missing_file(name, file.entry.path))


def _misnamed(name: str, header: PictureHeader) -> Problem:
    type_name = _NAMES_OF_TYPES.get(header.format, header.format)
    message = _("the picture '{file}' is of the type {type}, and its name says another").format(
        file=name, type=type_name
    )
    hint = _("Look whether it is the picture that is meant, and give it a name that ends in {ending}.")
    return Problem((), "E466", message, hint.format(ending=_ENDINGS[header.format][0]))


def _words(fault: HeaderFault) -> tuple[str, str, str]:  # noqa: C901, PLR0911 a flat match
    """Return code, message and hint of a picture that cannot be printed."""
    match fault:
        case HeaderFault.EMPTY:
            message = _("the picture '{file}' is empty: the file has no bytes")
            return "E465", message, _("Copy it once more from where it came.")
        case HeaderFault.CAMERA:
            message = _("the picture '{file}' is of a type of telephones (HEIC) that Word does not show")
            hint = _(
                "Open it and save it as JPEG. On an iPhone: Settings, Camera, Formats, Most Compatible;"
                " new pictures are then JPEG."
            )
            return "E465", message, hint
        case HeaderFault.UNKNOWN:
            message = _("'{file}' is no picture that can be printed")
            return "E465", message, _("Save it as JPEG or PNG; GIF, BMP, TIFF and WebP can be printed too.")
        case HeaderFault.THIN:
            message = _("the picture '{file}' is so long and narrow that paper shows less than 1 mm of it")
            return "E465", message, _("Look whether it is the picture that is meant, or cut it.")
        case HeaderFault.ANIMATED:
            message = _("the picture '{file}' moves or has several pages, and paper shows one")
            return "E480", message, _("Save the one that is meant as a picture of its own.")
        case HeaderFault.LARGE:
            message = _("the picture '{file}' has more than {most} megapixels")
            return "E481", message, _("Save a smaller copy: 4,000 pixels are enough for a whole page.")
    message = _("the picture '{file}' is broken and cannot be read")
    return "E482", message, _("Copy it once more from where it came, or save it anew.")


def _without_words(path: KeyPath) -> Problem:
    message = _("the picture has neither a caption nor 'alt:'; who cannot see it hears its file name only")
    hint = _("Write 'caption:', or at 'alt:' what is to be seen.")
    return Problem(path, "W519", message, hint, Severity.WARNING)


def _is_named_as_picture(name: str) -> bool:
    return PurePosixPath(name.replace("\\", "/")).suffix.lower() in _PICTURE_ENDINGS
