"""Word files of which one part or relationship is broken: told at the annex, whatever the part is."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path

import pytest
from annexed_papers import TODAY, R, parts_of, rendered, select, zipped
from annexed_papers import put_word_file as put_file
from annexed_papers import write_order as write_annexed
from lxml import etree
from rich_word_file import rich_word_file
from written_project import OFFICE, put, put_office

from esa_docs import api
from esa_docs.diagnostics import ContentError, Location
from esa_docs.ooxml.package import DOCUMENT_PART, read_package
from esa_docs.word.annexes.sections import references_of_paper
from esa_docs.word.annexes.word_files.faults import FilePlace
from esa_docs.word.annexes.word_files.own_sections import Heads
from esa_docs.word.annexes.word_files.paper_package import PaperPackage
from esa_docs.word.annexes.word_files.putting_in import PutIn, put_in

FILE = FilePlace(Path("file.docx"), Location("order.yaml", 17, 27), "annexes[0].file")
WORD_PARTS = tuple(
    f"word/{name}.xml"
    for name in ("document", "styles", "settings", "numbering", "theme/theme1", "header1", "footnotes")
)
BROUGHT_PARTS = (
    *("word/charts/chart1.xml", "word/charts/style1.xml", "word/charts/colors1.xml"),
    *("word/theme/themeOverride1.xml", "word/drawings/drawing1.xml"),
    *(f"word/diagrams/{name}1.xml" for name in ("data", "layout", "quickStyle", "colors")),
)
RELATIONSHIPS = ("word/_rels/document.xml.rels", "word/charts/_rels/chart1.xml.rels")
DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "cut": lambda data: data[:-30],
    "emptied": lambda _data: b"",
    "of another root": lambda _data: b"<x/>",
    "binary": lambda _data: bytes(range(256)),
    "with a document type": lambda data: b"<!DOCTYPE a>" + data.rpartition(b"?>")[2],
}


@functools.cache
def rich_parts() -> dict[str, bytes]:
    return parts_of(rich_word_file())


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return the package of an order without annexes."""
    root = tmp_path_factory.mktemp("paper")
    put_office(root)
    put(root, "office.yaml", f"{OFFICE}content: 2\n")
    write_annexed(root, "  - {title: ก, paragraphs: [ข]}\n")
    data = rendered(root).value
    assert data is not None
    return read_package(data)


def put_into(paper: dict[str, bytes], parts: dict[str, bytes]) -> PutIn:
    """Put a Word file into a paper and return it."""
    references = references_of_paper(paper[DOCUMENT_PART].decode())
    heads = Heads(PaperPackage(paper), references, has_even_pages=False)
    return put_in(zipped(parts), FILE, 1, "own", heads)


def code_of(paper: dict[str, bytes], parts: dict[str, bytes]) -> str:
    """Return with which code a Word file is refused at its place; empty where it is put in."""
    try:
        put_into(paper, parts)
    except ContentError as fault:
        (diagnostic,) = fault.diagnostics
        assert (diagnostic.location, diagnostic.field) == (FILE.place, FILE.field)
        return diagnostic.code
    return ""


def remark_of(paper: dict[str, bytes], parts: dict[str, bytes]) -> str:
    """Return what is told (E345) of a Word file that is put in."""
    remarks = put_into(paper, parts).remarks
    assert remarks is not None
    assert (remarks.code, remarks.location) == ("E345", FILE.place)
    return remarks.message


def changed_relationship(part: str, target: str, **attributes: str | None) -> dict[str, bytes]:
    """Return the rich file with other attributes of one relationship; None takes one away."""
    parts = dict(rich_parts())
    root = etree.fromstring(parts[part])
    (relationship,) = select(root, f"*[@Target='{target}']")
    for name, value in attributes.items():
        if value is None:
            del relationship.attrib[name]
        else:
            relationship.set(name, value)
    parts[part] = etree.tostring(root)
    return parts


def without_relationship(part: str, target: str) -> dict[str, bytes]:
    parts = dict(rich_parts())
    root = etree.fromstring(parts[part])
    (relationship,) = select(root, f"*[@Target='{target}']")
    root.remove(relationship)
    parts[part] = etree.tostring(root)
    return parts


def test_the_whole_file_is_put_in_with_all_its_parts(tmp_path: Path) -> None:
    put_file(tmp_path, "file.docx", rich_word_file())
    file = rendered(write_annexed(tmp_path, "  - {title: คู่มือ, file: file.docx}\n"))
    assert file.value is not None
    roots: list[str] = []
    for name, data in parts_of(file.value).items():
        if "annex1_" in name and name.endswith(".xml"):
            roots.append(etree.QName(etree.fromstring(data)).localname)
    of_chart = ["chartSpace", "chartStyle", "colorStyle", "themeOverride", "userShapes"]
    of_diagram = ["dataModel", "layoutDef", "styleDef", "colorsDef"]
    assert sorted(roots) == sorted([*of_chart, *of_diagram])


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("name", [*WORD_PARTS, *BROUGHT_PARTS, *RELATIONSHIPS, "[Content_Types].xml"])
def test_a_broken_part_of_any_kind_is_told_at_the_annex(
    paper: dict[str, bytes], name: str, damage: str
) -> None:
    parts = dict(rich_parts())
    parts[name] = DAMAGES[damage](parts[name])
    assert code_of(paper, parts) == "E344"


