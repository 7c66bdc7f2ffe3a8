"""The order of Thai words: ลำดับคำตามพจนานุกรม."""

import re

SortKey = tuple[str, str, str]
"""Letters and digits, marks, the text itself; compared in this order."""

_IGNORED = re.compile(r"[^\w\u0e00-\u0e7f]+|[_฿ฯๆ๏๚๛]+")
_LEADING_VOWEL = re.compile("([เแโใไ])([ก-ฮ])")
_MARKS = "\u0e3a\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e"  # phinthu, then ็ ่ ้ ๊ ๋ ์ ํ ๎
_NOT_MARKS = re.compile(f"[^{_MARKS}]")
# The order of the letters is that of the code points; ๅ, which ends ฤๅ and ฦๅ, is the vowel า.
_PRIMARY = {
    **str.maketrans("๐๑๒๓๔๕๖๗๘๙ๅ", "0123456789า"),
    **dict.fromkeys(map(ord, _MARKS)),
}


def sort_key(text: str) -> SortKey:
    """Return a key by which `sorted` puts words into the order of the Royal Institute dictionary.

    1. Letters and digits: digits by value in either set, Latin without regard to case, ก to ฮ (ฤ after ร,
       ฦ after ล), then the vowels by form ะ ั า ำ ิ ี ึ ื ุ ู เ แ โ ใ ไ. A vowel written before its consonant
       counts after it: ไก่ as ก ไ.
    2. Where all those are equal, the marks, the earliest first: none ็ ่ ้ ๊ ๋ ์.
    3. Last the text itself, so that spaces, punctuation, ฯ, ๆ, case and digit set decide between equals,
       and unequal texts never have equal keys.

    Digits are compared one by one, as in a dictionary: ๑๐ stands before ๒.
    """
    letters_as_typed = _IGNORED.sub("", text.casefold())
    letters = _LEADING_VOWEL.sub(r"\2\1", letters_as_typed)
    primary = letters.translate(_PRIMARY)
    marks = _NOT_MARKS.sub(" ", letters)
    return primary, marks, text
