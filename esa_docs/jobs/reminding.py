"""Drafts of the memos that ask the owners of a self-assessment for what is missing, or remind them of it.

The director signs them: who asks heads of groups for their share by a day stands above them. Where
office.yaml names no director, the secretary of the working group does, whom the order of the report appoints.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final

from esa_docs import thai
from esa_docs.assess.gaps import Gap, gaps_in
from esa_docs.assess.status import WorkStatus
from esa_docs.i18n import gettext as _
from esa_docs.model.abilities import RequestWriter
from esa_docs.model.base import Content
from esa_docs.model.document import Document
from esa_docs.model.draft import Draft, Request
from esa_docs.model.kind import Kinds
from esa_docs.model.people import Person
from esa_docs.model.rounds import ROUND_MONTHS, ROUND_NAMES, Round

_DEPTH: Final = 2
"""Folders between the project and a draft."""


def draft_requests(document: Document[Content], kinds: Kinds, work: WorkStatus) -> tuple[Draft, ...]:
    """Draft the requests for one report.

    Whoever is late is reminded of all that is late; who is not is asked for what is due next. Results that
    nothing shows are asked for together with it. Who would sign a request gets none.

    Args:
        document: the report.
        kinds: the kinds of documents; the first that can write a request is used.
        work: what is missing in it.
    """
    signer = signer_of(document, kinds)
    writer = next(((kind.name, kind.request) for kind in kinds if kind.request), None)
    if signer is None or writer is None:
        return ()
    drafts: list[Draft] = []
    for owner, progress in work.progress.by_owner():
        gaps = gaps_in(progress, work.words)
        if owner is not None and owner.id != signer.id and gaps:
            drafts.append(_draft(document, work.round, owner, _wanted(gaps), signer, writer))
    return tuple(drafts)


def signer_of(document: Document[Content], kinds: Kinds) -> Person | None:
    """Return who signs: the director, else the secretary of the working group; None where nobody is named."""
    if document.office.director is not None:
        return document.office.director
    progress = kinds.of(document).progress
    return progress.secretary(document.content) if progress else None


def _wanted(gaps: Sequence[Gap]) -> tuple[Gap, ...]:
    """Give what a memo is about: all that is late, else the round that comes first; evidence in any case."""
    is_late, first = any(gap.is_late for gap in gaps), next(iter(_rounds(gaps)), None)
    return tuple(gap for gap in gaps if gap.round is None or (gap.is_late if is_late else gap.round == first))


def _rounds(gaps: Sequence[Gap]) -> tuple[Round, ...]:
    """Give the rounds in which something is missing, the earlier first."""
    return tuple(which for which in ROUND_NAMES if any(gap.round == which for gap in gaps))


def _draft(
    document: Document[Content],
    reported: Round,
    owner: Person,
    gaps: Sequence[Gap],
    signer: Person,
    writer: tuple[str, RequestWriter],
) -> Draft:
    """Draft one request; its name says which report, round and owner it is for."""
    which = (_rounds(gaps) or (reported,))[-1]
    verb = "remind" if any(gap.is_late for gap in gaps) else "ask"
    name = f"{verb}-{document.name}-{ROUND_MONTHS[which]}-{owner.id}"
    subject, text, closing = _words(document, gaps)
    request = Request(owner.post, subject, text, closing, signer.id)
    note = _("A draft: complete it, then delete this line.")
    kind, write = writer
    return Draft(document.year_folder / f"{kind}s", name, _DEPTH, write(request), note)


def _words(document: Document[Content], gaps: Sequence[Gap]) -> tuple[str, list[str], str]:
    """Return subject, text and closing: of a reminder where something is late, else of a request."""
    report = f"{document.title} ปีงบประมาณ พ.ศ. {document.year}"
    share = f"ข้อมูล{' และ'.join(map(ROUND_NAMES.__getitem__, _rounds(gaps)))}" if _rounds(gaps) else "หลักฐาน"
    office, by = document.office.name, _by_when(gaps)
    if any(gap.is_late for gap in gaps):
        subject, closing = f"ขอให้เร่งส่ง{share} ประกอบ{report}", "จึงเรียนมาเพื่อโปรดเร่งดำเนินการ"
        text = [
            f"ตามที่{office} กำหนดให้ส่ง{share} ประกอบ{report}{by} นั้น",
            "บัดนี้พ้นกำหนดแล้ว ข้อมูลในส่วนที่ท่านรับผิดชอบยังไม่ครบ ดังนี้",
        ]
    else:
        subject, closing = f"ขอให้ส่ง{share} ประกอบ{report}", "จึงเรียนมาเพื่อโปรดดำเนินการ"
        text = [
            f"ด้วย{office} อยู่ระหว่างจัดทำ{report} ซึ่งท่านเป็นผู้รับผิดชอบข้อมูลบางส่วน",
            f"ในการนี้ ขอให้ส่ง{share}{by} ดังนี้",
        ]
    return subject, [*text, *_listed(gaps)], closing


def _by_when(gaps: Sequence[Gap]) -> str:
    """Say the day by which all is wanted; where there are several, each item says its own."""
    days = _days(gaps)
    if len(days) > 1:
        return " ภายในกำหนดของแต่ละรายการ"
    return f" ภายในวันที่ {thai.format_date(days[0], 'long', 'arabic')}" if days else "โดยเร็ว"


def _days(gaps: Sequence[Gap]) -> list[dt.date]:
    return sorted({gap.due for gap in gaps if gap.due})


def _listed(gaps: Sequence[Gap]) -> Iterator[str]:
    """Give what is missing as a numbered list; round and day stand in it where there are several."""
    has_rounds, has_days = len(_rounds(gaps)) > 1, len(_days(gaps)) > 1
    for number, gap in enumerate(gaps, 1):
        day = thai.format_date(gap.due, "short", "arabic") if gap.due and has_days else ""
        until = f" กำหนดส่ง {day}" if day else ""
        yield f"{number}. {gap.where if has_rounds else gap.part} ({'และ'.join(gap.missing)}){until}"
