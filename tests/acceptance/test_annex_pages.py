"""Annexes on paper: content, pages of a PDF and Word files, in the order of their letters; page numbers."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from annexed_papers import with_notes, word_file, write_order
from built import build
from page_lines import plain_texts, read_lines
from pypdf import PdfReader, PdfWriter

from esa_docs.pages.office_suite import find_office_suite

pytestmark = pytest.mark.office

ANNEXES = """\
  - title: แบบ
    id: form
    paragraphs: [ข้อความของภาคผนวก]
  - {title: ระเบียบ, file: rule.pdf}
  - {title: คู่มือ, file: python.docx, headers: paper}
  - {title: คู่มือเดิม, file: libreoffice.docx}
"""
WIDE = (842, 595)


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("annexes")
    write_order(root, ANNEXES)
    (root / "python.docx").write_bytes(with_notes(word_file()))
    writer = PdfWriter()
    writer.add_blank_page(*WIDE)
    writer.write(root / "rule.pdf")
    profile = (root / "profile").as_uri()
    command = [str(find_office_suite()), f"-env:UserInstallation={profile}", "--headless", "--convert-to"]
    source = root / "converted" / "libreoffice.docx"
    source.parent.mkdir()
    source.write_bytes(with_notes(word_file()))
    subprocess.run([*command, "docx", "--outdir", str(root), str(source)], check=True, capture_output=True)
    return build(root, root / "out", "orders/annexed") / "orders" / "annexed.pdf"


def test_annexes_stand_in_the_order_of_their_letters_with_numbers_that_count_on(pdf: Path) -> None:
    pages = [plain_texts(lines) for lines in read_lines(pdf)]
    joined_pages = [" ".join(texts).replace("\xa0", " ") for texts in pages]
    places = []
    for words in ("ภาคผนวก ก", "ภาคผนวก ข", "ภาคผนวก ค", "ภาคผนวก ง"):
        (place,) = [place for place, text in enumerate(joined_pages) if words in text and place > 0]
        places.append(place)
    # The order, the content, the divider and the page of the PDF, the file in two sections, the other file.
    assert places == [1, 2, 4, 6]
    assert "๒" in joined_pages[1]
    assert "๓" in joined_pages[4]
    assert "Head of the file" not in joined_pages[4]
    assert "Head of the file" in joined_pages[6]
    sizes = [(round(page.mediabox.width), round(page.mediabox.height)) for page in PdfReader(pdf).pages]
    assert sizes[3] == WIDE


def test_notes_of_a_file_have_their_numbers_once(pdf: Path) -> None:
    texts: list[str] = []
    for lines in read_lines(pdf):
        texts += plain_texts(lines)
    notes = [text.split() for text in texts if "footnote 2" in text or "footnote 3" in text]
    assert [note[-3:] for note in notes] == [["1", "footnote", "2"], ["2", "footnote", "3"]] * 2
