"""บันทึกข้อความ: a memo inside the office (ระเบียบงานสารบรรณ ข้อ 12)."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict

from esa_docs.kinds.correspondence.content import Correspondence, subject_may_be_left_out
from esa_docs.model.base import Text
from esa_docs.model.linked import ProposableRef
from esa_docs.model.meanings import Meaning, Meanings
from esa_docs.model.printed_labels import behind
from esa_docs.model.prose.blocks import Paragraphs
from esa_docs.model.signing import Signature


class Memo(Correspondence):
    """บันทึกข้อความ: in the short form with 'text', or in the long form with headings."""

    model_config = ConfigDict(json_schema_extra=subject_may_be_left_out)

    number_words: ClassVar = ("บันทึกข้อความ", "บันทึก")
    meanings: ClassVar[Meanings] = {
        "background": Meaning.EARLIER,
        "law": Meaning.CITATION,
        "opinions": Meaning.FOR_PEN,
    }
    kind: Literal["memo"] = "memo"
    """Kind of document."""
    proposes: ProposableRef | None = None
    """The order it puts before the director: subject, power and attachments are taken from there."""
    to: Annotated[Text, behind("เรียน")] | None = None
    """เรียน: whom it is for; leave it out for the director of the office."""
    background: Paragraphs = ()
    """เรื่องเดิม: how the matter began; the long form has this heading and those that follow."""
    facts: Paragraphs = ()
    """ข้อเท็จจริง: what is the case."""
    law: Paragraphs = ()
    """ข้อกฎหมาย: laws and rules that apply; leave it out for the power of the order it proposes."""
    considerations: Paragraphs = ()
    """ข้อพิจารณา: what is to be weighed."""
    proposal: Paragraphs = ()
    """ข้อเสนอ: what is asked for."""
    signature: Signature
    """Who signs it."""
    opinions: tuple[Text, ...] = ()
    """Headings of places left for the words of superiors, such as ความเห็นของรองผู้อำนวยการ or คำสั่ง."""

    @property
    def is_long(self) -> bool:
        """Whether it has the headings of the long form."""
        parts = (self.background, self.facts, self.law, self.considerations, self.proposal)
        return any(parts)
