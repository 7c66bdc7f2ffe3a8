"""True page numbers by the real engines, compared with the text of the printed pages."""

from __future__ import annotations

import datetime as dt
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from itertools import chain
from multiprocessing import get_context
from pathlib import Path

import page_fonts
import pytest
from lxml import etree
from page_files import (
    FAMILY,
    field,
    on_new_page,
    paragraph,
    part_of,
    section,
    select,
    text_of,
    values,
    word_file,
)

from esa_docs import api
from esa_docs.ooxml.package import read_package, write_package
from esa_docs.pages.available_engines import open_engines
from esa_docs.pages.engine import EngineFault, LaidOut
from esa_docs.pages.layout_copy import LayoutCopy, make_layout_copy
from esa_docs.pages.layout_fonts import LayoutFonts
from esa_docs.pages.libreoffice import LibreOffice
from esa_docs.pages.office_suite import find_office_suite
from esa_docs.pages.page_numbers import displayed_numbers
from esa_docs.pages.paginate import Paginated, paginate
from esa_docs.pages.pip_engine import Rdocx
from esa_docs.pages.word_file import WordFile

pytestmark = pytest.mark.office

CONTENT = Path(__file__).parents[2] / "content"
REFERRED = (
    "//w:r[w:instrText[contains(., 'PAGEREF')]]"
    "/following-sibling::w:r[w:fldChar/@w:fldCharType='separate'][1]/following-sibling::w:r[1]/w:t/text()"
)
"""The XPath of the numbers that page references print."""
SOFFICE = find_office_suite() or Path("soffice")


@pytest.fixture(scope="module")
def real_fonts() -> LayoutFonts:
    return page_fonts.real_fonts()


@pytest.fixture
def fonts_of_numbers() -> LayoutFonts:
    return page_fonts.fonts_of_numbers()


@pytest.fixture(scope="module")
def libreoffice() -> Iterator[LibreOffice]:
    with LibreOffice(SOFFICE) as engine:
        yield engine


@pytest.fixture(scope="module")
def manual_pages(manual_bytes: bytes, real_fonts: LayoutFonts, libreoffice: LibreOffice) -> Paginated:
    return paginated(manual_bytes, real_fonts, libreoffice)


def paginated(
    data: bytes, fonts: LayoutFonts, *engines: LibreOffice | Rdocx, with_pdf: bool = True
) -> Paginated:
    file = WordFile("a.docx", data, FAMILY)
    (result,) = paginate([file], engines, with_pdf=with_pdf, find_fonts=lambda _family: fonts)
    return result


def copy_of(data: bytes, fonts: LayoutFonts) -> LayoutCopy:
    return make_layout_copy(WordFile("a.docx", data, FAMILY), fonts.text, fonts.page_digits)


def lay_out(engine: LibreOffice | Rdocx, copy: LayoutCopy) -> LaidOut:
    answer = engine.lay_out({"a": copy}, with_pdf=True)["a"]
    assert isinstance(answer, LaidOut), answer
    return answer


def printed_pages(pdf: bytes | None) -> list[list[str]]:
    """Return the lines of each page as pdftotext reads them."""
    command = ["pdftotext", "-layout", "-", "-"]
    output = subprocess.run(command, input=pdf or b"", capture_output=True, check=True).stdout
    pages = output.decode().removesuffix("\f").split("\f")
    return [page.splitlines() for page in pages]


def squeezed(text: str) -> str:
    """Return a text without spaces, with SARA AM as its two halves, as some readers of PDF write it."""
    return re.sub(r"\s", "", text).replace("ำ", "ํา")


def contents_of(data: bytes) -> dict[str, str]:
    """Return the printed number of each entry of the contents, by its bookmark."""
    numbers: dict[str, str] = {}
    for link in select(part_of(data), "//w:hyperlink[.//w:instrText]"):
        (bookmark,) = values(link, "@w:anchor")
        # The number stands after the tab.
        numbers[bookmark] = "".join(values(link, "w:r[preceding-sibling::w:r/w:tab]/w:t/text()"))
    return numbers


def heading_of(root: etree._Element, bookmark: str) -> str:
    headings = select(root, f"//w:p[w:bookmarkStart/@w:name='{bookmark}']")
    return text_of(headings[0])


def page_with(text: str, pages: list[list[str]], start: int) -> int:
    """Return the index of the first page with a text, from ``start`` on; spaces do not count."""
    for index in range(start, len(pages)):
        if squeezed(text) in squeezed("".join(pages[index])):
            return index
    pytest.fail(f"no page with {text}")


