"""Output of commands: reports go to standard output, messages about progress to standard error."""

from __future__ import annotations

import functools
import json
import logging
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any, ParamSpec

import click

from esa_docs.cli.log import log_option, open_log
from esa_docs.cli.machine_faults import check_working_folder, refused_by_machine
from esa_docs.cli.streams import drop_unwritable
from esa_docs.diagnostics import ContentError, Diagnostic, MachineError, Severity, sort_diagnostics
from esa_docs.i18n import gettext as _

P = ParamSpec("P")

DONE, CONTENT, USAGE, ENVIRONMENT, BUG = range(5)
"""Exit codes."""
INTERRUPTED = 130
"""Exit code of a command that somebody stopped with Ctrl+C, as shells have it."""

_DEBUG_VARIABLE = "ESA_DOCS_DEBUG"
_CODES_OF_MACHINE = ("E301", "E401", "E405", "E430", "E474", "E475", "E477", "E721", "E726", "E9")
"""Beginnings of the codes that are about the machine, not about content."""


def report_faults(command: Callable[P, int]) -> Callable[P, None]:
    """Decorate a command with ``--log``, and let it exit with its code or with a report of its fault.

    Args:
        command: a function that returns its exit code.
    """

    @log_option
    @functools.wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        form = str(kwargs.get("form", "text"))
        show_notices()
        run_command = functools.partial(_run_in_folder, command, *args, **kwargs)
        # Faults of the command are reported inside the log, so that the log gets their exit code.
        run_reported = functools.partial(run_and_report, run_command, form)
        run_logged = functools.partial(_run_logged, run_reported)
        raise SystemExit(run_and_report(run_logged, form))

    return run


def run_and_report(command: Callable[[], int], form: str = "text") -> int:
    """Run a command and return its exit code; where it fails, show why and return the code of the fault.

    Args:
        command: a function that returns its exit code.
        form: how diagnostics are shown, ``text`` or ``json``.
    """
    try:
        return command()
    except (ContentError, MachineError) as fault:
        _show_fault(fault, form)
        return exit_code(fault.diagnostics)
    except KeyboardInterrupt:
        tell(_("stopped by Ctrl+C; what was written before is whole"))
        return INTERRUPTED
    # click itself shows these and exits; the last is a reader that went away.
    except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
        raise
    except Exception as fault:
        if os.environ.get(_DEBUG_VARIABLE):
            raise
        return _report_unforeseen(fault)


def _show_fault(fault: ContentError | MachineError, form: str) -> None:
    """Print why a command stopped, errors before all else, and what it did not do."""
    if form == "json":
        show_diagnostics(fault.diagnostics, form)
        return
    _show_errors_first(fault.diagnostics, form)
    for undone in getattr(fault, "__notes__", ()):
        tell(undone)


def _run_in_folder(command: Callable[P, int], *args: P.args, **kwargs: P.kwargs) -> int:
    check_working_folder()
    return command(*args, **kwargs)


def _report_unforeseen(fault: Exception) -> int:
    """Print a fault that nobody foresaw, on standard error: standard output may be what fails."""
    drop_unwritable()
    diagnostic = refused_by_machine(fault)
    if diagnostic is None:
        report_bug(fault)
        return BUG
    return tell_all([diagnostic])


def _run_logged(command: Callable[[], int]) -> int:
    """Run a command, with a log if ``--log`` asks for one; return its exit code.

    A log that cannot be written to its end is reported, and makes a command that did its work fail.
    """
    log = open_log()
    if log is None:
        return command()
    code = log.run(command)
    diagnostic = log.fault_diagnostic()
    if diagnostic is None:
        return code
    tell_diagnostic(diagnostic)
    return code or ENVIRONMENT


def exit_code(diagnostics: Iterable[Diagnostic], *, strict: bool = False) -> int:
    """Return the exit code of a command; a fault of content weighs more than one of the machine.

    Args:
        diagnostics: what the command found.
        strict: count warnings as errors.
    """
    severities = {Severity.ERROR}
    if strict:
        severities.add(Severity.WARNING)
    codes = [diagnostic.code for diagnostic in diagnostics if diagnostic.severity in severities]
    if not codes:
        return DONE
    is_machine_at_fault = all(code.startswith(_CODES_OF_MACHINE) for code in codes)
    return ENVIRONMENT if is_machine_at_fault else CONTENT


