"""Links and notes of a text in the PDF that LibreOffice makes."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pypdf import PdfReader
from written_project import OFFICE, put, put_office

from esa_docs import api

pytestmark = pytest.mark.office

ANNOUNCEMENT = """\
kind: announcement
subject: ก
date: 16 กันยายน 2569
text:
  - ด้วย[สพฐ.](https://www.obec.go.th/?a=1&b=2)กำหนดไว้^[ดู[ราชกิจจา](https://ratchakitcha.soc.go.th/)]และ^[ข้อ 5]
signature: {by: ก}
"""


@pytest.mark.usefixtures("real_faces")
def test_links_are_live_and_notes_have_thai_numbers(tmp_path: Path) -> None:
    root = put_office(tmp_path / "office")
    put(root, "office.yaml", f"content: 2\n{OFFICE}")
    put(root, "2569/a.yaml", ANNOUNCEMENT)
    api.build(api.load(root), out=tmp_path / "build", pdf=True)
    pdf = PdfReader(io.BytesIO((tmp_path / "build/2569/a.pdf").read_bytes()))
    assert addresses_of(pdf) == {"https://www.obec.go.th/?a=1&b=2", "https://ratchakitcha.soc.go.th/"}
    (text,) = [page.extract_text() for page in pdf.pages]
    squeezed = "".join(text.split())
    assert "ผู้อำนวยการ๑ดูราชกิจจา๒ข้อ๕" in squeezed


def addresses_of(pdf: PdfReader) -> set[str]:
    """Return where the links of a PDF lead to outside of it."""
    addresses = set()
    for page in pdf.pages:
        for reference in page.get("/Annots", ()):
            action = reference.get_object().get("/A")
            if action is not None:
                addresses.add(action["/URI"])
    return addresses
