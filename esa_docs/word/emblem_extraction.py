"""The emblem taken out of a Word file that an office already has."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from esa_docs.diagnostics import Checked, Diagnostic, Location, Severity
from esa_docs.i18n import gettext as _
from esa_docs.ooxml.package import DOCUMENT_PART, NotAPackageError, Parts, read_package
from esa_docs.ooxml.pictures import placed_pictures

_HEIGHTS: Final = (3.0, 1.5)
"""How tall the emblem is, in centimetres: on orders, announcements and letters; on memos."""
_TOLERANCE: Final = 0.15
"""Share by which offices miss these heights."""
_USABLE: Final = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
"""First bytes of PNG and JPEG."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A picture as tall as an emblem: its part in the package, its bytes, whether only a piece is printed."""

    target: str
    data: bytes
    is_cropped: bool

    @property
    def name(self) -> str:
        return posixpath.basename(self.target)

    @property
    def is_usable(self) -> bool:
        return self.data.startswith(_USABLE)


def extract_emblem(data: bytes, file_label: str) -> Checked[bytes]:
    """Take the picture of the emblem out of a Word file: the first PNG or JPEG about 3 cm or 1.5 cm tall.

    Args:
        data: the Word file.
        file_label: how diagnostics name it.

    Returns:
        The picture, as the file holds it; none where it is no Word file (E426), has no such picture (E427)
        or has it in a form that is neither PNG nor JPEG (E428). What to look at is told: further such
        pictures, a picture of which Word prints a piece only (E429).
    """
    place = Location(file_label)
    try:
        parts = read_package(data)
        found = list(_candidates(parts))
    except (NotAPackageError, etree.XMLSyntaxError):
        return Checked(None, (_not_word(place),))
    if DOCUMENT_PART not in parts:
        return Checked(None, (_not_word(place),))
    usable = [one for one in found if one.is_usable]
    if usable:
        return Checked(usable[0].data, tuple(_doubts(usable[0], found, place)))
    return Checked(None, (_of_another_form(found, place) if found else _none(place),))


def _candidates(parts: Parts) -> Iterator[_Candidate]:
    """Give each picture as tall as an emblem once, though Word writes some twice for old readers."""
    placed = [one for one in placed_pictures(parts) if _is_emblem_height(one.height)]
    first = {one.target: one for one in reversed(placed)}
    targets = dict.fromkeys(one.target for one in placed)
    return (_Candidate(target, parts[target], first[target].is_cropped) for target in targets)


def _is_emblem_height(height: float) -> bool:
    return any(abs(height / expected - 1) <= _TOLERANCE for expected in _HEIGHTS)


def _not_word(place: Location) -> Diagnostic:
    message = _("an official Word file (.docx) is expected")
    hint = _("Open it in Word and save it as .docx, without a password.")
    return Diagnostic("E426", message, place, hint)


def _none(place: Location) -> Diagnostic:
    message = _("no picture about 3 cm or 1.5 cm tall stands in the text or in a header of this file")
    hint = _(
        "Choose another official file, or save the emblem as PNG and name it at 'emblem:' in office.yaml."
    )
    return Diagnostic("E427", message, place, hint)


def _of_another_form(found: list[_Candidate], place: Location) -> Diagnostic:
    names = ", ".join(one.name for one in found)
    message = _("the emblem of this file is neither PNG nor JPEG: {names}").format(names=names)
    hint = _(
        "In Word click the emblem with the right button, choose Save as Picture and the type PNG; "
        "put the file into the project folder and name it at 'emblem:' in office.yaml."
    )
    return Diagnostic("E428", message, place, hint)


def _doubts(taken: _Candidate, found: list[_Candidate], place: Location) -> Iterator[Diagnostic]:
    names = ", ".join(one.name for one in found if one is not taken)
    hint = _("Look at the picture; if it is not the emblem, choose another file.")
    if names:
        message = _("several pictures are as tall as an emblem: {taken} was taken, not {others}")
        text = message.format(taken=taken.name, others=names)
        yield Diagnostic("E429", text, place, hint, Severity.WARNING)
    if taken.is_cropped:
        message = _("this file prints only a piece of the picture {name}; it was taken whole")
        yield Diagnostic("E429", message.format(name=taken.name), place, hint, Severity.WARNING)
