"""rdocx: it reports pages of which it is certain, and its faults."""

from __future__ import annotations

import page_fonts
import pytest
from page_files import FAMILY, on_new_page, paragraph, section, word_file

from esa_docs.ooxml.package import read_package, write_package
from esa_docs.pages import pip_engine
from esa_docs.pages.engine import EngineFault, LaidOut
from esa_docs.pages.families_used import families_used
from esa_docs.pages.layout_copy import LayoutCopy, make_layout_copy
from esa_docs.pages.layout_fonts import LayoutFonts
from esa_docs.pages.word_file import WordFile

LONG = "ความ " * 4000


@pytest.fixture
def fonts_of_numbers() -> LayoutFonts:
    return page_fonts.fonts_of_numbers()


def copy_of(body: str, fonts: LayoutFonts) -> LayoutCopy:
    data = word_file(body + section())
    return make_layout_copy(WordFile("a.docx", data, FAMILY), fonts.text, fonts.page_digits)


def lay_out(copy: LayoutCopy) -> LaidOut | EngineFault:
    return pip_engine.Rdocx().lay_out({"a": copy}, with_pdf=True)["a"]


def bookmark_pages(body: str, fonts: LayoutFonts) -> dict[str, int]:
    """Return the page of each bookmark of a body."""
    answer = lay_out(copy_of(body, fonts))
    assert isinstance(answer, LaidOut), answer
    return {name: page for name, page in answer.bookmarks.items() if not name.startswith("esa")}


def test_bookmarks_stand_on_their_pages(fonts_of_numbers: LayoutFonts) -> None:
    first_page = paragraph("ก", bookmark="a")
    second_page = on_new_page("ข", "b") + paragraph("ค", bookmark="c")
    body = first_page + second_page + on_new_page("ง", "d")
    assert bookmark_pages(body, fonts_of_numbers) == {"a": 1, "b": 2, "c": 2, "d": 3}


def test_the_beginning_of_a_long_paragraph_is_certain_its_middle_is_not(
    fonts_of_numbers: LayoutFonts,
) -> None:
    middle = '<w:bookmarkStart w:id="901" w:name="middle"/><w:bookmarkEnd w:id="901"/>'
    long_run = f"<w:r><w:t>{LONG}</w:t></w:r>"
    body = paragraph(LONG, before=long_run + middle, bookmark="begin")
    assert bookmark_pages(body + on_new_page("x", "after"), fonts_of_numbers).keys() == {"begin", "after"}


def test_a_bookmark_after_a_page_break_in_a_paragraph_is_not_certain(fonts_of_numbers: LayoutFonts) -> None:
    page_break = '<w:r><w:br w:type="page"/></w:r>'
    bookmark = '<w:bookmarkStart w:id="901" w:name="b"/><w:bookmarkEnd w:id="901"/>'
    assert bookmark_pages(paragraph("x", before=page_break + bookmark), fonts_of_numbers) == {}


def test_a_table_on_one_page_is_certain_all_through(fonts_of_numbers: LayoutFonts) -> None:
    assert bookmark_pages(table(3), fonts_of_numbers) == {"row0": 1, "row1": 1, "row2": 1}


def test_of_a_table_over_several_pages_only_the_beginning_is_certain(fonts_of_numbers: LayoutFonts) -> None:
    assert bookmark_pages(table(80), fonts_of_numbers) == {"row0": 1}


def test_a_table_whose_rows_are_kept_together_goes_to_the_next_page_with_its_heading(
    fonts_of_numbers: LayoutFonts,
) -> None:
    """The lines above the table are just so many that it is broken where one of its rows is not kept."""
    heading = paragraph("หัวข้อ", properties="<w:keepNext/>", bookmark="heading")
    breaking_table = heading + table(6, rows_kept=4)
    whole_table = heading + table(6, rows_kept=5)
    bookmarks = ["heading", "row0", "row1", "row2", "row3", "row4", "row5"]

    broken = {"heading": 1, "row0": 1}
    lines = 20
    while bookmark_pages(paragraph("x") * lines + breaking_table, fonts_of_numbers) != broken:
        lines += 1
        assert lines < 40

    pages_with_one_line_less = bookmark_pages(paragraph("x") * (lines - 1) + whole_table, fonts_of_numbers)
    pages = bookmark_pages(paragraph("x") * lines + whole_table, fonts_of_numbers)
    assert pages_with_one_line_less == dict.fromkeys(bookmarks, 1)
    assert pages == dict.fromkeys(bookmarks, 2)


def test_a_table_kept_together_that_no_page_can_hold_is_broken(fonts_of_numbers: LayoutFonts) -> None:
    body = table(80, rows_kept=79) + on_new_page("x", "after")
    assert bookmark_pages(body, fonts_of_numbers) == {"row0": 1, "after": 4}


