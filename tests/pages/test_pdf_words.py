"""Words in the PDFs of both engines, searched by three readers: poppler, PDFium and pypdf."""

from __future__ import annotations

import io
import os
import re
import subprocess
from collections.abc import Callable
from functools import cache
from itertools import product
from pathlib import Path

import docx
import pypdfium2
import pytest
import rdocx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.run import Run
from fontTools.ttLib import TTFont

from esa_docs.fonts.sara_am import join_sara_am
from esa_docs.pages.pdf import PdfInfo, check_pdf_text, finish_pdf, fonts_of, text_of, unembedded_fonts

pytestmark = pytest.mark.office

FONTS = Path(__file__).parents[2] / ".fonts"
INFO = PdfInfo("รายการคำ", "สพป.เลย เขต 3")
PSK = ["THSarabun-Regular", "THSarabun-Bold", "THSarabun-Italic", "THSarabun-Bold-Italic"]
NEW = ["THSarabunNew-Regular", "THSarabunNew-Bold", "THSarabunNew-Italic", "THSarabunNew-BoldItalic"]
FAMILIES = {"TH SarabunPSK": PSK, "TH Sarabun New": NEW}
WORDS = [
    *("น้ำ", "ทำ", "ก้ำกึ่ง", "ที่", "ผู้", "ปี่", "กตัญญู", "ฐุ", "ฎุ", "ฏุ", "ป่า", "ฝ้า"),
    *("ฟ้า", "ปั้น", "ป้ำ", "ร่ำเรียน", "ค้ำประกัน", "จ้ำจี้", "ต๊ำ", "จ๋ำ", "กำกับ"),
    *("อำนวยการ", "สำนักงาน", "ดำเนินการ", "คำจำกัดความ", "เป็น", "เห็นชอบ", "สัตว์", "ศุกร์"),
    *("สิทธิ์", "พันธุ์", "เปรี้ยว", "เกื้อกูล", "ปึ้ง", "ปู่", "ปุ๋ย", "ฤๅษี", "ฯลฯ", "฿๕๐๐"),
    *("๑๒๓๔๕๖๗๘๙๐", "1234567890", "Workflow", "office", "(ก)", "(ข)", "พ.ศ.", "“คำพูด”"),
    *("ชื่อ–สกุล", "โจ๊ก", "จ๋า"),
]
PAGE_NUMBER = re.compile(r"\A\d+\n")
SUBSET_MARK = re.compile(r"^[A-Z]{6}\+")
CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>
"""
OWN_RULES = ("GSUB", "GPOS", "GDEF", "morx", "feat", "kern", "VDMX")
"""Tables with the rules by which a font places and replaces its glyphs."""

Converter = Callable[[Path], bytes]


@cache
def joined_face(name: str) -> bytes:
    """Return a real face with SARA AM joined, and without its own rules, as faces for layout are made."""
    font = TTFont(FONTS / f"{name}.ttf", recalcTimestamp=False)
    for table in OWN_RULES:
        if table in font:
            del font[table]
    target = io.BytesIO()
    font.save(target)
    return join_sara_am(target.getvalue())


def set_face(run: Run, family: str, *, bold: bool) -> None:
    properties = run._r.get_or_add_rPr()
    fonts = OxmlElement("w:rFonts")
    for name in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{name}"), family)
    properties.append(fonts)
    if bold:
        properties.append(OxmlElement("w:b"))
        properties.append(OxmlElement("w:bCs"))
    for tag in ("w:sz", "w:szCs"):
        size = OxmlElement(tag)
        size.set(qn("w:val"), "32")
        properties.append(size)


def word_file(family: str) -> bytes:
    """Return a document of the words, plain and bold, in paragraphs of one line; one has a no-break space."""
    document = docx.Document()
    heading = document.add_heading(level=1).add_run("หัวข้อ น้ำดื่ม")
    set_face(heading, family, bold=True)
    for start, bold in product(range(0, len(WORDS), 8), (False, True)):
        words = WORDS[start : start + 8]
        run = document.add_paragraph().add_run(" ".join(words))
        set_face(run, family, bold=bold)
    last_run = document.add_paragraph().add_run("ต่าง\u00a0ๆ")
    set_face(last_run, family, bold=False)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


@pytest.fixture(scope="module")
def libreoffice(tmp_path_factory: pytest.TempPathFactory) -> Converter:
    """Return what turns a Word file into a PDF, with no fonts but the real ones, SARA AM joined."""
    home = tmp_path_factory.mktemp("office")
    for file in FONTS.glob("*.ttf"):
        (home / file.name).write_bytes(joined_face(file.stem))
    configuration = home / "fonts.conf"
    configuration.write_text(CONFIGURATION.format(fonts=home, cache=home / "cache"), encoding="utf-8")
    environment = {**os.environ, "FONTCONFIG_FILE": str(configuration)}
    profile = f"-env:UserInstallation={(home / 'profile').as_uri()}"

    def convert(word: Path) -> bytes:
        conversion = ["--convert-to", "pdf", "--outdir", str(word.parent), str(word)]
        command = ["soffice", profile, "--headless", *conversion]
        subprocess.run(command, check=True, capture_output=True, env=environment, timeout=180)
        return word.with_suffix(".pdf").read_bytes()

    return convert


def rdocx_pdf(word: bytes, family: str) -> bytes:
    faces = [(family, joined_face(name)) for name in FAMILIES[family]]
    pdf: bytes = rdocx.Document.from_bytes(word).to_pdf(fonts=faces)
    return pdf


@pytest.fixture(scope="module", params=list(product(("lo", "rdocx"), FAMILIES)))
def engine_pdf(
    request: pytest.FixtureRequest, libreoffice: Converter, tmp_path_factory: pytest.TempPathFactory
) -> bytes:
    """Return the PDF of the words as an engine makes it."""
    engine, family = request.param
    if engine == "rdocx":
        return rdocx_pdf(word_file(family), family)
    word = tmp_path_factory.mktemp("words") / "คำ.docx"
    word.write_bytes(word_file(family))
    return libreoffice(word)


def poppler_text(pdf: bytes, folder: Path) -> str:
    file = folder / "words.pdf"
    file.write_bytes(pdf)
    printed = subprocess.run(["pdftotext", "-raw", str(file), "-"], check=True, capture_output=True)
    return printed.stdout.decode()


def pdfium_text(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def pypdf_text(pdf: bytes) -> str:
    return "\n".join(text_of(pdf))


def test_every_reader_finds_every_word(engine_pdf: bytes, tmp_path: Path) -> None:
    """Each word stands in the list once plain and once bold."""
    finished = finish_pdf(engine_pdf, INFO)
    expected = sorted(["หัวข้อ", "น้ำดื่ม", *WORDS, *WORDS, "ต่าง", "ๆ"])

    assert sorted(poppler_text(finished, tmp_path).split()) == expected
    assert sorted(pdfium_text(finished).split()) == expected
    assert sorted(pypdf_text(finished).split()) == expected


def test_the_search_of_the_viewer_finds_every_word(engine_pdf: bytes) -> None:
    with pypdfium2.PdfDocument(finish_pdf(engine_pdf, INFO)) as document:
        page = document[0].get_textpage()
        words = [*WORDS, "ต่าง ๆ", "น้ำดื่ม"]
        missing_words = [word for word in words if page.search(word).get_next() is None]
    assert missing_words == []


def test_a_binding_space_is_copied_as_a_plain_one(engine_pdf: bytes) -> None:
    assert "ต่าง ๆ" in pypdf_text(finish_pdf(engine_pdf, INFO))


def test_no_glyph_is_left_without_text(engine_pdf: bytes) -> None:
    assert list(check_pdf_text(engine_pdf, "คำ.pdf")) == []


def test_fonts_are_those_that_another_reader_lists(engine_pdf: bytes, tmp_path: Path) -> None:
    file = tmp_path / "words.pdf"
    file.write_bytes(finish_pdf(engine_pdf, INFO))
    printed = subprocess.run(["pdffonts", str(file)], check=True, capture_output=True, text=True)
    _heading, _rule, *rows = printed.stdout.splitlines()
    names = [row.split()[0] for row in rows]

    assert len(names) == 2
    assert fonts_of(file.read_bytes()) == {SUBSET_MARK.sub("", name) for name in names}
    assert unembedded_fonts(file.read_bytes()) == frozenset()


def test_two_runs_of_the_engine_give_one_pdf(libreoffice: Converter, tmp_path: Path) -> None:
    first, second = tmp_path / "a/คู่มือ.docx", tmp_path / "b/คู่มือ.docx"
    for word in (first, second):
        word.parent.mkdir()
        word.write_bytes(word_file("TH SarabunPSK"))

    assert finish_pdf(libreoffice(first), INFO) == finish_pdf(libreoffice(second), INFO)


def test_the_pages_of_the_manual_are_labelled_as_they_are_numbered(
    manual_bytes: bytes, libreoffice: Converter, tmp_path: Path
) -> None:
    word = tmp_path / "คู่มือ.docx"
    word.write_bytes(manual_bytes)
    pdf = libreoffice(word)
    page_count = len(text_of(pdf))
    labels = ["", "", "", *map(str, range(1, page_count - 2))]

    with pypdfium2.PdfDocument(finish_pdf(pdf, INFO, labels=labels)) as document:
        assert [document.get_page_label(index) for index in range(len(document))] == labels
        printed = [page.get_textpage().get_text_range().split()[0] for page in document]
        assert printed[3:] == labels[3:]
        assert len(labels) > 20


def test_every_paragraph_of_the_manual_is_found_in_order(
    manual_bytes: bytes, libreoffice: Converter, tmp_path: Path
) -> None:
    """Poppler reads the text of the file, white space aside."""
    word = tmp_path / "คู่มือ.docx"
    word.write_bytes(manual_bytes)
    paragraphs: list[str] = []
    for element in docx.Document(str(word)).element.iter(qn("w:p")):
        # A paragraph with a drawing holds the paragraphs in its shapes.
        has_inner_paragraphs = bool(element.findall(f".//{qn('w:p')}"))
        if not has_inner_paragraphs:
            text = "".join(element.itertext(qn("w:t")))
            paragraphs.append(without_space(text))
    pages = poppler_text(finish_pdf(libreoffice(word), INFO), tmp_path).split("\f")
    printed_text = "".join(without_space(PAGE_NUMBER.sub("", page)) for page in pages)

    assert sum(map(bool, paragraphs)) > 400
    assert [paragraph for paragraph in paragraphs if paragraph not in printed_text] == []


def without_space(text: str) -> str:
    return "".join(text.split())
