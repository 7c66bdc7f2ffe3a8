"""What commands print: reports on standard output, what goes on meanwhile on standard error."""

from __future__ import annotations

import functools
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any, ParamSpec

import click

from esa_docs.cli.log import log_option, open_log
from esa_docs.diagnostics import ContentError, Diagnostic, MachineError, Severity, sort_diagnostics
from esa_docs.i18n import gettext as _

P = ParamSpec("P")

DONE, CONTENT, USAGE, ENVIRONMENT, BUG = range(5)
"""Exit codes."""

_DEBUG_VARIABLE = "ESA_DOCS_DEBUG"
_OF_THIS_MACHINE = ("E301", "E401", "E405", "E721", "E726", "E9")


def guarded(command: Callable[P, int]) -> Callable[P, None]:
    """Give a command what all have: ``--log``, its exit code, and faults told, a bug never as a traceback."""

    @log_option
    @functools.wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        form = str(kwargs.get("form", "text"))
        told = functools.partial(run_told, functools.partial(command, *args, **kwargs), form)
        raise SystemExit(run_told(functools.partial(_run_logged, told), form))

    return run


def run_told(call: Callable[[], int], form: str = "text") -> int:
    """Call what gives an exit code; whatever fails is told and has one too."""
    try:
        return call()
    except (ContentError, MachineError) as fault:
        show_diagnostics(fault.diagnostics, form)
        return exit_code(fault.diagnostics)
    except (click.ClickException, click.exceptions.Exit, click.Abort, KeyboardInterrupt, BrokenPipeError):
        raise
    except Exception as fault:
        if os.environ.get(_DEBUG_VARIABLE):
            raise
        tell_bug(fault)
        return BUG


def _run_logged(call: Callable[[], int]) -> int:
    """Call what gives an exit code, with a log if one was asked for; one that broke off is told apart."""
    log = open_log()
    if log is None:
        return call()
    code = log.run(call)
    broken = log.told()
    if broken is None:
        return code
    tell("\n".join(_lines(broken)))
    return code or ENVIRONMENT


def exit_code(diagnostics: Iterable[Diagnostic], *, strict: bool = False) -> int:
    """Give the exit code that a command's findings ask for; faults of content come first."""
    worst = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    codes = [one.code for one in diagnostics if one.severity in worst]
    if any(not code.startswith(_OF_THIS_MACHINE) for code in codes):
        return CONTENT
    return ENVIRONMENT if codes else DONE


def show_diagnostics(diagnostics: Iterable[Diagnostic], form: str) -> None:
    """Print findings, sorted by place, as text or as one JSON list."""
    ordered = sort_diagnostics(diagnostics)
    if form == "json":
        show_json([one.as_dict() for one in ordered])
        return
    for line in (line for one in ordered for line in _lines(one)):
        click.echo(line)


def _lines(one: Diagnostic) -> Iterator[str]:
    yield f"{one.location}: {one.severity}: {one.message} [{one.code}]"
    if one.hint:
        yield f"  hint: {one.hint}"


def show_json(value: Any) -> None:
    """Print JSON."""
    print_utf8(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def print_utf8(text: str) -> None:
    """Print what a program will read, as UTF-8 whatever the console's encoding."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode())


def tell(message: str) -> None:
    """Say something to the person at the console, beside the report."""
    click.echo(message, err=True)


def is_terminal() -> bool:
    """Tell whether a person sees standard error as it is written."""
    return sys.stderr.isatty()


def tell_bug(fault: Exception) -> None:
    """Say that the program itself is at fault."""
    words = "; ".join((repr(fault), *getattr(fault, "__notes__", ())))
    tell(_("This is a fault of the program, not of your content: {fault}").format(fault=words))
    tell(
        _("Please report it to the maintainer; with {name}=1 the program shows where it failed.").format(
            name=_DEBUG_VARIABLE
        )
    )


def summary(diagnostics: Iterable[Diagnostic]) -> str:
    """Count errors and warnings."""
    found = list(diagnostics)
    errors = sum(one.severity is Severity.ERROR for one in found)
    warnings = sum(one.severity is Severity.WARNING for one in found)
    return _("{errors} errors, {warnings} warnings").format(errors=errors, warnings=warnings)
