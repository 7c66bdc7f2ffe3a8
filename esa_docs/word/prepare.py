"""A template part made plain before its tags are compiled.

What Word leaves behind while a person types (revision marks, spelling notes, languages, split runs) is
taken away, so that one tag is one piece of text; contents fields become markers the compiler understands.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from typing import Any, Final

from lxml import etree

from esa_docs import thai
from esa_docs.ooxml.names import RPR_ORDER, W14, WP, XML, local, w
from esa_docs.word.contents import TcField
from esa_docs.word.tags import has_tag

MARKER_OPEN: Final = "\ue0f0"
MARKER_CLOSE: Final = "\ue0f1"
_DROPPED: Final = tuple(
    w(name) for name in ("proofErr", "lastRenderedPageBreak", "noProof", "permStart", "permEnd", "cs")
)
_PARAGRAPH_IDS: Final = (f"{{{W14}}}paraId", f"{{{W14}}}textId")
_REVISION: Final = w("rsid")
_THAI_PAGES: Final = {"thai": "thaiNumbers", "arabic": "decimal"}
_PARSER: Final = etree.XMLParser(
    resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
)

Element = Any


def parse_part(data: bytes) -> Element:
    """Parse a part's XML; entities are not resolved.

    Raises:
        etree.XMLSyntaxError: it is no XML.
    """
    return etree.fromstring(data, _PARSER)


def prepare_part(root: Element, numerals: thai.Numerals) -> None:
    """Make a document, header or footer part ready for compiling, in place."""
    _drop_traces(root)
    _order_properties(root)
    for run in list(root.iter(w("r"))):
        _split_run(run)
    for paragraph in root.iter(w("p")):
        _mark_tc_fields(paragraph)
    _mark_contents(root)
    _free_ids(root)
    for parent in {run.getparent() for run in root.iter(w("r"))}:
        _join_runs(parent)
    for numbering in root.iter(w("pgNumType")):
        numbering.set(w("fmt"), _THAI_PAGES[numerals])


def marker(kind: str, **fields: str | int) -> str:
    """Write a marker: text that survives the compiling of tags and says what stands here."""
    tags = fields.pop("text", "")
    code = base64.b16encode(json.dumps({"kind": kind, **fields}).encode()).decode()
    return f"{MARKER_OPEN}{code};{tags}{MARKER_CLOSE}"


def read_marker(body: str) -> tuple[dict[str, Any], str]:
    """Give a marker's fields and its text."""
    code, _, tags = body.partition(";")
    fields: dict[str, Any] = json.loads(base64.b16decode(code))
    return fields, tags


def _drop_traces(root: Element) -> None:
    for element in list(root.iter(*_DROPPED)):
        element.getparent().remove(element)
    for element in list(root.iter(w("lang"))):
        if element.getparent().tag == w("rPr"):
            element.getparent().remove(element)
    for element in root.iter(etree.Element):
        for name in list(element.attrib):
            if name in _PARAGRAPH_IDS or name.startswith(_REVISION):
                del element.attrib[name]


def _order_properties(root: Element) -> None:
    """Bring run properties into the order of the schema; where none are left, their element goes too."""
    for properties in list(root.iter(w("rPr"))):
        properties[:] = sorted(properties, key=_rank)
        if not len(properties):
            properties.getparent().remove(properties)


def _rank(element: Element) -> int:
    name = local(element.tag)
    return RPR_ORDER.index(name) if name in RPR_ORDER else len(RPR_ORDER)


def _split_run(run: Element) -> None:
    """Give each piece of a run (text, tab, break …) a run of its own."""
    pieces = [child for child in run if child.tag != w("rPr")]
    properties = run.find(w("rPr"))
    for piece in pieces[1:]:
        twin = etree.Element(w("r"), nsmap=run.nsmap)
        if properties is not None:
            twin.append(_copy(properties))
        twin.append(piece)
        run.getparent().insert(run.getparent().index(run) + pieces.index(piece), twin)
    if not pieces and run.getparent() is not None:
        run.getparent().remove(run)


def _copy(element: Element) -> Element:
    return etree.fromstring(etree.tostring(element))


def _join_runs(parent: Element) -> None:
    """Join neighbouring text runs of equal properties."""
    before: Element = None
    for run in list(parent):
        if not _is_text_run(run):
            before = None
            continue
        if before is not None and _properties_key(before) == _properties_key(run):
            text = before.find(w("t"))
            text.text = (text.text or "") + (run.find(w("t")).text or "")
            parent.remove(run)
        else:
            before = run
            run.find(w("t")).set(f"{{{XML}}}space", "preserve")


