"""The view of the state of the works that its template prints."""

from __future__ import annotations

from collections.abc import Iterator

from esa_docs import thai
from esa_docs.assess.status import StatusContent, WorkStatus
from esa_docs.model.area import Area
from esa_docs.model.document import Context, Document
from esa_docs.model.progress import Progress
from esa_docs.model.rounds import ROUND_NAMES
from esa_docs.word.context.signing import office_names

NOBODY = "ยังไม่มีผู้รับผิดชอบ"
"""What stands in the place of an owner who is not named."""


def build_context(document: Document[StatusContent], _area: Area) -> Context:
    """Give the template everything it prints: a table by owner for each report, and what is late."""
    content = document.content
    return {
        "office": office_names(document.office),
        "status": {
            "title": content.title,
            "date": f"ข้อมูล ณ วันที่ {thai.format_date(content.today, 'long', 'arabic')}",
            "works": [_work(one) for one in content.works],
            "late": [line for one in content.works for line in _late(one)],
        },
    }


def _work(work: WorkStatus) -> Context:
    progress = work.progress
    shares = [_row(owner.full_name if owner else NOBODY, one) for owner, one in progress.by_owner()]
    return {
        "title": work.title,
        "summary": " ".join(_summary(progress)),
        "owners": [*shares, _row("รวม", progress)],
    }


def _summary(progress: Progress) -> Iterator[str]:
    """Say how many parts are filled in each round, and what the profile lacks."""
    total = len(progress.parts)
    rounds = progress.parts[0].rounds if progress.parts else ()
    for place, state in enumerate(rounds):
        filled = sum(part.rounds[place].is_filled for part in progress.parts)
        yield f"{ROUND_NAMES[state.round]} กรอกแล้ว {filled} จาก {total} รายการ"
    if progress.unanswered:
        yield f"ลักษณะสำคัญขององค์การยังไม่ตอบข้อ {' '.join(map(str, progress.unanswered))}"


def _row(name: str, progress: Progress) -> Context:
    return {
        "name": name,
        "total": str(len(progress.parts)),
        "filled": str(progress.filled),
        "open": str(progress.open),
        "late": str(progress.late),
        "no_evidence": str(progress.without_evidence),
    }


def _late(work: WorkStatus) -> Iterator[str]:
    """Say what is late, when it was due and who answers for it: a line for each round of each person."""
    groups: dict[tuple[str, str], list[str]] = {}
    for gap in work.gaps:
        if gap.is_late and gap.round and gap.due:
            owner = gap.owner.full_name if gap.owner else NOBODY
            due = thai.format_date(gap.due, "short", "arabic")
            when = f"{ROUND_NAMES[gap.round]} กำหนดส่ง {due}"
            groups.setdefault((owner, when), []).append(gap.number)
    for (owner, when), numbers in groups.items():
        yield f"{owner} {work.words.report} {when} {work.words.part} {', '.join(numbers)}"
