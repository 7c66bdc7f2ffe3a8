"""รายงานการประเมินตนเอง (SAR) ตามมาตรฐานสำนักงานเขตพื้นที่การศึกษา."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, BeforeValidator, Field, InstanceOf, WithJsonSchema
from pydantic_core import PydanticCustomError

from esa_docs.kinds.assessment.content import (
    Conclusions,
    Level,
    SelfAssessment,
    Table,
    placed,
    scheme_finder,
)
from esa_docs.kinds.sar.scheme import SarScheme
from esa_docs.model.base import Content, Count, Text
from esa_docs.model.evidence import Evidence
from esa_docs.model.people import KeyPath, PersonRef
from esa_docs.model.printed_fields import SteeringText
from esa_docs.model.prose.blocks import Paragraphs
from esa_docs.model.rounds import ROUND_MONTHS, Round
from esa_docs.model.typed_scalars import TEXT

SarSchemeRef = Annotated[
    InstanceOf[SarScheme],
    BeforeValidator(scheme_finder(SarScheme)),
    WithJsonSchema(TEXT),
]
"""An edition of the standards of the office, given in content by its id, such as sar-2560."""

_NEEDED: Final = ("standard", "indicator", "issue")
NAME_PLACES: Final = (*_NEEDED, "round", "year")
"""What a pattern of file names may hold in braces."""
_PLACE: Final = re.compile(rf"\{{(?:{'|'.join(NAME_PLACES)})\}}")
"""A place in a pattern, such as {issue}."""
_NOT_IN_NAMES: Final = re.compile(r'[<>:"/\\|?*{}\t]')
"""Characters that Windows refuses in names, and braces that belong to no place."""
_MEETING: Final = re.compile(r"\}[0-9๐-๙]*\{")
"""Places with nothing but digits between them: the numbers 1 and 12 would look like 11 and 2."""
_LONGEST_PATTERN: Final = 80


def _check_pattern(pattern: str) -> str:
    """Refuse a pattern that gives two issues one name, or a name that a system does not allow.

    Raises:
        PydanticCustomError: ``name_pattern``.
    """
    lacks_number = any(f"{{{name}}}" not in pattern for name in _NEEDED)
    fixed_text = _PLACE.sub("", pattern)
    # Windows drops a full stop at the end of a name
    is_unfit = bool(_NOT_IN_NAMES.search(fixed_text)) or pattern.endswith(".")
    is_ambiguous = bool(_MEETING.search(pattern))
    if lacks_number or is_unfit or is_ambiguous or len(pattern) > _LONGEST_PATTERN:
        raise PydanticCustomError("name_pattern", "name pattern", {"needed": _NEEDED, "choices": NAME_PLACES})
    return pattern


class Centre(Content):
    """ระบบรายงานของส่วนกลาง: a Word file for each issue with results in the round, in sar/centre/."""

    file_name: Annotated[Text, AfterValidator(_check_pattern)] = (
        "มฐ{standard}_ตบช{indicator}_ข้อ{issue}_{round}"
    )
    """Pattern of the files' names, in quotes; the usual one is made up, the centre's was not seen."""

    def name_of(self, standard: int, indicator: int, issue: int, round_name: Round, year: int) -> str:
        """Return the name of an issue's file without its ending; numbers in Arabic digits.

        Args:
            standard: number of the standard.
            indicator: number of the indicator within the standard.
            issue: number of the issue within the indicator.
            round_name: the round, printed as 6เดือน or 12เดือน.
            year: fiscal year.
        """
        months = f"{ROUND_MONTHS[round_name]}เดือน"
        return self.file_name.format(
            standard=standard, indicator=indicator, issue=issue, round=months, year=year
        )


class RoundResult(Content):
    """ผลการดำเนินงาน of one round."""

    results: Paragraphs = ()
    """What was done and reached, paragraph by paragraph."""
    level: Level | None = None
    """ระดับคุณภาพ as the office sees it; leave it out until it is known."""


class SarIssue(Content):
    """ประเด็นการพิจารณา with its results."""

    number: Count
    """Its number within the indicator."""
    name: Text | None = None
    """Its words, where the edition does not give them."""
    owner: PersonRef | None = None
    """Who writes it; leave it out for the owner of the indicator."""
    six_months: RoundResult = Field(default_factory=RoundResult)
    """Results of the round of 6 months."""
    twelve_months: RoundResult = Field(default_factory=RoundResult)
    """Results of the round of 12 months."""
    tables: tuple[Table, ...] = ()
    """Tables that show its results."""
    evidence: tuple[Evidence, ...] = ()
    """หลักฐาน."""

    def in_round(self, round_name: Round) -> RoundResult:
        """Return the results of a round."""
        return self.six_months if round_name == "six_months" else self.twelve_months


class SarIndicator(Conclusions):
    """ตัวบ่งชี้ with its issues: one file of the report."""

    indicator: SteeringText
    """Which indicator it is: standard and number, such as 1.2."""
    issues: tuple[SarIssue, ...] = ()
    """Its issues, in order."""


class Sar(SelfAssessment):
    """รายงานการประเมินตนเอง."""

    kind: Literal["sar"] = "sar"
    """Kind of document."""
    scheme: SarSchemeRef
    """Edition of the standards, such as sar-2560."""
    centre: Centre | None = None
    """Files for the centre's own system; 'centre: {}' makes them with their usual names."""
    indicators: tuple[SarIndicator, ...] = ()
    """Indicators; each may stand in a file of its own with 'part_of'."""

    def evidence(self) -> Iterator[tuple[KeyPath, Evidence]]:
        """Generate every piece of evidence with its key path."""
        for path, issue in self._issues():
            yield from placed((*path, "evidence"), issue.evidence)

    def tables(self) -> Iterator[tuple[KeyPath, Table]]:
        """Generate every table with its key path: first of the general information, then of the issues."""
        yield from super().tables()
        for path, issue in self._issues():
            yield from placed((*path, "tables"), issue.tables)

    def _issues(self) -> Iterator[tuple[KeyPath, SarIssue]]:
        for indicator_index, indicator in enumerate(self.indicators):
            for issue_index, issue in enumerate(indicator.issues):
                yield ("indicators", indicator_index, "issues", issue_index), issue

    @property
    def subject(self) -> str:
        """What the report is about, in a line."""
        return f"รายงานการประเมินตนเอง (SAR) ตาม{self.scheme.name} {self.scheme.edition}"
