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
        near: an element or a text at which it stands; empty where the part as a whole is meant.
        where: in words in which part it stands; empty for the text of the document.
    """

    near: Element | str = ""
    where: str = ""


@dataclass(slots=True)
class _Group:
    """Findings of one kind in one part: how many, the first place with a text, the part in words."""

    times: int = 0
    place: str = ""
    where: str = ""


def quote(text: str, longest: int = _LONGEST_QUOTE) -> str:
    """Return a text in quotation marks for a message, cut where it is too long to be quoted."""
    return f"'{cut(text, longest)}'"


def cut(text: str, longest: int = _LONGEST_QUOTE) -> str:
    """Return a name or an id for a message, cut where it is too long to be told."""
    text = " ".join(text.split())
    return f"{text[:longest]}…" if len(text) > longest else text


class _Places:
    """Texts by which a reader finds places. The text of a container is looked for once."""

    def __init__(self) -> None:
        self._texts: dict[Element, str] = {}

    def place_near(self, near: Element | str) -> str:
        """Return a text by which a reader finds a place, in quotation marks; empty where it has none.

        Args:
            near: a text that stands there, or an element: its paragraph, cell, table or style has the text.
        """
        if isinstance(near, str):
            return quote(near) if near else ""
        for container in (near, *near.iterancestors()):
            if container.tag not in _CONTAINERS:
                continue
            if container not in self._texts:
                self._texts[container] = _text_of(container)
            if self._texts[container]:
                return quote(self._texts[container])
        return ""


def _text_of(container: Element) -> str:
    if container.tag == _NAMED_STYLE:
        name = container.find(w("name"))
        style_id = container.get(w("styleId"), "")
        return style_id if name is None else str(name.get(w("val"), style_id))
    container_text = ""
    for text in container.iter(w("t")):
        container_text += text.text or ""
        if len(container_text) > _LONGEST_QUOTE:
            break
    return container_text.strip()


def grouped(diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Generate findings, those of one kind in one part as one: how often it stands there, and where first."""
    groups: dict[Diagnostic, _Group] = {}
    places = _Places()
    for diagnostic in diagnostics:
        group = groups.setdefault(_without_place(diagnostic), _Group())
        group.times += 1
        if isinstance(diagnostic, PlacedDiagnostic):
            group.where = diagnostic.where
            group.place = group.place or places.place_near(diagnostic.near)
    for diagnostic, group in groups.items():
        message = _with_place(diagnostic.message, group.times, group.place)
        if group.where:
            message = f"{message} ({group.where})"
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
