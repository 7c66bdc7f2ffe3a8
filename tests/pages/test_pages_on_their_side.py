"""The numbers of pages before, on and behind landscape pages, by both engines."""

from __future__ import annotations

import datetime as dt
import io
import re
import subprocess
from pathlib import Path
from typing import Any

import page_fonts
import pypdf
import pytest
from lxml import etree
from page_files import FAMILY, part_of, select, values
from written_project import OFFICE, PEOPLE, put

from esa_docs import api
from esa_docs.ooxml.package import DOCUMENT_PART, read_package, write_package
from esa_docs.pages.libreoffice import LibreOffice
from esa_docs.pages.office_suite import find_office_suite
from esa_docs.pages.paginate import Paginated, paginate
from esa_docs.pages.pip_engine import Rdocx
from esa_docs.pages.word_file import WordFile

pytestmark = pytest.mark.office

TEMPLATE = Path(__file__).parents[2] / "templates_docx" / "order.docx"
ORDER = """\
kind: order
subject: จัดสรรงบประมาณ
cause: [ด้วยสำนักงานจะจัดสรรงบประมาณ]
action: จึงจัดสรรงบประมาณ ดังต่อไปนี้
clauses:
  - table: {columns: [ก], rows: [[1]]}
    caption: ก่อน
  - landscape:
      - table: {columns: [ก], rows: [[1]]}
        caption: ในหน้าแนวนอน
      - page_break: true
      - chart: {type: bar, columns: [ก, คน], rows: [[ข, 1]]}
  - page_break: true
  - landscape: [ติดกับหน้าแนวนอน]
  - table: {columns: [ก], rows: [[1]]}
    caption: หลัง
  - landscape:
      - table: {columns: [ก], rows: [[1]]}
        caption: อีกครั้ง
"""


def put_list_of_tables(root: Any) -> None:
    """Put a list of tables at the head of a template."""
    kinds = ("begin", "separate", "end")
    begin, separate, end = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in kinds]
    instruction = "<w:r><w:instrText> TOC \\f t </w:instrText></w:r>"
    paragraph = f'<w:p xmlns:w="{root.nsmap["w"]}">{begin}{instruction}{separate}{end}</w:p>'
    root[0].insert(0, etree.fromstring(paragraph))


@pytest.fixture(scope="module")
def order(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    root = tmp_path_factory.mktemp("office")
    put(root, "office.yaml", f"content: 2\n{OFFICE}")
    put(root, "people.yaml", PEOPLE)
    put(root, "2569/order.yaml", ORDER)
    parts = read_package(TEMPLATE.read_bytes())
    document = etree.fromstring(parts[DOCUMENT_PART])
    put_list_of_tables(document)
    path = root / "templates_docx" / "order.docx"
    path.parent.mkdir()
    path.write_bytes(write_package({**parts, DOCUMENT_PART: etree.tostring(document)}))
    return api.render(api.find(api.load(root), "order"), today=dt.date(2026, 9, 16))


def paginated(data: bytes, engine: LibreOffice | Rdocx, *, with_pdf: bool) -> Paginated:
    file = WordFile("a.docx", data, FAMILY)
    (result,) = paginate(
        [file], [engine], with_pdf=with_pdf, find_fonts=lambda _family: page_fonts.real_fonts()
    )
    return result


def numbers_of(data: bytes) -> list[str]:
    """Return the numbers in the list of tables."""
    links = select(part_of(data), "//w:hyperlink[.//w:instrText]")
    return ["".join(values(link, "w:r[preceding-sibling::w:r/w:tab]/w:t/text()")) for link in links]


def test_pages_count_on_through_landscape_pages(order: bytes) -> None:
    with LibreOffice(find_office_suite() or Path("soffice")) as engine:
        result = paginated(order, engine, with_pdf=True)
    pages = pypdf.PdfReader(io.BytesIO(result.pdf or b"")).pages

    # the head and the first table; two landscape pages and, behind the break, a third; an upright one; a
    # landscape one; the signature. No page is empty.
    lying = [page.mediabox.width > page.mediabox.height for page in pages]
    assert lying == [False, True, True, True, False, True, False]
    assert numbers_of(result.data) == ["๑", "๒", "๕", "๖"]
    assert result.diagnostics == ()
    command = ["pdftotext", "-", "-"]
    output = subprocess.run(command, input=result.pdf or b"", capture_output=True, check=True).stdout
    texts = output.decode().removesuffix("\f").split("\f")
    # the number of each page stands above its text; int() reads digits of both sets
    assert [int(re.findall(r"\d", text)[0]) for text in texts[1:]] == [2, 3, 4, 5, 6, 7]


def test_both_engines_give_the_same_numbers(order: bytes) -> None:
    result = paginated(order, Rdocx(), with_pdf=False)

    assert numbers_of(result.data) == ["๑", "๒", "๕", "๖"]
    assert result.diagnostics == ()
