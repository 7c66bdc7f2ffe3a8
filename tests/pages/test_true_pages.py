"""True page numbers by the real engines, against what stands on the printed pages."""

from __future__ import annotations

import datetime as dt
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

import page_fonts
import pytest
from page_files import (
    FAMILY,
    field,
    on_new_page,
    paragraph,
    part_of,
    section,
    select,
    texts,
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
"""Numbers that references to pages print."""
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


def copied(data: bytes, fonts: LayoutFonts) -> LayoutCopy:
    return make_layout_copy(WordFile("a.docx", data, FAMILY), fonts.text, fonts.page_digits)


def laid_out(engine: LibreOffice | Rdocx, copy: LayoutCopy) -> LaidOut:
    answer = engine.lay_out({"a": copy}, with_pdf=True)["a"]
    assert isinstance(answer, LaidOut), answer
    return answer


def printed_pages(pdf: bytes | None) -> list[list[str]]:
    """Give the lines of each page as pdftotext reads them."""
    read = subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=pdf or b"", capture_output=True, check=True
    )
    return [page.splitlines() for page in read.stdout.decode().removesuffix("\f").split("\f")]


def squeezed(text: str) -> str:
    """Take out spaces, and write SARA AM as its two halves, as some readers of PDF do."""
    return re.sub(r"\s", "", text).replace("ำ", "ํา")


def contents_of(data: bytes) -> dict[str, str]:
    """Give the printed number of each entry by its bookmark: what stands after the tab of its link."""
    links = select(part_of(data), "//w:hyperlink[.//w:instrText]")
    after_tab = "w:r[preceding-sibling::w:r/w:tab]/w:t"
    return {
        values(link, "@w:anchor")[0]: "".join(one.text or "" for one in select(link, after_tab))
        for link in links
    }


def headings_of(data: bytes, bookmarks: list[str]) -> list[str]:
    root = part_of(data)
    found = [select(root, f"//w:p[w:bookmarkStart/@w:name='{name}']") for name in bookmarks]
    return ["".join(texts(one[0])) for one in found]


def test_every_entry_of_the_manual_is_the_number_printed_above_its_heading(manual_pages: Paginated) -> None:
    """The heading is looked for in the text of the PDF after the contents, the number in that page's head."""
    entries = contents_of(manual_pages.data)
    pages = printed_pages(manual_pages.pdf)
    page = next(number for number, lines in enumerate(pages) if "สารบัญ" in "".join(lines)) + 1
    seen = {}
    for bookmark, heading in zip(entries, headings_of(manual_pages.data, list(entries)), strict=True):
        wanted = squeezed(heading)
        page = next(n for n in range(page, len(pages)) if wanted in squeezed("".join(pages[n])))
        seen[bookmark] = pages[page][0].strip()
    assert len(entries) >= 24
    assert entries == seen
    assert (manual_pages.passes, manual_pages.diagnostics) == (2, ())


def test_the_pip_engine_gives_the_same_numbers(
    manual_pages: Paginated, manual_bytes: bytes, real_fonts: LayoutFonts
) -> None:
    result = paginated(manual_bytes, real_fonts, Rdocx(), with_pdf=False)
    assert contents_of(result.data) == contents_of(manual_pages.data)
    assert (result.labels, result.diagnostics) == (manual_pages.labels, ())


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
    by_both = [paginated(data, real_fonts, engine, with_pdf=False) for engine in (libreoffice, Rdocx())]
    numbers = [values(part_of(one.data), REFERRED) for one in by_both]
    assert len(numbers[0]) > 50
    assert numbers[0] == numbers[1]
    assert [one.diagnostics for one in by_both] == [(), ()]


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
"""Reckoned by hand: the odd section follows page 9, so number 10 is that of the blank page."""


