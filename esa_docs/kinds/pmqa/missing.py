"""What a PMQA report lacks: answers of its profile, results of the rounds that it asks for, scores."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from esa_docs.kinds.assessment.missing import NO_DAY, missing_in_report, missing_parts
from esa_docs.kinds.pmqa.content import Pmqa
from esa_docs.kinds.pmqa.progress import progress_of
from esa_docs.model.missing import Missing
from esa_docs.model.office import Office
from esa_docs.model.progress import PartWords

WORDS: Final = PartWords("หัวข้อ", "คะแนน", "PMQA")
"""Names of the report and of its parts."""


def missing_in_pmqa(pmqa: Pmqa, office: Office) -> Iterator[Missing]:
    """Generate what a PMQA report lacks."""
    yield from missing_in_report(pmqa, office)
    indexes = {answer.item: index for index, answer in enumerate(pmqa.items)}
    yield from missing_parts(progress_of(pmqa, NO_DAY), WORDS, "items", indexes)
