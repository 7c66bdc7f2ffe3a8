"""What a key may have been meant for that is not known at its place: a slip of the hand, or another word."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Final

from esa_docs.hints import did_you_mean, edit_distance, nearest, nearest_hint
from esa_docs.i18n import gettext as _
from esa_docs.model.kind import Kind
from esa_docs.model.kind_names import kinds_named
from esa_docs.source.yaml_files.syntax_hints import odd_blank_hint
from esa_docs.source.yaml_files.yaml_text import flow_text

_LETTERS_PER_SLIP: Final = 4
"""Letters of a key for each slip that a hint believes."""
_SHORTEST_BEGINNING: Final = 4
"""Letters, at least, of the beginning of a key that stands for it."""

_LONGEST_EXAMPLE: Final = 60
"""Letters of a text, at most, that a hint writes again as the value of a key."""
_SOME_LIST: Final = "[…]"

SAME_MEANING: Final[Mapping[str, Sequence[str]]] = {
    "ชนิด": ("kind",),
    "ประเภท": ("kind",),
    "เรื่อง": ("subject", "title"),
    "ชื่อเรื่อง": ("subject", "title"),
    "วันที่": ("date",),
    "ลงวันที่": ("date",),
    "ที่": ("number",),
    "เลขที่": ("number",),
    "เรียน": ("to",),
    "ถึง": ("to",),
    "ผู้รับ": ("to", "recipients"),
    "ข้อความ": ("text",),
    "เนื้อหา": ("text",),
    "ลงนาม": ("signature", "by"),
    "ผู้ลงนาม": ("signature", "by"),
    "ลงชื่อ": ("signature", "by"),
    "อ้างถึง": ("refers",),
    "สิ่งที่ส่งมาด้วย": ("attachments",),
    "คำขึ้นต้น": ("salutation",),
    "คำลงท้าย": ("respects",),
    "ชั้นความเร็ว": ("speed",),
    "ชั้นความลับ": ("secrecy",),
    "เจ้าของเรื่อง": ("owner",),
    "ส่วนราชการ": ("owner",),
    "ผู้รับผิดชอบ": ("owner", "lead"),
    "ชื่อ": ("name", "first_name"),
    "นามสกุล": ("last_name",),
    "คำนำหน้า": ("prefix",),
    "ตำแหน่ง": ("position",),
    "กลุ่ม": ("group", "groups"),
    "รหัส": ("id",),
    "คณะกรรมการ": ("committees", "committee"),
    "กรรมการ": ("members",),
    "หน้าที่": ("duties", "role"),
    "อำนาจ": ("power",),
    "หลักฐาน": ("evidence",),
    "ภาคผนวก": ("annexes", "annex"),
    "ตัวบ่งชี้": ("indicator", "indicators"),
    "สถานที่": ("place",),
    "เริ่มเวลา": ("begins",),
    "เลิกเวลา": ("ends",),
    "ผู้จดรายงาน": ("recorder",),
    "ผู้ตรวจรายงาน": ("checker",),
    "ผู้อำนวยการ": ("director",),
    "topic": ("subject", "title"),
    "heading": ("title", "subject"),
    "type": ("kind",),
    "no": ("number",),
    "num": ("number",),
    "signer": ("signature",),
    "sign": ("signature",),
    "receiver": ("to", "recipients"),
    "addressee": ("to", "recipients"),
    "post": ("posts", "position"),
    "surname": ("last_name",),
    "firstname": ("first_name",),
    "lastname": ("last_name",),
    "title": ("subject", "prefix"),
    "subject": ("title",),
    "laws": ("law", "power"),
    "start": ("begins", "since"),
    "end": ("ends", "until"),
}
"""Keys that mean what people write instead: in Thai, as it stands on the paper, or in other English words."""


def key_hint(key: str, choices: Sequence[str]) -> str:
    """Return the hint at a key that is not known: what it was meant for, or what is known here.

    Args:
        key: what stands there.
        choices: the keys that may stand there.
    """
    odd_blanks = odd_blank_hint(key)
    if odd_blanks:
        return odd_blanks
    near_keys = nearest_keys(key, choices)
    if near_keys:
        return did_you_mean(near_keys)
    return nearest_hint("", choices)


def nearest_keys(key: str, choices: Sequence[str]) -> list[str]:
    """Return the keys that a key was meant for: of the same meaning, or the same but for a slip.

    Keys of another meaning are never among them, however many letters they share. Empty where there is none.

    Args:
        key: what stands there.
        choices: the keys that may stand there.
    """
    plain_key = _plain(key)
    keys_by_plain_key = {_plain(choice): choice for choice in choices if choice != key}
    if plain_key in keys_by_plain_key:
        return [keys_by_plain_key[plain_key]]
    keys_of_meaning = [word for word in _MEANINGS.get(plain_key, ()) if word in choices]
    if keys_of_meaning:
        return keys_of_meaning
    distances = {choice: _distance(plain_key, plain) for plain, choice in keys_by_plain_key.items()}
    most_slips = max(1, len(plain_key) // _LETTERS_PER_SLIP)
    fewest_slips = min(distances.values(), default=most_slips + 1)
    if fewest_slips <= most_slips:
        return [choice for choice, distance in distances.items() if distance == fewest_slips]
    return _keys_that_begin(plain_key, keys_by_plain_key)


def _distance(plain_key: str, plain_choice: str) -> int:
    """Return how many slips lead from a key to another; one too many where another letter begins it."""
    distance = edit_distance(plain_key, plain_choice)
    # A slip seldom falls on the first letter; two words that differ there mostly mean different things.
    is_other_beginning = distance > 0 and plain_key[:2] != plain_choice[:2][::-1]
    if is_other_beginning and plain_key[:1] != plain_choice[:1]:
        return distance + 1
    return distance


def _keys_that_begin(plain_key: str, keys_by_plain_key: Mapping[str, str]) -> list[str]:
    """Return the keys of which a key is the beginning, or that are the beginning of it."""
    if len(plain_key) < _SHORTEST_BEGINNING:
        return []
    keys: list[str] = []
    for plain_choice, choice in keys_by_plain_key.items():
        is_longer_choice = len(plain_choice) >= _SHORTEST_BEGINNING and plain_key.startswith(plain_choice)
        if plain_choice.startswith(plain_key) or is_longer_choice:
            keys.append(choice)
    return keys


def _plain(key: str) -> str:
    """Return a key in small letters of normal width, without blanks, hyphens and underscores."""
    text = unicodedata.normalize("NFKC", key).casefold()
    return "".join(letter for letter in text if letter not in " -_\u00a0\u200b\ufeff")


_MEANINGS: Final = {_plain(word): keys for word, keys in SAME_MEANING.items()}


def kind_hint(word: str, kinds: Iterable[Kind[Any]]) -> str:
    """Return the hint at a kind of document that does not exist: what it was meant for, or all there are.

    Args:
        word: what stands there; empty for nothing.
        kinds: the kinds.
    """
    all_kinds = tuple(kinds)
    named_kinds = [kind.name for kind in kinds_named(all_kinds, word)]
    near_kinds = named_kinds or nearest(word, [kind.name for kind in all_kinds])
    if near_kinds:
        return did_you_mean(near_kinds)
    names = [f"{kind.name} ({kind.thai_name})" for kind in all_kinds]
    return _("Known here: {choices}.").format(choices=", ".join(names))


def _value_again(typed: object) -> str:
    """Return a value as it is written between brackets; empty where it is neither text nor list, or long."""
    if isinstance(typed, list):
        if not all(isinstance(item, str) for item in typed):
            return _SOME_LIST
        text = flow_text([" ".join(item.split()) for item in typed])
        return text if len(text) <= _LONGEST_EXAMPLE else _SOME_LIST
    if not isinstance(typed, str) or len(typed) > _LONGEST_EXAMPLE:
        return ""
    return flow_text(" ".join(typed.split()))


def example_of_keys(keys: Sequence[str], typed: object, keys_of_lists: Collection[str] = ()) -> str:
    """Return a text, or a list, as it is typed at the first of some keys, between braces.

    Empty where it is neither, where there are no keys, and of a text too long to be written again.

    Args:
        keys: the keys.
        typed: what stands without them.
        keys_of_lists: those whose values are lists.
    """
    value = _value_again(typed)
    if not keys or not value:
        return ""
    first_key, *other_keys = keys
    entries = [f"{first_key}: {value}"]
    for key in other_keys:
        place_holder = "[…]" if key in keys_of_lists else "…"
        entries.append(f"{key}: {place_holder}")
    return f"{{{', '.join(entries)}}}"
