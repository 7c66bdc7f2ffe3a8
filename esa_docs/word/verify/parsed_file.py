"""A Word file opened for checking: its parts parsed once, the elements the rules look at gathered once."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, Final, NamedTuple, TypeVar, cast

from lxml import etree

from esa_docs.diagnostics import Location, Severity
from esa_docs.i18n import gettext as _
from esa_docs.ooxml.names import NAMESPACES, RELATIONSHIPS, local, w
from esa_docs.ooxml.package import kind_of, relationships_part, target_part
from esa_docs.ooxml.styles import StyleSheet
from esa_docs.word.verify.element_names import DRAWING, INDEXED, STYLED_BY
from esa_docs.word.verify.part_names import MAIN_PART, STORIES, is_chart, is_story
from esa_docs.word.verify.part_words import words_of_part
from esa_docs.word.verify.places import PlacedDiagnostic

_TEXT: Final = w("t")
_INSTRUCTION: Final = w("instrText")
_RUN_PROPERTIES: Final = w("rPr")

Element = Any
T = TypeVar("T")


class TextRun(NamedTuple):
    """A piece of text with the run it stands in.

    Attributes:
        run: the element that holds it.
        properties: the ``w:rPr`` of the run; None where it has none.
        text: the text.
    """

    run: Element
    properties: Element | None
    text: str


@dataclass(frozen=True)
class PackagePart:
    """One XML part of the package.

    Attributes:
        name: its name in the package.
        root: its root element.
    """

    name: str
    root: Element

    @cached_property
    def _index(self) -> Mapping[str, list[Element]]:
        index: dict[str, list[Element]] = {tag: [] for tag in INDEXED}
        for element in self.root.iter(*INDEXED):
            index[element.tag].append(element)
        return index

    def elements(self, *names: str) -> Iterator[Element]:
        """Generate the elements of the main namespace with these names, name after name.

        Elements of one name come in the order of the part.

        Raises:
            KeyError: the name is not in the index of `INDEXED`.
        """
        for name in names:
            yield from self._index[w(name)]

    def indexed(self, *tags: str) -> Iterator[Element]:
        """Generate the elements with these full names, name after name.

        Raises:
            KeyError: the name is not in the index of `INDEXED`.
        """
        for tag in tags:
            yield from self._index[tag]

    @cached_property
    def text(self) -> str:
        """All visible text, paragraphs run together."""
        return "".join([text_run.text for text_run in self.text_runs])

    @cached_property
    def text_runs(self) -> list[TextRun]:
        """Every piece of visible text with its run, in the order of the part."""
        return _text_runs(self.root, _TEXT)

    @cached_property
    def instructions(self) -> list[TextRun]:
        """Every piece of a field's instruction with its run."""
        return _text_runs(self.root, _INSTRUCTION)

    @cached_property
    def formatting(self) -> tuple[Element, ...]:
        """Every ``w:rPr`` that has more than ``w:cs``, each once."""
        holders: dict[Element, None] = {}
        for element in self.elements(*STYLED_BY):
            holder = element.getparent()
            if holder is not None and holder.tag == _RUN_PROPERTIES:
                holders[holder] = None
        return tuple(holders)

    @cached_property
    def styles(self) -> StyleSheet:
        """The styles this part defines."""
        return StyleSheet(self.root)

    def select(self, path: str) -> list[Any]:
        """Return what an XPath selects in the part: elements, or the text of attributes."""
        return cast("list[Any]", _xpath(path)(self.root))

    @property
    def drawings(self) -> list[Element]:
        """The ``wp:docPr`` elements, one for each drawing."""
        return self._index[DRAWING]

    @cached_property
    def _remembered(self) -> dict[Callable[[PackagePart], Any], Any]:
        return {}

    def remember(self, work_out: Callable[[PackagePart], T]) -> T:
        """Return what a function finds out about the part; it is asked once, also by several documents."""
        if work_out not in self._remembered:
            self._remembered[work_out] = work_out(self)
        return cast("T", self._remembered[work_out])

    def diagnostic(
        self,
        code: str,
        message: str,
        hint: str = "",
        *,
        severity: Severity = Severity.WARNING,
        near: Element | str = "",
    ) -> PlacedDiagnostic:
        """Return a diagnostic about this part, without the file, which `verify` names.

        Args:
            code: of the E7 family.
            message: what is wrong.
            hint: what to do; empty for the usual comparison with the shipped template.
            severity: how much it weighs.
            near: an element or a text at the place of the fault; empty where the part as a whole is meant.
        """
        if not hint:
            hint = _("Compare the Word template with the shipped one, then build again.")
        where = words_of_part(local(self.root.tag), self.name)
        return PlacedDiagnostic(
            code, message, Location(""), hint, severity, self.name, near=near, where=where
        )


