"""The emblem (ครุฑ) in a document: the office's picture of it, or a frame that keeps its place."""

from __future__ import annotations

from typing import Any, Final

from esa_docs.diagnostics import Diagnostic, Severity
from esa_docs.hints import no_emblem_words
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
_PLACEHOLDER_CM: Final = 1.5
_LARGEST_SIZE, _SIZE_PER_CM = 16.0, 8.0
"""Size of the words in the frame, in points: that of the text, less where the frame is small."""


def emblem_drawing(document: Document[Any], height_cm: float, number: int) -> Drawing:
    """Draw the emblem of a document; its mark must stand in the document part, not in a header.

    Args:
        document: whose emblem; without a picture a frame takes its place, and a warning says so (E501).
        height_cm: how tall it is: 3 cm on orders, announcements and letters, 1.5 cm on memos.
        number: how many drawings the document has before this one.
    """
    if document.emblem is None:
        frame = _frame(height_cm, first_id(number))
        return Drawing(frame, texts=(), diagnostics=(_no_picture(document),))
    height = round(height_cm * EMU_PER_CM)
    width = round(height * document.emblem.width / document.emblem.height)
    run = inline_picture(first_id(number), _NAME, _WORDS, (width, height), _RELATIONSHIP)
    return Drawing(run, texts=(), parts=(_picture(document.emblem),))


def placeholder_drawing(number: int) -> Drawing:
    """Return what stands for a drawing where no document is there yet.

    Args:
        number: how many drawings come before this one.
    """
    return Drawing(_frame(_PLACEHOLDER_CM, first_id(number)), texts=())


def _picture(emblem: Emblem) -> LinkedPart:
    part = _PARTS[emblem.media_type]
    return LinkedPart(_RELATIONSHIP, "image", part, emblem.media_type, emblem.data)


def _frame(height_cm: float, drawing_id: int) -> str:
    """Return the run of a square as tall as the emblem, with its words inside."""
    side = height_cm * POINTS_PER_CM
    words = _centred_words(min(_LARGEST_SIZE, _SIZE_PER_CM * height_cm))
    shape_id = drawing_id + 1
    shape = symbol(shape_id, f"{_NAME} {shape_id}", "rect", Rectangle(0, 0, side, side), words, 0)
    return inline_shape(drawing_id, _NAME, _WORDS, (side, side), shape)


def _centred_words(size: float) -> str:
    write_runs = make_run_writer(RunStyle.of_size(size), "arabic")
    runs = write_runs(_WORDS)
    return (
        '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
        f'<w:ind w:left="0" w:right="0" w:firstLine="0"/><w:jc w:val="center"/></w:pPr>{runs}</w:p>'
    )


def _no_picture(document: Document[Any]) -> Diagnostic:
    message, hint = no_emblem_words()
    return Diagnostic("E501", message, document.office_place, hint, Severity.WARNING, "emblem")
