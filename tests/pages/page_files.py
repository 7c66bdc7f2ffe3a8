"""Small Word files, written by hand, for tests about pages."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable

from lxml import etree

from esa_docs.fonts.faces import FaceStyle, LayoutFamily

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
FAMILY = "TH SarabunPSK"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_STYLES = f"""<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>
<w:rFonts w:ascii="{FAMILY}" w:hAnsi="{FAMILY}" w:eastAsia="{FAMILY}" w:cs="{FAMILY}"/>
<w:sz w:val="32"/><w:szCs w:val="32"/>
<w:lang w:val="en-US" w:eastAsia="en-US" w:bidi="th-TH"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>"""
_SETTINGS = f"""<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:compat>
<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>
</w:compat></w:settings>"""
PAGE_SIZE = (
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="850" w:left="1701"'
    ' w:header="567" w:footer="567" w:gutter="0"/>'
)


def paragraph(text: str = "", *, before: str = "", properties: str = "", bookmark: str = "") -> str:
    """Return a paragraph.

    Args:
        text: its text.
        before: runs before its text.
        properties: children of its ``w:pPr``.
        bookmark: name of a bookmark around all its runs; empty for none.
    """
    content = before
    if text:
        content += f"<w:r><w:t>{text}</w:t></w:r>"
    if bookmark:
        number = zlib.crc32(bookmark.encode()) % 1_000_000
        start = f'<w:bookmarkStart w:id="{number}" w:name="{bookmark}"/>'
        end = f'<w:bookmarkEnd w:id="{number}"/>'
        content = f"{start}{content}{end}"
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def on_new_page(text: str, bookmark: str = "") -> str:
    """Return a paragraph that begins a page."""
    return paragraph(text, properties="<w:pageBreakBefore/>", bookmark=bookmark)


def section(*, kind: str = "nextPage", numbering: str = "", headers: str = "") -> str:
    """Return the properties of a section.

    Args:
        kind: how it begins, in the words of ``w:type``.
        numbering: attributes of its ``w:pgNumType``; empty for a section without.
        headers: references to its headers and footers.
    """
    numbers = f"<w:pgNumType {numbering}/>" if numbering else ""
    return f'<w:sectPr>{headers}<w:type w:val="{kind}"/>{PAGE_SIZE}{numbers}</w:sectPr>'


def field(instruction: str, result: str = "", *, separate: bool = True) -> str:
    """Return a complex field; ``separate`` is False for a field without result."""
    middle = f"{mark('separate')}{result}" if separate else ""
    instruction_run = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return f"{mark('begin')}{instruction_run}{middle}{mark('end')}"


def mark(kind: str) -> str:
    """Return a run with a field's mark."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def word_file(body: str, **headers: str) -> bytes:
    """Return a Word file.

    Args:
        body: content of the body.
        headers: contents of header parts, by the names that refer to them.
    """
    relationships = {"rIdStyles": ("styles", "styles.xml"), "rIdSettings": ("settings", "settings.xml")}
    for name in headers:
        relationships[name] = ("header", f"{name}.xml")
    parts = {
        "[Content_Types].xml": _content_types(headers),
        "_rels/.rels": _relationships({"rId1": ("officeDocument", "word/document.xml")}),
        "word/_rels/document.xml.rels": _relationships(relationships),
        "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}</w:body></w:document>',
        "word/styles.xml": _STYLES,
        "word/settings.xml": _SETTINGS,
    }
    for name, content in headers.items():
        parts[f"word/{name}.xml"] = f'<w:hdr xmlns:w="{W}">{content}</w:hdr>'
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def part_of(data: bytes, name: str = "word/document.xml") -> etree._Element:
    """Return the root of a part of a Word file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def texts(root: etree._Element) -> list[str]:
    """Return the text of each paragraph."""
    return [text_of(paragraph) for paragraph in root.iter(f"{{{W}}}p")]


def text_of(root: etree._Element) -> str:
    """Return the text inside an element."""
    return "".join(text.text or "" for text in root.iter(f"{{{W}}}t"))


def select(root: etree._Element, path: str) -> list[etree._Element]:
    """Return the elements at an XPath."""
    matches = root.xpath(path, namespaces={"w": W, "r": R})
    assert isinstance(matches, list)
    return [match for match in matches if isinstance(match, etree._Element)]


def values(root: etree._Element, path: str) -> list[str]:
    """Return the attributes or texts at an XPath."""
    matches = root.xpath(path, namespaces={"w": W, "r": R})
    assert isinstance(matches, list)
    return [str(match) for match in matches]


def local_names(elements: Iterable[etree._Element]) -> list[str]:
    """Return the tags of elements without their namespaces."""
    return [etree.QName(element).localname for element in elements]


def family_without_fonts(name: str = "Layout") -> LayoutFamily:
    """Return a family whose faces are no fonts: for tests that only look where their bytes go."""
    faces = {style: f"{name} {style} ".encode() * 9 for style in FaceStyle}
    return LayoutFamily(FAMILY, name, faces, has_outlines=True)


def _content_types(headers: dict[str, str]) -> str:
    overrides = {"document": "document.main", "styles": "styles", "settings": "settings"}
    overrides |= dict.fromkeys(headers, "header")
    elements = ""
    for name, kind in overrides.items():
        elements += f'<Override PartName="/word/{name}.xml" ContentType="{_KIND}.{kind}+xml"/>'
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="{rels}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{elements}</Types>'
    )


def _relationships(entries: dict[str, tuple[str, str]]) -> str:
    elements = ""
    for name, (kind, target) in entries.items():
        elements += f'<Relationship Id="{name}" Type="{R}/{kind}" Target="{target}"/>'
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{elements}</Relationships>'