@pytest.mark.parametrize(
    ("name", "root"),
    [
        ("word/charts/chart1.xml", "c:chartSpace"),
        ("word/diagrams/data1.xml", "dgm:dataModel"),
        ("word/diagrams/layout1.xml", "dgm:layoutDef"),
        ("word/diagrams/quickStyle1.xml", "dgm:styleDef"),
    ],
)
def test_a_part_that_breaks_its_schema_is_told_at_the_annex(
    paper: dict[str, bytes], name: str, root: str
) -> None:
    parts = dict(rich_parts())
    element = etree.fromstring(parts[name])
    for child in list(element):
        element.remove(child)
    parts[name] = etree.tostring(element)
    with pytest.raises(ContentError) as fault:
        put_into(paper, parts)
    (diagnostic,) = fault.value.diagnostics
    assert (diagnostic.code, diagnostic.location) == ("E344", FILE.place)
    assert root in diagnostic.message


@pytest.mark.parametrize("name", ["word/charts/chart1.xml", "word/header1.xml", "word/footnotes.xml"])
def test_an_attribute_too_many_is_left_out_before_its_part_is_written(tmp_path: Path, name: str) -> None:
    parts = dict(rich_parts())
    element = etree.fromstring(parts[name])
    for child in element.iter(etree.Element):
        child.set("odd", "1")
        break
    parts[name] = etree.tostring(element)
    put_file(tmp_path, "file.docx", zipped(parts))
    file = rendered(write_annexed(tmp_path, "  - {title: คู่มือ, file: file.docx}\n"))
    assert file.value is not None
    assert [each.code for each in file.diagnostics if each.is_error] == []


@pytest.mark.parametrize("attribute", ["Id", "Type", "Target"])
@pytest.mark.parametrize(
    ("part", "target"),
    [(RELATIONSHIPS[0], "charts/chart1.xml"), (RELATIONSHIPS[1], "../embeddings/book1.xlsx")],
)
def test_a_relationship_without_what_it_needs_is_told(
    paper: dict[str, bytes], part: str, target: str, attribute: str
) -> None:
    changed = changed_relationship(part, target, **{attribute: None})
    assert code_of(paper, changed) == "E344"


@pytest.mark.parametrize(
    ("part", "target", "attributes"),
    [
        (RELATIONSHIPS[0], "media/image1.png", {"Type": f"{R}/chart"}),
        (RELATIONSHIPS[0], "charts/chart1.xml", {"Type": f"{R}/package"}),
        (RELATIONSHIPS[0], "charts/chart1.xml", {"Target": "document.xml"}),
        (RELATIONSHIPS[1], "style1.xml", {"Target": "/word/styles.xml"}),
        (RELATIONSHIPS[1], "style1.xml", {"Id": "rId1"}),
    ],
)
def test_a_relationship_that_leads_to_a_part_of_another_kind_is_told(
    paper: dict[str, bytes], part: str, target: str, attributes: dict[str, str]
) -> None:
    assert code_of(paper, changed_relationship(part, target, **attributes)) == "E344"


def test_what_is_no_picture_is_left_out_as_one(paper: dict[str, bytes]) -> None:
    chart = changed_relationship(RELATIONSHIPS[0], "charts/chart1.xml", Type=f"{R}/image")
    assert "chart1.xml" in remark_of(paper, chart)
    document = changed_relationship(RELATIONSHIPS[0], "media/image1.png", Target="document.xml")
    assert "document.xml" in remark_of(paper, document)


@pytest.mark.parametrize("target", ["media/image1.png", "charts/chart1.xml", "header1.xml"])
def test_what_has_no_relationship_is_left_out_and_told(paper: dict[str, bytes], target: str) -> None:
    message = remark_of(paper, without_relationship(RELATIONSHIPS[0], target))
    assert "ไฟล์ชี้ไปไม่ถึง" in message


@pytest.mark.parametrize(
    "name",
    [
        *("word/media/image1.png", "word/header1.xml", "word/footnotes.xml", "word/styles.xml"),
        *("word/charts/chart1.xml", "word/charts/style1.xml", "word/embeddings/book1.xlsx"),
    ],
)
def test_a_part_that_is_not_there_is_told_by_its_name(paper: dict[str, bytes], name: str) -> None:
    parts = dict(rich_parts())
    del parts[name]
    assert name.rpartition("/")[2] in remark_of(paper, parts)


@pytest.mark.parametrize("data", [b"", bytes(range(256)), b"\x00" * 40, b"<x/>"])
def test_a_picture_that_no_program_can_show_is_left_out_and_told(
    paper: dict[str, bytes], data: bytes
) -> None:
    parts = {**rich_parts(), "word/media/image1.png": data}
    assert "image1.png" in remark_of(paper, parts)


def test_an_annex_that_is_broken_keeps_no_other_paper_from_being_made(tmp_path: Path) -> None:
    parts = dict(rich_parts())
    parts["word/charts/chart1.xml"] = parts["word/charts/chart1.xml"][:-30]
    put_file(tmp_path, "file.docx", zipped(parts))
    root = write_annexed(tmp_path, "  - {title: คู่มือ, file: file.docx}\n")
    text = (root / "2569/orders/annexed.yaml").read_text(encoding="utf-8")
    whole = text.partition("annexes:")[0].replace('number: "9"', 'number: "8"')
    put(root, "2569/orders/whole.yaml", whole)
    report = api.build(api.load(root), out=root / "build", today=TODAY)
    assert (root / "build/2569/orders/whole.docx").is_file()
    (fault,) = [each for each in report.diagnostics if each.is_error]
    assert (fault.code, fault.location.line) == ("E344", 11)
