"""Write the numbers of the published TH Sarabun faces, from the faces themselves.

    python tools/make_font_tables.py FOLDER

FOLDER holds the eight faces of TH SarabunPSK and TH Sarabun New, as ``esa-docs fonts install --layout-only``
puts them. Each is checked by its hash, so equal faces give an equal file.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

from esa_docs.fonts.faces import FaceStyle
from esa_docs.fonts.families import FAMILIES, SOURCE_PACKAGE, SOURCE_VERSION, Family
from esa_docs.fonts.metrics import NUMBERS_FILE, to_runs
from esa_docs.fonts.reading import read_face, read_metrics

NOTE = (
    f"Made by tools/make_font_tables.py from the faces in {SOURCE_PACKAGE} {SOURCE_VERSION} on PyPI: "
    "win ascent and descent of OS/2, the gap Word adds, and the advance width of each character of cmap, "
    "0 for marks and format characters; neighbours stand together under the first one's code point."
)
ROW = re.compile(r"\[\s+([^\[\]]*?)\s+\]")
"""A list without lists inside, over several lines."""


def main(folder: Path) -> None:
    """Write the file.

    Args:
        folder: where the faces are.
    """
    families = {family.name: family_numbers(family, folder) for family in FAMILIES.values() if family.hashes}
    text = json.dumps({"note": NOTE, "families": families}, ensure_ascii=False, indent=1)
    NUMBERS_FILE.write_text(ROW.sub(on_one_line, text) + "\n", encoding="utf-8", newline="\n")


def family_numbers(family: Family, folder: Path) -> dict[str, dict[str, Any]]:
    """Return the numbers of the four faces of a family, by style."""
    return {str(style): face_numbers(folder / file, family, style) for style, file in family.files.items()}


def face_numbers(path: Path, family: Family, style: FaceStyle) -> dict[str, Any]:
    """Return the numbers of a face.

    Raises:
        SystemExit: the file is not the published face.
    """
    data = path.read_bytes()
    face = read_face(data)
    if face is None or (face.family, face.style, face.is_published) != (family, style, True):
        raise SystemExit(f"{path} is not the published {style} face of {family.name}")
    metrics = read_metrics(data)
    return {
        "sha256": family.hashes[style],
        "units_per_em": metrics.units_per_em,
        "win_ascent": metrics.win_ascent,
        "win_descent": metrics.win_descent,
        "line_gap": metrics.line_gap,
        "missing_advance": metrics.missing_advance,
        "advances": to_runs(metrics.advances),
    }


def on_one_line(match: re.Match[str]) -> str:
    """Return a list of numbers, as ``json`` lays it out, on one line."""
    numbers = match[1].split()
    return f"[{' '.join(numbers)}]"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
