"""A shipped template into which an office has put what Word makes: its papers pass every rule."""

from __future__ import annotations

import dataclasses
import datetime as dt
from pathlib import Path
from typing import Any

from looped_parts import (
    COMMENTS,
    NUMBERING,
    bookmark,
    faults_in,
    field,
    link,
    note,
    note_reference,
    repeated_ids,
    root_xml,
    text_box,
    with_notes,
    with_part,
)
from word_files import DOCUMENT, ROOT, pack, paragraph, parts_of, run, xml_of, xpath

from esa_docs import api
from esa_docs.diagnostics import Severity
from esa_docs.model.document import Document
from esa_docs.word.render import render_checked

LOOP, END = paragraph("{%p for c in [1, 2] %}"), paragraph("{%p endfor %}")
INNER = paragraph("{%p for d in [1, 2] %}")
ITEM = (
    '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    f"{run('ข้อย่อย {{ d }}')}</w:p>"
)
NUMBERED = (
    '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/><w:lvl w:ilvl="0">'
    '<w:start w:val="1"/><w:numFmt w:val="thaiNumbers"/><w:lvlText w:val="%1."/>'
    '<w:lvlJc w:val="left"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
COMMENT = f'<w:comment w:id="0" w:author="ก" w:initials="ก">{paragraph("{{ nobody")}</w:comment>'
BODY = (
    LOOP
    + paragraph("คณะ {{ c }}", note_reference(1))
    + paragraph(bookmark("คณะ", run("จุด")), link("คณะ"), field(" PAGE", "REF คณะ \\h"))
    + paragraph(text_box(paragraph("กล่อง {{ c }}")))
    + paragraph('<w:commentRangeStart w:id="0"/>', run("x"), '<w:commentRangeEnd w:id="0"/>')
    + paragraph('<w:r><w:commentReference w:id="0"/></w:r>')
    + INNER
    + ITEM
    + END
    + END
)


def office_template() -> bytes:
    """Return the shipped template of orders with a loop of an office at its end."""
    data = (ROOT / "templates_docx" / "order.docx").read_bytes()
    data = with_part(data, NUMBERING, root_xml("numbering", NUMBERED), "numbering")
    data = with_part(data, COMMENTS, root_xml("comments", COMMENT), "comments")
    parts = parts_of(with_notes(data, note(1, paragraph("ดูคณะ {{ c }}"))))
    before, section, behind = parts[DOCUMENT].decode().rpartition("<w:sectPr")
    # The prefixes stand at a holder that the schema lets stand in the body.
    opening = (
        root_xml("x", "").decode().replace("<w:x", "<w:sdt").replace("</w:sdt>", "").replace("</w:x>", "")
    )
    holder = f"{opening}<w:sdtContent>{BODY}</w:sdtContent></w:sdt>"
    parts[DOCUMENT] = f"{before}{holder}{section}{behind}".encode()
    return pack(parts)


def test_what_an_office_puts_into_loops_passes_every_rule(tmp_path: Path, today: dt.date) -> None:
    path = tmp_path / "แม่แบบ.docx"
    path.write_bytes(office_template())
    project = api.load(ROOT / "examples" / "secondary-office")
    order: Document[Any] = api.find(project, "orders/standards")
    document = dataclasses.replace(order, templates={"order": path})
    checked = render_checked(document, "build/ก.docx", today=today)
    codes = [diagnostic.code for diagnostic in checked.diagnostics if diagnostic.severity is Severity.ERROR]
    assert codes == []
    assert [diagnostic.code for diagnostic in checked.diagnostics].count("E323") == 1
    data = checked.value
    assert data is not None
    assert repeated_ids(data) == []
    assert faults_in(data) == []
    lists = xpath(xml_of(data), "//w:numId/@w:val")
    assert lists == ["1", "1", "2", "2"]
