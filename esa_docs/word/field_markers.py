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
from esa_docs.word.contents import TcField

MARKER_OPEN: Final = "\ue0f0"
MARKER_CLOSE: Final = "\ue0f1"
_TOC: Final = "TOC"

Element = Any


def marker(kind: str, **fields: str | int) -> str:
    """Return a marker.

    Args:
        kind: what stands here.
        fields: what is known of it. The field ``text`` may hold tags, which are compiled.
    """
    tags = fields.pop("text", "")
    # Base 16 has none of the characters that mean something to XML or to Jinja.
    code = base64.b16encode(json.dumps({"kind": kind, **fields}).encode()).decode()
    return f"{MARKER_OPEN}{code};{tags}{MARKER_CLOSE}"


def read_marker(body: str) -> tuple[dict[str, Any], str]:
    """Return the fields of a marker and its text; ``body`` is what stands between its signs."""
    code, _semicolon, tags = body.partition(";")
    fields: dict[str, Any] = json.loads(base64.b16decode(code))
    return fields, tags


def mark_tc_fields(paragraph: Element) -> None:
    """Put a marker in place of each TC field of a paragraph."""
    for runs in list(_complex_fields(paragraph)):
        entry = TcField.parse(_instruction(runs))
        if entry is not None:
            text = marker("entry", level=entry.level, identifier=entry.identifier, text=entry.text)
            _replace_content(runs[0], text)
            for run in runs[1:]:
                run.getparent().remove(run)


def mark_contents(root: Element) -> None:
    """Put a marker in place of everything inside the first TOC field; the paragraph that ends it stays."""
    for begin in _toc_beginnings(root):
        end = _end_of_field(begin)
        if end is None:
            continue
        first_paragraph = next(begin.iterancestors(w("p")))
        last_paragraph = next(end.iterancestors(w("p")))
        if first_paragraph.getparent() is last_paragraph.getparent():
            _replace_paragraphs(first_paragraph, last_paragraph, _instruction_after(begin))
            _remove_before(end)
            return


def _complex_fields(paragraph: Element) -> Iterator[list[Element]]:
    """Generate the runs of each field that lies within one paragraph, with those of the fields inside it."""
    runs: list[Element] = []
    depth = 0
    for run in paragraph.iter(w("r")):
        kind = _field_char(run)
        if kind == "begin":
            depth += 1
        if depth:
            runs.append(run)
        if depth and kind == "end":
            depth -= 1
            if not depth:
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
        if depth or char is begin:
            kind = char.get(w("fldCharType"))
            if kind == "begin":
                depth += 1
            elif kind == "end":
                depth -= 1
            if not depth:
                return char
    return None


def _replace_paragraphs(first: Element, last: Element, instruction: str) -> None:
    """Put a paragraph with the marker of the contents in place of those from the first to before the last."""
    parent = first.getparent()
    for paragraph in parent[parent.index(first) : parent.index(last)]:
        parent.remove(paragraph)
    holder = etree.Element(w("p"), nsmap=last.nsmap)
    run = etree.SubElement(holder, w("r"))
    etree.SubElement(run, w("t")).text = marker("contents", instruction=instruction)
    parent.insert(parent.index(last), holder)


def _remove_before(end: Element) -> None:
    """Remove from the last paragraph of a field what stands before the run that ends it."""
    last_run = end.getparent()
    paragraph = next(end.iterancestors(w("p")))
    for before in list(last_run.itersiblings(preceding=True)):
        if before.tag != w("pPr"):
            paragraph.remove(before)
