"""A name written in one piece, parted into title, first and last name: นายสมชาย ใจดี."""

import re
from dataclasses import dataclass

from esa_docs.thai.names import RANK
from esa_docs.thai.text import normalise_spaces

_TITLES = (
    r"(?:(?:รอง|ผู้ช่วย)?ศาสตราจารย์|ร?ศ\.|ผศ\.)(?: ?(?:พิเศษ|เกียรติคุณ|ดร\.))?",
    r"ดร\.|ดอกเตอร์|(?:ทันต|สัตว)?แพทย์หญิง|นายแพทย์|นายสัตวแพทย์|ทันตแพทย์|เภสัชกร(?:หญิง)?",
    r"นพ\.|พญ\.|ทพ\.|ทพญ\.|ภก\.|ภญ\.",
    r"หม่อม(?:หลวง|ราชวงศ์|เจ้า)|ม\.ล\.|ม\.ร\.ว\.|ม\.จ\.|พระครู(?:ปลัด|สมุห์|ใบฎีกา)?|พระมหา",
    r"(?:Mr|Mrs|Ms|Dr)\.|Miss(?= )",
)
_OF_SEX = r"นางสาว|นาง|นาย|น\.ส\.|นส\.|เด็กชาย|เด็กหญิง|ด\.ช\.|ด\.ญ\."
_MARK = "[ะ-ฺ็-๎]"
# No title is followed by a mark of its last letter: นายิกา is a name. Compiled at the first use.
_OTHERS = rf"(?:(?:{RANK}|{'|'.join(_TITLES)})(?!{_MARK}) ?)*"
_TITLES_AT_START = rf"{_OTHERS}(?:(?:{_OF_SEX})(?!{_MARK}) ?)?{_OTHERS}"


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name in its parts; what is not written is empty.

    Attributes:
        prefix: titles as written: นาย, ว่าที่ร้อยตรี ดร.
        first: first name.
        last: family name, with a middle name and words such as ณ อยุธยา.
    """

    prefix: str
    first: str
    last: str


def parse_name(text: str) -> NameParts:
    """ชื่อเต็ม: part a name into title, first and last name.

    Titles and ranks are found at the beginning, several of them together; the next word is the first name and
    the rest the last name. What a reader could take for either, such as นางนวล ใจดี, is taken for a title.
    """
    plain = normalise_spaces(text)
    found = re.match(_TITLES_AT_START, plain)
    prefix = found[0] if found else ""
    first, _, last = plain.removeprefix(prefix).partition(" ")
    return NameParts(prefix.strip(), first, last)
