"""Word files as other programs write them, made by hand of the facts: no file of anybody is in here."""

# ruff: noqa: E501 the XML stands as these programs write it

from __future__ import annotations

from typing import Final

from word_files import DOCUMENT, SETTINGS, STYLES, Parts, pack

_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE: Final = "http://schemas.openxmlformats.org/"
_MICROSOFT: Final = "http://schemas.microsoft.com/office/"
_W: Final = f"{_OFFICE}wordprocessingml/2006/main"
_TYPE_OF_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_NAMESPACES: Final = (
    f'xmlns:w="{_W}" xmlns:r="{_OFFICE}officeDocument/2006/relationships" xmlns:v="urn:schemas-microsoft-com:vml"'
    f' xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:m="{_OFFICE}officeDocument/2006/math"'
    f' xmlns:mc="{_OFFICE}markup-compatibility/2006" xmlns:wp="{_OFFICE}drawingml/2006/wordprocessingDrawing"'
    f' xmlns:a="{_OFFICE}drawingml/2006/main" xmlns:wps="{_MICROSOFT}word/2010/wordprocessingShape"'
    f' xmlns:w14="{_MICROSOFT}word/2010/wordml" xmlns:w15="{_MICROSOFT}word/2012/wordml"'
    f' xmlns:wp14="{_MICROSOFT}word/2010/wordprocessingDrawing"'
    f' xmlns:w16du="{_MICROSOFT}word/2023/wordml/word16du" mc:Ignorable="w14 w15 wp14 w16du"'
)
_KINDS: Final = {
    "styles": (STYLES, "styles+xml"),
    "settings": (SETTINGS, "settings+xml"),
    "webSettings": ("word/webSettings.xml", "webSettings+xml"),
    "fontTable": ("word/fontTable.xml", "fontTable+xml"),
    "comments": ("word/comments.xml", "comments+xml"),
}
_STYLES_OF_WORD: Final = (
    "<w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:cstheme="minorBidi"/>'
    '<w:kern w:val="2"/><w:sz w:val="24"/><w:szCs w:val="30"/><w:lang w:val="en-US" w:eastAsia="en-US" w:bidi="th-TH"/>'
    '<w14:ligatures w14:val="standardContextual"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
    '<w:spacing w:after="160" w:line="278" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:qFormat/></w:style>'
)
_SETTINGS_OF_WORD: Final = (
    '<w:zoom w:percent="100"/><w:proofState w:spelling="clean" w:grammar="clean"/><w:defaultTabStop w:val="720"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:applyBreakingRules/><w:compatSetting'
    ' w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:rsids><w:rsidRoot w:val="00A77B3E"/><w:rsid w:val="00A77B3E"/></w:rsids>'
    '<m:mathPr><m:mathFont m:val="Cambria Math"/></m:mathPr><w:themeFontLang w:val="en-US" w:bidi="th-TH"/>'
    '<w:shapeDefaults><o:shapedefaults v:ext="edit" spidmax="1026"/></w:shapeDefaults>'
    '<w14:docId w14:val="4D3A2B1C"/><w15:chartTrackingRefBased/>'
)
_DIVS: Final = (
    '<w:divs><w:div w:id="96951239"><w:bodyDiv w:val="1"/><w:marLeft w:val="0"/><w:marRight w:val="0"/>'
    '<w:marTop w:val="0"/><w:marBottom w:val="0"/><w:divBdr><w:top w:val="none" w:sz="0" w:space="0" w:color="auto"/>'
    "</w:divBdr></w:div></w:divs><w:optimizeForBrowser/><w:allowPNG/>"
)
_BIBLIOGRAPHY: Final = (
    f'<b:Sources xmlns:b="{_OFFICE}officeDocument/2006/bibliography" SelectedStyle="\\APASixthEditionOfficeOnline.xsl"'
    ' StyleName="APA" Version="6"/>'
)
PARAGRAPH: Final = (
    '<w:p w14:paraId="2C9F1A77" w14:textId="77777777" w:rsidR="00A77B3E" w:rsidRDefault="00A77B3E"><w:pPr>'
    '<w:jc w:val="both"/></w:pPr><w:r><w:rPr><w:rFonts w:hint="cs"/><w:cs/></w:rPr><w:t>บันทึกข้อความ</w:t></w:r>'
    '<w:proofErr w:type="spellStart"/><w:r><w:t>ABC</w:t></w:r><w:r><w:t>DEF</w:t></w:r></w:p>'
)
_SECTION: Final = (
    '<w:sectPr w:rsidR="00A77B3E"><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440"'
    ' w:bottom="1440" w:left="1440" w:header="708" w:footer="708" w:gutter="0"/><w:cols w:space="708"/>'
    '<w:docGrid w:linePitch="360"/></w:sectPr>'
)
_TEXT_BOX: Final = '<w:txbxContent><w:p w14:paraId="11111111" w14:textId="77777777"><w:r><w:t>กล่อง</w:t></w:r></w:p></w:txbxContent>'
TEXT_BOX_IN_BOTH_BRANCHES: Final = (
    '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
    '<wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" relativeHeight="251659264"'
    ' behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1" wp14:anchorId="5A5A5A5A" wp14:editId="6B6B6B6B">'
    '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>100</wp:posOffset></wp:positionH>'
    '<wp:positionV relativeFrom="paragraph"><wp:posOffset>100</wp:posOffset></wp:positionV><wp:extent cx="9" cy="9"/>'
    '<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/><wp:docPr id="1" name="Text Box 1"/>'
    f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{_MICROSOFT}word/2010/wordprocessingShape"><wps:wsp>'
    '<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="9" cy="9"/></a:xfrm><a:prstGeom'
    f' prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx>{_TEXT_BOX}</wps:txbx><wps:bodyPr/></wps:wsp>'
    '</a:graphicData></a:graphic><wp14:sizeRelH relativeFrom="margin"><wp14:pctWidth>0</wp14:pctWidth>'
    '</wp14:sizeRelH></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shapetype id="_x0000_t202"'
    ' coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
    '<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype><v:shape id="Text Box 1" o:spid="_x0000_s1026"'
    f' type="#_x0000_t202" style="width:9pt" o:gfxdata="UEsDB"><v:textbox>{_TEXT_BOX}</v:textbox></v:shape></w:pict>'
    "</mc:Fallback></mc:AlternateContent></w:r></w:p>"
)


