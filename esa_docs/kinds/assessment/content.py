"""What self-assessments of every kind are made of: evidence, results by round, plans, tables, sections."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Annotated, ClassVar, Self, TypeVar

from pydantic import BeforeValidator, Field, ValidationInfo, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from esa_docs.model.base import Content, Text, ThaiDate, check_reference, parse_number
from esa_docs.model.edition import Edition
from esa_docs.model.evidence import Evidence
from esa_docs.model.linked import AppointingRef
from esa_docs.model.meanings import Meaning, Meanings
from esa_docs.model.paper import OfficialPaper
from esa_docs.model.people import KeyPath, PersonRef, References
from esa_docs.model.printed_fields import STEERS, SteeringText
from esa_docs.model.prose.blocks import Paragraphs
from esa_docs.model.prose.fields import ProseText
from esa_docs.model.prose.picture_block import MOST_COLUMNS_OF_PICTURES, USUAL_COLUMNS
from esa_docs.model.prose.text_or_list import TextOrParagraphs
from esa_docs.model.rounds import Round
from esa_docs.model.signing import Signature
from esa_docs.model.title_lines import TitleLines, check_title_lines
from esa_docs.model.typed_scalars import number_schema

_T = TypeVar("_T")
Level = Annotated[
    int, BeforeValidator(parse_number), Field(ge=0, le=9), WithJsonSchema(number_schema("integer", 0, 9))
]
"""A level of the scale, in either digit set; whether the edition has it is asked of the edition."""

EvidenceColumns = Annotated[
    int,
    BeforeValidator(parse_number),
    Field(ge=0, le=MOST_COLUMNS_OF_PICTURES),
    WithJsonSchema(number_schema("integer", 0, MOST_COLUMNS_OF_PICTURES)),
]
"""How many pictures of the evidence stand side by side, in either digit set; 0 for none."""


class Due(Content):
    """กำหนดส่ง: when what is written has to be there, for each round."""

    six_months: ThaiDate | None = None
    """Round of 6 months."""
    twelve_months: ThaiDate | None = None
    """Round of 12 months."""

    def in_round(self, round_name: Round) -> dt.date | None:
        """Return the day on which a round is due; None where no day is said."""
        return self.six_months if round_name == "six_months" else self.twelve_months


class PlanStep(Content):
    """แนวทางการพัฒนา: something that will be done."""

    cell_fields: ClassVar = frozenset({"paragraphs"})

    text: ProseText
    """What."""
    paragraphs: Paragraphs = ()
    """What stands below this text: paragraphs, tables, lists."""
    owner: Text | None = None
    """Who does it, as printed."""
    time: Text | None = None
    """When, as printed."""


class Conclusions(Content):
    """What follows from a result, and who answers for it."""

    meanings: ClassVar[Meanings] = {"due": Meaning.PLAN, "plan": Meaning.PLAN}

    owner: PersonRef | None = None
    """ผู้รับผิดชอบ: an id of people.yaml."""
    due: Annotated[Due, STEERS] = Field(default_factory=Due)
    """กำหนดส่ง; leave it out for that of the whole report."""
    strengths: Paragraphs = ()
    """จุดเด่น."""
    improve: Paragraphs = ()
    """จุดที่ควรพัฒนา."""
    plan: tuple[PlanStep, ...] = ()
    """แนวทางการพัฒนา."""


class Table(Content):
    """A table of facts."""

    meanings: ClassVar[Meanings] = {"columns": Meaning.COMPARISON, "rows": Meaning.COMPARISON}

    cell_fields: ClassVar = frozenset({"rows"})
    title: Text | None = None
    """What stands above it."""
    columns: tuple[Text, ...] = ()
    """Heads of its columns."""
    rows: tuple[tuple[TextOrParagraphs, ...], ...] = ()
    """Its rows, each with a text for every column, or with a list of paragraphs in its place."""
    file: SteeringText | None = None
    """A table file (.csv or .xlsx) with heads in its first row: its path from the project folder."""

    @model_validator(mode="after")
    def _refuse_both_or_neither(self) -> Self:
        is_written_here, is_in_file = bool(self.columns), bool(self.file)
        if is_written_here == is_in_file:
            raise PydanticCustomError("one_of", "exactly one", {"choices": ["columns", "file"]})
        if self.rows and self.file:
            raise PydanticCustomError("at_most_one", "at most one", {"choices": ["rows", "file"]})
        return self


class Section(Content):
    """A part of the general information."""

    heading: Text
    """Its heading."""
    text: Paragraphs = ()
    """Its paragraphs."""
    tables: tuple[Table, ...] = ()
    """Its tables."""


class SelfAssessment(OfficialPaper):
    """What the reports of all self-assessments have in common."""

    meanings: ClassVar[Meanings] = {
        "date": Meaning.SIGNED_LATER,
        "due": Meaning.PLAN,
        "suggestions": Meaning.PLAN,
    }

    title: Text | None = None
    """Name on the cover; leave it out for the usual one."""
    title_lines: TitleLines = ()
    """How the title is broken into lines on the cover; leave it out where Word may break it."""
    date: ThaiDate | None = None
    """Date below the foreword; leave it out until the report is signed."""
    signature: Signature | None = None
    """Who signs the foreword; leave it out for the director of the office."""
    round: Round = "twelve_months"
    """Round it reports: six_months or twelve_months."""
    due: Annotated[Due, STEERS] = Field(default_factory=Due)
    """กำหนดส่ง of every part that has none of its own."""
    order: AppointingRef | None = None
    """The order that appointed the working group: its members stand in the annex."""
    annex: bool = False
    """true: the evidence that is PDF files is bound behind the PDF of the report."""
    evidence_pictures: Annotated[EvidenceColumns, STEERS] = USUAL_COLUMNS
    """How many pictures of the evidence stand side by side below the results that they show: 1 to 6; 0 prints
    none."""
    qr_codes: bool = True
    """false: links of evidence are printed without QR codes."""
    foreword: Paragraphs = ()
    """คำนำ."""
    summary: Paragraphs = ()
    """บทสรุปผู้บริหาร: paragraphs before the table of scores."""
    general: tuple[Section, ...] = ()
    """ข้อมูลทั่วไป of the office."""
    strengths: Paragraphs = ()
    """จุดเด่น of the whole."""
    improve: Paragraphs = ()
    """จุดที่ควรพัฒนา of the whole."""
    suggestions: Paragraphs = ()
    """ข้อเสนอแนะ."""

    @model_validator(mode="after")
    def _lines_are_the_title(self) -> Self:
        check_title_lines(self.title_lines, self.title, "title")
        return self

    def evidence(self) -> Iterator[tuple[KeyPath, Evidence]]:
        """Generate every piece of evidence with its key path."""
        raise NotImplementedError

    def tables(self) -> Iterator[tuple[KeyPath, Table]]:
        """Generate every table with its key path."""
        for number, section in enumerate(self.general):
            yield from placed(("general", number, "tables"), section.tables)

    @property
    def subject(self) -> str:
        """What the report is about, in a line."""
        raise NotImplementedError


def placed(path: KeyPath, values: Iterable[_T]) -> Iterator[tuple[KeyPath, _T]]:
    """Generate the values of a list, each with its key path.

    Args:
        path: key path of the list.
        values: its values.
    """
    for index, value in enumerate(values):
        yield (*path, index), value


def scheme_finder(model: type[Edition]) -> Callable[[object, ValidationInfo], object]:
    """Return a validator that finds the edition that content names by its id.

    Args:
        model: content model of the editions. An edition of another model is not found.
    """

    def find(value: object, info: ValidationInfo) -> object:
        # content that is built in Python holds the edition itself
        if not isinstance(info.context, References):
            return value
        text = check_reference(value)
        editions = _editions_of(model, info.context.schemes)
        if text not in editions:
            raise PydanticCustomError(
                "unknown_scheme", "unknown scheme", {"text": text, "choices": sorted(editions)}
            )
        if editions[text] is None:
            raise PydanticCustomError("faulty_scheme", "faulty scheme", {"text": text})
        return editions[text]

    return find


def _editions_of(model: type[Edition], schemes: Mapping[str, Content | None]) -> dict[str, Content | None]:
    editions: dict[str, Content | None] = {}
    for name, edition in schemes.items():
        # None stands for a file that could not be read: it may be an edition of this model
        if edition is None or isinstance(edition, model):
            editions[name] = edition
    return editions


def report_title(report: SelfAssessment) -> str:
    """Return what a report is called, in a line."""
    return report.title or report.subject


def report_round(report: SelfAssessment) -> Round:
    """Return the round that a report is about."""
    return report.round
