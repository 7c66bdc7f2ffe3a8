"""Heads and feet of landscape pages: their tab stops stand as far apart as the page is wide."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from lxml import etree
from word_files import NAMES, parts_of, xml_of, xpath
from written_project import OFFICE, PEOPLE, put

from esa_docs import api
from esa_docs.ooxml.names import CONTENT_TYPES, RELATIONSHIPS
from esa_docs.ooxml.package import write_package
from esa_docs.word.blocks.lying_heads import with_lying_heads

MEMO = """\
kind: memo
subject: ขอความเห็นชอบ
secrecy: ลับ
signature: {by: ก}
text:
  - ก่อน
  - landscape: [นอน]
  - หลัง
"""
TABS = '<w:tabs><w:tab w:val="center" w:pos="4500"/></w:tabs>'
ID = f"{{{NAMES['r']}}}id"


def test_the_middle_of_a_landscape_page_is_its_own(tmp_path: Path) -> None:
    put(tmp_path, "office.yaml", f"content: 2\n{OFFICE}")
    put(tmp_path, "people.yaml", PEOPLE)
    put(tmp_path, "2569/memo.yaml", MEMO)
    checked = api.render_checked(api.find(api.load(tmp_path), "memo"), today=dt.date(2026, 9, 16))
    assert checked.value is not None
    parts = parts_of(checked.value)
    targets = {
        element.get("Id"): element.get("Target")
        for element in etree.fromstring(parts["word/_rels/document.xml.rels"])
    }
    before, lying, behind = xpath(xml_of(checked.value), "//w:sectPr")

    tabs_by_section = []
    for section in (before, lying, behind):
        (foot,) = xpath(section, "./w:footerReference[@w:type='default'] | ./w:footerReference[1]")[:1]
        root = etree.fromstring(parts[f"word/{targets[foot.get(ID)]}"])
        tabs_by_section.append(sorted(map(int, xpath(root, "//w:tab[@w:val!='clear']/@w:pos"))))
        assert "ลับ" in "".join(map(str, root.itertext()))
    # Turned, A4 has 29.7 cm less 2.5 above and 2 below: 16838 - 1417 - 1134 twips; half of it for the middle.
    assert tabs_by_section[0] == tabs_by_section[2] == []
    middle, right = tabs_by_section[1]
    assert abs(middle * 2 - right) <= 2
    size, margins = xpath(lying, "./w:pgSz")[0], xpath(lying, "./w:pgMar")[0]
    sides = [int(margins.get(f"{{{NAMES['w']}}}{side}")) for side in ("left", "right")]
    assert abs(right - (int(size.get(f"{{{NAMES['w']}}}w")) - sum(sides))) <= 2
    assert len({foot for foot in targets.values() if "Landscape" in str(foot)}) >= 1


def test_a_section_behind_landscape_pages_keeps_its_heads() -> None:
    declared = f'xmlns:w="{NAMES["w"]}" xmlns:r="{NAMES["r"]}"'
    upright = (
        '<w:sectPr><w:headerReference w:type="default" r:id="a"/><w:pgSz w:w="11000" w:h="17000"/>'
        '<w:pgMar w:left="1000" w:right="1000" w:top="0" w:bottom="0"/></w:sectPr>'
    )
    # A section without heads has those of the one before.
    lying = (
        '<w:sectPr><w:pgSz w:w="20000" w:h="11000"/>'
        '<w:pgMar w:left="1000" w:right="1000" w:top="0" w:bottom="0"/></w:sectPr>'
    )
    paragraphs = "".join(f"<w:p><w:pPr>{section}</w:pPr></w:p>" for section in (upright, lying))
    reference = '<Relationship Id="a" Target="header1.xml"/>'
    package = write_package(
        {
            "[Content_Types].xml": f'<Types xmlns="{CONTENT_TYPES}"/>'.encode(),
            "word/document.xml": f"<w:document {declared}>{paragraphs}<w:sectPr/></w:document>".encode(),
            "word/_rels/document.xml.rels": (
                f'<Relationships xmlns="{RELATIONSHIPS}">{reference}</Relationships>'.encode()
            ),
            "word/header1.xml": f"<w:hdr {declared}><w:p><w:pPr>{TABS}</w:pPr></w:p></w:hdr>".encode(),
        }
    )

    changed = with_lying_heads(package)

    heads = xpath(xml_of(changed), "//w:headerReference")
    assert [head.get(ID) for head in heads] == ["a", "rIdLandscape1", "a"]
    copy = etree.fromstring(parts_of(changed)["word/headerLandscape1.xml"])
    # 9000 twips of text become 18000.
    assert xpath(copy, "//w:tab/@w:pos") == ["9000"]