@dataclass(frozen=True)
class ParsedWordFile:
    """A finished Word file opened for checking: every XML part parsed.

    Attributes:
        parts: the parts by their names.
        main_name: the part with the document.
        is_ours: whether this program made the file, and no other one saved it since.
    """

    parts: Mapping[str, PackagePart]
    main_name: str = MAIN_PART
    is_ours: bool = True

    @cached_property
    def stories(self) -> tuple[PackagePart, ...]:
        """Parts with running text: the document, its headers, footers, notes and comments."""
        names = {self.main_name}
        for kind in STORIES:
            names.update(part.name for part in self._related.get(kind, ()))
        return tuple(part for name, part in self.parts.items() if name in names or is_story(name))

    @cached_property
    def printed_stories(self) -> tuple[PackagePart, ...]:
        """Parts with running text that is printed: all but the comments, in which colleagues write notes."""
        return tuple(part for part in self.stories if part.root.tag != w("comments"))

    @cached_property
    def charts(self) -> tuple[PackagePart, ...]:
        """Parts of charts of numbers."""
        return tuple(part for name, part in self.parts.items() if is_chart(name))

    @property
    def styled_parts(self) -> tuple[PackagePart, ...]:
        """Parts that set how text looks: those with printed text, and the styles if the file has any."""
        styles = self.part_of("styles")
        return self.printed_stories if styles is None else (*self.printed_stories, styles)

    @property
    def main(self) -> PackagePart:
        """The document part."""
        return self.parts[self.main_name]

    @property
    def styles(self) -> StyleSheet:
        """The styles; an empty sheet where the file has no part for them."""
        part = self.part_of("styles")
        return StyleSheet(None) if part is None else part.styles

    def part_of(self, kind: str) -> PackagePart | None:
        """Return the part of a kind: as the document says, else as Word calls it; None where there is none.

        The root element does not tell it: ``stylesWithEffects.xml`` and building blocks have the same ones.

        Args:
            kind: of the relationship that leads to it, such as ``styles``.
        """
        related = self._related.get(kind)
        return related[0] if related else self.parts.get(f"word/{kind}.xml")

    @cached_property
    def _related(self) -> Mapping[str, list[PackagePart]]:
        """The parts to which relationships of the document lead, by the kinds of the relationships."""
        related: dict[str, list[PackagePart]] = {}
        relationships = self.parts.get(relationships_part(self.main_name))
        if relationships is None:
            return related
        folder = posixpath.dirname(self.main_name)
        # Names of parts are compared without regard to case (ISO/IEC 29500-2, 6.2.2).
        parts = {name.lower(): part for name, part in self.parts.items()}
        for relationship in relationships.root.iter(f"{{{RELATIONSHIPS}}}Relationship"):
            part = parts.get(target_part(folder, relationship.get("Target", "")).lower())
            if part is not None:
                related.setdefault(kind_of(relationship), []).append(part)
        return related


def _text_runs(root: Element, tag: str) -> list[TextRun]:
    text_runs = []
    for element in root.iterdescendants(tag):
        run = element.getparent()
        # The schema lets the properties of a run stand nowhere but at its beginning.
        first_child = run[0]
        properties = first_child if first_child.tag == _RUN_PROPERTIES else None
        text_runs.append(TextRun(run, properties, element.text or ""))
    return text_runs


@cache
def _xpath(path: str) -> etree.XPath:
    return etree.XPath(path, namespaces=NAMESPACES, smart_strings=False)
