"""Small Word files, written out by hand, for tests about pages."""

from __future__ import annotations

import io
import zipfile
import zlib

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
    """Write a paragraph; ``before`` stands before its text, in a bookmark's range."""
    number = zlib.crc32(bookmark.encode()) % 1_000_000
    mark = f'<w:bookmarkStart w:id="{number}" w:name="{bookmark}"/>' if bookmark else ""
    end = f'<w:bookmarkEnd w:id="{number}"/>' if bookmark else ""
    letters = f"<w:r><w:t>{text}</w:t></w:r>" if text else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{mark}{before}{letters}{end}</w:p>"


def on_new_page(text: str, bookmark: str = "") -> str:
    """Write a paragraph that begins a page."""
    return paragraph(text, properties="<w:pageBreakBefore/>", bookmark=bookmark)


def section(*, kind: str = "nextPage", numbering: str = "", headers: str = "") -> str:
    """Write the properties of a section."""
    numbers = f"<w:pgNumType {numbering}/>" if numbering else ""
    return f'<w:sectPr>{headers}<w:type w:val="{kind}"/>{PAGE_SIZE}{numbers}</w:sectPr>'


def field(instruction: str, result: str = "", *, separate: bool = True) -> str:
    """Write a complex field."""
    middle = f"{mark('separate')}{result}" if separate else ""
    said = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return f"{mark('begin')}{said}{middle}{mark('end')}"


def mark(kind: str) -> str:
    """Write a run with a field's mark."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def word_file(body: str, **headers: str) -> bytes:
    """Pack a Word file; ``headers`` are contents of header parts, to be referred to by their names."""
    parts = {
        "[Content_Types].xml": _content_types(headers),
        "_rels/.rels": _relationships({"rId1": ("officeDocument", "word/document.xml")}),
        "word/_rels/document.xml.rels": _relationships(
            {
                "rIdStyles": ("styles", "styles.xml"),
                "rIdSettings": ("settings", "settings.xml"),
                **{name: ("header", f"{name}.xml") for name in headers},
            }
        ),
        "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}</w:body></w:document>',
        "word/styles.xml": _STYLES,
        "word/settings.xml": _SETTINGS,
        **{f"word/{name}.xml": f'<w:hdr xmlns:w="{W}">{inner}</w:hdr>' for name, inner in headers.items()},
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def part_of(data: bytes, name: str = "word/document.xml") -> etree._Element:
    """Parse a part of a Word file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def texts(root: etree._Element) -> list[str]:
    """Give the text of each paragraph."""
    return ["".join(one.text or "" for one in p.iter(f"{{{W}}}t")) for p in root.iter(f"{{{W}}}p")]


def select(root: etree._Element, path: str) -> list[etree._Element]:
    """Find elements by XPath."""
    found = root.xpath(path, namespaces={"w": W, "r": R})
    assert isinstance(found, list)
    return [one for one in found if isinstance(one, etree._Element)]


def values(root: etree._Element, path: str) -> list[str]:
    """Find attributes by XPath."""
    found = root.xpath(path, namespaces={"w": W, "r": R})
    assert isinstance(found, list)
    return [str(one) for one in found]


def family_of_letters(name: str = "Layout") -> LayoutFamily:
    """Give a family whose faces are no fonts: for tests that only look where their bytes go."""
    faces = {style: f"{name} {style} ".encode() * 9 for style in FaceStyle}
    return LayoutFamily(FAMILY, name, faces, has_outlines=True)


def _content_types(headers: dict[str, str]) -> str:
    overrides = {"document": "document.main", "styles": "styles", "settings": "settings"}
    overrides |= dict.fromkeys(headers, "header")
    told = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_KIND}.{kind}+xml"/>'
        for name, kind in overrides.items()
    )
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="{rels}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{told}</Types>'
    )


def _relationships(entries: dict[str, tuple[str, str]]) -> str:
    told = "".join(
        f'<Relationship Id="{name}" Type="{R}/{kind}" Target="{target}"/>'
        for name, (kind, target) in entries.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{told}</Relationships>'