def test_every_entry_of_the_manual_is_the_number_printed_above_its_heading(manual_pages: Paginated) -> None:
    """Each heading is looked for in the pages after the contents, its number at the head of its page."""
    entries = contents_of(manual_pages.data)
    pages = printed_pages(manual_pages.pdf)
    root = part_of(manual_pages.data)
    index = page_with("สารบัญ", pages, 0) + 1
    printed_numbers: dict[str, str] = {}
    for bookmark in entries:
        index = page_with(heading_of(root, bookmark), pages, index)
        first_line = pages[index][0]
        printed_numbers[bookmark] = first_line.strip()
    assert len(entries) >= 24
    assert entries == printed_numbers
    assert (manual_pages.passes, manual_pages.diagnostics) == (2, ())


def test_the_pip_engine_gives_the_same_numbers(
    manual_pages: Paginated, manual_bytes: bytes, real_fonts: LayoutFonts
) -> None:
    result = paginated(manual_bytes, real_fonts, Rdocx(), with_pdf=False)
    assert contents_of(result.data) == contents_of(manual_pages.data)
    assert result.labels == manual_pages.labels
    assert result.diagnostics == ()


def test_the_table_of_numbers_gives_the_same_numbers(
    manual_pages: Paginated, manual_bytes: bytes, fonts_of_numbers: LayoutFonts
) -> None:
    result = paginated(manual_bytes, fonts_of_numbers, Rdocx(), with_pdf=False)
    assert contents_of(result.data) == contents_of(manual_pages.data)


@pytest.mark.parametrize("name", ["sar", "pmqa"])
def test_the_pip_engine_gives_the_same_numbers_of_a_report(
    name: str, real_fonts: LayoutFonts, libreoffice: LibreOffice
) -> None:
    """Reports hold tables that stay on one page, with the headings above them."""
    document = api.find(api.load(CONTENT), name)
    data = api.render(document, today=dt.date(2026, 9, 16))
    by_office = paginated(data, real_fonts, libreoffice, with_pdf=False)
    by_package = paginated(data, real_fonts, Rdocx(), with_pdf=False)
    office_numbers = values(part_of(by_office.data), REFERRED)
    package_numbers = values(part_of(by_package.data), REFERRED)
    assert len(office_numbers) > 50
    assert office_numbers == package_numbers
    assert (by_office.diagnostics, by_package.diagnostics) == ((), ())


HEADER = '<w:headerReference w:type="default" r:id="header1"/>'
PAGE = f"<w:p>{field('PAGE')}</w:p>"
FRONT = section(numbering='w:fmt="lowerRoman"', headers=HEADER)
LETTERS = section(numbering='w:fmt="thaiLetters" w:start="1"')
RESTARTED = section(numbering='w:start="7" w:fmt="upperRoman"')
ODD = section(kind="oddPage")
LAST = section(numbering='w:start="1"')
RESTARTS = (
    on_new_page("x", "front1")
    + on_new_page("x", "front2")
    + paragraph("x", bookmark="front3", properties=FRONT)
    + on_new_page("x", "letters1")
    + on_new_page("x", "letters2")
    + paragraph(properties=LETTERS)
    + on_new_page("x", "restarted7")
    + on_new_page("x", "restarted8")
    + on_new_page("x", "restarted9")
    + paragraph(properties=RESTARTED)
    + paragraph("x", bookmark="odd")
    + on_new_page("x", "odd2")
    + paragraph(properties=ODD)
    + paragraph("x", bookmark="last1")
    + on_new_page("x", "last2")
    + LAST
)
EXPECTED = {
    "front1": "i",
    "front2": "ii",
    "front3": "ii",
    "letters1": "ก",
    "letters2": "ข",
    "restarted7": "VII",
    "restarted8": "VIII",
    "restarted9": "IX",
    "odd": "11",
    "odd2": "12",
    "last1": "1",
    "last2": "2",
}
"""Worked out by hand: the odd section follows page 9, so 10 is the number of the blank page."""


def with_probes(copy: LayoutCopy, bookmarks: list[str]) -> LayoutCopy:
    """Return a copy with a line for each bookmark, whose page number the engine itself works out."""
    probes = ""
    for name in bookmarks:
        label = f"<w:r><w:t>{name}=</w:t></w:r>"
        reference = field(f"PAGEREF {name}", "<w:r><w:t>?</w:t></w:r>")
        probes += paragraph(before=label + reference)
    parts = read_package(copy.data)
    body, tag, end = parts["word/document.xml"].rpartition(b"<w:sectPr")
    parts["word/document.xml"] = body + probes.encode() + tag + end
    return replace(copy, data=write_package(parts))


