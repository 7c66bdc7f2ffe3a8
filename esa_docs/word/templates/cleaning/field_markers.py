"""The fields of the contents in a template, as markers: text that survives the compiling of tags.

Word writes a field as many runs: one that begins it, its instruction, one that ends it. A marker is a single
run whose text says what stands there and holds the tags of the instruction.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Iterator
from typing import Any, Final

from lxml import etree

from esa_docs.ooxml.names import w
from esa_docs.word.contents import TcField, caption_list_of

MARKER_OPEN: Final = "\ue0f0"
MARKER_CLOSE: Final = "\ue0f1"
"""The signs around a marker: characters for private use, which no text of a template should have."""
_TOC: Final = "TOC"

Element = Any


def marker(text: str = "", **fields: str | int) -> str:
    """Return a marker.

    Args:
        text: text whose tags are compiled.
        fields: values for the compiler.
    """
    # Base 16 has none of the characters that mean something to XML or to Jinja.
    code = base64.b16encode(json.dumps(fields).encode()).decode()
    return f"{MARKER_OPEN}{code};{text}{MARKER_CLOSE}"


def read_marker(body: str) -> tuple[dict[str, Any], str]:
    """Return the fields of a marker and its text; ``body`` is what stands between its signs."""
    code, _semicolon, text = body.partition(";")
    fields: dict[str, Any] = json.loads(base64.b16decode(code))
    return fields, text


def mark_tc_fields(paragraph: Element) -> None:
    """Put a marker in place of each TC field of a paragraph."""
    for runs in list(_complex_fields(paragraph)):
        entry = TcField.parse(_instruction(runs))
        if entry is not None:
            first_run, *further_runs = runs
            _replace_content(first_run, marker(entry.text, level=entry.level, identifier=entry.identifier))
            for run in further_runs:
                run.getparent().remove(run)


def mark_contents(root: Element) -> None:
    r"""Put a marker in place of everything inside the first TOC field, and inside each list of captions.

    The last paragraph of the field stays, with nothing but the end of the field and what follows it. Where
    the whole field is one paragraph, as LibreOffice writes it, the entries will end the field. A TOC field
    that has no end, or whose end stands elsewhere (in a table, say), is left alone. A list of captions is a
    TOC field of their list, such as ``TOC \f t``.
    """
    marked_lists: set[str] = set()
    for begin in list(_toc_beginnings(root)):
        # A field inside one that is marked has gone with it.
        if begin.getroottree().getroot() is not root.getroottree().getroot():
            continue
        caption_list = caption_list_of(_instruction_after(begin))
        if caption_list not in marked_lists and _mark_field(begin):
            marked_lists.add(caption_list)


def _mark_field(begin: Element) -> bool:
    """Put a marker in place of a TOC field; return whether that can be done."""
    end = _end_of_field(begin)
    if end is None:
        return False
    first_paragraph = next(begin.iterancestors(w("p")), None)
    last_paragraph = next(end.iterancestors(w("p")), None)
    if first_paragraph is None or last_paragraph is None:
        return False
    instruction = _instruction_after(begin)
    if first_paragraph is last_paragraph and _is_last_run(end):
        first_paragraph.addprevious(_marker_paragraph(first_paragraph, instruction, ends_field=1))
        first_paragraph.getparent().remove(first_paragraph)
        return True
    if first_paragraph.getparent() is last_paragraph.getparent():
        _replace_paragraphs(first_paragraph, last_paragraph, instruction)
        _remove_before(end)
        return True
    return False


def _complex_fields(paragraph: Element) -> Iterator[list[Element]]:
    """Generate the runs of each field within a paragraph; the fields inside a field are part of it."""
    runs: list[Element] = []
    depth = 0
    for run in paragraph.iter(w("r")):
        kind = _field_char(run)
        if kind == "begin":
            depth += 1
        if depth > 0:
            runs.append(run)
        if depth > 0 and kind == "end":
            depth -= 1
            if depth == 0:
                yield runs
                runs = []


def _field_char(run: Element) -> str:
    """Return which end of a field a run is, or its separator; empty for any other run."""
    char = run.find(w("fldChar"))
    return "" if char is None else char.get(w("fldCharType"), "")


def _instruction(runs: Iterable[Element]) -> str:
    pieces = []
    for run in runs:
        for text in run.iter(w("instrText")):
            pieces.append(text.text or "")
    return "".join(pieces)


def _replace_content(run: Element, text: str) -> None:
    for child in list(run):
        run.remove(child)
    etree.SubElement(run, w("t")).text = text


def _toc_beginnings(root: Element) -> Iterator[Element]:
    """Generate the elements that begin a TOC field."""
    for char in list(root.iter(w("fldChar"))):
        if char.get(w("fldCharType")) == "begin":
            words = _instruction_after(char).split()
            if words and words[0] == _TOC:
                yield char


def _instruction_after(begin: Element) -> str:
    """Return a field's own instruction: those of the fields inside it come after its separator."""
    runs = []
    for run in begin.getparent().itersiblings(w("r")):
        if run.find(w("fldChar")) is not None:
            break
        runs.append(run)
    return _instruction(runs)


def _end_of_field(begin: Element) -> Element | None:
    """Return the element that ends a field, not one inside it; None where the field is not closed."""
    depth = 0
    for char in begin.getroottree().getroot().iter(w("fldChar")):
        is_inside = depth > 0 or char is begin
        if not is_inside:
            continue
        kind = char.get(w("fldCharType"))
        if kind == "begin":
            depth += 1
        elif kind == "end":
            depth -= 1
        if depth == 0:
            return char
    return None


def _replace_paragraphs(first: Element, last: Element, instruction: str) -> None:
    """Put a paragraph with the marker of the contents in place of all paragraphs before the last."""
    parent = first.getparent()
    for paragraph in parent[parent.index(first) : parent.index(last)]:
        parent.remove(paragraph)
    parent.insert(parent.index(last), _marker_paragraph(last, instruction, ends_field=0))


def _marker_paragraph(paragraph: Element, instruction: str, *, ends_field: int) -> Element:
    """Return a paragraph with the marker of the contents, to be put beside another."""
    marker_paragraph = etree.Element(w("p"), nsmap=paragraph.nsmap)
    run = etree.SubElement(marker_paragraph, w("r"))
    etree.SubElement(run, w("t")).text = marker(instruction=instruction, ends_field=ends_field)
    return marker_paragraph


def _is_last_run(end: Element) -> bool:
    """Return whether nothing stands behind the run that ends a field, in a paragraph without a section."""
    run = end.getparent()
    section = run.getparent().find(f"{w('pPr')}/{w('sectPr')}")
    return section is None and run.getnext() is None and run.getparent().tag == w("p")


def _remove_before(end: Element) -> None:
    """Remove from the last paragraph of a field the content before the run that ends the field."""
    last_run = end.getparent()
    for sibling in list(last_run.itersiblings(preceding=True)):
        if sibling.tag != w("pPr"):
            sibling.getparent().remove(sibling)
