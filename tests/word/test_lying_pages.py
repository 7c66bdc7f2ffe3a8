"""Landscape pages: the sections that are made for them, and what goes on through all of them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from blocked_papers import TODAY, printed_order, project_of
from growth import is_linear
from lxml import etree
from word_files import DOCUMENT, HEADER, NAMES, alter_part, xml_of, xpath

from esa_docs import api
from esa_docs.diagnostics import ContentError
from esa_docs.ooxml.names import w
from esa_docs.word.blocks.host import Host
from esa_docs.word.blocks.inserting import insert_blocks
from esa_docs.word.blocks.page_rooms import PageForm, PageRoom, PageRooms
from esa_docs.word.blocks.signs import LYING_END, LYING_START, PAGE_BREAK, TABLE_EDGE
from esa_docs.word.prose_signs import BLOCK, in_bytes

TEMPLATE = Path(__file__).parents[2] / "templates_docx" / "order.docx"
SIZE = '<w:pgSz w:w="11906" w:h="16838"/>'
MARGINS = (
    '<w:pgMar w:top="1000" w:right="1100" w:bottom="1200" w:left="1700" w:header="340" w:footer="567" '
    'w:gutter="0"/>'
)
PAGE = SIZE + MARGINS
TABLE = f"{TABLE_EDGE}<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>{TABLE_EDGE}"


def par(text: str, properties: str = "") -> str:
    """Return a paragraph with a text."""
    look = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{look}<w:r><w:t>{text}</w:t></w:r></w:p>"


def lying(*blocks: str) -> str:
    """Return the content of landscape pages, as the printer of blocks marks it."""
    return LYING_START + "".join(blocks) + LYING_END


def body_of(xml: str, end: str = f"<w:sectPr>{PAGE}</w:sectPr>") -> Any:
    """Return the body of a document with this XML, in which a block prints what stands between # and @."""
    declared = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in NAMES.items() if prefix in {"w", "r"})
    before, _hash, block_and_rest = xml.partition("#")
    block, _at, behind = block_and_rest.partition("@")
    sign = par(BLOCK + in_bytes("0"))
    text = f"<w:document {declared}><w:body>{before}{sign}{behind}{end}</w:body></w:document>"
    return etree.fromstring(insert_blocks(text, lambda _number, _host: block, 9000))[0]


def sections_of(body: Any) -> list[tuple[str, str, list[str]]]:
    """Return of each section its width, its orientation, and the texts of its paragraphs and tables."""
    sections = []
    texts: list[str] = []
    for child in body:
        properties = (
            child if child.tag.endswith("sectPr") else next(iter(xpath(child, "./w:pPr/w:sectPr")), None)
        )
        if child is not properties:
            name = "".join(xpath(child, ".//w:t/text()"))
            texts.append(name or etree.QName(child).localname)
        if properties is not None:
            (width,) = xpath(properties, "./w:pgSz/@w:w")
            orientation = "".join(xpath(properties, "./w:pgSz/@w:orient"))
            sections.append((width, orientation, texts))
            texts = []
    assert texts == []
    return sections


UPRIGHT, LYING = ("11906", ""), ("16838", "landscape")


@pytest.mark.parametrize(
    ("xml", "sections"),
    [
        (
            par("ก") + "#" + lying(par("ข")) + "@" + par("ค"),
            [(*UPRIGHT, ["ก"]), (*LYING, ["ข"]), (*UPRIGHT, ["ค"])],
        ),
        # at the very beginning and at the very end no page is empty
        ("#" + lying(par("ข")) + "@" + par("ค"), [(*LYING, ["ข"]), (*UPRIGHT, ["ค"])]),
        (par("ก") + "#" + lying(par("ข")) + "@", [(*UPRIGHT, ["ก"]), (*LYING, ["ข"])]),
        ("#" + lying(par("ข")) + "@", [(*LYING, ["ข"])]),
        # a table cannot end a section: a paragraph of a point does
        (par("ก") + "#" + lying(TABLE) + "@", [(*UPRIGHT, ["ก"]), (*LYING, ["tbl", "p"])]),
        (TABLE + "#" + lying(TABLE) + "@" + TABLE + par("ค"), [
            (*UPRIGHT, ["tbl", "p"]), (*LYING, ["tbl", "p"]), (*UPRIGHT, ["tbl", "ค"]),
        ]),
        # two beside each other are one, whatever white space stands between
        (
            par("ก") + "#" + lying(par("ข")) + "\n" + lying(par("ค")) + "@" + par("ง"),
            [(*UPRIGHT, ["ก"]), (*LYING, ["ข", "ค"]), (*UPRIGHT, ["ง"])],
        ),
        # nothing on them: no pages
        (par("ก") + "#" + lying() + "@" + par("ข"), [(*UPRIGHT, ["ก", "ข"])]),
    ],
)  # fmt: skip
def test_pages_before_and_behind_stay_upright(xml: str, sections: list[Any]) -> None:
    assert sections_of(body_of(xml)) == sections


