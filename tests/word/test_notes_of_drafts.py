"""Notes that speak to those who work on a report: drafts print them, complete reports do not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from finished import make_word_file
from invented_office import DIRECTOR, OFFICE, document_of
from sar_content import complete_indicators, scheme
from word_files import lines_of

from esa_docs.kinds import KINDS
from esa_docs.model.document import Document
from esa_docs.source.assets.schemes import shipped_schemes

NOTE = "หมายเหตุ\t"
SCALE_OF_THE_OFFICE = f"{NOTE}ระดับ ช่วงคะแนน และน้ำหนักเป็นไปตามที่สำนักงานใช้ในการประเมินตนเองครั้งนี้"
WORDS_OF_NOTES = ("โปรแกรม", "ยังไม่ได้ตรวจ", "ให้สำนักงานเติม")
"""Words that only notes of drafts have."""
SHIPPED = shipped_schemes(KINDS)
OFFICE_WITH_DIRECTOR = {**OFFICE, "director": DIRECTOR}


def report_of(edition: str) -> Document[Any]:
    """Return a report by a shipped edition that answers nothing: a draft."""
    edition_model: Any = SHIPPED[edition]
    kind = str(edition_model.scheme)
    content: dict[str, Any] = {"scheme": edition_model}
    if kind == "sar":
        content["indicators"] = [{"indicator": "1.1", "issues": [{"number": 2}]}]
    return document_of(kind, content, OFFICE_WITH_DIRECTOR)


def notes_of(document: Document[Any]) -> list[str]:
    """Return the lines of a report that begin as notes do."""
    lines = lines_of(make_word_file(document))
    return [line for line in lines if line.startswith(NOTE)]


@pytest.mark.parametrize("edition", sorted(SHIPPED))
def test_the_note_of_an_edition_stands_in_drafts_alone(edition: str) -> None:
    draft = report_of(edition)
    signed = replace(draft, is_issued_anyway=True)
    note = f"{NOTE}{draft.content.scheme.note}"

    assert draft.is_draft
    notes = notes_of(draft)
    assert note in notes
    assert SCALE_OF_THE_OFFICE not in notes
    signed_notes = notes_of(signed)
    assert note not in signed_notes
    assert SCALE_OF_THE_OFFICE in signed_notes


@pytest.mark.parametrize("edition", sorted(SHIPPED))
def test_a_signed_report_has_no_word_for_those_who_work_on_it(edition: str) -> None:
    signed = replace(report_of(edition), is_issued_anyway=True)
    text = "\n".join(lines_of(make_word_file(signed)))
    for words in WORDS_OF_NOTES:
        assert words not in text, words


@pytest.mark.parametrize(
    ("certainty", "note", "expected"),
    [
        ("not_verified", "ข้อความถึงผู้จัดทำ", [SCALE_OF_THE_OFFICE]),
        ("not_verified", None, [SCALE_OF_THE_OFFICE]),
        ("verified", "ตามประกาศฉบับตัวอย่าง", [f"{NOTE}ตามประกาศฉบับตัวอย่าง"]),
        ("verified", None, []),
    ],
)
def test_a_complete_report_says_whose_scale_it_used(
    certainty: str, note: str | None, expected: list[str]
) -> None:
    content = {"scheme": scheme(certainty=certainty, note=note), "indicators": complete_indicators()}
    document = document_of("sar", content, OFFICE_WITH_DIRECTOR)
    complete = replace(document, missing=())
    assert not complete.is_draft
    assert notes_of(complete) == expected