def with_probes(copy: LayoutCopy, bookmarks: list[str]) -> LayoutCopy:
    """Append a line for each bookmark whose page number the engine itself works out."""
    probes = "".join(
        paragraph(
            before=f"<w:r><w:t>{name}=</w:t></w:r>{field(f'PAGEREF {name}', '<w:r><w:t>?</w:t></w:r>')}"
        )
        for name in bookmarks
    )
    parts = read_package(copy.data)
    body, end, rest = parts["word/document.xml"].rpartition(b"<w:sectPr")
    parts["word/document.xml"] = body + probes.encode() + end + rest
    return replace(copy, data=write_package(parts))


def test_numbers_after_restarts_are_those_the_engine_works_out_itself(
    libreoffice: LibreOffice, real_fonts: LayoutFonts
) -> None:
    """LibreOffice gives a reference in figures, whatever the format of the page it refers to."""
    copy = copied(word_file(RESTARTS, header1=PAGE), real_fonts)
    ours = displayed_numbers(laid_out(libreoffice, copy).bookmarks, copy.sections)
    answer = laid_out(libreoffice, with_probes(copy, list(ours)))
    lines = [line.strip() for page in printed_pages(answer.pdf) for line in page if "=" in line]
    assert [f"{name}={number.value}" for name, number in ours.items()] == lines
    assert {name: str(number) for name, number in ours.items()} == EXPECTED


def test_labels_are_the_numbers_printed_on_the_pages(
    libreoffice: LibreOffice, real_fonts: LayoutFonts
) -> None:
    result = paginated(word_file(RESTARTS, header1=PAGE), real_fonts, libreoffice)
    printed = [page[0].strip() for page in printed_pages(result.pdf)]
    assert list(result.labels) == printed == ["i", "ii", "ก", "ข", "VII", "VIII", "IX", "11", "12", "1", "2"]


def test_both_engines_place_restarted_sections_alike(
    libreoffice: LibreOffice, real_fonts: LayoutFonts
) -> None:
    copy = copied(word_file(RESTARTS, header1=PAGE), real_fonts)
    assert laid_out(libreoffice, copy).bookmarks == laid_out(Rdocx(), copy).bookmarks


def test_libreoffice_gives_marks_back_whole(libreoffice: LibreOffice, real_fonts: LayoutFonts) -> None:
    names = ["_Toc1", "a_b", "บท_ที่", "x-y", "x" * 40]
    body = "".join(on_new_page("ก", name) for name in names) + section()
    pages = laid_out(libreoffice, copied(word_file(body), real_fonts)).bookmarks
    assert pages == {"esaSection0": 1, **{name: place + 1 for place, name in enumerate(names)}}


def test_thai_page_numbers_are_drawn_by_the_face_of_thai_digits(
    libreoffice: LibreOffice, real_fonts: LayoutFonts, tmp_path: Path
) -> None:
    thai = section(
        numbering='w:fmt="thaiNumbers"', headers='<w:headerReference w:type="default" r:id="header1"/>'
    )
    data = word_file(paragraph("ก") + thai, header1=f"<w:p>{field('PAGE')}</w:p>")
    path = tmp_path / "a.pdf"
    path.write_bytes(laid_out(libreoffice, copied(data, real_fonts)).pdf)
    rows = subprocess.run(
        ["pdffonts", str(path)], check=True, capture_output=True, text=True
    ).stdout.splitlines()
    names = {row.split()[0].partition("+")[2] for row in rows[2:]}
    digits, text = (family.name.replace(" ", "") for family in (real_fonts.page_digits, real_fonts.text))
    assert names == {f"{digits}-Regular", f"{text}-Regular"}


def test_other_fonts_in_the_pdf_are_a_fault(libreoffice: LibreOffice, real_fonts: LayoutFonts) -> None:
    odd = '<w:r><w:rPr><w:rFonts w:ascii="DejaVu Sans"/></w:rPr><w:t>x</w:t></w:r>'
    copy = copied(word_file(paragraph("ก", before=odd) + section()), real_fonts)
    fault = libreoffice.lay_out({"a": copy}, with_pdf=True)["a"]
    assert isinstance(fault, EngineFault)
    assert (fault.code, "DejaVuSans" in fault.words) == ("E722", True)


