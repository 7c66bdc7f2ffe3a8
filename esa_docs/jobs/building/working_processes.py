"""The processes in which a build makes several files at a time, and what becomes of them when they end early.

E475 the system ended one of them, as it does where the memory is full.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context

from esa_docs.diagnostics import Diagnostic, Location, MachineError
from esa_docs.i18n import gettext as _


@contextmanager
def working_processes(number: int) -> Iterator[ProcessPoolExecutor]:
    """Yield processes for a build; those that have not begun their work when it is stopped do not begin.

    Raises:
        MachineError: the system ended one of them (E475).
    """
    # Windows can start processes in this way only. All systems do it alike.
    pool = ProcessPoolExecutor(number, mp_context=get_context("spawn"), initializer=_leave_interruptions)
    try:
        yield pool
    except BrokenProcessPool as fault:
        message = _("the system ended a process of this build; its memory may be full")
        hint = _("Close other programs, and build with -j 1; files that are there already stay.")
        raise MachineError([Diagnostic("E475", message, Location("esa-docs"), hint)]) from fault
    finally:
        pool.shutdown(cancel_futures=True)


def _leave_interruptions() -> None:
    """Leave Ctrl+C to the process that was started: each other one would print where it was stopped."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
