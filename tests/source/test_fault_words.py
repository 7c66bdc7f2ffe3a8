"""The words of schema faults (E2xx): Thai alone but for keys, values and what is quoted, each with a cure."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml
from pydantic_core import ErrorDetails

from esa_docs.diagnostics import Location
from esa_docs.source.binding.choice_words import choice_hint, choices_of
from esa_docs.source.binding.date_faults import DATE_TELLERS
from esa_docs.source.binding.faults import _TELLERS, describe_fault
from esa_docs.source.binding.link_faults import LINK_TELLERS
from esa_docs.source.binding.near_dates import near_date

CONTEXT: dict[str, Any] = {
    "choices": ["ลำดับ", "เรื่อง"],
    "count": 561,
    "expected": "'ด่วน', 'ด่วนมาก' or 'ด่วนที่สุด'",
    "ge": 1,
    "link": "ข",
    "le": 9,
    "mark": "\u202e",
    "most": 560,
    "needed": ["ลำดับ"],
    "scheme": "ftp",
    "year": 2026,
}
QUOTED = re.compile(r"'[^']*'|\{[^}]*\}")
ALLOWED = {
    *("https", "http", "mailto", "true", "false", "key", "value", "title_lines", "name", "file"),
    *("Word", "U", "E"),
}
"""Words that are typed as they stand, and the letters of a code such as U+202E."""
CASES: list[tuple[str, Any]] = [("one_of", {"ก": "ข"}), ("a type of tomorrow", "ก")]
for _type in sorted({*_TELLERS, *DATE_TELLERS, *LINK_TELLERS} - {"one_of"}):
    CASES += [(_type, "ก\u202eข"), (_type, ["ก"]), (_type, {"ก": "ข"})]


@pytest.fixture(autouse=True)
def _thai(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "th")


@pytest.mark.parametrize(("error_type", "typed"), CASES)
def test_a_fault_is_told_in_thai(error_type: str, typed: Any) -> None:
    detail = ErrorDetails(type=error_type, loc=("ช่อง",), msg="", input=typed)
    diagnostic = describe_fault(detail, CONTEXT, Location("f", 1, 1), "ช่อง")
    for text in (diagnostic.message, diagnostic.hint):
        words = set(re.findall("[A-Za-z_]+", QUOTED.sub("", text)))
        assert words <= ALLOWED
        assert re.search("[ก-ฮ]", text)
        assert " or " not in text
        assert "\n" not in text
    assert not re.search(r"พบ (?:รายการ|ช่อง|ค่าว่าง)", diagnostic.message)


@pytest.mark.parametrize(
    ("typed", "cure"),
    [
        ("สมชาย", "{by: สมชาย, as: …}"),
        ("สมชาย\nใจดี", "{by: สมชาย ใจดี, as: …}"),
        ("สมชาย, ครู", "{by: 'สมชาย, ครู', as: …}"),
        ('ครู "ดี" {ก}: ข', "{by: 'ครู \"ดี\" {ก}: ข', as: …}"),
    ],
)
def test_the_cure_of_a_text_in_place_of_keys_is_yaml_when_it_is_typed(typed: str, cure: str) -> None:
    detail = ErrorDetails(type="model_type", loc=("signature",), msg="", input=typed)
    context = CONTEXT | {"main_keys": ["by", "as"]}
    hint = describe_fault(detail, context, Location("f", 1, 1), "signature").hint
    assert cure in hint
    assert yaml.safe_load(cure) == {"by": " ".join(typed.split()), "as": "…"}


def test_a_long_text_in_place_of_keys_is_not_written_again() -> None:
    detail = ErrorDetails(type="model_type", loc=("signature",), msg="", input="ก" * 61)
    context = CONTEXT | {"main_keys": ["by"]}
    assert "ก" * 20 not in describe_fault(detail, context, Location("f", 1, 1), "signature").hint


@pytest.mark.parametrize(
    ("expected", "choices"),
    [
        ("'a'", ["a"]),
        ("'a' or 'b'", ["a", "b"]),
        ("'ด่วน', 'ด่วนมาก' or 'ด่วนที่สุด'", ["ด่วน", "ด่วนมาก", "ด่วนที่สุด"]),
    ],
)
def test_choices_are_read_from_the_words_of_pydantic(expected: str, choices: list[str]) -> None:
    assert choices_of(expected) == choices


@pytest.mark.parametrize(
    ("typed", "choices", "meant"),
    [
        ("ด่วนมั่ก", ["ด่วน", "ด่วนมาก", "ด่วนที่สุด"], "'ด่วนมาก'"),
        ("ใช่", ["true", "false"], "'true'"),
        ("ไม่", ["true", "false"], "'false'"),
        ("สิ่งอื่น", ["thai", "office"], "'office'"),
        ("ไม่มี", ["true", "false"], "'false'"),
        ("ไม่มี", ["office", "none"], "'none'"),
    ],
)
def test_the_choice_that_was_meant_is_proposed(typed: str, choices: list[str], meant: str) -> None:
    assert re.findall("'[^']*'", choice_hint(typed, choices, {"สิ่งอื่น": "office"})) == [meant]


@pytest.mark.parametrize("typed", ["ใช่", "xyz", ["ก"]])
def test_nothing_is_proposed_for_what_is_like_no_choice(typed: Any) -> None:
    assert "'" not in choice_hint(typed, ["thai", "office"])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("16/3/69", "16 มีนาคม 2569"),
        ("๑๖/๓/๖๙", "16 มีนาคม 2569"),
        ("16 มีนา 2569", "16 มีนาคม 2569"),
        ("16 มีนาคม พ.ศ. 69", "16 มีนาคม 2569"),
        ("16-3-2569", "16 มีนาคม 2569"),
        ("16 มี.ค. 69", "16 มีนาคม 2569"),
        ("16 ก.ย. 69", "16 กันยายน 2569"),
        ("16 ก.ย 2569", "16 กันยายน 2569"),
        ("16 กย 69", "16 กันยายน 2569"),
        ("16 ก. 69", ""),
        ("16 กันยยน 2569", "16 กันยายน 2569"),
        ("31/2/69", ""),
        ("16/13/2569", ""),
        ("16 กขค 2569", ""),
        ("มีนา 2569", ""),
        ("เร็ว ๆ นี้", ""),
    ],
)
def test_the_date_that_was_meant_is_proposed(typed: str, meant: str) -> None:
    assert near_date(typed) == meant
