"""Tags made whole: each stands in one piece of text of its paragraph, spelt as Jinja reads it.

Word cuts a tag into runs where its formatting, a comment, a bookmark or a line break changes. The tag goes to
where it begins; what stands between its pieces stays in the paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from typing import Any, Final, NamedTuple

from esa_docs.diagnostics import Diagnostic
from esa_docs.ooxml.names import XML, w
from esa_docs.word.templates.faults.tag_faults import TagFaultError, symbol_in_tag, unclosed_raw, unclosed_tag
from esa_docs.word.templates.tags.tag_spelling import LITERAL_BRACE, respelled
from esa_docs.word.templates.tags.tags import END_OF_RAW, next_tag

_PRINTED_BRACE: Final = "{{ '{' }}"
_LITERALS: Final = {
    "{_{": LITERAL_BRACE + "{",
    "{_%": LITERAL_BRACE + "%",
    "}_}": "}}",
    "%_}": "%}",
}
"""How docxtpl's documentation lets a template print what would be a tag."""
_LITERAL: Final = re.compile(r"\{_[{%]|[}%]_\}")
_MATH_TEXT: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_SYMBOL: Final = "\ufdd4"
"""Stands for a symbol of a font, which no text can hold: a noncharacter."""
_SIGNS: Final = {
    w("tab"): "\t",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "\u2011",
    w("sym"): _SYMBOL,
}
"""The signs for which elements stand."""
_KINDS: Final = ((w("t"), *_SIGNS), (w("instrText"),), (_MATH_TEXT,))
"""Elements whose texts belong together: text and signs, the instruction of a field, a formula."""
_ELEMENT_LEVELS: Final = frozenset({"p", "tr", "tc"})
_P: Final = w("p")
_T: Final = w("t")
_R: Final = w("r")

Element = Any


class _Change(NamedTuple):
    """A place of a text where something else is to stand."""

    start: int
    end: int
    new_text: str


def make_tags_whole(root: Element, file_label: str) -> None:
    """Put each tag of a part into one piece of text, in place.

    Raises:
        TagFaultError: tags have no end in their paragraphs, or hold a symbol, or raw text has no end (E303).
    """
    speller = _Speller(file_label)
    faults = []
    raw_paragraph = None
    for paragraph in root.iter(_P):
        was_raw = speller.is_raw
        _make_tags_of_paragraph_whole(paragraph, speller)
        faults += [(fault, paragraph) for fault in speller.take_faults()]
        if speller.is_raw and not was_raw:
            raw_paragraph = paragraph
    if speller.is_raw:
        faults.append((unclosed_raw(speller.raw_tag, file_label), raw_paragraph))
    if faults:
        raise TagFaultError(faults)


def _make_tags_of_paragraph_whole(paragraph: Element, speller: _Speller) -> None:
    for names in _KINDS:
        elements = [element for element in own_elements(paragraph, *names) if _is_piece(element)]
        text = "".join(map(_text_of, elements))
        changes = list(speller.changes(text))
        if changes:
            _write(elements, changes)


def own_elements(paragraph: Element, *names: str) -> list[Element]:
    """Return the elements of these names in a paragraph, without those of the paragraphs inside it."""
    elements = []
    for element in paragraph.iterdescendants(*names):
        if next(element.iterancestors(_P)) is paragraph:
            elements.append(element)
    return elements


def own_text(paragraph: Element) -> str:
    """Return the text of a paragraph, without that of the paragraphs inside it."""
    return "".join([element.text or "" for element in own_elements(paragraph, w("t"))])


def _is_piece(element: Element) -> bool:
    """Return whether an element is a piece of the text: no stop of a tab, and no break of a page."""
    if element.tag not in _SIGNS:
        return True
    return element.getparent().tag == _R and element.get(w("type")) in {None, "textWrapping"}


def _text_of(element: Element) -> str:
    return _SIGNS.get(element.tag) or element.text or ""