def test_margins_turn_with_the_page() -> None:
    body = body_of(par("ก") + "#" + lying(par("ข")) + "@" + par("ค"))

    first, second, third = xpath(body, ".//w:pgMar")
    sides = ("top", "right", "bottom", "left", "header", "footer", "gutter")
    values = [list(map(margins.get, map(w, sides))) for margins in (first, second, third)]
    upright = ["1000", "1100", "1200", "1700", "340", "567", "0"]
    # clockwise: what was at the left is above, what was above is at the right
    assert values == [upright, ["1700", "1000", "1100", "1200", "340", "567", "0"], upright]


REFERENCES = (
    '<w:headerReference w:type="default" r:id="rId1"/><w:footerReference w:type="default" r:id="rId2"/>'
)
FULL_SECTION = (
    f'<w:sectPr>{REFERENCES}<w:footnotePr><w:numStart w:val="3"/><w:numRestart w:val="eachSect"/>'
    "</w:footnotePr>"
    f'<w:type w:val="continuous"/>{PAGE}<w:lnNumType w:countBy="5" w:restart="newSection"/>'
    '<w:pgNumType w:fmt="thaiNumbers" w:start="4"/><w:cols w:num="2" w:space="400"/><w:titlePg/></w:sectPr>'
)


def test_headers_numbers_columns_and_lines_go_on() -> None:
    body = body_of(par("ก") + "#" + lying(par("ข")) + "@" + par("ค"), FULL_SECTION)

    pieces = xpath(body, ".//w:sectPr")
    assert len(pieces) == 3
    for piece in pieces:
        assert xpath(piece, "./w:headerReference/@r:id | ./w:footerReference/@r:id") == ["rId1", "rId2"]
        assert xpath(piece, "./w:cols/@w:num") == ["2"]
        assert xpath(piece, "./w:lnNumType/@w:countBy") == ["5"]
        assert xpath(piece, "./w:pgNumType/@w:fmt") == ["thaiNumbers"]
    # only the first piece begins as the section did
    assert [xpath(piece, "./w:pgNumType/@w:start") for piece in pieces] == [["4"], [], []]
    assert [len(xpath(piece, "./w:titlePg")) for piece in pieces] == [1, 0, 0]
    assert [xpath(piece, "./w:type/@w:val") for piece in pieces] == [["continuous"], [], []]
    restarts = [xpath(piece, "./w:lnNumType/@w:restart")[0] for piece in pieces]
    assert restarts == ["newSection", "continuous", "continuous"]
    notes = [xpath(piece, "./w:footnotePr/w:numRestart/@w:val")[0] for piece in pieces]
    assert notes == ["eachSect", "continuous", "continuous"]
    assert [len(xpath(piece, ".//w:numStart")) for piece in pieces] == [1, 0, 0]


def test_landscape_pages_first_in_a_section_begin_it() -> None:
    body = body_of("#" + lying(par("ข")) + "@" + par("ค"), FULL_SECTION)

    first, second = xpath(body, ".//w:sectPr")
    assert xpath(first, "./w:pgNumType/@w:start") == ["4"]
    assert len(xpath(first, "./w:titlePg")) == 1
    # a page on its side cannot go on within an upright one
    assert xpath(first, "./w:type") == []
    assert xpath(second, "./w:pgNumType/@w:start") == []


def test_a_paragraph_that_ends_a_section_ends_it_still() -> None:
    end = par("ค", f'<w:jc w:val="center"/><w:sectPr>{PAGE}</w:sectPr>')
    behind = f'<w:sectPr><w:type w:val="continuous"/>{PAGE}</w:sectPr>'
    body = body_of(par("ก") + "#" + lying(par("ข")) + "@" + end + par("ง"), behind)

    assert sections_of(body) == [
        (*UPRIGHT, ["ก"]),
        (*LYING, ["ข"]),
        (*UPRIGHT, ["ค"]),
        (*UPRIGHT, ["ง"]),
    ]
    assert xpath(body, "./w:p[w:r/w:t='ค']/w:pPr/w:jc/@w:val") == ["center"]
    assert xpath(body, "./w:sectPr/w:type/@w:val") == ["continuous"]


