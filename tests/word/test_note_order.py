"""Notes in the order of the text."""

from __future__ import annotations

from esa_docs.word.note_order import notes_in_order

LINE = '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'


def note(number: int) -> str:
    return f'<w:footnote w:id="{number}"><w:p>{number}</w:p></w:footnote>'


def reference(number: int) -> str:
    return f'<w:footnoteReference w:customMarkFollows="1" w:id="{number}"/>'


def test_notes_stand_as_the_text_refers_to_them_and_lines_stay() -> None:
    notes = f"<w:footnotes>{LINE}{note(1)}{note(2)}{note(30)}{note(4)}</w:footnotes>"
    document = "<w:p>" + reference(30) + reference(2) + reference(1) + "</w:p>"
    assert notes_in_order(notes, document, "footnote") == (
        f"<w:footnotes>{LINE}{note(30)}{note(2)}{note(1)}{note(4)}</w:footnotes>"
    )


def test_notes_of_the_other_kind_do_not_matter() -> None:
    notes = f"<w:footnotes>{LINE}{note(1)}{note(2)}</w:footnotes>"
    document = '<w:endnoteReference w:id="2"/><w:endnoteReference w:id="1"/>'
    assert notes_in_order(notes, document, "footnote") == notes
