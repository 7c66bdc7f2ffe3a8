"""Each reference has a note of its own, filled in with what is known where it stands."""

from __future__ import annotations

import pytest
from filling import faults_of, fill_in
from looped_parts import (
    END,
    ENDNOTES,
    FOOTNOTES,
    LOOP,
    bookmark,
    faults_in,
    link,
    note,
    note_reference,
    repeated_ids,
    values_in,
    with_notes,
)
from word_files import lines_of, pack, paragraph, parts_of, run, template, texts_of_all, xml_of, xpath

ITEMS = {"items": ["ก", "ข", "ค"], "one": "หนึ่ง"}


@pytest.mark.parametrize(("kind", "part"), [("footnote", FOOTNOTES), ("endnote", ENDNOTES)])
def test_each_turn_has_its_note(kind: str, part: str) -> None:
    body = LOOP + paragraph("{{ i }}", note_reference(2, kind)) + END + paragraph(note_reference(3, kind))
    notes = note(2, paragraph("ดู {{ i }}"), kind) + note(3, paragraph("ท้าย {{ one }}"), kind)
    data = fill_in(with_notes(template(body), notes, kind), ITEMS)

    references = values_in(data, f"//w:{kind}Reference/@w:id")
    text_of_id = {}
    for element in xpath(xml_of(data, part), f"//w:{kind}"):
        (number,) = xpath(element, "@w:id")
        text_of_id[number] = "".join(texts_of_all([element]))
    assert [text_of_id[number] for number in references] == ["ดู ก", "ดู ข", "ดู ค", "ท้าย หนึ่ง"]
    # The two lines stay.
    assert sorted(text_of_id.keys() - set(references)) == ["-1", "0"]
    assert references[0] == "2"
    assert references[3] == "3"
    assert faults_in(data) == []


def test_a_note_in_a_branch_that_is_not_printed_is_not_there() -> None:
    body = paragraph("{%p if 0 %}") + paragraph(note_reference(1)) + paragraph("{%p endif %}")
    data = fill_in(with_notes(template(body), note(1, paragraph("ดู"))), ITEMS)
    assert xpath(xml_of(data, FOOTNOTES), "//w:footnote/@w:id") == ["-1", "0"]
    assert faults_in(data) == []


def test_a_note_to_which_nothing_refers_stays() -> None:
    data = fill_in(with_notes(template("x"), note(1, paragraph("ดู {{ one }}"))), ITEMS)
    assert lines_of(data, FOOTNOTES)[-1] == "ดู หนึ่ง"


def test_what_stands_in_a_note_is_copied_safely() -> None:
    body = LOOP + paragraph(note_reference(1)) + END
    inner = paragraph("{%p for j in items %}") + paragraph(bookmark("a", run("{{ j }}")), link("a")) + END
    data = fill_in(with_notes(template(body), note(1, inner)), ITEMS)
    assert repeated_ids(data) == []
    names = values_in(data, "//w:bookmarkStart/@w:name")
    assert len(set(names)) == 9
    assert values_in(data, "//w:hyperlink/@w:anchor") == names
    assert faults_in(data) == []


def test_content_in_a_note_is_never_executed() -> None:
    body = LOOP + paragraph(note_reference(1)) + END
    context = {"items": ["{{ 7*7 }}", "</w:p>\x20&", "{% endfilter %}"]}
    data = fill_in(with_notes(template(body), note(1, paragraph("{{ i }}"))), context)
    assert lines_of(data, FOOTNOTES)[-3:] == ["{{ 7*7 }}", "</w:p> &", "{% endfilter %}"]


def test_a_reference_without_a_note_goes() -> None:
    """Word does not open a file in which a reference has no note."""
    data = fill_in(with_notes(template(paragraph("x", note_reference(9))), ""), ITEMS)
    assert values_in(data, "//w:footnoteReference/@w:id") == []
    assert lines_of(data) == ["x"]


def test_notes_in_a_part_of_another_name_are_left_alone() -> None:
    parts = parts_of(with_notes(template(paragraph(note_reference(1))), note(1, paragraph("ดู"))))
    parts["word/footnotes2.xml"] = parts.pop(FOOTNOTES)
    assert values_in(fill_in(pack(parts), ITEMS), "//w:footnoteReference/@w:id") == ["1"]


def test_a_fault_in_a_note_names_its_tag() -> None:
    data = with_notes(template(paragraph(note_reference(1))), note(1, paragraph("{{ nobody }}")))
    ((code, _severity, _path, _line),) = faults_of(data, ITEMS)
    assert code == "E304"
