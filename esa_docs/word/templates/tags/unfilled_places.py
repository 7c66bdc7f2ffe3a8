"""Tags in parts of a Word file that are the same in every paper: there no tag is filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final
from urllib.parse import unquote

from lxml import etree

from esa_docs.diagnostics import ContentError
from esa_docs.i18n import gettext as _
from esa_docs.ooxml.names import w
from esa_docs.word.core_properties import CORE_PART
from esa_docs.word.templates.faults.tag_faults import unfilled_place
from esa_docs.word.templates.tags.tags import tags_in

_APPLICATION_PART: Final = "docProps/app.xml"
_TITLES: Final = "{*}TitlesOfParts"
_RELATIONSHIPS_END: Final = ".rels"
_TARGET: Final = re.compile(r'Target="([^"]*)"')
_NOT_PRINTED: Final = re.compile(r"customXml/|word/glossary/|word/comments")
"""Parts of which nothing is printed: data of other programs, building blocks for menus of Word, comments."""
_PRINTED_ATTRIBUTES: Final = {w("lvlText"): w("val"), w("docVar"): w("val")}
"""Attributes with text for the reader: the number of a list, and what a field shows."""
_NUMBER_OF_LIST: Final = re.compile("%[1-9]")
"""Where Word prints the number of a level; a list may be numbered {1}."""
_PARAGRAPH: Final = "p"
_BRACE: Final = b"{"

Element = Any


def refuse_unfilled_tags(
    package: Mapping[str, bytes], roots: Mapping[str, Element], text_parts: frozenset[str], file_label: str
) -> None:
    """Refuse tags where none is filled in.

    Args:
        package: the parts of a template.
        roots: the roots of its XML parts, by name.
        text_parts: names of those that are filled in.
        file_label: how diagnostics name the template.

    Raises:
        ContentError: there are some (E322).
    """
    diagnostics = []
    for name, data in package.items():
        if name in text_parts or name == CORE_PART or _NOT_PRINTED.match(name):
            continue
        for text in _texts(name, data, roots):
            for tag in tags_in(text):
                diagnostics.append(unfilled_place(tag.text, _words_of_part(name), file_label))
    if diagnostics:
        raise ContentError(list(dict.fromkeys(diagnostics)))


def _texts(name: str, data: bytes, roots: Mapping[str, Element]) -> Iterator[str]:
    """Generate the texts of a part that may have tags."""
    if name.endswith(_RELATIONSHIPS_END):
        for target in _TARGET.findall(data.decode("utf-8", "replace")):
            yield unquote(target)
    elif name in roots and _BRACE in data:
        yield from _texts_of_elements(roots[name])


def _texts_of_elements(root: Element) -> Iterator[str]:
    for element in root.iter(etree.Element):
        if etree.QName(element).localname == _PARAGRAPH:
            # A program may part a tag into runs.
            yield "".join(element.itertext())
        elif element.text:
            yield element.text
        if element.tag in _PRINTED_ATTRIBUTES:
            yield _NUMBER_OF_LIST.sub("", element.get(_PRINTED_ATTRIBUTES[element.tag], ""))


def forget_titles(roots: Mapping[str, Element]) -> None:
    """Empty the titles that Word notes of a file: of a template that is often its first line, with tags."""
    if _APPLICATION_PART not in roots:
        return
    for titles in roots[_APPLICATION_PART].iter(_TITLES):
        for element in titles.iter(etree.Element):
            if element.text and next(tags_in(element.text), None) is not None:
                element.text = None


def _words_of_part(name: str) -> str:
    """Return in words what a part of a file holds; its name where nothing better is known."""
    words_of_part = {
        r".*\.rels": _("the address of a link"),
        r"docProps/.*": _("a property of the file"),
        r"word/charts/.*": _("a chart"),
        r"word/diagrams/.*": _("a diagram"),
        r"word/numbering\.xml": _("the number of a list"),
        r"word/settings\.xml": _("a variable of the file"),
    }
    for pattern, words in words_of_part.items():
        if re.fullmatch(pattern, name):
            return words
    return name