def test_an_empty_paragraph_that_ends_a_section_makes_no_page() -> None:
    mark = '<w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/>'
    end = f"<w:p><w:pPr><w:sectPr>{PAGE}</w:sectPr></w:pPr>{mark}</w:p>"
    behind = f'<w:sectPr><w:type w:val="continuous"/>{PAGE}</w:sectPr>'
    body = body_of(par("ก") + "#" + lying(par("ข")) + "@" + end + par("ค"), behind)

    assert len(xpath(body, ".//w:bookmarkStart")) == 1
    for bookmark in xpath(body, "./w:bookmarkStart | ./w:bookmarkEnd"):
        body.remove(bookmark)
    assert sections_of(body) == [(*UPRIGHT, ["ก"]), (*LYING, ["ข"]), (*UPRIGHT, ["ค"])]
    # an upright section cannot begin on the last of the landscape pages
    assert xpath(body, "./w:sectPr/w:type") == []


def test_pages_that_lie_already_stay_as_they_are() -> None:
    end = f'<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>{MARGINS}</w:sectPr>'
    body = body_of(par("ก") + "#" + lying(par("ข")) + "@" + par("ค"), end)

    assert sections_of(body) == [(*LYING, ["ก", "ข", "ค"])]


@pytest.mark.parametrize("end", ["<w:sectPr/>", "<w:sectPr><w:cols/></w:sectPr>"])
def test_a_template_that_names_no_page_has_that_of_word(end: str) -> None:
    body = body_of(par("ก") + "#" + lying(par("ข")) + "@" + par("ค"), end)

    (size,) = xpath(body, ".//w:pgSz")
    assert [xpath(size, f"./@w:{name}") for name in ("w", "h", "orient")] == [
        ["16838"],
        ["11906"],
        ["landscape"],
    ]
    assert xpath(body, ".//w:pgMar/@w:left") == ["1440"]


@pytest.mark.parametrize(
    ("xml", "beginning"),
    [
        (par("ก") + "#" + PAGE_BREAK + lying(par("ข")) + "@" + par("ค"), []),
        (par("ก") + "#" + lying(PAGE_BREAK, par("ข")) + "@" + par("ค"), []),
        (par("ก") + "#" + lying(par("ข"), PAGE_BREAK) + "@" + par("ค"), []),
        (par("ก") + "#" + lying(par("ข")) + "\n" + PAGE_BREAK + "@" + par("ค"), []),
        (par("ก") + "#" + lying(par("ข"), PAGE_BREAK, par("ค")) + "@" + par("ง"), ["ค"]),
        (
            par("ก") + "#" + lying(par("ข")) + "\n" + PAGE_BREAK + "\n" + lying(par("ค")) + "@" + par("ง"),
            ["ค"],
        ),
    ],
)  # fmt: skip
def test_a_page_break_beside_landscape_pages_makes_no_empty_page(xml: str, beginning: list[str]) -> None:
    body = body_of(xml)

    assert xpath(body, "./w:p[w:pPr/w:pageBreakBefore]/w:r/w:t/text()") == beginning
    assert not set(etree.tostring(body, encoding="unicode")) & {
        PAGE_BREAK,
        LYING_START,
        LYING_END,
        TABLE_EDGE,
    }


def test_the_room_of_a_page_is_that_of_its_section() -> None:
    first = f'<w:sectPr>{PAGE}<w:cols w:num="2" w:space="400"/></w:sectPr>'
    xml = f"{par('ก', first)}{par('ข')}<w:sectPr>{PAGE}</w:sectPr>"
    rooms = PageRooms.of(xml)

    # 11906 less 1700 and 1100; on its side 16838 less 1200 and 1000; half of each less the gap of 400
    assert rooms.at(0) == (PageRoom(4353, 14638), PageRoom(7119, 9106))
    assert rooms.at(xml.index("ข")) == (PageRoom(9106, 14638), PageRoom(14638, 9106))


