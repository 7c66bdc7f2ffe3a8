"""What a SAR lacks: indicators without issues, results and levels of the rounds that it asks for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from esa_docs.kinds.assessment.missing import NO_DAY, missing_in_report, missing_parts
from esa_docs.kinds.sar.content import Sar
from esa_docs.kinds.sar.progress import progress_of
from esa_docs.model.missing import Missing
from esa_docs.model.office import Office
from esa_docs.model.progress import PartWords

WORDS: Final = PartWords("ตัวบ่งชี้ที่", "ระดับคุณภาพ", "SAR")
"""Names of the report and of its parts."""


def missing_in_sar(sar: Sar, office: Office) -> Iterator[Missing]:
    """Generate what a SAR lacks."""
    yield from missing_in_report(sar, office)
    indexes = {answer.indicator: index for index, answer in enumerate(sar.indicators)}
    yield from missing_parts(progress_of(sar, NO_DAY), WORDS, "indicators", indexes)
