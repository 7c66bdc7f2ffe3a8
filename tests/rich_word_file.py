"""A Word file with every kind of part that a paper takes over, to be damaged part by part."""

from __future__ import annotations

from typing import Final

from annexed_papers import R, W, parts_of, relationship, with_body, with_notes, word_file, zipped

_A: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_C: Final = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_DGM: Final = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
_CHART_STYLE: Final = "http://schemas.microsoft.com/office/drawing/2012/chartStyle"
_DSP: Final = "http://schemas.microsoft.com/office/drawing/2008/diagram"
_OFFICE_2011: Final = "http://schemas.microsoft.com/office/2011/relationships"
_DRAWN: Final = "http://schemas.microsoft.com/office/2007/relationships/diagramDrawing"
_TYPES: Final = {
    "word/charts/chart1.xml": "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
    "word/charts/style1.xml": "application/vnd.ms-office.chartstyle+xml",
    "word/charts/colors1.xml": "application/vnd.ms-office.chartcolorstyle+xml",
    "word/theme/themeOverride1.xml": "application/vnd.openxmlformats-officedocument.themeOverride+xml",
    "word/drawings/drawing1.xml": ("application/vnd.openxmlformats-officedocument.drawingml.chartshapes+xml"),
    "word/diagrams/data1.xml": "application/vnd.openxmlformats-officedocument.drawingml.diagramData+xml",
    "word/diagrams/layout1.xml": (
        "application/vnd.openxmlformats-officedocument.drawingml.diagramLayout+xml"
    ),
    "word/diagrams/quickStyle1.xml": (
        "application/vnd.openxmlformats-officedocument.drawingml.diagramStyle+xml"
    ),
    "word/diagrams/colors1.xml": (
        "application/vnd.openxmlformats-officedocument.drawingml.diagramColors+xml"
    ),
    "word/diagrams/drawing1.xml": "application/vnd.ms-office.drawingml.diagramDrawing+xml",
    "word/comments.xml": "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml",
}
_CHART: Final = (
    f'<c:chartSpace xmlns:c="{_C}" xmlns:a="{_A}" xmlns:r="{R}"><c:chart><c:plotArea><c:layout/>'
    '<c:barChart><c:barDir val="col"/><c:ser><c:idx val="0"/><c:order val="0"/><c:val><c:numRef>'
    '<c:f>S!$A$1</c:f><c:numCache><c:ptCount val="1"/><c:pt idx="0"><c:v>3</c:v></c:pt></c:numCache>'
    '</c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart>'
    '<c:catAx><c:axId val="1"/><c:scaling/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx>'
    '<c:valAx><c:axId val="2"/><c:scaling/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx>'
    '</c:plotArea></c:chart><c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>'
    '<c:userShapes r:id="rId5"/></c:chartSpace>'
)
_DIAGRAM: Final = f'xmlns:dgm="{_DGM}" xmlns:a="{_A}"'
_COLOURS: Final = "".join(
    f'<a:{name}><a:srgbClr val="112233"/></a:{name}>'
    for name in (
        *("dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6"),
        *("hlink", "folHlink"),
    )
)
_PARTS: Final = {
    "word/charts/chart1.xml": _CHART,
    "word/charts/style1.xml": f'<cs:chartStyle xmlns:cs="{_CHART_STYLE}" id="201"/>',
    "word/charts/colors1.xml": f'<cs:colorStyle xmlns:cs="{_CHART_STYLE}" meth="cycle" id="10"/>',
    "word/theme/themeOverride1.xml": (
        f'<a:themeOverride xmlns:a="{_A}"><a:clrScheme name="x">{_COLOURS}</a:clrScheme></a:themeOverride>'
    ),
    "word/drawings/drawing1.xml": f'<c:userShapes xmlns:c="{_C}"/>',
    "word/diagrams/data1.xml": f"<dgm:dataModel {_DIAGRAM}><dgm:ptLst/></dgm:dataModel>",
    "word/diagrams/layout1.xml": (f'<dgm:layoutDef {_DIAGRAM}><dgm:layoutNode name="a"/></dgm:layoutDef>'),
    "word/diagrams/quickStyle1.xml": (
        f'<dgm:styleDef {_DIAGRAM}><dgm:styleLbl name="a"><dgm:style>'
        '<a:lnRef idx="0"><a:srgbClr val="000000"/></a:lnRef>'
        '<a:fillRef idx="0"><a:srgbClr val="000000"/></a:fillRef>'
        '<a:effectRef idx="0"><a:srgbClr val="000000"/></a:effectRef>'
        '<a:fontRef idx="minor"/></dgm:style></dgm:styleLbl></dgm:styleDef>'
    ),
    "word/diagrams/colors1.xml": f"<dgm:colorsDef {_DIAGRAM}/>",
    "word/diagrams/drawing1.xml": f'<dsp:drawing xmlns:dsp="{_DSP}"><dsp:spTree/></dsp:drawing>',
    "word/comments.xml": (
        f'<w:comments xmlns:w="{W}"><w:comment w:id="0" w:author="x"><w:p/></w:comment></w:comments>'
    ),
    "word/embeddings/book1.xlsx": "PK book",
}


