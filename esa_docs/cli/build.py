"""``esa-docs build``: make the Word files."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from esa_docs.cli.click_types import WholeNumber
from esa_docs.cli.kind_words import kind_option
from esa_docs.cli.options import (
    out_option,
    project_option,
    project_root,
    report_options,
    year_option,
)
from esa_docs.cli.show import exit_code, is_terminal, report_faults, show_diagnostics, summary, tell
from esa_docs.i18n import gettext as _

if TYPE_CHECKING:
    from esa_docs.api import BuildReport, Result, Watcher

_WORKERS = WholeNumber(1, 64)
_NOT_LAID_OUT = ("E721", "E722")
"""Codes of files that an engine could not lay out."""


@click.command("build", help=_("Make Word files: all documents of the newest year, or those named."))
@click.argument("names", nargs=-1, metavar="[NAME]...")
@project_option
@year_option
@kind_option
@out_option
@click.option("--pdf", is_flag=True, help=_("Make a PDF beside each Word file."))
@click.option("-j", "workers", type=_WORKERS, default=1, metavar="N", help=_("Make N files at a time."))
@click.option(
    "--force", is_flag=True, help=_("Make all files anew, also those edited by hand or open elsewhere.")
)
@click.option("--prune", is_flag=True, help=_("Remove old files that no document makes; edited files stay."))
@report_options
@report_faults
def build_command(
    names: tuple[str, ...],
    root: Path | None,
    year: int | None,
    kinds: tuple[str, ...],
    out: Path,
    workers: int,
    form: str,
    *,
    pdf: bool,
    force: bool,
    prune: bool,
    strict: bool,
) -> int:
    """Build and report."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    choice = api.Choice(names, year, kinds)
    with api.hold_present_output(out), _progress() as watch:
        project = api.load(project_root(root))
        report = api.build(
            project, out=out, choice=choice, workers=workers, pdf=pdf, force=force, prune=prune, watch=watch
        )
    show_diagnostics(report.diagnostics, form)
    tell(f"{_engine_sentence(report)}\n{_counts_sentence(report)}".lstrip())
    return exit_code(report.diagnostics, strict=strict)


@contextmanager
def _progress() -> Iterator[Watcher]:
    """Yield a function that shows each document as it is done; a terminal also has a moving line."""
    if not is_terminal():
        yield lambda result: tell(_line(result))
        return
    from rich.console import Console  # noqa: PLC0415 only a terminal needs it

    console = Console(stderr=True, highlight=False)
    # The other spinners of rich need more than ASCII, which a Windows console may not have.
    with console.status(_("Making documents …"), spinner="line"):
        yield lambda result: console.print(_line(result), markup=False, emoji=False, soft_wrap=True)


def _line(result: Result) -> str:
    words = _words_of_outcomes()[result.outcome]
    if result.is_draft:
        mark = _("draft")
        words = f"{words} ({mark})"
    return f"{words}: {result.output.as_posix()}"


def _words_of_outcomes() -> dict[str, str]:
    return {
        "written": _("written"),
        "unchanged": _("unchanged"),
        "beside": _("written beside"),
        "kept": _("kept as edited"),
        "moved aside": _("moved aside"),
        "removed": _("removed"),
        "failed": _("not written"),
    }


def _engine_sentence(report: BuildReport) -> str:
    """Return what lays out pages on this machine, with its limits; or why page numbers are left out.

    Empty where nothing was laid out.
    """
    engine = report.engine
    if engine is None:
        return _("page numbers are left out: {reason}").format(reason=_("office.yaml has errors"))
    if not engine.name:
        return _("page numbers are left out: {reason}").format(reason=engine.limits)
    if not _is_laid_out(report):
        return ""
    sentence = _("page numbers as {engine} lays the pages out").format(engine=engine.name)
    return f"{sentence} ({engine.limits})" if engine.limits else sentence


def _is_laid_out(report: BuildReport) -> bool:
    """Return whether files are there and no engine failed: else words on its pages contradict the report."""
    from esa_docs.api import Outcome  # noqa: PLC0415 keeps --help fast

    outcomes = {result.outcome for result in report.results}
    has_failed = any(diagnostic.code in _NOT_LAID_OUT for diagnostic in report.diagnostics)
    return not has_failed and outcomes != {Outcome.FAILED}


def _counts_sentence(report: BuildReport) -> str:
    """Return how many documents were written, a line for each with errors in its content, and the summary."""
    from esa_docs.api import Outcome  # noqa: PLC0415 keeps --help fast

    written = report.count(Outcome.WRITTEN) + report.count(Outcome.BESIDE)
    unchanged = report.count(Outcome.UNCHANGED) + report.count(Outcome.EDITED)
    failed = report.count(Outcome.FAILED) + len(report.faulty)
    counts = _("{written} written, {unchanged} unchanged, {failed} not written")
    lines = [counts.format(written=written, unchanged=unchanged, failed=failed)]
    removed = report.count(Outcome.REMOVED)
    if removed:
        lines.append(_("old files removed: {removed}").format(removed=removed))
    for key in report.faulty:
        line = _("not written because of errors in its content: {key}").format(key=key)
        lines.append(f"  {line}")
    text = "\n".join(lines)
    return f"{text} ({summary(report.diagnostics)})"
