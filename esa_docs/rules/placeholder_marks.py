"""How unfinished texts look: patterns of the marks that writers leave in them, each bounded in length.

Kept apart from `placeholders`, which finds them. What looks alike and stands in finished papers (บทบาทสมมติ,
เอกสารตัวอย่าง, กลุ่มตัวอย่าง, ข้อ 1 … ข้อ 9) is no mark.
"""

from __future__ import annotations

import re
from typing import Final

from esa_docs.thai.dates import MONTH_NAME

_FIGURE: Final = "[0-9๐-๙]"
_THAI: Final = "[ก-๎]"
_INVENTED: Final = r"(?<!บทบาท)(?<!สถานการณ์)(?<!เหตุการณ์)สมมุ?ติ(?!ฐาน)"
"""สมมติ in both spellings. สมมติฐาน is a hypothesis, บทบาทสมมติ a way of teaching."""
_OF_INVENTION: Final = (
    rf"\([^()\n]{{0,60}}{_INVENTED}[^()\n]{{0,60}}\)",
    rf"(?:ค่า|ชื่อ|นาม|นาย|นาง|นางสาว|ข้อมูล|ข้อความ|ตัวเลข)(?:นี้|เหล่านี้)? ?(?:เป็น)?{_INVENTED}",
    r"สมมุ?ติขึ้น",
)

_END_OF_WORD: Final = rf"(?:(?!{_THAI})|(?=ที่ ?{_FIGURE}))"
_NOT_A_MODEL: Final = r"(?!ที่ดี|เช่น|ด้าน|แห่ง)"
"""Behind ตัวอย่าง: a model that others follow, or a list of examples."""
_STAND_INS: Final = (
    *("นาม", "ตำบล", "อำเภอ", "จังหวัด", "ถนน", "สำนักงาน", "ห้องประชุม", "คณะกรรมการ", "คณะทำงาน"),
    *("คณะอนุกรรมการ", "กลุ่มงาน", "โรงเรียนบ้าน", "โรงเรียนวัด", "ผู้อำนวยการกลุ่ม"),
)
"""Words before ตัวอย่าง that nobody takes as a model: both stand for a name that is not known yet."""
_STAND_INS_OF_DOING: Final = ("ข้อความ", "ดำเนินงาน", "ปฏิบัติงาน")
"""Such words that are no beginning of a name: what stands behind ตัวอย่าง belongs to the sentence."""
_END_OF_NAME: Final = rf"(?:{_END_OF_WORD}|(?=และ|หรือ|กับ|ได้|ให้|จะ|ตำบล|อำเภอ|จังหวัด|สังกัด|จำนวน|ทุก))"
"""Behind ตัวอย่าง, where the name ends: โรงเรียนบ้านตัวอย่างดี is the name of a school."""
_STAND_INS_ALONE: Final = ("หัวข้อ", "เรื่อง", "ชื่อ", "รายการ", "หลักฐาน", "หลักเกณฑ์", f"(?<!{_THAI})งาน")
"""Words that stand in for a name only where ตัวอย่าง ends the word: เรื่องตัวอย่างข้อสอบ is none."""
_MODELS: Final = ("โครงการ", "กิจกรรม", "เอกสาร", "หน่วยงาน")
"""Words that take ตัวอย่าง as a model or a specimen, but for a text that says nothing else."""
_OF_EXAMPLES: Final = (
    r"[(\[<]\s?ตัวอย่าง\s?[)\]>]",
    r"^ตัวอย่าง$",
    rf"(?:{'|'.join(_STAND_INS)})ตัวอย่าง{_NOT_A_MODEL}{_END_OF_NAME}",
    rf"(?:{'|'.join(_STAND_INS_OF_DOING)})ตัวอย่าง{_NOT_A_MODEL}",
    rf"(?:{'|'.join((*_STAND_INS, *_STAND_INS_OF_DOING))}) ตัวอย่าง(?=\s|$)(?! (?:ได้แก่|เช่น|คือ))",
    rf"(?:{'|'.join(_STAND_INS_ALONE)})ตัวอย่าง{_END_OF_WORD}",
    rf"^(?:{'|'.join(_MODELS)}) ?ตัวอย่าง(?: ?(?:ที่)? ?{_FIGURE}{{1,3}})?$",
    rf"(?:คู่มือ|เล่ม|ฉบับ|ข้อความ|ข้อมูล|ตัวเลข|เอกสาร|รายงาน|ค่า){_THAI}{{0,20}}นี้เป็น(?:เพียง)?ตัวอย่าง(?!ที่)",
    r"(?<![A-Za-z0-9.-])example\.(?:go\.th|ac\.th|or\.th|com|org|net)(?![A-Za-z0-9])",
)

