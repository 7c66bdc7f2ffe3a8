"""What a kind of document can do beside being printed. A kind declares what it can; all else asks for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

from esa_docs.model.base import Content
from esa_docs.model.cell_forms import KeyNames
from esa_docs.model.document import Document
from esa_docs.model.draft import Draft, Request
from esa_docs.model.edition import Edition
from esa_docs.model.evidence import Evidence
from esa_docs.model.office import Office
from esa_docs.model.people import KeyPath, Person
from esa_docs.model.progress import PartWords, Progress
from esa_docs.model.rounds import Round

C = TypeVar("C")


def _nothing_from_the_project(
    _office: Office | None, _documents: Sequence[Document[Content]]
) -> Mapping[str, str]:
    return {}


@dataclass(frozen=True, slots=True)
class Examples:
    """What a new content file holds; plainly examples, and true enough to pass every check.

    Attributes:
        texts: examples by ``Model.field``, after the model that declares the field (``Signed.subject``, not
            ``Order.subject``); a person by an id. A field that is not named gets one by its type.
        offered: fields that may be left out and yet stand in a new file ready to be filled in.
        of_project: gives examples from an office and the documents of its newest year, by ``Model.field``.
    """

    texts: Mapping[str, str] = field(default_factory=dict)
    offered: frozenset[str] = frozenset()
    of_project: Callable[[Office | None, Sequence[Document[Content]]], Mapping[str, str]] = (
        _nothing_from_the_project
    )


@dataclass(frozen=True, slots=True)
class PartScaffold:
    """A new part file of a report.

    Attributes:
        code: which part of the edition it is, such as 1.2.
        heading: what it is about, as a comment.
        lines: what is to be filled in, as lines of YAML.
    """

    code: str
    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Parts:
    """Files with ``part_of``: each adds an item to a list of its document.

    Attributes:
        key: the list.
        model: what a part file says; None where it has no schema of its own.
        schema: name of its schema; empty without one.
        code_key: key that says which part of the edition it is; empty without an edition.
        scaffolds: gives the new part files of an edition.
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
        model: what an edition says.
        of: gives the edition of a report, from its content.
        usual: id of the edition of a first report; a later one takes that of the newest of its kind.
        folder: where the shipped editions lie.
    """

    model: type[Edition]
    of: Callable[[Any], Edition]
    usual: str
    folder: Path


@dataclass(frozen=True, slots=True)
class RecipientTable:
    """A table beside the content that lists who gets a copy.

    Attributes:
        key: key that names the table.
        listed: list that its rows stand in for.
        others: keys that say the same in another way; with one of them the table is not read.
    """

    key: str
    listed: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EvidenceUse(Generic[C]):
    """หลักฐาน: what a report cites.

    Attributes:
        pieces: gives every piece with its key path.
        is_bound: tells whether PDF evidence is bound behind the PDF of the report.
        citations: says in words where a code is cited.
    """

    pieces: Callable[[C], Iterable[tuple[KeyPath, Evidence]]]
    is_bound: Callable[[C], bool]
    citations: Callable[[C, str], Iterable[str]]


@dataclass(frozen=True, slots=True)
class NumberSeries:
    """ชุดเลขที่: what numbers are counted in, each calendar year from 1.

    Attributes:
        name: the kind whose documents are counted, or a name of its own.
        title: what its register is called in print.
        plural: name of its register, where that is not its own name with an s.
    """

    name: str
    title: str
    plural: str = ""

    @property
    def register(self) -> str:
        """Name of its register in commands and files, such as ``orders``."""
        return self.plural or f"{self.name}s"


@dataclass(frozen=True, slots=True)
class PeopleRoles(Generic[C]):
    """What people are in a document.

    Attributes:
        by_keys: gives roles in words, by key path without numbers.
        by_reference: gives the roles of a person whom another document names for this one, with the key path.
    """

    by_keys: Callable[[], Mapping[KeyNames, str]]
    by_reference: Callable[[C, Person], Iterable[tuple[KeyPath, str]]]


@dataclass(frozen=True, slots=True)
class Amendments(Generic[C]):
    """คำสั่งแก้ไขเพิ่มเติม: what takes somebody out who leaves.

    Attributes:
        in_force: of all documents of the kind, gives those in force that a person still belongs to.
        draft: drafts what takes a person out of one.
    """

    in_force: Callable[[Sequence[Document[C]], Person], Iterable[Document[C]]]
    draft: Callable[[Document[C], Person], Draft]


@dataclass(frozen=True, slots=True)
class ProgressUse(Generic[C]):
    """ความก้าวหน้า: how far a report is.

    Attributes:
        of: looks through a report on a day.
        round: gives the round it reports.
        secretary: gives who asks for what is missing where the office names no director.
        words: what its parts are called.
    """

    of: Callable[[C, dt.date], Progress]
    round: Callable[[C], Round]
    secretary: Callable[[C], Person | None]
    words: PartWords


RequestWriter = Callable[[Request], Mapping[str, object]]
"""Writes a request to somebody of the office as content of its kind."""
