"""Words around the name of an area office that say that another office is meant on purpose."""

from __future__ import annotations

import re
from typing import Final

_REACH: Final = 80
"""Letters before a name in which these words are looked for."""
_BEFORE_OTHERS: Final = re.compile(
    r"(?:จาก|ถึง|กับ|ณ|(?<!ตาม)ที่|และ|หรือ|แก่|หนังสือ|ระหว่าง|เช่น|ได้แก่|ดูงาน|ย้ายไป|ย้ายมา|โอนไป|โอนมา|,"
    r"|ประสาน(?:งาน)?|ขอบคุณ|ไปยัง|สอบถาม|โดยมี|ช่วยราชการ|(?<!ขอ)เชิญ) ?\Z"
)
"""Words before the name of an office that is another one on purpose, such as ศึกษาดูงาน ณ."""
_POST: Final = re.compile(
    r"(?:ศึกษานิเทศก์|นักวิชาการ|นักวิเคราะห์|นิติกร|เจ้าพนักงาน|นักทรัพยากร|นักจิตวิทยา|นักประชาสัมพันธ์|ครู|ข้าราชการ|บุคลากร"
    r"|ลูกจ้าง|เจ้าหน้าที่|ผู้แทน|(?:อดีต|รอง)?ผู้อำนวยการ(?:กลุ่ม)?)[ก-๎]{0,40}(?: ?(?:ระดับ)?[ก-๎]{2,12})? ?\Z"
)
"""A post before the name of an office: whoever has it is of that office."""
_NOT_OF_OWN_STAFF: Final = re.compile(r"ในสังกัด|สังกัด|ของ|ใน|\Aผู้อำนวยการ|\Aรอง|\Aข้าราชการ|\Aบุคลากร|\Aครู")
"""Words in a post that also stand for those of this office: บุคลากรในสังกัด, or the director who signs."""
_PERSON: Final = re.compile(r"(?:นาย|นางสาว|นาง|ดร\.|น\.ส\.|ว่าที่)[ก-๎. ]{3,50}\Z")
"""The name of a person, before the post."""
_SPEAKER: Final = re.compile(r"(?:\A|ด้วย|ตามที่) ?\Z")
"""Words before the name of the office that writes the paper."""
_WRITER: Final = re.compile(r"(?:ด้วย|ตามที่) ?\Z")
_WORDS_OF_WRITER: Final = re.compile(
    r" ?(?:ขอ(?:ขอบคุณ|ขอบพระคุณ|แสดง|เรียน|แจ้ง|เชิญ|ส่ง|รายงาน|ประกาศ|ประชาสัมพันธ์)|จึง|หวัง|พิจารณาแล้ว|มีความประสงค์)"
)
"""Words behind the name of an office that speaks in the paper."""
_OF_OWN: Final = re.compile(r"(?:ของ|สังกัด|ผู้อำนวยการ|นโยบาย|ให้|ใน|ตาม|โดย|เรียน|คำสั่ง|ประกาศ) ?\Z")
"""Words before the name of an office to which something belongs: what is done behind it, it does not do."""
_DOES: Final = re.compile(
    r" ?(?:ได้|จะ|มี|เป็น|ขอ|จัด|นำ|ส่ง|ร่วม|เสนอ|ดำเนิน|รับ|แจ้ง|รายงาน|เข้าร่วม|ชนะ|เชิญ|ประชุม|มอบ|ให้|ซึ่ง|ที่ได้)"
)
"""Verbs behind the name of an office that does something by itself."""
_AS_TOLD: Final = re.compile(r"(?:ตามที่|ด้วยได้รับแจ้งว่า) ?\Z")
_AFTER_OTHERS: Final = re.compile(r" ?(?:ได้)? ?(?:แจ้ง|ขอ|มีหนังสือ|ส่ง|เชิญ)")
"""Words before and behind the name of an office that wrote to this one: ตามที่ … แจ้งว่า."""
_OF_A_HOST: Final = re.compile(
    r" ?(?:เป็นเจ้าภาพ|(?:ได้)?เชิญ(?!ชวน)|(?:ได้)?มีหนังสือ|แจ้งว่า|แจ้งให้"
    r"|(?:ได้)?ขอ(?:อนุญาต|ความอนุเคราะห์)?(?:ใช้|ยืม|เข้า|รับการ|ดูงาน|ศึกษาดูงาน|ตัว|โอน|ย้าย|ความร่วมมือ|ความอนุเคราะห์))"
)
"""Words behind the name of an office that invites this one, asks it for something, or writes to it."""
_SEVERAL: Final = re.compile(r" ?(?:และ|,|ถึง|-|กับ|หรือ) ?(?:สพ[ปม]\.[ก-๎]{2,20} ?)?เขต ?[0-9๐-๙]")
"""Behind the name of an office, when further ones of the province are named with it."""


def is_speaker(match: re.Match[str]) -> bool:
    """Return whether the name of an office stands where that of the writer stands."""
    return _SPEAKER.search(match.string, 0, match.start()) is not None


def is_of_others(match: re.Match[str]) -> bool:
    """Return whether the words around the name of an office say that it is another one.

    Args:
        match: the name in its text.
    """
    text, end = match.string, match.end()
    words_before = text[max(0, match.start() - _REACH) : match.start()]
    if _BEFORE_OTHERS.search(words_before) or _OF_A_HOST.match(text, end) or _SEVERAL.match(text, end):
        return True
    if _AS_TOLD.search(words_before) and _AFTER_OTHERS.match(text, end):
        return True
    return _is_of_a_person(words_before) or _does_itself(match, words_before)


def _is_of_a_person(words_before: str) -> bool:
    """Return whether a post before the name of an office is that of somebody of the other office."""
    post = _POST.search(words_before)
    if post is None:
        return False
    words_before_post = words_before[: post.start()]
    if _PERSON.search(words_before_post) or _BEFORE_OTHERS.search(words_before_post):
        return True
    return _NOT_OF_OWN_STAFF.search(post[0]) is None


def _does_itself(match: re.Match[str], words_before: str) -> bool:
    """Return whether an office that does not write the paper does something."""
    if _DOES.match(match.string, match.end()) is None or _OF_OWN.search(words_before):
        return False
    if _WRITER.search(words_before):
        return False
    is_at_beginning = not words_before.strip()
    return not (is_at_beginning and _WORDS_OF_WRITER.match(match.string, match.end()))