def wrapper(folder: Path, first_time: str) -> Path:
    """Write an office suite that goes wrong at its first start only."""
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
    copy = copied(word_file(paragraph("ก") + on_new_page("ข", "b") + section()), real_fonts)
    with LibreOffice(wrapper(tmp_path, first_time)) as engine:
        answer = laid_out(engine, copy)
    assert (answer.page_count, answer.bookmarks["b"]) == (2, 2)
    assert (tmp_path / "started").exists()


def long_manual(headings: int) -> bytes:
    """Write a document with contents of so many headings, each with three paragraphs below it."""
    sentence = "งานการจัดระบบบริหารสำนักงานเขตพื้นที่การศึกษา มีวัตถุประสงค์เพื่อพัฒนาคุณภาพการให้บริการ "
    tab = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9071"/></w:tabs>'
    contents = "".join(
        paragraph(
            properties=tab,
            before=f'<w:hyperlink w:anchor="_Toc{n}"><w:r><w:t>หัวข้อที่ {n}</w:t></w:r><w:r><w:tab/></w:r>'
            f"{field(f'PAGEREF _Toc{n} {chr(92)}h')}</w:hyperlink>",
        )
        for n in range(headings)
    )
    body = "".join(
        paragraph(f"หัวข้อที่ {n}", bookmark=f"_Toc{n}", properties="<w:keepNext/>")
        + "".join(paragraph(sentence * (4 + (7 * n + 3 * k) % 9)) for k in range(3))
        for n in range(headings)
    )
    return word_file(contents + body + section())


def test_a_manual_of_two_hundred_pages_settles_within_three_passes(
    libreoffice: LibreOffice, real_fonts: LayoutFonts
) -> None:
    begun = time.monotonic()
    result = paginated(long_manual(300), real_fonts, libreoffice)
    assert time.monotonic() - begun < 60
    pages = printed_pages(result.pdf)
    assert len(pages) >= 200
    assert result.passes <= 3
    assert result.diagnostics == ()
    found = {}
    page = 300 // 36
    for n in range(300):
        wanted = f"หัวข้อที่{n}"
        page = next(p for p in range(page, len(pages)) if wanted in [squeezed(line) for line in pages[p]])
        found[f"_Toc{n}"] = str(page + 1)
    assert contents_of(result.data) == found


def paginate_alone(data: bytes, fonts: LayoutFonts) -> Paginated:
    with open_engines(SOFFICE) as engines:
        file = WordFile("a.docx", data, FAMILY)
        (result,) = paginate([file], engines, with_pdf=True, find_fonts=lambda _family: fonts)
    return result


def test_four_at_the_same_time_give_four_right_pdfs(real_fonts: LayoutFonts) -> None:
    """Each has its number of pages, and its contents tell the last of them."""
    files = []
    for pages in (2, 3, 4, 5):
        rest = "".join(on_new_page("ก", "z" if page == pages else "") for page in range(2, pages + 1))
        files.append(word_file(paragraph(before=field("PAGEREF z")) + rest + section()))
    with ProcessPoolExecutor(4, get_context("spawn")) as pool:
        results = list(pool.map(paginate_alone, files, [real_fonts] * 4))
    assert [len(printed_pages(one.pdf)) for one in results] == [2, 3, 4, 5]
    assert [printed_pages(one.pdf)[0][0].strip() for one in results] == ["2", "3", "4", "5"]
    assert [one.diagnostics for one in results] == [(), (), (), ()]


def test_files_of_one_call_do_not_disturb_each_other(
    libreoffice: LibreOffice, real_fonts: LayoutFonts
) -> None:
    good = copied(word_file(paragraph("ก") + on_new_page("ข", "b") + section()), real_fonts)
    broken = LayoutCopy(b"no Word file at all", good.sections, {}, good.fonts)
    answers = libreoffice.lay_out({"a": good, "b": broken, "c": good}, with_pdf=False)
    assert isinstance(answers["a"], LaidOut)
    assert answers["a"] == answers["c"]
    assert answers["a"].pdf == b""
    assert isinstance(answers["b"], EngineFault)
