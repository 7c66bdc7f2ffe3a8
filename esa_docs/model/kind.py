"""A kind of document as its folder declares it, and the kinds that there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, Literal, TypeVar

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
from esa_docs.model.missing import Missing
from esa_docs.model.numbering import with_plain_number
from esa_docs.model.office import NumberingWay, Office
from esa_docs.model.paper import OfficialPaper
from esa_docs.model.problem import Problem
from esa_docs.model.workbook_form import WorkbookForm

C = TypeVar("C", bound=Content)

Rule = Callable[[C, Office], Iterator[Problem]]
"""Generates the problems of the content of a document; the office is there for its facts."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Kind(Generic[C]):
    """ชนิดเอกสาร: what its content files say, how it looks, and what it can do.

    An ability that a kind does not declare is None or empty, and nothing asks for it.

    Attributes:
        name: word after ``kind:``, also the name of its folder.
        thai_name: its name in Thai, which ``new`` takes too.
        content: the model of its content files.
        title: returns what a document is about, in a line.
        forms: how its documents look. The first form is that of the document itself.
        numerals: digits it prints, unless office.yaml says otherwise.
        day_key: key of the day as of which it names people and their posts. Without a day, that is today.
        rules: checks of its content, which run once the content fits its model.
        missing: returns what a complete paper has and its content lacks. None where the rules see to all.
        examples: values for a new content file.
        parts: files that add to a list of it.
        copies: returns every document that one content file makes. None where a file makes one document.
        recipients: table of those who get a copy.
        tables: key paths of tables that may lie in files.
        attachments: returns what goes with it.
        evidence: the evidence that it cites.
        numbers: series of its numbers.
        circulars: series of the numbers of its circulars: documents with ``circular: true``.
        people: roles that people have in it, beside those that role words name.
        amendments: how somebody is taken out of it.
        scheme: editions of the scheme that it is assessed by.
        progress: how far it is.
        workbook: how it is filled in with Excel.
        field_texts: returns the texts to be pasted into another system.
        prints_of_office: what it prints of the office beside names and people: ``address``, ``contact``.
        prints_emblem: whether the emblem (ครุฑ) stands at its head.
        request: returns the content of a document that asks somebody of the office for something.
    """

    name: str
    thai_name: str
    content: type[C]
    title: Callable[[C], str]
    forms: tuple[Form[C], ...]
    numerals: thai.Numerals = "thai"
    day_key: str = "date"
    rules: tuple[Rule[C], ...] = ()
    missing: Callable[[C, Office], Iterable[Missing]] | None = None
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
    prints_of_office: frozenset[Literal["address", "contact"]] = frozenset()
    prints_emblem: bool = False
    request: RequestWriter | None = None

    def __post_init__(self) -> None:
        """Refuse a declaration whose parts contradict each other.

        Raises:
            ValueError: content or first form have another name than the kind, or the content has no keys for
                an ability of the kind, or not those of every paper.
        """
        self._refuse_other_names()
        self._refuse_missing_keys()

    def _refuse_other_names(self) -> None:
        if self.content.model_fields["kind"].default != self.name:
            raise ValueError(f"the content of the kind {self.name} does not say kind: {self.name}")
        if not self.forms or self.forms[0].name != self.name:
            raise ValueError(f"the first form of the kind {self.name} does not bear its name")

    def _refuse_missing_keys(self) -> None:
        if not issubclass(self.content, OfficialPaper):
            raise ValueError(f"the content of the kind {self.name} is no OfficialPaper")  # noqa: TRY004
        has_series = bool(self.numbers or self.circulars)
        has_number_and_date = {"number", "date"} <= self.content.model_fields.keys()
        if has_series and not has_number_and_date:
            raise ValueError(f"the kind {self.name} has numbers, its content has no number and date")
        has_codes = bool(self.parts and self.parts.code_key)
        if self.workbook and not has_codes:
            raise ValueError(f"the kind {self.name} has a workbook and no parts with a code")

    def document(self, name: str, year: int, content: C, office: Office) -> Document[C]:
        """Return a document of this kind in its first form.

        Args:
            name: path below the year's folder without the ending.
            year: fiscal year in the Buddhist era.
            content: what it says, references resolved.
            office: whose document it is.

        Raises:
            PaperNumberError: a part of its number is not that of the paper.
        """
        form = self.forms[0]
        content = with_plain_number(self, content, office)
        title = self.title(content)
        numerals = office.numerals.get(self.name, self.numerals)
        missing: tuple[Missing, ...] = ()
        if self.missing:
            missing = tuple(self.missing(content, office))
        return Document(name, year, self.name, form, title, content, office, numerals, missing=missing)


