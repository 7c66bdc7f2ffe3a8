"""A template part made plain before its tags are compiled.

While a person types, Word leaves things behind: revision marks, spelling notes, languages, split runs. They
are removed, so that a tag is one piece of text. Fields of the contents become markers for the compiler.
"""

from __future__ import annotations

from typing import Any, Final

from lxml import etree

from esa_docs import thai
from esa_docs.ooxml.names import RPR_ORDER, W14, WP, XML, local, w
from esa_docs.word.field_markers import MARKER_OPEN, mark_contents, mark_tc_fields
from esa_docs.word.tags import has_tag

_TRACES: Final = tuple(map(w, ("proofErr", "lastRenderedPageBreak", "noProof", "permStart", "permEnd", "cs")))
"""Elements that Word writes while a person types; ``cs`` is written anew for each run."""
_PARAGRAPH_IDS: Final = (f"{{{W14}}}paraId", f"{{{W14}}}textId")
_REVISION_START: Final = w("rsid")
"""How the names of Word's revision ids begin, such as ``w:rsidR`` and ``w:rsidRPr``."""
_PAGE_FORMATS: Final = {"thai": "thaiNumbers", "arabic": "decimal"}
"""Format of page numbers in Word, by the digits of a document."""
_PARSER: Final = etree.XMLParser(
    resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
)

Element = Any


def parse_part(data: bytes) -> Element:
    """Return the root of a part; entities are not resolved.

    Raises:
        etree.XMLSyntaxError: it is no XML.
    """
    return etree.fromstring(data, _PARSER)


def prepare_part(root: Element, numerals: thai.Numerals) -> None:
    """Make a document, header or footer part ready for compiling, in place."""
    _remove_traces(root)
    _remove_languages(root)
    _remove_typing_ids(root)
    _order_properties(root)
    # A marker takes the place of whole runs, so no run may hold more than one piece of a field.
    for run in list(root.iter(w("r"))):
        _split_run(run)
    for paragraph in root.iter(w("p")):
        mark_tc_fields(paragraph)
    mark_contents(root)
    # The old entries of the contents are gone now, and with them the links to the bookmarks of the headings.
    _remove_unused_bookmarks(root)
    _number_drawings_when_rendered(root)
    parents = {run.getparent() for run in root.iter(w("r"))}
    for parent in parents:
        _join_runs(parent)
    for numbering in root.iter(w("pgNumType")):
        numbering.set(w("fmt"), _PAGE_FORMATS[numerals])


def _remove_traces(root: Element) -> None:
    for element in list(root.iter(*_TRACES)):
        element.getparent().remove(element)


def _remove_languages(root: Element) -> None:
    """Remove the languages of runs: Word needs th-TH once, in the defaults of the styles."""
    for element in list(root.iter(w("lang"))):
        if element.getparent().tag == w("rPr"):
            element.getparent().remove(element)


def _remove_typing_ids(root: Element) -> None:
    """Remove the ids of revisions and paragraphs: in a loop the id of a paragraph would stand twice."""
    for element in root.iter(etree.Element):
        for name in list(element.attrib):
            if name in _PARAGRAPH_IDS or name.startswith(_REVISION_START):
                del element.attrib[name]


def _order_properties(root: Element) -> None:
    """Bring the properties of each run into the order of the schema, and remove a ``w:rPr`` without any."""
    # Word drops properties that stand out of order.
    for properties in list(root.iter(w("rPr"))):
        properties[:] = sorted(properties, key=_rank)
        if len(properties) == 0:
            properties.getparent().remove(properties)


def _rank(element: Element) -> int:
    """Return the place of a run property in the order of the schema; one unknown to it comes last."""
    name = local(element.tag)
    if name not in RPR_ORDER:
        return len(RPR_ORDER)
    return RPR_ORDER.index(name)


def _split_run(run: Element) -> None:
    """Put each piece of a run (text, tab, break …) into a run of its own; remove a run without pieces."""
    pieces = [child for child in run if child.tag != w("rPr")]
    properties = run.find(w("rPr"))
    parent = run.getparent()
    if not pieces and parent is not None:
        parent.remove(run)
        return
    for place, piece in enumerate(pieces[1:], 1):
        new_run = etree.Element(w("r"), nsmap=run.nsmap)
        if properties is not None:
            new_run.append(_copy(properties))
        new_run.append(piece)
        parent.insert(parent.index(run) + place, new_run)


def _copy(element: Element) -> Element:
    return etree.fromstring(etree.tostring(element))


def _join_runs(parent: Element) -> None:
    """Join neighbouring text runs of equal properties, so that a tag Word has split is one text again."""
    previous: Element | None = None  # the text run directly before, if there is one
    for run in list(parent):
        if not _is_text_run(run):
            previous = None
        elif previous is not None and _properties_key(previous) == _properties_key(run):
            _append_text(previous, run)
            parent.remove(run)
        else:
            previous = run
            run.find(w("t")).set(f"{{{XML}}}space", "preserve")


def _append_text(target: Element, run: Element) -> None:
    """Append the text of a run to that of another."""
    text = target.find(w("t"))
    further_text = run.find(w("t"))
    text.text = (text.text or "") + (further_text.text or "")


def _is_text_run(run: Element) -> bool:
    """Return whether an element is a run of text that is no marker."""
    if run.tag != w("r"):
        return False
    text = run.find(w("t"))
    return text is not None and MARKER_OPEN not in (text.text or "")


def _properties_key(run: Element) -> bytes:
    """Return bytes that are equal for runs of equal properties; empty where a run has none."""
    properties = run.find(w("rPr"))
    if properties is None or len(properties) == 0:
        return b""
    return etree.tostring(properties)


def _remove_unused_bookmarks(root: Element) -> None:
    """Remove the bookmarks to which nothing refers.

    A bookmark with tags in its name takes its id when it is rendered: in a loop one id would stand twice.
    """
    targets = _link_targets(root)
    name_of_id: dict[str | None, str] = {}
    for start in root.iter(w("bookmarkStart")):
        name_of_id[start.get(w("id"))] = start.get(w("name"), "")
    for mark in list(root.iter(w("bookmarkStart"), w("bookmarkEnd"))):
        name = name_of_id.get(mark.get(w("id")), "")
        if name not in targets:
            mark.getparent().remove(mark)
        elif has_tag(name):
            mark.set(w("id"), f"{{% filter bookmark_id(_contents) %}}{name}{{% endfilter %}}")


def _link_targets(root: Element) -> set[str | None]:
    """Return the names of the bookmarks to which links and fields lead, and further words of fields.

    A field such as ``PAGEREF name`` has the name among the words of its instruction.
    """
    targets = {link.get(w("anchor")) for link in root.iter(w("hyperlink"))}
    for instruction in root.iter(w("instrText")):
        targets.update((instruction.text or "").split())
    return targets


def _number_drawings_when_rendered(root: Element) -> None:
    """Let each drawing take its id when it is rendered: in a loop one id would stand twice."""
    for properties in root.iter(f"{{{WP}}}docPr"):
        properties.set("id", "{{ _next_id() }}")
