"""Where in a Word file a fault stands, and findings of one kind put together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from esa_docs.diagnostics import Diagnostic
from esa_docs.i18n import gettext as _
from esa_docs.ooxml.names import w

_LONGEST_QUOTE: Final = 40
_NAMED_STYLE: Final = w("style")
_CONTAINERS: Final = (w("p"), w("tc"), w("tr"), w("tbl"), _NAMED_STYLE)

Element = Any


@dataclass(frozen=True, slots=True)
class PlacedDiagnostic(Diagnostic):
    """A finding with its place, before findings of one kind are put together.

    Attributes:
        place: the text at which it stands, in quotation marks; empty where it has none.
    """

    place: str = ""


def quote(text: str, longest: int = _LONGEST_QUOTE) -> str:
    """Return a text in quotation marks for a message, cut where it is too long to be quoted."""
    text = " ".join(text.split())
    if len(text) > longest:
        return f"'{text[:longest]}…'"
    return f"'{text}'"


def place_near(near: Element | str) -> str:
    """Return a text by which a reader finds a place, in quotation marks; empty where it has none.

    Args:
        near: a text that stands there, or an element: its paragraph, cell, table or style has the text.
    """
    if isinstance(near, str):
        return quote(near) if near else ""
    return _text_near(near)


def _text_near(element: Element) -> str:
    for container in (element, *element.iterancestors()):
        if container.tag not in _CONTAINERS:
            continue
        text = _text_of(container)
        if text:
            return quote(text)
    return ""


def _text_of(container: Element) -> str:
    if container.tag == _NAMED_STYLE:
        name = container.find(w("name"))
        style_id = container.get(w("styleId"), "")
        return style_id if name is None else str(name.get(w("val"), style_id))
    texts = []
    for text in container.iter(w("t")):
        texts.append(text.text or "")
        if sum(map(len, texts)) > _LONGEST_QUOTE:
            break
    return "".join(texts).strip()


def grouped(diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Generate findings, those of one kind in one part as one: how often it stands there, and where first."""
    groups: dict[Diagnostic, list[str]] = {}
    for diagnostic in diagnostics:
        place = diagnostic.place if isinstance(diagnostic, PlacedDiagnostic) else ""
        groups.setdefault(_without_place(diagnostic), []).append(place)
    for diagnostic, places in groups.items():
        first_place = next(filter(None, places), "")
        message = _with_place(diagnostic.message, len(places), first_place)
        yield replace(diagnostic, message=message)


def _without_place(diagnostic: Diagnostic) -> Diagnostic:
    return Diagnostic(
        diagnostic.code,
        diagnostic.message,
        diagnostic.location,
        diagnostic.hint,
        diagnostic.severity,
        diagnostic.field,
    )


def _with_place(message: str, times: int, place: str) -> str:
    """Return a message with how often it stands in its part, and where first."""
    if times == 1 and not place:
        return message
    if times == 1:
        template = _("{message} (at {place})")
    elif place:
        template = _("{message} ({times} times, first at {place})")
    else:
        template = _("{message} ({times} times)")
    return template.format(message=message, times=times, place=place)
