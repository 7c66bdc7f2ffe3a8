"""A program that is watched while it runs, and ended with all it started.

On Linux and macOS its process group is killed; on Windows its tree, by ``taskkill`` (not tried there).
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from esa_docs.i18n import gettext as _

_GLANCE: Final = 0.05
"""Seconds between two looks at what it has done."""
_TAIL_LINES, _TAIL_LETTERS = 3, 400
_TASKKILL_SECONDS: Final = 30.0


@dataclass(frozen=True, slots=True)
class Ended:
    """How a program ended.

    Attributes:
        how: in words for readers, a part of a sentence.
        last_words: the last lines it wrote; may be empty.
    """

    how: str
    last_words: str

    def __str__(self) -> str:
        """Give both."""
        return f"{self.how}: {self.last_words}" if self.last_words else self.how


@dataclass(frozen=True, slots=True)
class Watch:
    """How a program is watched.

    Attributes:
        progress: gives a number that changes whenever the program gets on with its work.
        quiet_seconds: how long it may go without getting on.
        noise: beginnings of lines that are nobody's last words.
    """

    progress: Callable[[], int]
    quiet_seconds: float
    noise: tuple[str, ...] = ()


def run_watched(command: Sequence[str], folder: Path, environment: Mapping[str, str], watch: Watch) -> Ended:
    """Run a program in a folder until it ends or gets stuck; nothing it started is left.

    Args:
        command: program and arguments.
        folder: its working folder; what it writes goes into the file ``words`` there.
        environment: its environment.
        watch: how it is watched.
    """
    words = folder / "words"
    try:
        with words.open("wb") as output:
            process = subprocess.Popen(  # noqa: S603 - the program was found by us, the arguments are ours
                list(command),
                cwd=folder,
                env=dict(environment),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                **_own_group(),
            )
            try:
                how = _wait(process, watch)
            finally:
                _end(process)
    except OSError as fault:
        return Ended(_("it could not be started"), str(fault.strerror or fault))
    return Ended(how, _tail(words, watch.noise))


def _own_group() -> dict[str, Any]:
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW}
    return {"start_new_session": True}


def _wait(process: subprocess.Popen[bytes], watch: Watch) -> str:
    seen, since = watch.progress(), time.monotonic()
    while True:
        with suppress(subprocess.TimeoutExpired):
            return _describe(process.wait(_GLANCE))
        now = watch.progress()
        if now != seen:
            seen, since = now, time.monotonic()
        elif time.monotonic() - since > watch.quiet_seconds:
            seconds = round(watch.quiet_seconds)
            return _("it got no further for {seconds} seconds and was stopped").format(seconds=seconds)


def _describe(code: int) -> str:
    if code < 0:
        return _("it was killed by signal {number}").format(number=-code)
    return _("it ended with exit code {code}").format(code=code)


def _end(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        if process.poll() is None:
            tree = ["taskkill", "/T", "/F", "/PID", str(process.pid)]
            with suppress(OSError, subprocess.TimeoutExpired):
                subprocess.run(  # noqa: S603
                    tree, check=False, capture_output=True, timeout=_TASKKILL_SECONDS, **_own_group()
                )
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    with suppress(subprocess.TimeoutExpired):
        process.wait(_TASKKILL_SECONDS)


def _tail(words: Path, noise: tuple[str, ...]) -> str:
    with suppress(OSError):
        lines = words.read_text(encoding="utf-8", errors="replace").splitlines()
        told = [line.strip() for line in lines if line.strip() and not line.startswith(noise)]
        return " / ".join(told[-_TAIL_LINES:])[-_TAIL_LETTERS:]
    return ""