def show_diagnostics(diagnostics: Iterable[Diagnostic], form: str) -> None:
    """Print diagnostics, sorted by place, as lines of text or as one JSON list."""
    ordered = sort_diagnostics(diagnostics)
    if form == "json":
        show_json([diagnostic.as_dict() for diagnostic in ordered])
        return
    for diagnostic in ordered:
        for line in diagnostic.as_lines():
            click.echo(line)


def _show_errors_first(diagnostics: Iterable[Diagnostic], form: str) -> None:
    """Print the errors among diagnostics, and behind them all else."""
    all_diagnostics = list(diagnostics)
    show_diagnostics([diagnostic for diagnostic in all_diagnostics if diagnostic.is_error], form)
    show_diagnostics([diagnostic for diagnostic in all_diagnostics if not diagnostic.is_error], form)


def show_json(value: Any) -> None:
    """Print JSON."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    print_utf8(text + "\n")


def print_utf8(text: str) -> None:
    """Print what a program will read, as UTF-8 whatever the console's encoding."""
    sys.stdout.flush()
    # A file name may hold bytes that are no UTF-8. JSON has the same escapes as Python for them.
    sys.stdout.buffer.write(text.encode(errors="backslashreplace"))
    # A full disk is told here, and not by Python after the end.
    sys.stdout.buffer.flush()


def tell(message: str) -> None:
    """Print a message to the person at the console, on standard error, beside the report.

    Where nobody reads it any more, the work goes on without it.
    """
    with suppress(OSError):
        click.echo(message, err=True)


def show_notices() -> None:
    """Print what the program tells while it works, on standard error."""
    logger = logging.getLogger("esa_docs")
    logger.handlers = [_NoticeHandler()]
    logger.setLevel(logging.INFO)
    logger.propagate = False


class _NoticeHandler(logging.Handler):
    """Prints the words of a notice as they are."""

    def emit(self, record: logging.LogRecord) -> None:
        """Print a notice."""
        tell(record.getMessage())


def tell_diagnostic(diagnostic: Diagnostic) -> None:
    """Print a diagnostic on standard error, with its hint."""
    for line in diagnostic.as_lines():
        tell(line)


def tell_all(diagnostics: Iterable[Diagnostic]) -> int:
    """Print diagnostics on standard error, sorted by place, with their hints; return the exit code."""
    ordered = sort_diagnostics(diagnostics)
    for diagnostic in ordered:
        tell_diagnostic(diagnostic)
    return exit_code(ordered)


def is_terminal() -> bool:
    """Return whether a person sees standard error as it is written."""
    return sys.stderr.isatty()


def report_bug(fault: Exception) -> None:
    """Print that the program itself is at fault, with the notes of the fault."""
    notes = getattr(fault, "__notes__", ())
    words = "; ".join((repr(fault), *notes))
    tell(_("This is a fault of the program, not of your content: {fault}").format(fault=words))
    request = _("Please report it to the maintainer; with {name}=1 the program shows where it failed.")
    tell(request.format(name=_DEBUG_VARIABLE))


def summary(diagnostics: Iterable[Diagnostic]) -> str:
    """Return the numbers of errors and warnings in words."""
    severities = Counter(diagnostic.severity for diagnostic in diagnostics)
    errors, warnings = severities[Severity.ERROR], severities[Severity.WARNING]
    return _summary_words(errors, warnings).format(errors=errors, warnings=warnings)


def _summary_words(errors: int, warnings: int) -> str:
    """Return the sentence of a summary: English has another word for one."""
    if errors == 1 and warnings == 1:
        return _("{errors} error, {warnings} warning")
    if errors == 1:
        return _("{errors} error, {warnings} warnings")
    if warnings == 1:
        return _("{errors} errors, {warnings} warning")
    return _("{errors} errors, {warnings} warnings")
