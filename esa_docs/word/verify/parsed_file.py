"""A Word file opened for checking: its parts parsed once, the elements the rules look at gathered once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, Final, NamedTuple, TypeVar, cast

from lxml import etree

from esa_docs.diagnostics import Location, Severity
from esa_docs.i18n import gettext as _
from esa_docs.ooxml.names import NAMESPACES, RPR_ORDER, WP, A, C, w
from esa_docs.ooxml.styles import StyleSheet
from esa_docs.word.verify.places import PlacedDiagnostic, place_near

MAIN_PART: Final = "word/document.xml"
STYLES_PART: Final = "word/styles.xml"
COMMENTS_PART: Final = "word/comments.xml"
SETTINGS_PART: Final = "word/settings.xml"

# Word Online numbers every part: document2.xml.
_STORY: Final = re.compile(r"word/(document|header|footer|footnotes|endnotes|comments)\d*\.xml")
_CHART: Final = re.compile(r"word/charts/[^/]+\.xml")
_STYLED_BY: Final = tuple(name for name in RPR_ORDER if name != "cs")
"""Properties of a run that change how its text looks."""
_DRAWING: Final = f"{{{WP}}}docPr"
_VML: Final = "urn:schemas-microsoft-com:vml"
VML_PICTURE: Final = f"{{{_VML}}}imagedata"
VML_SHAPES: Final = tuple(
    f"{{{_VML}}}{name}" for name in ("shape", "rect", "roundrect", "oval", "line", "polyline", "group")
)
PICTURE: Final = f"{{{A}}}blip"
LINK_OF_DRAWING: Final = f"{{{A}}}hlinkClick"
CHART: Final = f"{{{C}}}chart"
_INDEXED: Final = (
    *map(w, _STYLED_BY),
    *map(w, ["bookmarkStart", "fldChar", "fldSimple", "hyperlink", "tbl", "br", "jc", "headerReference"]),
    *map(w, ["footerReference", "commentReference", "footnoteReference", "endnoteReference"]),
    *(_DRAWING, PICTURE, LINK_OF_DRAWING, CHART, VML_PICTURE, *VML_SHAPES),
)
"""Elements that rules ask a part for by their names: one walk through the part finds them all."""
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

    def indexed(self, *tags: str) -> Iterator[Element]:
        """Generate the elements with these full names, name after name.

        Raises:
            KeyError: the name is not in the index of `_INDEXED`.
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

    @cached_property
    def _remembered(self) -> dict[Callable[[PackagePart], Any], Any]:
        return {}

    def remember(self, work_out: Callable[[PackagePart], T]) -> T:
        """Return what a function finds out about the part; it is asked once, also by several documents."""
        if work_out not in self._remembered:
            self._remembered[work_out] = work_out(self)
        return cast("T", self._remembered[work_out])

    def diagnostic(
        self, code: str, message: str, hint: str = "", *, error: bool = False, near: Element | str = ""
    ) -> PlacedDiagnostic:
        """Return a diagnostic about this part, without the file, which `verify` names.

        Args:
            code: of the E7 family.
            message: what is wrong.
            hint: what to do; empty for the usual comparison with the shipped template.
            error: whether it is an error instead of a warning.
            near: an element or a text at the place of the fault; empty where the part as a whole is meant.
        """
        severity = Severity.ERROR if error else Severity.WARNING
        if not hint:
            hint = _("Compare the Word template with the shipped one, then build again.")
        place = place_near(near)
        return PlacedDiagnostic(code, message, Location(""), hint, severity, field=self.name, place=place)


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
        return self.parts[self.main_name]

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
