"""pypdf logs whatever is odd in the PDFs of others; what matters of it becomes a diagnostic."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def quiet() -> Iterator[None]:
    """Keep the remarks of pypdf off the console."""
    logger = logging.getLogger("pypdf")
    usual_level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(usual_level)
