"""How long the phases of a command take. Where nobody listens, nothing is measured."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from contextvars import ContextVar
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Generic, TypeVar

Argument = TypeVar("Argument")
Value = TypeVar("Value")

_NANOSECONDS_IN_MILLISECOND: Final = 1_000_000


class Phase(StrEnum):
    """A phase of a command; docs/architecture.md describes each. No phase lies within another."""

    LOAD = "load"
    """A project is read."""
    PLAN = "plan"
    """The documents are chosen."""
    DECIDE = "decide"
    """The files of an earlier build are compared with what they would be made from now."""
    TEMPLATE = "template"
    """A template is compiled; the second time it costs next to nothing."""
    RENDER = "render"
    """A template is filled in."""
    VERIFY = "verify"
    """A finished Word file is checked."""
    PAGES = "pages"
    """A document, or a batch of them, is laid out: its page numbers are written, its PDF made."""
    PDF = "pdf"
    """A PDF is finished: properties, searchable text, evidence bound behind it."""
    WRITE = "write"
    """A file is put in place."""


@dataclass(frozen=True, slots=True)
class Span:
    """A phase that is over.

    Attributes:
        phase: the phase.
        document: ``year/name`` of the content file it was about; empty for no file, or several.
        milliseconds: how long it took.
    """

    phase: Phase
    document: str
    milliseconds: float


Listener = Callable[[Span], None]
"""A function that is called with each phase as it ends."""
_LISTENER: ContextVar[Listener | None] = ContextVar("listener", default=None)
_UNMEASURED: Final = nullcontext()


@dataclass(frozen=True, slots=True)
class Measured(Generic[Value]):
    """The value of work that a worker process did, and the phases that the work took."""

    value: Value
    spans: tuple[Span, ...]


@contextmanager
def listening(listener: Listener) -> Iterator[None]:
    """Call a listener with every phase that ends in a ``with`` block, in this process."""
    token = _LISTENER.set(listener)
    try:
        yield
    finally:
        _LISTENER.reset(token)


def measure(phase: Phase, document: str = "") -> AbstractContextManager[None]:
    """Return a context that measures the work of a ``with`` block, if somebody listens.

    Args:
        phase: what the block does.
        document: ``year/name`` of the content file it is done for; empty for no file, or several.
    """
    listener = _LISTENER.get()
    if listener is None:
        return _UNMEASURED
    return _measuring(phase, document, listener)


def run_measured(work: Callable[[Argument], Value], argument: Argument) -> Measured[Value]:
    """Do the work of a worker process and return its value with its phases."""
    # The listener of the main process is not there in a worker process, so the phases go back as values.
    spans: list[Span] = []
    with listening(spans.append):
        value = work(argument)
    return Measured(value, tuple(spans))


def tell_spans(spans: Iterable[Span]) -> None:
    """Call the listener of this process with the phases of another process."""
    listener = _LISTENER.get()
    if listener is None:
        return
    for span in spans:
        listener(span)


@contextmanager
def _measuring(phase: Phase, document: str, listener: Listener) -> Iterator[None]:
    begin = time.perf_counter_ns()
    try:
        yield
    finally:
        nanoseconds = time.perf_counter_ns() - begin
        listener(Span(phase, document, nanoseconds / _NANOSECONDS_IN_MILLISECOND))
