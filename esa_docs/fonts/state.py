"""What this machine has of a family, and what is told of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
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

_COMPARED: Final = tuple(chain(range(0x20, 0x100), range(0xE00, 0xE60), range(0x2010, 0x2030)))
"""Latin, Thai, dashes and quotes: what documents are written in."""


class Availability(StrEnum):
    """How much of a family this machine has."""

    INSTALLED = "installed"
    """Word has it."""
    KEPT = "kept"
    """Only this program has it: for page numbers and PDF."""
    NUMBERS = "numbers"
    """Its widths and line heights are known: for page numbers."""
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class FamilyState:
    """What this machine has of a family.

    Attributes:
        family: its name, as documents give it.
        installed: faces that Word finds.
        kept: faces that this program keeps for layout.
        has_numbers: whether its numbers are in the program.
    """

    family: str
    installed: Faces
    kept: Faces
    has_numbers: bool

    @property
    def availability(self) -> Availability:
        """Say how much there is; a family with fewer than four faces counts as missing."""
        if len(self.installed) == len(FaceStyle):
            return Availability.INSTALLED
        if len(self.kept) == len(FaceStyle):
            return Availability.KEPT
        return Availability.NUMBERS if self.has_numbers else Availability.NOTHING

    @property
    def can_be_drawn(self) -> bool:
        """Tell whether a PDF can be made in it."""
        return self.availability in (Availability.INSTALLED, Availability.KEPT)


def look_at_family(family: str) -> FamilyState:
    """Look for a family on this machine."""
    has_numbers = load_metrics(family, FaceStyle.REGULAR) is not None
    return FamilyState(family, installed_faces(family), kept_faces(family), has_numbers)


def check_family(state: FamilyState) -> Iterator[Diagnostic]:
    """Tell what is wrong with a family on this machine: it is missing (E906), it is another (E908)."""
    if not state.can_be_drawn:
        yield missing_family(state)
    elif state.availability is Availability.KEPT:
        message = _("Word on this machine does not have the font family {name} and shows another one")
        hint = _("Run 'esa-docs fonts install' and open Word again.")
        place = Location(state.family)
        yield Diagnostic("E906", message.format(name=state.family), place, hint, Severity.WARNING)
    yield from check_published_numbers(state)


def check_published_numbers(state: FamilyState) -> Iterator[Diagnostic]:
    """Tell when installed faces have other widths or line heights than the published ones (E908)."""
    other = [style for style, path in state.installed.items() if _is_other(state.family, style, path)]
    if other:
        text = _("installed faces of {name} differ from the published ones: {faces}")
        message = text.format(name=state.family, faces=_faces_text(other))
        hint = _("Pages made on other machines may break elsewhere: install the published faces.")
        place = Location(state.installed[other[0]].as_posix())
        yield Diagnostic("E908", message, place, hint, Severity.WARNING)


def missing_family(state: FamilyState) -> Diagnostic:
    """Tell that a family cannot be drawn on this machine (E906)."""
    some = state.installed or state.kept
    text = (
        _("the font family {name} is not whole on this machine: it has only {faces}")
        if some
        else _("the font family {name} is not on this machine")
    )
    message = text.format(name=state.family, faces=_faces_text(some))
    return Diagnostic("E906", message, Location(state.family), _install_hint(state.family))


def require_drawn_family(family: str) -> LayoutFamily:
    """Give the faces by which a PDF is made.

    Args:
        family: name of the family, as documents give it.

    Raises:
        MachineError: this machine does not have the family (E906).
    """
    found = layout_family(family)
    if found is None or not found.has_outlines:
        raise MachineError([missing_family(look_at_family(family))])
    return found


def _install_hint(family: str) -> str:
    known = FAMILIES.get(family)
    if known and known.can_be_fetched:
        text = _("Run 'esa-docs fonts install'; without a network, fetch {file} elsewhere and add --from.")
        return text.format(file=SOURCE_WHEEL)
    return _("Ask for its four font files and run 'esa-docs fonts install --from FOLDER'.")


def _faces_text(styles: Faces | list[FaceStyle]) -> str:
    return ", ".join(style_words(style) for style in styles)


def _is_other(family: str, style: FaceStyle, path: Path) -> bool:
    known = load_metrics(family, style)
    try:
        data = path.read_bytes()
        face = read_face(data)
        if known is None or face is None or face.is_published:
            return False
        return _compared(read_metrics(data)) != _compared(known)
    except (OSError, ValueError):
        return False


def _compared(metrics: FaceMetrics) -> tuple[float, float, list[float | None]]:
    """Give the numbers that decide pages, in ems."""
    widths = (metrics.advances.get(code) for code in _COMPARED)
    ems = [None if width is None else round(width / metrics.units_per_em, 3) for width in widths]
    return round(metrics.line_height(1), 3), round(metrics.ascent(1), 3), ems
