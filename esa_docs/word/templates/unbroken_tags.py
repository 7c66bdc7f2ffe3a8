"""Tags that Word has put something into: a mark of a comment or a bookmark, a note, a picture.

The compiler joins the text of a tag and drops everything else inside it. So whatever stands inside a tag is
put behind it before.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from copy import deepcopy
from typing import Any, Final

from esa_docs.ooxml.names import MC, XML, w
from esa_docs.word.templates.emptied_elements import RANGE_MARKS

_TAG: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_TEXT: Final = w("t")
_PIECES: Final = frozenset(
    (
        *map(w, ("commentReference", "annotationRef", "footnoteReference", "endnoteReference")),
        *map(w, ("drawing", "pict", "object")),
        f"{{{MC}}}AlternateContent",
    )
)
"""Pieces of runs that would be lost inside a tag."""

Element = Any


def put_behind_tags(parent: Element) -> None:
    """Put the marks, notes and pictures that stand inside a tag behind it.

    A tag that its parent does not close is left alone.

    Args:
        parent: a paragraph, or what stands for one inside it, such as a link; each of its runs has one piece.
    """
    runs: list[Element] = []
    ends: list[int] = []
    intruders: list[tuple[int, Element]] = []
    length = 0
    for child in parent:
        text = _text_of(child)
        if text:
            length += len(text)
            runs.append(child)
            ends.append(length)
        elif _is_lost_inside_tags(child):
            intruders.append((length, child))
    if not intruders:
        return
    all_text = "".join(run.find(_TEXT).text for run in runs)
    # From the last tag to the first: a run that is cut behind a tag keeps the places before it.
    for tag_end, elements in reversed(list(_inside_tags(all_text, intruders))):
        place = bisect_left(ends, tag_end)
        beginning = ends[place - 1] if place else 0
        _put_behind(elements, runs[place], tag_end - beginning)


def _inside_tags(text: str, intruders: list[tuple[int, Element]]) -> Iterator[tuple[int, list[Element]]]:
    """Generate the end of each tag inside which something stands, and what stands there."""
    for tag in _TAG.finditer(text):
        elements = [element for place, element in intruders if tag.start() < place < tag.end()]
        if elements:
            yield tag.end(), elements


def _text_of(element: Element) -> str:
    """Return the text of a run of text; empty for anything else."""
    text = element.find(_TEXT) if element.tag == w("r") else None
    return "" if text is None else text.text or ""


def _is_lost_inside_tags(element: Element) -> bool:
    if element.tag in RANGE_MARKS:
        return True
    return element.tag == w("r") and any(piece.tag in _PIECES for piece in element)


def _put_behind(elements: list[Element], run: Element, length: int) -> None:
    """Put elements behind the first letters of a run, which is cut there."""
    text = run.find(_TEXT)
    if length < len(text.text):
        further_run = deepcopy(run)
        further_text = further_run.find(_TEXT)
        further_text.text = text.text[length:]
        text.text = text.text[:length]
        for part in (text, further_text):
            part.set(f"{{{XML}}}space", "preserve")
        run.addnext(further_run)
    for element in reversed(elements):
        run.addnext(element)
