"""Filling in keys of a content file: exactly these bytes change."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from esa_docs.source.yaml_files.yaml_changing import fill_in
from esa_docs.source.yaml_files.yaml_text import scalar_text

VALUES = {"number": "12", "date": "16 มีนาคม 2569"}
NEW = "number: '12'\ndate: 16 มีนาคม 2569\n"


def fill_in_text(text: str) -> str | None:
    """Return a document with number and date filled in, None where its layout forbids it."""
    data = fill_in(text.encode("utf-8"), VALUES, "subject")
    return None if data is None else data.decode("utf-8")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("kind: order\nsubject: ก\ncause: [ข]\n", f"kind: order\nsubject: ก\n{NEW}cause: [ข]\n"),
        ("subject: ก # ถ้อยคำ\n\n# ข\ncause:\n- ข\n", f"subject: ก # ถ้อยคำ\n{NEW}\n# ข\ncause:\n- ข\n"),
        ("cause: [ข]\nsubject: ก", "cause: [ข]\nsubject: ก\n" + NEW.removesuffix("\n")),
        ("subject: ก\r\ncause: [ข]\r\n", "subject: ก\r\n" + NEW.replace("\n", "\r\n") + "cause: [ข]\r\n"),
        ("subject: ก\rcause: [ข]\r", "subject: ก\r" + NEW.replace("\n", "\r") + "cause: [ข]\r"),
        ("subject: ก\n  ต่อ\ncause: [ข]\n", f"subject: ก\n  ต่อ\n{NEW}cause: [ข]\n"),
        ("subject: >-\n  ก\n  ต่อ\nx: [ข]\n", f"subject: >-\n  ก\n  ต่อ\n{NEW}x: [ข]\n"),
        ('"subject": "ก: ข"\nx: 1\n', f'"subject": "ก: ข"\n{NEW}x: 1\n'),
        (
            "---\n  subject: ก\n  x: 1\n...\n",
            "---\n  subject: ก\n  number: '12'\n  date: 16 มีนาคม 2569\n  x: 1\n...\n",
        ),
        ("number:\ndate:\nsubject: ก\n", f"{NEW}subject: ก\n"),
        ("number: # ยังไม่มี\nsubject: ก\ndate: ~\n", "number: '12' # ยังไม่มี\nsubject: ก\ndate: 16 มีนาคม 2569\n"),
        ("'number' : null\nsubject: ก\n", "'number' : '12'\ndate: 16 มีนาคม 2569\nsubject: ก\n"),
        (
            'subject: ก\nnumber: "๑"   # เดิม\ndate: 1/1/2569\n',
            "subject: ก\nnumber: '12'   # เดิม\ndate: 16 มีนาคม 2569\n",
        ),
        ("date: 1 มกราคม\n  2569\nsubject: ก\n", "date: 16 มีนาคม 2569\nsubject: ก\nnumber: '12'\n"),
        (
            "subject: ก\n# number: '1'\namends:\n  number: '5'\n",
            f"subject: ก\n{NEW}# number: '1'\namends:\n  number: '5'\n",
        ),
        (
            "subject: ก\nnumber: |\n  1\ndate: >- # จองไว้\n  1/1\n  2569\n",
            "subject: ก\nnumber: '12'\ndate: 16 มีนาคม 2569 # จองไว้\n",
        ),
        ("subject: >-\n  ก\n\n  ข\n\nx: 1\n", f"subject: >-\n  ก\n\n  ข\n{NEW}\nx: 1\n"),
        ("subject: ก\n  # ลึก\n    # ลึก\n# ตื้น\nx: 1\n", f"subject: ก\n  # ลึก\n    # ลึก\n{NEW}# ตื้น\nx: 1\n"),
        ("title: &t ก\nsubject: *t\nx: 1\n", f"title: &t ก\nsubject: *t\n{NEW}x: 1\n"),
        ("x: 1\r\nsubject: ก\ny: 1\r\n", f"x: 1\r\nsubject: ก\n{NEW}y: 1\r\n"),
        ('subject: ก\nnumber: "12"  # เดิม\n', 'subject: ก\nnumber: "12"  # เดิม\ndate: 16 มีนาคม 2569\n'),
        (
            "{date: 1/1/2569,  number: , # ก\n subject: ก}\n",
            "{date: 16 มีนาคม 2569,  number: '12' , # ก\n subject: ก}\n",
        ),
    ],
)
def test_two_keys_are_filled_in_and_nothing_else(before: str, after: str) -> None:
    assert fill_in_text(before) == after


def test_a_byte_order_mark_stays() -> None:
    mark = b"\xef\xbb\xbf"
    assert fill_in(mark + "subject: ก\n".encode(), VALUES, "subject") == mark + f"subject: ก\n{NEW}".encode()


@pytest.mark.parametrize(
    "text",
    [
        "{kind: order, subject: ก}\n",
        "subject: &n ก\nnumber: *n\n",
        "number: &n '1'\nsubject: ก\nx: *n\n",
        "subject: ก\nnumber: [1]\n",
        "{subject: ก, number: 1}\n",
        "subject: ก\nsubject: ข\n",
        "? subject\n",
        "subject: |\n  ก",
        "kind: order\n",
        "subject: [ก\n",
        "- ก\n",
    ],
)
def test_a_file_whose_layout_forbids_it_is_left_alone(text: str) -> None:
    assert fill_in_text(text) is None


WORDS = st.text(st.characters(exclude_categories=("C", "Z"), exclude_characters="\ufeff"), max_size=12)
LINES = st.lists(st.one_of(st.just(""), WORDS.map("# {}".format)), max_size=3)


@given(above=LINES, between=LINES, subject=WORDS.filter(bool), end=st.sampled_from(("\n", "\r\n")))
def test_without_the_new_lines_the_file_is_the_old_one(
    above: list[str], between: list[str], subject: str, end: str
) -> None:
    lines = [*above, f"subject: {scalar_text(subject)} # ข", *between, "cause:", "  - ค", ""]
    before = end.join(lines)
    after = fill_in_text(before)
    assert after is not None
    assert yaml.safe_load(after) == {"subject": subject, "cause": ["ค"], **VALUES}
    new_lines = NEW.replace("\n", end)
    assert after.count(new_lines) == 1
    assert after.replace(new_lines, "") == before


VALUES_THAT_STAY = {
    "kind": " order",
    "title": ' "ก: # ข"  # ค: ง',
    "to": " >-\n  ก\n\n  # ข",
    "cause": "\n- ก # ข\n- number: '5'\n  date:",
    "sign": "  {number: 5,  date: ~}",
    "amends": "\n  number: # ก\n  date: 1/1/2569",
}
"""What stands behind the colon of keys that stay as they are."""
VALUES_FILLED_IN = (
    ("", " {new}"),
    (" # ก: ข", " {new} # ก: ข"),
    ("  '๑'   # ก", "  {new}   # ก"),
    (' "ก # ข"', " {new}"),
    (" ~  # ก", " {new}  # ก"),
    (" ๑\n  ๒ # ก", " {new} # ก"),
    (" |  # ก\n  ๑\n  # ๒", " {new}  # ก"),
    (" # ก\n  ๑", " # ก\n  {new}"),
)
"""What stands behind the colon of a key that is filled in, before and after."""
TEXT_TO_THE_END = ("  # ๒", "  # ข")
"""Ends of blocks of text, in which a comment below would be text."""
INDENTED_COMMENTS = st.lists(st.sampled_from(("  # ลึก: ก", "    # number: 1")), max_size=2)
GAPS = st.lists(st.sampled_from(("", "# date:", "# ก")), max_size=2)


@dataclass(frozen=True)
class Entry:
    """An entry of a document, before and after, and what stands between it and the next one.

    Attributes:
        key: its key.
        before: its lines, and the comments that are indented as part of it.
        after: these lines and comments after number and date were filled in.
        gap: lines that belong to no entry.
    """

    key: str
    before: list[str]
    after: list[str]
    gap: list[str]


@st.composite
def entries_of_document(draw: st.DrawFn) -> list[Entry]:
    """Draw the entries of a document with a subject, in any order."""
    more_keys = draw(st.sets(st.sampled_from([*VALUES_THAT_STAY, *VALUES])))
    keys = draw(st.permutations(["subject", *more_keys]))
    entries = []
    for key in keys:
        if key in VALUES:
            before, after = draw(st.sampled_from(VALUES_FILLED_IN))
            after = after.replace("{new}", scalar_text(VALUES[key]))
        else:
            before = after = VALUES_THAT_STAY.get(key, " ก  # ข: ค")
        comments = [] if before.endswith(TEXT_TO_THE_END) else draw(INDENTED_COMMENTS)
        entry = Entry(
            key,
            before=[f"{key}:{before}", *comments],
            after=[f"{key}:{after}", *comments],
            gap=draw(GAPS),
        )
        entries.append(entry)
    return entries


def new_keys_below(key: str, keys: set[str]) -> list[str]:
    """Return the keys that are put in below a key, of a document with these keys.

    A number goes below the subject, and a date below the number.
    """
    if key == "subject" and "number" not in keys:
        return [name for name in VALUES if name not in keys]
    if key == "number" and "date" not in keys:
        return ["date"]
    return []


def text_of_lines(lines: list[str], line_end: str, end_of_text: str) -> str:
    text = "\n".join(lines) + end_of_text
    return text.replace("\n", line_end)


@given(
    document=entries_of_document(),
    line_end=st.sampled_from(("\n", "\r\n", "\r")),
    mark=st.sampled_from(("", "\ufeff")),
    end_of_text=st.sampled_from(("", "\n")),
)
def test_in_any_document_only_the_two_keys_change(
    document: list[Entry], line_end: str, mark: str, end_of_text: str
) -> None:
    keys = {entry.key for entry in document}
    before = ["# ข้อมูล"]
    after = ["# ข้อมูล"]
    for entry in document:
        new_lines = [f"{key}: {scalar_text(VALUES[key])}" for key in new_keys_below(entry.key, keys)]
        before += [*entry.before, *entry.gap]
        after += [*entry.after, *new_lines, *entry.gap]

    filled_text = fill_in_text(mark + text_of_lines(before, line_end, end_of_text))

    assert filled_text == mark + text_of_lines(after, line_end, end_of_text)
    content = yaml.safe_load(filled_text)
    assert set(content) == keys | set(VALUES)
    for key, value in VALUES.items():
        assert content[key] == value
