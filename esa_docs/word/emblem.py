"""The emblem (ครุฑ) in a document: the office's picture of it, or a frame that keeps its place."""

from __future__ import annotations

from typing import Any, Final

from esa_docs.diagnostics import Diagnostic, Severity
from esa_docs.i18n import gettext as _
from esa_docs.model.document import Document, Emblem
from esa_docs.ooxml.linked_parts import LinkedPart
from esa_docs.ooxml.pictures import EMU_PER_CM, POINTS_PER_CM, inline_picture
from esa_docs.ooxml.shapes import Rectangle, inline_shape, symbol
from esa_docs.word.drawings import Drawing, first_id
from esa_docs.word.runs import RunStyle, make_run_writer

_NAME: Final = "Emblem"
_WORDS: Final = "ตราครุฑ"
_RELATIONSHIP: Final = "rIdEmblem"
_PARTS: Final = {"image/png": "word/media/emblem.png", "image/jpeg": "word/media/emblem.jpg"}
_LARGEST, _SIZE_PER_CM = 16.0, 8.0
"""Points of the words in the frame: those of the text, fewer where the frame is small."""


def emblem_drawing(document: Document[Any], height_cm: float, number: int) -> Drawing:
    """Draw the emblem of a document; its mark must stand in the document part, not in a header.

    Args:
        document: whose emblem; without a picture a frame takes its place and says so.
        height_cm: how tall it is: 3 cm on orders, announcements and letters, 1.5 cm on memos.
        number: how many drawings the document has before this one.
    """
    if document.emblem is None:
        return Drawing(_frame(height_cm, first_id(number)), (), (_no_picture(document),))
    height = round(height_cm * EMU_PER_CM)
    width = round(height * document.emblem.width / document.emblem.height)
    run = inline_picture(first_id(number), _NAME, _WORDS, (width, height), _RELATIONSHIP)
    return Drawing(run, (), parts=(_picture(document.emblem),))


def _picture(emblem: Emblem) -> LinkedPart:
    return LinkedPart(_RELATIONSHIP, "image", _PARTS[emblem.media_type], emblem.media_type, emblem.data)


def _frame(height_cm: float, number: int) -> str:
    side = height_cm * POINTS_PER_CM
    words = _paragraph(min(_LARGEST, _SIZE_PER_CM * height_cm))
    shape = symbol(number + 1, f"{_NAME} {number + 1}", "rect", Rectangle(0, 0, side, side), words, 0)
    return inline_shape(number, _NAME, _WORDS, (side, side), shape)


def _paragraph(size: float) -> str:
    half_points = round(size * 2)
    style = RunStyle.of([(name, f'<w:{name} w:val="{half_points}"/>') for name in ("sz", "szCs")])
    return (
        '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
        '<w:ind w:left="0" w:right="0" w:firstLine="0"/><w:jc w:val="center"/></w:pPr>'
        f"{make_run_writer(style, 'arabic')(_WORDS)}</w:p>"
    )


def _no_picture(document: Document[Any]) -> Diagnostic:
    message = _("office.yaml names no picture of the emblem: an empty frame stands in its place")
    hint = _(
        "Take it from an official Word file with 'esa-docs emblem take FILE.docx', "
        "or name a picture (PNG or JPEG) at 'emblem:' in office.yaml."
    )
    return Diagnostic("E501", message, document.office_place, hint, Severity.WARNING, "emblem")
