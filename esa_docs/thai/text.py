"""Thai text in Word: script runs, spaces that hold words together, characters that may not stand."""

import re
from functools import cache

from esa_docs.thai.loose_marks import THAI_MARKS

NO_BREAK_SPACE = "\u00a0"
"""Put between words that must stay on one line, at render time only; never typed in content."""

_SARA_AM = "\u0e33"
_THAI = "\u0e00-\u0e7f"
# White space and all non-ASCII signs: Latin-1 signs, modifiers and combining marks, general punctuation up to
# arrows and shapes, CJK punctuation, private use, variation selectors, pictographs.
_NEUTRAL = (
    r"\s\x80-\xa9\xab-\xb4\xb6-\xb9\xbb-\xbf\xd7\xf7\u02b0-\u036f\u2000-\u2bff"
    r"\u2e00-\u303f\ue000-\uf8ff\ufe00-\ufe0f\ufeff\ufff0-\uffff\U0001f000-\U0001faff"
)
_THAI_MARK = re.compile(f"[{THAI_MARKS}]")
# Every run takes the neutrals after it, so only the very first may begin with some.
_SCRIPT_RUN = rf"([{_NEUTRAL}]*+[{_THAI}][{_THAI}{_NEUTRAL}]*)|([^{_THAI}]+)"

_BEFORE_NUMBER = ("พ.ศ.", "มาตรา", "ที่", "ข้อ", "เขต", "หน้า", "ภาคผนวก")
_LOOK_BACK = "|".join(f"(?<={re.escape(word)} )" for word in _BEFORE_NUMBER)
_LETTER_OF_ANNEX = rf"(?=[ก-ฮ](?![{_THAI}]))(?<=ภาคผนวก )"
_BINDING_SPACE = re.compile(rf" (?:(?=[0-9๐-๙])(?:{_LOOK_BACK})|(?=ๆ)(?<=\S )|{_LETTER_OF_ANNEX})")
_LAST_SPACE = re.compile(rf"(?<=[{_THAI}]) $")

# U+FEFF is a byte order mark anywhere: the reader of a file takes the lawful one away.
_BREAKING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\ud800-\udfff\ufeff\ufffe\uffff]")


def is_thai(char: str) -> bool:
    """Return whether a character lies in the Thai block, U+0E00–U+0E7F: letters, marks, ๐–๙, ฿, ๆ, ฯ."""
    return "\u0e00" <= char <= "\u0e7f"


def script_runs(text: str) -> list[tuple[str, bool]]:
    """Return the runs `(text, is_complex_script)` into which Word would split a text.

    Thai is complex script, Thai digits and ฿ too. Letters of other scripts, ASCII digits and ASCII
    punctuation are not. White space and non-ASCII signs (`“ ” – …`) are neutral: they go with the character
    before them, and at the beginning of the text with the first character that is not neutral. A text of
    neutral characters alone is not complex. A letter of another script with a Thai mark on it, as in
    ``Google์``, is complex with its mark, so that the two stay together.

    Runs alternate, are never empty, and together are the text. (Measured in Word by others.)
    """
    runs = [(thai or plain, bool(thai)) for thai, plain in _script_run().findall(text)]
    if _begins_with_mark(runs):
        return _hold_marks(runs)
    return runs


def _begins_with_mark(runs: list[tuple[str, bool]]) -> bool:
    """Return whether a run behind another begins with a Thai mark."""
    return any(is_complex_script and _THAI_MARK.match(text) for text, is_complex_script in runs[1:])


def _hold_marks(runs: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """Return the runs with each letter of another script in the run of the Thai mark that stands on it."""
    held_runs: list[tuple[str, bool]] = []
    for text, is_complex_script in runs:
        run_text = text
        if held_runs and is_complex_script and _THAI_MARK.match(text):
            plain_text, _is_complex_script = held_runs.pop()
            *letters_before, base = letters(plain_text)
            run_text = base + text
            if letters_before:
                held_runs.append(("".join(letters_before), False))
            elif held_runs:
                thai_text, _is_complex_script = held_runs.pop()
                run_text = thai_text + run_text
        held_runs.append((run_text, is_complex_script))
    return held_runs


@cache
def _script_run() -> re.Pattern[str]:
    # Compiled at the first use: to compile costs more than to import the module.
    return re.compile(_SCRIPT_RUN)


def bind_spaces(text: str) -> str:
    """Return a text with U+00A0 where a line must not break, such as `พ.ศ. ๒๕๖๙`, `ครั้งที่ ๑`, `ต่าง ๆ`.

    A single ordinary space becomes U+00A0 between พ.ศ., มาตรา, ข้อ, เขต, หน้า, ภาคผนวก or a word that ends in
    ที่ (also หัวข้อ and the like) and a number in either digit set, between ภาคผนวก and its letter, and between
    a word and ๆ. Nothing is inserted. For render time only (design decision).
    """
    return _BINDING_SPACE.sub(NO_BREAK_SPACE, text)


def bind_last_space(text: str) -> str:
    """Return a text with U+00A0 for the space at its end, where it stands behind a Thai word.

    What comes behind the text, such as the number of an annex, then stays on the line of that word. For
    render time only.
    """
    return _LAST_SPACE.sub(NO_BREAK_SPACE, text)


def count_columns(text: str) -> int:
    """Return how many columns a line takes on a console: a mark above or below a letter takes none."""
    import unicodedata  # noqa: PLC0415 few commands count, and all load this module

    return sum(unicodedata.category(char) != "Mn" for char in text)


def letters(text: str) -> list[str]:
    """Return the letters of a text, each with the marks above, below and behind it (ำ too).

    A text may be cut between any two of them without tearing a mark from its letter.
    """
    import unicodedata  # noqa: PLC0415 few commands cut texts, and all load this module

    pieces: list[str] = []
    for char in text:
        is_mark = char == _SARA_AM or unicodedata.category(char).startswith("M")
        if is_mark and pieces:
            pieces[-1] += char
        else:
            pieces.append(char)
    return pieces


def normalise_spaces(text: str) -> str:
    """Return a text fit for comparing and searching.

    U+00A0 and any run of white space become one space; at the ends they are cut.
    """
    return " ".join(text.split())


def breaking_characters(text: str) -> list[tuple[int, str]]:
    r"""Return the characters that may not stand in a finished document, as `(index, character)` in order.

    These are control characters except `\n` and `\t` (so `\r` too), lone surrogates, U+FFFE, U+FFFF, the
    zero width space U+200B, and the byte order mark U+FEFF. XML or the template engine drop them, or they
    break words.
    """
    return [(match.start(), match[0]) for match in _BREAKING.finditer(text)]
