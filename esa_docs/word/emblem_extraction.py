"""The emblem taken out of a Word file that an office already has."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from esa_docs.diagnostics import Checked, Diagnostic, Location, Severity
from esa_docs.i18n import gettext as _
from esa_docs.ooxml.package import DOCUMENT_PART, NotAPackageError, Parts, read_package
from esa_docs.ooxml.pictures import placed_pictures

_HEIGHTS: Final = (3.0, 1.5)
"""How tall the emblem is, in centimetres: on orders, announcements and letters; on memos."""
_TOLERANCE: Final = 0.15
"""Share by which offices miss these heights."""
_USABLE_OPENINGS: Final = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
"""First bytes of PNG and JPEG."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A picture as tall as an emblem.

    Attributes:
        part: its name in the package.
        data: its bytes.
        is_cropped: only a piece of it is printed.
    """

    part: str
    data: bytes
    is_cropped: bool

    @property
    def name(self) -> str:
        return posixpath.basename(self.part)

    @property
    def is_usable(self) -> bool:
        return self.data.startswith(_USABLE_OPENINGS)


def extract_emblem(data: bytes, file_label: str) -> Checked[bytes]:
    """Take the picture of the emblem out of a Word file: the first PNG or JPEG about 3 cm or 1.5 cm tall.

    Args:
        data: the Word file.
        file_label: how diagnostics name it.

    Returns:
        The picture, as the file holds it; None where it is no Word file (E426), has no such picture (E427)
        or has it in a form that is neither PNG nor JPEG (E428). Warnings name what to look at: further such
        pictures, or a picture of which Word prints a piece only (E429).
    """
    place = Location(file_label)
    try:
        parts = read_package(data)
        candidates = list(_candidates(parts))
    except NotAPackageError:
        return Checked(None, (_not_word(place),))
    if DOCUMENT_PART not in parts:
        return Checked(None, (_not_word(place),))
    for candidate in candidates:
        if candidate.is_usable:
            return Checked(candidate.data, tuple(_doubts(candidate, candidates, place)))
    if candidates:
        return Checked(None, (_of_another_form(candidates, place),))
    return Checked(None, (_no_picture(place),))


def _candidates(parts: Parts) -> Iterator[_Candidate]:
    """Generate the pictures as tall as an emblem, in the order of the file."""
    seen_parts = set()
    for picture in placed_pictures(parts):
        # Word writes some pictures twice, the second time for old readers.
        if _is_emblem_height(picture.height) and picture.target not in seen_parts:
            seen_parts.add(picture.target)
            yield _Candidate(picture.target, parts[picture.target], picture.is_cropped)


def _is_emblem_height(height: float) -> bool:
    for usual_height in _HEIGHTS:
        deviation = abs(height / usual_height - 1)
        if deviation <= _TOLERANCE:
            return True
    return False


def _not_word(place: Location) -> Diagnostic:
    message = _("an official Word file (.docx) is expected")
    hint = _("Open it in Word and save it as .docx, without a password.")
    return Diagnostic("E426", message, place, hint)


def _no_picture(place: Location) -> Diagnostic:
    message = _("no picture about 3 cm or 1.5 cm tall stands in the text or in a header of this file")
    hint = _(
        "Choose another official file, or save the emblem as PNG and name it at 'emblem:' in office.yaml."
    )
    return Diagnostic("E427", message, place, hint)


def _of_another_form(candidates: list[_Candidate], place: Location) -> Diagnostic:
    names = ", ".join(candidate.name for candidate in candidates)
    message = _("the emblem of this file is neither PNG nor JPEG: {names}").format(names=names)
    hint = _(
        "In Word click the emblem with the right button, choose Save as Picture and the type PNG; "
        "put the file into the project folder and name it at 'emblem:' in office.yaml."
    )
    return Diagnostic("E428", message, place, hint)


def _doubts(chosen: _Candidate, candidates: list[_Candidate], place: Location) -> Iterator[Diagnostic]:
    """Generate the reasons for which the picture that was chosen may not be the emblem."""
    other_names = ", ".join(candidate.name for candidate in candidates if candidate is not chosen)
    hint = _("Look at the picture; if it is not the emblem, choose another file.")
    if other_names:
        message = _("several pictures are as tall as an emblem: {taken} was taken, not {others}")
        text = message.format(taken=chosen.name, others=other_names)
        yield Diagnostic("E429", text, place, hint, Severity.WARNING)
    if chosen.is_cropped:
        message = _("this file prints only a piece of the picture {name}; it was taken whole")
        yield Diagnostic("E429", message.format(name=chosen.name), place, hint, Severity.WARNING)
