"""คำขึ้นต้นและคำลงท้าย of letters, looked up by addressee (ระเบียบงานสารบรรณ ภาคผนวก 2).

The pairs are known from handbooks; the posts and the beginnings of monks' names by which they are told
apart are from memory, not checked against the annex: an office puts its own first ('salutations' in
office.yaml). Forms for royalty are never composed: they are written out in the letter.
"""

from __future__ import annotations

from typing import Final

from esa_docs.kinds.letter.content import Letter
from esa_docs.model.office import Office, SalutationPair

ORDINARY: Final = ("เรียน", "ขอแสดงความนับถือ")
HIGH: Final = ("กราบเรียน", "ขอแสดงความนับถืออย่างยิ่ง")
MONKS: Final = ("นมัสการ", "ขอนมัสการด้วยความเคารพ")

_HIGH_POSTS: Final = (
    *("ประธานองคมนตรี", "นายกรัฐมนตรี", "ประธานรัฐสภา", "ประธานสภาผู้แทนราษฎร", "ประธานวุฒิสภา"),
    *("ประธานศาลฎีกา", "ประธานศาลรัฐธรรมนูญ", "ประธานศาลปกครองสูงสุด", "ประธานกรรมการการเลือกตั้ง"),
    *("ประธานกรรมการสิทธิมนุษยชนแห่งชาติ", "ประธานกรรมการป้องกันและปราบปรามการทุจริตแห่งชาติ"),
    *("ประธานกรรมการตรวจเงินแผ่นดิน", "ประธานผู้ตรวจการแผ่นดิน", "รัฐบุรุษ"),
)
_MONKS: Final = ("พระครู", "พระมหา", "พระอธิการ", "พระปลัด", "พระสมุห์", "พระใบฎีกา", "เจ้าอาวาส", "เจ้าคณะ")

PAIRS: Final = tuple(
    SalutationPair(to=to, salutation=salutation, respects=respects)
    for posts, (salutation, respects) in ((_HIGH_POSTS, HIGH), (_MONKS, MONKS))
    for to in posts
)
"""The shipped pairs; who is in none of them is written to in the ordinary form."""


def salutation_for(letter: Letter, to: str, office: Office) -> tuple[str, str]:
    """Give คำขึ้นต้น and คำลงท้าย of a letter; what it says itself goes first.

    Args:
        letter: the letter.
        to: addressee.
        office: whose own pairs go before the shipped ones.
    """
    pairs = (*office.salutations, *PAIRS)
    of_addressee = next((one for one in pairs if to.startswith(one.to)), None)
    usual = (of_addressee.salutation, of_addressee.respects) if of_addressee else ORDINARY
    salutation = letter.salutation or usual[0]
    return salutation, letter.respects or respects_for(salutation, office) or usual[1]


def respects_for(salutation: str, office: Office) -> str | None:
    """Give the คำลงท้าย that goes with a คำขึ้นต้น; None for one that no pair has."""
    own = ((one.salutation, one.respects) for one in office.salutations)
    return dict((ORDINARY, HIGH, MONKS, *own)).get(salutation)
