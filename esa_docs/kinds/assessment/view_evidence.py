"""หลักฐาน that can be seen below the results that it shows: its pictures, and QR codes of its links."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from esa_docs.kinds.assessment.content import SelfAssessment
from esa_docs.kinds.assessment.evidence_looks import prints_codes
from esa_docs.model.document import Document
from esa_docs.model.evidence import Evidence
from esa_docs.model.prose.blocks import Block
from esa_docs.model.prose.numbered_blocks import NumberedBlock
from esa_docs.model.prose.picture_block import PictureBlock, PictureItem
from esa_docs.model.prose.prose import Prose
from esa_docs.model.qr_codes import CodeRow, evidence_codes


def shown_evidence(
    document: Document[SelfAssessment], evidence: Sequence[Evidence]
) -> list[NumberedBlock | CodeRow]:
    """Return what can be seen of evidence: a block of its pictures, and a row of QR codes; else nothing.

    It is a list, so that it joins the paragraphs of the results.

    Args:
        document: the report.
        evidence: what shows the results, in the order in which it is cited.
    """
    codes = evidence_codes(evidence, are_printed=prints_codes(document.content, document.office))
    return [*_pictures(document, evidence), *codes]


def _pictures(document: Document[SelfAssessment], evidence: Iterable[Evidence]) -> list[NumberedBlock]:
    """Return the pictures among evidence as one block, each with code and name below it; else none."""
    columns = document.content.evidence_pictures
    if not columns or not document.pictures:
        return []
    items: dict[str, PictureItem] = {}
    for piece in evidence:
        if piece.file is not None and piece.file in document.pictures:
            caption = Prose(f"{piece.code} {piece.name}")
            items.setdefault(piece.code, PictureItem(file=piece.file, caption=caption))
    if not items:
        return []
    block = Block(picture=PictureBlock(files=tuple(items.values()), columns=min(columns, len(items))))
    return [NumberedBlock(block, ())]
