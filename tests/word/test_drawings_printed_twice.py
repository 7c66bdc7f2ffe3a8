"""A template that prints the emblem or a chart more than once: each print has ids of its own."""

from __future__ import annotations

from collections import Counter

import pytest
from looped_parts import root_xml, text_box
from shipped_documents import print_with, shipped_documents
from template_tables import cell, row, table
from word_files import DOCUMENT, ROOT, pack, paragraph, parts_of, xml_of, xpath

from esa_docs.diagnostics import Severity
from esa_docs.word.verify import verify

LOOP = (paragraph("{%p for i in [1, 2] %}"), paragraph("{%p endfor %}"))
CHARTS = paragraph("{%p for page in work.chart %}") + paragraph("{{ page }}") + LOOP[1]
PLACES = {
    "a paragraph": ("order", paragraph("{{ emblem }}"), 2),
    "a cell": ("order", table(1, row(cell("{{ emblem }}"))) + paragraph("z"), 2),
    "a loop": ("order", LOOP[0] + paragraph("{{ emblem }}") + LOOP[1], 3),
    "a text box": ("order", paragraph(text_box(paragraph("{{ emblem }}"))), 3),
}


def with_content(name: str, content: str) -> bytes:
    """Return a shipped template with further content at its end."""
    parts = parts_of((ROOT / "templates_docx" / f"{name}.docx").read_bytes())
    before, section, behind = parts[DOCUMENT].decode().rpartition("<w:sectPr")
    # The prefixes stand at a holder that the schema lets stand in the body.
    opening = root_xml("x", "").decode().replace("<w:x", "<w:sdt").replace("</w:x>", "")
    holder = f"{opening}<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    parts[DOCUMENT] = f"{before}{holder}{section}{behind}".encode()
    return pack(parts)


def errors_in(data: bytes) -> list[str]:
    """Return the messages of what verify calls errors in a file."""
    return [str(finding) for finding in verify(data, "ก.docx") if finding.severity is Severity.ERROR]


@pytest.mark.parametrize(("name", "content", "prints"), PLACES.values(), ids=PLACES)
def test_the_emblem_may_be_printed_again(name: str, content: str, prints: int) -> None:
    data = print_with(shipped_documents()[name], with_content(name, content))

    ids = xpath(xml_of(data), "//wp:docPr[@name='Emblem']/@id")
    assert len(ids) == len(set(ids)) == prints
    assert errors_in(data) == []


def test_all_drawings_of_a_form_may_be_printed_again() -> None:
    """The order of the marks does not matter: every drawing of the manual is printed twice at its end."""
    document = shipped_documents()["manual"]
    content = "".join(map(paragraph, ("{%p for w in works %}", "{%p for g in w.chart %}", "{{ g }}")))
    content += LOOP[1] * 2
    once = print_with(document, with_content("manual", ""))
    data = print_with(document, with_content("manual", content * 2))

    ids_once = xpath(xml_of(once), "//wp:docPr/@id")
    counts = Counter(xpath(xml_of(data), "//wp:docPr/@id | //wps:cNvPr/@id"))
    drawings = xpath(xml_of(data), "//wp:docPr")
    assert len(drawings) == 3 * len(ids_once) >= 6
    assert set(counts.values()) == {1}
    assert errors_in(data) == []
