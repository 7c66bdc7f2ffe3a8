"""A Word file opened for checking: its parts parsed once, the elements the rules look at gathered once."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, Final, cast

from lxml import etree

from esa_docs.diagnostics import Checked, Diagnostic, Location, Severity
from esa_docs.i18n import gettext as _
from esa_docs.ooxml.names import CONTENT_TYPES, NAMESPACES, RELATIONSHIPS, WP, w
from esa_docs.ooxml.package import CONTENT_TYPES_PART, NotAPackageError, Parts, read_package

MAIN_PART: Final = "word/document.xml"
STYLES_PART: Final = "word/styles.xml"
SETTINGS_PART: Final = "word/settings.xml"

_STORY: Final = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml")
_WATCHED: Final = (
    *map(w, ["rFonts", "bookmarkStart", "fldChar", "fldSimple", "hyperlink", "tbl", "br", "jc", "spacing"]),
    *map(w, ["lang", "noProof", "pgNumType"]),
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
class Part:
    """One XML part.

    Attributes:
        name: its name in the package.
        root: its root element.
        shown: how diagnostics name the file.
    """

    name: str
    root: Element
    shown: str

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
        return [_text_run(element) for element in self.root.iterdescendants(_TEXT)]

    @cached_property
    def instructions(self) -> list[TextRun]:
        """Every piece of a field's instruction with its run."""
        return [_text_run(element) for element in self.root.iterdescendants(_INSTRUCTION)]

    @cached_property
    def formatting(self) -> tuple[Element, ...]:
        """Every ``w:rPr`` that says more than ``w:cs``."""
        return tuple(select(self.root, "//w:rPr[*[2] or not(w:cs)]"))

    def select(self, path: str) -> list[Any]:
        """Give what an XPath selects in the part."""
        return select(self.root, path)

    @property
    def drawings(self) -> list[Element]:
        """Give the ``wp:docPr`` elements."""
        return self._index[f"{{{WP}}}docPr"]

    def finding(self, code: str, message: str, hint: str = "", *, error: bool = False) -> Diagnostic:
        """Make a diagnostic about this part; a warning unless it is an error."""
        severity = Severity.ERROR if error else Severity.WARNING
        return Diagnostic(code, message, Location(self.shown), hint, severity, field=self.name)


@dataclass(frozen=True)
class WordFile:
    """A Word file: every XML part parsed."""

    parts: Mapping[str, Part]
    shown: str

    @cached_property
    def stories(self) -> tuple[Part, ...]:
        """Parts with running text: the document, its headers, footers, notes and comments."""
        return tuple(part for name, part in self.parts.items() if _STORY.fullmatch(name))

    @property
    def main(self) -> Part:
        """The document part."""
        return self.parts[MAIN_PART]

    @cached_property
    def styles(self) -> Mapping[str, Element]:
        """Style elements by id."""
        part = self.parts.get(STYLES_PART)
        return {} if part is None else {one.get(w("styleId")): one for one in part.root.iter(w("style"))}

    @cached_property
    def alignments(self) -> Mapping[str | None, str]:
        """Alignment that each paragraph style gives, its bases included."""
        found = {style: self.from_style(style, path_to("pPr", "jc")) for style in self.styles}
        return {style: "left" if jc is None else jc.get(w("val"), "left") for style, jc in found.items()}

    def alignment(self, paragraph: Element) -> str:
        """Give the alignment of a paragraph, its own or its style's."""
        own = paragraph.find(f"{w('pPr')}/{w('jc')}")
        return self.alignments.get(style_of(paragraph), "left") if own is None else own.get(w("val"), "left")

    def from_style(self, style: str | None, path: str) -> Element | None:
        """Find a property of a style or of those it is based on; for ``path`` see `path_to`."""
        seen: set[str | None] = set()
        while style is not None and style in self.styles and style not in seen:
            seen.add(style)
            found = self.styles[style].find(path)
            if found is not None:
                return found
            based = self.styles[style].find(w("basedOn"))
            style = None if based is None else based.get(w("val"))
        return None


def _text_run(element: Element) -> TextRun:
    run = element.getparent()
    first = run[0]
    return run, (first if first.tag == _RUN_PROPERTIES else None), element.text or ""


def path_to(*names: str) -> str:
    """Give the path through elements of the main namespace, for ``find``."""
    return "/".join(map(w, names))


def style_of(paragraph: Element) -> str | None:
    """Give the style id of a paragraph."""
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return None if style is None else style.get(w("val"))


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


def open_document(data: bytes, shown: str) -> Checked[WordFile]:
    """Unpack and parse a Word file, checking that the package holds together (E701, E702)."""
    try:
        package = read_package(data)
        roots = {
            name: etree.fromstring(content, _PARSER)
            for name, content in package.items()
            if name.endswith((".xml", ".rels"))
        }
    except (NotAPackageError, etree.XMLSyntaxError) as fault:
        return Checked(None, (_not_word(shown, str(fault)),))
    if MAIN_PART not in roots:
        return Checked(None, (_not_word(shown, MAIN_PART),))
    parts = {name: Part(name, root, shown) for name, root in roots.items()}
    return Checked(WordFile(parts, shown), tuple(_package_faults(package, parts)))


def _not_word(shown: str, reason: str) -> Diagnostic:
    message = _("a Word file (.docx) is expected: {reason}").format(reason=reason)
    return Diagnostic("E701", message, Location(shown), _("Build the document again."))


def _package_faults(package: Parts, parts: Mapping[str, Part]) -> Iterator[Diagnostic]:
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


def _lost_targets(name: str, part: Part, package: Parts) -> Iterator[Diagnostic]:
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
