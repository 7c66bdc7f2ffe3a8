"""Flow charts as pictures outside Word: SVG with its font inside, and PNG."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from esa_docs.diagnostics import ContentError, Diagnostic, Location
from esa_docs.flow.chart import ChartPage
from esa_docs.flow.svg import chart_svg
from esa_docs.fonts.faces import FaceStyle
from esa_docs.fonts.layout_faces import layout_family
from esa_docs.fonts.state import require_drawn_family
from esa_docs.i18n import gettext as _
from esa_docs.model.document import Document
from esa_docs.word.render import charts_of

_PIXELS_PER_POINT: Final = 3.0

PICTURE_ENDINGS: Final = (".svg", ".png")
"""Formats of pictures, by the ending of their file."""

Chart = tuple[str, tuple[ChartPage, ...]]
"""The title of a chart and its pages."""


def draw_charts(document: Document[Any], output: Path, number: int | None = None) -> dict[Path, bytes]:
    """Draw the flow charts of a document.

    Args:
        document: the document.
        output: path of the picture; its ending, one of ``PICTURE_ENDINGS``, is its format. If there are
            several charts, their numbers stand before the ending.
        number: number of a chart, from 1; None draws all.

    Returns:
        The content of each file.

    Raises:
        ContentError: the document has no such chart (E409).
        KeyError: the ending is none of ``PICTURE_ENDINGS``.
        MachineError: a PNG needs the font family (E906) or packages (E910) this machine does not have.
    """
    charts = _choose_charts(document, number)
    draw = _DRAWERS[output.suffix.lower()]
    font = document.office.font
    if len(charts) == 1:
        return {output: draw(charts[0], font)}
    files = {}
    for place, chart in enumerate(charts, 1):
        path = output.with_stem(f"{output.stem}-{place}")
        files[path] = draw(chart, font)
    return files


def _choose_charts(document: Document[Any], number: int | None) -> tuple[Chart, ...]:
    """Return the chart of a number, counted from 1; all charts if it is None.

    Raises:
        ContentError: the document has no such chart (E409).
    """
    charts = charts_of(document)
    chosen_charts = charts if number is None else charts[number - 1 : number]
    if chosen_charts:
        return chosen_charts
    count = len(charts)
    message = _("the document has {count} flow charts").format(count=count)
    hint = _("Choose another document, or a number from 1 to {count} with --work.").format(count=count)
    raise ContentError([Diagnostic("E409", message, Location(document.key), hint)])


def _svg(chart: Chart, family: str) -> bytes:
    """Draw an SVG; its font is inside if this machine has the font."""
    title, pages = chart
    fonts = layout_family(family)
    faces = {}
    if fonts is not None and fonts.has_outlines:
        faces["normal"] = fonts.faces[FaceStyle.REGULAR]
    return chart_svg(pages, title, family, faces).encode()


def _png(chart: Chart, family: str) -> bytes:
    from esa_docs.pages.pictures import svg_picture  # noqa: PLC0415 SVG needs none of its packages

    title, pages = chart
    fonts = require_drawn_family(family)
    svg = chart_svg(pages, title, fonts.name)
    faces = {FaceStyle.REGULAR: fonts.faces[FaceStyle.REGULAR]}
    return svg_picture(svg, faces, _PIXELS_PER_POINT)


_DRAWERS: Final[dict[str, Callable[[Chart, str], bytes]]] = {".svg": _svg, ".png": _png}
