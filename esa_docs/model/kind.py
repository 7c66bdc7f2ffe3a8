"""A kind of document as its folder declares it, and the kinds that there are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from esa_docs import thai
from esa_docs.model.abilities import (
    Amendments,
    EvidenceUse,
    Examples,
    NumberSeries,
    Parts,
    PeopleRoles,
    ProgressUse,
    RecipientTable,
    RequestWriter,
    SchemeUse,
)
from esa_docs.model.attachment import Attachment
from esa_docs.model.base import Content
from esa_docs.model.cell_forms import KeyNames
from esa_docs.model.document import Document, Form
from esa_docs.model.field_text import FilledForm
from esa_docs.model.office import Office
from esa_docs.model.problem import Problem
from esa_docs.model.workbook_form import WorkbookForm

C = TypeVar("C", bound=Content)

Rule = Callable[[C, Office], Iterator[Problem]]
"""Looks at the content of a document and at the facts of its office."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Kind(Generic[C]):
    """ชนิดเอกสาร: what its content files say, how it looks, and what it can do.

    What a kind does not declare it cannot do, and nothing asks for it.

    Attributes:
        name: word after ``kind:``, also the name of its folder.
        thai_name: what people call it; ``new`` takes it too.
        content: the model of its content files.
        title: gives what a document is about, in a line.
        forms: how its documents look; the first is that of the document itself.
        numerals: digits it prints, unless office.yaml says otherwise.
        rules: what is asked of its content once that fits its model.
        examples: what a new content file holds.
        parts: files that add to a list of it.
        copies: gives every document that one content file makes; None for itself alone.
        recipients: table of those who get a copy.
        tables: lists of keys that lead to tables which may lie in files.
        attachments: gives what goes with it.
        evidence: what it cites.
        numbers: series its numbers are of; None for a kind without numbers.
        circulars: series of those that go to many, with ``circular: true``.
        people: roles that people have in it beside those told by role words.
        amendments: how somebody is taken out of it.
        scheme: editions that it is assessed by.
        progress: how far it is.
        workbook: how it is filled in with Excel.
        field_texts: gives the texts to be pasted into another system.
        request: writes a request to somebody of the office.
    """

    name: str
    thai_name: str
    content: type[C]
    title: Callable[[C], str]
    forms: tuple[Form[C], ...]
    numerals: thai.Numerals = "thai"
    rules: tuple[Rule[C], ...] = ()
    examples: Examples = field(default_factory=Examples)
    parts: Parts | None = None
    copies: Callable[[Document[C]], tuple[Document[C], ...]] | None = None
    recipients: RecipientTable | None = None
    tables: tuple[KeyNames, ...] = ()
    attachments: Callable[[C], tuple[Attachment, ...]] | None = None
    evidence: EvidenceUse[C] | None = None
    numbers: NumberSeries | None = None
    circulars: NumberSeries | None = None
    people: PeopleRoles[C] | None = None
    amendments: Amendments[C] | None = None
    scheme: SchemeUse | None = None
    progress: ProgressUse[C] | None = None
    workbook: WorkbookForm | None = None
    field_texts: Callable[[Document[C]], tuple[FilledForm, ...]] | None = None
    request: RequestWriter | None = None

    def __post_init__(self) -> None:
        """Refuse a declaration that does not hold together.

        Raises:
            ValueError: its names differ, or its content lacks what it says it can do.
        """
        if self.content.model_fields["kind"].default != self.name:
            raise ValueError(f"the content of the kind {self.name} does not say kind: {self.name}")
        if not self.forms or self.forms[0].name != self.name:
            raise ValueError(f"the first form of the kind {self.name} does not bear its name")
        if (self.numbers or self.circulars) and not {"number", "date"} <= self.content.model_fields.keys():
            raise ValueError(f"the kind {self.name} has numbers, its content has no number and date")
        if self.workbook and not (self.parts and self.parts.code_key):
            raise ValueError(f"the kind {self.name} has a workbook and no parts with a code")

    def document(self, name: str, year: int, content: C, office: Office) -> Document[C]:
        """Return a document of this kind in its usual form.

        Args:
            name: path below the year's folder without the ending.
            year: fiscal year in the Buddhist era.
            content: what it says, references resolved.
            office: whose document it is.
        """
        return Document(
            name,
            year,
            self.name,
            self.forms[0],
            self.title(content),
            content,
            office,
            office.numerals.get(self.name, self.numerals),
        )


@dataclass(frozen=True, slots=True, eq=False)
class Kinds:
    """The kinds there are, each after those that it refers to.

    Attributes:
        declared: the kinds.
    """

    declared: tuple[Kind[Any], ...]
    by_name: Mapping[str, Kind[Any]] = field(init=False)

    def __post_init__(self) -> None:
        """Refuse kinds that take a name from each other.

        Raises:
            ValueError: two kinds, two forms, two schemas, or two different series bear one name.
        """
        object.__setattr__(self, "by_name", {kind.name: kind for kind in self.declared})
        _refuse_repeated("kinds", [kind.name for kind in self.declared])
        _refuse_repeated("forms", [form.name for kind in self.declared for form in kind.forms])
        parts = [kind.parts.schema for kind in self.declared if kind.parts and kind.parts.schema]
        _refuse_repeated("schemas", ["office", "people", *(kind.name for kind in self.declared), *parts])
        _refuse_repeated("series", [series.name for series in dict.fromkeys(self._every_series())])

    def __iter__(self) -> Iterator[Kind[Any]]:
        """Give every kind in order."""
        return iter(self.declared)

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the kinds, in order."""
        return tuple(self.by_name)

    def of(self, document: Document[Any]) -> Kind[Any]:
        """Return the kind of a document."""
        return self.by_name[document.kind]

    def named(self, word: str) -> tuple[Kind[Any], ...]:
        """Return the kinds that bear a name, their own or the Thai one; several may share a Thai name."""
        if word in self.by_name:
            return (self.by_name[word],)
        return tuple(kind for kind in self.declared if kind.thai_name == word)

    def series(self) -> Mapping[str, NumberSeries]:
        """Return every series of numbers by name: those of the kinds in order, then those of circulars."""
        return {series.name: series for series in self._every_series()}

    def _every_series(self) -> Iterator[NumberSeries]:
        own = [kind.numbers for kind in self.declared]
        circular = [kind.circulars for kind in self.declared]
        return (series for series in (*own, *circular) if series)


def _refuse_repeated(what: str, names: list[str]) -> None:
    repeated = sorted({name for name in names if names.count(name) > 1})
    if repeated:
        raise ValueError(f"two {what} bear one name: {', '.join(repeated)}")
