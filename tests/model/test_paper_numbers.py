"""A typed number becomes the plain one: what the paper prints beside it is taken off, all else is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esa_docs.model.paper_number import PaperFacts, PaperNumberError, parse_paper_number, plain_number

CODE_OF_OFFICE = "ศธ 04007"
ORDER = PaperFacts((), 2569)
UNDATED_ORDER = PaperFacts(())
MEMO = PaperFacts((CODE_OF_OFFICE,), 2569)
UNIT_MEMO = PaperFacts(("นว 52007.4",), 2569)
CIRCULAR = PaperFacts((CODE_OF_OFFICE,), 2569, is_circular=True)
UNIT_OF_OFFICE = PaperFacts(("นว 52007.4",), 2569, other_codes=("ศธ 04000", "นว 52008"))
ORDER_OF_OFFICE = PaperFacts((), 2569, other_codes=("นว 52008",))
ANY_CODE = PaperFacts(None, 2569)
WORDS_OF_ORDER = PaperFacts((), 2569, words=("คำสั่ง",))
WORDS_OF_CIRCULAR = PaperFacts((CODE_OF_OFFICE,), 2569, True, words=("หนังสือ", "หนังสือเวียน", "เวียน"))


@pytest.mark.parametrize(
    ("typed", "facts", "number"),
    [
        ("12", ORDER, "12"),
        ("๑๒", ORDER, "12"),
        ("012", ORDER, "012"),
        ("12/2569", ORDER, "12"),
        ("๑๒/๒๕๖๙", ORDER, "12"),
        ("12 / 2569", ORDER, "12"),
        ("12/พ.ศ. 2569", ORDER, "12"),
        ("ที่ 12/2569", ORDER, "12"),
        ("12/2569/2569", ORDER, "12"),
        ("45/1", ORDER, "45/1"),
        ("45/1/2569", ORDER, "45/1"),
        ("45/2568", UNDATED_ORDER, "45"),
        ("12ก", ORDER, "12ก"),
        ("12 ก/2569", ORDER, "12 ก"),
        ("45/1 ทวิ", ORDER, "45/1 ทวิ"),
        ("พิเศษ 3/2569", ORDER, "พิเศษ 3"),
        ("ศธ 04007/12", MEMO, "12"),
        ("ศธ ๐๔๐๐๗/๑๒", MEMO, "12"),
        ("ศธ04007/12", MEMO, "12"),
        ("ศธ\u00a004007/12", MEMO, "12"),
        ("04007/12", MEMO, "12"),
        ("ศธ 04007/2569", MEMO, "2569"),
        ("ศธ 04007/12/2569", MEMO, "12"),
        ("ศธ 04007/ศธ 04007/12", MEMO, "12"),
        ("12", MEMO, "12"),
        ("52007.4/12", UNIT_MEMO, "12"),
        ("๕๒๐๐๗.๔/๑๒/๒๕๖๙", UNIT_MEMO, "12"),
        ("52009/1", UNIT_OF_OFFICE, "52009/1"),
        ("0012/2569", ORDER, "0012"),
        ("นว ๕๒๐๐๗.๔/๑๒", UNIT_MEMO, "12"),
        ("ว 5", CIRCULAR, "5"),
        ("ว5", CIRCULAR, "5"),
        ("ว.5", CIRCULAR, "5"),
        ("ว ว 5", CIRCULAR, "5"),
        ("5", CIRCULAR, "5"),
        ("ศธ ๐๔๐๐๗/ว ๑๒", CIRCULAR, "12"),
        ("ศธ 04007/ว/12", CIRCULAR, "12"),
        ("ที่ ศธ 04007/ว 2019/2569", CIRCULAR, "2019"),
        ("ครั้งที่ 1/2569", ORDER, "1"),
        ("ศธ 04007/12", ANY_CODE, "ศธ 04007/12"),
        ("คำสั่งที่ 4/2569", WORDS_OF_ORDER, "4"),
        ("คำสั่งที่ ๑๓/๒๕๖๙", WORDS_OF_ORDER, "13"),
        ("คำสั่ง 4", WORDS_OF_ORDER, "4"),
        ("คำสั่งที่2019/2569", WORDS_OF_ORDER, "2019"),
        ("คำสั่งที่ พิเศษ 3/2569", WORDS_OF_ORDER, "พิเศษ 3"),
        ("พิเศษ 2019/2569", ORDER, "พิเศษ 2019"),
        ("พิเศษ3", ORDER, "พิเศษ3"),
        ("เวียน 12", WORDS_OF_CIRCULAR, "12"),
        ("หนังสือเวียนที่ ศธ 04007/ว 12", WORDS_OF_CIRCULAR, "12"),
    ],
)
def test_what_agrees_is_taken_off(typed: str, facts: PaperFacts, number: str) -> None:
    assert plain_number(typed, facts) == number


@pytest.mark.parametrize(
    ("typed", "facts", "part", "part_text", "expected"),
    [
        ("12/2568", ORDER, "year", "2568", "2569"),
        ("๑๒/๒๕๗๐", ORDER, "year", "2570", "2569"),
        ("45/1/2568", ORDER, "year", "2568", "2569"),
        ("12/2026", ORDER, "era", "2026", ""),
        ("12/2026", UNDATED_ORDER, "era", "2026", ""),
        ("12/69", ORDER, "short_year", "69", "2569"),
        ("45/69", UNDATED_ORDER, "short_year", "69", "2569"),
        ("ว 5", ORDER, "circular", "ว", ""),
        ("ศธ 04007/ว 5", MEMO, "circular", "ว", ""),
        ("ศธ 04007/12", ORDER, "code", "ศธ 04007", ""),
        ("ศธ 04008/12", MEMO, "code", "ศธ 04008", CODE_OF_OFFICE),
        ("ศธ 04007/12", UNIT_MEMO, "code", "ศธ 04007", "นว 52007.4"),
        ("อก/12", MEMO, "code", "อก", CODE_OF_OFFICE),
        ("04000/12", UNIT_OF_OFFICE, "code", "04000", "นว 52007.4"),
        ("04000/12", UNIT_MEMO, "code", "04000", "นว 52007.4"),
        ("52008/12", UNIT_OF_OFFICE, "code", "52008", "นว 52007.4"),
        ("52008/12", ORDER_OF_OFFICE, "code", "52008", ""),
        ("52007.4/12", ORDER, "code", "52007.4", ""),
        ("52007.4", UNIT_MEMO, "form", "52007.4", ""),
        ("วว 5", ORDER, "form", "วว 5", ""),
        ("วว 5", MEMO, "form", "วว 5", ""),
        ("วว 5", CIRCULAR, "form", "วว 5", ""),
        ("ว.ว. 5", CIRCULAR, "form", "ว.ว. 5", ""),
        ("0", ORDER, "form", "0", ""),
        ("๐๐", ORDER, "form", "๐๐", ""),
        ("45/0", ORDER, "form", "45/0", ""),
        ("1.0", ORDER, "form", "1.0", ""),
        ("12-14", ORDER, "form", "12-14", ""),
        ("5-9", ORDER, "form", "5-9", ""),
        ("1/2569/3", ORDER, "form", "1/2569/3", ""),
        ("สิบสอง", ORDER, "form", "สิบสอง", ""),
        ("ศธ 04007", MEMO, "form", "ศธ 04007", ""),
        ("ศธ 04007/", MEMO, "form", "ศธ 04007/", ""),
        ("ศธ 04007/ว", CIRCULAR, "form", "ศธ 04007/ว", ""),
        ("", ORDER, "form", "", ""),
        ("{{ 1 }}", ORDER, "form", "{{ 1 }}", ""),
        ("คำสั่งที่ 4/2569", ORDER, "word", "คำสั่งที่", ""),
        ("ประกาศที่ 4", WORDS_OF_ORDER, "word", "ประกาศที่", "คำสั่ง"),
        ("เลขที่ ประกาศที่ 4", WORDS_OF_ORDER, "word", "ประกาศที่", "คำสั่ง"),
        ("บค 4/2569", WORDS_OF_ORDER, "word", "บค", "คำสั่ง"),
        ("No. 4", WORDS_OF_ORDER, "word", "No.", "คำสั่ง"),
        ("พิเศษ 3-5", ORDER, "form", "พิเศษ 3-5", ""),
        ("พิเศษ", ORDER, "form", "พิเศษ", ""),
        ("12/1/2", ORDER, "form", "12/1/2", ""),
        ("12/1/2/2569", ORDER, "form", "12/1/2/2569", ""),
        ("1234567890123", ORDER, "long", "1234567890123", ""),
        ("๑" * 5000, ORDER, "long", "๑" * 5000, ""),
        ("0" * 5000 + "1", ORDER, "long", "0" * 5000 + "1", ""),
    ],
)
def test_what_disagrees_is_refused_with_what_it_is(
    typed: str, facts: PaperFacts, part: str, part_text: str, expected: str
) -> None:
    with pytest.raises(PaperNumberError) as error_info:
        plain_number(typed, facts)
    fault = error_info.value
    assert (fault.part, fault.part_text, fault.expected) == (part, part_text, expected)


NUMBERS = st.one_of(
    st.integers(1, 9999).map(str),
    st.builds("{}/{}".format, st.integers(1, 9999), st.integers(1, 60)),
    st.builds("{} {}".format, st.integers(1, 9999), st.sampled_from("กขคง")),
)
CODES = st.sampled_from([CODE_OF_OFFICE, "นว 52007.4", "มท 0808.2", "วธ 0101", "ศธ 04007/กจ"])


@given(number=NUMBERS, code=CODES, is_circular=st.booleans(), has_year=st.booleans())
def test_a_number_read_as_it_is_printed_is_the_same(
    number: str, code: str, is_circular: bool, has_year: bool
) -> None:
    facts = PaperFacts((code,), 2569, is_circular)
    mark = "ว " if is_circular else ""
    year = "/2569" if has_year else ""
    assert plain_number(f"{code}/{mark}{number}{year}", facts) == number


@given(
    typed=st.text("ศธว 0123456789/.กขท่ี-", max_size=20),
    code=CODES,
    is_circular=st.sampled_from([True, False, None]),
    year=st.sampled_from([None, 2569]),
)
def test_taking_off_is_done_once(typed: str, code: str, is_circular: bool | None, year: int | None) -> None:
    facts = PaperFacts((code,), year, is_circular)
    try:
        number = plain_number(typed, facts)
    except PaperNumberError:
        return
    assert plain_number(number, facts) == number


def test_the_parts_of_a_number_are_told_apart() -> None:
    parts = parse_paper_number("ศธ ๐๔๐๐๗/ว ๔๕/๑/๒๕๖๙")
    assert (parts.codes, parts.is_circular, parts.number, parts.years) == (
        (CODE_OF_OFFICE,),
        True,
        "45/1",
        (2569,),
    )
