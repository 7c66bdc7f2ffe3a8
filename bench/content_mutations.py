"""Ways in which a content file goes wrong under the hands of a clerk, each by a seeded random generator."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Final

Lines = list[str]
Mutate = Callable[[Lines, Random], Lines]

TOKENS: Final = ("ซฟหกด", "ฌฒญฎฏ", "ฬฦฑฆศ")
"""Words that stand in no content: what was typed is told apart from all else."""
SIGNS: Final = (
    *(" #", " # ", "#", ": ", " - ", "- ", ":", ",", "!", "! ", "&ก ", "*ก ", "% ", "@", "`", '"', "'", "''"),
    *("{", "}", "[", "]", "|", "> ", "? ", "{{", "}}", "{%", "\\", "\\n", "~", "<<", "=", "--- ", "**", "__"),
    *("\t", "\N{NO-BREAK SPACE}", "\N{ZERO WIDTH SPACE}", "\N{EM SPACE}", "\N{IDEOGRAPHIC SPACE}", "\ufeff"),
    *("\N{SOFT HYPHEN}", "\N{WORD JOINER}", "\N{LINE SEPARATOR}", "\x85", "\x00", "\x07", "\x0b", "\r"),
    *(
        "\ufffd",
        "\uf70a",
        "\N{RIGHT-TO-LEFT OVERRIDE}",
        "\U000e0041",
        "😀",
        "\u0e4d\u0e32",
        "เเ",
        "\u0e48\u0e48",
    ),
)
"""What lands in a text by a slip, or is pasted into it."""
OTHER_VALUES: Final = (
    *(
        "[]",
        "{}",
        "[ซฟหกด]",
        "{ซฟหกด: ฌฒญฎฏ}",
        "",
        "~",
        "null",
        "true",
        "yes",
        "0",
        "-1",
        "1.5",
        "9.30",
        "0123",
    ),
    *("2569-10-01", "31 กันยายน 2569", "1e999", "!!int 3", "!ซฟหกด", "|", ">-", "&ก ซฟหกด", "*ก", '"ซฟหกด"'),
)
"""Values of another type."""
LINES: Final = (
    "ซฟหกด",
    "- ซฟหกด",
    "ซฟหกด: ฌฒญฎฏ",
    "---",
    "...",
    "%YAML 1.2",
    "<<<<<<< ก",
    "=======",
    "\tซฟหกด",
)


def _any_line(lines: Lines, random: Random, part: str = "") -> int:
    """Return the index of a line that holds a part; of any line where none does."""
    indexes = [
        index for index, line in enumerate(lines) if part in line and not line.lstrip().startswith("#")
    ]
    return random.choice(indexes or list(range(len(lines))))


def _with_line(lines: Lines, index: int, *new_lines: str) -> Lines:
    """Return the lines with others in place of one."""
    return [*lines[:index], *new_lines, *lines[index + 1 :]]


def _key_and_value(line: str) -> tuple[str, str]:
    """Return the key of a line with what stands before it, and its value."""
    key, _colon, value = line.partition(": ")
    return key, value


def misspell_key(lines: Lines, random: Random) -> Lines:
    """Leave a letter of a key out, or double it."""
    index = _any_line(lines, random, ":")
    key, colon, value = lines[index].partition(":")
    place = random.randrange(len(key) + 1)
    letter = key[place : place + 1]
    other = random.choice(["", letter * 2])
    return _with_line(lines, index, key[:place] + other + key[place + 1 :] + colon + value)


def drop_key(lines: Lines, random: Random) -> Lines:
    """Leave a key out and keep its value."""
    index = _any_line(lines, random, ": ")
    key, value = _key_and_value(lines[index])
    indent = len(key) - len(key.lstrip(" -"))
    return _with_line(lines, index, key[:indent] + value)


def double_line(lines: Lines, random: Random) -> Lines:
    """Put a line there twice, at another place or below itself."""
    index = _any_line(lines, random)
    place = random.choice([index, random.randrange(len(lines))])
    return [*lines[:place], lines[index], *lines[place:]]


def drop_line(lines: Lines, random: Random) -> Lines:
    """Leave a line out."""
    return _with_line(lines, _any_line(lines, random))


def move_line(lines: Lines, random: Random) -> Lines:
    """Move a line to another place."""
    index = _any_line(lines, random)
    other_lines = _with_line(lines, index)
    place = random.randrange(len(other_lines) + 1)
    return [*other_lines[:place], lines[index], *other_lines[place:]]


def join_lines(lines: Lines, random: Random) -> Lines:
    """Take away the end of a line."""
    index = random.randrange(max(len(lines) - 1, 1))
    return [*lines[:index], "".join(lines[index : index + 2]), *lines[index + 2 :]]


def split_line(lines: Lines, random: Random) -> Lines:
    """Break a line in two, with an indent or without."""
    index = _any_line(lines, random)
    line = lines[index]
    place = random.randrange(len(line) + 1)
    indent = " " * random.choice([0, 1, 2, 4, 6, 8])
    return _with_line(lines, index, line[:place], indent + line[place:])


def change_indent(lines: Lines, random: Random) -> Lines:
    """Indent a line more or less, or by a tab or a blank that is none to YAML."""
    index = _any_line(lines, random)
    line = lines[index]
    indents = [f" {line}", f"  {line}", line.removeprefix(" "), line.removeprefix("  "), line.lstrip()]
    indents += [f"\t{line}", f"\N{NO-BREAK SPACE}{line}"]
    return _with_line(lines, index, random.choice(indents))


def swap_values(lines: Lines, random: Random) -> Lines:
    """Let two keys have each other's value."""
    first, second = _any_line(lines, random, ": "), _any_line(lines, random, ": ")
    first_key, first_value = _key_and_value(lines[first])
    second_key, second_value = _key_and_value(lines[second])
    lines_after_first = _with_line(lines, first, f"{first_key}: {second_value}")
    return _with_line(lines_after_first, second, f"{second_key}: {first_value}")