@dataclass(frozen=True, slots=True, eq=False)
class Kinds:
    """The kinds there are, each after those that it refers to.

    Attributes:
        declared: the kinds, in order.
        by_name: the kinds by name, in the same order.
    """

    declared: tuple[Kind[Any], ...]
    by_name: Mapping[str, Kind[Any]] = field(init=False)

    def __post_init__(self) -> None:
        """Refuse kinds that take a name from each other.

        Raises:
            ValueError: two kinds, two forms, two schemas, or two different series bear one name.
        """
        # A frozen dataclass refuses the plain assignment.
        object.__setattr__(self, "by_name", {kind.name: kind for kind in self.declared})
        _refuse_repeated("kinds", (kind.name for kind in self.declared))
        _refuse_repeated("forms", self._form_names())
        _refuse_repeated("schemas", self._schema_names())
        # Two kinds may count in one series, such as that of circulars: equal series are one.
        # A series that offices do not use as a rule gives way to another of its name, see `numbering_ways`.
        usual_series = [series for series in self._every_series() if series.ways[0] != "none"]
        different_series = dict.fromkeys(usual_series)
        _refuse_repeated("series", (series.name for series in different_series))

    def __iter__(self) -> Iterator[Kind[Any]]:
        """Generate every kind in order."""
        return iter(self.declared)

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the kinds, in order."""
        return tuple(self.by_name)

    def of(self, document: Document[Any]) -> Kind[Any]:
        """Return the kind of a document."""
        return self.by_name[document.kind]

    def with_name(self, word: str) -> tuple[Kind[Any], ...]:
        """Return the kinds whose name or Thai name is the word. Several kinds may share a Thai name."""
        if word in self.by_name:
            return (self.by_name[word],)
        return tuple(kind for kind in self.declared if kind.thai_name == word)

    def series(self) -> Mapping[str, NumberSeries]:
        """Return every series of numbers by name: those of the kinds in order, then those of circulars."""
        return {series.name: series for series in self._every_series()}

    def numbering_ways(self) -> dict[str, tuple[NumberingWay, ...]]:
        """Return how an office may number the papers of each kind that has numbers, by name of the kind.

        A kind whose series gives way to another of its name has no numbers.
        """
        every_series = self.series()
        ways: dict[str, tuple[NumberingWay, ...]] = {}
        for kind in self.declared:
            if kind.numbers and every_series[kind.numbers.name] == kind.numbers:
                ways[kind.name] = kind.numbers.ways
        return ways

    def _every_series(self) -> Iterator[NumberSeries]:
        # Of several series with one name, the last holds.
        for kind in self.declared:
            if kind.numbers:
                yield kind.numbers
        for kind in self.declared:
            if kind.circulars:
                yield kind.circulars

    def _form_names(self) -> Iterator[str]:
        for kind in self.declared:
            for form in kind.forms:
                yield form.name

    def _schema_names(self) -> Iterator[str]:
        yield "office"
        yield "people"
        yield from self.names
        for kind in self.declared:
            if kind.parts and kind.parts.schema:
                yield kind.parts.schema


def _refuse_repeated(nouns: str, names: Iterable[str]) -> None:
    """Refuse a name that stands twice. The message says by the nouns, such as ``forms``, what bears it."""
    counts = Counter(names)
    repeated_names = sorted(name for name, count in counts.items() if count > 1)
    if repeated_names:
        raise ValueError(f"two {nouns} bear one name: {', '.join(repeated_names)}")
