"""Writes the numbers of the published TH Sarabun faces, from the faces themselves.

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


def main(folder: Path) -> None:
    """Write the file."""
    families = {family.name: table_of(family, folder) for family in FAMILIES.values() if family.hashes}
    text = json.dumps({"note": NOTE, "families": families}, ensure_ascii=False, indent=1)
    NUMBERS_FILE.write_text(ROW.sub(one_row, text) + "\n", encoding="utf-8", newline="\n")


def table_of(family: Family, folder: Path) -> dict[str, dict[str, Any]]:
    """Read the four faces of a family."""
    return {str(style): numbers_of(folder / file, family, style) for style, file in family.files.items()}


def numbers_of(path: Path, family: Family, style: FaceStyle) -> dict[str, Any]:
    """Read one face; its hash must be that of the published one."""
    data = path.read_bytes()
    face = read_face(data)
    if face is None or (face.family, face.style, face.is_published) != (family, style, True):
        raise SystemExit(f"{path} is not the published {style} face of {family.name}")
    found = read_metrics(data)
    return {
        "sha256": family.hashes[style],
        "units_per_em": found.units_per_em,
        "win_ascent": found.win_ascent,
        "win_descent": found.win_descent,
        "line_gap": found.line_gap,
        "missing_advance": found.missing_advance,
        "advances": to_runs(found.advances),
    }


def one_row(match: re.Match[str]) -> str:
    """Write a list of numbers on one line."""
    return f"[{' '.join(match[1].split())}]"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
