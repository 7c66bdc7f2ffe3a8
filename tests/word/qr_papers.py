"""Papers with QR codes in a small project, and the codes of a Word file as a telephone would read them."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import zxingcpp
from PIL import Image
from word_files import xml_of, xpath
from written_project import OFFICE, PEOPLE, put

from esa_docs import api

TODAY: Final = dt.date(2026, 9, 16)
_EMU_OF_A_CM: Final = 360_000
_RELATIONSHIPS: Final = "word/_rels/document.xml.rels"


@dataclass(frozen=True, slots=True)
class ReadCode:
    """A QR code of a Word file.

    Attributes:
        address: what a reader that is not ours reads in it.
        level: its error correction.
        alternative: its alternative text.
        width_cm: how wide it is printed.
        height_cm: how tall it is printed.
        pixels: width of its picture.
    """

    address: str
    level: str
    alternative: str
    width_cm: float
    height_cm: float
    pixels: int


def put_letter(root: Path, keys: str, *, content: int = 2) -> Path:
    """Write a project with one letter, and return the folder."""
    office = f"content: {content}\n{OFFICE}contact: {{phone: 0 2111 1111}}\nletter_code: ศธ 04000\n"
    put(root, "office.yaml", office)
    put(root, "people.yaml", PEOPLE)
    head = "kind: letter\nsubject: เชิญประชุม\nnumber: 1\ndate: 1 มีนาคม 2569\n"
    put(root, "2569/letter.yaml", head + keys)
    return root


def printed(root: Path, name: str = "letter") -> bytes:
    """Return the Word file of a paper, which has no error."""
    checked = api.render_checked(api.find(api.load(root), name), today=TODAY)
    assert [diagnostic for diagnostic in checked.diagnostics if diagnostic.severity == "error"] == []
    assert checked.value is not None
    return checked.value


def codes_in(data: bytes) -> list[ReadCode]:
    """Return the QR codes of a Word file in the order of its text."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        relationships = xml_of(data, _RELATIONSHIPS)
        targets = {each.get("Id"): each.get("Target") for each in relationships}
        codes = []
        for inline in xpath(xml_of(data), ".//wp:inline[.//a:blip]"):
            picture = package.read(f"word/{targets[_relationship_of(inline)]}")
            codes.append(_read(inline, picture))
    return codes


def _relationship_of(inline: Any) -> str:
    (relationship,) = xpath(inline, ".//a:blip/@r:embed")
    return str(relationship)


def _read(inline: Any, picture: bytes) -> ReadCode:
    image = Image.open(io.BytesIO(picture))
    (code,) = zxingcpp.read_barcodes(image.convert("L"))
    width, height = (int(xpath(inline, f"./wp:extent/@{side}")[0]) for side in ("cx", "cy"))
    return ReadCode(
        code.text,
        code.ec_level,
        xpath(inline, "./wp:docPr/@descr")[0],
        width / _EMU_OF_A_CM,
        height / _EMU_OF_A_CM,
        image.width,
    )
