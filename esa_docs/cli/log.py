"""``--log FILE``: the phases of a command and how long each took, as JSON lines for the maintainer.

The first line tells program and command, the last one the exit code; every line has ``phase``, ``document``
and ``milliseconds``. Of content nothing is told but the names of content files.
"""

from __future__ import annotations

import json
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
"""Where click's contexts, a group's and its command's, keep the file asked for."""
_START, _END = "start", "end"
_BEGINNING: Final = f'{{"phase": "{_START}"'.encode()
_ENDINGS: Final = (".jsonl", ".log")
"""Endings of names that say that a log is meant."""
_INTERRUPTED: Final = 1
"""Exit code of what click has no other for."""
_DIGITS: Final = 3


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
        fault: why nothing more can be written; the command goes on without.
    """

    path: Path
    file: BinaryIO
    fault: OSError | None = None

    def run(self, call: Callable[[], int]) -> int:
        """Call what gives an exit code, and write its phases down."""
        begin = time.perf_counter()
        self._write(_START, "", 0, **_facts())
        code = _INTERRUPTED
        try:
            with listening(self._write_span):
                code = call()
        except BaseException as fault:
            code = getattr(fault, "exit_code", _INTERRUPTED)
            raise
        finally:
            self._write(_END, "", (time.perf_counter() - begin) * 1000, exit_code=code)
            self.file.close()
        return code

    def told(self) -> Diagnostic | None:
        """Tell why the log is not whole (E405); None where it is."""
        return _unwritable(self.fault, self.path) if self.fault else None

    def _write_span(self, span: Span) -> None:
        self._write(str(span.phase), span.document, span.milliseconds)

    def _write(self, phase: str, document: str, milliseconds: float, **more: object) -> None:
        row = {"phase": phase, "document": document, "milliseconds": round(milliseconds, _DIGITS)}
        line = json.dumps(row | more, ensure_ascii=False) + "\n"
        try:
            if self.fault is None:
                self.file.write(line.encode("utf-8", "backslashreplace"))
        except OSError as fault:
            self.fault = fault


def open_log() -> Log | None:
    """Begin the log that was asked for; None where none was.

    Raises:
        ContentError: another file is there, which is no log (E418).
        MachineError: it cannot be written (E405).
    """
    path: Path | None = click.get_current_context().meta.get(_META_KEY)
    if path is None:
        return None
    try:
        if _is_another(path):
            raise ContentError([_another(path)])
        path.parent.mkdir(parents=True, exist_ok=True)
        return Log(path, path.open("wb", buffering=0))
    except OSError as fault:
        raise MachineError([_unwritable(fault, path)]) from fault


def _facts() -> dict[str, str]:
    """Tell which program, which command, on what; nothing of the arguments."""
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


def _is_another(path: Path) -> bool:
    """Tell whether a file would be lost: one that is no log, and whose name does not say that it is one."""
    if path.suffix.lower() in _ENDINGS or not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(_BEGINNING)) not in (b"", _BEGINNING)


def _another(path: Path) -> Diagnostic:
    message = _("another file is there already, and it was not overwritten")
    hint = _("Choose another name for the log, such as build.jsonl.")
    return Diagnostic("E418", message, Location(_shown(path)), hint)


def _unwritable(fault: OSError, path: Path) -> Diagnostic:
    from esa_docs.api import unwritable  # noqa: PLC0415 keeps --help fast

    hint = _("Choose another file with --log FILE.")
    return replace(unwritable(fault, _shown(path)), hint=hint)


def _shown(path: Path) -> str:
    from esa_docs.api import path_label  # noqa: PLC0415 keeps --help fast

    return path_label(path)
