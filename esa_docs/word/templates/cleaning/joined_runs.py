"""Runs of a template cut into one piece each, and joined where their properties are equal.

So a tag that Word has split is one text again.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from lxml import etree

from esa_docs.ooxml.names import XML, w
from esa_docs.word.templates.cleaning.field_markers import MARKER_OPEN

Element = Any


def split_run(run: Element) -> None:
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
            new_run.append(deepcopy(properties))
        new_run.append(piece)
        parent.insert(parent.index(run) + place, new_run)


def join_all_runs(root: Element) -> None:
    """Join the neighbouring text runs of equal properties in a part."""
    parents = {run.getparent() for run in root.iter(w("r"))}
    for parent in parents:
        join_runs(parent)


def join_runs(parent: Element) -> None:
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
