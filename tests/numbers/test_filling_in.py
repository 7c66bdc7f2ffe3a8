"""Filling in keys of a content file: exactly these bytes change."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from esa_docs.source.writing import fill_in, format_scalar

VALUES = {"number": "12", "date": "16 มีนาคม 2569"}
NEW = "number: '12'\ndate: 16 มีนาคม 2569\n"


def fill(text: str) -> str | None:
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
    ],
)
def test_two_keys_are_filled_in_and_nothing_else(before: str, after: str) -> None:
    assert fill(before) == after


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
        "subject: ก\nnumber: |\n  1\ndate: 1/1/2569\n",
        "kind: order\n",
        "subject: [ก\n",
        "- ก\n",
    ],
)
def test_a_file_whose_layout_forbids_it_is_left_alone(text: str) -> None:
    assert fill(text) is None


WORDS = st.text(st.characters(exclude_categories=("C", "Z"), exclude_characters="\ufeff"), max_size=12)
LINES = st.lists(st.one_of(st.just(""), WORDS.map("# {}".format)), max_size=3)


@given(above=LINES, between=LINES, subject=WORDS.filter(bool), end=st.sampled_from(("\n", "\r\n")))
def test_without_the_new_lines_the_file_is_the_old_one(
    above: list[str], between: list[str], subject: str, end: str
) -> None:
    lines = [*above, f"subject: {format_scalar(subject)} # ข", *between, "cause:", "  - ค", ""]
    before = end.join(lines)
    after = fill(before)
    assert after is not None
    assert yaml.safe_load(after) == {"subject": subject, "cause": ["ค"], **VALUES}
    written = NEW.replace("\n", end)
    assert after.count(written) == 1
    assert after.replace(written, "") == before
