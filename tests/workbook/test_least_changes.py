"""A content file brought to other values: exactly what is wanted changes, every other byte stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esa_docs import thai
from esa_docs.model.cell_forms import Value
from esa_docs.refused_signs import without_refused
from esa_docs.source.yaml_files.parsing import parse_yaml
from esa_docs.source.yaml_files.tree import to_plain
from esa_docs.source.yaml_files.yaml_changing import change_to

BEFORE = """\
# ตัวบ่งชี้ที่ 1
owner: ก   # ผู้รับผิดชอบ
issues:
  - number: 1
    results:
      # ย่อหน้าแรก
      - "หนึ่ง: ก"
      - สอง
      - >-
        สาม
        สี่
    level: 3  # ตนเอง
    evidence:
      - {code: E-1,  name: 'ภาพ, ข่าว', link: https://a.go.th/x}
  - number: 2
    # ยังไม่มี
improve:
- ก

# ท้ายไฟล์
"""
ISSUES: list[Value] = [
    {
        "number": "1",
        "results": ["หนึ่ง: ก", "สอง", "สาม สี่"],
        "level": "3",
        "evidence": [{"code": "E-1", "name": "ภาพ, ข่าว", "link": "https://a.go.th/x"}],
    },
    {"number": "2"},
]
PLAIN: dict[str, Value] = {"owner": "ก", "issues": ISSUES, "improve": ["ก"]}
NEW_ISSUE: Value = {"number": 3, "six_months": {"results": ["ก"], "level": 2}}


def change(text: str, new_values: dict[str, Value]) -> str | None:
    """Return a text with other values; None where it cannot be changed."""
    data = change_to(text.encode("utf-8"), new_values)
    return None if data is None else data.decode("utf-8")


def issue(**values: Value) -> dict[str, Value]:
    """Return the values of PLAIN with other values in the first issue; None removes a value."""
    first_issue = ISSUES[0]
    assert isinstance(first_issue, dict)
    new_values = first_issue | values
    new_issue: Value = {key: value for key, value in new_values.items() if value is not None}
    return {**PLAIN, "issues": [new_issue, {"number": "2"}]}


def test_without_a_change_every_byte_stays() -> None:
    assert change(BEFORE, PLAIN) == BEFORE


@pytest.mark.parametrize(
    ("new_values", "old", "new"),
    [
        (PLAIN | {"owner": "ข: ค"}, "owner: ก   #", "owner: 'ข: ค'   #"),
        (issue(level=4), "level: 3  #", "level: 4  #"),
        (issue(level=None), "    level: 3  # ตนเอง\n", ""),
        (issue(results=["หนึ่ง: ก", "สอง", "ห้า"]), "- >-\n        สาม\n        สี่\n", "- ห้า\n"),
        (issue(results=["หนึ่ง: ก", "สาม สี่"]), "      - สอง\n", ""),
        (issue(results=["ศูนย์", "หนึ่ง: ก", "สอง", "สาม สี่"]), '      - "หนึ่ง', '      - ศูนย์\n      - "หนึ่ง'),
        (issue(results=["หนึ่ง: ก", "สอง", "สาม สี่", "5"]), "สี่\n", "สี่\n      - '5'\n"),
        (
            issue(evidence=[{"code": "E-1", "name": "ข่าว", "link": "https://a.go.th/x"}]),
            "{code: E-1,  name: 'ภาพ, ข่าว', link: https://a.go.th/x}",
            "{code: E-1, name: ข่าว, link: https://a.go.th/x}",
        ),
        (
            issue(evidence=[{"code": "E-1", "name": "ภาพ, ข่าว"}, {"code": "E-2", "name": "ก, ข"}]),
            "{code: E-1,  name: 'ภาพ, ข่าว', link: https://a.go.th/x}\n",
            "{code: E-1, name: 'ภาพ, ข่าว'}\n      - {code: E-2, name: 'ก, ข'}\n",
        ),
        (
            PLAIN | {"issues": [*ISSUES, NEW_ISSUE]},
            "  - number: 2\n",
            "  - number: 2\n  - number: 3\n    six_months:\n      results:\n        - ก\n      level: 2\n",
        ),
        (
            PLAIN | {"issues": [ISSUES[0], {"number": "2", "owner": "ข"}]},
            "  - number: 2\n",
            "  - number: 2\n    owner: ข\n",
        ),
        ({"owner": "ก", "issues": ISSUES}, "improve:\n- ก\n", ""),
        (PLAIN | {"improve": ["ข", "ค"]}, "- ก\n\n", "- ข\n- ค\n\n"),
        (
            PLAIN | {"plan": [{"text": "ก", "time": "2570"}]},
            "- ก\n\n",
            "- ก\nplan:\n  - {text: ก, time: '2570'}\n\n",
        ),
    ],
)
def test_only_what_is_wanted_changes(new_values: dict[str, Value], old: str, new: str) -> None:
    assert BEFORE.count(old) == 1
    assert change(BEFORE, new_values) == BEFORE.replace(old, new)


def test_windows_line_ends_a_mark_and_a_missing_last_line_end_stay() -> None:
    before = b"\xef\xbb\xbf# x\r\na: 1\r\nlist:\r\n  - b"
    assert change_to(before, {"a": 2, "list": ["b", "c"]}) == (
        b"\xef\xbb\xbf# x\r\na: 2\r\nlist:\r\n  - b\r\n  - c"
    )


@pytest.mark.parametrize(
    ("before", "new_values", "after"),
    [
        ("results: # ยังไม่มี\nb: 1\n", {"results": ["ก"], "b": "1"}, "results: # ยังไม่มี\n  - ก\nb: 1\n"),
        ("level: # ยังไม่มี\nb: 1\n", {"level": 3, "b": "1"}, "level: 3 # ยังไม่มี\nb: 1\n"),
        ("a: [] # ไม่มี\n", {"a": ["ก", "ข,"]}, "a: [ก, 'ข,'] # ไม่มี\n"),
        ("a: {b: [1, 2], c: 'x'}\n", {"a": {"b": [1, 2, 3], "c": "x"}}, "a: {b: [1, 2, 3], c: 'x'}\n"),
        ("l:\n  - a: ก\n    b: 1\n", {"l": [{"b": "1"}]}, "l:\n  - b: 1\n"),
        ("x: 1\na: |\n  ก\n  ข\nb: 1\n", {"x": "1", "a": "ค", "b": "1"}, "x: 1\na: ค\nb: 1\n"),
    ],
)
def test_other_ways_to_write_it(before: str, new_values: dict[str, Value], after: str) -> None:
    assert change(before, new_values) == after


@pytest.mark.parametrize(
    ("before", "new_values"),
    [
        ("a: &x ก\nb: *x\n", {"a": "ก", "b": "ข"}),
        ("a:\n  - - ก\n    - ข\n", {"a": [["ข"]]}),
    ],
)
def test_what_cannot_be_changed_alone_is_not_changed(before: str, new_values: dict[str, Value]) -> None:
    assert change(before, new_values) is None


def _as_read(text: str) -> str:
    """Return a text as it comes in from a workbook: nothing refused, pasted signs mended, single spaces."""
    return " ".join(thai.mend_text(without_refused(text)).split())


_CHARACTERS = st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"))
_TEXTS = st.text(_CHARACTERS, min_size=1).map(_as_read).filter(bool)
_VALUES = st.fixed_dictionaries(
    {"owner": _TEXTS},
    optional={
        "results": st.lists(_TEXTS, min_size=1, max_size=4),
        "plan": st.lists(st.fixed_dictionaries({"text": _TEXTS}), min_size=1, max_size=3),
    },
)


@given(_VALUES, _VALUES)
def test_any_values_can_follow_any_others(before: dict[str, Value], after: dict[str, Value]) -> None:
    first = change("# c\nowner: x # d\n", before)
    assert first is not None
    second = change(first, after)
    assert second is not None
    tree = parse_yaml(second, "").value
    assert tree is not None
    assert to_plain(tree) == after
    first_line, second_line, *_ = second.split("\n")
    assert first_line == "# c"
    assert second_line.endswith(" # d")
