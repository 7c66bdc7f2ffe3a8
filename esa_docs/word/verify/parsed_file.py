"""A Word file opened for checking: its parts parsed once, the elements the rules look at gathered once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, Final, NamedTuple, cast

from lxml import etree

from esa_docs.diagnostics import Diagnostic, Location, Severity
from esa_docs.i18n import gettext as _
from esa_docs.ooxml.names import NAMESPACES, RPR_ORDER, WP, w
from esa_docs.ooxml.styles import StyleSheet

MAIN_PART: Final = "word/document.xml"
STYLES_PART: Final = "word/styles.xml"
COMMENTS_PART: Final = "word/comments.xml"
SETTINGS_PART: Final = "word/settings.xml"

_STORY: Final = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml")
_CHART: Final = re.compile(r"word/charts/[^/]+\.xml")
_STYLED_BY: Final = tuple(name for name in RPR_ORDER if name != "cs")
"""Properties of a run that change how its text looks."""
_DRAWING: Final = f"{{{WP}}}docPr"
_INDEXED: Final = (
    *map(w, _STYLED_BY),
    *map(w, ["bookmarkStart", "fldChar", "fldSimple", "hyperlink", "tbl", "br", "jc"]),
    _DRAWING,
)
"""Elements that rules ask a part for by their names: one walk through the part finds them all."""
_TEXT: Final = w("t")
_INSTRUCTION: Final = w("instrText")
_RUN_PROPERTIES: Final = w("rPr")

Element = Any


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
        index: dict[str, list[Element]] = {tag: [] for tag in _INDEXED}
        for element in self.root.iter(*_INDEXED):
            index[element.tag].append(element)
        return index

    def elements(self, *names: str) -> Iterator[Element]:
        """Generate the elements of the main namespace with these names, name after name.

        Elements of one name come in the order of the part.

        Raises:
            KeyError: the name is not in the index of `_INDEXED`.
        """
        for name in names:
            yield from self._index[w(name)]

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
        for element in self.elements(*_STYLED_BY):
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
        return select(self.root, path)

    @property
    def drawings(self) -> list[Element]:
        """The ``wp:docPr`` elements, one for each drawing."""
        return self._index[_DRAWING]

    def diagnostic(self, code: str, message: str, hint: str = "", *, error: bool = False) -> Diagnostic:
        """Return a diagnostic about this part, without the file, which `verify` names.

        Args:
            code: of the E7 family.
            message: what is wrong.
            hint: what to do; empty for the usual comparison with the shipped template.
            error: whether it is an error instead of a warning.
        """
        severity = Severity.ERROR if error else Severity.WARNING
        if not hint:
            hint = _("Compare the Word template with the shipped one, then build again.")
        return Diagnostic(code, message, Location(""), hint, severity, field=self.name)


@dataclass(frozen=True)
class ParsedWordFile:
    """A finished Word file opened for checking: every XML part parsed."""

    parts: Mapping[str, PackagePart]

    @cached_property
    def stories(self) -> tuple[PackagePart, ...]:
        """Parts with running text: the document, its headers, footers, notes and comments."""
        return tuple(part for name, part in self.parts.items() if is_story(name))

    @cached_property
    def printed_stories(self) -> tuple[PackagePart, ...]:
        """Parts with running text that is printed: all but the comments, in which colleagues write notes."""
        return tuple(part for part in self.stories if part.name != COMMENTS_PART)

    @cached_property
    def charts(self) -> tuple[PackagePart, ...]:
        """Parts of charts of numbers."""
        return tuple(part for name, part in self.parts.items() if is_chart(name))

    @property
    def styled_parts(self) -> tuple[PackagePart, ...]:
        """Parts that set how text looks: those with printed text, and the styles if the file has any."""
        if STYLES_PART in self.parts:
            return (*self.printed_stories, self.parts[STYLES_PART])
        return self.printed_stories

    @property
    def main(self) -> PackagePart:
        """The document part."""
        return self.parts[MAIN_PART]

    @property
    def styles(self) -> StyleSheet:
        """The styles; an empty sheet where the file has no part for them."""
        part = self.parts.get(STYLES_PART)
        return StyleSheet(None) if part is None else part.styles


def is_story(name: str) -> bool:
    """Return whether a part has running text, by its name."""
    return _STORY.fullmatch(name) is not None


def is_chart(name: str) -> bool:
    """Return whether a part is a chart of numbers, by its name."""
    return _CHART.fullmatch(name) is not None


def _text_runs(root: Element, tag: str) -> list[TextRun]:
    text_runs = []
    for element in root.iterdescendants(tag):
        run = element.getparent()
        # The schema lets the properties of a run stand nowhere but at its beginning.
        first_child = run[0]
        properties = first_child if first_child.tag == _RUN_PROPERTIES else None
        text_runs.append(TextRun(run, properties, element.text or ""))
    return text_runs


def select(element: Element, path: str) -> list[Any]:
    """Return what an XPath selects from an element: elements, or the text of attributes."""
    return cast("list[Any]", _xpath(path)(element))


@cache
def _xpath(path: str) -> etree.XPath:
    return etree.XPath(path, namespaces=NAMESPACES, smart_strings=False)


def quote(text: str, longest: int = 40) -> str:
    """Return a text in quotation marks for a message, cut where it is too long to be quoted."""
    text = " ".join(text.split())
    if len(text) > longest:
        return f"'{text[:longest]}…'"
    return f"'{text}'"
