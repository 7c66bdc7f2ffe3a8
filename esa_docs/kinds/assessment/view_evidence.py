"""หลักฐาน that can be seen below the results that it shows: its pictures, and QR codes of its links."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import Final

from esa_docs.kinds.assessment.content import SelfAssessment
from esa_docs.kinds.assessment.evidence_looks import prints_codes
from esa_docs.model.document import Document
from esa_docs.model.evidence import Evidence
from esa_docs.model.prose.blocks import Block
from esa_docs.model.prose.numbered_blocks import NumberedBlock
from esa_docs.model.prose.picture_block import MarkedPicture, PictureBlock
from esa_docs.model.prose.prose import Prose
from esa_docs.model.qr_codes import CodeRow, evidence_codes

_FIRST_MARK: Final = 1_000_000
"""Marks of pictures go on here, beyond those of citations."""


def shown_evidence(
    document: Document[SelfAssessment], evidence: Sequence[Evidence], marks: Sequence[int] = ()
) -> list[NumberedBlock | CodeRow]:
    """Return what can be seen of evidence: a block of its pictures, and a row of QR codes; else nothing.

    It is a list, so that it joins the paragraphs of the results.

    Args:
        document: the report.
        evidence: what shows the results, in the order in which it is cited.
        marks: numbers of these citations, where an index refers to them.
    """
    codes = evidence_codes(evidence, are_printed=prints_codes(document.content, document.office))
    return [*_pictures(document, evidence, marks), *codes]


def mark_in_index(document: Document[SelfAssessment], evidence: Evidence, mark: int) -> int:
    """Return the mark to whose page the index leads: that of the picture, where evidence is printed as one.

    Args:
        document: the report.
        evidence: a piece of evidence.
        mark: number of its citation.
    """
    return _FIRST_MARK + mark if _is_pictured(document, evidence) else mark


def _is_pictured(document: Document[SelfAssessment], evidence: Evidence) -> bool:
    return bool(document.content.evidence_pictures) and evidence.file in document.pictures


def _pictures(
    document: Document[SelfAssessment], evidence: Sequence[Evidence], marks: Sequence[int]
) -> list[NumberedBlock]:
    """Return the pictures among evidence as one block, each with code and name below it; else none."""
    items: dict[str, MarkedPicture] = {}
    for piece, mark in zip_longest(evidence, marks):
        if piece.file is None or not _is_pictured(document, piece):
            continue
        caption = Prose(f"{piece.code} {piece.name}")
        picture = items.setdefault(piece.code, MarkedPicture(file=piece.file, caption=caption))
        if mark is not None:
            picture_marks = (*picture.marks, _FIRST_MARK + mark)
            items[piece.code] = picture.model_copy(update={"marks": picture_marks})
    if not items:
        return []
    columns = min(document.content.evidence_pictures, len(items))
    block = Block(picture=PictureBlock(files=tuple(items.values()), columns=columns))
    return [NumberedBlock(block, ())]
