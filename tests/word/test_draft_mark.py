"""ร่าง is printed in every kind of document exactly where it is a draft, whatever number and date say."""

from __future__ import annotations

import zipfile
from io import BytesIO
from itertools import chain
from typing import Any

import pytest
from finished import make_without_emblem, make_word_file
from invented_office import AREA_OFFICE, DIRECTOR, document_of
from meetings import meeting
from pmqa_reports import ANSWERS, complete_items
from pmqa_reports import report as pmqa_report
from sar_content import complete_indicators
from sar_content import report as sar_report
from word_files import FIRST_HEADER, HEADER, lines_of

from esa_docs.kinds import KINDS
from esa_docs.model.document import Document

NUMBERED = {"number": "12", "date": "16 มีนาคม 2569"}
SIGNATURE = {"by": DIRECTOR}
WORK = {
    "name": "งาน",
    "objectives": ["ก"],
    "scope": [{"text": "ข"}],
    "steps": [{"text": "ค"}],
    "table": [{"step": "ก", "detail": "ข", "owner": "ค"}],
}


def order(**changes: Any) -> Document[Any]:
    return document_of("order", {"subject": "ก", "cause": ["ด้วย"], "clauses": ["ข"], **changes}, AREA_OFFICE)


def announcement(**changes: Any) -> Document[Any]:
    return document_of("announcement", {"subject": "ก", "text": ["ด้วย"], **changes}, AREA_OFFICE)


def memo(**changes: Any) -> Document[Any]:
    content = {"subject": "ก", "text": ["ด้วย"], "signature": SIGNATURE, **changes}
    return document_of("memo", content, AREA_OFFICE)


def letter(**changes: Any) -> Document[Any]:
    return document_of("letter", {"subject": "ก", "to": "ข", "text": ["ด้วย"], **changes}, AREA_OFFICE)


def manual(**changes: Any) -> Document[Any]:
    content = {"title": "ก", "author": DIRECTOR, "foreword": ["ข"], "works": [WORK], **changes}
    return document_of("manual", content, AREA_OFFICE)


def sar(**changes: Any) -> Document[Any]:
    return sar_report(indicators=complete_indicators(), **changes)


def pmqa(**changes: Any) -> Document[Any]:
    return pmqa_report(items=complete_items(), profile=ANSWERS, **changes)


DATED: dict[str, Any] = {"date": "16 มีนาคม 2569"}
COMPLETE: dict[str, list[Document[Any]]] = {
    "order": [order(), order(**NUMBERED), order(date="มีนาคม 2569")],
    "announcement": [announcement(), announcement(**DATED), announcement(date="มีนาคม 2569")],
    "memo": [memo(), memo(**NUMBERED), memo(date="มีนาคม 2569")],
    "letter": [letter(), letter(**NUMBERED), letter(date="มีนาคม 2569")],
    "minutes": [meeting()],
    "manual": [manual(), manual(**DATED)],
    "sar": [sar(), sar(**DATED)],
    "pmqa": [pmqa(), pmqa(**DATED)],
}
"""Documents in which nothing is missing."""
KEPT_DRAFTS: dict[str, Document[Any]] = {
    "order": order(**NUMBERED, draft=True),
    "announcement": announcement(**DATED, draft=True),
    "memo": memo(**NUMBERED, draft=True),
    "letter": letter(**NUMBERED, draft=True),
    "minutes": meeting(draft=True),
    "manual": manual(**DATED, draft=True),
    "sar": sar(**DATED, draft=True),
    "pmqa": pmqa(**DATED, draft=True),
}
"""Drafts by their own word, with number and date."""
COMPLETE_DOCUMENTS = list(chain.from_iterable(COMPLETE.values()))


EMBLEM_KINDS = {"order", "announcement", "memo", "letter"}


def words_of_draft(document: Document[Any]) -> list[str]:
    """Return the parts of a document's Word file with a line that is nothing but the word of a draft."""
    make = make_without_emblem if document.kind in EMBLEM_KINDS else make_word_file
    data = make(document)
    with zipfile.ZipFile(BytesIO(data)) as package:
        names = [name for name in package.namelist() if name.startswith("word/") and name.endswith(".xml")]
    parts: list[str] = []
    for name in names:
        if name == "word/document.xml" or "header" in name or "footer" in name:
            lines = [line.strip() for line in lines_of(data, name)]
            parts += [name for line in lines if line == "ร่าง"]
    return sorted(parts)


def test_the_tables_have_every_kind() -> None:
    assert set(COMPLETE) == set(KEPT_DRAFTS) == set(KINDS.names)


@pytest.mark.parametrize("document", COMPLETE_DOCUMENTS, ids=lambda document: document.kind)
def test_a_complete_paper_bears_no_mark(document: Document[Any]) -> None:
    assert words_of_draft(document) == []


@pytest.mark.parametrize("kind", ["order", "announcement", "memo", "letter", "minutes"])
def test_a_draft_bears_the_mark_on_its_first_page(kind: str) -> None:
    assert words_of_draft(KEPT_DRAFTS[kind]) == [FIRST_HEADER]


@pytest.mark.parametrize("kind", ["manual", "sar", "pmqa"])
def test_a_draft_in_book_form_bears_it_on_the_cover_and_on_every_numbered_page(kind: str) -> None:
    assert words_of_draft(KEPT_DRAFTS[kind]) == ["word/document.xml", HEADER]


@pytest.mark.parametrize("document", [meeting(ends=None), sar_report(**DATED), pmqa_report(**DATED)])
def test_something_missing_makes_a_draft(document: Document[Any]) -> None:
    assert words_of_draft(document) != []


def test_the_head_of_a_complete_manual_is_its_page_number_alone() -> None:
    assert lines_of(make_word_file(manual()), HEADER) == [""]
    assert lines_of(make_word_file(manual(draft=True)), HEADER) == ["\t\tร่าง"]
