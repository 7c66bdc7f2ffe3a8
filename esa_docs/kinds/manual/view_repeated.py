"""Sections of a manual that each work prints: each print has table numbers of its own."""

from __future__ import annotations

from collections.abc import Iterator

from esa_docs.kinds.manual.content import Manual, Work
from esa_docs.model.captions_apart import apart


def works_as_printed(manual: Manual) -> Iterator[Work]:
    """Generate the works of a manual; from the second print on, shared sections are sections of the work.

    A reader looks for ตารางที่ 4 of a work in that work. So the references of a work lead to the tables of the
    shared sections as it prints them. All other references lead to the first print.
    """
    prints = 0
    for work in manual.works:
        if work.sections or not manual.sections:
            yield work
            continue
        prints += 1
        if prints == 1:
            yield work
            continue
        sections, own_work = apart((manual.sections, work), prints, manual.sections)
        yield own_work.model_copy(update={"sections": sections})
