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
_TITLE_BY_SEX = r"นางสาว|นาง|นาย|น\.ส\.|นส\.|เด็กชาย|เด็กหญิง|ด\.ช\.|ด\.ญ\."
_MARK = "[ะ-ฺ็-๎]"
# No title is followed by a mark that belongs to its last letter: นายิกา is a name.
_RANKS_AND_TITLES = rf"(?:(?:{RANK}|{'|'.join(_TITLES)})(?!{_MARK}) ?)*"
# A text, which re compiles at the first use and keeps: to compile it costs more than to import the module.
_TITLES_AT_START = rf"{_RANKS_AND_TITLES}(?:(?:{_TITLE_BY_SEX})(?!{_MARK}) ?)?{_RANKS_AND_TITLES}"


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name in its parts; a part that is not written is empty.

    Attributes:
        prefix: titles as written: นาย, ว่าที่ร้อยตรี ดร.
        first: first name.
        last: family name, with a middle name and words such as ณ อยุธยา.
    """

    prefix: str
    first: str
    last: str


def parse_name(text: str) -> NameParts:
    """Return title, first and last name of a name written in one piece.

    Titles and ranks stand at the beginning, several of them together. The next word is the first name, all
    words after it are the last name. Letters that may be a title or the beginning of a name, as in
    นางนวล ใจดี, are taken for a title.
    """
    plain = normalise_spaces(text)
    titles = re.match(_TITLES_AT_START, plain)
    prefix = titles[0] if titles else ""
    name = plain.removeprefix(prefix)
    first, _space, last = name.partition(" ")
    return NameParts(prefix.strip(), first, last)