GOOGLE_TABLE: Final = (
    '<w:tbl><w:tblPr><w:tblW w:w="9029.0" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0600"/></w:tblPr>'
    '<w:tblGrid><w:gridCol w:w="2257.25"/><w:gridCol w:w="2257.25"/></w:tblGrid><w:tr><w:trPr>'
    '<w:cantSplit w:val="0"/><w:tblHeader w:val="0"/></w:trPr><w:tc><w:tcPr><w:shd w:fill="auto" w:val="clear"/></w:tcPr>'
    '<w:p w:rsidR="00000000" w:rsidDel="00000000" w:rsidP="00000000" w:rsidRDefault="00000000" w:rsidRPr="00000000">'
    '<w:pPr><w:pageBreakBefore w:val="0"/><w:spacing w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:rPr>'
    '<w:rtl w:val="0"/></w:rPr><w:t xml:space="preserve">ช่อง</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>'
)
LIBREOFFICE: Final = (
    '<w:p><w:pPr><w:pStyle w:val="Normal"/><w:bidi w:val="0"/><w:jc w:val="start"/><w:rPr></w:rPr></w:pPr>'
    '<w:r><w:rPr><w:lang w:bidi="th-TH"/></w:rPr><w:t>ข้อความจาก LibreOffice</w:t></w:r></w:p>'
)
WPS: Final = (
    '<w:p><w:pPr><w:rPr><w:rFonts w:hint="default"/><w:lang w:val="en-US"/></w:rPr></w:pPr>'
    '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/><w:r><w:rPr><w:rFonts w:hint="cs"/>'
    "<w:cs/></w:rPr><w:t>ข้อความ</w:t></w:r></w:p>"
)
MAC: Final = (
    '<w:p><w:r><w:t>Word for Mac</w:t></w:r><mv:x xmlns:mv="urn:schemas-microsoft-com:mac:vml"/>'
    '<mo:x xmlns:mo="http://schemas.microsoft.com/office/mac/office/2008/main"/></w:p>'
)