def table(rows: int, rows_kept: int = 0) -> str:
    """Return a table with a bookmark in each row; the first ``rows_kept`` rows are kept with the next one."""
    width = '<w:tcPr><w:tcW w:w="9000" w:type="dxa"/></w:tcPr>'
    content = ""
    for row in range(rows):
        properties = "<w:keepNext/>" if row < rows_kept else ""
        text = paragraph("แถว", bookmark=f"row{row}", properties=properties)
        content += f"<w:tr><w:tc>{width}{text}</w:tc></w:tr>"
    properties = '<w:tblPr><w:tblW w:w="9000" w:type="dxa"/></w:tblPr>'
    grid = '<w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid>'
    return f"<w:tbl>{properties}{grid}{content}</w:tbl>{paragraph()}"


def test_a_bookmark_between_paragraphs_stands_on_the_page_of_the_next(fonts_of_numbers: LayoutFonts) -> None:
    between = '<w:bookmarkStart w:id="901" w:name="b"/><w:bookmarkEnd w:id="901"/>'
    assert bookmark_pages(paragraph("ก") + between + on_new_page("ข"), fonts_of_numbers) == {"b": 2}


def test_no_pdf_is_made_even_when_asked_for(fonts_of_numbers: LayoutFonts) -> None:
    answer = lay_out(copy_of(paragraph("ก") + on_new_page("ข"), fonts_of_numbers))
    assert isinstance(answer, LaidOut)
    assert (answer.page_count, answer.pdf) == (2, b"")


@pytest.mark.parametrize(
    ("properties", "name"),
    [('w:ascii="Courier New"', "Courier New"), ('w:cstheme="minorBidi"', "+minorBidi")],
)
def test_another_font_is_a_fault(properties: str, name: str, fonts_of_numbers: LayoutFonts) -> None:
    body = paragraph(before=f"<w:r><w:rPr><w:rFonts {properties}/></w:rPr><w:t>x</w:t></w:r>")
    fault = lay_out(copy_of(body, fonts_of_numbers))
    assert isinstance(fault, EngineFault)
    assert fault.code == "E722"
    assert name in fault.words


def test_a_sign_the_font_does_not_have_is_a_fault(fonts_of_numbers: LayoutFonts) -> None:
    fault = lay_out(copy_of(paragraph("ก \u00a0\u2060☑"), fonts_of_numbers))
    assert isinstance(fault, EngineFault)
    assert fault.code == "E722"
    assert "☑" in fault.words


def with_odd_style(inner: str) -> bytes:
    """Return a file with paragraphs, the style Odd in Courier New, and the style Child based on it."""
    fonts = '<w:rPr><w:rFonts w:ascii="Courier New" w:cs="Courier New"/></w:rPr>'
    style = f'<w:style w:type="paragraph" w:styleId="Odd"><w:basedOn w:val="Normal"/>{fonts}</w:style>'
    child = '<w:style w:type="paragraph" w:styleId="Child"><w:basedOn w:val="Odd"/></w:style>'
    parts = read_package(word_file(inner + section()))
    old_end = b"</w:styles>"
    new_end = f"{style}{child}</w:styles>".encode()
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(old_end, new_end)
    return write_package(parts)


@pytest.mark.parametrize(
    ("style", "other_families"), [("", set()), ("Odd", {"Courier New"}), ("Child", {"Courier New"})]
)
def test_only_fonts_of_styles_in_use_count(style: str, other_families: set[str]) -> None:
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    data = with_odd_style(paragraph("x", properties=properties))
    assert families_used(data) == {FAMILY} | other_families


def test_the_font_of_a_symbol_counts() -> None:
    symbol = '<w:r><w:sym w:font="Wingdings" w:char="F0B7"/></w:r>'
    data = word_file(paragraph("x", before=symbol) + section())
    assert families_used(data) == {FAMILY, "Wingdings"}


def test_what_the_engine_raises_is_told_in_its_words(
    fonts_of_numbers: LayoutFonts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pip_engine, "flatten_drawings", lambda _data, _pictures: b"no package")
    fault = lay_out(copy_of(paragraph("x"), fonts_of_numbers))
    assert isinstance(fault, EngineFault)
    assert fault.code == "E721"
    assert fault.words


def test_a_panic_of_the_engine_is_a_fault_and_no_end(
    fonts_of_numbers: LayoutFonts, monkeypatch: pytest.MonkeyPatch
) -> None:
    panic = type("PanicException", (BaseException,), {})

    def fails(_data: bytes) -> None:
        raise panic("index out of bounds")

    monkeypatch.setattr("rdocx.Document", document_class(fails))
    fault = lay_out(copy_of(paragraph("x"), fonts_of_numbers))
    assert fault == EngineFault("index out of bounds")


def document_class(from_bytes: object) -> object:
    """Return a class that stands in for ``rdocx.Document``."""
    return type("Document", (), {"from_bytes": staticmethod(from_bytes)})  # type: ignore[arg-type]


def test_an_interrupt_is_none_of_its_faults(
    fonts_of_numbers: LayoutFonts, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupts(_data: bytes) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("rdocx.Document", document_class(interrupts))
    copy = copy_of(paragraph("x"), fonts_of_numbers)
    with pytest.raises(KeyboardInterrupt):
        lay_out(copy)
