"""Tracked changes accepted as Word accepts them (ECMA-376 part 1, 17.13.5), element by element."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree
from revised import REVISIONS, revision_elements
from word_files import W, row_texts, texts_of_all, xpath

from esa_docs.word.templates.accepting.revisions import settle_revisions

ID = 'w:id="1" w:author="ก"'
DELETED_MARK = f"<w:pPr><w:rPr><w:del {ID}/></w:rPr></w:pPr>"
MOVED_MARK = f"<w:pPr><w:rPr><w:moveFrom {ID}/></w:rPr></w:pPr>"


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def deleted(text: str) -> str:
    return f"<w:del {ID}><w:r><w:delText>{text}</w:delText></w:r></w:del>"


def inserted(text: str) -> str:
    return f"<w:ins {ID}>{run(text)}</w:ins>"


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{run(text)}</w:p></w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid>{'<w:gridCol/>' * 3}</w:tblGrid>{''.join(rows)}</w:tbl>"


def settled(body: str, root_name: str = "document", holder: str = "body") -> Any:
    """Return the root of a part with its tracked changes accepted, and require that none is left."""
    root = etree.Element(f"{{{W}}}{root_name}", nsmap={"w": W})
    inner = etree.SubElement(root, f"{{{W}}}{holder}")
    inner.extend(revision_elements(body))
    assert settle_revisions({"a": root}) is True
    assert xpath(root, REVISIONS) == []
    return root


def lines(body: str) -> list[str]:
    return texts_of_all(xpath(settled(body), "//w:p"))


ROW = f"<w:tr>{cell('ข')}</w:tr>"
CHANGED = f"<w:p>{deleted('ก')}{inserted('ข')}</w:p>"
MOVED = (
    f'<w:moveFromRangeStart {ID} w:name="m"/><w:p>{MOVED_MARK}<w:moveFrom {ID}>{run("ก")}</w:moveFrom></w:p>',
    f'<w:moveFromRangeEnd w:id="1"/><w:p>{run("ข")}</w:p><w:moveToRangeStart w:id="2" w:name="m"/>',
    f"<w:p><w:pPr><w:rPr><w:moveTo {ID}/></w:rPr></w:pPr><w:moveTo {ID}>{run('ก')}</w:moveTo></w:p>",
    '<w:moveToRangeEnd w:id="2"/>',
)
LOST_CONTROL = (
    '<w:customXmlDelRangeStart w:id="1"/><w:sdt><w:sdtPr/><w:sdtContent><w:customXmlDelRangeEnd w:id="1"/>',
    f'<w:p>{run("ก")}</w:p><w:customXmlDelRangeStart w:id="2"/></w:sdtContent></w:sdt>',
    '<w:customXmlDelRangeEnd w:id="2"/>',
)
BOX = f"<w:txbxContent>{CHANGED}</w:txbxContent>"
BOX_TWICE = (
    "<w:p><w:r><mc:AlternateContent>",
    f'<mc:Choice Requires="wps">{BOX}</mc:Choice><mc:Fallback><w:pict>{BOX}</w:pict></mc:Fallback>',
    "</mc:AlternateContent></w:r></w:p>",
)
DELETED_FIELD = f"<w:del {ID}><w:r><w:delInstrText>PAGE</w:delInstrText></w:r></w:del>"
CONTROL = f"<w:sdt><w:sdtPr/><w:sdtContent>{deleted('ข')}</w:sdtContent></w:sdt>"
INSERTED_MARK = f"<w:pPr><w:rPr><w:ins {ID}/></w:rPr></w:pPr>"
TEXTS = {
    "inserted": (f"<w:p>{run('ก')}{inserted('ข')}</w:p>", ["กข"]),
    "deleted": (f"<w:p>{run('ก')}{deleted('ข')}</w:p>", ["ก"]),
    "inserted, then deleted": (f"<w:p>{run('ก')}<w:ins {ID}>{deleted('ข')}</w:ins></w:p>", ["ก"]),
    "deleted with what was inserted": (f"<w:p>{run('ก')}<w:del {ID}>{inserted('ข')}</w:del></w:p>", ["ก"]),
    "moved": ("".join(MOVED), ["ข", "ก"]),
    "mark deleted": (f"<w:p>{DELETED_MARK}{run('ก')}</w:p><w:p>{run('ข')}</w:p>", ["กข"]),
    "two marks deleted": (f"<w:p>{DELETED_MARK}{run('ก')}</w:p>" * 2 + f"<w:p>{run('ข')}</w:p>", ["กกข"]),
    "mark inserted": (f"<w:p>{INSERTED_MARK}{run('ก')}</w:p><w:p>{run('ข')}</w:p>", ["ก", "ข"]),
    "whole paragraph deleted": (f"<w:p>{DELETED_MARK}{deleted('ก')}</w:p><w:p>{run('ข')}</w:p>", ["ข"]),
    "last paragraph deleted": (f"<w:p>{run('ข')}</w:p><w:p>{DELETED_MARK}{deleted('ก')}</w:p>", ["ข"]),
    "mark before a table": (f"<w:p>{DELETED_MARK}{run('ก')}</w:p>{table(ROW)}", ["ก", "ข"]),
    "a link deleted": (f'<w:p><w:hyperlink w:anchor="a">{deleted("ก")}</w:hyperlink>{run("ข")}</w:p>', ["ข"]),
    "the instruction of a field": (f"<w:p>{run('ก')}{DELETED_FIELD}</w:p>", ["ก"]),
    "a control's text deleted": (f"<w:p>{run('ก')}{CONTROL}</w:p>", ["ก"]),
    "a control deleted, its text not": ("".join(LOST_CONTROL), ["ก"]),
    "a text box, twice": ("".join(BOX_TWICE), ["ขข", "ข", "ข"]),
}


@pytest.mark.parametrize(("body", "expected"), TEXTS.values(), ids=TEXTS)
def test_text_is_what_stands_after_accepting(body: str, expected: list[str]) -> None:
    assert lines(body) == expected


def test_joined_paragraphs_have_the_properties_of_the_second() -> None:
    first = f'<w:p><w:pPr><w:jc w:val="left"/><w:rPr><w:del {ID}/></w:rPr></w:pPr>{run("ก")}</w:p>'
    root = settled(f'{first}<w:p><w:pPr><w:jc w:val="right"/></w:pPr>{run("ข")}</w:p>')
    assert xpath(root, "//w:jc/@w:val") == ["right"]


CHANGES = [
    "rPrChange",
    "pPrChange",
    "sectPrChange",
    "tblPrChange",
    "trPrChange",
    "tcPrChange",
    "tblGridChange",
]


@pytest.mark.parametrize("change", [*CHANGES, "tblGridChange", "tblPrExChange", "numberingChange"])
def test_a_format_is_that_after_the_change(change: str) -> None:
    name = change.removesuffix("Change")
    root = settled(
        f"<w:p><w:{name}><w:new/><w:{change} {ID}><w:{name}><w:old/></w:{name}></w:{change}></w:{name}></w:p>"
    )
    assert len(xpath(root, "//w:new")) == 1
    assert xpath(root, "//w:old") == []


def test_a_deleted_row_goes_and_an_inserted_one_stays() -> None:
    gone = f"<w:tr><w:trPr><w:del {ID}/></w:trPr>{cell('ก')}</w:tr>"
    new = f"<w:tr><w:trPr><w:ins {ID}/></w:trPr>{cell('ข')}</w:tr>"
    assert [row_texts(row) for row in xpath(settled(table(gone, new)), "//w:tr")] == [["ข"]]


def test_an_inserted_cell_stays() -> None:
    root = settled(table(f"<w:tr>{cell('ก', f'<w:cellIns {ID}/>')}{cell('ข')}</w:tr>"))
    assert [row_texts(row) for row in xpath(root, "//w:tr")] == [["ก", "ข"]]


def test_a_table_without_rows_goes_and_its_cell_keeps_a_paragraph() -> None:
    gone = f"<w:tr><w:trPr><w:del {ID}/></w:trPr>{cell('ก')}</w:tr>"
    outer = table(f"<w:tr><w:tc>{table(gone)}</w:tc></w:tr>")
    root = settled(outer)
    assert len(xpath(root, "//w:tbl")) == 1
    assert [child.tag for child in xpath(root, "//w:tc/*")] == [f"{{{W}}}p"]


def test_a_column_deleted_in_every_row_leaves_the_grid() -> None:
    lost = f"<w:cellDel {ID}/>"
    rows = f"<w:tr>{cell('ก')}{cell('ข', lost)}{cell('ค')}</w:tr>" * 2
    root = settled(table(rows))
    assert [row_texts(row) for row in xpath(root, "//w:tr")] == [["ก", "ค"]] * 2
    assert len(xpath(root, "//w:gridCol")) == 2
    assert xpath(root, "//w:gridAfter") == []


def test_a_row_that_alone_loses_cells_ends_before_the_grid() -> None:
    lost = f'<w:gridSpan w:val="2"/><w:cellDel {ID}/>'
    rows = (f"<w:tr>{cell('ก')}{cell('ข', lost)}</w:tr>", f"<w:tr>{cell('1')}{cell('2')}{cell('3')}</w:tr>")
    root = settled(table(*rows))
    assert len(xpath(root, "//w:gridCol")) == 3
    assert xpath(root, "//w:tr[1]/w:trPr/w:gridAfter/@w:val") == ["2"]
    assert xpath(root, "//w:tr[2]/w:trPr") == []


@pytest.mark.parametrize(("value", "expected"), [("rest", "restart"), ("cont", "continue")])
def test_cells_merged_are_merged(value: str, expected: str) -> None:
    merge = f'<w:vAlign w:val="top"/><w:cellMerge {ID} w:vMerge="{value}"/>'
    root = settled(table(f"<w:tr>{cell('ก', merge)}</w:tr>"))
    assert [child.tag.rpartition("}")[2] for child in xpath(root, "//w:tcPr/*")] == ["vMerge", "vAlign"]
    assert xpath(root, "//w:vMerge/@w:val") == [expected]


def test_a_bookmark_that_reaches_beyond_deleted_text_stays() -> None:
    start, end = '<w:bookmarkStart w:id="7" w:name="a"/>', '<w:bookmarkEnd w:id="7"/>'
    gone = "<w:r><w:delText>ก</w:delText></w:r>"
    reaching = settled(f"<w:p><w:del {ID}>{start}{gone}</w:del>{run('ข')}{end}</w:p>")
    names = [child.tag.rpartition("}")[2] for child in xpath(reaching, "//w:p/*")]
    assert names == ["bookmarkStart", "r", "bookmarkEnd"]
    other_start, other_end = start.replace('"a"', '"b"'), end
    shared = settled(
        f"<w:p><w:del {ID}>{other_start}{other_end}{start}{gone}</w:del>{run('ข')}{end}</w:p>",
    )
    assert xpath(shared, "//w:bookmarkStart/@w:name") == ["a"]
    inside = settled(f"<w:p><w:del {ID}>{start}{gone}{end}</w:del>{run('ข')}</w:p>")
    assert xpath(inside, "//w:bookmarkStart | //w:bookmarkEnd") == []


@pytest.mark.parametrize("note", ["footnote", "endnote"])
def test_a_note_goes_with_its_reference(note: str) -> None:
    first, second = (f'<w:r><w:{note}Reference w:id="{number}"/></w:r>' for number in (2, 3))
    document = etree.Element(f"{{{W}}}document", nsmap={"w": W})
    document.extend(revision_elements(f"<w:p><w:del {ID}>{first}</w:del>{second}</w:p>"))
    notes = etree.Element(f"{{{W}}}{note}s", nsmap={"w": W})
    for number in ("-1", "2", "3"):
        notes.extend(revision_elements(f'<w:{note} w:id="{number}"><w:p/></w:{note}>'))
    settle_revisions({"word/document.xml": document, "notes": notes})
    assert xpath(notes, f"w:{note}/@w:id") == ["-1", "3"]


PARTS = [("hdr", "p"), ("ftr", "p"), ("footnotes", "footnote"), ("endnotes", "endnote")]


@pytest.mark.parametrize(("root_name", "holder"), PARTS)
def test_other_parts_are_settled_too(root_name: str, holder: str) -> None:
    root = settled(CHANGED, root_name, holder)
    assert "".join(xpath(root, "//w:t/text()")) == "ข"


def test_parts_without_changes_are_left_alone() -> None:
    root = etree.Element(f"{{{W}}}document", nsmap={"w": W})
    root.extend(revision_elements(f"<w:p>{run('ก')}</w:p><w:tbl/>"))
    before = etree.tostring(root)
    assert settle_revisions({"a": root}) is False
    assert etree.tostring(root) == before
