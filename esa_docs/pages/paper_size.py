"""Pages of PDFs of any origin on the paper of the report: larger ones are made smaller, in their middle.

Scanners and telephones write pages of 58 by 82 cm, and a printer cuts them or stops. Smaller pages, such as a
form of A5, stay as they are: enlarged, a form would no longer have the size that it says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, cast

from pypdf import PageObject, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NullObject,
    PdfObject,
    RectangleObject,
)

_A4: Final = (595.276, 841.89)
"""Width and height of A4 in points (ISO 216: 210 by 297 mm)."""
_TOLERANCE: Final = 6.0
"""Points by which a page of A4 may be larger: scanners write 596 by 842, or two millimetres more."""
_BOXES: Final = ("/MediaBox", "/CropBox")
_OTHER_BOXES: Final = ("/BleedBox", "/TrimBox", "/ArtBox", "/UserUnit")
_PLACES_OF_ANNOTATIONS: Final = ("/Rect", "/QuadPoints", "/Vertices", "/L", "/CL", "/InkList")
"""Keys of an annotation that hold places on the page (ISO 32000-1, 12.5)."""


@dataclass(frozen=True, slots=True)
class _Fitting:
    """How a page comes onto its paper.

    Attributes:
        visible: what is visible of the page, in its own units.
        scale: what its own units are multiplied by.
        paper: the paper around what is visible, once that is scaled.
    """

    visible: RectangleObject
    scale: float
    paper: RectangleObject


def fit_on_paper(writer: PdfWriter, pages: Sequence[PageObject]) -> None:
    """Make pages that are larger than A4 smaller, upright or lying as they are.

    Args:
        writer: the report.
        pages: pages of it.
    """
    for page in pages:
        fitting = _fitting(page)
        if fitting is not None:
            _fit(writer, page, fitting)


def _fitting(page: PageObject) -> _Fitting | None:
    """Return how a page comes onto its paper; None for one that is not larger."""
    visible = _visible_box(page)
    unit = float(page.user_unit)
    width, height = float(visible.width) * unit, float(visible.height) * unit
    paper_width, paper_height = _A4 if width <= height else _A4[::-1]
    if width <= paper_width + _TOLERANCE and height <= paper_height + _TOLERANCE:
        return None
    scale = min(paper_width / width, paper_height / height) * unit
    middle_x = (float(visible.left) + float(visible.right)) / 2 * scale
    middle_y = (float(visible.bottom) + float(visible.top)) / 2 * scale
    x, y = middle_x - paper_width / 2, middle_y - paper_height / 2
    paper = RectangleObject((x, y, x + paper_width, y + paper_height))
    return _Fitting(visible, scale, paper)


def _visible_box(page: PageObject) -> RectangleObject:
    """Return what is visible of a page: what of its crop box lies within its media box."""
    media: RectangleObject = page.mediabox
    crop: RectangleObject = page.cropbox
    x, y = max(media.left, crop.left), max(media.bottom, crop.bottom)
    right, top = min(media.right, crop.right), min(media.top, crop.top)
    if right <= x or top <= y:
        return media
    return RectangleObject((x, y, right, top))


def _fit(writer: PdfWriter, page: PageObject, fitting: _Fitting) -> None:
    visible, scale = fitting.visible, fitting.scale
    # What lies outside the crop box stays unseen: without the clip it would show on the paper around.
    clip = f"{visible.left:.4f} {visible.bottom:.4f} {visible.width:.4f} {visible.height:.4f} re W n"
    before = _stream(writer, f"q {scale:.6f} 0 0 {scale:.6f} 0 0 cm {clip}\n")
    behind = _stream(writer, "\nQ\n")
    page[NameObject("/Contents")] = ArrayObject([before, *_contents(page), behind])
    for key in _BOXES:
        page[NameObject(key)] = fitting.paper
    for key in _OTHER_BOXES:
        page.pop(key, None)
    for annotation in _annotations(page):
        for key in _PLACES_OF_ANNOTATIONS:
            if key in annotation:
                annotation[NameObject(key)] = _scaled(annotation[key], scale)


def _stream(writer: PdfWriter, text: str) -> PdfObject:
    stream = DecodedStreamObject()
    stream.set_data(text.encode())
    return writer._add_object(stream)  # noqa: SLF001 pypdf has no other way to give a stream a number


def _contents(page: PageObject) -> list[PdfObject]:
    """Return the streams of a page; none of a page without content."""
    raw_contents = page.get("/Contents", NullObject())
    contents = raw_contents.get_object()
    if isinstance(contents, ArrayObject):
        return list(contents)
    if contents is None or isinstance(contents, NullObject):
        return []
    return [page.raw_get("/Contents")]


def _annotations(page: PageObject) -> Iterator[DictionaryObject]:
    annotations = page.get("/Annots", NullObject()).get_object()
    if isinstance(annotations, ArrayObject):
        for annotation in annotations:
            yield cast("DictionaryObject", annotation.get_object())


def _scaled(value: PdfObject, scale: float) -> PdfObject:
    """Return places on a page, scaled: numbers, or lists of them."""
    inner = value.get_object()
    if isinstance(inner, ArrayObject):
        return ArrayObject([_scaled(item, scale) for item in inner])
    return FloatObject(float(cast("FloatObject", inner)) * scale)
