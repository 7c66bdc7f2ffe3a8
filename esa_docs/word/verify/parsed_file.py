"""A Word file opened for checking: its parts parsed once, the elements the rules look at gathered once."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Any, Final, cast

from lxml import etree

from esa_docs.diagnostics import Checked, Diagnostic, Location, Severity
from esa_docs.i18n import gettext as _
from esa_docs.ooxml.names import CONTENT_TYPES, NAMESPACES, RELATIONSHIPS, RPR_ORDER, WP, w
from esa_docs.ooxml.package import CONTENT_TYPES_PART, NotAPackageError, Parts, read_package
from esa_docs.ooxml.styles import StyleSheet

MAIN_PART: Final = "word/document.xml"
STYLES_PART: Final = "word/styles.xml"
SETTINGS_PART: Final = "word/settings.xml"

_STORY: Final = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml")
_CHART: Final = re.compile(r"word/charts/[^/]+\.xml")
_PROPERTIES: Final = tuple(name for name in RPR_ORDER if name != "cs")
_WATCHED: Final = (
    *map(w, _PROPERTIES),
    *map(w, ["bookmarkStart", "fldChar", "fldSimple", "hyperlink", "tbl", "br", "jc"]),
    f"{{{WP}}}docPr",
)
_TEXT: Final = w("t")
_INSTRUCTION: Final = w("instrText")
_RUN_PROPERTIES: Final = w("rPr")
_PARSER: Final = etree.XMLParser(
    resolve_entities=False, no_network=True, collect_ids=False, remove_comments=True, remove_pis=True
)

Element = Any


TextRun = tuple[Element, Element | None, str]
"""A run, its ``w:rPr`` if it has one, and its text."""


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
        index: dict[str, list[Element]] = {tag: [] for tag in _WATCHED}
        for element in self.root.iter(*_WATCHED):
            index[element.tag].append(element)
        return index

    def all(self, *names: str) -> Iterator[Element]:
        """Give the elements of the main namespace with these names, in the order of the part."""
        for name in names:
            yield from self._index[w(name)]

    @cached_property
    def text(self) -> str:
        """All visible text, paragraphs run together."""
        return "".join([text for _run, _properties, text in self.text_runs])

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
        """Every ``w:rPr`` that says more than ``w:cs``."""
        holders = (one.getparent() for one in self.all(*_PROPERTIES))
        return tuple(dict.fromkeys(one for one in holders if one is not None and one.tag == _RUN_PROPERTIES))

    @cached_property
    def styles(self) -> StyleSheet:
        """The styles this part defines."""
        return StyleSheet(self.root)

    def select(self, path: str) -> list[Any]:
        """Give what an XPath selects in the part."""
        return select(self.root, path)

    @property
    def drawings(self) -> list[Element]:
        """Give the ``wp:docPr`` elements."""
        return self._index[f"{{{WP}}}docPr"]

    def finding(self, code: str, message: str, hint: str = "", *, error: bool = False) -> Diagnostic:
        """Make a diagnostic about this part, its file to be named later; a warning unless it is an error."""
        severity = Severity.ERROR if error else Severity.WARNING
        cure = hint or _("Compare the Word template with the shipped one, then build again.")
        return Diagnostic(code, message, Location(""), cure, severity, field=self.name)


@dataclass(frozen=True)
class ParsedWordFile:
    """A finished Word file opened for checking: every XML part parsed."""

    parts: Mapping[str, PackagePart]

    @cached_property
    def stories(self) -> tuple[PackagePart, ...]:
        """Parts with running text: the document, its headers, footers, notes and comments."""
        return tuple(part for name, part in self.parts.items() if _STORY.fullmatch(name))

    @cached_property
    def charts(self) -> tuple[PackagePart, ...]:
        """Parts of charts of numbers."""
        return tuple(part for name, part in self.parts.items() if _CHART.fullmatch(name))

    @property
    def main(self) -> PackagePart:
        """The document part."""
        return self.parts[MAIN_PART]

    @property
    def styles(self) -> StyleSheet:
        """The styles; none where the file has no part for them."""
        part = self.parts.get(STYLES_PART)
        return StyleSheet(None) if part is None else part.styles


def _text_runs(root: Element, tag: str) -> list[TextRun]:
    return [
        (
            run := element.getparent(),
            first if (first := run[0]).tag == _RUN_PROPERTIES else None,
            element.text or "",
        )
        for element in root.iterdescendants(tag)
    ]


def select(element: Element, path: str) -> list[Any]:
    """Give what an XPath selects from an element: elements, or the text of attributes."""
    return cast("list[Any]", _xpath(path)(element))


@cache
def _xpath(path: str) -> etree.XPath:
    return etree.XPath(path, namespaces=NAMESPACES, smart_strings=False)


def quote(text: str, longest: int = 40) -> str:
    """Cut a text for a message."""
    text = " ".join(text.split())
    return f"'{text[:longest]}…'" if len(text) > longest else f"'{text}'"


def open_word_file(data: bytes, file_label: str) -> Checked[ParsedWordFile]:
    """Unpack and parse a Word file, checking that the package holds together (E701, E702)."""
    try:
        package = read_package(data)
        parts = {
            name: _parse_part(name, content) if _is_shared(name) else _parse_story(name, content)
            for name, content in package.items()
            if name.endswith((".xml", ".rels"))
        }
    except (NotAPackageError, etree.XMLSyntaxError) as fault:
        return Checked(None, (_not_word(file_label, str(fault)),))
    if MAIN_PART not in parts:
        return Checked(None, (_not_word(file_label, MAIN_PART),))
    return Checked(ParsedWordFile(parts), tuple(_package_faults(package, parts)))


def _is_shared(name: str) -> bool:
    return not (_STORY.fullmatch(name) or _CHART.fullmatch(name))


def _parse_story(name: str, content: bytes) -> PackagePart:
    return PackagePart(name, etree.fromstring(content, _PARSER))


@lru_cache(maxsize=64)
def _parse_part(name: str, content: bytes) -> PackagePart:
    """Parse a part that the documents of one template share, once for all of them."""
    return _parse_story(name, content)


def _not_word(file_label: str, reason: str) -> Diagnostic:
    message = _("a Word file (.docx) is expected: {reason}").format(reason=reason)
    return Diagnostic("E701", message, Location(file_label), _("Build the document again."))


def _package_faults(package: Parts, parts: Mapping[str, PackagePart]) -> Iterator[Diagnostic]:
    types = parts[CONTENT_TYPES_PART]
    defaults = {one.get("Extension", "").lower() for one in types.root.iter(f"{{{CONTENT_TYPES}}}Default")}
    overrides = {one.get("PartName") for one in types.root.iter(f"{{{CONTENT_TYPES}}}Override")}
    for name in package:
        known = f"/{name}" in overrides or name.rpartition(".")[2].lower() in defaults
        if not known and name != CONTENT_TYPES_PART:
            message = _("the part {name} has no content type").format(name=name)
            yield types.finding("E702", message, error=True)
    for name, part in parts.items():
        if name.endswith(".rels"):
            yield from _lost_targets(name, part, package)


def _lost_targets(name: str, part: PackagePart, package: Parts) -> Iterator[Diagnostic]:
    base = posixpath.dirname(posixpath.dirname(name))
    for relationship in part.root.iter(f"{{{RELATIONSHIPS}}}Relationship"):
        target = relationship.get("Target", "")
        if relationship.get("TargetMode") == "External":
            continue
        path = (
            target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(base, target))
        )
        if path not in package:
            message = _("the part {name} is missing").format(name=path)
            yield part.finding("E702", message, error=True)
