"""Templates whose loops stand in any part of a Word file, and the ids of what they become.

The ids are read with lxml alone.
"""

from __future__ import annotations

import io
import tempfile
from collections import Counter
from pathlib import Path

import docx
from altering import codes_in
from lxml import etree
from openxml_audit import OpenXmlValidator
from word_files import DOCUMENT, HEADER, Element, pack, paragraph, parts_of, run, template, xml_of, xpath

FOOTER = "word/footer9.xml"
FOOTNOTES = "word/footnotes.xml"
ENDNOTES = "word/endnotes.xml"
NUMBERING = "word/numbering.xml"
COMMENTS = "word/comments.xml"
LOOP, END = paragraph("{%p for i in items %}"), paragraph("{%p endfor %}")
_RELATIONSHIPS = "word/_rels/document.xml.rels"
_TYPES = "[Content_Types].xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_VML = "urn:schemas-microsoft-com:vml"


def root_xml(name: str, content: str) -> bytes:
    """Return a part whose root declares the usual prefixes."""
    root_of_template = parts_of(template("x"))[DOCUMENT].split(b"<w:body>")[0].decode()
    opening = root_of_template.replace("<w:document", f"<w:{name}")
    return f"{opening}{content}</w:{name}>".encode()


def with_part(data: bytes, name: str, content: bytes, kind: str, identifier: str = "") -> bytes:
    """Return a Word file with a further part to which its document part refers."""
    identifier = identifier or f"rId{kind}"
    parts = parts_of(data)
    relationship = f'<Relationship Id="{identifier}" Type="{_OFFICE}/{kind}" Target="{Path(name).name}"/>'
    end = b"</Relationships>"
    parts[_RELATIONSHIPS] = parts[_RELATIONSHIPS].replace(end, relationship.encode() + end)
    media_type = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
    override = f'<Override PartName="/{name}" ContentType="{media_type}"/>'
    parts[_TYPES] = parts[_TYPES].replace(b"</Types>", override.encode() + b"</Types>")
    return pack({**parts, name: content})


def with_footer(data: bytes, content: str) -> bytes:
    """Return a Word file with a foot on its last section."""
    parts = parts_of(with_part(data, FOOTER, root_xml("ftr", content), "footer"))
    document = parts[DOCUMENT].decode()
    before, _section, behind = document.rpartition("<w:sectPr>")
    reference = '<w:footerReference w:type="default" r:id="rIdfooter"/>'
    place = behind.find("<w:headerReference")
    parts[DOCUMENT] = f"{before}<w:sectPr>{behind[:place]}{reference}{behind[place:]}".encode()
    return pack(parts)


def with_notes(data: bytes, notes: str, kind: str = "footnote") -> bytes:
    """Return a Word file with notes beside the two lines that every part of notes has."""
    lines = (
        f'<w:{kind} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>'
        f'<w:{kind} w:type="continuationSeparator" w:id="0">'
        f"<w:p><w:r><w:continuationSeparator/></w:r></w:p></w:{kind}>"
    )
    return with_part(data, f"word/{kind}s.xml", root_xml(f"{kind}s", lines + notes), f"{kind}s")


def note(number: int, content: str, kind: str = "footnote") -> str:
    return f'<w:{kind} w:id="{number}">{content}</w:{kind}>'


def note_reference(number: int, kind: str = "footnote") -> str:
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def text_box(content: str, number: int = 7) -> str:
    """Return a run with a text box as Word writes it: once as a shape, once for old programs."""
    wps = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        '<wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="1800000" cy="500000"/><wp:docPr id="{number}" name="กล่อง"/>'
        f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{wps}"><wps:wsp><wps:cNvSpPr txBox="1"/>'
        '<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1800000" cy="500000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>"
        "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback>"
        f"{vml_box(content, '_x0000_s1026')}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def vml_box(content: str, name: str, *, with_type: bool = True) -> str:
    """Return a picture with a text box in the language of old programs."""
    shape_type = ""
    if with_type:
        shape_type = (
            '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" '
            'path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/></v:shapetype>'
        )
    return (
        f'<w:pict xmlns:v="{_VML}" xmlns:o="urn:schemas-microsoft-com:office:office">{shape_type}'
        f'<v:shape id="{name}" o:spid="_x0000_s1030" type="#_x0000_t202" style="width:140pt;height:40pt">'
        f"<v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict>"
    )


