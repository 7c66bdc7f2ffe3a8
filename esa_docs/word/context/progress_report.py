"""The view of the state of the works that its template prints."""

from __future__ import annotations

from collections.abc import Iterator

from esa_docs import thai
from esa_docs.assess.status import StatusContent, WorkStatus
from esa_docs.model.area import Area
from esa_docs.model.document import Context, Document
from esa_docs.model.people import Person
from esa_docs.model.progress import Progress
from esa_docs.model.rounds import ROUND_NAMES
from esa_docs.word.context.signing import office_names

NOBODY = "ยังไม่มีผู้รับผิดชอบ"
"""What stands in the place of an owner who is not named."""


def build_context(document: Document[StatusContent], _area: Area) -> Context:
    """Return everything the template prints: a table by owner for each report, and what is late."""
    content = document.content
    date = thai.format_date(content.today, "long", "arabic")
    late_lines: list[str] = []
    for work in content.works:
        late_lines.extend(_late_lines(work))
    return {
        "office": office_names(document.office),
        "status": {
            "title": content.title,
            "date": f"ข้อมูล ณ วันที่ {date}",
            "works": [_work(work) for work in content.works],
            "late": late_lines,
        },
    }


def _work(work: WorkStatus) -> Context:
    progress = work.progress
    rows = []
    for owner, share in progress.by_owner():
        rows.append(_row(_name(owner), share))
    rows.append(_row("รวม", progress))
    return {"title": work.title, "summary": " ".join(_summary(progress)), "owners": rows}


def _summary(progress: Progress) -> Iterator[str]:
    """Generate how many parts are filled in for each round, then which questions the profile leaves open."""
    total = len(progress.parts)
    # Every part of a report has the same rounds, so the first part names them.
    rounds = progress.parts[0].rounds if progress.parts else ()
    for place, state in enumerate(rounds):
        filled = sum(part.rounds[place].is_filled for part in progress.parts)
        yield f"{ROUND_NAMES[state.round]} กรอกแล้ว {filled} จาก {total} รายการ"
    if progress.unanswered:
        questions = " ".join(map(str, progress.unanswered))
        yield f"ลักษณะสำคัญขององค์การยังไม่ตอบข้อ {questions}"


def _name(owner: Person | None) -> str:
    return owner.full_name if owner else NOBODY


def _row(name: str, progress: Progress) -> Context:
    return {
        "name": name,
        "total": str(len(progress.parts)),
        "filled": str(progress.filled),
        "open": str(progress.open),
        "late": str(progress.late),
        "no_evidence": str(progress.without_evidence),
    }


def _late_lines(work: WorkStatus) -> Iterator[str]:
    """Generate what is late, when it was due and who answers for it: a line for each round of each person."""
    for (owner, due), numbers in _late_parts(work).items():
        late_part = f"{work.words.part} {', '.join(numbers)}"
        yield f"{owner} {work.words.report} {due} {late_part}"


def _late_parts(work: WorkStatus) -> dict[tuple[str, str], list[str]]:
    """Return the numbers of the parts that are late, by their owner and the words of round and due date."""
    numbers: dict[tuple[str, str], list[str]] = {}
    for gap in work.gaps:
        if gap.is_late and gap.round and gap.due:
            date = thai.format_date(gap.due, "short", "arabic")
            due = f"{ROUND_NAMES[gap.round]} กำหนดส่ง {date}"
            numbers.setdefault((_name(gap.owner), due), []).append(gap.number)
    return numbers
