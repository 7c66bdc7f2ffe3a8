"""Notices: what a reader must know while the work goes on, told at once and not in a report at its end.

They go to the logger ``esa_docs``. The commands print its lines on standard error; in other programs Python
itself does so for warnings, unless the program handles that logger.
"""

from __future__ import annotations

import logging
from typing import Final

from esa_docs.diagnostics import Diagnostic, Severity

_LOGGER: Final = logging.getLogger("esa_docs")
_LEVELS: Final = {
    Severity.ERROR: logging.ERROR,
    Severity.WARNING: logging.WARNING,
    Severity.INFO: logging.INFO,
}


def notify(diagnostic: Diagnostic) -> None:
    """Report a finding at once, to whoever listens."""
    _LOGGER.log(_LEVELS[diagnostic.severity], "%s", "\n".join(diagnostic.as_lines()))
