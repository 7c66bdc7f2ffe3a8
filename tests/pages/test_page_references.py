"""Page numbers written into references."""

from __future__ import annotations

import page_files
import pytest
from page_files import field, local_names, paragraph, part_of, section, select, texts, values, word_file

from esa_docs.pages.number_formats import PageNumber
from esa_docs.pages.page_references import referred_bookmarks, write_page_numbers

NUMBERS = {"a": PageNumber(12), "b": PageNumber(12, "thaiNumbers"), "c": PageNumber(3, "numberInDash")}


def with_numbers(inner: str) -> bytes:
    """Return a file of one paragraph, with the numbers written."""
    return write_page_numbers(word_file(f"<w:p>{inner}</w:p>{section()}"), NUMBERS)


def text_of(data: bytes) -> str:
    return page_files.text_of(part_of(data))


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


@pytest.mark.parametrize(
    ("instruction", "text"),
    [
        (r"PAGEREF a \h", "12"),
        (r"PAGEREF b \h", "๑๒"),
        (r"PAGEREF c \h", "- 3 -"),
        (r"PAGEREF a \* THAIARABIC \h", "๑๒"),
        (r"PAGEREF b \* Arabic", "12"),
        (r"PAGEREF a \* roman", "xii"),
        (r"PAGEREF a \* Chicago", ""),
        (r"PAGEREF nowhere \h", ""),
    ],
)
def test_a_number_is_written_as_section_and_switch_say(instruction: str, text: str) -> None:
    assert text_of(with_numbers(field(instruction, run("99")))) == text
    assert text_of(with_numbers(field(instruction))) == text
    assert text_of(with_numbers(field(instruction, separate=False))) == text
    simple = f'<w:fldSimple w:instr="{instruction}">{run("99")}</w:fldSimple>'
    assert text_of(with_numbers(simple)) == text


def test_a_reference_in_a_link_in_a_contents_field_is_found() -> None:
    text = f"{run('หัวข้อ')}<w:r><w:tab/></w:r>{field('PAGEREF a')}"
    entry = f'<w:hyperlink w:anchor="a">{text}</w:hyperlink>'
    data = with_numbers(field("TOC \\o", entry))
    assert text_of(data) == "หัวข้อ12"
    assert len(select(part_of(data), "//w:hyperlink//w:t")) == 2


def test_other_fields_keep_their_results() -> None:
    assert text_of(with_numbers(field("PAGE", run("9")) + field("REF a", run("ที่นี่")))) == "9ที่นี่"


def test_the_look_of_the_old_result_is_kept() -> None:
    data = with_numbers(
        field("PAGEREF b", run("9", "<w:b/><w:webHidden/><w:color w:val='FF0000'/>") + run("9"))
    )
    properties = select(part_of(data), "//w:r[w:t]/w:rPr/*")
    assert local_names(properties) == ["b", "webHidden", "color", "cs"]


def test_a_new_result_looks_as_the_instruction() -> None:
    inner = field("PAGEREF a").replace("<w:r><w:instrText", "<w:r><w:rPr><w:i/></w:rPr><w:instrText")
    assert len(select(part_of(with_numbers(inner)), "//w:r[w:t]/w:rPr/w:i")) == 1


def test_thai_digits_and_they_alone_are_complex_script() -> None:
    data = with_numbers(field("PAGEREF b", run("9")) + field("PAGEREF a", run("๙", "<w:cs/>")))
    thai_run, arabic_run = select(part_of(data), "//w:r[w:t]")
    assert len(select(thai_run, "w:rPr/w:cs")) == 1
    assert len(select(arabic_run, "w:rPr/w:cs")) == 0


def test_nothing_asks_word_to_update() -> None:
    inner = field("PAGEREF a").replace('"begin"', '"begin" w:dirty="true"')
    simple = f'<w:fldSimple w:instr="PAGEREF a" w:dirty="true">{run("9")}</w:fldSimple>'
    assert values(part_of(with_numbers(inner + simple)), "//@w:dirty") == []


def test_numbers_are_written_into_headers_too() -> None:
    data = word_file(paragraph("x") + section(), header1=f"<w:p>{field('PAGEREF a')}</w:p>")
    assert texts(part_of(write_page_numbers(data, NUMBERS), "word/header1.xml")) == ["12"]


def test_writing_twice_gives_equal_bytes() -> None:
    once = with_numbers(field("PAGEREF a", run("9")) + field("PAGEREF b"))
    assert write_page_numbers(once, NUMBERS) == once


def test_bookmarks_referred_to_are_told_once_and_in_order() -> None:
    instructions = ("PAGEREF c \\h", "PAGEREF a \\h", "PAGEREF b \\h", "PAGEREF c", "PAGEREF \\h")
    inner = "".join(map(field, instructions))
    assert referred_bookmarks(word_file(f"<w:p>{inner}</w:p>{section()}")) == ("c", "a", "b")


def test_a_file_without_references_refers_to_nothing() -> None:
    assert referred_bookmarks(word_file(paragraph("PAGEREF a", before=field("PAGE")) + section())) == ()
