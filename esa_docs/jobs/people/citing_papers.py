"""Kept papers that cite another one: their text says it, whatever became of their content files."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any, Final

from esa_docs import thai
from esa_docs.model.base import Content
from esa_docs.model.document import Document
from esa_docs.model.history import History
from esa_docs.model.number_register import number_key
from esa_docs.model.project import Project
from esa_docs.model.record import Record

_ERA: Final = "พ.ศ."


def citing_keys(project: Project, document: Document[Content]) -> tuple[str, ...]:
    """Return ``year/name`` of each kept paper of a kind that cites a paper, or cites one that does.

    Args:
        project: where the papers are kept.
        document: the paper. Its own key is not returned.
    """
    records = _records_of_kind(project, document)
    texts = {key: _plain(record.text) for key, record in records.items()}
    citations = list(_citations_of(project, document))
    keys: list[str] = []
    while citations:
        citation = citations.pop()
        next_keys = [key for key, text in texts.items() if citation.search(text)]
        for key in next_keys:
            del texts[key]
            citations += _citation(records[key].number, records[key].date)
        keys += next_keys
    return tuple(keys)


def is_given_up(project: Project, key: str) -> bool:
    """Return whether a kept paper without content file was cancelled before it was sent.

    Then its number stands for no paper any more.

    Args:
        project: where it is kept.
        key: its ``year/name``.
    """
    sources = {entry.source for entry in project.register if entry.is_kept}
    return key not in sources and not project.histories[key].is_sent


def _records_of_kind(project: Project, document: Document[Content]) -> dict[str, Record]:
    """Return the records of the other papers of the kind of a paper, by ``year/name``."""
    records: dict[str, Record] = {}
    for key, history in project.histories.items():
        record = history.record
        if record is not None and record.kind == document.kind and key != document.key:
            records[key] = record
    return records


def _citations_of(project: Project, document: Document[Content]) -> Iterator[re.Pattern[str]]:
    """Generate how others cite a paper: as its content has number and date, and as its versions have them."""
    content: Any = document.content
    if content.is_issued:
        yield from _citation(content.number, content.date)
    for version in project.histories.get(document.key, History()).versions:
        if version.record is not None:
            yield from _citation(version.record.number, version.record.date)


def _citation(number: str | None, date: dt.date | None) -> Iterator[re.Pattern[str]]:
    """Generate the pattern of a citation in plain text; none of a paper without number or date."""
    if number is None or date is None:
        return
    day = _plain(thai.format_date(date, "long", "arabic"))
    words = rf"0*{re.escape(number_key(number))}/{thai.buddhist_year(date)}ลงวันที่{re.escape(day)}"
    yield re.compile(rf"(?<![0-9/]){words}")


def _plain(text: str) -> str:
    """Return a text without spaces, era and Thai digits, which papers may print or not."""
    return "".join(thai.to_arabic_digits(text).replace(_ERA, "").split())
