"""The layout engines that this machine has."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from esa_docs.pages.engine import Engine
from esa_docs.pages.libreoffice import LibreOffice
from esa_docs.pages.office_suite import find_office_suite
from esa_docs.pages.pip_engine import Rdocx


@contextmanager
def open_engines(program: Path | None = None) -> Iterator[tuple[Engine, ...]]:
    """Open the engines of this machine, the most trusted first.

    LibreOffice comes first where it is installed. rdocx is always there, for it is a Python package. Their
    profiles and folders are deleted when the block ends.

    Args:
        program: ``soffice``; None looks for it on this machine.
    """
    if program is None:
        program = find_office_suite()
    engines: list[Engine] = []
    with ExitStack() as stack:
        if program is not None:
            office = stack.enter_context(LibreOffice(program))
            engines.append(office)
        engines.append(Rdocx())
        yield tuple(engines)