class _Speller:
    """Finds what is to be changed in the texts of a part, which it is shown in their order.

    Attributes:
        raw_tag: the last tag that began a text whose tags are printed as they are.
    """

    def __init__(self, file_label: str) -> None:
        self._file_label = file_label
        self._is_raw = False
        self.raw_tag = ""
        self._faults: list[Diagnostic] = []

    @property
    def is_raw(self) -> bool:
        """Whether the text so far ends within one whose tags are printed as they are."""
        return self._is_raw

    def take_faults(self) -> list[Diagnostic]:
        """Return the faults since the last call: tags without an end, or with a symbol (E303)."""
        faults = self._faults
        self._faults = []
        return faults

    def changes(self, text: str) -> Iterator[_Change]:
        """Generate the changes of a text in their order: one for each tag, and those of printed braces."""
        place = 0
        if self._is_raw:
            place = yield from self._changes_of_raw(text, place)
        tag = next_tag(text, place)
        while tag is not None:
            if not tag.has_end:
                self._faults.append(unclosed_tag(text, tag.text, self._file_label))
                return
            yield from _printed_braces(text, place, tag.start)
            place = tag.end
            if tag.word == "raw":
                yield _Change(tag.start, tag.end, _nothing_at(tag.level, "raw"))
                self.raw_tag = tag.text
                place = yield from self._changes_of_raw(text, tag.end)
            else:
                self._refuse_symbol(tag.text)
                yield _Change(tag.start, tag.end, respelled(tag.text))
            tag = next_tag(text, place)
        yield from _printed_braces(text, place, len(text))

    def _refuse_symbol(self, tag: str) -> None:
        if _SYMBOL in tag:
            self._faults.append(symbol_in_tag(tag.replace(_SYMBOL, "☐"), self._file_label))

    def _changes_of_raw(self, text: str, start: int) -> Generator[_Change, None, int]:
        """Generate the changes of text that is printed as it is, and return the place behind it."""
        match = END_OF_RAW.search(text, start)
        self._is_raw = match is None
        end = len(text) if match is None else match.start()
        for brace in re.finditer(r"\{", text[start:end]):
            yield _Change(start + brace.start(), start + brace.end(), LITERAL_BRACE)
        if match is None:
            return len(text)
        yield _Change(match.start(), match.end(), _nothing_at(match["level"] or "", "endraw"))
        return match.end()


def _nothing_at(level: str, word: str) -> str:
    """Return what stands for the beginning or the end of raw text: paragraph, row or cell go with it."""
    if level in _ELEMENT_LEVELS:
        return f"{{#{level} {word} #}}"
    return ""


def _printed_braces(text: str, start: int, end: int) -> Iterator[_Change]:
    """Generate the changes for what docxtpl's documentation writes where braces are to be printed."""
    for match in _LITERAL.finditer(text, start, end):
        yield _Change(match.start(), match.end(), _LITERALS[match[0]])


def _write(elements: list[Element], changes: list[_Change]) -> None:
    """Write the changed texts; the new text of a change goes to the element where it begins."""
    start_of_element = 0
    for element in elements:
        text = _text_of(element)
        end_of_element = start_of_element + len(text)
        new_text = _changed(text, start_of_element, changes)
        start_of_element = end_of_element
        if new_text == text:
            continue
        if element.tag == _T:
            element.text = new_text
            element.set(f"{{{XML}}}space", "preserve")
        elif element.tag not in _SIGNS:
            element.text = new_text.replace(LITERAL_BRACE, _PRINTED_BRACE)
        elif not new_text:
            element.getparent().remove(element)


def _changed(text: str, start: int, changes: list[_Change]) -> str:
    """Return the text of an element with what the changes make of it; ``start`` is its place in the whole."""
    end = start + len(text)
    pieces = []
    place = start
    for change in changes:
        if change.end <= start or change.start >= end:
            continue
        pieces.append(text[max(place, start) - start : max(change.start - start, 0)])
        if change.start >= start:
            pieces.append(change.new_text)
        place = change.end
    pieces.append(text[max(place, start) - start :])
    return "".join(pieces)
