"""What this machine has of a family, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from esa_docs.diagnostics import Diagnostic, Location, MachineError, Severity
from esa_docs.fonts.faces import FaceStyle, LayoutFamily
from esa_docs.fonts.families import FAMILIES, SOURCE_WHEEL
from esa_docs.fonts.layout_faces import layout_family
from esa_docs.fonts.lookup import Faces, installed_faces, kept_faces
from esa_docs.fonts.made_faces import style_words
from esa_docs.fonts.metrics import FaceMetrics, load_metrics
from esa_docs.fonts.reading import read_face, read_metrics
from esa_docs.i18n import gettext as _

_CODES_OF_DOCUMENTS: Final = (*range(0x20, 0x100), *range(0xE00, 0xE60), *range(0x2010, 0x2030))
"""Codes of the characters of documents: Latin, Thai, dashes and quotes."""


class Availability(StrEnum):
    """The part of a family that this machine has."""

    INSTALLED = "installed"
    """Word has it."""
    FOR_LAYOUT = "kept"
    """Only this program has it: for page numbers and PDF."""
    NUMBERS = "numbers"
    """Its widths and line heights are known: for page numbers."""
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class FamilyState:
    """The faces and numbers of a family that this machine has.

    Attributes:
        family: its name in documents.
        installed_faces: faces that Word finds.
        kept_faces: faces that this program keeps for layout.
        has_numbers: whether this program has the table of its numbers.
    """

    family: str
    installed_faces: Faces
    kept_faces: Faces
    has_numbers: bool

    @property
    def availability(self) -> Availability:
        """How much of the family there is; fewer than four faces count as none."""
        if len(self.installed_faces) == len(FaceStyle):
            return Availability.INSTALLED
        if len(self.kept_faces) == len(FaceStyle):
            return Availability.FOR_LAYOUT
        return Availability.NUMBERS if self.has_numbers else Availability.NOTHING

    @property
    def can_be_drawn(self) -> bool:
        """Whether a PDF can be made in the family."""
        return self.availability in (Availability.INSTALLED, Availability.FOR_LAYOUT)


def look_at_family(family: str) -> FamilyState:
    """Return what this machine has of a family."""
    has_numbers = load_metrics(family, FaceStyle.REGULAR) is not None
    return FamilyState(family, installed_faces(family), kept_faces(family), has_numbers)


def check_family(state: FamilyState) -> Iterator[Diagnostic]:
    """Generate the diagnostics of a family that is missing (E906) or differs from the published one (E908).

    A family that only this program has is a warning (E906): Word shows another one in its place.
    """
    if not state.can_be_drawn:
        yield missing_family(state)
    elif state.availability is Availability.FOR_LAYOUT:
        message = _("Word on this machine does not have the font family {name} and shows another one")
        hint = _("Run 'esa-docs fonts install' and open Word again.")
        place = Location(state.family)
        yield Diagnostic("E906", message.format(name=state.family), place, hint, Severity.WARNING)
    yield from check_published_numbers(state)


def check_published_numbers(state: FamilyState) -> Iterator[Diagnostic]:
    """Generate a warning if installed faces have other widths or line heights than published (E908)."""
    different_styles = []
    for style, path in state.installed_faces.items():
        if _differs_from_published(state.family, style, path):
            different_styles.append(style)
    if different_styles:
        text = _("installed faces of {name} differ from the published ones: {faces}")
        message = text.format(name=state.family, faces=_faces_text(different_styles))
        hint = _("Pages made on other machines may break elsewhere: install the published faces.")
        first_path = state.installed_faces[different_styles[0]]
        yield Diagnostic("E908", message, Location(first_path.as_posix()), hint, Severity.WARNING)


def missing_family(state: FamilyState) -> Diagnostic:
    """Return the diagnostic of a family that cannot be drawn on this machine (E906)."""
    faces = state.installed_faces or state.kept_faces
    if faces:
        text = _("the font family {name} is not whole on this machine: it has only {faces}")
    else:
        text = _("the font family {name} is not on this machine")
    message = text.format(name=state.family, faces=_faces_text(faces))
    return Diagnostic("E906", message, Location(state.family), _install_hint(state.family))


def require_drawn_family(family: str) -> LayoutFamily:
    """Return the faces by which a PDF is made.

    Args:
        family: name of the family in documents.

    Raises:
        MachineError: this machine does not have the family (E906).
    """
    faces = layout_family(family)
    if faces is None or not faces.has_outlines:
        raise MachineError([missing_family(look_at_family(family))])
    return faces


def _install_hint(family_name: str) -> str:
    family = FAMILIES.get(family_name)
    if family is not None and family.can_be_fetched:
        text = _("Run 'esa-docs fonts install'; without a network, fetch {file} elsewhere and add --from.")
        return text.format(file=SOURCE_WHEEL)
    return _("Ask for its four font files and run 'esa-docs fonts install --from FOLDER'.")


def _faces_text(styles: Iterable[FaceStyle]) -> str:
    return ", ".join(style_words(style) for style in styles)


def _differs_from_published(family: str, style: FaceStyle, path: Path) -> bool:
    """Return whether pages may break at other places with a face than with the published one.

    False if the face cannot be read, or if the numbers of the published one are not known.
    """
    published_metrics = load_metrics(family, style)
    try:
        data = path.read_bytes()
        face = read_face(data)
        if published_metrics is None or face is None or face.is_published:
            return False
        metrics = read_metrics(data)
    except (OSError, ValueError):
        return False
    return _numbers_that_decide_pages(metrics) != _numbers_that_decide_pages(published_metrics)


def _numbers_that_decide_pages(metrics: FaceMetrics) -> list[float | None]:
    """Return line height, ascent and widths in ems; None for a character that the face lacks."""
    numbers: list[float | None] = [round(metrics.line_height(1), 3), round(metrics.ascent(1), 3)]
    for code in _CODES_OF_DOCUMENTS:
        advance = metrics.advances.get(code)
        if advance is None:
            numbers.append(None)
        else:
            numbers.append(round(advance / metrics.units_per_em, 3))
    return numbers
