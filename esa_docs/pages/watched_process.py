"""A program that is watched while it runs, and ended with all that it started.

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
from esa_docs.system_words import reason_in_words

_GLANCE_SECONDS: Final = 0.05
"""The time between two looks at what a program has done."""
_TAIL_LINES: Final = 3
_TAIL_LETTERS: Final = 400
_END_SECONDS: Final = 30.0
"""How long a program may take to end after it was killed."""


@dataclass(frozen=True, slots=True)
class Ending:
    """The end of a program.

    Attributes:
        how: in words for readers, a part of a sentence.
        last_words: the last lines that it wrote; empty where it wrote none.
    """

    how: str
    last_words: str

    def __str__(self) -> str:
        """Return both, or how it ended alone where it wrote nothing."""
        return f"{self.how}: {self.last_words}" if self.last_words else self.how


@dataclass(frozen=True, slots=True)
class Watch:
    """The limits within which a program is watched.

    Attributes:
        progress: returns a number that changes whenever the program gets on with its work.
        quiet_seconds: how long the number may stay the same.
        noise: beginnings of lines that do not count as last words.
    """

    progress: Callable[[], int]
    quiet_seconds: float
    noise: tuple[str, ...] = ()


def run_watched(command: Sequence[str], folder: Path, environment: Mapping[str, str], watch: Watch) -> Ending:
    """Run a program in a folder until it ends or gets stuck, and end all that it started.

    Args:
        command: program and arguments.
        folder: its working folder. What it writes to its outputs goes into the file ``words`` there.
        environment: its environment.
        watch: how it is watched.
    """
    words_file = folder / "words"
    try:
        with words_file.open("wb") as output:
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
                _end_all(process)
    except OSError as fault:
        return Ending(_("it could not be started"), reason_in_words(fault))
    return Ending(how, _last_words(words_file, watch.noise))


def _own_group() -> dict[str, Any]:
    """Return the arguments of `subprocess.Popen` that start a process group."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW}
    return {"start_new_session": True}


def _wait(process: subprocess.Popen[bytes], watch: Watch) -> str:
    """Wait until a process ends or gets stuck; return how it ended, in words for readers."""
    progress = watch.progress()
    time_of_progress = time.monotonic()
    while True:
        with suppress(subprocess.TimeoutExpired):
            code = process.wait(_GLANCE_SECONDS)
            return _describe(code)
        new_progress = watch.progress()
        if new_progress != progress:
            progress = new_progress
            time_of_progress = time.monotonic()
        elif time.monotonic() - time_of_progress > watch.quiet_seconds:
            seconds = round(watch.quiet_seconds)
            return _("it got no further for {seconds} seconds and was stopped").format(seconds=seconds)


def _describe(code: int) -> str:
    if code < 0:
        return _("it was killed by signal {number}").format(number=-code)
    return _("it ended with exit code {code}").format(code=code)


def _end_all(process: subprocess.Popen[bytes]) -> None:
    """End a process, unless it has ended, and all that it started."""
    if sys.platform == "win32":
        if process.poll() is None:
            _end_tree(process.pid)
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    with suppress(subprocess.TimeoutExpired):
        process.wait(_END_SECONDS)


def _end_tree(process_id: int) -> None:
    """End a process and its children on Windows."""
    command = ["taskkill", "/T", "/F", "/PID", str(process_id)]
    with suppress(OSError, subprocess.TimeoutExpired):
        subprocess.run(  # noqa: S603
            command, check=False, capture_output=True, timeout=_END_SECONDS, **_own_group()
        )


def _last_words(words_file: Path, noise: tuple[str, ...]) -> str:
    """Return the last lines that a program wrote, in one line; empty where it wrote none but noise."""
    try:
        lines = words_file.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    remarks: list[str] = []
    for line in lines:
        is_noise = line.startswith(noise)
        if line.strip() and not is_noise:
            remarks.append(line.strip())
    text = " / ".join(remarks[-_TAIL_LINES:])
    return text[-_TAIL_LETTERS:]