def control(content: str, number: int = 55) -> str:
    return f'<w:sdt><w:sdtPr><w:id w:val="{number}"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'


def bookmark(name: str, content: str, number: int = 3) -> str:
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


def field(*pieces: str) -> str:
    """Return a field whose instruction Word has cut into pieces."""
    runs = [f'<w:r><w:instrText xml:space="preserve">{piece}</w:instrText></w:r>' for piece in pieces]
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    return f"{begin}{''.join(runs)}{separate}{run('๑')}{end}"


def link(name: str) -> str:
    return f'<w:hyperlink w:anchor="{name}">{run("ดู")}</w:hyperlink>'


def in_place(place: str, content: str) -> bytes:
    """Return a template with paragraphs in a place: a part, a text box or a content control."""
    match place:
        case "body":
            return template(content)
        case "header":
            parts = parts_of(template("x"))
            return pack({**parts, HEADER: root_xml("hdr", content)})
        case "footer":
            return with_footer(template("x"), content)
        case "footnote":
            return with_notes(template(paragraph("x", note_reference(1))), note(1, content))
        case "text box":
            return template(paragraph(text_box(content, 9)))
    return template(control(content, 77))


def names_of_stories(data: bytes) -> list[str]:
    """Return the names of the parts with text."""
    endings = ("document.xml", "header1.xml", "footer9.xml", "footnotes.xml", "endnotes.xml")
    return [name for name in parts_of(data) if name.endswith(endings)]


def values_in(data: bytes, path: str) -> list[str]:
    """Return what an XPath selects in all parts with text."""
    values = []
    for name in names_of_stories(data):
        values += xpath(xml_of(data, name), path)
    return values


def repeated(values: list[str]) -> list[str]:
    """Return the values that stand more than once."""
    return [value for value, times in Counter(values).items() if times > 1]


def repeated_ids(data: bytes) -> list[str]:
    """Return all ids that must be unique in a Word file or in a part, and are not."""
    ids = []
    for path in (
        "//w:bookmarkStart/@w:id",
        "//w:bookmarkStart/@w:name",
        "//wp:docPr/@id",
        "//w:sdtPr/w:id/@w:val",
        "//w:footnote/@w:id",
        "//w:endnote/@w:id",
        "//w:footnoteReference/@w:id",
        "//w:endnoteReference/@w:id",
        "//@w14:paraId",
    ):
        ids += repeated(values_in(data, path))
    for name in names_of_stories(data):
        ids += repeated(shape_ids(xml_of(data, name)))
    return ids


def shape_ids(root: Element) -> list[str]:
    """Return the ids of the shapes of old programs."""
    return [shape.get("id") for shape in root.iter(f"{{{_VML}}}*") if shape.get("id") is not None]


def lost_types(root: Element) -> list[str]:
    """Return the types of shapes that their part does not have."""
    types = {shape_type.get("id") for shape_type in root.iter(f"{{{_VML}}}shapetype")}
    names = [shape.get("type").removeprefix("#") for shape in root.iter(f"{{{_VML}}}shape")]
    return [name for name in names if name not in types]


def faults_in(data: bytes) -> list[str]:
    """Return what our rules and openxml-audit find in a Word file, which python-docx must open."""
    docx.Document(io.BytesIO(data))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ก.docx"
        path.write_bytes(data)
        errors = OpenXmlValidator().validate(path).errors
    return [*errors_of_rules(data), *(f"{error.part_uri}: {error.description}" for error in errors)]


def errors_of_rules(data: bytes) -> list[str]:
    """Return the codes of our rules about ids, fields and links."""
    return [code for code in codes_in(data) if code in {"E701", "E702", "E703", "E717", "E718", "E719"}]


def part_root(data: bytes, name: str) -> Element:
    return etree.fromstring(parts_of(data)[name])
