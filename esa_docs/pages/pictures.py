"""PNG pictures of the pages of a PDF and of SVG drawings, the same bytes on every run.

PDFium draws pages, resvg draws SVG with no faces but the caller's, Pillow writes PNG. All three come with
the extra ``esa-docs[pictures]``: Word files and PDFs are made without them.
"""

from __future__ import annotations

import importlib
import io
from collections.abc import Iterator, Mapping, Sequence
from types import ModuleType
from typing import Final

from fontTools.ttLib import TTFont

from esa_docs.diagnostics import Diagnostic, Location, MachineError
from esa_docs.fonts.faces import FaceStyle
from esa_docs.i18n import gettext as _
from esa_docs.pages.pdf_reading import NotAPdfError
from esa_docs.temporary_folder import TemporaryFolder

POINTS_PER_INCH: Final = 72
_WHITE: Final = "#ffffff"
_FAMILY_NAME: Final = 1
"""The id of the name of a family, in the table of names of a font."""


def page_pictures(pdf: bytes, dpi: int, pages: Sequence[int] | None = None) -> Iterator[bytes]:
    """Generate a PNG of each page of a PDF, in the order of ``pages``.

    Args:
        pdf: the file.
        dpi: pixels per inch.
        pages: numbers from 1, in any order; None draws all pages.

    Raises:
        MachineError: E910, the packages for pictures are missing.
        NotAPdfError: the bytes are no readable PDF.
        ValueError: a page that the file does not have.
    """
    pdfium = _package("pypdfium2")
    # pypdfium2 makes its pictures with Pillow, but does not install it.
    _package("PIL.Image")
    try:
        document = pdfium.PdfDocument(pdf)
    except pdfium.PdfiumError as fault:
        raise NotAPdfError(str(fault)) from fault
    with document:
        page_count = len(document)
        numbers = range(1, page_count + 1) if pages is None else pages
        for number in numbers:
            if not 1 <= number <= page_count:
                raise ValueError(f"no page {number} among {page_count}")
        for number in numbers:
            image = document[number - 1].render(scale=dpi / POINTS_PER_INCH).to_pil()
            target = io.BytesIO()
            image.save(target, "PNG", dpi=(dpi, dpi))
            yield target.getvalue()


def svg_picture(svg: str, faces: Mapping[FaceStyle, bytes], scale: float = 1.0) -> bytes:
    """Return a PNG of an SVG drawing on white.

    No font of this machine is used: text in any other family is drawn with ``faces`` too.

    Args:
        svg: the drawing; its size in pixels is that of its ``width`` and ``height``.
        faces: TrueType file of each style, all of one family.
        scale: pixels for each pixel of the drawing.

    Raises:
        MachineError: E910, the packages for pictures are missing.
        ValueError: the text is no SVG.
    """
    resvg = _package("resvg_py")
    family = _family(faces)
    # resvg reads faces from files only, and Windows deletes no file that is still mapped into memory.
    with TemporaryFolder() as folder:
        files: list[str] = []
        for style, face in faces.items():
            file = folder.path / f"{style}.ttf"
            file.write_bytes(face)
            files.append(str(file))
        picture: bytes = resvg.svg_to_bytes(
            svg_string=svg,
            background=_WHITE,
            skip_system_fonts=True,
            font_files=files,
            font_family=family,
            serif_family=family,
            sans_serif_family=family,
            zoom=scale,
        )
    return bytes(picture)


def _family(faces: Mapping[FaceStyle, bytes]) -> str:
    """Return the family name that stands in the faces."""
    # A face that was made for layout has a name of its own: the licence of the fonts asks for that.
    face = next(iter(faces.values()))
    font = TTFont(io.BytesIO(face), lazy=True)
    return str(font["name"].getDebugName(_FAMILY_NAME))


def _package(name: str) -> ModuleType:
    """Import a package that draws pictures.

    Raises:
        MachineError: E910, it is missing.
    """
    try:
        return importlib.import_module(name)
    except ImportError as fault:
        message = _("pictures need the package {name}, which is not on this machine").format(name=name)
        hint = _('In the folder of the program: pip install ".[pictures]"')
        raise MachineError([Diagnostic("E910", message, Location(name), hint)]) from fault
