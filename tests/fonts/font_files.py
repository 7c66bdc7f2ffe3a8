"""Font files for tests: faces with the numbers of the published ones, under any name; a machine for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

from esa_docs.fonts import lookup
from esa_docs.fonts.faces import FaceStyle
from esa_docs.fonts.folders import FONTS_VARIABLE
from esa_docs.fonts.made_faces import FaceName, make_face_of_numbers
from esa_docs.fonts.metrics import FaceMetrics, load_metrics

PSK, NEW, IT9 = "TH SarabunPSK", "TH Sarabun New", "TH SarabunIT๙"
STYLES = tuple(FaceStyle)
REAL_FACES = Path(__file__).parents[2] / ".fonts"
REAL_FILES = {
    PSK: (
        ("THSarabun-Regular.ttf", FaceStyle.REGULAR),
        ("THSarabun-Bold.ttf", FaceStyle.BOLD),
        ("THSarabun-Italic.ttf", FaceStyle.ITALIC),
        ("THSarabun-Bold-Italic.ttf", FaceStyle.BOLD_ITALIC),
    ),
    NEW: (
        ("THSarabunNew-Regular.ttf", FaceStyle.REGULAR),
        ("THSarabunNew-Bold.ttf", FaceStyle.BOLD),
        ("THSarabunNew-Italic.ttf", FaceStyle.ITALIC),
        ("THSarabunNew-BoldItalic.ttf", FaceStyle.BOLD_ITALIC),
    ),
}
ALL_FACES = [(family, style) for family in REAL_FILES for style in STYLES]


@dataclass(frozen=True, slots=True)
class Machine:
    """Folders of a machine, not there yet: of the fonts kept for layout, of this user, of the system."""

    kept: Path
    mine: Path
    system: Path


def machine_without_fonts(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """Make the program see a machine that has none of our fonts."""
    made = Machine(folder / "เก็บไว้", folder / "fonts of mine", folder / "system")
    monkeypatch.setenv(FONTS_VARIABLE, str(made.kept))
    monkeypatch.setattr(lookup, "installed_folders", lambda: (made.mine, made.system))
    return made


def numbers(family: str = PSK, style: FaceStyle = FaceStyle.REGULAR) -> FaceMetrics:
    """Give the numbers of a published face."""
    found = load_metrics(family, style)
    assert found is not None
    return found


def real_face(family: str, style: FaceStyle) -> bytes:
    """Read a published face."""
    (name,) = (file for file, one in REAL_FILES[family] if one is style)
    return (REAL_FACES / name).read_bytes()


def face_named(name: str, style: FaceStyle = FaceStyle.REGULAR) -> bytes:
    """Make a font that says it is of the family ``name``."""
    return make_face_of_numbers(numbers(style=style), FaceName(name, style))


def put_faces(folder: Path, name: str, styles: Iterable[FaceStyle] = STYLES) -> dict[FaceStyle, Path]:
    """Write fonts that say they are of the family ``name``; their files are named as TH Sarabun's are."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = {style: folder / f"thSarabun {style}.ttf" for style in styles}
    for style, path in paths.items():
        path.write_bytes(face_named(name, style))
    return paths