def _is_text_run(run: Element) -> bool:
    if run.tag != w("r") or run.find(w("t")) is None:
        return False
    return MARKER_OPEN not in (run.find(w("t")).text or "")


def _properties_key(run: Element) -> bytes:
    properties = run.find(w("rPr"))
    return b"" if properties is None or not len(properties) else etree.tostring(properties)


def _field_runs(paragraph: Element) -> Iterator[tuple[list[Element], str]]:
    """Give the runs and the instruction of each complex field that lies within one paragraph."""
    runs: list[Element] = []
    depth = 0
    for run in paragraph.iter(w("r")):
        kind = _field_char(run)
        depth += kind == "begin"
        if depth:
            runs.append(run)
        if kind == "end" and depth:
            depth -= 1
            if not depth:
                yield runs, _instruction(runs)
                runs = []


def _field_char(run: Element) -> str:
    char = run.find(w("fldChar"))
    return "" if char is None else char.get(w("fldCharType"), "")


def _instruction(runs: list[Element]) -> str:
    return "".join(text.text or "" for run in runs for text in run.iter(w("instrText")))


def _mark_tc_fields(paragraph: Element) -> None:
    for runs, instruction in list(_field_runs(paragraph)):
        entry = TcField.parse(instruction)
        if entry:
            text = marker("entry", level=entry.level, identifier=entry.identifier, text=entry.text)
            _become_text(runs[0], text)
            for run in runs[1:]:
                run.getparent().remove(run)


def _become_text(run: Element, text: str) -> None:
    for child in list(run):
        run.remove(child)
    etree.SubElement(run, w("t")).text = text


def _mark_contents(root: Element) -> None:
    """Put a marker in place of everything inside a TOC field; its last paragraph, which ends it, stays."""
    for begin in list(root.iter(w("fldChar"))):
        if begin.get(w("fldCharType")) != "begin":
            continue
        instruction = _instruction_after(begin)
        end = _closing_char(begin) if instruction.split()[:1] == ["TOC"] else None
        if end is None:
            continue
        first, last = next(begin.iterancestors(w("p"))), next(end.iterancestors(w("p")))
        if first.getparent() is last.getparent():
            _replace_contents(first, last, instruction)
            for before in list(end.getparent().itersiblings(preceding=True)):
                if before.tag != w("pPr"):
                    last.remove(before)
            return


def _instruction_after(begin: Element) -> str:
    """Give a field's own instruction: those of the fields inside it come after its separator."""
    texts = []
    for run in begin.getparent().itersiblings(w("r")):
        if run.find(w("fldChar")) is not None:
            break
        texts.append(run)
    return _instruction(texts)


def _closing_char(begin: Element) -> Element | None:
    depth = 0
    for char in begin.getroottree().getroot().iter(w("fldChar")):
        if depth or char is begin:
            kind = char.get(w("fldCharType"))
            depth += (kind == "begin") - (kind == "end")
            if not depth:
                return char
    return None


def _replace_contents(first: Element, last: Element, instruction: str) -> None:
    parent = first.getparent()
    for paragraph in parent[parent.index(first) : parent.index(last)]:
        parent.remove(paragraph)
    holder = etree.Element(w("p"), nsmap=last.nsmap)
    run = etree.SubElement(holder, w("r"))
    etree.SubElement(run, w("t")).text = marker("contents", instruction=instruction)
    parent.insert(parent.index(last), holder)


def _free_ids(root: Element) -> None:
    """Take away bookmarks nothing refers to, and let what is drawn again take a new number each time."""
    used = {link.get(w("anchor")) for link in root.iter(w("hyperlink"))}
    words = {word for text in root.iter(w("instrText")) for word in (text.text or "").split()}
    names = {one.get(w("id")): one.get(w("name"), "") for one in root.iter(w("bookmarkStart"))}
    for mark in list(root.iter(w("bookmarkStart"), w("bookmarkEnd"))):
        name = names.get(mark.get(w("id")), "")
        if name not in used | words:
            mark.getparent().remove(mark)
        elif has_tag(name):
            mark.set(w("id"), f"{{% filter bookmark_id(_contents) %}}{name}{{% endfilter %}}")
    for properties in root.iter(f"{{{WP}}}docPr"):
        properties.set("id", "{{ _next_id() }}")
