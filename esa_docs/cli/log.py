"""``--log FILE``: the phases of a command and how long each took, as JSON lines for the maintainer.

The first line names program and command, the last one has the exit code. Every line has ``phase``,
``document`` and ``milliseconds``. Of content only the names of content files are in it.
"""

from __future__ import annotations

import json
import os
import platform
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path
from typing import Any, BinaryIO, Final, TypeVar

import click

from esa_docs.diagnostics import ContentError, Diagnostic, Location, MachineError
from esa_docs.i18n import gettext as _
from esa_docs.timing import Span, listening

F = TypeVar("F", bound=Callable[..., Any])

_META_KEY: Final = "esa_docs.log"
"""Key of the file asked for in ``click.Context.meta``, which a group and its command share."""
_START, _END = "start", "end"
_BEGINNING: Final = f'{{"phase": "{_START}"'.encode()
"""The first bytes of every log."""
_FILE_ENDINGS: Final = (".jsonl", ".log")
"""A file whose name ends so is taken for a log, whatever is in it."""
_INTERRUPTED: Final = 1
"""Exit code of a command that ends with an exception which has none, such as an interruption."""
# Windows has neither the flag nor pipes in folders.
_NOT_WAITING: Final = getattr(os, "O_NONBLOCK", 0)
_DIGITS: Final = 3
"""Digits of milliseconds behind the point."""


def log_option(function: F) -> F:
    """Add ``--log``: a file for the phases of the command."""
    return click.option(
        "--log",
        type=click.Path(dir_okay=False, path_type=Path),
        default=None,
        expose_value=False,
        callback=_remember,
        metavar="FILE",
        help=_("Write the phases and their times to FILE, as JSON lines for the maintainer."),
    )(function)


def _remember(context: click.Context, _param: click.Parameter, value: Path | None) -> None:
    if value is not None:
        context.meta[_META_KEY] = value


@dataclass(slots=True)
class Log:
    """A log that is being written, each line whole and at once.

    Attributes:
        path: where it lies.
        file: the open file, unbuffered.
        fault: why nothing more can be written; None as long as all is well. The command goes on without it.
    """

    path: Path
    file: BinaryIO
    fault: OSError | None = None

    def run(self, command: Callable[[], int]) -> int:
        """Run a command, write its phases down and return its exit code."""
        start = time.perf_counter()
        self._write(_START, "", 0, **_facts())
        try:
            with listening(self._write_span):
                code = command()
        except BaseException as fault:
            code = getattr(fault, "exit_code", _INTERRUPTED)
            raise
        finally:
            seconds = time.perf_counter() - start
            self._write(_END, "", seconds * 1000, exit_code=code)
            self.file.close()
        return code

    def fault_diagnostic(self) -> Diagnostic | None:
        """Return why lines of the log are missing (E405); None where none is."""
        if self.fault is None:
            return None
        return _unwritable(self.fault, self.path)

    def _write_span(self, span: Span) -> None:
        self._write(str(span.phase), span.document, span.milliseconds)

    def _write(self, phase: str, document: str, milliseconds: float, **facts: object) -> None:
        if self.fault is not None:
            return
        row = {"phase": phase, "document": document, "milliseconds": round(milliseconds, _DIGITS)}
        line = json.dumps(row | facts, ensure_ascii=False) + "\n"
        # A file name of Linux may hold bytes that are no UTF-8: Python reads them as surrogates.
        data = line.encode("utf-8", "backslashreplace")
        try:
            self.file.write(data)
        except OSError as fault:
            self.fault = fault


def open_log() -> Log | None:
    """Open the log that ``--log`` asks for; return None without ``--log``.

    Raises:
        ContentError: another file is there, which is no log (E418).
        MachineError: it cannot be written (E405).
    """
    path: Path | None = click.get_current_context().meta.get(_META_KEY)
    if path is None:
        return None
    try:
        if _is_other_file(path):
            raise ContentError([_other_file_diagnostic(path)])
        path.parent.mkdir(parents=True, exist_ok=True)
        return Log(path, _open_for_writing(path))
    except OSError as fault:
        raise MachineError([_unwritable(fault, path)]) from fault


def _open_for_writing(path: Path) -> BinaryIO:
    """Open a file, or a pipe that somebody reads; a pipe without a reader is refused, not waited for."""
    # Path.open takes no opener.
    file = open(path, "wb", buffering=0, opener=_open_at_once)  # noqa: SIM115 the log closes it
    if _NOT_WAITING:
        os.set_blocking(file.fileno(), True)
    return file


def _open_at_once(path: str, flags: int) -> int:
    return os.open(path, flags | _NOT_WAITING, 0o666)


def _facts() -> dict[str, str]:
    """Return the versions of the program and of Python, and the command without its arguments."""
    names: list[str] = []
    context: click.Context | None = click.get_current_context()
    while context is not None and context.parent is not None:
        names.insert(0, context.info_name or "")
        context = context.parent
    return {
        "program": f"esa-docs {version('esa-docs')}",
        "command": " ".join(names),
        "python": platform.python_version(),
        "system": sys.platform,
    }


def _is_other_file(path: Path) -> bool:
    """Return whether a file is there that is no log, neither by its name nor by its first bytes."""
    if path.suffix.lower() in _FILE_ENDINGS or not path.is_file():
        return False
    with path.open("rb") as file:
        beginning = file.read(len(_BEGINNING))
    return beginning not in (b"", _BEGINNING)


def _other_file_diagnostic(path: Path) -> Diagnostic:
    message = _("another file is there already, and it was not overwritten")
    hint = _("Choose another name for the log, such as build.jsonl.")
    return Diagnostic("E418", message, Location(_file_label(path)), hint)


def _unwritable(fault: OSError, path: Path) -> Diagnostic:
    from esa_docs.api import unwritable  # noqa: PLC0415 keeps --help fast

    hint = _("Choose another file with --log FILE.")
    diagnostic = unwritable(fault, _file_label(path))
    return replace(diagnostic, hint=hint)


def _file_label(path: Path) -> str:
    from esa_docs.api import path_label  # noqa: PLC0415 keeps --help fast

    return path_label(path)
