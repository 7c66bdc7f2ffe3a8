"""W515: marks in the alternative texts of pictures, which are read out and printed nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from esa_docs.diagnostics import Severity
from esa_docs.i18n import gettext as _
from esa_docs.model.base import Content
from esa_docs.model.people import KeyPath
from esa_docs.model.problem import Problem, Spot
from esa_docs.model.prose.blocks import Block
from esa_docs.model.prose.picture_block import PictureBlock
from esa_docs.model.prose.reading import read_marks
from esa_docs.rules.captions import marked_values

_ALT = "alt"


def check_alternative_texts(content: Content) -> Iterator[Problem]:
    """Generate the alternative texts of pictures that hold a mark, as other texts without marks are told."""
    for path, value in marked_values(content, ()):
        if isinstance(value, Block) and value.picture is not None:
            for alt_path, alt in _alternative_texts((*path, "picture"), value.picture):
                yield from _check_text(alt_path, alt)


def _alternative_texts(path: KeyPath, picture: PictureBlock) -> Iterator[tuple[KeyPath, str]]:
    if picture.alt is not None:
        yield (*path, _ALT), picture.alt
    for index, item in enumerate(picture.files):
        if item.alt is not None:
            yield (*path, "files", index, _ALT), item.alt


def _check_text(path: KeyPath, text: str) -> Iterator[Problem]:
    reading = read_marks(text)
    if not reading.marks:
        return
    message = _("an alternative text has no marks: '{mark}' is read out as typed")
    hint = _("Take the mark out: a screen reader reads these words to who cannot see the picture.")
    spot = Spot(text, reading.starts[0])
    words = message.format(mark=reading.marks[0])
    yield Problem(path, "W515", words, hint, Severity.WARNING, spot=spot)