def test_a_page_is_turned_back_by_three_more_turns() -> None:
    form = PageForm.of(f"<w:sectPr>{PAGE}</w:sectPr>")

    assert form.turned().turned().turned().turned() == form


def test_blocks_on_landscape_pages_have_their_width() -> None:
    hosts: list[Host] = []

    def print_block(_number: int, host: Host) -> str:
        hosts.append(host)
        return par("ข")

    xml = f"<w:document><w:body>{par(BLOCK + in_bytes('0'))}<w:sectPr>{PAGE}</w:sectPr></w:body></w:document>"
    insert_blocks(xml, print_block, 9106)

    (host,) = hosts
    assert (host.width, host.on_its_side().width, host.on_its_side().height) == (9106, 14638, 9106)


CLAUSES = """\
  - ดูตารางที่ {ref:สอง}
  - table: {columns: [ก], rows: [[1]]}
    caption: แรก
  - landscape:
      - ย่อหน้าในหน้าแนวนอน
      - table: {columns: [ก, ข], rows: [[1, 2]], widths: [10, 12]}
        id: สอง
        caption: กว้าง
      - chart: {type: bar, of: สอง}
        caption: แผนภูมิ
  - table: {columns: [ก], rows: [[1]]}
    caption: หลัง
"""


def test_captions_within_count_in_the_order_of_print(tmp_path: Path) -> None:
    checked = printed_order(tmp_path, CLAUSES)

    assert [diagnostic.code for diagnostic in checked.diagnostics] == ["E501"]
    assert checked.value is not None
    root = xml_of(checked.value)
    texts = []
    for paragraph in xpath(root, "//w:body/w:p"):
        texts.append("".join(xpath(paragraph, ".//w:t/text()")).replace("\u00a0", " "))
    captions = [text for text in texts if re.match("ตารางที่|ภาพที่", text)]
    assert captions == ["ตารางที่ ๑ แรก", "ตารางที่ ๒ กว้าง", "ภาพที่ ๑ แผนภูมิ", "ตารางที่ ๓ หลัง"]
    assert "ดูตารางที่ ๒" in texts
    # 10 and 12 cm, of 567 twips each
    assert xpath(root, "//w:tbl[w:tblGrid/w:gridCol[2]]/w:tblGrid/w:gridCol/@w:w")[-2:] == ["5670", "6804"]


def test_landscape_pages_in_a_cell_are_refused(tmp_path: Path) -> None:
    def put_in_cell(root: Any) -> None:
        (text,) = xpath(root, "//w:t[text()='{{ paragraph }}'][1]")[2:3]
        paragraph = text.getparent().getparent()
        table = etree.fromstring(
            f'<w:tbl xmlns:w="{NAMES["w"]}"><w:tblPr/><w:tblGrid><w:gridCol w:w="5000"/></w:tblGrid>'
            '<w:tr><w:tc><w:tcPr><w:tcW w:w="5000" w:type="dxa"/></w:tcPr></w:tc></w:tr></w:tbl>'
        )
        paragraph.addprevious(table)
        xpath(table, ".//w:tc")[0].append(paragraph)

    assert code_of_template(tmp_path, DOCUMENT, put_in_cell) == ("E124", DOCUMENT)


def test_landscape_pages_in_a_header_are_refused(tmp_path: Path) -> None:
    def print_clauses(root: Any) -> None:
        xpath(root, "//w:t")[0].text = "{% for clause in order.clauses %}{{ clause }}{% endfor %}"

    assert code_of_template(tmp_path, HEADER, print_clauses) == ("E124", HEADER)


def code_of_template(root: Path, part: str, alter: Any) -> tuple[str, str]:
    """Return code and part of what is told of an order with landscape pages in a template changed so."""
    project_of(root, "  - landscape: [ก]\n")
    path = root / "templates_docx" / "order.docx"
    path.parent.mkdir()
    path.write_bytes(alter_part(TEMPLATE.read_bytes(), part, alter))
    with pytest.raises(ContentError) as error_info:
        api.render(api.find(api.load(root), "order"), today=TODAY)
    (diagnostic,) = error_info.value.diagnostics
    return diagnostic.code, diagnostic.field


def test_sections_are_made_in_linear_time() -> None:
    def insert(count: int) -> object:
        blocks = (lying(par("ข"), TABLE) + par("ค")) * count
        return body_of(par("ก") + "#" + blocks + "@" + par("ง"))

    assert is_linear(insert, 50)