_COUNTED: Final = "คน|บาท|แห่ง|โรง|เล่ม|ครั้ง|วัน|ชั่วโมง|หน้า|ชุด|ฉบับ|รายการ|เรื่อง|รูป|ราย|น\\."
_BEFORE_A_FIGURE: Final = "จำนวน|ครั้งที่|วันที่|ร้อยละ|เลขที่|คำสั่งที่|เวลา|เป็นเงิน|โทรศัพท์|โทร\\."
_BEFORE_A_BLANK: Final = rf"{_BEFORE_A_FIGURE}|เดือน|พ\.ศ\.|อายุ"
_BEHIND_A_BLANK: Final = rf"{_COUNTED}|เดือน|พ\.ศ\.|ปี|คะแนน|ชิ้น|เครื่อง|คัน|ตัว|{MONTH_NAME}"
_BLANKS: Final = " {5,}"
"""A gap for the pen, or for a figure that is not known yet."""
_GAP: Final = r"(?:\.{2,}|…)"
_DOTS: Final = (
    *(r"\.{4,}", r"…[.…]+|\.+…", r"(?:\. ){3,}\.", r"(?:… ){1,}…", r"[·•●○◦∙⋅․‥。．]{3,}", r"[-–—]{5,}"),
    r"^\s*(?:…|\.{1,3}\s*$)",
    *(r"_{3,}", r"(?:(?<![^\s(])|(?<=ที่)|(?<=จำนวน))__(?![^\s)/.,])"),
    rf"{_GAP} ?(?:{_COUNTED})",
    rf"(?:{_BEFORE_A_FIGURE}) ?{_GAP}",
    rf"{_GAP} ?/ ?(?={_FIGURE}{{2,4}})",
    rf"(?:{_BEFORE_A_BLANK}){_BLANKS}(?:{_BEHIND_A_BLANK})",
)
"""Lines and gaps for the pen, which some papers have on purpose."""

_LETTERS_BEFORE: Final = "(?<![A-Za-z0-9/.@_-])"
_NO_LETTER: Final = "(?![A-Za-z])"
_TO_FILL_IN: Final = r"(?:ระบุ|ใส่|กรอก|เติม|พิมพ์|โปรดระบุ|โปรดกรอก|กรุณาระบุ)(?!ไว้|ใน|ตาม|แล้ว|ว่า)"
_NAMED_GAPS: Final = "ชื่อ|วันที่|จำนวน|เลขที่|ตำแหน่ง|สถานที่|หน่วยงาน|เรื่อง|ปี|เดือน|ที่อยู่|สังกัด|เวลา"
_TO_WAIT_FOR: Final = "ข้อมูล|เติม|ยืนยัน|แก้ไข|ตรวจ|กรอก|ใส่|ระบุ|เพิ่ม|ตัวเลข|สรุป"
_OF_HASTE: Final = (
    rf"(?<![A-Za-z])[xX]{{2,}}{_NO_LETTER}",
    rf"{_LETTERS_BEFORE}(?:[Tt][Oo][Dd][Oo]|[Ff][Ii][Xx][Mm][Ee]|[Tt][Bb][DdAaCc]){_NO_LETTER}",
    r"[Ll]orem ipsum",
    r"\?{2,}",
    rf"\(รอ(?:{_TO_WAIT_FOR})[^()\n]{{0,60}}\)",
    r"\(ร่าง\)\s*$",
    rf"[(\[{{<]\s?{_TO_FILL_IN}[^()\[\]{{}}<>\n]{{0,60}}[)\]}}>]",
    rf"\[(?:{_NAMED_GAPS})[^\[\]\n]{{0,40}}\](?!\()",
    rf"\{{{_THAI}[^{{}}\n]{{2,40}}\}}",
    rf"^โปรดระบุ(?!{_THAI})|โปรดระบุ$",
    r"(?<!การ)(?:ใส่|กรอก|พิมพ์|เติม)(?:ข้อความ|ข้อมูล|ชื่อ|รายละเอียด)(?:ที่นี่|ตรงนี้)",
    rf"(?<!{_FIGURE})(?:00|๐๐) ?(?:{MONTH_NAME})",
    rf"(?<!{_FIGURE})(?:00|๐๐)/(?:00|๐๐)/",
    rf"(?<!{_FIGURE})[0๐][ -]?(?:0{{4}}[ -]?0{{4}}|๐{{4}}[ -]?๐{{4}})(?!{_FIGURE})",
)

SIGNS: Final = (
    *("สมมติ", "สมมุติ", "ตัวอย่าง", "xx", "XX", "xX", "Xx", "orem ipsum", "??", "(รอ", "(ร่าง)", "ระบุ"),
    *("ที่นี่", "ตรงนี้", "..", "…", ". . ", "__", "example.", "[", "{", "(ใส่", "(กรอก", "(เติม", "(พิมพ์"),
    *("-----", "–––", "———", "00", "๐๐", "<", "     ", *"·•●○◦∙⋅․‥。．"),
)
"""One of these is in every mark but those of `HASTE_WORDS`: to look for them first is ten times as fast."""
HASTE_WORDS: Final = ("todo", "fixme", "tbd", "tba", "tbc")
"""Marks that are written in small and in capital letters."""

MARKS: Final = (*_OF_INVENTION, *_OF_EXAMPLES[:2], *_OF_HASTE)
"""Marks of every text."""
MARKS_OF_FORMS: Final = (*_OF_INVENTION, *_OF_HASTE[1:3])
"""Marks of forms: what is to be filled in (ระบุ), blank dates and xx for figures belong to them."""
DOTS: Final = _DOTS
"""Marks of texts in which nobody leaves room for the pen."""
EXAMPLES: Final = _OF_EXAMPLES[2:]
"""Marks of texts that speak of this office: ตัวอย่าง may belong to the name of an outsider."""


def joined(*marks: str) -> re.Pattern[str]:
    """Return one pattern of several."""
    return re.compile("|".join(marks))
