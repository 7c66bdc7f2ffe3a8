"""The picture of the emblem (ครุฑ) that office.yaml names: read, looked at, and named there."""

from __future__ import annotations

import io
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
from esa_docs.source.files import OFFICE_FILE, is_inside, path_label
from esa_docs.source.parsing import parse_yaml
from esa_docs.source.text import decode_text, read_text
from esa_docs.source.tree import to_plain, value_place

_KEY: Final = "emblem"
_SIGNATURES: Final[dict[bytes, EmblemType]] = {
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
}
_FORMATS: Final = ("PNG", "JPEG")
_DAMAGE: Final = (OSError, SyntaxError, ValueError, LookupError, EOFError, struct.error, zlib.error)
"""What Pillow raises for damaged bytes."""
_PRINTED_INCHES: Final = 3 / 2.54
_FEWEST_DOTS: Final = 150
"""Dots per inch below which edges look torn on paper."""


def load_emblem(root: Path, office: Office | None) -> Checked[Emblem]:
    """Read the picture that an office names; none where it names none.

    Args:
        root: the project folder, outside of which nothing is read.
        office: the office; None where office.yaml is faulty.
    """
    if office is None or office.emblem is None:
        return Checked(None)
    emblem = _read(root, office.emblem)
    if not emblem.diagnostics:
        return emblem
    place = _place(root / OFFICE_FILE)
    return replace(emblem, diagnostics=tuple(replace(one, location=place, field=_KEY) for one in emblem))


def parse_emblem(data: bytes, place: Location) -> Checked[Emblem]:
    """Look at the bytes of a picture (E422, E423, E424).

    Args:
        data: the picture.
        place: where its faults are told.
    """
    media_type = next((kind for start, kind in _SIGNATURES.items() if data.startswith(start)), None)
    if media_type is None:
        message = _("a picture in the form PNG or JPEG is expected for the emblem")
        hint = _(
            "Open the picture in Paint and save it as PNG: changing the ending of its name is not enough."
        )
        return Checked(None, (Diagnostic("E422", message, place, hint),))
    size = _draw(data)
    if size is None:
        message = _("the picture of the emblem is damaged and cannot be drawn")
        hint = _("Save it as PNG once more, or take it again with 'esa-docs emblem take FILE.docx'.")
        return Checked(None, (Diagnostic("E423", message, place, hint),))
    return Checked(Emblem(data, media_type, *size), tuple(_too_few_pixels(size[1], place)))


def with_emblem_named(office: bytes, name: str) -> bytes | None:
    """Add the line that names the emblem to the end of office.yaml, all else kept byte by byte.

    Args:
        office: what the file holds.
        name: path of the picture from the project folder.

    Returns:
        What the file is to hold; None where it names an emblem already or a line at its end is no key of it.
    """
    end = b"\r\n" if b"\r\n" in office else b"\n"
    gap = b"" if office.endswith(b"\n") else end
    added = office + gap + f"{_KEY}: {name}".encode() + end
    before, after = _keys(office), _keys(added)
    return added if before is not None and after == {**before, _KEY: name} and _KEY not in before else None


def named_emblem(office: bytes) -> str | None:
    """Give the picture that office.yaml, as it stands in ``office``, names."""
    named = (_keys(office) or {}).get(_KEY)
    return named if isinstance(named, str) else None


def _keys(office: bytes) -> dict[str, object] | None:
    text = decode_text(office, OFFICE_FILE)
    tree = parse_yaml(text.value, OFFICE_FILE) if text.value is not None else Checked(None)
    plain = to_plain(tree.value) if tree.value is not None and not has_errors(tree) else None
    return dict(plain) if isinstance(plain, dict) else None


def _read(root: Path, named: str) -> Checked[Emblem]:
    path = root / named.replace("\\", "/")
    if PureWindowsPath(named).drive or not is_inside(path, root):
        message = _("the picture of the emblem lies outside the project folder")
        hint = _("Copy it into the project folder and write its name only, such as emblem.png.")
        return Checked(None, (Diagnostic("E421", message, Location(""), hint),))
    try:
        return parse_emblem(path.read_bytes(), Location(""))
    except OSError as fault:
        return Checked(None, (_unreadable(fault, named),))


def _unreadable(fault: OSError, named: str) -> Diagnostic:
    if isinstance(fault, FileNotFoundError):
        message = _("there is no picture {name} in the project folder").format(name=named)
    else:
        message = _("the picture {name} cannot be read: {reason}").format(name=named, reason=fault.strerror)
    hint = _("Write the path of the picture from the folder of office.yaml, such as emblem.png.")
    return Diagnostic("E420", message, Location(""), hint)


def _draw(data: bytes) -> tuple[int, int] | None:
    """Draw the whole picture, for a cut one has a sound head; give width and height, None if it is broken."""
    from PIL import Image  # noqa: PLC0415 only an office with an emblem needs it

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=_FORMATS) as picture:
                picture.verify()  # after which it cannot be drawn
            with Image.open(io.BytesIO(data), formats=_FORMATS) as picture:
                picture.load()
                return picture.size
    except (*_DAMAGE, Image.DecompressionBombWarning, Image.DecompressionBombError):
        return None


def _too_few_pixels(height: int, place: Location) -> Iterator[Diagnostic]:
    dots = height / _PRINTED_INCHES
    if dots < _FEWEST_DOTS:
        message = _(
            "the emblem is {height} pixels tall: at 3 cm that is {dots} dots per inch, less than {fewest}"
        ).format(height=height, dots=int(dots), fewest=_FEWEST_DOTS)
        least = -(-_FEWEST_DOTS * 300 // 254)
        hint = _("Use a picture at least {least} pixels tall.").format(least=least)
        yield Diagnostic("E424", message, place, hint, Severity.WARNING)


def _place(path: Path) -> Location:
    """Find the line that names the emblem; the file as a whole where it cannot be found any more."""
    file_label = path_label(path)
    text = read_text(path, file_label)
    tree = parse_yaml(text.value, file_label) if text.value is not None else Checked(None)
    entry = tree.value.get(_KEY) if tree.value is not None else None
    return value_place(entry) if entry else Location(file_label)
