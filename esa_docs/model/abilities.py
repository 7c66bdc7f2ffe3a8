"""What a kind of document can do beside being printed. A kind declares what it can; all else asks for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

from esa_docs.model.base import Content
from esa_docs.model.cell_forms import KeyNames
from esa_docs.model.committee_history import CommitteeHistory
from esa_docs.model.document import Document
from esa_docs.model.draft import Draft, Request
from esa_docs.model.edition import Edition
from esa_docs.model.evidence import Evidence
from esa_docs.model.faulty_documents import FaultyDocuments
from esa_docs.model.office import NumberingWay, Office
from esa_docs.model.people import KeyPath, Person
from esa_docs.model.problem import Problem
from esa_docs.model.progress import PartWords, Progress
from esa_docs.model.rounds import Round

C = TypeVar("C")


def _no_examples_of_project(
    _office: Office | None, _documents: Sequence[Document[Content]]
) -> Mapping[str, str]:
    return {}


@dataclass(frozen=True, slots=True)
class Examples:
    """Values for the fields of a new content file. Each is plainly an example, and passes every check.

    Attributes:
        texts: examples by ``Model.field``. The model is the one that declares the field: ``Signed.subject``,
            not ``Order.subject``. The example of a person is an id. A field without an example here gets one
            by its type.
        offered: optional fields that a new file holds all the same, ready to be filled in.
        of_project: returns examples by ``Model.field``, taken from an office and the documents of its newest
            year.
    """

    texts: Mapping[str, str] = field(default_factory=dict)
    offered: frozenset[str] = frozenset()
    of_project: Callable[[Office | None, Sequence[Document[Content]]], Mapping[str, str]] = (
        _no_examples_of_project
    )


@dataclass(frozen=True, slots=True)
class PartScaffold:
    """A new part file of a report.

    Attributes:
        code: code of the part in its edition, such as 1.2.
        heading: what the part is about. It stands in the file as a comment.
        lines: lines of YAML with the keys to fill in.
    """

    code: str
    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Parts:
    """Files with ``part_of``: each adds an item to a list of its document.

    Attributes:
        key: key of the list.
        model: content model of a part file. None where it has no schema of its own.
        schema: name of that schema. Empty where there is none.
        code_key: key of a part that holds its code in the edition. Empty for a kind without editions.
        scaffolds: generates the new part files of an edition. None for a kind without editions.
    """

    key: str
    model: type[Content] | None = None
    schema: str = ""
    code_key: str = ""
    scaffolds: Callable[[Any], Iterator[PartScaffold]] | None = None


@dataclass(frozen=True, slots=True)
class SchemeUse:
    """เกณฑ์การประเมิน: editions of what is assessed, as data.

    Attributes:
        model: content model of an edition.
        of: returns the edition of a report, from its content.
        usual: id of the edition that a first report gets. A later report gets the edition of the newest
            report of its kind.
        folder: folder of the shipped editions.
    """

    model: type[Edition]
    of: Callable[[Any], Edition]
    usual: str
    folder: Path


@dataclass(frozen=True, slots=True)
class RecipientTable:
    """A table beside the content that lists who gets a copy.

    Attributes:
        key: key that names the file of the table.
        list_key: key of the list that the rows of the table fill.
        alternatives: keys that name recipients in another way. The table is not read where the content has
            one of them.
    """

    key: str
    list_key: str
    alternatives: tuple[str, ...]


def _no_codes(_content: object) -> bool:
    return False


def _no_pictures(_content: object) -> int:
    return 0


@dataclass(frozen=True, slots=True)
class EvidenceUse(Generic[C]):
    """หลักฐาน: the evidence that a report cites.

    Attributes:
        pieces: returns every piece with its key path.
        is_bound: returns whether PDF evidence is bound behind the PDF of the report.
        citations: returns, in words, the places of the report that cite a code.
        picture_columns: returns how many pictures among the evidence the report prints side by side; 0 where
            it prints none.
        has_codes: returns whether the report prints QR codes of the links, where its content may have marks.
    """

    pieces: Callable[[C], Iterable[tuple[KeyPath, Evidence]]]
    is_bound: Callable[[C], bool]
    citations: Callable[[C, str], Iterable[str]]
    picture_columns: Callable[[C], int] = _no_pictures
    has_codes: Callable[[C], bool] = _no_codes


@dataclass(frozen=True, slots=True)
class NumberSeries:
    """ชุดเลขที่: a series of numbers, which begins at 1 in each calendar year.

    Attributes:
        name: name of the kind whose documents are counted, or a name of its own.
        title: printed title of its register.
        plural: name of its register. Empty where that is the name of the series with an s.
        is_coded: whether the code of the office or of the unit stands before its numbers.
        is_circular: whether ว stands before its numbers.
        ways: how an office may number its papers. The first is usual.
        group: id of the unit whose papers alone are counted; empty for those of the whole office.
        words: words that are typed before its numbers, such as คำสั่ง; they are taken off.
    """

    name: str
    title: str
    plural: str = ""
    is_coded: bool = False
    is_circular: bool = False
    ways: tuple[NumberingWay, ...] = ("office",)
    group: str = ""
    words: tuple[str, ...] = ()

    @property
    def register(self) -> str:
        """Name of its register in commands and files, such as ``orders``."""
        if self.plural:
            return self.plural
        return f"{self.name}s"


@dataclass(frozen=True, slots=True)
class PeopleRoles(Generic[C]):
    """The roles that people have in a document.

    Attributes:
        by_keys: returns roles in words, by key path without numbers.
        by_reference: returns the roles that a person has because another document names the person, each with
            the key path of the reference to that document.
    """

    by_keys: Callable[[], Mapping[KeyNames, str]]
    by_reference: Callable[[C, Person], Iterable[tuple[KeyPath, str]]]


@dataclass(frozen=True, slots=True)
class Amended(Generic[C]):
    """The documents of a kind that amend each other, looked at together.

    Attributes:
        contents: contents by name of the document, with what they take from the documents that they amend.
        problems: what does not fit a document that is amended, each with the name of the document that has
            the problem.
        history: returns the committees of a document over time.
    """

    contents: Mapping[str, C]
    problems: Sequence[tuple[str, Problem]]
    history: Callable[[C], CommitteeHistory]


@dataclass(frozen=True, slots=True)
class Amendments(Generic[C]):
    """คำสั่งแก้ไขเพิ่มเติม: how documents of a kind amend earlier ones, and how somebody is taken out of them.

    Attributes:
        key: key that names the document that is amended, by its number and date.
        revoking_key: key of the list that names the documents that are revoked, likewise.
        amended: looks at the contents of the documents of all years, by name of the document, and is told
            which others are there and have errors.
        drafts: generates, from all documents of the kind, each in force that a person still belongs to, with
            a draft of the document that takes the person out.
    """

    key: str
    revoking_key: str
    amended: Callable[[Mapping[str, C], FaultyDocuments], Amended[C]]
    drafts: Callable[[Sequence[Document[C]], Person], Iterable[tuple[Document[C], Draft]]]


@dataclass(frozen=True, slots=True)
class ProgressUse(Generic[C]):
    """ความก้าวหน้า: how far a report is.

    Attributes:
        of: returns the progress of a report on a day.
        round: returns the round that a report is about.
        secretary: returns the person who asks for missing parts where the office names no director. None
            where the report names nobody.
        words: names of its parts.
    """

    of: Callable[[C, dt.date], Progress]
    round: Callable[[C], Round]
    secretary: Callable[[C], Person | None]
    words: PartWords


RequestWriter = Callable[[Request], Mapping[str, object]]
"""Returns the content of a document that makes a request to somebody of the office."""
