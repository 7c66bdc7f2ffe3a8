"""Commands of esa-docs in real processes that start at the same time, or are killed at a given file event.

A server loads the program once. It runs a command in itself, or in a child that it forks and that kills
itself (SIGKILL) right before the file event of a number: before a file is opened for writing, moved or
deleted, a folder made or removed. Forking is for these measurements alone; the program itself never forks.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Final, Self

KILLED: Final = -9
_SERVER: Final = r"""
import datetime, io, json, os, signal, sys
from contextlib import redirect_stderr
import filelock, openpyxl
import esa_docs.word.render, esa_docs.pages.paginate, esa_docs.workbook.excel
import esa_docs.api.papers
from esa_docs.cli import app
from esa_docs.jobs.kept.keeping import Occasion

# Kept versions note when they were made. At one moment two runs make equal ones.
MOMENT = Occasion(datetime.datetime(2026, 3, 2, 9, tzinfo=datetime.UTC), "bench")
esa_docs.api.papers.this_occasion = lambda: MOMENT

def run(arguments):
    try:
        app(arguments)
    except SystemExit as end:
        return end.code
    return 0

def is_change(event, arguments):
    if event == "open":
        flags = arguments[2]
        return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
    return event in {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate"}

def die_at(number, folders):
    count = 0
    def look(event, arguments):
        nonlocal count
        if not is_change(event, arguments):
            return
        path = os.path.abspath(os.fspath(arguments[0])) if not isinstance(arguments[0], int) else ""
        if path.startswith(tuple(folders)):
            count += 1
            if count == number:
                os.kill(os.getpid(), signal.SIGKILL)
    sys.addaudithook(look)
    return lambda: count

def answer(code, words):
    replies.write(json.dumps({"code": code, "words": words}) + "\n")
    replies.flush()

# The command writes to a file; the pipe is for replies alone.
replies = os.fdopen(os.dup(1), "w")
words_file = sys.argv[1]
out = os.open(words_file, os.O_RDWR | os.O_CREAT | os.O_TRUNC)
os.dup2(out, 1); os.dup2(out, 2)
sys.stdout = io.TextIOWrapper(os.fdopen(os.dup(1), "wb", 0), "utf-8", write_through=True)
sys.stderr = io.TextIOWrapper(os.fdopen(os.dup(2), "wb", 0), "utf-8", write_through=True)
answer(0, "ready")
for line in sys.stdin:
    order = json.loads(line)
    os.ftruncate(out, 0); os.lseek(out, 0, os.SEEK_SET)
    if order["is_counted"]:
        path = words_file + ".events"
        child = os.fork()
        if child == 0:
            count = die_at(0, order["folders"])
            run(order["arguments"])
            number = count()
            with open(path, "w") as file:
                file.write(str(number))
            os._exit(0)
        os.waitpid(child, 0)
        with open(path) as file:
            code = int(file.read())
    elif order["kill_at"]:
        child = os.fork()
        if child == 0:
            die_at(order["kill_at"], order["folders"])
            code = run(order["arguments"])
            os._exit(code)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    else:
        code = run(order["arguments"])
    with open(words_file, encoding="utf-8", errors="replace") as file:
        answer(code, file.read())
"""


class CommandProcess:
    """A process that runs commands of esa-docs, one after the other."""

    def __init__(self, words_file: Path) -> None:
        """Start the process.

        Args:
            words_file: the file into which its commands write what they say.
        """
        command = [sys.executable, "-c", _SERVER, str(words_file)]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )
        self.words = ""
        self.finish()

    def __enter__(self) -> Self:
        """Return the process itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End it."""
        self._process.communicate()

    def start(self, arguments: Sequence[str], kill_at: int = 0, folders: Sequence[Path] = ()) -> None:
        """Start a command, and do not wait for it.

        Args:
            arguments: the command and what follows it.
            kill_at: number of the file event before which it is killed; 0 for none.
            folders: folders whose file events count.
        """
        self._order(arguments, folders, kill_at=kill_at)

    def count_events(self, arguments: Sequence[str], folders: Sequence[Path]) -> int:
        """Run a command and return the number of its file events in folders."""
        self._order(arguments, folders, is_counted=True)
        return self.finish()

    def _order(
        self, arguments: Sequence[str], folders: Sequence[Path], *, kill_at: int = 0, is_counted: bool = False
    ) -> None:
        names = [str(folder.absolute()) for folder in folders]
        order = {"arguments": list(arguments), "kill_at": kill_at, "folders": names, "is_counted": is_counted}
        assert self._process.stdin  # noqa: S101 it is a pipe
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()

    def finish(self) -> int:
        """Wait for the end of a command and return its exit code; ``KILLED`` where it was killed.

        What it has said is in ``words``.
        """
        assert self._process.stdout  # noqa: S101 it is a pipe
        reply = json.loads(self._process.stdout.readline())
        self.words = reply["words"]
        return int(reply["code"])

    def run(self, arguments: Sequence[str], kill_at: int = 0, folders: Sequence[Path] = ()) -> int:
        """Run a command and return its exit code, as ``start`` and ``finish``."""
        self.start(arguments, kill_at, folders)
        return self.finish()
