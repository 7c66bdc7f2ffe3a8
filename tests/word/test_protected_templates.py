"""A template that protects its text: what people may change in a paper stays marked, and paired in loops."""

from __future__ import annotations

import pytest
from filling import fill_in
from template_tables import cell, row, table
from word_files import (
    SETTINGS,
    Element,
    alter_part,
    elements,
    only_match,
    paragraph,
    run,
    template,
    xml_of,
    xpath,
)

from esa_docs.word.verify import verify

START = '<w:permStart w:id="1234567890" w:edGrp="everyone"/>'
END = '<w:permEnd w:id="1234567890"/>'
LOOP, ENDLOOP = "{%p for i in items %}", "{%p endfor %}"
FREE = paragraph(START, run("ลงชื่อ {{ one }}"), END)
PLACES = {
    "a paragraph": ((FREE,), 1),
    "a loop": ((LOOP, FREE, ENDLOOP), 3),
    "a cell": ((table(1, row(cell(FREE))),), 1),
    "around a loop, at its tags": ((paragraph(START, LOOP), "{{ i }}", paragraph(ENDLOOP, END)), 1),
    "from a loop to behind it": ((LOOP, paragraph(START, "{{ i }}"), ENDLOOP, paragraph("z", END)), 3),
    "an end without a beginning": ((paragraph("a", END),), 0),
    "a beginning without an end": ((paragraph(START, "a"),), 1),
}


def protected(data: bytes, enforcement: str) -> bytes:
    """Return a template whose settings protect it."""
    (protection,) = elements(f'<w:documentProtection w:edit="readOnly" w:enforcement="{enforcement}"/>')

    def protect(settings: Element) -> None:
        only_match(settings, "w:zoom").addnext(protection)

    return alter_part(data, SETTINGS, protect)


@pytest.mark.parametrize(("pieces", "count"), PLACES.values(), ids=PLACES)
def test_what_may_be_changed_stays_marked(pieces: tuple[str, ...], count: int) -> None:
    root = xml_of(fill_in(protected(template(*pieces, "end"), "1")))

    starts = xpath(root, "//w:permStart/@w:id")
    assert len(starts) == len(set(starts)) == count
    assert xpath(root, "//w:permEnd/@w:id") == starts
    marks = [element.tag.rpartition("}")[2] for element in xpath(root, "//w:permStart | //w:permEnd")]
    assert marks == ["permStart", "permEnd"] * count


def test_a_protected_paper_passes_every_rule() -> None:
    data = fill_in(protected(template(LOOP, FREE, ENDLOOP, "end"), "1"))
    assert [finding.message for finding in verify(data, "a.docx") if finding.is_error] == []


@pytest.mark.parametrize("enforcement", ["0", "false"])
def test_the_marks_go_where_all_may_change_all(enforcement: str) -> None:
    for data in (template(FREE), protected(template(FREE), enforcement)):
        assert xpath(xml_of(fill_in(data)), "//w:permStart | //w:permEnd") == []
