"""Pictures: pages of a PDF and drawings of SVG as PNG, the same bytes on every run.

PDFium draws pages, resvg draws SVG with the given faces alone, Pillow writes PNG. All three come with the
extra ``esa-docs[pictures]``: Word files and PDFs are made without them.
"""

from __future__ import annotations

import importlib
import io
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Final

from fontTools.ttLib import TTFont

from esa_docs.diagnostics import Diagnostic, Location, MachineError
from esa_docs.fonts.faces import FaceStyle
from esa_docs.i18n import gettext as _
from esa_docs.pages.pdf_reading import NotAPdfError

POINTS_PER_INCH: Final = 72
_WHITE: Final = "#ffffff"
_FAMILY_NAME: Final = 1


def page_pictures(pdf: bytes, dpi: int, pages: Sequence[int] | None = None) -> Iterator[bytes]:
    """Draw pages of a PDF, one PNG each, in the order asked for.

    Args:
        pdf: the file.
        dpi: pixels per inch.
        pages: numbers from 1; None draws all.

    Raises:
        MachineError: E910, the packages for pictures are missing.
        NotAPdfError: the bytes are no readable PDF.
        ValueError: a page that the file does not have.
    """
    pdfium = _package("pypdfium2")
    _package("PIL.Image")
    try:
        document = pdfium.PdfDocument(pdf)
    except pdfium.PdfiumError as fault:
        raise NotAPdfError(str(fault)) from fault
    with document:
        wanted = range(1, len(document) + 1) if pages is None else pages
        if missing := [number for number in wanted if not 1 <= number <= len(document)]:
            raise ValueError(f"no page {missing[0]} among {len(document)}")
        for number in wanted:
            image = document[number - 1].render(scale=dpi / POINTS_PER_INCH).to_pil()
            target = io.BytesIO()
            image.save(target, "PNG", dpi=(dpi, dpi))
            yield target.getvalue()


def svg_picture(svg: str, faces: Mapping[FaceStyle, bytes], scale: float = 1.0) -> bytes:
    """Draw an SVG on white, as PNG.

    No font of this machine is used: text in a family that the faces do not carry is drawn with these too.

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
    # resvg reads faces from files only, and Windows deletes no file that is still mapped into memory
    with tempfile.TemporaryDirectory(prefix="esa-docs-", ignore_cleanup_errors=True) as folder:
        files = [Path(folder) / f"{style}.ttf" for style in faces]
        for file, face in zip(files, faces.values(), strict=True):
            file.write_bytes(face)
        picture: bytes = resvg.svg_to_bytes(
            svg_string=svg,
            background=_WHITE,
            skip_system_fonts=True,
            font_files=[str(file) for file in files],
            font_family=family,
            serif_family=family,
            sans_serif_family=family,
            zoom=scale,
        )
    return bytes(picture)


def _family(faces: Mapping[FaceStyle, bytes]) -> str:
    """Read the name the faces carry themselves: a face made for layout does not carry its family's."""
    face = next(iter(faces.values()))
    return str(TTFont(io.BytesIO(face), lazy=True)["name"].getDebugName(_FAMILY_NAME))


def _package(name: str) -> ModuleType:
    try:
        return importlib.import_module(name)
    except ImportError as fault:
        message = _("pictures need the package {name}, which is not on this machine").format(name=name)
        hint = _('Install it with: pip install "esa-docs[pictures]"')
        raise MachineError([Diagnostic("E910", message, Location(name), hint)]) from fault
