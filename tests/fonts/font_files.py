"""Font files for tests, with the numbers of the published faces under any name, and a machine for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import pytest

from esa_docs.fonts import lookup
from esa_docs.fonts.faces import FaceStyle
from esa_docs.fonts.folders import FONTS_VARIABLE
from esa_docs.fonts.made_faces import FaceName, make_face_of_numbers
from esa_docs.fonts.metrics import FaceMetrics, load_metrics

PSK, NEW, SARABUN_IT9 = "TH SarabunPSK", "TH Sarabun New", "TH SarabunIT๙"
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
ALL_FACES = list(product(REAL_FILES, STYLES))


@dataclass(frozen=True, slots=True)
class Machine:
    """Folders of fonts of a machine, which do not exist yet.

    Attributes:
        layout_folder: folder of the fonts kept for layout.
        user_folder: folder of this user's fonts.
        system_folder: folder of the fonts of the whole machine.
    """

    layout_folder: Path
    user_folder: Path
    system_folder: Path


def machine_without_fonts(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """Make the program see a machine that has none of our fonts."""
    machine = Machine(folder / "เก็บไว้", folder / "fonts of mine", folder / "system")
    monkeypatch.setenv(FONTS_VARIABLE, str(machine.layout_folder))
    monkeypatch.setattr(lookup, "installed_folders", lambda: (machine.user_folder, machine.system_folder))
    return machine


def numbers(family: str = PSK, style: FaceStyle = FaceStyle.REGULAR) -> FaceMetrics:
    """Return the numbers of a published face."""
    metrics = load_metrics(family, style)
    assert metrics is not None
    return metrics


def real_face(family: str, style: FaceStyle) -> bytes:
    """Return the font file of a published face."""
    (name,) = [file for file, style_of_file in REAL_FILES[family] if style_of_file is style]
    return (REAL_FACES / name).read_bytes()


def face_named(name: str, style: FaceStyle = FaceStyle.REGULAR) -> bytes:
    """Return a font that says it is of the family ``name``."""
    return make_face_of_numbers(numbers(style=style), FaceName(name, style))


def put_faces(folder: Path, name: str, styles: Iterable[FaceStyle] = STYLES) -> dict[FaceStyle, Path]:
    """Write fonts that say they are of the family ``name``, under file names like those of TH Sarabun.

    Return their paths.
    """
    folder.mkdir(parents=True, exist_ok=True)
    paths = {}
    for style in styles:
        paths[style] = folder / f"thSarabun {style}.ttf"
        paths[style].write_bytes(face_named(name, style))
    return paths