def test_numbers_after_restarts_are_those_the_engine_works_out_itself(
    libreoffice: LibreOffice, real_fonts: LayoutFonts
) -> None:
    copy = copy_of(word_file(RESTARTS, header1=PAGE), real_fonts)
    numbers = displayed_numbers(lay_out(libreoffice, copy).bookmarks, copy.sections)
    answer = lay_out(libreoffice, with_probes(copy, list(numbers)))
    lines = list(chain.from_iterable(printed_pages(answer.pdf)))
    probes = [line.strip() for line in lines if "=" in line]
    # LibreOffice writes a reference in figures, whatever the number format of the page.
    assert [f"{name}={number.value}" for name, number in numbers.items()] == probes
    assert {name: str(number) for name, number in numbers.items()} == EXPECTED


def test_labels_are_the_numbers_printed_on_the_pages(
    libreoffice: LibreOffice, real_fonts: LayoutFonts
) -> None:
    result = paginated(word_file(RESTARTS, header1=PAGE), real_fonts, libreoffice)
    printed = [page[0].strip() for page in printed_pages(result.pdf)]
    assert list(result.labels) == printed == ["i", "ii", "ก", "ข", "VII", "VIII", "IX", "11", "12", "1", "2"]


def test_both_engines_place_restarted_sections_alike(
    libreoffice: LibreOffice, real_fonts: LayoutFonts
) -> None:
    copy = copy_of(word_file(RESTARTS, header1=PAGE), real_fonts)
    assert lay_out(libreoffice, copy).bookmarks == lay_out(Rdocx(), copy).bookmarks


def test_libreoffice_gives_marks_back_whole(libreoffice: LibreOffice, real_fonts: LayoutFonts) -> None:
    names = ["_Toc1", "a_b", "บท_ที่", "x-y", "x" * 40]
    body = "".join(on_new_page("ก", name) for name in names) + section()
    pages = lay_out(libreoffice, copy_of(word_file(body), real_fonts)).bookmarks
    expected = {name: number for number, name in enumerate(names, 1)}
    expected["esaSection0"] = 1
    assert pages == expected


def test_thai_page_numbers_are_drawn_by_the_face_of_thai_digits(
    libreoffice: LibreOffice, real_fonts: LayoutFonts, tmp_path: Path
) -> None:
    thai = section(
        numbering='w:fmt="thaiNumbers"', headers='<w:headerReference w:type="default" r:id="header1"/>'
    )
    data = word_file(paragraph("ก") + thai, header1=f"<w:p>{field('PAGE')}</w:p>")
    path = tmp_path / "a.pdf"
    path.write_bytes(lay_out(libreoffice, copy_of(data, real_fonts)).pdf)
    printed = subprocess.run(["pdffonts", str(path)], check=True, capture_output=True, text=True)
    _heading, _rule, *rows = printed.stdout.splitlines()
    names: set[str] = set()
    for row in rows:
        subset_name = row.split()[0]
        _subset_mark, _plus, name = subset_name.partition("+")
        names.add(name)
    digits = real_fonts.page_digits.name.replace(" ", "")
    text = real_fonts.text.name.replace(" ", "")
    assert names == {f"{digits}-Regular", f"{text}-Regular"}


def test_other_fonts_in_the_pdf_are_a_fault(libreoffice: LibreOffice, real_fonts: LayoutFonts) -> None:
    """The family that the file asks for is named, not the one that the machine puts in its place."""
    odd = '<w:r><w:rPr><w:rFonts w:ascii="No Such Family"/></w:rPr><w:t>x</w:t></w:r>'
    copy = copy_of(word_file(paragraph("ก", before=odd) + section()), real_fonts)
    fault = libreoffice.lay_out({"a": copy}, with_pdf=True)["a"]
    assert isinstance(fault, EngineFault)
    assert fault.code == "E722"
    assert "No Such Family" in fault.words