def _relationships_part(*relationships: str) -> str:
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{namespace}">{"".join(relationships)}</Relationships>'


def _of_type(identifier: str, kind: str, target: str) -> str:
    """Return a relationship of a newer type, by its whole name."""
    return f'<Relationship Id="{identifier}" Type="{kind}" Target="{target}"/>'


def _drawing(number: int, kind: str, graphic: str) -> str:
    return (
        "<w:p><w:r><w:drawing>"
        '<wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
        f'<wp:extent cx="3000000" cy="2000000"/><wp:docPr id="{number}" name="drawn {number}"/>'
        f'<a:graphic xmlns:a="{_A}"><a:graphicData'
        f' uri="http://schemas.openxmlformats.org/drawingml/2006/{kind}">{graphic}</a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def rich_word_file() -> bytes:
    """Return a Word file with a picture, notes, a head, lists, a comment, a chart and a SmartArt."""
    chart = f'<c:chart xmlns:c="{_C}" r:id="rIdChart"/>'
    smart_art = f'<dgm:relIds xmlns:dgm="{_DGM}" r:dm="rIdD" r:lo="rIdL" r:qs="rIdQ" r:cs="rIdC"/>'
    body = _drawing(71, "chart", chart) + _drawing(72, "diagram", smart_art)
    links = "".join(
        [
            relationship("rIdChart", "chart", "charts/chart1.xml"),
            relationship("rIdD", "diagramData", "diagrams/data1.xml"),
            relationship("rIdL", "diagramLayout", "diagrams/layout1.xml"),
            relationship("rIdQ", "diagramQuickStyle", "diagrams/quickStyle1.xml"),
            relationship("rIdC", "diagramColors", "diagrams/colors1.xml"),
            _of_type("rIdDrawn", _DRAWN, "diagrams/drawing1.xml"),
            relationship("rIdNoted", "comments", "comments.xml"),
        ]
    )
    links_of_chart = _relationships_part(
        relationship("rId1", "package", "../embeddings/book1.xlsx"),
        _of_type("rId2", f"{_OFFICE_2011}/chartStyle", "style1.xml"),
        _of_type("rId3", f"{_OFFICE_2011}/chartColorStyle", "colors1.xml"),
        relationship("rId4", "themeOverride", "../theme/themeOverride1.xml"),
        relationship("rId5", "chartUserShapes", "../drawings/drawing1.xml"),
    )
    parts = {name: xml.encode() for name, xml in _PARTS.items()}
    parts["word/charts/_rels/chart1.xml.rels"] = links_of_chart.encode()
    package = parts_of(with_body(with_notes(word_file()), body, links, parts))
    types = "".join(
        f'<Override PartName="/{name}" ContentType="{media_type}"/>' for name, media_type in _TYPES.items()
    )
    book = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    types += f'<Default Extension="xlsx" ContentType="{book}"/>'
    content_types = package["[Content_Types].xml"].replace(b"</Types>", f"{types}</Types>".encode())
    package["[Content_Types].xml"] = content_types
    return zipped(package)
