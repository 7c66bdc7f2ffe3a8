"""Which engines this machine has."""

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
    """Open the engines of this machine, the most trusted first: LibreOffice where there is one, then rdocx.

    Their profiles and folders are gone when the block ends.

    Args:
        program: ``soffice``; looked for on this machine where none is given.
    """
    found = program or find_office_suite()
    with ExitStack() as stack:
        office = () if found is None else (stack.enter_context(LibreOffice(found)),)
        yield (*office, Rdocx())
