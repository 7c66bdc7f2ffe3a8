"""Drafts of memos that ask the owners of a self-assessment for what is missing, or remind them of it.

The director signs the memos, because whoever asks heads of groups for their share stands above them. Where
office.yaml names no director, the secretary signs, whom the order of the report appoints.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class _Writer:
    """A kind of documents that can write a request.

    Attributes:
        kind: its name.
        write: returns a request as content of this kind.
    """

    kind: str
    write: RequestWriter


def draft_requests(document: Document[Content], kinds: Kinds, work: WorkStatus) -> tuple[Draft, ...]:
    """Draft the requests for one report: one for each owner of parts that lack something.

    An owner who is late is reminded of all that is late. Any other is asked for what is due next. Evidence
    that is missing is asked for at the same time. The signer of the requests gets none.

    Args:
        document: the report.
        kinds: the kinds of documents. The first that can write a request is used.
        work: how far the report is.

    Returns:
        The drafts; none where nobody can sign, or no kind writes requests.
    """
    signer = signer_of(document, kinds)
    writer = _first_writer(kinds)
    if signer is None or writer is None:
        return ()
    drafts: list[Draft] = []
    for owner, progress in work.progress.by_owner():
        if owner is None or owner.id == signer.id:
            continue
        gaps = _gaps_to_ask_for(gaps_in(progress, work.words))
        if gaps:
            drafts.append(_draft(document, work, owner, gaps, signer, writer))
    return tuple(drafts)


def signer_of(document: Document[Content], kinds: Kinds) -> Person | None:
    """Return who signs: the director, else the secretary of the working group; None where nobody is named."""
    if document.office.director is not None:
        return document.office.director
    progress = kinds.of(document).progress
    return progress.secretary(document.content) if progress else None


def _first_writer(kinds: Kinds) -> _Writer | None:
    for kind in kinds:
        if kind.request is not None:
            return _Writer(kind.name, kind.request)
    return None


def _gaps_to_ask_for(gaps: Sequence[Gap]) -> tuple[Gap, ...]:
    """Return what a memo is about: all that is late, or else the earliest round. Evidence is always added."""
    if _is_late(gaps):
        return tuple(gap for gap in gaps if gap.round is None or gap.is_late)
    rounds = _rounds(gaps)
    if not rounds:
        return tuple(gaps)
    return tuple(gap for gap in gaps if gap.round is None or gap.round == rounds[0])


def _is_late(gaps: Sequence[Gap]) -> bool:
    return any(gap.is_late for gap in gaps)


def _rounds(gaps: Sequence[Gap]) -> tuple[Round, ...]:
    """Return the rounds in which something is missing, the earlier first. Missing evidence is of no round."""
    rounds_with_gaps = {gap.round for gap in gaps}
    return tuple(each_round for each_round in ROUND_NAMES if each_round in rounds_with_gaps)


def _draft(
    document: Document[Content],
    work: WorkStatus,
    owner: Person,
    gaps: Sequence[Gap],
    signer: Person,
    writer: _Writer,
) -> Draft:
    """Return one request as a draft. Its name says which report, round and owner it is for."""
    rounds = _rounds(gaps)
    last_round = rounds[-1] if rounds else work.round
    if _is_late(gaps):
        verb = "remind"
        request = _reminder(document, owner, gaps, signer)
    else:
        verb = "ask"
        request = _first_request(document, owner, gaps, signer)
    name = f"{verb}-{document.name}-{ROUND_MONTHS[last_round]}-{owner.id}"
    folder = document.year_folder / f"{writer.kind}s"
    note = _("A draft: complete it, then delete this line and 'draft: true'.")
    return Draft(folder, name, _DEPTH, writer.write(request), note)


def _reminder(document: Document[Content], owner: Person, gaps: Sequence[Gap], signer: Person) -> Request:
    """Return the request to an owner who is late."""
    report = _report_words(document)
    share = _share_words(gaps)
    subject = f"ขอให้เร่งส่ง{share} ประกอบ{report}"
    text = [
        f"ตามที่{document.office.name} กำหนดให้ส่ง{share} ประกอบ{report}{_deadline_words(gaps)} นั้น",
        "บัดนี้พ้นกำหนดแล้ว ข้อมูลในส่วนที่ท่านรับผิดชอบยังไม่ครบ ดังนี้",
        *_numbered_gaps(gaps),
    ]
    closing = "จึงเรียนมาเพื่อโปรดเร่งดำเนินการ"
    return Request(owner.post, subject, text, closing, signer.id)


def _first_request(
    document: Document[Content], owner: Person, gaps: Sequence[Gap], signer: Person
) -> Request:
    """Return the request to an owner who is not late."""
    report = _report_words(document)
    share = _share_words(gaps)
    subject = f"ขอให้ส่ง{share} ประกอบ{report}"
    text = [
        f"ด้วย{document.office.name} อยู่ระหว่างจัดทำ{report} ซึ่งท่านเป็นผู้รับผิดชอบข้อมูลบางส่วน",
        f"ในการนี้ ขอให้ส่ง{share}{_deadline_words(gaps)} ดังนี้",
        *_numbered_gaps(gaps),
    ]
    closing = "จึงเรียนมาเพื่อโปรดดำเนินการ"
    return Request(owner.post, subject, text, closing, signer.id)


def _report_words(document: Document[Content]) -> str:
    return f"{document.title} ปีงบประมาณ พ.ศ. {document.year}"


def _share_words(gaps: Sequence[Gap]) -> str:
    """Return what is asked for: the data of the rounds, or evidence where only that is missing."""
    round_names = [ROUND_NAMES[each_round] for each_round in _rounds(gaps)]
    if not round_names:
        return "หลักฐาน"
    return f"ข้อมูล{' และ'.join(round_names)}"


def _deadline_words(gaps: Sequence[Gap]) -> str:
    """Return the words for the day by which all is wanted. Where there are several, each item has its own."""
    days = _due_days(gaps)
    if not days:
        return "โดยเร็ว"
    if len(days) > 1:
        return " ภายในกำหนดของแต่ละรายการ"
    return f" ภายในวันที่ {thai.format_date(days[0], 'long', 'arabic')}"


def _due_days(gaps: Sequence[Gap]) -> list[dt.date]:
    return sorted({gap.due for gap in gaps if gap.due})


def _numbered_gaps(gaps: Sequence[Gap]) -> Iterator[str]:
    """Generate the items of a numbered list. With several rounds, or days, each item names its own."""
    has_rounds = len(_rounds(gaps)) > 1
    has_days = len(_due_days(gaps)) > 1
    for number, gap in enumerate(gaps, 1):
        part = gap.where if has_rounds else gap.part
        missing = "และ".join(gap.missing)
        item = f"{number}. {part} ({missing})"
        if gap.due and has_days:
            day = thai.format_date(gap.due, "short", "arabic")
            item += f" กำหนดส่ง {day}"
        yield item
