"""The picture of the emblem (ครุฑ) that office.yaml names: reading it, checking it, and naming it there."""

from __future__ import annotations

import io
import math
import struct
import warnings
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PureWindowsPath
from typing import Final

from esa_docs.diagnostics import Checked, Diagnostic, Location, Severity, has_errors
from esa_docs.i18n import gettext as _
from esa_docs.model.document import Emblem, EmblemType
from esa_docs.model.office import Office
from esa_docs.source.folders.disk import read_bytes, reason_of
from esa_docs.source.folders.files import OFFICE_FILE, is_inside, path_label
from esa_docs.source.folders.named_paths import named_path
from esa_docs.source.yaml_files.parsing import parse_yaml
from esa_docs.source.yaml_files.text import decode_text, read_text
from esa_docs.source.yaml_files.tree import Plain, to_plain, value_place

_KEY: Final = "emblem"
_SIGNATURES: Final[dict[bytes, EmblemType]] = {
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
}
_FORMATS: Final = ("PNG", "JPEG")
_DAMAGE: Final = (OSError, SyntaxError, ValueError, LookupError, EOFError, struct.error, zlib.error)
"""What Pillow raises for damaged bytes."""
_PRINTED_INCHES: Final = 3 / 2.54
"""Height of the emblem on paper, 3 cm, in inches."""
_FEWEST_DOTS: Final = 150
"""Dots per inch below which edges look torn on paper."""


def load_emblem(root: Path, office: Office | None) -> Checked[Emblem]:
    """Return the picture that an office names; None, without a diagnostic, where it names none.

    Args:
        root: the project folder, outside of which nothing is read.
        office: the office; None where office.yaml is faulty.
    """
    if office is None or office.emblem is None:
        return Checked(None)
    emblem = _read_emblem(root, office.emblem)
    if not emblem.diagnostics:
        return emblem
    place = _place_of_key(root / OFFICE_FILE)
    diagnostics = [replace(diagnostic, location=place, field=_KEY) for diagnostic in emblem.diagnostics]
    return Checked(emblem.value, tuple(diagnostics))


def parse_emblem(data: bytes, place: Location) -> Checked[Emblem]:
    """Return the bytes of a picture as an emblem, or a diagnostic of what is wrong (E422, E423, E424).

    Args:
        data: the picture.
        place: the place that diagnostics name.
    """
    media_type = _media_type(data)
    if media_type is None:
        message = _("a picture in the form PNG or JPEG is expected for the emblem")
        hint = _(
            "Open the picture in Paint and save it as PNG: changing the ending of its name is not enough."
        )
        return Checked(None, (Diagnostic("E422", message, place, hint),))
    size = _measure(data)
    if size is None:
        message = _("the picture of the emblem is damaged and cannot be drawn")
        hint = _("Save it as PNG once more, or take it again with 'esa-docs emblem take FILE.docx'.")
        return Checked(None, (Diagnostic("E423", message, place, hint),))
    width, height = size
    return Checked(Emblem(data, media_type, width, height), tuple(_check_height(height, place)))


def _media_type(data: bytes) -> EmblemType | None:
    for signature, media_type in _SIGNATURES.items():
        if data.startswith(signature):
            return media_type
    return None


def with_emblem_named(office: bytes, name: str) -> bytes | None:
    """Return office.yaml with a line at its end that names the emblem; all else stays byte by byte.

    None where it names an emblem already, or where the line would not be one of its keys.

    Args:
        office: what the file holds.
        name: path of the picture from the project folder.
    """
    values = _values(office)
    if values is None or _KEY in values:
        return None
    line_end = b"\r\n" if b"\r\n" in office else b"\n"
    gap = b"" if office.endswith(b"\n") else line_end
    line = f"{_KEY}: {name}".encode() + line_end
    changed = office + gap + line
    # The file may end so that no key can follow: with a bracket, or with a line of dots.
    if _values(changed) != {**values, _KEY: name}:
        return None
    return changed


def named_emblem(office: bytes) -> str | None:
    """Return the picture that office.yaml names; None where it names none or cannot be read.

    Args:
        office: what the file holds.
    """
    values = _values(office)
    if values is None:
        return None
    name = values.get(_KEY)
    return name if isinstance(name, str) else None


def _values(office: bytes) -> dict[str, Plain] | None:
    """Return what office.yaml holds, by key; None where it has faults."""
    text = decode_text(office, OFFICE_FILE)
    if text.value is None:
        return None
    tree = parse_yaml(text.value, OFFICE_FILE)
    if tree.value is None or has_errors(tree):
        return None
    return {entry.key: to_plain(entry.value) for entry in tree.value.entries}


def _read_emblem(root: Path, written_path: str) -> Checked[Emblem]:
    """Return the picture at a path as written; its diagnostics have no place."""
    path = named_path(root, written_path)
    if PureWindowsPath(written_path).drive or not is_inside(path, root):
        message = _("the picture of the emblem lies outside the project folder")
        hint = _("Copy it into the project folder and write its name only, such as emblem.png.")
        return Checked(None, (Diagnostic("E421", message, Location(""), hint),))
    try:
        return parse_emblem(read_bytes(path), Location(""))
    except OSError as fault:
        return Checked(None, (_unreadable(fault, written_path),))


def _unreadable(fault: OSError, name: str) -> Diagnostic:
    if isinstance(fault, FileNotFoundError):
        message = _("there is no picture {name} in the project folder").format(name=name)
    else:
        message = _("the picture {name} cannot be read: {reason}").format(name=name, reason=reason_of(fault))
    hint = _("Write the path of the picture from the folder of office.yaml, such as emblem.png.")
    return Diagnostic("E420", message, Location(""), hint)


def _measure(data: bytes) -> tuple[int, int] | None:
    """Return width and height of a picture, in pixels; None if it is broken."""
    from PIL import Image  # noqa: PLC0415 only an office with an emblem needs it

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            # Pillow only warns of a picture that would fill memory; this makes it stop.
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            # Pillow cannot draw a picture that it has verified: it is opened once more.
            with Image.open(io.BytesIO(data), formats=_FORMATS) as picture:
                picture.verify()
            # A picture that was cut off has a sound head: only drawing it shows the damage.
            with Image.open(io.BytesIO(data), formats=_FORMATS) as picture:
                picture.load()
                return picture.size
    except (*_DAMAGE, Image.DecompressionBombWarning, Image.DecompressionBombError):
        return None


def _check_height(height: int, place: Location) -> Iterator[Diagnostic]:
    dots = height / _PRINTED_INCHES
    if dots >= _FEWEST_DOTS:
        return
    message = _(
        "the emblem is {height} pixels tall: at 3 cm that is {dots} dots per inch, less than {fewest}"
    )
    message = message.format(height=height, dots=int(dots), fewest=_FEWEST_DOTS)
    least_height = math.ceil(_FEWEST_DOTS * _PRINTED_INCHES)
    hint = _("Use a picture at least {least} pixels tall.").format(least=least_height)
    yield Diagnostic("E424", message, place, hint, Severity.WARNING)


def _place_of_key(path: Path) -> Location:
    """Return the place that names the emblem in office.yaml; the file as a whole where nothing is there."""
    file_label = path_label(path)
    text = read_text(path, file_label)
    if text.value is None:
        return Location(file_label)
    tree = parse_yaml(text.value, file_label)
    if tree.value is None:
        return Location(file_label)
    entry = tree.value.get(_KEY)
    return value_place(entry) if entry else Location(file_label)