def part(root: str, content: str) -> bytes:
    """Return a part of the main namespace with the declarations that Word writes."""
    return f"{_DECLARATION}<w:{root} {_NAMESPACES}>{content}</w:{root}>".encode()


def foreign_file(body: str, *, program: str = "Microsoft Office Word", parts: Parts | None = None) -> bytes:
    """Return a Word file of another program.

    Args:
        body: paragraphs and tables.
        program: its name in the properties of the file.
        parts: further parts, or parts in place of those that Word would write.
    """
    own_parts = {
        DOCUMENT: part("document", f"<w:body>{body}{_SECTION}</w:body>"),
        STYLES: part("styles", _STYLES_OF_WORD),
        SETTINGS: part("settings", _SETTINGS_OF_WORD),
        "docProps/app.xml": _properties(program),
        "docProps/core.xml": _core(),
        **(parts or {}),
    }
    return pack({"[Content_Types].xml": _types(own_parts), **_relationships(own_parts), **own_parts})


def word_file_with_all(body: str = PARAGRAPH) -> bytes:
    """Return a file with the parts that Word writes and that strict checks stumble over."""
    parts = {
        "word/webSettings.xml": part("webSettings", _DIVS),
        "word/stylesWithEffects.xml": part("styles", _STYLES_OF_WORD),
        "customXml/item1.xml": _BIBLIOGRAPHY.encode(),
    }
    return foreign_file(body, parts=parts)


def _properties(program: str) -> bytes:
    namespace = f"{_OFFICE}officeDocument/2006/extended-properties"
    types = f"{_OFFICE}officeDocument/2006/docPropsVTypes"
    return (
        f'{_DECLARATION}<Properties xmlns="{namespace}" xmlns:vt="{types}"><Template>Normal.dotm</Template>'
        f"<TotalTime>3</TotalTime><Pages>1</Pages><Application>{program}</Application><DocSecurity>0</DocSecurity>"
        '<ScaleCrop>false</ScaleCrop><TitlesOfParts><vt:vector size="1" baseType="lpstr"><vt:lpstr></vt:lpstr>'
        "</vt:vector></TitlesOfParts><AppVersion>16.0000</AppVersion></Properties>"
    ).encode()


def _core() -> bytes:
    package = f"{_OFFICE}package/2006/metadata/core-properties"
    return (
        f'{_DECLARATION}<cp:coreProperties xmlns:cp="{package}" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        "<dc:creator>ผู้ใช้</dc:creator><cp:revision>2</cp:revision><dcterms:created"
        ' xsi:type="dcterms:W3CDTF">2026-01-02T03:04:00Z</dcterms:created></cp:coreProperties>'
    ).encode()


def _types(parts: Parts) -> bytes:
    overrides = [f'<Override PartName="/{DOCUMENT}" ContentType="{_TYPE_OF_WORD}document.main+xml"/>']
    for name, content_type in _KINDS.values():
        if name in parts:
            overrides.append(f'<Override PartName="/{name}" ContentType="{_TYPE_OF_WORD}{content_type}"/>')
    return (
        f'{_DECLARATION}<Types xmlns="{_OFFICE}package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{"".join(overrides)}</Types>'
    ).encode()


def _relationships(parts: Parts) -> Parts:
    kinds = f"{_OFFICE}officeDocument/2006/relationships"
    namespace = f"{_OFFICE}package/2006/relationships"
    links = []
    for number, (kind, (name, _content_type)) in enumerate(_KINDS.items(), start=1):
        if name in parts:
            target = name.removeprefix("word/")
            links.append(f'<Relationship Id="rId{number}" Type="{kinds}/{kind}" Target="{target}"/>')
    main = f'<Relationship Id="rId1" Type="{kinds}/officeDocument" Target="{DOCUMENT}"/>'
    return {
        "_rels/.rels": f'<Relationships xmlns="{namespace}">{main}</Relationships>'.encode(),
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{namespace}">{"".join(links)}</Relationships>'.encode(),
    }
