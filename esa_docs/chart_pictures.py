"""Flow charts as pictures outside Word: SVG that carries its font, and PNG."""

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
"""What pictures can be, by the ending of their file."""

Chart = tuple[str, tuple[ChartPage, ...]]
"""The title of a chart and its pages."""


def draw_charts(document: Document[Any], output: Path, number: int | None = None) -> dict[Path, bytes]:
    """Draw the flow charts of a document.

    Args:
        document: whose charts.
        output: where they go; its ending, one of ``PICTURE_ENDINGS``, says what is wanted. Where there are
            several charts, their numbers stand before the ending.
        number: which chart, from 1; None draws all.

    Returns:
        What goes into each file.

    Raises:
        ContentError: the document has no such chart (E409).
        KeyError: the ending is none of ``PICTURE_ENDINGS``.
        MachineError: a PNG needs the font family (E906) or packages (E910) this machine does not have.
    """
    charts = _chosen(document, number)
    draw = _DRAWERS[output.suffix.lower()]
    if len(charts) == 1:
        return {output: draw(charts[0], document.office.font)}
    places = (output.with_stem(f"{output.stem}-{place}") for place in range(1, len(charts) + 1))
    return {place: draw(chart, document.office.font) for place, chart in zip(places, charts, strict=True)}


def _chosen(document: Document[Any], number: int | None) -> tuple[Chart, ...]:
    charts = charts_of(document)
    chosen = charts if number is None else charts[number - 1 : number]
    if not chosen:
        message = _("the document has {count} flow charts").format(count=len(charts))
        hint = _("Choose another document, or a number from 1 to {count} with --work.").format(
            count=len(charts)
        )
        raise ContentError([Diagnostic("E409", message, Location(document.key), hint)])
    return chosen


def _svg(chart: Chart, family: str) -> bytes:
    """Draw an SVG; it carries its font where this machine has it."""
    title, pages = chart
    fonts = layout_family(family)
    faces = {"normal": fonts.faces[FaceStyle.REGULAR]} if fonts and fonts.has_outlines else {}
    return chart_svg(pages, title, family, faces).encode()


def _png(chart: Chart, family: str) -> bytes:
    from esa_docs.pages.pictures import svg_picture  # noqa: PLC0415 SVG needs none of its packages

    title, pages = chart
    fonts = require_drawn_family(family)
    svg = chart_svg(pages, title, fonts.name)
    return svg_picture(svg, {FaceStyle.REGULAR: fonts.faces[FaceStyle.REGULAR]}, _PIXELS_PER_POINT)


_DRAWERS: Final[dict[str, Callable[[Chart, str], bytes]]] = {".svg": _svg, ".png": _png}
