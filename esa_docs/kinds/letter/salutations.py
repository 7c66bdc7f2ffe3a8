"""คำขึ้นต้นและคำลงท้าย of letters, looked up by addressee (ระเบียบงานสารบรรณ ภาคผนวก 2).

The pairs are those of handbooks. The posts and the beginnings of monks' names, by which a pair is chosen,
are from memory and not checked against the annex. An office can therefore put its own pairs before them
('salutations' in office.yaml). Forms for royalty are never composed: the letter writes them out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from esa_docs.kinds.letter.content import Letter
from esa_docs.model.office import Office, SalutationPair
from esa_docs.model.printed_labels import without_words

ORDINARY: Final = ("เรียน", "ขอแสดงความนับถือ")
"""คำขึ้นต้น and คำลงท้าย for everybody."""
HIGH: Final = ("กราบเรียน", "ขอแสดงความนับถืออย่างยิ่ง")
"""คำขึ้นต้น and คำลงท้าย for the highest posts of the state."""
MONKS: Final = ("นมัสการ", "ขอนมัสการด้วยความเคารพ")
"""คำขึ้นต้น and คำลงท้าย for monks."""

_HIGH_POSTS: Final = (
    *("ประธานองคมนตรี", "นายกรัฐมนตรี", "ประธานรัฐสภา", "ประธานสภาผู้แทนราษฎร", "ประธานวุฒิสภา"),
    *("ประธานศาลฎีกา", "ประธานศาลรัฐธรรมนูญ", "ประธานศาลปกครองสูงสุด", "ประธานกรรมการการเลือกตั้ง"),
    *("ประธานกรรมการสิทธิมนุษยชนแห่งชาติ", "ประธานกรรมการป้องกันและปราบปรามการทุจริตแห่งชาติ"),
    *("ประธานกรรมการตรวจเงินแผ่นดิน", "ประธานผู้ตรวจการแผ่นดิน", "รัฐบุรุษ"),
)
_MONK_NAMES: Final = (
    *("พระครู", "พระมหา", "พระอธิการ", "พระปลัด", "พระสมุห์", "พระใบฎีกา"),
    *("เจ้าอาวาส", "เจ้าคณะ"),
)
"""Beginnings of names and posts of monks."""


def _pairs(beginnings: Iterable[str], words: tuple[str, str]) -> Iterator[SalutationPair]:
    salutation, respects = words
    for beginning in beginnings:
        yield SalutationPair(to=beginning, salutation=salutation, respects=respects)


PAIRS: Final = (*_pairs(_HIGH_POSTS, HIGH), *_pairs(_MONK_NAMES, MONKS))
"""The shipped pairs. An addressee with none of these beginnings gets the ordinary pair."""


def addressed(letter: Letter, to: str, office: Office) -> tuple[str, str]:
    """Return the คำขึ้นต้น that is typed before an addressee, and the addressee without it.

    Empty where none is typed: เรียน is taken off as content is read.

    Args:
        letter: the letter.
        to: name or post of the addressee as typed.
        office: whose own pairs stand beside the shipped ones.
    """
    salutations = [pair.salutation for pair in (*office.salutations, *PAIRS)]
    for salutation in dict.fromkeys([letter.salutation or "", *salutations]):
        name = without_words(to, (salutation,)) if salutation else to
        if name != to:
            return salutation, name
    return "", to


def salutation_for(letter: Letter, to: str, office: Office, typed_salutation: str = "") -> tuple[str, str]:
    """Return คำขึ้นต้น and คำลงท้าย of a letter to an addressee.

    The words of the letter itself come first. A missing คำขึ้นต้น is chosen by the addressee. A missing คำลงท้าย
    is the one that goes with the คำขึ้นต้น, else it is chosen by the addressee.

    Args:
        letter: the letter.
        to: name or post of the addressee.
        office: whose own pairs come before the shipped ones.
        typed_salutation: the คำขึ้นต้น that is typed before the addressee; that of the letter comes first.
    """
    usual_salutation, usual_respects = _usual_pair(to, office)
    salutation = letter.salutation or typed_salutation or usual_salutation
    if letter.respects:
        return salutation, letter.respects
    respects = respects_for(salutation, office) or usual_respects
    return salutation, respects


def _usual_pair(to: str, office: Office) -> tuple[str, str]:
    for pair in (*office.salutations, *PAIRS):
        if to.startswith(pair.to):
            return pair.salutation, pair.respects
    return ORDINARY


def respects_for(salutation: str, office: Office) -> str | None:
    """Return the คำลงท้าย that goes with a คำขึ้นต้น. None for a คำขึ้นต้น of no pair."""
    respects_by_salutation = dict([ORDINARY, HIGH, MONKS])
    for pair in office.salutations:
        respects_by_salutation[pair.salutation] = pair.respects
    return respects_by_salutation.get(salutation)
