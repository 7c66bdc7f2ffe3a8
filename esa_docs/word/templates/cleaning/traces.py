"""What Word leaves behind while a person types: notes on spelling, languages, ids of revisions."""

from __future__ import annotations

from typing import Any, Final

from lxml import etree

from esa_docs.ooxml.names import W14, XML, w
from esa_docs.word.prose_signs import OWN_SIGNS as PROSE_SIGNS
from esa_docs.word.templates.accepting.emptied_elements import unwrap
from esa_docs.word.templates.cleaning.field_markers import MARKER_CLOSE, MARKER_OPEN
from esa_docs.word.templates.filling.block_marks import CLOSE, NAME_END, OPEN
from esa_docs.word.templates.loops.id_marks import MARK_CLOSE, MARK_OPEN
from esa_docs.word.templates.tags.held_pieces import OWN_SIGNS as HELD_SIGNS
from esa_docs.word.templates.tags.tag_spelling import LITERAL_BRACE

_TRACES: Final = tuple(map(w, ("proofErr", "lastRenderedPageBreak", "noProof", "cs")))
"""Elements that Word writes while a person types; ``cs`` is written anew for each run."""
_PARAGRAPH_IDS: Final = (f"{{{W14}}}paraId", f"{{{W14}}}textId")
_REVISION_START: Final = w("rsid")
"""How the names of Word's revision ids begin, such as ``w:rsidR`` and ``w:rsidRPr``."""
_OLD_FRAMES: Final = (w("smartTag"), w("customXml"))
"""Frames around words that Word has dropped since 2010 when it opens a file."""
_TEXTS: Final = frozenset(map(w, ("t", "instrText")))
_SPACE: Final = f"{{{XML}}}space"
_WHITE_SPACE: Final = " \t\r\n"
_SIGNS_OF_TEMPLATES: Final = (MARKER_OPEN, MARKER_CLOSE, MARK_OPEN, MARK_CLOSE, OPEN, NAME_END, CLOSE)
_OWN_SIGNS: Final = str.maketrans(
    "", "", "".join((*_SIGNS_OF_TEMPLATES, LITERAL_BRACE, HELD_SIGNS, PROSE_SIGNS))
)

Element = Any


def remove_traces(root: Element) -> None:
    """Remove the elements that Word writes while a person types."""
    for element in list(root.iter(*_TRACES)):
        element.getparent().remove(element)


def remove_old_frames(root: Element) -> None:
    """Remove smart tags and custom XML around words and paragraphs; what is in them stays."""
    for frame in list(root.iter(*_OLD_FRAMES)):
        unwrap(frame)


def remove_layout_of_xml(root: Element) -> None:
    """Remove the white space by which a program has laid out the XML for people; it is no text."""
    for element in root.iter(etree.Element):
        if element.tail and not element.tail.strip(_WHITE_SPACE):
            element.tail = None
        has_children = len(element) > 0
        if has_children and element.text and not element.text.strip(_WHITE_SPACE):
            element.text = None


def make_runs_plain(root: Element) -> None:
    """Remove the attributes of runs and texts, which say nothing that is printed.

    The compiler knows a run of text by its plain beginning.
    """
    for run in root.iter(w("r")):
        run.attrib.clear()
    for text in root.iter(*_TEXTS):
        space = text.get(_SPACE)
        text.attrib.clear()
        if space == "preserve":
            text.set(_SPACE, space)


def remove_own_signs(root: Element) -> None:
    """Remove the signs by which the compiler knows its markers, wherever the template has them."""
    for element in root.iter(etree.Element):
        element.text = _without_signs(element.text)
        element.tail = _without_signs(element.tail)
        for name, value in element.attrib.items():
            element.set(name, value.translate(_OWN_SIGNS))


def _without_signs(text: str | None) -> str | None:
    return text.translate(_OWN_SIGNS) if text else text


def remove_languages(root: Element) -> None:
    """Remove the languages of runs: Word needs th-TH once, in the defaults of the styles."""
    for element in list(root.iter(w("lang"))):
        if element.getparent().tag == w("rPr"):
            element.getparent().remove(element)


def remove_typing_ids(root: Element) -> None:
    """Remove the ids of revisions and paragraphs: in a loop the id of a paragraph would stand twice."""
    for element in root.iter(etree.Element):
        for name in list(element.attrib):
            if name in _PARAGRAPH_IDS or name.startswith(_REVISION_START):
                del element.attrib[name]
