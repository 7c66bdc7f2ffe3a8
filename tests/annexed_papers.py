"""An order with annexes in a project on disk, and Word files to put into it, made by python-docx."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.shared import Cm, Pt
from lxml import etree
from made_png import red_square
from written_project import OFFICE, put, put_office

from esa_docs import api
from esa_docs.diagnostics import Checked, Diagnostic
from esa_docs.model.document import Document

TODAY = dt.date(2026, 9, 16)
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = {"w": W, "r": R}
ORDER = """\
kind: order
subject: แต่งตั้งคณะกรรมการตรวจรับ
number: "9"
date: 16 กันยายน 2569
cause: ['ด้วยสำนักงานจะตรวจรับพัสดุ ตามภาคผนวก {ref:form}']
committees:
  - name: คณะกรรมการตรวจรับ
    members: [{person: ก, role: ประธานกรรมการ}]
    duties: [ตรวจรับพัสดุ]
"""
NAME = "orders/annexed"
FILE = f"2569/{NAME}.yaml"


def write_order(root: Path, annexes: str, *, version: int = 2) -> Path:
    """Write a project with an order and its annexes (lines of YAML), and return its folder."""
    put_office(root)
    put(root, "office.yaml", f"{OFFICE}content: {version}\n")
    order = ORDER if "id: form" in annexes else ORDER.replace(" ตามภาคผนวก {ref:form}", "")
    put(root, FILE, f"{order}annexes:\n{annexes}")
    return root


def put_word_file(root: Path, name: str, data: bytes) -> None:
    (root / name).write_bytes(data)


def order_of(root: Path) -> Document[Any]:
    """Return the order of a project."""
    return api.find(api.load(root), NAME)


def told_of(root: Path) -> list[tuple[str, str]]:
    """Return code and field of each finding of the order but that no version of it is kept (E455)."""
    diagnostics = api.check(api.load(root))
    return [(each.code, each.field) for each in diagnostics if each.code not in {"E455", "E501"}]


def rendered(root: Path) -> Checked[bytes]:
    return api.render_checked(order_of(root), today=TODAY)


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def xml_of(data: bytes, name: str = "word/document.xml") -> Any:
    return etree.fromstring(parts_of(data)[name])


def select(root: Any, path: str) -> list[Any]:
    return list(root.xpath(path, namespaces=NAMES))


def text_of(element: Any) -> str:
    return "".join(element.itertext(f"{{{W}}}t"))


def errors_of(diagnostics: tuple[Diagnostic, ...]) -> list[str]:
    return [each.code for each in diagnostics if each.is_error]


def zipped(parts: Mapping[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return target.getvalue()


def word_file() -> bytes:
    """Return a Word file with a heading, lists, a table, a picture, a head and a landscape section."""
    document = docx.Document()
    document.styles["Heading 1"].font.size = Pt(26)
    document.add_heading("Heading of the file", 1)
    document.add_paragraph("Text of the file")
    for text in ("first", "second"):
        document.add_paragraph(text, style="List Number")
    document.add_paragraph("bullet", style="List Bullet")
    table = document.add_table(rows=2, cols=2)
    table.style = "Light Grid Accent 1"
    for number, cell in enumerate(table._cells):
        cell.text = f"cell {number}"
    document.add_picture(io.BytesIO(red_square()), width=Cm(2))
    document.sections[0].header.paragraphs[0].text = "Head of the file"
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    document.add_paragraph("Landscape page")
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def plain_word_file(text: str = "Text of the file") -> bytes:
    document = docx.Document()
    document.add_paragraph(text)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def with_body(
    data: bytes, xml: str, relationships: str = "", parts: Mapping[str, bytes] | None = None
) -> bytes:
    """Return a Word file with further XML at the end of its text, with relationships and parts."""
    package = parts_of(data)
    document = package["word/document.xml"].decode()
    before, section, behind = document.rpartition("<w:sectPr")
    text = f"{before}{xml}{section}{behind}"
    package["word/document.xml"] = text.encode()
    name = "word/_rels/document.xml.rels"
    package[name] = package[name].replace(b"</Relationships>", f"{relationships}</Relationships>".encode())
    package.update(parts or {})
    return zipped(package)


def relationship(identifier: str, kind: str, target: str, *, external: bool = False) -> str:
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="{identifier}" Type="{R}/{kind}" Target="{target}"{mode}/>'


def with_notes(data: bytes) -> bytes:
    """Return a Word file with two footnotes and an endnote behind its text."""
    types = ""
    parts = {}
    for kind, ids in (("footnote", (2, 3)), ("endnote", (2,))):
        notes = "".join(
            f'<w:{kind} w:id="{number}"><w:p><w:r><w:{kind}Ref/></w:r>'
            f'<w:r><w:t xml:space="preserve"> {kind} {number}</w:t></w:r></w:p></w:{kind}>'
            for number in ids
        )
        parts[f"word/{kind}s.xml"] = f'<w:{kind}s xmlns:w="{W}">{notes}</w:{kind}s>'.encode()
        media_type = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}s+xml"
        types += f'<Override PartName="/word/{kind}s.xml" ContentType="{media_type}"/>'
    text = "".join(
        f'<w:p><w:r><w:t>noted</w:t></w:r><w:r><w:{kind}Reference w:id="{number}"/></w:r></w:p>'
        for kind, number in (("footnote", 2), ("footnote", 3), ("endnote", 2))
    )
    relationships = "".join(
        relationship(f"rIdN{kind}", f"{kind}s", f"{kind}s.xml") for kind in ("footnote", "endnote")
    )
    package = parts_of(with_body(data, text, relationships, parts))
    content_types = package["[Content_Types].xml"]
    package["[Content_Types].xml"] = content_types.replace(b"</Types>", f"{types}</Types>".encode())
    return zipped(package)


def ids_in(xml: bytes, pattern: str) -> list[str]:
    return re.findall(pattern, xml.decode())