def insert_sign(lines: Lines, random: Random) -> Lines:
    """Put a sign into a text, with or without a word behind it."""
    index = _any_line(lines, random)
    line = lines[index]
    place = random.randrange(len(line) - len(line.lstrip()), len(line) + 1)
    word = random.choice(["", *TOKENS])
    return _with_line(lines, index, line[:place] + random.choice(SIGNS) + word + line[place:])


def begin_with_sign(lines: Lines, random: Random) -> Lines:
    """Begin a value with a sign."""
    index = _any_line(lines, random, ": ")
    key, value = _key_and_value(lines[index])
    return _with_line(lines, index, f"{key}: {random.choice(SIGNS)}{value}")


def end_with_words(lines: Lines, random: Random) -> Lines:
    """Put a sign and words behind a value."""
    index = _any_line(lines, random)
    words = random.choice(SIGNS) + random.choice(TOKENS)
    return _with_line(lines, index, lines[index] + words)


def change_value(lines: Lines, random: Random) -> Lines:
    """Write a value of another type behind a key."""
    index = _any_line(lines, random, ": ")
    key, _value = _key_and_value(lines[index])
    return _with_line(lines, index, f"{key}: {random.choice(OTHER_VALUES)}")


def omit_blank(lines: Lines, random: Random) -> Lines:
    """Leave out the blank behind a colon or a dash."""
    index = _any_line(lines, random, ": ")
    mark = random.choice([": ", "- "])
    return _with_line(lines, index, lines[index].replace(mark, mark.rstrip(), 1))


def take_quotes(lines: Lines, random: Random) -> Lines:
    """Put a value into quotes, or one quote before or behind it."""
    index = _any_line(lines, random, ": ")
    key, value = _key_and_value(lines[index])
    quote = random.choice(['"', "'", "“"])
    values = [
        f"{quote}{value}{quote}",
        f"{quote}{value}",
        f"{value}{quote}",
        f"{quote}{value}{quote} {TOKENS[0]}",
    ]
    return _with_line(lines, index, f"{key}: {random.choice(values)}")


def repeat_by_alias(lines: Lines, random: Random) -> Lines:
    """Name a value and use it again for another key, before or after it."""
    first, second = _any_line(lines, random, ": "), _any_line(lines, random, ": ")
    first_key, first_value = _key_and_value(lines[first])
    second_key, _value = _key_and_value(lines[second])
    lines_with_name = _with_line(lines, first, f"{first_key}: &ก {first_value}")
    return _with_line(lines_with_name, second, f"{second_key}: *ก")


def insert_line(lines: Lines, random: Random) -> Lines:
    """Put a line of another sort between two."""
    index = random.randrange(len(lines) + 1)
    indent = " " * random.choice([0, 2, 4])
    return [*lines[:index], indent + random.choice(LINES), *lines[index:]]


def cut_off(lines: Lines, random: Random) -> Lines:
    """End the file in the middle."""
    text = "\n".join(lines)
    return text[: random.randrange(len(text))].split("\n")


MUTATIONS: Final[tuple[Mutate, ...]] = (
    *(misspell_key, drop_key, double_line, drop_line, move_line, join_lines, split_line, change_indent),
    *(swap_values, insert_sign, begin_with_sign, end_with_words, change_value, omit_blank, take_quotes),
    *(repeat_by_alias, insert_line, cut_off),
)

ENCODINGS: Final = ("utf-8-sig", "utf-16", "utf-16-le", "cp874", "utf-32", "utf-7")
_ENCODED_ONCE_IN: Final = 15


def encode(text: str, random: Random) -> tuple[bytes, str]:
    """Return a text as bytes, now and then in another encoding or damaged, and the word for it."""
    if random.randrange(_ENCODED_ONCE_IN):
        return text.encode("utf-8", "surrogatepass"), ""
    if random.randrange(2):
        encoding = random.choice(ENCODINGS)
        return text.encode(encoding, "replace"), encoding
    data = bytearray(text.encode())
    data[random.randrange(len(data))] = random.randrange(256)
    return bytes(data), "a byte"
