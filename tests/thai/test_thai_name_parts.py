"""Names in one piece, parted into title, first and last name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esa_docs.thai.name_parts import NameParts, parse_name

# Titles and ranks: general knowledge, as in the tests of format_name
NAMES = [
    ("นายสมชาย ใจดี", "นาย", "สมชาย", "ใจดี"),
    ("นาย สมชาย   ใจดี", "นาย", "สมชาย", "ใจดี"),
    (" นางสาวสมหญิง\u00a0ใจดี ", "นางสาว", "สมหญิง", "ใจดี"),
    ("นางสมหญิง ใจดี ณ อยุธยา", "นาง", "สมหญิง", "ใจดี ณ อยุธยา"),
    ("น.ส.สมศรี ใจดี", "น.ส.", "สมศรี", "ใจดี"),
    ("ดร.สมพร ใจดี", "ดร.", "สมพร", "ใจดี"),
    ("ผศ.ดร.สมพร ใจดี", "ผศ.ดร.", "สมพร", "ใจดี"),
    ("รองศาสตราจารย์ ดร.สมพร ใจดี", "รองศาสตราจารย์ ดร.", "สมพร", "ใจดี"),
    ("ว่าที่ร้อยตรี สมชาย ใจดี", "ว่าที่ร้อยตรี", "สมชาย", "ใจดี"),
    ("ว่าที่ร้อยตรีสมชาย ใจดี", "ว่าที่ร้อยตรี", "สมชาย", "ใจดี"),
    ("ว่าที่ ร.ต.หญิง สมศรี ใจดี", "ว่าที่ ร.ต.หญิง", "สมศรี", "ใจดี"),
    ("ว่าที่ร้อยตรี ดร.สมชาย ใจดี", "ว่าที่ร้อยตรี ดร.", "สมชาย", "ใจดี"),
    ("พันตำรวจเอก (พิเศษ) สมชาย ใจดี", "พันตำรวจเอก (พิเศษ)", "สมชาย", "ใจดี"),
    ("ม.ล.สมชาย ใจดี", "ม.ล.", "สมชาย", "ใจดี"),
    ("นายแพทย์สมชาย ใจดี", "นายแพทย์", "สมชาย", "ใจดี"),
    ("นายนายก ใจดี", "นาย", "นายก", "ใจดี"),
    ("นายพลอย ใจดี", "นาย", "พลอย", "ใจดี"),
    ("นายศักดา ใจดี", "นาย", "ศักดา", "ใจดี"),
    ("นายิกา ใจดี", "", "นายิกา", "ใจดี"),
    ("สมชาย ใจดี", "", "สมชาย", "ใจดี"),
    ("นายสมชาย", "นาย", "สมชาย", ""),
    ("นาย", "นาย", "", ""),
    ("", "", "", ""),
]


@pytest.mark.parametrize(("text", "prefix", "first", "last"), NAMES, ids=[name[0] or "-" for name in NAMES])
def test_a_name_is_parted_into_title_first_and_last_name(
    text: str, prefix: str, first: str, last: str
) -> None:
    assert parse_name(text) == NameParts(prefix, first, last)


@given(st.text())
def test_nothing_of_a_text_is_lost(text: str) -> None:
    parts = parse_name(text)
    text_of_parts = parts.prefix + parts.first + parts.last
    assert text_of_parts.replace(" ", "") == "".join(text.split())