def wrapper(folder: Path, first_time: str) -> Path:
    """Write an office suite that goes wrong at its first start only; return its path."""
    program = folder / "soffice"
    first = f'if mkdir "{folder}/started" 2> /dev/null; then\n{first_time}\nfi'
    program.write_text(f'#!/bin/sh\n{first}\nexec "{SOFFICE}" "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return program


@pytest.mark.skipif(sys.platform == "win32", reason="the wrapper is a shell script")
@pytest.mark.parametrize(
    "first_time",
    ["kill -9 $$", f'"{SOFFICE}" "$@" & sleep 0.4; kill -9 0'],
    ids=["killed at once", "killed in the middle"],
)
def test_an_engine_that_is_killed_is_tried_once_more(
    first_time: str, real_fonts: LayoutFonts, tmp_path: Path
) -> None:
    copy = copy_of(word_file(paragraph("ก") + on_new_page("ข", "b") + section()), real_fonts)
    with LibreOffice(wrapper(tmp_path, first_time)) as engine:
        answer = lay_out(engine, copy)
    assert (answer.page_count, answer.bookmarks["b"]) == (2, 2)
    assert (tmp_path / "started").exists()


def long_manual(headings: int) -> bytes:
    """Return a document with contents of so many headings, each with three paragraphs below it."""
    sentence = "งานการจัดระบบบริหารสำนักงานเขตพื้นที่การศึกษา มีวัตถุประสงค์เพื่อพัฒนาคุณภาพการให้บริการ "
    tab = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9071"/></w:tabs>'
    contents = ""
    body = ""
    for number in range(headings):
        bookmark, heading = f"_Toc{number}", f"หัวข้อที่ {number}"
        reference = field(f"PAGEREF {bookmark} \\h")
        entry = f"<w:r><w:t>{heading}</w:t></w:r><w:r><w:tab/></w:r>{reference}"
        link = f'<w:hyperlink w:anchor="{bookmark}">{entry}</w:hyperlink>'
        contents += paragraph(properties=tab, before=link)
        body += paragraph(heading, bookmark=bookmark, properties="<w:keepNext/>")
        for place in range(3):
            # Paragraphs of many lengths, so that pages end in every way.
            sentences = 4 + (7 * number + 3 * place) % 9
            body += paragraph(sentence * sentences)
    return word_file(contents + body + section())


def test_a_manual_of_two_hundred_pages_settles_within_three_passes(
    libreoffice: LibreOffice, real_fonts: LayoutFonts
) -> None:
    start_time = time.monotonic()
    result = paginated(long_manual(300), real_fonts, libreoffice)
    assert time.monotonic() - start_time < 60
    pages = printed_pages(result.pdf)
    assert len(pages) >= 200
    assert result.passes <= 3
    assert result.diagnostics == ()
    # A page holds less than 36 lines, so the contents take at least so many pages.
    index = 300 // 36
    expected: dict[str, str] = {}
    for number in range(300):
        index = page_with_line(f"หัวข้อที่{number}", pages, index)
        expected[f"_Toc{number}"] = str(index + 1)
    assert contents_of(result.data) == expected


def page_with_line(text: str, pages: list[list[str]], start: int) -> int:
    """Return the index of the first page, from ``start`` on, with a text as a line without spaces."""
    for index in range(start, len(pages)):
        lines = [squeezed(line) for line in pages[index]]
        if text in lines:
            return index
    pytest.fail(f"no page with {text}")


def paginate_alone(data: bytes, fonts: LayoutFonts) -> Paginated:
    with open_engines(SOFFICE) as engines:
        file = WordFile("a.docx", data, FAMILY)
        (result,) = paginate([file], engines, with_pdf=True, find_fonts=lambda _family: fonts)
    return result


def test_four_at_the_same_time_give_four_right_pdfs(real_fonts: LayoutFonts) -> None:
    """Each file has another number of pages, and prints the number of the last one on the first."""
    counts = (2, 3, 4, 5)
    files = [file_of_pages(count) for count in counts]
    with ProcessPoolExecutor(4, get_context("spawn")) as pool:
        results = list(pool.map(paginate_alone, files, [real_fonts] * 4))
    for count, result in zip(counts, results, strict=True):
        pages = printed_pages(result.pdf)
        first_page = pages[0]
        first_line = first_page[0]
        assert len(pages) == count
        assert first_line.strip() == str(count)
        assert result.diagnostics == ()


def file_of_pages(count: int) -> bytes:
    """Return a file of so many pages, the first of which prints the number of the last."""
    body = paragraph(before=field("PAGEREF last"))
    for _page in range(count - 2):
        body += on_new_page("ก")
    body += on_new_page("ก", bookmark="last")
    return word_file(body + section())


def test_files_of_one_call_do_not_disturb_each_other(
    libreoffice: LibreOffice, real_fonts: LayoutFonts
) -> None:
    good = copy_of(word_file(paragraph("ก") + on_new_page("ข", "b") + section()), real_fonts)
    broken = LayoutCopy(b"no Word file at all", good.sections, {}, good.fonts)
    answers = libreoffice.lay_out({"a": good, "b": broken, "c": good}, with_pdf=False)
    assert isinstance(answers["a"], LaidOut)
    assert answers["a"] == answers["c"]
    assert answers["a"].pdf == b""
    assert isinstance(answers["b"], EngineFault)
