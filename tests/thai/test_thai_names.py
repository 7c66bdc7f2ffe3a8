"""Names of persons."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esa_docs.thai import NO_BREAK_SPACE, format_name, is_rank

# Royal Institute: quoted at second hand in the project's reference; ranks: general knowledge
ATTACHED = [
    "นาย",
    "นาง",
    "นางสาว",
    "น.ส.",
    "เด็กชาย",
    "เด็กหญิง",
    "ดร.",
    "ผศ.",
    "รองศาสตราจารย์",
    "คุณ",
    "หม่อมหลวง",
    "ม.ล.",
    "พระครู",
]
RANKS = [
    *("พลเอก", "พันโท", "ร้อยตรี", "จ่าสิบเอก", "สิบโท", "พลทหาร", "พันเอกพิเศษ", "พันเอก (พิเศษ)"),
    *("พลเรือตรี", "นาวาโท", "เรือเอก", "พันจ่าเอก", "จ่าโท"),
    *("พลอากาศเอก", "นาวาอากาศตรี", "เรืออากาศโท", "พันจ่าอากาศเอก", "จ่าอากาศตรี"),
    *("พลตำรวจเอก", "พันตำรวจโท", "ร้อยตำรวจเอก", "ดาบตำรวจ", "จ่าสิบตำรวจ", "สิบตำรวจตรี", "พลตำรวจ"),
    *("พล.อ.", "พ.อ.", "ร.ต.", "จ.ส.อ.", "ส.อ.", "พล.ร.ท.", "น.อ.", "พ.จ.อ.", "พ.อ.อ.", "จ.อ."),
    *("พล.ต.ต.", "พ.ต.ท.", "ร.ต.อ.", "ด.ต.", "ส.ต.ต.", "พลฯ"),
    *("ว่าที่ร้อยตรี", "ว่าที่ ร.ต.", "ว่าที่ร.ต.", "ว่าที่พันตรี", "ว่าที่ร้อยตรีหญิง", "พันตำรวจโท หญิง", "ร.ต.หญิง"),
    *("นายกองเอก", "นายหมวดตรี", "นายหมู่ใหญ่"),
]

NAMES = [
    (("นาย", "สมชาย", "ใจดี"), "นายสมชาย_ใจดี", "Royal Institute"),
    (("นางสาว", "สมหญิง", "ใจดี"), "นางสาวสมหญิง_ใจดี", "Royal Institute"),
    (("ดร.", "สมชาย", "ใจดี"), "ดร.สมชาย_ใจดี", "Royal Institute"),
    (("ว่าที่ร้อยตรี", "สมชาย", "ใจดี"), "ว่าที่ร้อยตรี_สมชาย_ใจดี", "Royal Institute"),
    (("ว่าที่ ร.ต.", "สมชาย", "ใจดี"), "ว่าที่_ร.ต._สมชาย_ใจดี", "decision: the prefix stays on the line too"),
    (("พันตำรวจเอก", "สมชาย", "ใจดี"), "พันตำรวจเอก_สมชาย_ใจดี", "Royal Institute"),
    (("ว่าที่ร้อยตรี ดร.", "สมชาย", "ใจดี"), "ว่าที่ร้อยตรี_ดร.สมชาย_ใจดี", "decision: the last title decides"),
    (("ดร. พันตรี", "สมชาย", "ใจดี"), "ดร._พันตรี_สมชาย_ใจดี", "decision: the last title decides"),
    (("นาง", "สมหญิง", "ณ อยุธยา"), "นางสมหญิง_ณ_อยุธยา", "decision: a name is one line"),
    (("Mr.", "John", "Smith"), "Mr._John_Smith", "decision: Latin titles are spaced"),
    (("", "สมชาย", "ใจดี"), "สมชาย_ใจดี", "no prefix"),
    (("พระครู", "วิสุทธิ์", ""), "พระครูวิสุทธิ์", "no last name"),
    ((" นาย ", " สมชาย\u00a0", "\tใจดี"), "นายสมชาย_ใจดี", "white space around the parts"),
]


@pytest.mark.parametrize(("parts", "expected", "source"), NAMES)
def test_format_name(parts: tuple[str, str, str], expected: str, source: str) -> None:
    assert format_name(*parts) == expected.replace("_", NO_BREAK_SPACE), source


@pytest.mark.parametrize("prefix", ATTACHED)
def test_no_space_after_a_title(prefix: str) -> None:
    assert not is_rank(prefix)
    assert format_name(prefix, "สมชาย", "ใจดี").startswith(f"{prefix}สมชาย")


@pytest.mark.parametrize("prefix", RANKS)
def test_space_after_a_rank(prefix: str) -> None:
    assert is_rank(prefix)
    assert format_name(prefix, "สมชาย", "ใจดี").endswith(f"{NO_BREAK_SPACE}สมชาย{NO_BREAK_SPACE}ใจดี")


@pytest.mark.parametrize("prefix", ["", "เอก", "หญิง", "นายร้อย", "ว่าที่", "พันเอก ดร.", "พลเอกนาย"])
def test_not_a_rank(prefix: str) -> None:
    assert not is_rank(prefix)


def test_last_name_may_be_missing() -> None:
    assert format_name("นาย", "สมชาย") == "นายสมชาย"


@pytest.mark.parametrize("parts", [("นาย", "", ""), ("", " ", "\u00a0")])
def test_nameless(parts: tuple[str, str, str]) -> None:
    with pytest.raises(ValueError, match="first or a last name"):
        format_name(*parts)


@given(st.sampled_from([*ATTACHED, *RANKS, "", "Mr."]), st.text(min_size=1), st.text())
def test_a_name_never_breaks(prefix: str, first: str, last: str) -> None:
    name = format_name(prefix, first + "ก", last)
    assert name.split() == name.replace(NO_BREAK_SPACE, " ").split(" ")
    assert " " not in name
